//! Visits, orders and tasks of the team as the screens show them.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::query::Wheres;
use super::types::{TeamBounds, TeamFilter, TeamOrderRow, TeamPoint, TeamTaskRow, TeamVisitRow};
use crate::customers::PlaceE7;
use crate::error::StoreError;
use crate::sql::{first, get, moment, parsed, rows, site_time};
use crate::store::Store;

/// A visit with the name and territory of its customer.
const VISIT: &str = "SELECT v.id, v.name, v.owner, v.customer, v.event, v.day, v.check_in_ms,
    v.check_out_ms, v.offset_minutes, v.latitude_e7, v.longitude_e7, v.accuracy_m, v.distance_m,
    v.flags, coalesce(c.customer_name, v.customer) AS customer_name,
    coalesce(c.territory, '') AS territory
  FROM team_visit v LEFT JOIN customer c ON c.key = 'server:' || v.customer";

/// What orders are worth, with the visit each names, else the first of that rep at that customer on that day.
const SOLD: &str = "SELECT coalesce(t.id, (SELECT w.id FROM team_visit w
      WHERE w.day = o.day AND w.owner = o.owner AND w.customer = o.customer
      ORDER BY w.check_in_ms, w.id LIMIT 1)) AS visit, o.worth
  FROM team_order o LEFT JOIN team_visit t ON t.name = o.visit
  WHERE o.day BETWEEN ?1 AND ?2 AND o.cancelled = 0";

impl Store {
    /// Visits of the team by the time they began.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_visits(&self, filter: &TeamFilter) -> Result<Vec<TeamVisitRow>, StoreError> {
        let wheres = Wheres::of_visits(filter);
        let sql = format!("{VISIT} WHERE {} ORDER BY v.check_in_ms, v.id", wheres.sql());
        self.read(|connection| rows!(connection, &sql, params_from_iter(wheres.values), visit))
    }

    /// One visit by its number, with its Field Visit as JSON.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_visit(&self, id: i64) -> Result<Option<(TeamVisitRow, String)>, StoreError> {
        self.read(|connection| {
            let found = first!(connection, &format!("{VISIT} WHERE v.id = ?1"), [id], visit)?;
            let Some(row) = found else { return Ok(None) };
            let document = first!(
                connection,
                "SELECT document FROM team_visit_document WHERE name = ?1",
                [&row.name],
                |row: &Row<'_>| get::<String>(row, "document")
            )?;
            Ok(Some((row, document.unwrap_or_default())))
        })
    }

    /// The ways that lead to visits, as the texts the site has, by the number of the visit; only where one
    /// was recorded.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_tracks(&self, filter: &TeamFilter) -> Result<Vec<(i64, String)>, StoreError> {
        let wheres = Wheres::of_visits(filter);
        let sql = format!(
            "SELECT v.id, json_extract(d.document, '$.track') AS track
             FROM team_visit v JOIN team_visit_document d ON d.name = v.name
             LEFT JOIN customer c ON c.key = 'server:' || v.customer
             WHERE {} AND json_valid(d.document)
               AND json_type(d.document, '$.track') = 'text' ORDER BY v.id",
            wheres.sql()
        );
        self.read(|connection| {
            rows!(connection, &sql, params_from_iter(wheres.values), |row: &Row<'_>| {
                Ok::<_, StoreError>((get(row, "id")?, get(row, "track")?))
            })
        })
    }

    /// The visits that have a place, for a map: those within `bounds`, or all of them. `today` tells
    /// which days are over, so that one never left is told.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_points(
        &self,
        filter: &TeamFilter,
        bounds: Option<TeamBounds>,
        today: NaiveDate,
    ) -> Result<Vec<TeamPoint>, StoreError> {
        let mut wheres = Wheres::of_visits(filter);
        wheres.add("v.latitude_e7 IS NOT NULL", []);
        if let Some(bounds) = bounds {
            wheres.within(bounds);
        }
        // The customers are joined only where they decide.
        let customers = match filter.territory {
            Some(_) => "JOIN customer c ON c.key = 'server:' || v.customer",
            None => "",
        };
        let sql = format!(
            "SELECT v.id, v.latitude_e7, v.longitude_e7,
                    (v.flags <> '[]' OR (v.check_out_ms = 0 AND v.day < ?)) AS flagged
             FROM team_visit v {customers} WHERE {} ORDER BY v.check_in_ms, v.id",
            wheres.sql()
        );
        let days = [filter.from, filter.until].map(|day| day.to_string());
        let mut values = vec![Value::Text(today.to_string())];
        values.extend(wheres.values);
        self.read(|connection| {
            let mut worth: HashMap<i64, i64> = HashMap::new();
            let orders = rows!(connection, SOLD, params_from_iter(&days), |row: &Row<'_>| {
                Ok::<_, StoreError>((get::<Option<i64>>(row, "visit")?, get::<i64>(row, "worth")?))
            })?;
            for (visit, brought) in orders {
                let sum = visit.map(|visit| worth.entry(visit).or_default());
                sum.into_iter().for_each(|sum| *sum = sum.saturating_add(brought));
            }
            rows!(connection, &sql, params_from_iter(values), |row: &Row<'_>| {
                let id = get(row, "id")?;
                let sold = worth.get(&id);
                Ok::<_, StoreError>(TeamPoint {
                    id,
                    place: PlaceE7 {
                        latitude_e7: get(row, "latitude_e7")?,
                        longitude_e7: get(row, "longitude_e7")?,
                    },
                    flagged: get(row, "flagged")?,
                    sold: sold.is_some(),
                    worth: sold.copied().unwrap_or_default(),
                })
            })
        })
    }

    /// Orders of the team that were not cancelled, by the time they were taken.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_orders(&self, filter: &TeamFilter) -> Result<Vec<TeamOrderRow>, StoreError> {
        let wheres = Wheres::of_orders(filter);
        let sql = format!(
            "SELECT o.name, o.owner, o.customer, o.customer_name, o.visit, o.day, o.at,
                    o.receipt_no, o.status, o.currency, o.grand_total, o.worth
             FROM team_order o LEFT JOIN customer c ON c.key = 'server:' || o.customer
             WHERE {} ORDER BY o.day, o.at, o.name",
            wheres.sql()
        );
        self.read(|connection| {
            rows!(connection, &sql, params_from_iter(wheres.values), |row: &Row<'_>| {
                Ok::<_, StoreError>(TeamOrderRow {
                    name: get(row, "name")?,
                    owner: get(row, "owner")?,
                    customer: get(row, "customer")?,
                    customer_name: get(row, "customer_name")?,
                    visit: get(row, "visit")?,
                    day: parsed(row, "day")?,
                    at: site_time(row, "at")?,
                    receipt_no: get(row, "receipt_no")?,
                    status: get(row, "status")?,
                    currency: get(row, "currency")?,
                    grand_total: parsed(row, "grand_total")?,
                    worth: get(row, "worth")?,
                })
            })
        })
    }

    /// Tasks that somebody changed last on a day of the site, by time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_tasks(&self, day: NaiveDate) -> Result<Vec<TeamTaskRow>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT key, subject, status, progress, modified,
                        coalesce(json_extract(mirror, '$.modified_by'), '') AS by
                 FROM task WHERE modified >= ?1 AND modified < ?1 || 'T' AND json_valid(mirror)
                 ORDER BY modified, key",
                [day.to_string()],
                |row: &Row<'_>| Ok::<_, StoreError>(TeamTaskRow {
                    key: get(row, "key")?,
                    subject: get(row, "subject")?,
                    status: get(row, "status")?,
                    progress: parsed(row, "progress")?,
                    by: get(row, "by")?,
                    at: site_time(row, "modified")?,
                })
            )
        })
    }
}

fn visit(row: &Row<'_>) -> Result<TeamVisitRow, StoreError> {
    let left: i64 = get(row, "check_out_ms")?;
    let latitude: Option<i32> = get(row, "latitude_e7")?;
    let longitude: Option<i32> = get(row, "longitude_e7")?;
    let flags: String = get(row, "flags")?;
    Ok(TeamVisitRow {
        id: get(row, "id")?,
        name: get(row, "name")?,
        owner: get(row, "owner")?,
        customer: get(row, "customer")?,
        customer_name: get(row, "customer_name")?,
        territory: get(row, "territory")?,
        event: get(row, "event")?,
        day: parsed(row, "day")?,
        check_in: moment(row, "check_in_ms")?,
        check_out: (left > 0).then(|| moment(row, "check_out_ms")).transpose()?,
        offset_minutes: get(row, "offset_minutes")?,
        place: latitude
            .zip(longitude)
            .map(|(latitude_e7, longitude_e7)| PlaceE7 { latitude_e7, longitude_e7 }),
        accuracy_m: get(row, "accuracy_m")?,
        distance_m: get(row, "distance_m")?,
        flags: serde_json::from_str(&flags).unwrap_or_default(),
    })
}
