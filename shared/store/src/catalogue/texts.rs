//! The texts of many rows in one piece: each for itself would cost more than writing it does.

/// Rows of `N` texts each.
pub(super) struct Texts<const N: usize> {
    text: String,
    /// Where each text of each row ends.
    ends: Vec<[usize; N]>,
}

impl<const N: usize> Texts<N> {
    pub(super) fn new() -> Self {
        Self { text: String::new(), ends: Vec::new() }
    }

    pub(super) fn push(&mut self, row: [&str; N]) {
        self.ends.push(row.map(|text| {
            self.text.push_str(text);
            self.text.len()
        }));
    }

    /// The texts of a row; empty ones where there is none.
    pub(super) fn get(&self, row: usize) -> [&str; N] {
        std::array::from_fn(|column| self.at(row, column))
    }

    /// One text of a row; an empty one where there is none.
    pub(super) fn at(&self, row: usize, column: usize) -> &str {
        let end = |row: usize, column: usize| self.ends.get(row)?.get(column).copied();
        let from = match (row.checked_sub(1), column.checked_sub(1)) {
            (_, Some(before)) => end(row, before),
            (Some(before), None) => end(before, N.saturating_sub(1)),
            (None, None) => Some(0),
        };
        let text = from.zip(end(row, column)).and_then(|(from, end)| self.text.get(from..end));
        text.unwrap_or_default()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = [&str; N]> {
        (0..self.ends.len()).map(|row| self.get(row))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Texts;

    proptest! {
        #[test]
        fn what_was_put_in_is_there(rows in prop::collection::vec([".{0,4}", ".{0,4}"], 0..9)) {
            let mut texts = Texts::<2>::new();
            rows.iter().for_each(|row| texts.push([&row[0], &row[1]]));
            let found: Vec<[String; 2]> =
                texts.rows().map(|row| row.map(str::to_owned)).collect();
            prop_assert_eq!(&found, &rows);
            prop_assert_eq!(texts.get(rows.len()), ["", ""]);
        }
    }
}
