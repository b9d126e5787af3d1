//! Visits as GPX 1.1 (topografix.com/GPX/1/1): a route for each person and day.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{NaiveDate, SecondsFormat, Utc};

use super::{ExportedVisit, degrees};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Satchel" xmlns="http://www.topografix.com/GPX/1/1">
"#;

/// The routes, days in order. Visits without a place are left out: a point of GPX has one.
pub fn gpx(visits: &[ExportedVisit]) -> Vec<u8> {
    let mut ways: BTreeMap<(NaiveDate, &str), Vec<&ExportedVisit>> = BTreeMap::new();
    for visit in visits.iter().filter(|visit| visit.place.is_some()) {
        ways.entry((visit.day, &visit.user)).or_default().push(visit);
    }
    let mut text = HEAD.to_owned();
    for ((day, _), mut visits) in ways {
        visits.sort_by_key(|visit| visit.check_in);
        let person = visits.first().map_or("", |visit| visit.person.as_str());
        // Writing into a text does not fail.
        let _ = writeln!(text, "<rte><name>{}</name>", escaped(&format!("{person} {day}")));
        for visit in visits {
            point(&mut text, visit);
        }
        text.push_str("</rte>\n");
    }
    text.push_str("</gpx>\n");
    text.into_bytes()
}

/// A point of a route; its elements in the order of the schema (`wptType`).
fn point(text: &mut String, visit: &ExportedVisit) {
    let Some(place) = visit.place else { return };
    let (latitude, longitude) = (degrees(place.latitude()), degrees(place.longitude()));
    let time = visit.check_in.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Secs, true);
    let about: Vec<String> =
        std::iter::once(visit.sold_text()).chain(visit.flags.iter().cloned()).collect();
    let about: Vec<&str> =
        about.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let _ = writeln!(
        text,
        "<rtept lat=\"{latitude}\" lon=\"{longitude}\"><time>{time}</time><name>{}</name>\
         <desc>{}</desc></rtept>",
        escaped(&visit.customer_name),
        escaped(&about.join(". ")),
    );
}

/// A text inside an element. What XML 1.0 cannot hold (section 2.2) is left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\t' | '\n' => safe.push(c),
            // A bare carriage return would be read as a line feed (section 2.11).
            '\r' => safe.push_str("&#13;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => safe.push(c),
        }
    }
    safe
}
