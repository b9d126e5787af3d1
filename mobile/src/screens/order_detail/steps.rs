//! What happened to an order, in words.

use crate::components::{Glyph, TimelineStep, Tone};
use crate::format::dates;
use crate::{key, tr};
use chrono::NaiveDate;
use satchel_app::views::{OrderDetail, TimelineRow};

/// Sentence, drawing and colour of something that happened. What a newer Satchel wrote is told by
/// its note alone.
fn look(what: &str) -> Option<(&'static str, Glyph, Tone)> {
    Some(match what {
        "timeline-placed" => (key!("timeline-placed"), Glyph::CircleCheck, Tone::Quiet),
        "timeline-copied-from" => (key!("timeline-copied-from"), Glyph::Copy, Tone::Quiet),
        "timeline-sending" => (key!("timeline-sending"), Glyph::ArrowUp, Tone::Quiet),
        "timeline-answer-lost" => (key!("timeline-answer-lost"), Glyph::SearchCheck, Tone::Sending),
        "timeline-postponed" => (key!("timeline-postponed"), Glyph::Clock, Tone::Waiting),
        "timeline-booked" => (key!("timeline-booked"), Glyph::CheckCheck, Tone::Quiet),
        "timeline-totals-differ" => {
            (key!("timeline-totals-differ"), Glyph::TriangleAlert, Tone::Waiting)
        }
        "timeline-refused" => (key!("timeline-refused"), Glyph::Hand, Tone::Hand),
        "timeline-sent-again" => (key!("timeline-sent-again"), Glyph::Repeat, Tone::Quiet),
        "timeline-handed-over" => (key!("timeline-handed-over"), Glyph::Hand, Tone::Quiet),
        "timeline-left-as-draft" => (key!("timeline-left-as-draft"), Glyph::Undo2, Tone::Quiet),
        "timeline-mended" => (key!("timeline-mended"), Glyph::Copy, Tone::Quiet),
        "timeline-submitted" => (key!("timeline-submitted"), Glyph::CheckCheck, Tone::Quiet),
        "timeline-submit-refused" => (key!("timeline-submit-refused"), Glyph::Hand, Tone::Hand),
        "timeline-withdrawn" => (key!("timeline-withdrawn"), Glyph::Undo2, Tone::Quiet),
        "timeline-salvaged" => (key!("timeline-salvaged"), Glyph::ShieldCheck, Tone::Quiet),
        _ => return None,
    })
}

/// What happened to an order, oldest first.
pub fn steps(detail: &OrderDetail, today: NaiveDate) -> Vec<TimelineStep> {
    let placed = detail.row.at.date_naive();
    detail.timeline.iter().map(|row| step(detail, row, placed, today)).collect()
}

fn step(
    detail: &OrderDetail,
    row: &TimelineRow,
    placed: NaiveDate,
    today: NaiveDate,
) -> TimelineStep {
    let (what, glyph, tone) = match look(&row.what) {
        Some((key, glyph, tone)) => (tr!(key), glyph, tone),
        None => (tr!("timeline-other"), Glyph::Info, Tone::Quiet),
    };
    let about = match row.what.as_str() {
        "timeline-placed" => capture(detail),
        // The office's own words stand in full above the time line.
        "timeline-refused" => tr!("timeline-kept"),
        _ => row.note.clone(),
    };
    let date = row.at.date_naive();
    let time = dates::time(row.at.time());
    let end = if date == placed { time } else { format!("{} {time}", dates::near(date, today)) };
    TimelineStep { glyph, tone, what, about, end }
}

/// How it was taken: signed, and how exactly the place is known.
fn capture(detail: &OrderDetail) -> String {
    let signed = (!detail.signature.is_empty()).then(|| tr!("timeline-signed"));
    let place = match &detail.position {
        None => tr!("timeline-position-unknown"),
        Some(place) if place.age_min == 0 => {
            tr!("timeline-position", metres: place.accuracy_m.to_string())
        }
        Some(place) => tr!(
            "timeline-position-old",
            metres: place.accuracy_m.to_string(),
            minutes: i64::from(place.age_min)
        ),
    };
    signed.into_iter().chain([place]).collect::<Vec<_>>().join(" · ")
}
