//! Taking an entry by its handle and letting it go at another time of its day.

use super::Change;
use super::hours::OF_DAY;
use crate::components::*;
use crate::look::rem_in_pixels;
use dioxus::prelude::*;
use satchel_app::views::AgendaRow;

/// Minutes an entry snaps to.
const SNAP: i64 = 15;

/// An entry on its way.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Drag {
    /// Where the finger went down, in pixels; nothing while none is.
    from: Option<f64>,
    /// How far it has gone, in minutes.
    pub minutes: i64,
}

/// Minutes for a distance in rem, snapped, within a day.
fn minutes(distance: f64) -> i64 {
    let hours = distance / OF_DAY.hour;
    let steps = (hours * 60.0 / SNAP as f64).round().clamp(-96.0, 96.0);
    // Clamped, so the cast is exact.
    steps as i64 * SNAP
}

/// The handle of an entry. Those who do not drag move it by the buttons of its form.
#[component]
pub fn Handle(row: AgendaRow, drag: Signal<Drag>, on_change: EventHandler<Change>) -> Element {
    let mut drag = drag;
    let going = drag().from.is_some();
    let event = row.event.clone();
    let go = move |event: Event<PointerData>| {
        let mut drag = drag;
        let was = *drag.peek();
        let Some(from) = was.from else { return };
        let minutes = minutes((event.client_coordinates().y - from) / rem_in_pixels());
        if was.minutes != minutes {
            drag.set(Drag { from: Some(from), minutes });
        }
    };
    let end = EventHandler::new(move |()| {
        let mut drag = drag;
        let was = *drag.peek();
        drag.set(Drag::default());
        if was.from.is_some() && was.minutes != 0 {
            on_change.call(Change::Move(event.clone(), was.minutes));
        }
    });
    rsx! {
        span {
            class: "s-grip",
            "aria-hidden": "true",
            onpointerdown: move |event| {
                event.stop_propagation();
                drag.set(Drag { from: Some(event.client_coordinates().y), minutes: 0 });
            },
            onpointermove: go,
            onpointerup: move |_| end.call(()),
            onpointercancel: move |_| drag.set(Drag::default()),
            Icon { glyph: Glyph::GripHorizontal, size: IconSize::Small }
            if going {
                // A mouse leaves the handle behind; a finger stays its own.
                span { class: "fixed inset-0", onpointermove: go, onpointerup: move |_| end.call(()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_distance_snaps_to_quarters() {
        let hour = OF_DAY.hour;
        assert_eq!((minutes(hour), minutes(-hour / 2.0), minutes(hour / 30.0)), (60, -30, 0));
    }

    proptest! {
        #[test]
        fn any_distance_is_within_a_day(distance: f64) {
            let minutes = minutes(distance);
            prop_assert!(minutes.abs() <= 24 * 60 && minutes % SNAP == 0);
        }
    }
}
