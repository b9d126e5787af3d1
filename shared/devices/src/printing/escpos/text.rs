//! Lines of text in a printer's code pages.

use super::super::clean::clean;
use super::super::{CodePage, PrinterProfile};
use satchel_domain::receipts::TextLine;

/// Bytes in one code page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// The page's number behind `ESC t`; none where any page will do.
    pub number: Option<u8>,
    /// The bytes, none of them a command.
    pub bytes: Vec<u8>,
}

/// The line in as few code pages as it takes; none where a sign is in no page of the printer, or the
/// text is set by other rules than one sign a column from the left.
pub(super) fn encode(line: &TextLine, profile: &PrinterProfile) -> Option<Vec<Run>> {
    if line.spans.iter().any(|span| span.rtl) {
        return None;
    }
    let mut signs: Vec<char> = Vec::new();
    for span in &line.spans {
        let text = clean(&span.text);
        // A sign wider than a column is in no code page; one without width would shift the rest.
        if text.chars().count() > span.width {
            return None;
        }
        signs.resize(span.column.max(signs.len()), ' ');
        signs.extend(text.chars());
    }
    if signs.len() > profile.columns {
        return None;
    }
    in_one(&signs, profile).or_else(|| in_several(&signs, profile))
}

fn ascii(sign: char) -> Option<u8> {
    u8::try_from(sign).ok().filter(|byte| (0x20..0x7f).contains(byte))
}

fn in_page(signs: &[char], page: CodePage) -> Option<Vec<u8>> {
    signs.iter().map(|sign| page.encode(*sign)).collect()
}

/// Plain ASCII in any page, else the first page that has every sign.
fn in_one(signs: &[char], profile: &PrinterProfile) -> Option<Vec<Run>> {
    if let Some(bytes) = signs.iter().map(|sign| ascii(*sign)).collect() {
        return Some(vec![Run { number: None, bytes }]);
    }
    profile.code_pages.iter().find_map(|page| {
        let bytes = in_page(signs, page.page)?;
        Some(vec![Run { number: Some(page.number), bytes }])
    })
}

/// Changes the page within the line, each run as long as its page allows.
fn in_several(signs: &[char], profile: &PrinterProfile) -> Option<Vec<Run>> {
    let mut runs = Vec::new();
    let mut rest = signs;
    while !rest.is_empty() {
        let (length, page) = profile
            .code_pages
            .iter()
            .map(|page| {
                let fits = rest.iter().take_while(|sign| page.page.encode(**sign).is_some());
                (fits.count(), page)
            })
            // The first of the longest.
            .rev()
            .max_by_key(|(length, _)| *length)
            .filter(|(length, _)| *length > 0)?;
        let (now, later) = rest.split_at_checked(length)?;
        runs.push(Run { number: Some(page.number), bytes: in_page(now, page.page)? });
        rest = later;
    }
    Some(runs)
}
