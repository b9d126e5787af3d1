//! The line-based markup a template renders; described in `docs/receipts.md`.

use super::document::{Align, Block, Column, ColumnWidth, Symbology, TextStyle};
use super::drawing::Drawing;
use super::error::{MarkupProblem, ReceiptError};

/// Most blocks of a receipt; an order of a thousand lines fits.
const MAX_BLOCKS: usize = 10_000;

/// Longest markup, in bytes.
pub(super) const MAX_MARKUP: usize = 1 << 20;

/// Makes data plain text for the markup: marks lose their meaning, line breaks and control signs
/// turn to spaces. Everything a template prints goes through it.
pub fn escape(data: &str) -> String {
    let mut escaped = String::with_capacity(data.len());
    for sign in data.chars() {
        match sign {
            '\\' | '|' | '@' => escaped.extend(['\\', sign]),
            control if control.is_control() => escaped.push(' '),
            plain => escaped.push(plain),
        }
    }
    escaped
}

/// Reads markup into blocks.
///
/// # Errors
///
/// [`ReceiptError::Markup`] with the first wrong line; [`ReceiptError::TooLong`].
pub fn parse(markup: &str) -> Result<Vec<Block>, ReceiptError> {
    if markup.len() > MAX_MARKUP {
        return Err(ReceiptError::TooLong);
    }
    let mut blocks = Vec::new();
    for (at, line) in markup.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if blocks.len() >= MAX_BLOCKS {
            return Err(ReceiptError::TooLong);
        }
        let block = read_line(line).map_err(|problem| ReceiptError::Markup {
            line: at + 1,
            template_line: None,
            problem,
        })?;
        blocks.push(block);
    }
    Ok(blocks)
}

/// The first line of a template, from 1, that is wrong in this way whatever its expressions print.
pub(super) fn line_of(template: &str, problem: &MarkupProblem) -> Option<usize> {
    let wrong = |line: &str| read_line(without_expressions(line).trim()).as_ref() == Err(problem);
    template.lines().position(wrong).map(|at| at + 1)
}

/// A line of a template with a letter in place of what Jinja prints or does.
fn without_expressions(line: &str) -> String {
    let mut left = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('{') {
        left.push_str(before);
        let close = match behind.chars().next() {
            Some('{') => Some(("}}", "x")),
            Some('%') => Some(("%}", "")),
            Some('#') => Some(("#}", "")),
            _ => None,
        };
        match close.and_then(|(end, stands)| Some((behind.split_once(end)?.1, stands))) {
            Some((after, stands)) => {
                left.push_str(stands);
                rest = after;
            }
            None => {
                left.push('{');
                rest = behind;
            }
        }
    }
    left.push_str(rest);
    left
}

fn read_line(line: &str) -> Result<Block, MarkupProblem> {
    let Some(marked) = line.strip_prefix('@') else {
        return Ok(text_block(line, Align::default(), TextStyle::default()));
    };
    let (head, text) = match marked.split_once(':') {
        Some((head, text)) => (head, Some(text.strip_prefix(' ').unwrap_or(text))),
        None => (marked, None),
    };
    let mut words = head.split_whitespace();
    let name = words.next().unwrap_or_default();
    let words: Vec<&str> = words.collect();
    match name {
        "row" => read_row(&words, text.ok_or(MarkupProblem::MissingText)?),
        "barcode" | "qr" => read_code(name, &words, text.ok_or(MarkupProblem::MissingText)?),
        "signature" => match (words.first(), text) {
            (Some(word), _) => Err(unknown(word)),
            (None, None) => Err(MarkupProblem::MissingText),
            // What is no drawing prints nothing, as a missing field does.
            (None, Some(path)) => {
                Ok(Drawing::of_path(path).map_or(Block::Blank(0), Block::Drawing))
            }
        },
        "rule" | "logo" | "blank" | "cut" | "drawer" => {
            if text.is_some() {
                return Err(MarkupProblem::UnexpectedText);
            }
            read_bare(name, &words)
        }
        _ => {
            let (mut align, mut style) = (Align::default(), TextStyle::default());
            for word in head.split_whitespace().filter(|word| *word != "text") {
                if !set_style(&mut style, word) {
                    align = read_align(word).ok_or_else(|| unknown(word))?;
                }
            }
            Ok(text_block(text.ok_or(MarkupProblem::MissingText)?, align, style))
        }
    }
}

fn text_block(text: &str, align: Align, style: TextStyle) -> Block {
    let text = cells(text).join("|");
    Block::Text { text, align, style }
}

fn read_row(words: &[&str], text: &str) -> Result<Block, MarkupProblem> {
    let mut style = TextStyle::default();
    let mut columns = Vec::new();
    for word in words {
        if !set_style(&mut style, word) {
            columns.push(read_column(word).ok_or_else(|| unknown(word))?);
        }
    }
    let cells: Vec<String> = cells(text).iter().map(|cell| cell.trim().to_owned()).collect();
    if columns.is_empty() || cells.len() > columns.len() {
        return Err(MarkupProblem::Columns { cells: cells.len(), columns: columns.len() });
    }
    Ok(Block::Row { cells, columns, style })
}

fn read_code(name: &str, words: &[&str], text: &str) -> Result<Block, MarkupProblem> {
    let data = cells(text).join("|").trim().to_owned();
    match (name, words) {
        ("qr", []) => Ok(Block::Qr { size: 6, data }),
        ("qr", [size]) => match size.parse() {
            Ok(size @ 1..=16) => Ok(Block::Qr { size, data }),
            _ => Err(unknown(size)),
        },
        ("barcode", []) => Ok(Block::Barcode { symbology: Symbology::Code128, data }),
        ("barcode", [kind]) => {
            let symbology = Symbology::named(kind).ok_or_else(|| unknown(kind))?;
            Ok(Block::Barcode { symbology, data })
        }
        (_, words) => Err(unknown(words.last().copied().unwrap_or(name))),
    }
}

fn read_bare(name: &str, words: &[&str]) -> Result<Block, MarkupProblem> {
    match (name, words) {
        ("rule", []) => Ok(Block::Rule('-')),
        ("rule", [sign]) => match sign.chars().next() {
            Some(first) if sign.len() == first.len_utf8() && first.is_ascii_graphic() => {
                Ok(Block::Rule(first))
            }
            _ => Err(unknown(sign)),
        },
        ("logo", []) => Ok(Block::Logo),
        ("drawer", []) => Ok(Block::Drawer),
        ("cut", []) => Ok(Block::Cut { partial: false }),
        ("cut", ["partial"]) => Ok(Block::Cut { partial: true }),
        ("blank", []) => Ok(Block::Blank(1)),
        ("blank", [lines]) => match lines.parse() {
            Ok(lines @ 1..=20) => Ok(Block::Blank(lines)),
            _ => Err(unknown(lines)),
        },
        (_, words) => Err(unknown(words.last().copied().unwrap_or(name))),
    }
}

fn unknown(word: &str) -> MarkupProblem {
    MarkupProblem::UnknownWord(word.chars().take(40).collect())
}

fn set_style(style: &mut TextStyle, word: &str) -> bool {
    match word {
        "bold" => style.bold = true,
        "underline" => style.underline = true,
        "wide" => style.wide = true,
        "tall" => style.tall = true,
        "big" => (style.wide, style.tall) = (true, true),
        _ => return false,
    }
    true
}

fn read_align(word: &str) -> Option<Align> {
    match word {
        "start" => Some(Align::Start),
        "center" => Some(Align::Center),
        "end" => Some(Align::End),
        _ => None,
    }
}

/// `*`, `*>`, `12`, `12>`, `12^` or `12.`.
fn read_column(word: &str) -> Option<Column> {
    let (width, align) = match word.char_indices().last()? {
        (at, '<') => (word.get(..at)?, Align::Start),
        (at, '^') => (word.get(..at)?, Align::Center),
        (at, '>') => (word.get(..at)?, Align::End),
        (at, '.') => (word.get(..at)?, Align::Decimal),
        _ => (word, Align::Start),
    };
    let width = match width {
        "*" => ColumnWidth::Rest,
        number => ColumnWidth::Fixed(number.parse().ok().filter(|width| (1..=48).contains(width))?),
    };
    Some(Column { width, align })
}

/// Cuts a text at its bars and takes the escapes out.
fn cells(text: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        let plain = match sign {
            '|' => {
                cells.push(String::new());
                continue;
            }
            '\\' => signs.next().unwrap_or('\\'),
            other => other,
        };
        if let Some(cell) = cells.last_mut() {
            cell.push(plain);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(line: &str) -> Result<Block, ReceiptError> {
        parse(line).map(|mut blocks| blocks.remove(0))
    }

    fn text(text: &str) -> Block {
        text_block(&escape(text), Align::Start, TextStyle::default())
    }

    #[test]
    fn texts() {
        assert_eq!(one("Hello").unwrap(), text("Hello"));
        let style = TextStyle { bold: true, wide: true, tall: true, ..TextStyle::default() };
        assert_eq!(
            one("@center big bold: A: b").unwrap(),
            Block::Text { text: "A: b".to_owned(), align: Align::Center, style }
        );
        assert_eq!(one("\\@home \\| \\\\").unwrap(), text("@home | \\"));
    }

    #[test]
    fn rows() {
        let Block::Row { cells, columns, .. } = one("@row * 8. 6>: a \\| b | 1.5 | x").unwrap()
        else {
            panic!("a row");
        };
        assert_eq!(cells, ["a | b", "1.5", "x"]);
        assert_eq!(columns[1], Column { width: ColumnWidth::Fixed(8), align: Align::Decimal });
        assert_eq!(
            one("@row *: a | b"),
            Err(ReceiptError::Markup {
                line: 1,
                template_line: None,
                problem: MarkupProblem::Columns { cells: 2, columns: 1 }
            })
        );
    }

    #[test]
    fn other_blocks() {
        assert_eq!(one("@rule =").unwrap(), Block::Rule('='));
        assert_eq!(one("@cut partial").unwrap(), Block::Cut { partial: true });
        assert_eq!(one("@blank 3").unwrap(), Block::Blank(3));
        let signed = Drawing::of_path("M1.0 2.0L3.0 4.0").unwrap();
        assert_eq!(one("@signature: M1.0 2.0L3.0 4.0").unwrap(), Block::Drawing(signed));
        assert_eq!(one("@signature: Ana").unwrap(), Block::Blank(0));
        assert!(one("@signature").is_err() && one("@signature bold: M1 2").is_err());
        assert_eq!(one("@qr 4: x|y").unwrap(), Block::Qr { size: 4, data: "x|y".to_owned() });
        assert_eq!(
            one("@barcode ean13: 4006381333931").unwrap(),
            Block::Barcode { symbology: Symbology::Ean13, data: "4006381333931".to_owned() }
        );
    }

    #[test]
    fn a_wrong_line_is_named() {
        let wrong = |problem| Err(ReceiptError::Markup { line: 3, template_line: None, problem });
        assert_eq!(
            parse("a\n\n@centre: b"),
            wrong(MarkupProblem::UnknownWord("centre".to_owned()))
        );
        assert_eq!(parse("a\n\n@bold"), wrong(MarkupProblem::MissingText));
        assert_eq!(parse("a\n\n@cut: now"), wrong(MarkupProblem::UnexpectedText));
        assert_eq!(parse(&"a\n".repeat(MAX_BLOCKS + 1)), Err(ReceiptError::TooLong));
    }

    proptest! {
        #[test]
        fn any_markup_is_read_or_refused(markup in "(@?[a-z*|\\\\:.<>^ 0-9\n]{0,12}|\\PC{0,9}){0,9}") {
            let _ = parse(&markup);
        }

        #[test]
        fn escaped_data_is_one_text(data in "[@|\\\\:a-z\n\u{1b}]{0,20}\\PC{0,20}") {
            let expected: String =
                data.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
            prop_assume!(!expected.trim().is_empty());
            let blocks = parse(&format!("@text: {}", escape(&data))).unwrap();
            let Block::Text { text, .. } = &blocks[0] else { panic!("a text") };
            prop_assert_eq!(text.trim(), expected.trim());
            prop_assert_eq!(blocks.len(), 1);
        }
    }
}
