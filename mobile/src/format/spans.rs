//! Lengths of time, as people read and type them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// `0:42:17`, hours first.
pub fn running(seconds: u64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// `0:42`, hours and minutes.
pub fn hours(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Minutes of what was typed: `1:30`, `1.5` or `1,5` hours; `None` for nothing between a minute and a day.
pub fn minutes_typed(text: &str) -> Option<u32> {
    let text = text.trim();
    let minutes = match text.split_once(':') {
        Some((hours, minutes)) => {
            let minutes: u32 = minutes.trim().parse().ok().filter(|minutes| *minutes < 60)?;
            let hours: u32 = if hours.trim().is_empty() { 0 } else { hours.trim().parse().ok()? };
            hours.checked_mul(60)?.checked_add(minutes)?
        }
        None => {
            let hours: Decimal = text.replace(',', ".").parse().ok()?;
            hours.checked_mul(Decimal::from(60))?.round().to_u32()?
        }
    };
    (1..=24 * 60).contains(&minutes).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_reads_as_a_clock() {
        assert_eq!(running(2_537), "0:42:17");
        assert_eq!(running(360_000), "100:00:00");
        assert_eq!((hours(42), hours(605)), ("0:42".into(), "10:05".into()));
    }

    #[test]
    fn hours_are_typed_in_either_way() {
        for (typed, minutes) in
            [("1:30", 90), ("1.5", 90), ("1,5", 90), (" 0:05 ", 5), (":45", 45), ("24", 1_440)]
        {
            assert_eq!(minutes_typed(typed), Some(minutes), "{typed}");
        }
        for wrong in ["", "0", "0:00", "24:01", "1:60", "-1", "1:2:3", "x", "9999999999999"] {
            assert_eq!(minutes_typed(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed(minutes in 1..=1_440_u32) {
            prop_assert_eq!(minutes_typed(&hours(minutes)), Some(minutes));
        }

        #[test]
        fn any_text_is_read(text in "\\PC{0,12}") {
            minutes_typed(&text);
        }
    }
}
