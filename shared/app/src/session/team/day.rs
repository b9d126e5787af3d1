//! A day of the team, rep by rep.

use super::{by_visit, degrees, minutes, sums, times};
use crate::AppError;
use crate::session::{Session, local_time};
use crate::views::{TeamDayView, TeamMoment, TeamPlace, TeamRepView, TeamTaskLine, TeamVisitLine};
use chrono::{DateTime, FixedOffset};
use rust_decimal::prelude::ToPrimitive;
use satchel_store::{TeamFilter, TeamOrderRow, TeamTaskRow, TeamVisitRow};
use std::collections::BTreeMap;

/// What one rep did.
#[derive(Default)]
struct Deeds<'a> {
    visits: Vec<(&'a TeamVisitRow, Vec<&'a TeamOrderRow>)>,
    orders: Vec<&'a TeamOrderRow>,
    tasks: Vec<&'a TeamTaskRow>,
}

impl Session {
    /// What the team did within a filter, rep by rep. Tasks are told for a single day.
    ///
    /// # Errors
    /// What the store says.
    pub fn team_day(&self, filter: &TeamFilter) -> Result<TeamDayView, AppError> {
        let people = self.people()?;
        let store = &self.inner.store;
        let filter = people.narrowed(filter);
        let visits = store.team_visits(&filter)?;
        let orders = store.team_orders(&filter)?;
        let anywhere = filter.customer.is_none() && filter.territory.is_none();
        let tasks = match filter.from == filter.until && anywhere {
            true => store.team_tasks(filter.from)?,
            false => Vec::new(),
        };
        let everywhere = TeamFilter { territory: None, ..filter.clone() };
        let territories = store.team_territories(&everywhere)?.into_iter().map(|one| one.name);
        let (mut taken, left) = by_visit(&visits, &orders);
        let mut deeds: BTreeMap<&str, Deeds<'_>> = BTreeMap::new();
        for visit in &visits {
            let orders = taken.remove(&visit.id).unwrap_or_default();
            deeds.entry(&visit.owner).or_default().visits.push((visit, orders));
        }
        for order in left {
            deeds.entry(&order.owner).or_default().orders.push(order);
        }
        for task in
            tasks.iter().filter(|task| filter.users.is_empty() || filter.users.contains(&task.by))
        {
            // Of people who are not on the road only what the supervisor asks for is shown.
            if let Some(deeds) = deeds.get_mut(task.by.as_str()) {
                deeds.tasks.push(task);
            }
        }
        let mut reps: Vec<TeamRepView> = deeds
            .into_iter()
            .map(|(user, deeds)| self.rep(user, people.name(user), &deeds))
            .collect();
        reps.sort_by(|one, other| (&one.name, &one.user).cmp(&(&other.name, &other.user)));
        Ok(TeamDayView {
            reps,
            sold: sums(&orders),
            territories: territories.filter(|territory| !territory.is_empty()).collect(),
            as_of: self.team_as_of()?,
        })
    }

    /// When the visits of the team were last read to the end.
    fn team_as_of(&self) -> Result<Option<DateTime<FixedOffset>>, AppError> {
        let at = satchel_sync::pull::freshness(&self.inner.store)?.team;
        // The demo company's team was never read from a site.
        let at = at.filter(|at| at.timestamp() > 0);
        Ok(at.map(|at| local_time(at, self.now().offset_minutes)))
    }

    fn rep(&self, user: &str, name: String, deeds: &Deeds<'_>) -> TeamRepView {
        let mut moments: Vec<TeamMoment> = Vec::new();
        for (nth, (visit, orders)) in (1..).zip(&deeds.visits) {
            moments.push(TeamMoment::Visit(self.visit_line(visit, nth, orders)));
        }
        let lines = deeds.orders.iter().map(|order| TeamMoment::Order(self.order_line(order)));
        moments.extend(lines);
        moments.extend(deeds.tasks.iter().map(|task| {
            TeamMoment::Task(TeamTaskLine {
                key: task.key.clone(),
                subject: task.subject.clone(),
                at: task.at.and_then(|at| self.on_this_phone(at)),
                progress: task.progress.to_u8().unwrap_or_default().min(100),
                status: task.status.clone(),
            })
        }));
        moments.sort_by_key(when);
        let flagged = deeds.visits.iter().filter(|(visit, _)| !self.flags_of(visit).is_empty());
        let on_visits = deeds.visits.iter().flat_map(|(_, orders)| orders.iter().copied());
        let places = || {
            deeds.visits.iter().filter_map(|(visit, _)| {
                Some(TeamPlace {
                    at: times(visit).0,
                    customer_name: visit.customer_name.clone(),
                    degrees: degrees(visit.place?),
                })
            })
        };
        let visits = u32::try_from(deeds.visits.len()).unwrap_or(u32::MAX);
        TeamRepView {
            user: user.to_owned(),
            name,
            visits,
            flagged: u32::try_from(flagged.count()).unwrap_or(u32::MAX),
            minutes: deeds.visits.iter().filter_map(|(visit, _)| minutes(visit)).sum(),
            sold: sums(on_visits.chain(deeds.orders.iter().copied())),
            first: places().next(),
            last: places().next_back(),
            moments,
        }
    }

    pub(super) fn visit_line(
        &self,
        visit: &TeamVisitRow,
        nth: u32,
        orders: &[&TeamOrderRow],
    ) -> TeamVisitLine {
        let (from, until) = times(visit);
        TeamVisitLine {
            id: visit.id,
            nth,
            customer_name: visit.customer_name.clone(),
            from,
            until,
            planned: !visit.event.is_empty(),
            degrees: visit.place.map(degrees),
            flags: self.flags_of(visit),
            sold: sums(orders.iter().copied()),
            worth: orders.iter().fold(0, |sum, order| sum.saturating_add(order.worth)),
        }
    }
}

/// When it was; what tells no time comes last.
fn when(moment: &TeamMoment) -> (bool, i64) {
    let at = match moment {
        TeamMoment::Visit(visit) => Some(visit.from),
        TeamMoment::Order(order) => order.at,
        TeamMoment::Task(task) => task.at,
    };
    (at.is_none(), at.map_or(0, |at| at.timestamp_millis()))
}
