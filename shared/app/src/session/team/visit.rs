//! One visit of the team with its evidence.

use super::by_visit;
use crate::AppError;
use crate::session::company::text;
use crate::session::{Session, local_time};
use crate::views::{TeamEvidence, TeamVisitView};
use satchel_domain::visits::{Moment, Told, recorded};
use satchel_store::{TeamFilter, TeamOrderRow};
use serde_json::{Map, Value};

impl Session {
    /// A visit of the team by its number on this phone.
    ///
    /// # Errors
    /// [`AppError::NotFound`], or what the store says.
    pub fn team_visit(&self, id: i64) -> Result<TeamVisitView, AppError> {
        let store = &self.inner.store;
        let found = store.team_visit(id)?.ok_or(AppError::NotFound { what: "Field Visit" })?;
        let (visit, document) = found;
        let day = TeamFilter { users: vec![visit.owner.clone()], ..TeamFilter::day(visit.day) };
        let visits = store.team_visits(&day)?;
        let orders = store.team_orders(&day)?;
        let (mut taken, _) = by_visit(&visits, &orders);
        let taken: Vec<&TeamOrderRow> = taken.remove(&visit.id).unwrap_or_default();
        let nth = visits.iter().position(|one| one.id == visit.id).unwrap_or_default();
        let fields: Map<String, Value> = serde_json::from_str(&document).unwrap_or_default();
        let told = recorded(&fields);
        let document = Value::Object(fields);
        let line = self.visit_line(&visit, u32::try_from(nth + 1).unwrap_or(u32::MAX), &taken);
        Ok(TeamVisitView {
            line,
            name: self.people()?.name(&visit.owner),
            user: visit.owner,
            territory: visit.territory,
            accuracy_m: visit.accuracy_m,
            distance_m: visit.distance_m,
            notes: text(&document, "notes"),
            orders: taken.into_iter().map(|order| self.order_line(order)).collect(),
            pictures: self.pictures_of(&visit.name)?,
            evidence: [&told.check_in, &told.check_out]
                .into_iter()
                .flatten()
                .map(evidence)
                .collect(),
            changed: told.differs,
        })
    }
}

fn evidence(told: &Told) -> TeamEvidence {
    let captured = &told.evidence.captured;
    TeamEvidence {
        leaving: told.evidence.moment == Moment::CheckOut,
        device: told.evidence.device.clone(),
        number: told.evidence.number,
        at: local_time(captured.utc, captured.offset_minutes),
        clock_ahead_s: captured.clock_wrong_s(),
        simulated: captured.position.and_then(|position| position.simulated),
        hash: told.link.hash.clone(),
    }
}
