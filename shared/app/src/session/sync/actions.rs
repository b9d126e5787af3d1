//! What may be done about a row. Pure.

use crate::views::HandAction;
use satchel_store::{OutboxKind, OutboxState};

/// What there is to know of a row besides its kind and state.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Circumstances {
    /// It waits for something that does not go out by itself.
    pub(super) held: bool,
    /// It was tried again and again and does not get through.
    pub(super) stuck: bool,
    /// It goes in the place of an order the office has as a draft, which stays there without it.
    pub(super) over_draft: bool,
}

/// What may be done about a row of a kind and state, the likeliest first.
pub(super) fn actions(
    kind: OutboxKind,
    state: OutboxState,
    Circumstances { held, stuck, over_draft }: Circumstances,
) -> Vec<HandAction> {
    use HandAction::{HandOver, LeaveDraft, Mend, SendAgain, Withdraw};
    // The office has the order itself: only its submit can be given up here.
    let give_up = if kind == OutboxKind::Submit || over_draft { LeaveDraft } else { Withdraw };
    match state {
        OutboxState::Waiting if stuck => vec![SendAgain, HandOver, give_up],
        // It may be at the site: asking again is all that is safe.
        OutboxState::Unknown if stuck => vec![SendAgain],
        OutboxState::Waiting if kind == OutboxKind::SalesOrder => vec![give_up],
        OutboxState::Waiting if held && can_be_taken_back(kind) => vec![Withdraw],
        OutboxState::Parked | OutboxState::Handed => {
            let mut may = Vec::with_capacity(4);
            if can_be_mended(kind) {
                may.push(Mend);
            }
            may.push(SendAgain);
            if state == OutboxState::Parked {
                may.push(HandOver);
            }
            may.push(give_up);
            may
        }
        _ => Vec::new(),
    }
}

/// Whether a refused row of a kind may be changed and sent in its own place; of a submit, the draft the
/// office has. A file is what it is, and of a visit, its end and a deletion there is nothing a rep could have
/// got wrong.
pub(super) fn can_be_mended(kind: OutboxKind) -> bool {
    use OutboxKind::{Attachment, CheckIn, CheckOut, DeleteEvent};
    !matches!(kind, Attachment | CheckIn | CheckOut | DeleteEvent)
}

fn can_be_taken_back(kind: OutboxKind) -> bool {
    kind.creates() || kind == OutboxKind::Attachment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_the_office_has_is_mended_or_left_and_never_taken_back() {
        let over_draft = Circumstances { over_draft: true, ..Circumstances::default() };
        for state in [OutboxState::Parked, OutboxState::Handed] {
            for may in [
                actions(OutboxKind::Submit, state, Circumstances::default()),
                actions(OutboxKind::SalesOrder, state, over_draft),
            ] {
                assert!(may.contains(&HandAction::Mend) && !may.contains(&HandAction::Withdraw));
                assert!(may.contains(&HandAction::LeaveDraft));
            }
        }
        let waiting = actions(OutboxKind::SalesOrder, OutboxState::Waiting, over_draft);
        assert_eq!(waiting, [HandAction::LeaveDraft]);
    }

    #[test]
    fn nothing_that_may_be_at_the_site_is_taken_back() {
        for kind in OutboxKind::ALL {
            for state in [OutboxState::Sending, OutboxState::Unknown, OutboxState::Done] {
                let held = Circumstances { held: true, ..Circumstances::default() };
                assert_eq!(actions(kind, state, held), []);
                let stuck = Circumstances { held: true, stuck: true, over_draft: false };
                let may = actions(kind, state, stuck);
                assert!(may.iter().all(|action| *action == HandAction::SendAgain), "{may:?}");
            }
        }
    }

    #[test]
    fn whatever_was_refused_can_go_again_and_be_given_up() {
        for kind in OutboxKind::ALL {
            let stuck = Circumstances { stuck: true, ..Circumstances::default() };
            for may in [
                actions(kind, OutboxState::Parked, Circumstances::default()),
                actions(kind, OutboxState::Waiting, stuck),
            ] {
                assert!(may.contains(&HandAction::SendAgain));
                assert!(may.contains(&HandAction::HandOver));
                let draft = may.contains(&HandAction::LeaveDraft);
                assert!(draft == (kind == OutboxKind::Submit));
                assert!(draft != may.contains(&HandAction::Withdraw));
            }
        }
    }
}
