//! What may be done about a row. Pure.

use crate::views::HandAction;
use satchel_store::{OutboxKind, OutboxState};

/// What may be done about a row of a kind and state, the likeliest first. `held` tells that it waits
/// for something that does not go out by itself.
pub(super) fn actions(kind: OutboxKind, state: OutboxState, held: bool) -> Vec<HandAction> {
    use HandAction::{HandOver, LeaveDraft, Mend, SendAgain, Withdraw};
    match state {
        OutboxState::Waiting if kind == OutboxKind::SalesOrder => vec![Withdraw],
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
            // The office has the order itself: only its submit can be given up here.
            may.push(if kind == OutboxKind::Submit { LeaveDraft } else { Withdraw });
            may
        }
        _ => Vec::new(),
    }
}

/// Whether a refused row of a kind may be changed and sent in its own place. A file is what it is, and
/// a change is changed where it was made.
pub(super) fn can_be_mended(kind: OutboxKind) -> bool {
    kind.creates() && !matches!(kind, OutboxKind::Attachment | OutboxKind::CheckIn)
}

fn can_be_taken_back(kind: OutboxKind) -> bool {
    kind.creates() || kind == OutboxKind::Attachment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_the_office_has_as_a_draft_is_never_made_a_second_time() {
        for state in [OutboxState::Parked, OutboxState::Handed] {
            let may = actions(OutboxKind::Submit, state, false);
            assert!(!may.contains(&HandAction::Mend) && !may.contains(&HandAction::Withdraw));
            assert!(may.contains(&HandAction::LeaveDraft));
        }
    }

    #[test]
    fn nothing_that_may_be_at_the_site_is_taken_back() {
        for kind in OutboxKind::ALL {
            for state in [OutboxState::Sending, OutboxState::Unknown, OutboxState::Done] {
                assert_eq!(actions(kind, state, true), []);
            }
        }
    }

    #[test]
    fn whatever_was_refused_can_go_again_and_be_given_up() {
        for kind in OutboxKind::ALL {
            let may = actions(kind, OutboxState::Parked, false);
            assert!(may.contains(&HandAction::SendAgain) && may.contains(&HandAction::HandOver));
            assert!(may.contains(&HandAction::Withdraw) || may.contains(&HandAction::LeaveDraft));
        }
    }
}
