//! Visits of the team as files for other programs.

use super::{by_visit, sums, times};
use crate::AppError;
use crate::session::Session;
use crate::views::{Flag, TeamFile};
use satchel_devices::share::{ShareFile, ShareKind, Shared};
use satchel_domain::position::Position;
use satchel_domain::visits::export::{self, ExportedVisit};
use satchel_store::{PlaceE7, TeamFilter};

impl Session {
    /// Makes a file of the visits within a filter and hands it over. `words` says a flag in a sentence,
    /// `title` names the file. Takes a while for many: not for the screen's thread.
    ///
    /// # Errors
    /// [`AppError::Share`] when nothing takes it, or what the store says.
    pub fn share_team(
        &self,
        filter: &TeamFilter,
        file: TeamFile,
        title: &str,
        words: impl Fn(&Flag) -> String,
    ) -> Result<Shared, AppError> {
        let visits = self.exported(filter, words)?;
        let (kind, content) = match file {
            TeamFile::Csv => (ShareKind::Csv, export::csv(&visits)),
            TeamFile::GeoJson => (ShareKind::GeoJson, export::geojson(&visits)),
            TeamFile::Gpx => (ShareKind::Gpx, export::gpx(&visits)),
        };
        Ok(self.inner.ports.share.share(&ShareFile::new(title, kind, content))?)
    }

    fn exported(
        &self,
        filter: &TeamFilter,
        words: impl Fn(&Flag) -> String,
    ) -> Result<Vec<ExportedVisit>, AppError> {
        let people = self.people()?;
        let filter = people.narrowed(filter);
        let visits = self.inner.store.team_visits(&filter)?;
        let orders = self.inner.store.team_orders(&filter)?;
        let (taken, _) = by_visit(&visits, &orders);
        let exported = visits.iter().map(|visit| {
            let orders = taken.get(&visit.id).map(Vec::as_slice).unwrap_or_default();
            let sold = sums(orders.iter().copied());
            let (check_in, check_out) = times(visit);
            ExportedVisit {
                uid: visit.name.clone(),
                day: visit.day,
                user: visit.owner.clone(),
                person: people.name(&visit.owner),
                customer: visit.customer.clone(),
                customer_name: visit.customer_name.clone(),
                territory: visit.territory.clone(),
                check_in,
                check_out,
                place: visit.place.and_then(position),
                accuracy_m: visit.accuracy_m,
                distance_m: visit.distance_m,
                orders: u32::try_from(orders.len()).unwrap_or(u32::MAX),
                sold: sold.into_iter().map(|money| (money.amount, money.currency)).collect(),
                flags: self.flags_of(visit).iter().map(&words).collect(),
            }
        });
        Ok(exported.collect())
    }
}

fn position(place: PlaceE7) -> Option<Position> {
    Position::new(f64::from(place.latitude_e7) / 1e7, f64::from(place.longitude_e7) / 1e7).ok()
}
