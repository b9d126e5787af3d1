//! The order in which to make a day's visits: by the times they are agreed for and by distance, worked out
//! on the phone. Nearest neighbour first, then 2-opt and moving single stops (Croes 1958; Or 1976).

use crate::places::distance_m;
use crate::position::Position;

/// How much longer roads are than the straight line.
const DETOUR: f64 = 1.3;
/// Metres driven a minute, towns included: 36 km/h.
const METRES_A_MINUTE: f64 = 600.0;
/// What a minute too late costs, in minutes of driving.
const LATE: f64 = 20.0;
/// What a minute of waiting at a door costs, in minutes of driving.
const EARLY: f64 = 0.5;
/// Gains smaller than this are none.
const GAIN: f64 = 1e-6;
/// Rounds of improving; a day of visits is done in a few.
const ROUNDS: usize = 50;

/// A visit to be made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// Where; `None` where the address has no position: then it costs no way.
    pub place: Option<Position>,
    /// Not before, in minutes after midnight.
    pub opens: Option<i32>,
    /// Not after, in minutes after midnight.
    pub closes: Option<i32>,
    /// Minutes spent there.
    pub minutes: i32,
}

/// Where and when the day begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Start {
    /// Where the rep is; `None` where nobody knows.
    pub place: Option<Position>,
    /// When, in minutes after midnight.
    pub at: i32,
}

/// A leg and its stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    /// Which stop, by its place in what was given.
    pub stop: usize,
    /// Metres in a straight line from the one before; `None` where a position is missing.
    pub metres: Option<f64>,
    /// When the rep gets there, in minutes after midnight.
    pub arrives: i32,
    /// Minutes too late.
    pub late: i32,
}

/// An order of the stops that is short and keeps what is agreed as far as it can. The same stops give the
/// same order.
pub fn plan(start: Start, stops: &[Stop]) -> Vec<Leg> {
    let day = Day { start, stops };
    let mut order = day.nearest_first();
    for _ in 0..ROUNDS {
        if !(day.reverse_parts(&mut order) | day.move_one(&mut order)) {
            break;
        }
    }
    legs(start, stops, &order)
}

/// The legs of an order chosen by hand. Numbers that are no stop are left out.
pub fn legs(start: Start, stops: &[Stop], order: &[usize]) -> Vec<Leg> {
    let mut here = start.place;
    let mut now = f64::from(start.at);
    let mut legs = Vec::with_capacity(order.len());
    for (number, stop) in order.iter().filter_map(|at| Some((*at, stops.get(*at)?))) {
        let metres = here.zip(stop.place).map(|(a, b)| distance_m(a, b));
        let visit = Visit::of(stop, now + metres.map_or(0.0, minutes_for));
        let arrives = whole(visit.arrives);
        legs.push(Leg { stop: number, metres, arrives, late: whole(visit.late) });
        now = visit.leaves;
        here = stop.place.or(here);
    }
    legs
}

/// Metres of all legs that have a length.
pub fn total_metres(legs: &[Leg]) -> f64 {
    legs.iter().filter_map(|leg| leg.metres).sum()
}

struct Day<'a> {
    start: Start,
    stops: &'a [Stop],
}

/// A stop at a time.
struct Visit {
    arrives: f64,
    waits: f64,
    late: f64,
    leaves: f64,
}

impl Visit {
    fn of(stop: &Stop, arrives: f64) -> Self {
        let begins = stop.opens.map_or(arrives, |opens| arrives.max(f64::from(opens)));
        let late = stop.closes.map_or(0.0, |closes| (begins - f64::from(closes)).max(0.0));
        let leaves = begins + f64::from(stop.minutes.max(0));
        Self { arrives, waits: begins - arrives, late, leaves }
    }
}

impl Day<'_> {
    /// What an order costs, in minutes of driving.
    fn cost(&self, order: &[usize]) -> f64 {
        let mut here = self.start.place;
        let mut now = f64::from(self.start.at);
        let mut cost = 0.0;
        for stop in order.iter().filter_map(|at| self.stops.get(*at)) {
            let way = way(here, stop);
            let visit = Visit::of(stop, now + way);
            cost += way + EARLY * visit.waits + LATE * visit.late;
            now = visit.leaves;
            here = stop.place.or(here);
        }
        cost
    }

    /// Always on to the stop that costs least from here.
    fn nearest_first(&self) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.stops.len()).collect();
        let mut order = Vec::with_capacity(left.len());
        let mut here = self.start.place;
        let mut now = f64::from(self.start.at);
        while let Some((at, stop)) = self.next(&left, here, now) {
            let number = left.remove(at);
            now = Visit::of(stop, now + way(here, stop)).leaves;
            here = stop.place.or(here);
            order.push(number);
        }
        order
    }

    fn next(&self, left: &[usize], here: Option<Position>, now: f64) -> Option<(usize, &Stop)> {
        let costs = left.iter().enumerate().filter_map(|(at, number)| {
            let stop = self.stops.get(*number)?;
            let visit = Visit::of(stop, now + way(here, stop));
            // What closes first is not put off.
            let urgent = stop.closes.map_or(f64::from(i32::MAX), f64::from);
            Some((at, stop, visit.leaves + LATE * visit.late, urgent))
        });
        costs
            .min_by(|(_, _, a, soon), (_, _, b, later)| {
                a.total_cmp(b).then_with(|| soon.total_cmp(later))
            })
            .map(|(at, stop, ..)| (at, stop))
    }

    /// 2-opt: a part of the way the other way round, wherever that is cheaper.
    fn reverse_parts(&self, order: &mut [usize]) -> bool {
        let mut best = self.cost(order);
        let mut better = false;
        for from in 0..order.len() {
            for until in from.saturating_add(2)..=order.len() {
                reverse(order, from, until);
                let cost = self.cost(order);
                if cost < best - GAIN {
                    (best, better) = (cost, true);
                } else {
                    reverse(order, from, until);
                }
            }
        }
        better
    }

    /// One stop somewhere else on the way, wherever that is cheaper.
    fn move_one(&self, order: &mut Vec<usize>) -> bool {
        let mut best = self.cost(order);
        let mut better = false;
        for from in 0..order.len() {
            for to in 0..order.len() {
                let stop = order.remove(from);
                order.insert(to, stop);
                let cost = self.cost(order);
                if cost < best - GAIN {
                    (best, better) = (cost, true);
                } else {
                    let stop = order.remove(to);
                    order.insert(from, stop);
                }
            }
        }
        better
    }
}

fn reverse(order: &mut [usize], from: usize, until: usize) {
    if let Some(part) = order.get_mut(from..until) {
        part.reverse();
    }
}

/// Minutes to a stop; none where a position is missing.
fn way(here: Option<Position>, stop: &Stop) -> f64 {
    here.zip(stop.place).map_or(0.0, |(a, b)| minutes_for(distance_m(a, b)))
}

fn minutes_for(metres: f64) -> f64 {
    metres * DETOUR / METRES_A_MINUTE
}

fn whole(minutes: f64) -> i32 {
    // A float that does not fit becomes the nearest that does.
    minutes.ceil() as i32
}

#[cfg(test)]
#[path = "route_tests.rs"]
mod tests;
