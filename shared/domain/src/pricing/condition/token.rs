//! Cuts a condition into words.

use crate::money::num::Num;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Name(String),
    Text(String),
    Number(Num),
    Sign(&'static str),
}

/// Longer signs first, so that `<=` is not read as `<`.
const SIGNS: [&str; 18] =
    ["==", "!=", "<=", ">=", "//", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", "!"];

/// None where something is not part of what is known here.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '\'' | '"' => quoted(rest, first)?,
            '0'..='9' | '.' => number(rest)?,
            _ if first.is_alphabetic() || first == '_' => name(rest)?,
            _ => sign(rest)?,
        };
        tokens.push(token);
        rest = rest.get(length..)?.trim_start();
    }
    Some(tokens)
}

/// A text in quotes; escapes, triple quotes and prefixes are not known.
fn quoted(rest: &str, quote: char) -> Option<(Token, usize)> {
    let inner = rest.get(1..)?;
    let end = inner.find(quote)?;
    let text = inner.get(..end)?;
    let after = inner.get(end + 1..)?;
    if text.contains('\\') || text.contains('\n') || after.starts_with(['\'', '"']) {
        return None;
    }
    Some((Token::Text(text.to_owned()), end + 2))
}

fn number(rest: &str) -> Option<(Token, usize)> {
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    let mut end = rest.find(|c| !digits(c)).unwrap_or(rest.len());
    if let Some(power) = rest.get(end..)?.strip_prefix(['e', 'E']) {
        let signed = power.strip_prefix(['+', '-']).unwrap_or(power);
        let length = signed.find(|c: char| !c.is_ascii_digit()).unwrap_or(signed.len());
        end = rest.len() - signed.len() + length;
    }
    let text = rest.get(..end)?;
    let follows = rest.get(end..)?.chars().next();
    if follows.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    Some((Token::Number(Num::new(text.parse().ok()?)), end))
}

/// A name; with a dot, a bracket or a parenthesis behind it, it is more than a name.
fn name(rest: &str) -> Option<(Token, usize)> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    let follows = rest.get(end..)?;
    let operator = matches!(word, "in" | "and" | "or" | "not" | "is");
    if follows.starts_with(['.', '\'', '"']) || (follows.starts_with(['(', '[']) && !operator) {
        return None;
    }
    Some((Token::Name(word.to_owned()), end))
}

fn sign(rest: &str) -> Option<(Token, usize)> {
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
    Some((Token::Sign(sign), sign.len()))
}
