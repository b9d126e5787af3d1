//! Readings that say the same.

use super::code::{Code, Format};

/// Lines that must agree before a bar code in one picture counts: one where some sixty edges were
/// measured, three where nothing checks the text, more where it may be half of another.
fn enough(code: &Code) -> u32 {
    match code.format {
        _ if code.may_be_half() => 4,
        Format::Ean13 | Format::UpcA => 1,
        Format::Ean8 | Format::UpcE | Format::Code128 => 2,
        _ if code.is_weak() => 3,
        _ => 2,
    }
}

/// Bar codes and how many lines read each.
#[derive(Debug, Default)]
pub(super) struct Votes {
    counts: Vec<(Code, u32)>,
}

impl Votes {
    pub(super) fn add(&mut self, code: Code) {
        match self.counts.iter_mut().find(|(known, _)| *known == code) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((code, 1)),
        }
    }

    /// Those enough lines agree on, and that are no misreading of another: one that has not a
    /// quarter of the votes of the best, half of one that was read whole, or a weak one that has not
    /// more than all others of its kind together, is.
    pub(super) fn believed(&self) -> Vec<Code> {
        let most = self.counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let believed = |(code, count): &&(Code, u32)| {
            let half = self.counts.iter().any(|(whole, _)| code.is_half_of(whole));
            if half || count.saturating_mul(4) < most {
                return false;
            }
            if !code.is_weak() {
                return *count >= enough(code);
            }
            let alike = self.counts.iter().filter(|(other, _)| other.format == code.format);
            let all: u32 = alike.map(|(_, count)| *count).sum();
            *count >= enough(code) && count.saturating_mul(2) > all
        };
        self.counts.iter().filter(believed).map(|(code, _)| code.clone()).collect()
    }

    /// The one most lines agree on; of several as certain the one read first.
    pub(super) fn best(&self) -> Option<Code> {
        let believed = self.believed();
        let of = |wanted: &Code| self.counts.iter().find(|(code, _)| code == wanted);
        let count = |code: &Code| of(code).map_or(0, |(_, count)| *count);
        believed.into_iter().rev().max_by_key(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(readings: &[(Format, &str, u32)]) -> Votes {
        let mut votes = Votes::default();
        for (format, text, count) in readings {
            for _ in 0..*count {
                votes.add(Code { format: *format, text: (*text).to_owned(), gs1: false });
            }
        }
        votes
    }

    fn texts(votes: &Votes) -> Vec<String> {
        votes.believed().into_iter().map(|code| code.text).collect()
    }

    #[test]
    fn what_nothing_checks_needs_more_lines() {
        assert_eq!(texts(&votes(&[(Format::Ean13, "a", 1)])), ["a"]);
        assert!(texts(&votes(&[(Format::Code128, "a", 1)])).is_empty());
        assert_eq!(texts(&votes(&[(Format::Code128, "a", 2)])), ["a"]);
        assert!(texts(&votes(&[(Format::Itf, "a", 2)])).is_empty());
        assert_eq!(texts(&votes(&[(Format::UpcE, "a", 3), (Format::UpcE, "b", 2)])), ["a"]);
        assert!(texts(&votes(&[(Format::UpcE, "a", 3), (Format::UpcE, "b", 3)])).is_empty());
    }

    #[test]
    fn half_a_code_is_not_one() {
        let (whole, half) = ((Format::Ean13, "4433236100002", 1), (Format::UpcE, "14332364", 4));
        assert_eq!(texts(&votes(&[half, whole])), ["4433236100002"]);
        assert_eq!(texts(&votes(&[half])), ["14332364"]);
        assert!(texts(&votes(&[(Format::UpcE, "14332364", 3)])).is_empty());
    }

    #[test]
    fn two_codes_side_by_side_both_count_and_a_slip_does_not() {
        let both = votes(&[(Format::Ean13, "a", 20), (Format::Ean13, "b", 9)]);
        assert_eq!(texts(&both), ["a", "b"]);
        let slip = votes(&[(Format::Ean13, "a", 20), (Format::Ean8, "b", 4)]);
        assert_eq!(texts(&slip), ["a"]);
    }
}
