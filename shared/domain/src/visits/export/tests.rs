use chrono::DateTime;
use proptest::prelude::*;
use serde_json::Value;

use super::csv::{COLUMNS, MARK, plain};
use super::*;

fn visit(customer_name: &str) -> ExportedVisit {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
    ExportedVisit {
        uid: "0199".into(),
        day: NaiveDate::from_ymd_opt(2026, 5, 14).unwrap(),
        user: "ana@example.com".into(),
        person: "Ana Prata".into(),
        customer: "C-1".into(),
        customer_name: customer_name.into(),
        territory: "Ribeira".into(),
        check_in: at("2026-05-14T09:58:00+01:00"),
        check_out: Some(at("2026-05-14T10:20:30+01:00")),
        place: Some(Position::new(41.1512, -8.5972).unwrap()),
        accuracy_m: Some(8),
        distance_m: Some(21),
        orders: 1,
        sold: vec![(Decimal::new(40_495, 2), "EUR".into())],
        flags: vec!["Checked in 380 m away.".into()],
    }
}

/// The rows of a table, read by another hand than wrote it.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix(MARK).unwrap();
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut signs) = (false, text.chars().peekable());
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.push(signs.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign => cell.push(sign),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted);
    rows
}

#[test]
fn a_table_reads_back() {
    let rows = rows(&csv(&[visit("Café \"Âncora\", Porto")]));
    assert_eq!(rows[0], COLUMNS);
    assert_eq!(rows[1][5], "Café \"Âncora\", Porto");
    assert_eq!(rows[1][7], "2026-05-14T09:58:00+01:00");
    assert_eq!(rows[1][9..12], ["22", "41.1512000", "-8.5972000"]);
    assert_eq!(rows[1][15], "404.95 EUR");
}

#[test]
fn nothing_typed_becomes_a_formula() {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
        assert_eq!(plain(text), format!("'{text}"));
    }
    assert_eq!(plain("Ana"), "Ana");
}

#[test]
fn a_map_has_a_point_with_longitude_first() {
    let nowhere = ExportedVisit { place: None, check_out: None, ..visit("B") };
    let map: Value = serde_json::from_slice(&geojson(&[visit("A"), nowhere])).unwrap();
    let features = map["features"].as_array().unwrap();
    assert_eq!(features[0]["geometry"]["coordinates"], serde_json::json!([-8.5972, 41.1512]));
    assert_eq!(features[0]["properties"]["minutes"], 22);
    assert!(features[1]["geometry"].is_null() && features[1]["properties"]["minutes"].is_null());
}

/// The texts of elements of a name, and all attributes called `lat`, in order. Panics on what is not
/// balanced.
fn read(xml: &str, name: &str) -> (Vec<String>, Vec<String>) {
    let (mut open, mut texts, mut latitudes) = (Vec::new(), Vec::new(), Vec::new());
    for part in xml.split('<').skip(2) {
        let (tag, text) = part.split_once('>').unwrap();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed));
            continue;
        }
        let element = tag.split(' ').next().unwrap();
        open.push(element.to_owned());
        if element == name {
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&#13;", "\r");
            texts.push(text.replace("&amp;", "&"));
        }
        let latitude = tag.split_once("lat=\"").map(|(_, rest)| rest.split('"').next().unwrap());
        latitudes.extend(latitude.map(str::to_owned));
    }
    assert!(open.is_empty());
    (texts, latitudes)
}

#[test]
fn a_way_has_the_points_of_a_day_in_order() {
    let early = ExportedVisit {
        check_in: DateTime::parse_from_rfc3339("2026-05-14T08:00:00+01:00").unwrap(),
        ..visit("B & B <Porto>")
    };
    let nowhere = ExportedVisit { place: None, ..visit("C") };
    let text = String::from_utf8(gpx(&[visit("A"), early, nowhere])).unwrap();
    let (names, latitudes) = read(&text, "name");
    assert_eq!(names, ["Ana Prata 2026-05-14", "B & B <Porto>", "A"]);
    assert_eq!(latitudes, ["41.1512000", "41.1512000"]);
    assert_eq!(read(&text, "time").0, ["2026-05-14T07:00:00Z", "2026-05-14T08:58:00Z"]);
    assert!(text.contains("http://www.topografix.com/GPX/1/1"));
}

proptest! {
    #[test]
    fn any_name_goes_there_and_back(name in "\\PC{0,30}|[=+@,\"\r\n\t<>&'-]{0,8}") {
        let visits = [visit(&name)];
        let found = rows(&csv(&visits));
        prop_assert_eq!(found.len(), 2);
        prop_assert_eq!(&found[1][5], &plain(&name));
        let map: Value = serde_json::from_slice(&geojson(&visits)).unwrap();
        prop_assert_eq!(map["features"][0]["properties"]["customer_name"].as_str(), Some(name.as_str()));
        let text = String::from_utf8(gpx(&visits)).unwrap();
        let kept: String = name.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        prop_assert_eq!(&read(&text, "name").0[1], &kept);
    }
}
