//! The parts of a figure in a decimal column.

use super::text::{is_rtl, width};

/// How far a figure reaches beyond its whole part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tail {
    /// Signs from the decimal mark to the last digit.
    pub fraction: usize,
    /// Signs of what follows the digits, such as a unit. In a figure whose unit reads from right to left
    /// that stands on the other side, and counts nothing.
    pub unit: usize,
    /// Where in the text the digits end.
    end: usize,
}

impl Tail {
    /// Takes a figure apart. Of several numbers in it the last one counts; digits that stick to a letter, as in
    /// `m2`, are none.
    pub(super) fn of(figure: &str, decimal_mark: &str) -> Self {
        let Some((whole_end, end)) = number(figure, decimal_mark) else { return Self::default() };
        let signs = |from: usize, to: usize| figure.get(from..to).map_or(0, width);
        let unit = if is_rtl(figure) { 0 } else { signs(end, figure.trim_end().len()) };
        Self { fraction: signs(whole_end, end), unit, end }
    }

    /// The figure with spaces, so that it ends as the widest tail of its column does: its mark and its unit then
    /// stand under the others'.
    pub(super) fn padded(self, figure: &str, widest: Self) -> String {
        let short = widest.fraction.saturating_sub(self.fraction);
        let figure = figure.trim_end();
        match figure.split_at_checked(self.end).filter(|_| self.unit > 0) {
            Some((number, unit)) => {
                let behind = widest.unit.saturating_sub(self.unit);
                format!("{number}{:short$}{unit}{:behind$}", "", "")
            }
            None => format!("{figure}{:behind$}", "", behind = short + widest.unit),
        }
    }

    /// What is wider of either.
    pub(super) fn widest(self, other: Self) -> Self {
        Self {
            fraction: self.fraction.max(other.fraction),
            unit: self.unit.max(other.unit),
            end: 0,
        }
    }
}

/// Where the whole part of the last number ends, and the number itself.
fn number(figure: &str, decimal_mark: &str) -> Option<(usize, usize)> {
    let (start, end) = runs(figure).filter(|(start, _)| !sticks(figure, *start)).last()?;
    let before = figure.get(..start)?;
    let whole = before.strip_suffix(decimal_mark).filter(|whole| {
        // The full stop of a word, as in "Rs.12", is no decimal mark.
        !decimal_mark.is_empty() && !whole.ends_with(char::is_alphabetic)
    });
    Some((whole.map_or(end, str::len), end))
}

/// Whether a letter stands before the digits.
fn sticks(figure: &str, start: usize) -> bool {
    figure.get(..start).is_some_and(|before| before.ends_with(char::is_alphabetic))
}

/// The runs of digits, from the first to the last: where each begins and ends.
fn runs(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(is_digit)?;
        let run = text.get(start..)?;
        at = start + run.find(|sign| !is_digit(sign)).unwrap_or(run.len());
        Some((start, at))
    })
}

/// A digit of a script that receipts are written in: Latin, Arabic, Persian.
fn is_digit(sign: char) -> bool {
    matches!(sign, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tail(figure: &str) -> (usize, usize) {
        let tail = Tail::of(figure, ".");
        (tail.fraction, tail.unit)
    }

    #[test]
    fn a_figure_has_a_fraction_and_a_unit() {
        assert_eq!(tail("12"), (0, 0));
        assert_eq!(tail("12.50"), (3, 0));
        assert_eq!(tail("12 kg"), (0, 3));
        assert_eq!(tail("1.5 kg"), (2, 3));
        assert_eq!(tail("1,234.50 EUR"), (3, 4));
        assert_eq!(tail("$ 1,234.50"), (3, 0));
        assert_eq!(tail("2 × 12.50"), (3, 0), "the last number counts");
        assert_eq!(tail("1.5 m2"), (2, 3), "the unit has a digit");
        assert_eq!(tail("12 bot."), (0, 5), "the stop of a short form");
        assert_eq!(tail("Rs.12"), (0, 0));
        assert_eq!(tail("٣.٥ kg"), (2, 3));
        assert_eq!(tail("no figure"), (0, 0));
    }

    #[test]
    fn a_unit_of_a_right_to_left_script_stands_before_its_figure() {
        assert_eq!(tail("12.5 كجم"), (2, 0));
    }

    #[test]
    fn marks_and_units_get_under_each_other() {
        let all = ["12 kg", "1.5 kg", "0.125 t", "7"];
        let tails = all.map(|figure| Tail::of(figure, "."));
        let widest = tails.into_iter().fold(Tail::default(), Tail::widest);
        let padded: Vec<String> =
            all.iter().zip(tails).map(|(figure, tail)| tail.padded(figure, widest)).collect();
        assert_eq!(padded, ["12     kg", "1.5   kg", "0.125 t ", "7       "]);
    }

    proptest! {
        #[test]
        fn padding_keeps_every_sign(figure in "[0-9., a-zé²م٣]{0,12}", more in 0..9_usize) {
            let tail = Tail::of(&figure, ".");
            let widest = tail.widest(Tail { fraction: more, unit: more, end: 0 });
            let padded = tail.padded(&figure, widest);
            let signs = |text: &str| text.replace(' ', "");
            prop_assert_eq!(signs(&padded), signs(&figure));
            prop_assert_eq!(
                width(&padded) - width(figure.trim_end()),
                (widest.fraction - tail.fraction) + (widest.unit - tail.unit)
            );
        }

        #[test]
        fn nothing_breaks_it(figure in "\\PC{0,16}", mark in "\\PC{0,2}") {
            let tail = Tail::of(&figure, &mark);
            let _ = tail.padded(&figure, tail);
        }
    }
}
