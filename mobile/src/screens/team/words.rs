//! What looks wrong about a visit, in sentences.

use crate::components::*;
use crate::format;
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{Break, Flag, MoneyView};

/// A flag in a sentence. It asks; what it means is for people to judge.
pub fn flag_words(flag: &Flag) -> String {
    let figure = |figure: u64| format::figure(Decimal::from(figure), 0);
    match flag {
        Flag::Far { metres } => tr!("team-flag-far", distance: format::distance(*metres)),
        Flag::Simulated => tr!("team-flag-simulated"),
        Flag::ClockChanged { minutes } => {
            let count = minutes.unsigned_abs();
            let (text, count) = (figure(count), i64::try_from(count).unwrap_or(i64::MAX));
            match *minutes < 0 {
                true => tr!("team-flag-clock-back", count: count, minutes: text),
                false => tr!("team-flag-clock-ahead", count: count, minutes: text),
            }
        }
        Flag::TooFast { kmh } => tr!("team-flag-fast", speed: figure((*kmh).into())),
        Flag::Chain(Break::Changed) => tr!("team-flag-changed"),
        Flag::Chain(Break::Missing) => tr!("team-flag-missing"),
        Flag::Chain(Break::Elsewhere) => tr!("team-flag-elsewhere"),
        Flag::NoCheckOut => tr!("team-flag-open"),
    }
}

/// Why a flag is shown, in a sentence or two.
pub fn flag_why(flag: &Flag) -> String {
    match flag {
        Flag::Far { .. } => tr!("team-why-far"),
        Flag::Simulated => tr!("team-why-simulated"),
        Flag::ClockChanged { .. } => tr!("team-why-clock"),
        Flag::TooFast { .. } => tr!("team-why-fast"),
        Flag::Chain(Break::Changed) => tr!("team-why-changed"),
        Flag::Chain(Break::Missing) => tr!("team-why-missing"),
        Flag::Chain(Break::Elsewhere) => tr!("team-why-elsewhere"),
        Flag::NoCheckOut => tr!("team-why-open"),
    }
}

/// The drawing of a flag.
pub fn flag_glyph(flag: &Flag) -> Glyph {
    match flag {
        Flag::Far { .. } | Flag::Simulated => Glyph::MapPin,
        Flag::ClockChanged { .. } => Glyph::Clock,
        Flag::TooFast { .. } => Glyph::Navigation,
        Flag::Chain(_) => Glyph::TriangleAlert,
        Flag::NoCheckOut => Glyph::LogOut,
    }
}

/// Amounts of several currencies side by side; a dash for none.
pub fn sums(sold: &[MoneyView]) -> String {
    let sums = sold.iter().map(|money| format::money(money.amount, &money.currency));
    let sums: Vec<String> = sums.collect();
    if sums.is_empty() { "–".to_owned() } else { sums.join(" + ") }
}

/// Minutes as a person says them: `25 min`, `3 h 10 min`.
pub fn minutes(count: u32) -> String {
    match (count / 60, count % 60) {
        (0, minutes) => tr!("team-minutes", minutes: minutes.to_string()),
        (hours, minutes) => {
            tr!("team-hours", hours: hours.to_string(), minutes: minutes.to_string())
        }
    }
}

/// The flags of a visit, one below the other.
#[component]
pub fn Flags(
    /// What looks wrong.
    flags: Vec<Flag>,
) -> Element {
    rsx! {
        for (place, flag) in flags.iter().enumerate() {
            span { key: "{place}", class: "s-state is-hand s-line1",
                Icon { glyph: flag_glyph(flag) }
                {flag_words(flag)}
            }
        }
    }
}
