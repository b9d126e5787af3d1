//! The map of the team's visits: all of them as one run of bytes, for the page to draw.

use crate::AppError;
use crate::session::Session;
use satchel_domain::visits::read_track;
use satchel_store::{TeamFilter, TeamPoint};
use std::collections::BTreeMap;

/// Bytes of a visit: number, latitude and longitude in degrees × 10⁷ (four each, the lowest first), marks, and
/// what was sold (eight).
const EACH: usize = 21;
/// Something looks wrong.
const FLAGGED: u8 = 1;
/// Something was sold.
const SOLD: u8 = 2;

impl Session {
    /// The currency of the company, in which the map tells what was sold; empty where it has none.
    pub fn team_currency(&self) -> String {
        self.company().currency.clone()
    }

    /// The visits within a filter that have a place, 21 bytes each, of every figure the lowest byte first:
    /// the number ([`Session::team_visit`] takes it), latitude and longitude in degrees × 10⁷ in four bytes
    /// each; a byte of marks, 1 for something that looks wrong, 2 for something sold; and in eight bytes
    /// hundredths of the company's currency that were sold there.
    ///
    /// # Errors
    /// What the store says.
    pub fn team_map(&self, filter: &TeamFilter) -> Result<Vec<u8>, AppError> {
        let filter = self.people()?.narrowed(filter);
        let points = self.inner.store.team_points(&filter, None, self.today())?;
        Ok(bytes_of(&points))
    }

    /// The ways that lead to the visits of one rep on one day, where they were recorded: degrees north and
    /// east by the number of the visit. Nothing for a filter that asks for more.
    ///
    /// # Errors
    /// What the store says.
    pub fn team_tracks(
        &self,
        filter: &TeamFilter,
    ) -> Result<BTreeMap<i64, Vec<(f64, f64)>>, AppError> {
        if filter.users.len() != 1 || filter.from != filter.until {
            return Ok(BTreeMap::new());
        }
        let texts = self.inner.store.team_tracks(filter)?;
        let tracks = texts.into_iter().map(|(id, text)| {
            let places = read_track(&text).into_iter();
            (id, places.map(|place| (place.latitude(), place.longitude())).collect())
        });
        Ok(tracks.filter(|(_, track): &(i64, Vec<_>)| track.len() > 1).collect())
    }
}

fn bytes_of(points: &[TeamPoint]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(points.len() * EACH);
    for point in points {
        // Numbers count from 1; a phone does not see 2³² visits.
        let Ok(id) = u32::try_from(point.id) else { continue };
        bytes.extend(id.to_le_bytes());
        bytes.extend(point.place.latitude_e7.to_le_bytes());
        bytes.extend(point.place.longitude_e7.to_le_bytes());
        bytes.push(u8::from(point.flagged) * FLAGGED + u8::from(point.sold) * SOLD);
        bytes.extend(point.worth.to_le_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_store::PlaceE7;

    #[test]
    fn each_visit_has_twenty_one_bytes() {
        let place = PlaceE7 { latitude_e7: 1, longitude_e7: -2 };
        let point = TeamPoint { id: 258, place, flagged: true, sold: true, worth: 770 };
        let far = TeamPoint { id: i64::MAX, ..point };
        let plain = TeamPoint { id: 1, flagged: false, sold: false, worth: 0, ..point };
        let bytes = bytes_of(&[point, far, plain]);
        assert_eq!(bytes.len(), 2 * EACH);
        assert_eq!(bytes[..13], [2, 1, 0, 0, 1, 0, 0, 0, 254, 255, 255, 255, 3]);
        assert_eq!(bytes[13..EACH], [2, 3, 0, 0, 0, 0, 0, 0]);
        assert_eq!(bytes[33..], [0; 9]);
    }
}
