//! Figures of a time: visits, coverage, strike rate, time on site.

use super::{by_visit, minutes, sums};
use crate::AppError;
use crate::session::Session;
use crate::views::{TeamFigures, TeamReport, TeamUnvisited};
use chrono::{Days, NaiveDate};
use satchel_store::{TeamFilter, TeamOrderRow, TeamVisitRow};
use std::collections::{BTreeMap, BTreeSet};

/// Customers listed among those nobody visited.
const LONGEST: usize = 100;
/// Days of a chart; a longer time is shown by its last ones.
const CHART_DAYS: u64 = 31;

impl Session {
    /// The figures of the team within a filter. A customer counts as left alone who was not visited
    /// within `days` days before today.
    ///
    /// # Errors
    /// What the store says.
    pub fn team_report(&self, filter: &TeamFilter, days: u32) -> Result<TeamReport, AppError> {
        let people = self.people()?;
        let store = &self.inner.store;
        let filter = people.narrowed(filter);
        let visits = store.team_visits(&filter)?;
        let orders = store.team_orders(&filter)?;
        let since = self.today().checked_sub_days(Days::new(days.into())).unwrap_or_default();
        let territory = filter.territory.as_deref();
        let (unvisited, customers) = store.team_unvisited(since, territory, usize::MAX)?;
        let mut reps = self.figures(&visits, &orders);
        for figures in &mut reps {
            figures.name = people.name(&figures.user);
        }
        reps.sort_by(|one, other| (&one.name, &one.user).cmp(&(&other.name, &other.user)));
        Ok(TeamReport {
            reps,
            days: chart(&filter, &visits),
            customers,
            unvisited: u32::try_from(unvisited.len()).unwrap_or(u32::MAX),
            longest: unvisited
                .into_iter()
                .take(LONGEST)
                .map(|one| TeamUnvisited {
                    customer: format!("server:{}", one.customer),
                    customer_name: one.customer_name,
                    territory: one.territory,
                    last: one.last,
                })
                .collect(),
        })
    }

    fn figures(&self, visits: &[TeamVisitRow], orders: &[TeamOrderRow]) -> Vec<TeamFigures> {
        let (taken, _) = by_visit(visits, orders);
        let mut reps: BTreeMap<&str, TeamFigures> = BTreeMap::new();
        let mut days: BTreeMap<&str, BTreeSet<NaiveDate>> = BTreeMap::new();
        for visit in visits {
            let figures = reps.entry(&visit.owner).or_default();
            figures.visits += 1;
            figures.with_order += u32::from(taken.contains_key(&visit.id));
            figures.flagged += u32::from(!self.flags_of(visit).is_empty());
            if let Some(minutes) = minutes(visit) {
                figures.minutes = figures.minutes.saturating_add(minutes);
                figures.left += 1;
            }
            days.entry(&visit.owner).or_default().insert(visit.day);
        }
        let mut sold: BTreeMap<&str, Vec<&TeamOrderRow>> = BTreeMap::new();
        for order in orders {
            sold.entry(&order.owner).or_default().push(order);
        }
        for user in sold.keys() {
            reps.entry(user).or_default();
        }
        let whole = |(user, figures): (&str, TeamFigures)| TeamFigures {
            user: user.to_owned(),
            days: days.get(user).map_or(0, |days| u32::try_from(days.len()).unwrap_or(u32::MAX)),
            sold: sums(sold.remove(user).unwrap_or_default()),
            ..figures
        };
        reps.into_iter().map(whole).collect()
    }
}

/// Visits of each of the last days of what is asked for.
fn chart(filter: &TeamFilter, visits: &[TeamVisitRow]) -> Vec<(NaiveDate, u32)> {
    let mut counts: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for visit in visits {
        *counts.entry(visit.day).or_default() += 1;
    }
    let earliest = filter.until.checked_sub_days(Days::new(CHART_DAYS - 1));
    let first = earliest.map_or(filter.from, |earliest| earliest.max(filter.from));
    let days = first.iter_days().take_while(|day| *day <= filter.until);
    days.map(|day| (day, counts.get(&day).copied().unwrap_or_default())).collect()
}
