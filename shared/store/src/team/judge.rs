//! What looks wrong about visits, found when they come: each is judged beside its neighbours in the chain
//! of its phone.

use rusqlite::{Row, Transaction, params};
use satchel_domain::capture::{CapturedAt, CapturedPosition};
use satchel_domain::visits::{Flag, Seen, check_visits, flags, recorded};
use serde_json::{Map, Value};

use crate::error::{StoreError, bad};
use crate::sql::{first, get, moment, rows, run};

/// The visits of one phone in the hands of one user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Chain {
    /// The user.
    pub(crate) owner: String,
    /// Device code; empty where nothing is sealed.
    pub(crate) device: String,
}

struct Kept {
    name: String,
    link: i64,
    seen: Seen,
    document: Map<String, Value>,
}

/// Judges the visits of a chain from link `first` to the one after `last` again: what follows a visit is
/// compared with it.
pub(crate) fn again(
    transaction: &Transaction<'_>,
    chain: &Chain,
    first: i64,
    last: i64,
) -> Result<(), StoreError> {
    let edge = |sql: &str, link: i64| -> Result<Option<i64>, StoreError> {
        let found =
            first!(transaction, sql, params![chain.owner, chain.device, link], |row: &Row<'_>| {
                get::<Option<i64>>(row, "edge")
            })?;
        Ok(found.flatten())
    };
    let before = edge(
        "SELECT max(link) AS edge FROM team_visit
         WHERE owner = ?1 AND device = ?2 AND link < ?3",
        first,
    )?;
    let after = edge(
        "SELECT min(link) AS edge FROM team_visit
         WHERE owner = ?1 AND device = ?2 AND link > ?3",
        last,
    )?;
    let kept = visits(transaction, chain, before.unwrap_or(first), after.unwrap_or(last))?;
    for (visit, found) in kept.iter().zip(judged(&kept)) {
        // The one before is there for the comparison; its own neighbour is not.
        if visit.link < first {
            continue;
        }
        let flags = serde_json::to_string(&found).map_err(|_| bad("flags"))?;
        run!(
            transaction,
            "UPDATE team_visit SET flags = ?2 WHERE name = ?1 AND flags <> ?2",
            params![visit.name, flags]
        )?;
    }
    Ok(())
}

fn judged(kept: &[Kept]) -> Vec<Vec<Flag>> {
    let told: Vec<_> = kept.iter().map(|visit| recorded(&visit.document)).collect();
    let seen = told.iter().zip(check_visits(&told)).zip(kept);
    let seen: Vec<Seen> = seen
        .map(|((told, broken), visit)| {
            // Whether its day is over changes by itself, and is asked when it is shown.
            let sealed = told.seen(broken, false);
            sealed.unwrap_or_else(|| Seen { broken, ..visit.seen.clone() })
        })
        .collect();
    flags(&seen)
}

fn visits(
    transaction: &Transaction<'_>,
    chain: &Chain,
    from: i64,
    until: i64,
) -> Result<Vec<Kept>, StoreError> {
    rows!(
        transaction,
        "SELECT v.name, v.link, v.check_in_ms, v.check_out_ms, v.offset_minutes, v.latitude_e7,
                v.longitude_e7, v.accuracy_m, v.distance_m, d.document
         FROM team_visit v JOIN team_visit_document d ON d.name = v.name
         WHERE v.owner = ?1 AND v.device = ?2 AND v.link BETWEEN ?3 AND ?4
         ORDER BY v.link, v.id",
        params![chain.owner, chain.device, from, until],
        |row: &Row<'_>| {
            let document: String = get(row, "document")?;
            let document: Map<String, Value> = serde_json::from_str(&document).unwrap_or_default();
            let name: String = get(row, "name")?;
            let seen = unsealed(row, &name, &document)?;
            Ok::<_, StoreError>(Kept { link: get(row, "link")?, name, seen, document })
        }
    )
}

/// What the plain fields of a visit say, where nothing is sealed. Nobody knows of which start of the phone
/// they are, so that only a clock that goes back is told.
fn unsealed(row: &Row<'_>, name: &str, document: &Map<String, Value>) -> Result<Seen, StoreError> {
    let simulated = document.get("mock_location").and_then(Value::as_i64) == Some(1);
    let latitude: Option<i32> = get(row, "latitude_e7")?;
    let longitude: Option<i32> = get(row, "longitude_e7")?;
    let accuracy: Option<u32> = get(row, "accuracy_m")?;
    let position = latitude.zip(longitude).map(|(latitude_e7, longitude_e7)| CapturedPosition {
        latitude_e7,
        longitude_e7,
        accuracy_m: accuracy.unwrap_or_default(),
        age_s: 0,
        simulated: simulated.then_some(true),
    });
    let at = |column: &'static str, end: &str| -> Result<CapturedAt, StoreError> {
        Ok(CapturedAt {
            utc: moment(row, column)?,
            offset_minutes: get(row, "offset_minutes")?,
            monotonic_ms: 0,
            boot_id: format!("{name} {end}"),
            position,
            later: None,
            no_position: String::new(),
            server: None,
        })
    };
    let left: i64 = get(row, "check_out_ms")?;
    Ok(Seen {
        check_in: at("check_in_ms", "in")?,
        check_out: (left > 0).then(|| at("check_out_ms", "out")).transpose()?,
        distance_m: get(row, "distance_m")?,
        broken: None,
        over: false,
    })
}
