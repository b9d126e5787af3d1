//! Which doctypes a round looks at. Pure: states and the time in, doctypes out.

use std::collections::BTreeMap;

use super::PullDepth;
use super::plan::{Entry, PLAN, Presence};
use super::state::DoctypeState;
use satchel_store::TEAM_VISIT;

/// Requests of a round on a site where nothing changed.
pub const MOST_REQUESTS: usize = 25;
/// Looks for changes among them.
const MOST_LOOKS: usize = 18;
/// Doctypes the user could not read, tried again, among them.
const MOST_TRIES: usize = 2;
/// Counts and looks for what went away among them.
const MOST_COUNTS: usize = 3;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
/// Between two comparisons of all names where the counts agree, from the end of one to the beginning of the next.
const ALL_NAMES_MS: i64 = 7 * 24 * HOUR_MS;

type States = BTreeMap<&'static str, DoctypeState>;

/// Milliseconds something is overdue; a clock set back makes everything due.
fn overdue(last_ms: i64, every_ms: i64, now_ms: i64) -> Option<i64> {
    if last_ms > now_ms {
        return Some(0);
    }
    let due = now_ms.saturating_sub(last_ms).saturating_sub(every_ms);
    (due >= 0).then_some(due)
}

fn state_of(states: &States, entry: &Entry) -> DoctypeState {
    states.get(entry.kept()).cloned().unwrap_or_default()
}

/// Whether the site shows this user the visits of others.
pub fn sees_team(states: &States) -> bool {
    let visits = states.get(TEAM_VISIT);
    visits.is_some_and(|state| state.begun && !state.forbidden)
}

/// The doctypes never loaded, in the order of the plan. One the user may not read is tried again when
/// it is due.
pub fn to_load(states: &States, now_ms: i64) -> Vec<&'static Entry> {
    let mut tries = 0;
    PLAN.iter()
        .filter(|entry| {
            if entry.of_team && !sees_team(states) {
                return false;
            }
            let state = state_of(states, entry);
            if state.loaded || !state.forbidden {
                return !state.loaded;
            }
            let due = overdue(state.checked_ms, 6 * HOUR_MS, now_ms).is_some();
            tries += usize::from(due);
            due && tries <= MOST_TRIES
        })
        .collect()
}

/// What belongs to a team and was not asked for yet, since there was none to see; in the order of the
/// plan.
pub fn came_in_sight(states: &States) -> Vec<&'static Entry> {
    let unasked = |entry: &&Entry| {
        let state = state_of(states, entry);
        entry.of_team && !state.loaded && !state.forbidden
    };
    if sees_team(states) { PLAN.iter().filter(unasked).collect() } else { Vec::new() }
}

/// The loaded doctypes to look at for changes, in the order of the plan: those of every round, and of
/// the others the longest overdue.
pub fn to_follow(states: &States, now_ms: i64, depth: PullDepth) -> Vec<&'static Entry> {
    let loaded = PLAN.iter().enumerate().filter(|(_, entry)| state_of(states, entry).loaded);
    let (mut chosen, others): (Vec<_>, Vec<_>) = loaded.partition(|(_, entry)| entry.every == 0);
    match depth {
        PullDepth::Changes => {}
        PullDepth::Everything => chosen.extend(others),
        PullDepth::Due => {
            let mut due: Vec<_> = others
                .into_iter()
                .filter_map(|(place, entry)| {
                    let every_ms = i64::from(entry.every) * MINUTE_MS;
                    let checked_ms = state_of(states, entry).checked_ms;
                    Some((overdue(checked_ms, every_ms, now_ms)?, place, entry))
                })
                .collect();
            due.sort_by_key(|(overdue, place, _)| (std::cmp::Reverse(*overdue), *place));
            let room = MOST_LOOKS.saturating_sub(chosen.len());
            chosen.extend(due.into_iter().take(room).map(|(_, place, entry)| (place, entry)));
        }
    }
    chosen.sort_by_key(|(place, _)| *place);
    chosen.into_iter().map(|(_, entry)| entry).collect()
}

/// The loaded doctypes to look at for what went away, the longest overdue first.
pub fn to_count(states: &States, now_ms: i64, depth: PullDepth) -> Vec<&'static Entry> {
    let mut due: Vec<(i64, &Entry)> = PLAN
        .iter()
        .filter_map(|entry| {
            let state = state_of(states, entry);
            let every_ms = match entry.presence {
                Presence::Stays => return None,
                Presence::Every if entry.every == 0 => 3 * HOUR_MS,
                Presence::Every => 24 * HOUR_MS,
                Presence::Some(_) => HOUR_MS,
            };
            if !state.loaded {
                return None;
            }
            match depth {
                PullDepth::Changes => None,
                PullDepth::Everything => Some((0, entry)),
                PullDepth::Due => {
                    overdue(state.counted_ms, every_ms, now_ms).map(|due| (due, entry))
                }
            }
        })
        .collect();
    due.sort_by_key(|(overdue, _)| std::cmp::Reverse(*overdue));
    let most = if depth == PullDepth::Everything { PLAN.len() } else { MOST_COUNTS };
    due.into_iter().take(most).map(|(_, entry)| entry).collect()
}

/// The loaded doctype of which a round of the day compares a few names although the counts agree: the one that
/// was begun, or else the longest overdue. None in a round that counts.
pub fn to_walk(states: &States, now_ms: i64, depth: PullDepth) -> Option<&'static Entry> {
    if depth != PullDepth::Due || !to_count(states, now_ms, depth).is_empty() {
        return None;
    }
    let due = |entry: &&'static Entry| {
        let state = state_of(states, entry);
        let compared = state.loaded && matches!(entry.presence, Presence::Every);
        let overdue = compared.then(|| overdue(state.names_ms, ALL_NAMES_MS, now_ms)).flatten()?;
        Some((state.names_after.is_some(), overdue))
    };
    PLAN.iter().filter(|entry| due(entry).is_some()).max_by_key(due)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    fn all_loaded(checked_ms: i64) -> States {
        let state = DoctypeState {
            begun: true,
            loaded: true,
            checked_ms,
            counted_ms: checked_ms,
            names_ms: checked_ms,
            ..DoctypeState::default()
        };
        PLAN.iter().map(|entry| (entry.kept(), state.clone())).collect()
    }

    #[test]
    fn a_round_of_the_day_stays_within_its_requests_however_much_is_due() {
        let states = all_loaded(0);
        let looks = to_follow(&states, NOW, PullDepth::Due).len();
        let counts = to_count(&states, NOW, PullDepth::Due).len();
        // A try counts first what there is.
        assert!(2 * MOST_TRIES + looks + counts <= MOST_REQUESTS, "{looks} + {counts}");
        assert!(to_walk(&states, NOW, PullDepth::Due).is_none());
        assert_eq!(to_follow(&states, NOW, PullDepth::Everything).len(), PLAN.len());
    }

    #[test]
    fn everything_has_its_turn() {
        let mut states = all_loaded(0);
        let mut now = NOW;
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..5 {
            for entry in to_follow(&states, now, PullDepth::Due) {
                seen.insert(entry.kept());
                states.get_mut(entry.kept()).unwrap().checked_ms = now;
            }
            now += 5 * MINUTE_MS;
        }
        assert_eq!(seen.len(), PLAN.len());
        let quiet = to_follow(&states, now, PullDepth::Due);
        // The team's work is due again each time.
        assert!(quiet.iter().all(|entry| entry.every < 5), "{quiet:?}");
    }

    #[test]
    fn nothing_is_followed_or_counted_before_it_is_loaded() {
        let states = States::new();
        let of_team = PLAN.iter().filter(|entry| entry.of_team).count();
        assert_eq!(to_load(&states, NOW).len(), PLAN.len() - of_team);
        assert!(to_follow(&states, NOW, PullDepth::Everything).is_empty());
        assert!(to_count(&states, NOW, PullDepth::Everything).is_empty());
    }

    #[test]
    fn names_are_compared_of_one_doctype_after_the_other() {
        let mut states = all_loaded(NOW);
        assert!(to_walk(&states, NOW + 6 * 24 * HOUR_MS, PullDepth::Due).is_none());
        let later = NOW + 8 * 24 * HOUR_MS;
        assert!(to_walk(&states, later, PullDepth::Due).is_none(), "it counts first");
        states.values_mut().for_each(|state| state.counted_ms = later);
        let mut walked = Vec::new();
        while let Some(entry) = to_walk(&states, later, PullDepth::Due) {
            states.get_mut(entry.kept()).unwrap().names_after = Some("A".into());
            assert_eq!(to_walk(&states, later, PullDepth::Due).unwrap().kept(), entry.kept());
            let state = states.get_mut(entry.kept()).unwrap();
            (state.names_after, state.names_ms) = (None, later);
            walked.push(entry.kept());
        }
        assert!(walked.contains(&"Item") && walked.contains(&"Item Price"));
        assert!(!walked.contains(&"Bin"), "of which a phone has some: {walked:?}");
    }

    #[test]
    fn what_may_not_be_read_is_tried_again_later_only() {
        let mut states = all_loaded(NOW);
        let forbidden =
            DoctypeState { forbidden: true, checked_ms: NOW, ..DoctypeState::default() };
        states.insert("Pricing Rule", forbidden);
        assert!(to_load(&states, NOW + HOUR_MS).is_empty());
        assert_eq!(to_load(&states, NOW + 7 * HOUR_MS).len(), 1);
        assert_eq!(to_load(&states, NOW - HOUR_MS).len(), 1, "the clock was set back");
    }
}
