//! Where the entries of a day stand among its hours: beside one another where they overlap.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use satchel_app::views::AgendaRow;

/// Minutes of a day.
pub const DAY: u32 = 24 * 60;

/// What stands in a column of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What is drawn there.
    pub what: What,
    /// Minutes from midnight to its upper edge.
    pub from: u32,
    /// Minutes from midnight to its lower edge.
    pub until: u32,
    /// Which column, from 0.
    pub column: usize,
    /// How many columns the day has at this place.
    pub columns: usize,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An entry.
    Entry(Box<AgendaRow>),
    /// So many more than fit beside one another.
    More(usize),
}

/// The entries of a day's hours, `most` beside one another at most, by their start. Each takes `shortest`
/// minutes at least, so that a thumb can press it.
pub fn blocks(rows: &[AgendaRow], day: NaiveDate, most: usize, shortest: u32) -> Vec<Block> {
    let mut pieces: Vec<(u32, u32, &AgendaRow)> = rows
        .iter()
        .filter_map(|row| piece(row, day, shortest).map(|(from, until)| (from, until, row)))
        .collect();
    pieces.sort_by_key(|(from, until, _)| (*from, std::cmp::Reverse(*until)));
    let mut blocks = Vec::new();
    let mut group: Vec<(u32, u32, &AgendaRow)> = Vec::new();
    let mut ends = 0;
    for piece in pieces {
        if piece.0 >= ends {
            blocks.extend(side_by_side(&group, most));
            group.clear();
        }
        ends = ends.max(piece.1);
        group.push(piece);
    }
    blocks.extend(side_by_side(&group, most));
    blocks
}

/// The minutes an entry takes of a day; nothing where it stands above the hours or on other days.
fn piece(row: &AgendaRow, day: NaiveDate, shortest: u32) -> Option<(u32, u32)> {
    if row.is_above_hours() {
        return None;
    }
    let (first, last) = row.days();
    if !(first..=last).contains(&day) {
        return None;
    }
    let midnight = day.and_time(NaiveTime::MIN);
    let minutes = |at: NaiveDateTime| {
        let minutes = at.signed_duration_since(midnight).num_minutes().clamp(0, i64::from(DAY));
        u32::try_from(minutes).unwrap_or_default()
    };
    let from = minutes(row.starts_on).min(DAY.saturating_sub(shortest));
    let until = row.ends_on.map_or(0, minutes);
    Some((from, until.max(from + shortest).min(DAY)))
}

/// Entries that hang together, each in the first column that is free at its start.
fn side_by_side(group: &[(u32, u32, &AgendaRow)], most: usize) -> Vec<Block> {
    let mut ends: Vec<u32> = Vec::new();
    let mut placed = Vec::new();
    for (from, until, row) in group {
        let column = match ends.iter().position(|end| end <= from) {
            Some(column) => column,
            None => {
                ends.push(0);
                ends.len() - 1
            }
        };
        if let Some(end) = ends.get_mut(column) {
            *end = *until;
        }
        placed.push((*from, *until, column, *row));
    }
    let most = most.max(2);
    if ends.len() <= most {
        let columns = ends.len();
        return placed
            .into_iter()
            .map(|(from, until, column, row)| Block {
                what: What::Entry(Box::new(row.clone())),
                from,
                until,
                column,
                columns,
            })
            .collect();
    }
    let (shown, hidden): (Vec<_>, Vec<_>) = placed.into_iter().partition(|at| at.2 < most - 1);
    let mut blocks: Vec<Block> = shown
        .into_iter()
        .map(|(from, until, column, row)| Block {
            what: What::Entry(Box::new(row.clone())),
            from,
            until,
            column,
            columns: most,
        })
        .collect();
    let from = hidden.iter().map(|at| at.0).min().unwrap_or_default();
    let until = hidden.iter().map(|at| at.1).max().unwrap_or(DAY);
    blocks.push(Block {
        what: What::More(hidden.len()),
        from,
        until,
        column: most - 1,
        columns: most,
    });
    blocks
}

/// An entry above the hours: from one of the days in sight to another, in a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The entry.
    pub row: AgendaRow,
    /// The place of its first day in sight, from 0.
    pub first: usize,
    /// The place of its last day in sight.
    pub last: usize,
    /// Which line, from 0.
    pub line: usize,
}

/// The entries above the hours of these days, in as few lines as they need.
pub fn bars(rows: &[AgendaRow], days: &[NaiveDate]) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    for row in rows.iter().filter(|row| row.is_above_hours()) {
        let (starts, ends_on) = row.days();
        let touches = |day: &NaiveDate| (starts..=ends_on).contains(day);
        let (Some(first), Some(last)) =
            (days.iter().position(touches), days.iter().rposition(touches))
        else {
            continue;
        };
        let line = match ends.iter().position(|end| *end <= first) {
            Some(line) => line,
            None => {
                ends.push(0);
                ends.len() - 1
            }
        };
        if let Some(end) = ends.get_mut(line) {
            *end = last + 1;
        }
        bars.push(Bar { row: row.clone(), first, last, line });
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::super::days::tests::{day, entry};
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    fn places(rows: &[AgendaRow]) -> Vec<(u32, u32, usize, usize)> {
        blocks(rows, day(14), 4, 30)
            .iter()
            .map(|b| (b.from, b.until, b.column, b.columns))
            .collect()
    }

    #[test]
    fn what_overlaps_stands_side_by_side_and_what_does_not_has_the_width() {
        let rows = [
            entry("2026-05-14T09:00:00", Some("2026-05-14T10:30:00"), false),
            entry("2026-05-14T10:00:00", Some("2026-05-14T11:00:00"), false),
            entry("2026-05-14T10:30:00", Some("2026-05-14T10:40:00"), false),
            entry("2026-05-14T14:00:00", None, false),
        ];
        assert_eq!(
            places(&rows),
            [(540, 630, 0, 2), (600, 660, 1, 2), (630, 660, 0, 2), (840, 870, 0, 1)]
        );
    }

    #[test]
    fn a_night_stands_on_both_days_and_a_whole_day_above_them() {
        let rows = [
            entry("2026-05-13T22:00:00", Some("2026-05-14T06:00:00"), false),
            entry("2026-05-14T23:50:00", None, false),
            entry("2026-05-14T00:00:00", None, true),
        ];
        assert_eq!(places(&rows), [(0, 360, 0, 1), (1410, 1440, 0, 1)]);
        let week: Vec<NaiveDate> = (11..18).map(day).collect();
        assert_eq!(bars(&rows, &week).len(), 1);
    }

    #[test]
    fn more_than_fit_are_counted() {
        let rows: Vec<AgendaRow> = (0..6)
            .map(|_| entry("2026-05-14T09:00:00", Some("2026-05-14T10:00:00"), false))
            .collect();
        let blocks = blocks(&rows, day(14), 4, 30);
        assert_eq!(blocks.len(), 4);
        assert!(matches!(blocks[3].what, What::More(3)), "{blocks:?}");
    }

    #[test]
    fn bars_share_a_line_where_they_can() {
        let rows = [
            entry("2026-05-01T00:00:00", Some("2026-05-12T23:59:00"), true),
            entry("2026-05-12T00:00:00", Some("2026-05-13T23:59:00"), true),
            entry("2026-05-13T00:00:00", None, true),
        ];
        let week: Vec<NaiveDate> = (11..18).map(day).collect();
        let places: Vec<_> =
            bars(&rows, &week).iter().map(|bar| (bar.first, bar.last, bar.line)).collect();
        assert_eq!(places, [(0, 1, 0), (1, 2, 1), (2, 2, 0)]);
    }

    fn any_rows() -> impl Strategy<Value = Vec<AgendaRow>> {
        let one =
            (0..4_000_i64, -600..3_000_i64, any::<bool>()).prop_map(|(from, length, all_day)| {
                let midnight = day(13).and_time(NaiveTime::MIN);
                let starts_on = midnight + TimeDelta::minutes(from);
                let ends_on = Some(starts_on + TimeDelta::minutes(length));
                AgendaRow { starts_on, ends_on, ..entry("2026-05-14T09:00:00", None, all_day) }
            });
        proptest::collection::vec(one, 0..30)
    }

    proptest! {
        #[test]
        fn no_two_blocks_lie_on_one_another(rows in any_rows(), most in 0_usize..8) {
            let blocks = blocks(&rows, day(14), most, 54);
            for (place, a) in blocks.iter().enumerate() {
                prop_assert!(a.from < a.until && a.until <= DAY && a.column < a.columns);
                for b in &blocks[place + 1..] {
                    let apart = a.until <= b.from || b.until <= a.from;
                    prop_assert!(apart || (a.columns == b.columns && a.column != b.column), "{a:?} {b:?}");
                }
            }
            let shown: usize = blocks.iter().map(|b| match b.what { What::Entry(_) => 1, What::More(n) => n }).sum();
            prop_assert_eq!(shown, rows.iter().filter(|row| piece(row, day(14), 54).is_some()).count());
        }

        #[test]
        fn bars_of_a_line_do_not_touch(rows in any_rows()) {
            let week: Vec<NaiveDate> = (11..18).map(day).collect();
            let bars = bars(&rows, &week);
            for (place, a) in bars.iter().enumerate() {
                for b in &bars[place + 1..] {
                    prop_assert!(a.line != b.line || a.last < b.first || b.last < a.first);
                }
            }
        }
    }
}
