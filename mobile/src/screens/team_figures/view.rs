//! What the figures look like.

use super::chart::VisitsOfDays;
use super::{ALONE, SPANS};
use crate::ask::Asked;
use crate::components::*;
use crate::format::{self, dates};
use crate::screens::share::{Stage, StageWords};
use crate::screens::team::words::{minutes, sums};
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{TeamFigures, TeamFile, TeamFilter, TeamReport};

/// Customers listed.
const LISTED: usize = 20;

#[component]
pub fn View(
    filter: TeamFilter,
    found: Asked<TeamReport>,
    span: usize,
    alone: usize,
    stage: Stage,
    on_span: EventHandler<usize>,
    on_alone: EventHandler<usize>,
    on_file: EventHandler<TeamFile>,
    on_customer: EventHandler<String>,
    on_back: EventHandler<()>,
) -> Element {
    let until = filter.until;
    let days = match filter.from == until {
        true => dates::long(until),
        false => {
            tr!("team-days", from: dates::day(filter.from, until), until: dates::day(until, until))
        }
    };
    rsx! {
        Screen {
            Head { title: tr!("team-figures"), sub: rsx! { "{days}" }, on_back }
            Body {
                div { class: "s-pad pt-1",
                    Segmented {
                        name: tr!("team-span"),
                        choices: SPANS.map(span_word).to_vec(),
                        at: span,
                        on_pick: on_span,
                    }
                }
                match found {
                    Asked::Loading => rsx! { Bones { rows: 6 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("team-failed"), text: problem.words() }
                    },
                    Asked::Ready(report) => rsx! {
                        if report.reps.is_empty() {
                            Empty { title: tr!("team-none"), text: tr!("team-none-text") }
                        } else {
                            Section { title: tr!("team-per-day") }
                            VisitsOfDays { days: report.days.clone() }
                            Section { title: tr!("team-reps") }
                            for figures in report.reps.clone() {
                                Figures { key: "{figures.user}", most: most(&report), figures }
                            }
                            Files { stage, on_file }
                        }
                        Coverage { report, alone, on_alone, on_customer }
                    },
                }
                div { class: "h-6" }
            }
        }
    }
}

fn span_word(days: u64) -> String {
    match days {
        0 => tr!("team-span-shown"),
        days => tr!("team-span-days", count: i64::try_from(days).unwrap_or(i64::MAX)),
    }
}

fn most(report: &TeamReport) -> u32 {
    report.reps.iter().map(|rep| rep.visits).max().unwrap_or_default().max(1)
}

/// A rep's figures, with a bar of the visits.
#[component]
fn Figures(figures: TeamFigures, most: u32) -> Element {
    let part = u64::from(figures.visits) * 100 / u64::from(most.max(1));
    let percent = |figure: u32| format::percent(Decimal::from(figure));
    rsx! {
        section { class: "s-pad pb-4", "aria-label": "{figures.name}",
            div { class: "flex gap-3 items-baseline",
                h3 { class: "s-name flex-1 min-w-0 s-line1", bdi { "{figures.name}" } }
                span { class: "s-num", {sums(&figures.sold)} }
            }
            div { class: "h-1.5 rounded-full bg-base-200 my-1.5", "aria-hidden": "true",
                div { class: "h-full rounded-full bg-accent-ink", style: "inline-size:{part}%" }
            }
            dl { class: "grid grid-cols-2 gap-x-4 gap-y-1",
                Figure { name: tr!("team-figure-visits"), text: format::figure(Decimal::from(figures.visits), 0) }
                Figure { name: tr!("team-figure-days"), text: format::figure(Decimal::from(figures.days), 0) }
                Figure { name: tr!("team-figure-strike"), text: percent(figures.strike_percent()) }
                Figure { name: tr!("team-figure-stay"), text: minutes(figures.minutes_a_visit()) }
                Figure { name: tr!("team-figure-on-site"), text: minutes(figures.minutes) }
                Figure { name: tr!("team-figure-flagged"), text: format::figure(Decimal::from(figures.flagged), 0) }
            }
        }
    }
}

#[component]
fn Figure(name: String, text: String) -> Element {
    rsx! {
        div { class: "flex gap-2 s-meta min-w-0",
            dt { class: "s-line1", "{name}" }
            dd { class: "s-num ms-auto font-semibold text-base-content", "{text}" }
        }
    }
}

/// The visits as files.
#[component]
fn Files(stage: Stage, on_file: EventHandler<TeamFile>) -> Element {
    let busy = stage == Stage::Making;
    rsx! {
        Section { title: tr!("team-files") }
        div { class: "s-pad grid gap-2",
            div { class: "flex flex-wrap gap-2", role: "group", "aria-label": tr!("team-files"),
                Button { label: "CSV", glyph: Glyph::FileText, off: busy, on_press: move |()| on_file.call(TeamFile::Csv) }
                Button { label: "GeoJSON", glyph: Glyph::MapPin, off: busy, on_press: move |()| on_file.call(TeamFile::GeoJson) }
                Button { label: "GPX", glyph: Glyph::Navigation, off: busy, on_press: move |()| on_file.call(TeamFile::Gpx) }
            }
            StageWords { stage }
        }
    }
}

/// Who was left alone.
#[component]
fn Coverage(
    report: TeamReport,
    alone: usize,
    on_alone: EventHandler<usize>,
    on_customer: EventHandler<String>,
) -> Element {
    let days = ALONE.get(alone).copied().unwrap_or_default();
    let today = report.days.last().map(|(day, _)| *day).unwrap_or_default();
    rsx! {
        Section {
            title: tr!("team-coverage"),
            note: format::percent(Decimal::from(report.coverage_percent())),
        }
        div { class: "s-pad grid gap-2",
            Segmented {
                name: tr!("team-alone"),
                choices: ALONE.map(|days| tr!("team-span-days", count: i64::from(days))).to_vec(),
                at: alone,
                on_pick: on_alone,
            }
            p { class: "s-meta",
                {tr!("team-unvisited", count: report.unvisited, all: report.customers.to_string(), days: days.to_string())}
            }
        }
        Rows { full: true,
            for one in report.longest.into_iter().take(LISTED) {
                Row {
                    key: "{one.customer}",
                    name: one.customer_name.clone(),
                    meta: rsx! { bdi { "{one.territory}" } },
                    end: rsx! {
                        span { class: "s-meta",
                            match one.last {
                                Some(day) => dates::day(day, today),
                                None => tr!("team-never"),
                            }
                        }
                    },
                    on_press: move |()| on_customer.call(one.customer.clone()),
                }
            }
        }
    }
}
