//! What a visit looks like.

use super::record::Record;
use super::{Deed, Shown, Way};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::{dates, distance, figure, links, money};
use crate::screens::states::NoPosition;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{PlaceTaken, ReceiptOf, VisitDetail, VisitEvent, VisitMoment, VisitPlace};

#[component]
pub fn View(
    shown: Asked<VisitDetail>,
    files: Vec<Shown>,
    problem: Option<Problem>,
    today: NaiveDate,
    on_back: EventHandler<()>,
    on_way: EventHandler<Way>,
    on_deed: EventHandler<Deed>,
    /// Whether ways are recorded.
    #[props(default)]
    track: Option<Element>,
) -> Element {
    match shown {
        Asked::Loading => rsx! {
            Screen {
                Head { title: tr!("visit-title"), on_back }
                Body { Bones { rows: 6 } }
            }
        },
        Asked::Failed(problem) => rsx! {
            Screen {
                Head { title: tr!("visit-title"), on_back }
                Body { Failed { title: tr!("visit-failed"), text: problem.words() } }
            }
        },
        Asked::Ready(detail) => rsx! {
            Ready { detail, files, problem, today, on_back, on_way, on_deed, track }
        },
    }
}

#[component]
fn Ready(
    detail: VisitDetail,
    files: Vec<Shown>,
    problem: Option<Problem>,
    today: NaiveDate,
    on_back: EventHandler<()>,
    on_way: EventHandler<Way>,
    on_deed: EventHandler<Deed>,
    track: Option<Element>,
) -> Element {
    let open = detail.until.is_none();
    let when = when(&detail, today);
    let report = detail.uid.clone();
    rsx! {
        Screen {
            Head {
                title: detail.customer_name.clone(),
                sub: rsx! { "{when}" },
                on_back,
                IconButton {
                    glyph: Glyph::ReceiptText,
                    label: tr!("report-visit"),
                    on_press: move |()| on_way.call(Way::Report(ReceiptOf::Visit(report.clone()))),
                }
                if !detail.customer.is_empty() {
                    IconButton {
                        glyph: Glyph::Store,
                        label: tr!("visit-customer"),
                        on_press: {
                            let customer = detail.customer.clone();
                            move |()| on_way.call(Way::Customer(customer.clone()))
                        },
                    }
                }
            }
            Body {
                {track.filter(|_| open)}
                Facts { detail: detail.clone() }
                Section { title: tr!("visit-happened") }
                div { class: "s-pad", Steps { steps: steps(&detail.moments) } }
                Places { detail: detail.clone() }
                Noted { note: detail.note.clone(), open, on_deed }
                Files { files, open, on_deed }
                Record { record: detail.record.clone() }
                div { class: "h-6" }
            }
            if open {
                Foot {
                    if let Some(problem) = problem {
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                    }
                    Actions { even: true,
                        if !detail.customer.is_empty() {
                            Button {
                                label: tr!("today-new-order"),
                                glyph: Glyph::Plus,
                                on_press: {
                                    let customer = detail.customer.clone();
                                    move |()| on_way.call(Way::OrderFor(customer.clone()))
                                },
                            }
                        }
                        Action {
                            label: tr!("visit-check-out"),
                            glyph: Glyph::LogOut,
                            on_press: move |()| on_deed.call(Deed::Leave),
                        }
                    }
                }
            }
        }
    }
}

/// Day and times.
fn when(detail: &VisitDetail, today: NaiveDate) -> String {
    let day = dates::near(detail.from.date_naive(), today);
    let from = dates::time(detail.from.time());
    match detail.until {
        Some(until) => {
            tr!("visit-from-until", day: day, from: from, until: dates::time(until.time()))
        }
        None => tr!("visit-here-since", time: from),
    }
}

#[component]
fn Facts(detail: VisitDetail) -> Element {
    rsx! {
        div { class: "s-pad pt-1 flex flex-wrap gap-2",
            match detail.planned {
                Some(at) => rsx! {
                    Tag { text: tr!("visit-planned-for", time: dates::time(at.time())), glyph: Glyph::CalendarDays }
                },
                None => rsx! { Tag { text: tr!("visit-unplanned") } },
            }
            if detail.until.is_some() {
                if detail.record.there {
                    Tag { text: tr!("order-detail-picture-there"), glyph: Glyph::Check, tone: Tone::Rule }
                } else {
                    Tag { text: tr!("state-waiting"), glyph: Glyph::Clock, tone: Tone::Waiting }
                }
            }
        }
    }
}

fn steps(moments: &[VisitMoment]) -> Vec<TimelineStep> {
    moments.iter().map(step).collect()
}

fn step(moment: &VisitMoment) -> TimelineStep {
    let (glyph, tone, what, about) = match &moment.what {
        VisitEvent::Arrived => (Glyph::MapPin, Tone::Rule, tr!("visit-arrived"), String::new()),
        VisitEvent::Left => (Glyph::LogOut, Tone::Quiet, tr!("visit-left"), String::new()),
        VisitEvent::Order { number, due, .. } => {
            let amount = money(due.amount, &due.currency);
            (Glyph::Receipt, Tone::Rule, tr!("visit-order", amount: amount), number.clone())
        }
        VisitEvent::Picture(name) => (Glyph::Camera, Tone::Quiet, tr!("visit-photo"), name.clone()),
        VisitEvent::Signature => {
            (Glyph::PencilLine, Tone::Quiet, tr!("visit-signed"), String::new())
        }
        VisitEvent::Task { subject, progress, .. } => {
            let percent = figure(Decimal::from(*progress), 0);
            (Glyph::ListTodo, Tone::Quiet, tr!("visit-task", percent: percent), subject.clone())
        }
        VisitEvent::Time { minutes } => {
            (Glyph::Clock, Tone::Quiet, tr!("visit-time", minutes: *minutes), String::new())
        }
    };
    TimelineStep { glyph, tone, what, about, end: dates::time(moment.at.time()) }
}

/// Where the rep arrived and left.
#[component]
fn Places(detail: VisitDetail) -> Element {
    rsx! {
        Section { title: tr!("visit-place") }
        div { class: "s-pad grid gap-3",
            Spot { name: tr!("visit-arrived"), place: detail.arrived }
            if let Some(left) = detail.left {
                Spot { name: tr!("visit-left"), place: left }
            }
        }
    }
}

#[component]
fn Spot(name: String, place: VisitPlace) -> Element {
    let away = place.distance_m.map(|metres| tr!("visit-away", distance: distance(metres)));
    let sure = place
        .position
        .as_ref()
        .map(|position| tr!("visit-accuracy", distance: distance(position.accuracy_m)));
    let facts: Vec<String> = away.into_iter().chain(sure).collect();
    let link = place.position.as_ref().and_then(|PlaceTaken { latitude, longitude, .. }| {
        links::map(Some(&(latitude.clone(), longitude.clone())), &[])
    });
    rsx! {
        div { class: "flex items-center justify-between gap-3",
            div { class: "min-w-0",
                p { class: "s-name", "{name}" }
                if !facts.is_empty() {
                    p { class: "s-meta wrap-anywhere", {facts.join(" · ")} }
                }
                NoPosition { why: place.no_position.clone() }
                if place.simulated == Some(true) {
                    p { class: "pt-1",
                        StateWord { word: tr!("visit-simulated"), glyph: Glyph::TriangleAlert, tone: Tone::Waiting }
                    }
                }
            }
            if let Some(href) = link {
                a { class: "s-btn px-0! w-12 shrink-0", href, "aria-label": tr!("order-detail-map"),
                    Icon { glyph: Glyph::MapPin }
                }
            }
        }
    }
}

/// The note: written while the visit goes on, read afterwards.
#[component]
fn Noted(note: String, open: bool, on_deed: EventHandler<Deed>) -> Element {
    if !open && note.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: tr!("visit-note") }
        div { class: "s-pad",
            if open {
                TextArea {
                    id: "visit-note",
                    label: tr!("visit-note-label"),
                    text: note,
                    on_type: move |text| on_deed.call(Deed::Note(text)),
                }
            } else {
                p { class: "whitespace-pre-line wrap-anywhere", bdi { "{note}" } }
            }
        }
    }
}

/// Pictures and signature, and the ways to add them.
#[component]
fn Files(files: Vec<Shown>, open: bool, on_deed: EventHandler<Deed>) -> Element {
    let mut signing = use_signal(|| false);
    let mut path = use_signal(String::new);
    let signed = files.iter().any(|(file, _)| is_signature(&file.file_name));
    if files.is_empty() && !open {
        return rsx! {};
    }
    rsx! {
        Section { title: tr!("visit-files") }
        div { class: "s-pad grid grid-cols-2 gap-3",
            for (place, (file, url)) in files.into_iter().enumerate() {
                Picture { key: "{place}", name: file.file_name, there: file.there, url }
            }
        }
        if open {
            div { class: "s-pad pt-3 flex flex-wrap gap-2",
                PictureButton {
                    label: tr!("visit-picture"),
                    on_picture: move |content| on_deed.call(Deed::Picture(content)),
                }
                if !signed {
                    Button {
                        label: tr!("visit-sign"),
                        glyph: Glyph::PencilLine,
                        on_press: move |()| signing.set(true),
                    }
                }
            }
        }
        if signing() {
            Sheet {
                title: tr!("visit-sign"),
                on_close: move |()| signing.set(false),
                foot: rsx! {
                    Action {
                        label: tr!("visit-sign-keep"),
                        off: path.read().is_empty(),
                        on_press: move |()| {
                            on_deed.call(Deed::Sign(std::mem::take(&mut *path.write())));
                            signing.set(false);
                        },
                    }
                },
                SignaturePad { on_sign: move |signed| path.set(signed) }
            }
        }
    }
}

#[component]
fn Picture(name: String, there: bool, url: Option<String>) -> Element {
    let signature = is_signature(&name);
    let words = if signature { tr!("visit-signed") } else { tr!("visit-photo") };
    // A signature is drawn in black on nothing.
    let ground = if signature { "bg-white object-contain p-2" } else { "object-cover" };
    let (word, glyph, tone) = if there {
        (tr!("order-detail-picture-there"), Glyph::Check, Tone::Rule)
    } else {
        (tr!("state-waiting"), Glyph::Clock, Tone::Waiting)
    };
    rsx! {
        figure { class: "min-w-0",
            if let Some(url) = url {
                img { class: "w-full aspect-[4/3] rounded-xl border border-line {ground}", src: "{url}", alt: "{words}" }
            } else {
                Tile { face: Face::Glyph(Glyph::Image) }
            }
            figcaption { class: "s-cap pt-1 grid gap-0.5",
                span { "{words}" }
                StateWord { word, glyph, tone }
            }
        }
    }
}

/// As `attach_signature` names it.
fn is_signature(file_name: &str) -> bool {
    file_name.contains("-signature.")
}
