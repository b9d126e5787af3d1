//! A table of visits (RFC 4180, UTF-8 with a mark at the front, which spreadsheets need to see).

use super::{ExportedVisit, degrees, moment};

/// The names of the columns. They are for programs and stay English.
pub(super) const COLUMNS: [&str; 17] = [
    "uid",
    "day",
    "user",
    "person",
    "customer",
    "customer_name",
    "territory",
    "check_in",
    "check_out",
    "minutes",
    "latitude",
    "longitude",
    "accuracy_m",
    "distance_m",
    "orders",
    "sold",
    "flags",
];

/// The mark in front (Unicode, section 23.8).
pub(super) const MARK: &str = "\u{feff}";

/// The table. A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
/// injection); figures are written by this app and need none.
pub fn csv(visits: &[ExportedVisit]) -> Vec<u8> {
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    // Writing into memory does not fail.
    let _ = table.write_record(COLUMNS);
    for visit in visits {
        let _ = table.write_record(cells(visit));
    }
    table.into_inner().unwrap_or_default()
}

fn cells(visit: &ExportedVisit) -> [String; COLUMNS.len()] {
    let figure = |figure: Option<u32>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    [
        plain(&visit.uid),
        visit.day.to_string(),
        plain(&visit.user),
        plain(&visit.person),
        plain(&visit.customer),
        plain(&visit.customer_name),
        plain(&visit.territory),
        moment(visit.check_in),
        visit.check_out.map(moment).unwrap_or_default(),
        visit.minutes().map(|minutes| minutes.to_string()).unwrap_or_default(),
        visit.place.map(|place| degrees(place.latitude())).unwrap_or_default(),
        visit.place.map(|place| degrees(place.longitude())).unwrap_or_default(),
        figure(visit.accuracy_m),
        figure(visit.distance_m),
        visit.orders.to_string(),
        plain(&visit.sold_text()),
        plain(&visit.flags.join(" ")),
    ]
}

/// A text no spreadsheet counts with.
pub(super) fn plain(text: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let guarded = text.starts_with(formula) || text.starts_with('\'');
    if guarded { format!("'{text}") } else { text.to_owned() }
}
