//! The way since the visit before, as far as it was gathered.

use rusqlite::{Row, Transaction, params};

use crate::customers::PlaceE7;
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::sql::{get, rows, run};
use crate::store::Store;

/// A point of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrackRow {
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// Where.
    pub place: PlaceE7,
}

impl Store {
    /// The way gathered since the visit before, in its order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn track(&self) -> Result<Vec<TrackRow>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT at_ms, latitude_e7, longitude_e7 FROM track_point ORDER BY id",
                [],
                |row: &Row<'_>| {
                    let place = PlaceE7 {
                        latitude_e7: get(row, "latitude_e7")?,
                        longitude_e7: get(row, "longitude_e7")?,
                    };
                    Ok::<_, StoreError>(TrackRow { at_ms: get(row, "at_ms")?, place })
                }
            )
        })
    }

    /// Keeps a way instead of the one that was kept. A check-in or check-out forgets it.
    pub fn keep_track(&self, track: Vec<TrackRow>) -> Reply<()> {
        self.write(move |transaction| {
            forget(transaction)?;
            for point in &track {
                run!(
                    transaction,
                    "INSERT INTO track_point(at_ms, latitude_e7, longitude_e7) VALUES(?1, ?2, ?3)",
                    params![point.at_ms, point.place.latitude_e7, point.place.longitude_e7]
                )?;
            }
            Ok(())
        })
    }
}

/// Forgets the way: a visit has it, or another one begins.
pub(super) fn forget(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    run!(transaction, "DELETE FROM track_point", [])?;
    Ok(())
}
