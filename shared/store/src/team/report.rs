//! What the filters offer, and where nobody was for long.

use chrono::NaiveDate;
use rusqlite::{Row, params, params_from_iter};

use super::query::Wheres;
use super::types::{TeamChoice, TeamCoverage, TeamFilter};
use crate::error::StoreError;
use crate::sql::{day, get, rows, sql_limit};
use crate::store::Store;

impl Store {
    /// The users who made visits, each with how many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_users(&self, filter: &TeamFilter) -> Result<Vec<TeamChoice>, StoreError> {
        self.team_choices("v.owner", filter)
    }

    /// The territories that were visited, each with how many visits.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_territories(&self, filter: &TeamFilter) -> Result<Vec<TeamChoice>, StoreError> {
        self.team_choices("coalesce(c.territory, '')", filter)
    }

    fn team_choices(&self, name: &str, filter: &TeamFilter) -> Result<Vec<TeamChoice>, StoreError> {
        let wheres = Wheres::of_visits(filter);
        let sql = format!(
            "SELECT {name} AS name, count(*) AS visits
             FROM team_visit v LEFT JOIN customer c ON c.key = 'server:' || v.customer
             WHERE {} GROUP BY 1 ORDER BY 1",
            wheres.sql()
        );
        self.read(|connection| {
            rows!(connection, &sql, params_from_iter(wheres.values), |row: &Row<'_>| {
                Ok::<_, StoreError>(TeamChoice {
                    name: get(row, "name")?,
                    visits: get(row, "visits")?,
                })
            })
        })
    }

    /// Customers in use where nobody was since a day, those never visited first, at most `limit`; and how
    /// many customers in use there are, visited or not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn team_unvisited(
        &self,
        since: NaiveDate,
        territory: Option<&str>,
        limit: usize,
    ) -> Result<(Vec<TeamCoverage>, u32), StoreError> {
        const USED: &str = "c.key LIKE 'server:%'
            AND coalesce(json_extract(c.document, '$.disabled'), 0) = 0
            AND (?1 = '' OR c.territory = ?1)";
        let territory = territory.unwrap_or_default();
        self.read(|connection| {
            let unvisited = rows!(
                connection,
                &format!(
                    "SELECT substr(c.key, 8) AS customer, c.customer_name, c.territory,
                            coalesce((SELECT max(v.day) FROM team_visit v
                                      WHERE v.customer = substr(c.key, 8)), '') AS last
                     FROM customer c WHERE {USED} AND last < ?2
                     ORDER BY last, c.customer_name LIMIT ?3"
                ),
                params![territory, since.to_string(), sql_limit(limit)],
                |row: &Row<'_>| Ok::<_, StoreError>(TeamCoverage {
                    customer: get(row, "customer")?,
                    customer_name: get(row, "customer_name")?,
                    territory: get(row, "territory")?,
                    last: day(row, "last")?,
                })
            )?;
            let mut statement = connection
                .prepare_cached(&format!("SELECT count(*) FROM customer c WHERE {USED}"))?;
            let all = statement.query_row([territory], |row| row.get(0))?;
            Ok((unvisited, all))
        })
    }
}
