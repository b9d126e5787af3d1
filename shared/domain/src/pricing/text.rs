//! Writes figures and dates the way the server puts them into texts.

use chrono::NaiveDate;

use crate::masters::Text;
use crate::money::num::Num;

/// A date in the site's format.
pub(super) fn date(date: NaiveDate, format: &str) -> String {
    let pattern = format.replace("yyyy", "%Y").replace("mm", "%m").replace("dd", "%d");
    let known = !format.contains('%') && pattern.matches('%').count() == 3 && pattern.len() == 8;
    date.format(if known { &pattern } else { "%Y-%m-%d" }).to_string()
}

/// A number as Python prints a float.
pub(super) fn number(number: Num) -> String {
    let value = number.get();
    if value == 0.0 {
        return if value.is_sign_negative() { "-0.0" } else { "0.0" }.to_owned();
    }
    let scientific = format!("{value:e}");
    let Some((digits, exponent)) = scientific.split_once('e') else { return scientific };
    match exponent.parse::<i32>() {
        Ok(power) if !(-4..16).contains(&power) => {
            let sign = if power < 0 { '-' } else { '+' };
            format!("{digits}e{sign}{:02}", power.abs())
        }
        _ => format!("{value:?}"),
    }
}

/// A text as Python's JSON writes it: everything beyond ASCII escaped.
pub(super) fn quoted(text: &str) -> String {
    use std::fmt::Write;
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            ' '..='~' => quoted.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    // Writing to a String cannot fail.
                    let _ = write!(quoted, "\\u{unit:04x}");
                }
            }
        }
    }
    quoted.push('"');
    quoted
}

/// The rates of an Item Tax Template: `{"VAT - AT": 5.0}`.
pub(super) fn rates(rates: &[(Text, Num)]) -> String {
    let pairs: Vec<String> = rates
        .iter()
        .map(|(account, rate)| format!("{}: {}", quoted(account), number(*rate)))
        .collect();
    format!("{{{}}}", pairs.join(", "))
}

/// The tax of each item: `{"I-010":[8.25,5.968875]}`.
pub(super) fn item_wise(detail: &[(Text, Num, Num)]) -> String {
    let pairs: Vec<String> = detail
        .iter()
        .map(|(item, rate, tax)| format!("{}:[{},{}]", quoted(item), number(*rate), number(*tax)))
        .collect();
    format!("{{{}}}", pairs.join(","))
}

/// The names of rules: a list with one name a line, indented by one.
pub(super) fn rule_names(names: &[Text]) -> String {
    if names.is_empty() {
        return "[]".to_owned();
    }
    let names: Vec<String> = names.iter().map(|name| format!(" {}", quoted(name))).collect();
    format!("[\n{}\n]", names.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_as_in_python() {
        let print = |value| number(Num::new(value));
        assert_eq!(print(5.0), "5.0");
        assert_eq!(print(5.968_875), "5.968875");
        assert_eq!(print(0.0001), "0.0001");
        assert_eq!(print(0.000_012_5), "1.25e-05");
        assert_eq!(print(1e16), "1e+16");
        assert_eq!(print(1e15), "1000000000000000.0");
        assert_eq!(print(-0.0), "-0.0");
        assert_eq!(print(0.1 + 0.2), "0.30000000000000004");
    }

    #[test]
    fn texts_are_escaped_as_in_python() {
        assert_eq!(quoted("caf\u{e9} \"x\"\u{1F600}"), "\"caf\\u00e9 \\\"x\\\"\\ud83d\\ude00\"");
    }

    #[test]
    fn dates_follow_the_site() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        assert_eq!(date(day, "mm-dd-yyyy"), "06-30-2026");
        assert_eq!(date(day, "dd/mm/yyyy"), "30/06/2026");
        assert_eq!(date(day, "%q nonsense"), "2026-06-30");
    }
}
