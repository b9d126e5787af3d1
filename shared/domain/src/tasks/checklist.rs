//! The checklist in a task's description.
//!
//! Two spellings count: the check list of Frappe's text editor, `<li data-list="checked">`, and a line
//! that begins with `[ ]` or `[x]`, as people type it. Ticking changes the mark alone; whatever else the
//! office wrote stays as it is, letter for letter.

use std::ops::Range;

use crate::receipts::text_lines;

const ATTRIBUTE: &str = "data-list=\"";

/// An item of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckItem {
    /// What is to be done, in plain text.
    pub text: String,
    /// Whether it is.
    pub done: bool,
}

/// An item and where it stands in the description.
struct Mark {
    /// The bytes that say whether it is done.
    at: Range<usize>,
    /// The bytes of the whole item.
    whole: Range<usize>,
    /// Whether it is an attribute, or else a bracket.
    attribute: bool,
    done: bool,
    text: String,
}

impl Mark {
    fn written(&self, done: bool) -> &'static str {
        match (self.attribute, done) {
            (true, true) => "checked",
            (true, false) => "unchecked",
            (false, true) => "[x]",
            (false, false) => "[ ]",
        }
    }
}

/// The items of a description, in order.
pub fn checklist(description: &str) -> Vec<CheckItem> {
    let items = marks(description).into_iter();
    items.map(|mark| CheckItem { text: mark.text, done: mark.done }).collect()
}

/// The description with an item, counted from 0, done or not; `None` where there is no such item.
pub fn ticked(description: &str, item: usize, done: bool) -> Option<String> {
    let marks = marks(description);
    (item < marks.len())
        .then(|| write(description, &marks, |at, mark| if at == item { done } else { mark.done }))
}

/// The lines of a description besides its checklist, in plain text.
pub fn besides_checklist(description: &str) -> Vec<String> {
    let mut html = String::with_capacity(description.len());
    let mut end = 0;
    for mark in marks(description) {
        html.push_str(description.get(end..mark.whole.start).unwrap_or_default());
        html.push('\n');
        end = mark.whole.end;
    }
    html.push_str(description.get(end..).unwrap_or_default());
    text_lines(&html)
}

/// One description of two that were changed apart: ticks of both, and the words of whichever side changed
/// them. `None` where both changed the words.
pub fn merged(base: &str, mine: &str, theirs: &str) -> Option<String> {
    let [b, m, t] = [base, mine, theirs].map(unticked);
    if m == t {
        let (before, others) = (marks(base), marks(mine));
        return Some(write(theirs, &marks(theirs), |at, mark| {
            let mine = others.get(at).is_some_and(|mark| mark.done);
            match before.get(at).filter(|_| b == t) {
                Some(before) if mine == before.done => mark.done,
                Some(_) => mine,
                None => mine || mark.done,
            }
        }));
    }
    if m == b {
        return Some(carried(base, mine, theirs));
    }
    (t == b).then(|| carried(base, theirs, mine))
}

/// The ticks `from` made over `base`, put into `onto` wherever the item still says the same.
fn carried(base: &str, from: &str, onto: &str) -> String {
    let before = marks(base);
    let ticks: Vec<Mark> = marks(from)
        .into_iter()
        .zip(&before)
        .filter(|(mark, before)| mark.done != before.done)
        .map(|(mark, _)| mark)
        .collect();
    write(onto, &marks(onto), |_, mark| {
        ticks.iter().find(|tick| tick.text == mark.text).map_or(mark.done, |tick| tick.done)
    })
}

fn unticked(description: &str) -> String {
    write(description, &marks(description), |_, _| false)
}

fn write(description: &str, marks: &[Mark], done: impl Fn(usize, &Mark) -> bool) -> String {
    let mut written = String::with_capacity(description.len());
    let mut end = 0;
    for (at, mark) in marks.iter().enumerate() {
        written.push_str(description.get(end..mark.at.start).unwrap_or_default());
        written.push_str(mark.written(done(at, mark)));
        end = mark.at.end;
    }
    written.push_str(description.get(end..).unwrap_or_default());
    written
}

fn marks(description: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    let mut line_starts = true;
    while let Some(rest) = description.get(at..).filter(|rest| !rest.is_empty()) {
        let found = if rest.starts_with("<li") {
            attribute(description, at)
        } else if line_starts {
            bracket(description, at)
        } else {
            None
        };
        if let Some(mark) = found {
            at = mark.whole.end;
            marks.push(mark);
            line_starts = true;
            continue;
        }
        let Some(sign) = rest.chars().next() else { break };
        line_starts = match sign {
            '>' | '\n' => true,
            ' ' | '-' | '*' | '\u{feff}' => line_starts,
            _ => false,
        };
        at += sign.len_utf8();
    }
    marks
}

/// `<li data-list="checked">…</li>` at a place.
fn attribute(description: &str, start: usize) -> Option<Mark> {
    let rest = description.get(start..)?;
    let tag = rest.get(..rest.find('>')?)?;
    let value = start + tag.find(ATTRIBUTE)? + ATTRIBUTE.len();
    let written = description.get(value..)?;
    let done = match written.get(..written.find('"')?)? {
        "checked" => true,
        "unchecked" => false,
        _ => return None,
    };
    let inside = start + tag.len() + 1;
    let length = description.get(inside..)?.find("</li").unwrap_or(description.len() - inside);
    let text = text_lines(description.get(inside..inside + length)?).join(" ");
    let value_end = value + if done { "checked".len() } else { "unchecked".len() };
    Some(Mark { at: value..value_end, whole: start..inside + length, attribute: true, done, text })
}

/// `[ ] …` or `[x] …` at a place where a line starts.
fn bracket(description: &str, start: usize) -> Option<Mark> {
    let rest = description.get(start..)?;
    let done = match rest.get(..4)? {
        "[ ] " => false,
        "[x] " | "[X] " => true,
        _ => return None,
    };
    let length = rest.find(['<', '\n']).unwrap_or(rest.len());
    let text = text_lines(rest.get(4..length)?).join(" ");
    Some(Mark { at: start..start + 3, whole: start..start + length, attribute: false, done, text })
}

#[cfg(test)]
#[path = "checklist_tests.rs"]
mod tests;
