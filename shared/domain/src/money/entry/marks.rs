//! Which marks in a typed number are decimal marks and which only group its digits.

use super::EntryRefusal;
use crate::money::NumberFormat;
use crate::money::format::decimal_mark;

/// A typed number without its marks, in ASCII digits.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) negative: bool,
    pub(super) whole: String,
    pub(super) fraction: String,
}

/// A sign of a number once scripts and look-alikes are levelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Digit(char),
    Point,
    Comma,
    /// Always groups: a space, an apostrophe, the Arabic thousands mark.
    Group,
    /// Always the decimal mark: the Arabic one.
    Decimal,
}

/// Reads a text into whole and fraction digits.
pub(super) fn plain(text: &str, format: NumberFormat) -> Result<Plain, EntryRefusal> {
    let text: String = text.chars().filter(|sign| !is_invisible(*sign)).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(EntryRefusal::Empty);
    }
    let unsigned = text.strip_prefix(['-', '−', '+']).map(str::trim_start);
    let negative = text.starts_with(['-', '−']);
    let signs = unsigned
        .unwrap_or(text)
        .chars()
        .map(level)
        .collect::<Option<Vec<_>>>()
        .ok_or(EntryRefusal::NotANumber)?;
    let signs = joined_groups(&signs);
    if !signs.iter().any(|sign| matches!(sign, Sign::Digit(_))) {
        return Err(if signs.len() <= 1 {
            EntryRefusal::Unfinished
        } else {
            EntryRefusal::NotANumber
        });
    }
    // A mark at the end is one being typed; whatever it is, nothing stands behind it yet.
    let signs = match signs.split_last() {
        Some((last, before)) if !matches!(last, Sign::Digit(_)) => before,
        _ => &signs,
    };
    split(signs, format).map(|(whole, fraction)| Plain { negative, whole, fraction })
}

fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn level(sign: char) -> Option<Sign> {
    match sign {
        '.' | '．' => Some(Sign::Point),
        ',' | '،' | '，' => Some(Sign::Comma),
        '٫' => Some(Sign::Decimal),
        '٬' | '\'' | '’' => Some(Sign::Group),
        space if space.is_whitespace() => Some(Sign::Group),
        digit => ascii_digit(digit).map(Sign::Digit),
    }
}

/// The ASCII digit of a decimal digit in the scripts of our languages and their neighbours.
fn ascii_digit(digit: char) -> Option<char> {
    if digit.is_ascii_digit() {
        return Some(digit);
    }
    ['\u{0660}', '\u{06f0}', '\u{0966}', '\u{09e6}', '\u{ff10}'].into_iter().find_map(|zero| {
        let value = u32::from(digit).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10)
    })
}

/// A space behind a comma or point belongs to it: `1, 234` groups by one mark.
fn joined_groups(signs: &[Sign]) -> Vec<Sign> {
    let mut joined: Vec<Sign> = Vec::with_capacity(signs.len());
    for sign in signs {
        let behind_mark = matches!(joined.last(), Some(Sign::Comma | Sign::Point));
        if !(behind_mark && *sign == Sign::Group) {
            joined.push(*sign);
        }
    }
    joined
}

fn split(signs: &[Sign], format: NumberFormat) -> Result<(String, String), EntryRefusal> {
    let is_mark = |sign: &Sign| !matches!(sign, Sign::Digit(_));
    let fraction_at = match signs.iter().rposition(is_mark) {
        Some(last) if is_decimal(signs, last, format) => Some(last),
        _ => None,
    };
    let (whole, fraction) = match fraction_at.and_then(|at| signs.split_at_checked(at)) {
        Some((whole, mark_and_fraction)) => (whole, mark_and_fraction.get(1..).unwrap_or_default()),
        None => (signs, [].as_slice()),
    };
    if !is_grouped_well(whole, format) {
        return Err(EntryRefusal::NotANumber);
    }
    Ok((digits(whole), digits(fraction)))
}

/// Whether the last mark is the decimal one.
fn is_decimal(signs: &[Sign], last: usize, format: NumberFormat) -> bool {
    let own = if decimal_mark(&format) == "," { Sign::Comma } else { Sign::Point };
    let Some(mark) = signs.get(last).copied() else { return false };
    let count = |mark: Sign| signs.iter().filter(|sign| **sign == mark).count();
    match mark {
        Sign::Digit(_) | Sign::Group => false,
        Sign::Decimal => true,
        _ if count(mark) > 1 => false,
        mark if mark == own => true,
        // The other mark groups if this site groups by it and it stands where a group begins.
        mark => {
            let others = signs.iter().filter(|sign| !matches!(sign, Sign::Digit(_))).count() > 1;
            others || !groups_by(mark, format) || !is_grouped_well(signs, format)
        }
    }
}

fn groups_by(mark: Sign, format: NumberFormat) -> bool {
    match mark {
        Sign::Comma => format.group().starts_with(','),
        Sign::Point => format.group().starts_with('.'),
        _ => false,
    }
}

/// Whether one kind of mark cuts the digits into groups: three each, or by lakh and crore where the
/// site groups so, the first shorter and not 0. No mark is well too.
fn is_grouped_well(signs: &[Sign], format: NumberFormat) -> bool {
    let is_mark = |sign: &Sign| !matches!(sign, Sign::Digit(_));
    let mut marks = signs.iter().filter(|sign| is_mark(sign));
    let Some(first_mark) = marks.next() else { return true };
    if marks.any(|mark| mark != first_mark) || *first_mark == Sign::Decimal {
        return false;
    }
    if matches!(signs.first(), Some(Sign::Digit('0'))) {
        return false;
    }
    let lengths: Vec<usize> = signs.split(is_mark).map(<[Sign]>::len).collect();
    let Some((first, rest)) = lengths.split_first() else { return false };
    let Some((last, middle)) = rest.split_last() else { return false };
    let by_thousands = (1..=3).contains(first) && rest.iter().all(|length| *length == 3);
    let by_lakh = (1..=2).contains(first) && *last == 3 && middle.iter().all(|length| *length == 2);
    by_thousands || (format.is_indian() && by_lakh)
}

fn digits(signs: &[Sign]) -> String {
    signs
        .iter()
        .filter_map(|sign| match sign {
            Sign::Digit(digit) => Some(*digit),
            _ => None,
        })
        .collect()
}
