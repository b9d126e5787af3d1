//! A document that does not get through though nobody refuses it.

use satchel_app::views::{HandAction, OutgoingState, StripState};
use satchel_domain::orders::OrderState;
use satchel_practice_site::Fault;
use satchel_sync::push::stuck::TRIES;

use crate::support::World;

#[tokio::test(flavor = "multi_thread")]
async fn it_is_told_in_the_sites_words_and_holds_up_what_needs_it_alone() {
    let world = World::ready().await;
    world.session.stop_sync();
    let uid = world.place();
    world.clock.advance_ms(1_000);
    let other = world.place();
    // The first order fails, the second goes through; then the first fails for hours.
    let through = [Some(Fault::ServerError), None, None, None];
    world.site.faults().next(through);
    world.session.send_once().await.unwrap();
    assert_eq!(world.state(&other), OrderState::Booked);
    world.site.faults().always(Some(Fault::ServerError));
    for _ in 0..TRIES {
        world.clock.advance_ms(1_800_000);
        world.session.send_once().await.unwrap();
    }
    let row = world.refused();
    assert_eq!((row.state.clone(), row.order.as_str()), (OutgoingState::NeedsHand, uid.as_str()));
    assert!(!row.said.is_empty(), "what the site said");
    let reason = row.reason.clone().unwrap();
    assert_eq!((reason.message_id, reason.args), ("sync-stuck", vec![("count", "12".to_owned())]));
    assert_eq!(row.actions, [HandAction::SendAgain, HandAction::HandOver, HandAction::Withdraw]);
    assert_eq!(world.session.order_detail(&uid).unwrap().hand.unwrap(), row);
    let waiting = world.centre().waiting;
    assert_eq!(waiting.len(), 1, "its signature: {waiting:#?}");
    assert!(waiting[0].held_by.is_some());
    assert_eq!(
        world.session.strip().unwrap(),
        StripState::NeedsHand { refused: 1, only_orders: true, waiting: 0 }
    );

    world.site.faults().clear();
    world.session.start_sync().unwrap();
    world.until_at_rest().await;
    assert_eq!(world.state(&uid), OrderState::Waiting, "it is not its time");
    world.session.send_again(row.row).unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(world.state(&uid), OrderState::Booked);
    assert_eq!(world.count("Sales Order").await, 2);
}
