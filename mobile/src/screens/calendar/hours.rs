//! The hours of a day or of a week, each entry where its time is.

use super::Change;
use super::columns::{Block, What, bars, blocks};
use super::drag::{Drag, Handle};
use super::words::{about, name, spoken, when};
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use dioxus::html::geometry::PixelsVector2D;
use dioxus::prelude::*;
use satchel_app::views::AgendaRow;

/// How the hours of a day, or of a week, are drawn. The shortest entry is as tall as a thumb needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Height of an hour in rem.
    pub hour: f64,
    /// Minutes an entry takes at least.
    shortest: u32,
    /// Entries beside one another at most.
    most: usize,
}

/// The hours of one day.
pub const OF_DAY: Scale = Scale { hour: 6.3, shortest: 30, most: 5 };
/// The hours of a week.
const OF_WEEK: Scale = Scale { hour: 3.5, shortest: 54, most: 3 };
/// The hour a day begins to be shown at where nothing else says one.
const MORNING: u32 = 8;

/// The hours of these days, of one or of seven.
#[component]
pub fn Hours(
    days: Vec<NaiveDate>,
    rows: Vec<AgendaRow>,
    today: NaiveDate,
    now: NaiveDateTime,
    on_change: EventHandler<Change>,
    on_open: EventHandler<AgendaRow>,
) -> Element {
    let one = days.len() == 1;
    let scale = if one { OF_DAY } else { OF_WEEK };
    let hour_height = scale.hour;
    let grid = if one { "s-week is-day" } else { "s-week" };
    let first = first_hour(&days, &rows, now);
    rsx! {
        if !one {
            WeekHead { days: days.clone(), today, on_change }
        }
        Above { days: days.clone(), rows: rows.clone(), grid, on_open }
        div {
            class: "relative overflow-y-auto flex-1 min-h-0",
            role: "region",
            tabindex: "0",
            "aria-label": tr!("calendar-hours"),
            style: "scrollbar-width:none",
            onmounted: move |event| async move {
                // The figure of the hour stands half over its line.
                let top = (f64::from(first) * hour_height - 0.625).max(0.0) * crate::look::rem_in_pixels();
                let to = PixelsVector2D::new(0.0, top);
                let _ = event.scroll(to, ScrollBehavior::Instant).await;
            },
            div { class: "{grid} pe-1 relative", style: "block-size:{24.0 * hour_height}rem",
                for hour in 1..24_u32 {
                    i {
                        key: "line{hour}",
                        class: "absolute border-t border-line pointer-events-none opacity-60",
                        style: "inset-inline:2.25rem 0;inset-block-start:{f64::from(hour) * hour_height}rem",
                    }
                }
                div { class: "relative", "aria-hidden": "true",
                    for hour in 0..24_u32 {
                        span {
                            key: "{hour}",
                            class: "s-cap absolute end-1.5",
                            style: "inset-block-start:{(f64::from(hour) * hour_height - 0.5).max(0.0)}rem",
                            {format!("{hour:02}")}
                        }
                    }
                }
                for date in days {
                    Column {
                        key: "{date}",
                        date,
                        blocks: blocks(&rows, date, scale.most, scale.shortest),
                        scale,
                        now: (date == today).then_some(now),
                        wide: one,
                        on_change,
                        on_open,
                    }
                }
            }
        }
    }
}

/// Where the scrolling begins: an hour before now, or before the first entry of the days shown.
fn first_hour(days: &[NaiveDate], rows: &[AgendaRow], now: NaiveDateTime) -> u32 {
    if days.contains(&now.date()) {
        return now.hour().saturating_sub(1);
    }
    let timed = rows.iter().filter(|row| !row.is_above_hours() && days.contains(&row.days().0));
    let first = timed.map(|row| row.starts_on.hour()).min();
    first.map_or(MORNING, |hour| hour.saturating_sub(1).min(MORNING))
}

/// The days over their columns.
#[component]
fn WeekHead(days: Vec<NaiveDate>, today: NaiveDate, on_change: EventHandler<Change>) -> Element {
    rsx! {
        div { class: "s-week border-b border-line pb-1 pe-1 flex-none",
            span {}
            for date in days {
                button {
                    key: "{date}",
                    class: "grid justify-items-center content-center min-h-13 s-cap",
                    r#type: "button",
                    "aria-current": (date == today).then_some("date"),
                    "aria-label": tr!("calendar-open-day", date: dates::short(date)),
                    onclick: move |_| on_change.call(Change::Open(date)),
                    span { {dates::weekday_short(date)} }
                    " "
                    b {
                        class: "grid place-items-center w-8 h-8 rounded-full text-[.9375rem] font-semibold",
                        class: if date == today { "bg-neutral text-neutral-content" } else { "text-base-content" },
                        "{date.day()}"
                    }
                }
            }
        }
    }
}

/// What takes whole days.
#[component]
fn Above(
    days: Vec<NaiveDate>,
    rows: Vec<AgendaRow>,
    grid: &'static str,
    on_open: EventHandler<AgendaRow>,
) -> Element {
    let bars = bars(&rows, &days);
    if bars.is_empty() {
        return rsx! {};
    }
    let seen = days.first().copied().unwrap_or_default();
    rsx! {
        div {
            class: "{grid} border-b border-line py-1.5 pe-1 flex-none gap-y-0.5 max-h-36 overflow-y-auto",
            role: "list",
            "aria-label": tr!("agenda-all-day"),
            span { class: "s-cap leading-[.875rem] ps-1.5 self-start pt-1", "aria-hidden": "true", style: "grid-row:1",
                {tr!("calendar-all-day-short")}
            }
            for bar in bars {
                div {
                    key: "{bar.row.event}{bar.row.starts_on}",
                    role: "listitem",
                    style: "grid-column:{bar.first + 2}/{bar.last + 3};grid-row:{bar.line + 1}",
                    button {
                        class: if bar.row.customer.is_empty() { "s-ev is-own w-full min-h-12 s-line1" } else { "s-ev w-full min-h-12 s-line1" },
                        r#type: "button",
                        "aria-label": spoken(&bar.row, seen),
                        onclick: {
                            let row = bar.row.clone();
                            move |_| on_open.call(row.clone())
                        },
                        bdi { {name(&bar.row)} }
                    }
                }
            }
        }
    }
}

/// A day: its entries as a list in order of time, drawn where their time is.
#[component]
fn Column(
    date: NaiveDate,
    blocks: Vec<Block>,
    now: Option<NaiveDateTime>,
    scale: Scale,
    wide: bool,
    on_change: EventHandler<Change>,
    on_open: EventHandler<AgendaRow>,
) -> Element {
    let count: usize = blocks
        .iter()
        .map(|block| match block.what {
            What::Entry(_) => 1,
            What::More(more) => more,
        })
        .sum();
    let class = if now.is_some() {
        "relative border-s border-line bg-base-200/60"
    } else {
        "relative border-s border-line"
    };
    rsx! {
        div {
            class,
            role: "list",
            "aria-label": tr!("agenda-day", date: dates::short(date), count: count),
            onclick: move |event| {
                match wide {
                    true => on_change.call(Change::New(at_height(date, event.element_coordinates().y))),
                    false => on_change.call(Change::Open(date)),
                }
            },
            for (place, block) in blocks.into_iter().map(|block| (place_of(&block, scale.hour), block)) {
                match block.what {
                    // Too narrow for a thumb: it is read here, and pressing it shows the day.
                    What::Entry(row) if !wide && block.columns > 1 => rsx! {
                        div {
                            key: "{row.event}{row.starts_on}",
                            class: "absolute py-px",
                            role: "listitem",
                            "aria-label": spoken(&row, date),
                            style: "{place}",
                            div { class: if row.customer.is_empty() { "s-ev is-own size-full" } else { "s-ev size-full" },
                                bdi { {name(&row)} }
                            }
                        }
                    },
                    What::Entry(row) => rsx! {
                        Entry { key: "{row.event}{row.starts_on}", row: *row, place, date, wide, on_change, on_open }
                    },
                    What::More(more) if !wide => rsx! {
                        div { key: "more{block.from}", class: "absolute py-px", role: "listitem", style: "{place}",
                            div { class: "s-ev is-own size-full", "+{more}" }
                        }
                    },
                    What::More(more) => rsx! {
                        div { key: "more{block.from}", class: "absolute py-px", role: "listitem", style: "{place}",
                            button {
                                class: "s-ev is-own size-full",
                                r#type: "button",
                                "aria-label": format!("+{more}, {}", tr!("calendar-more-open", count: more)),
                                onclick: move |event| {
                                    event.stop_propagation();
                                    on_change.call(Change::List(date));
                                },
                                "+{more}"
                            }
                        }
                    },
                }
            }
            if let Some(now) = now {
                Now { now, hour: scale.hour }
            }
        }
    }
}

fn place_of(block: &Block, hour: f64) -> String {
    let rem = |minutes: u32| f64::from(minutes) / 60.0 * hour;
    let part = 100.0 / block.columns.max(1) as f64;
    format!(
        "inset-block-start:{:.3}rem;block-size:{:.3}rem;inset-inline-start:{:.3}%;inline-size:{:.3}%",
        rem(block.from),
        rem(block.until.saturating_sub(block.from)),
        part * block.column as f64,
        part,
    )
}

/// An entry where its time is; of the rep's own, in the hours of a day, with a handle to move it by.
#[component]
fn Entry(
    row: AgendaRow,
    place: String,
    date: NaiveDate,
    wide: bool,
    on_change: EventHandler<Change>,
    on_open: EventHandler<AgendaRow>,
) -> Element {
    let drag = use_signal(Drag::default);
    let moved = drag().minutes;
    let by = moved as f64 / 60.0 * OF_DAY.hour;
    let label = spoken(&row, date);
    let class = if row.customer.is_empty() { "s-ev is-own size-full" } else { "s-ev size-full" };
    let pressed = row.clone();
    rsx! {
        div { class: "absolute py-px", role: "listitem", style: "{place};transform:translateY({by:.3}rem)",
            button {
                class,
                r#type: "button",
                "aria-label": "{label}",
                onclick: move |event| {
                    event.stop_propagation();
                    on_open.call(pressed.clone());
                },
                bdi { {name(&row)} }
                if wide {
                    " "
                    span { class: "block font-normal", {when(&later(&row, moved), date)} }
                    " "
                    // A shorter one has no room for a third line.
                    if lasts_minutes(&row) >= 40 {
                        span { class: "block font-normal s-line1", bdi { {about(&row)} } }
                    }
                }
                if row.waiting {
                    Icon { glyph: Glyph::Clock, size: IconSize::Small }
                }
            }
            if wide && row.own {
                Handle { row: row.clone(), drag, on_change }
            }
        }
    }
}

fn lasts_minutes(row: &AgendaRow) -> i64 {
    row.ends_on.map_or(0, |end| (end - row.starts_on).num_minutes())
}

/// The entry so many minutes later, as it would be if it were let go now.
fn later(row: &AgendaRow, minutes: i64) -> AgendaRow {
    let by = TimeDelta::try_minutes(minutes).unwrap_or_default();
    let starts_on = row.starts_on.checked_add_signed(by).unwrap_or(row.starts_on);
    let ends_on = row.ends_on.and_then(|end| end.checked_add_signed(by));
    AgendaRow { starts_on, ends_on, ..row.clone() }
}

/// The half hour of a day at a height in pixels.
fn at_height(date: NaiveDate, pixels: f64) -> NaiveDateTime {
    let half_hours =
        (pixels / (OF_DAY.hour * crate::look::rem_in_pixels()) * 2.0).floor().clamp(0.0, 47.0);
    // Clamped, so the cast is exact.
    let minutes = TimeDelta::try_minutes(half_hours as i64 * 30).unwrap_or_default();
    let midnight = date.and_time(NaiveTime::MIN);
    midnight.checked_add_signed(minutes).unwrap_or(midnight)
}

/// The line of this moment.
#[component]
fn Now(now: NaiveDateTime, hour: f64) -> Element {
    let top = f64::from(now.hour() * 60 + now.minute()) / 60.0 * hour;
    rsx! {
        i {
            class: "absolute pointer-events-none",
            style: "inset-inline:-4px 0;inset-block-start:{top:.3}rem;border-block-start:2px solid var(--color-base-content)",
        }
        i {
            class: "absolute w-2 h-2 rounded-full bg-base-content pointer-events-none",
            style: "inset-inline-start:-5px;inset-block-start:calc({top:.3}rem - 3px)",
        }
    }
}
