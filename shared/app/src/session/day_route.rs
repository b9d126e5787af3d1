//! The way of a day: its stops in an order that is short and keeps what was agreed, or in the order the
//! rep put them. Worked out on the phone; without any position the agreed times alone decide.

use super::Session;
use crate::AppError;
use crate::views::{DayRouteView, RouteView, VisitStop};
use chrono::{NaiveDate, NaiveTime, Timelike};
use satchel_domain::position::Position;
use satchel_domain::route::{self, Leg, Start};
use serde::{Deserialize, Serialize};

/// Setting with the order the rep chose, and the day it is for.
const BY_HAND: &str = "day_route";
/// Minutes a visit takes where the calendar does not say.
const VISIT_MIN: i32 = 20;
/// The shortest and longest visit a calendar entry is taken for, in minutes.
const PLANNED_MIN: std::ops::RangeInclusive<i32> = 5..=240;
/// Minutes after its time that a stop without an end is still in time.
const GRACE_MIN: i32 = 30;

/// The order a rep chose.
#[derive(Debug, Serialize, Deserialize)]
struct ByHand {
    day: NaiveDate,
    /// Event keys.
    order: Vec<String>,
}

/// A stop as it is planned with.
pub(super) struct PlannedStop {
    pub(super) view: VisitStop,
    pub(super) place: Option<Position>,
}

impl Session {
    /// The stops of today that are left, in their order.
    ///
    /// # Errors
    /// What the store says.
    pub fn day_route(&self) -> Result<DayRouteView, AppError> {
        let (mut stops, _, route) = self.day(self.today())?;
        stops.retain(|stop| !stop.done);
        Ok(DayRouteView { stops, route })
    }

    /// Puts a stop of today at another place among those that are left, counted from 0, and remembers the
    /// order for today.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where no such stop is left, or what the store says.
    pub fn move_stop(&self, event: &str, to: usize) -> Result<(), AppError> {
        let day = self.today();
        let (stops, _, _) = self.day(day)?;
        let left = stops.into_iter().filter(|stop| !stop.done);
        let mut order: Vec<String> = left.map(|stop| stop.event).collect();
        let from = order.iter().position(|one| one == event);
        let from = from.ok_or(AppError::NotFound { what: "Event" })?;
        let moved = order.remove(from);
        order.insert(to.min(order.len()), moved);
        self.inner.store.set_setting(BY_HAND, &Some(ByHand { day, order })).wait()?;
        Ok(())
    }

    /// Forgets the order chosen by hand: times and distances decide again.
    ///
    /// # Errors
    /// What the store says.
    pub fn order_route_anew(&self) -> Result<(), AppError> {
        Ok(self.inner.store.set_setting(BY_HAND, &None::<ByHand>).wait()?)
    }

    /// The stops of a day: those made as they were planned, then those that are left in their order.
    pub(super) fn in_order(
        &self,
        day: NaiveDate,
        stops: Vec<PlannedStop>,
    ) -> Result<(Vec<VisitStop>, RouteView), AppError> {
        let (done, left): (Vec<_>, Vec<_>) = stops.into_iter().partition(|stop| stop.view.done);
        let start = self.start_of(day, &done);
        let planned: Vec<route::Stop> = left.iter().map(as_planned).collect();
        let by_hand = self.by_hand(day)?;
        let legs = match &by_hand {
            Some(order) => {
                route::legs(start, &planned, &chosen(order, &left, &route::plan(start, &planned)))
            }
            None => route::plan(start, &planned),
        };
        let metres = |leg: &Leg| leg.metres.map(whole);
        let known = legs.iter().any(|leg| leg.metres.is_some());
        let route = RouteView {
            total_m: known.then(|| whole(route::total_metres(&legs))),
            by_hand: by_hand.is_some(),
        };
        let mut left: Vec<Option<VisitStop>> =
            left.into_iter().map(|stop| Some(stop.view)).collect();
        let mut all: Vec<VisitStop> = done.into_iter().map(|stop| stop.view).collect();
        for leg in &legs {
            let Some(mut stop) = left.get_mut(leg.stop).and_then(Option::take) else { continue };
            stop.distance_m = metres(leg);
            stop.arrives = time_of(leg.arrives);
            stop.late_min = u32::try_from(leg.late).unwrap_or_default();
            all.push(stop);
        }
        Ok((all, route))
    }

    /// Where and when the rest of a day begins: where the phone is, or else at the stop made last.
    fn start_of(&self, day: NaiveDate, done: &[PlannedStop]) -> Start {
        let here = self.position().and_then(|position| Position::try_from(position).ok());
        let last = done.iter().rev().find_map(|stop| stop.place);
        let now = self.local_now();
        let at = if now.date_naive() == day { minutes(now.time()) } else { 0 };
        Start { place: here.or(last), at }
    }

    fn by_hand(&self, day: NaiveDate) -> Result<Option<Vec<String>>, AppError> {
        let chosen: Option<Option<ByHand>> = match self.inner.store.setting(BY_HAND) {
            Ok(chosen) => chosen,
            // One that cannot be read costs a choice, not the day.
            Err(satchel_store::StoreError::BadInput { .. }) => None,
            Err(error) => return Err(error.into()),
        };
        Ok(chosen.flatten().filter(|chosen| chosen.day == day).map(|chosen| chosen.order))
    }
}

/// The stops as the rep put them; what came into the calendar since then goes where it fits the plan, after
/// them.
fn chosen(order: &[String], left: &[PlannedStop], planned: &[Leg]) -> Vec<usize> {
    let place_of = |event: &String| left.iter().position(|stop| stop.view.event == *event);
    let mut places: Vec<usize> = order.iter().filter_map(place_of).collect();
    for leg in planned {
        if !places.contains(&leg.stop) {
            places.push(leg.stop);
        }
    }
    places
}

fn as_planned(stop: &PlannedStop) -> route::Stop {
    let opens = stop.view.at.map(minutes);
    let ends = stop.view.until.map(minutes);
    let lasts = opens.zip(ends).map(|(opens, ends)| ends.saturating_sub(opens));
    let lasts = lasts.filter(|lasts| PLANNED_MIN.contains(lasts));
    route::Stop {
        place: stop.place,
        opens,
        closes: opens.map(|opens| opens.saturating_add(lasts.unwrap_or(GRACE_MIN))),
        minutes: lasts.unwrap_or(VISIT_MIN),
    }
}

fn minutes(time: NaiveTime) -> i32 {
    i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
}

/// A time of the day; none beyond it.
fn time_of(minutes: i32) -> Option<NaiveTime> {
    let seconds = u32::try_from(minutes).ok()?.checked_mul(60)?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
}

fn whole(metres: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let whole = metres.round().clamp(0.0, f64::from(u32::MAX)) as u32;
    whole
}
