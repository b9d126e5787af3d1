//! What the office decides for all phones of a company, in fields of its Company that the set-up makes. A
//! phone follows a change with the next pull.

use satchel_store::Store;
use serde_json::{Map, Value};

use crate::{OnArrival, SiteAccount, SyncError};

const ON_ARRIVAL: &str = "satchel_on_arrival";
const STOCK_HOURS: &str = "satchel_stock_max_age_hours";
const PRICES_HOURS: &str = "satchel_prices_max_age_hours";

/// What a Company says. A field that is empty, missing or no choice of ours decides nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompanyRules {
    /// What becomes of orders once they are at the site.
    pub on_arrival: Option<OnArrival>,
    /// Hours after which the phone warns of old stock.
    pub stock_max_age_hours: Option<u32>,
    /// Hours after which the phone warns of old prices.
    pub prices_max_age_hours: Option<u32>,
}

impl CompanyRules {
    /// Those of a company the phone has; none where it was not pulled yet.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn load(store: &Store, company: &str) -> Result<Self, SyncError> {
        let document = store.document("Company", company)?;
        let fields = document.and_then(|text| serde_json::from_str(&text).ok());
        Ok(fields.as_ref().map(Self::read).unwrap_or_default())
    }

    fn read(company: &Map<String, Value>) -> Self {
        let hours = |field: &str| {
            let number = company.get(field)?.as_u64()?;
            u32::try_from(number).ok().filter(|hours| *hours > 0)
        };
        let on_arrival = match company.get(ON_ARRIVAL).and_then(Value::as_str) {
            Some("Submit") => Some(OnArrival::Submit),
            Some("Leave as Draft") => Some(OnArrival::LeaveDraft),
            _ => None,
        };
        Self {
            on_arrival,
            stock_max_age_hours: hours(STOCK_HOURS),
            prices_max_age_hours: hours(PRICES_HOURS),
        }
    }
}

impl SiteAccount {
    /// What becomes of orders: as the company says, else as the phone was enrolled.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn on_arrival_now(&self, store: &Store) -> Result<OnArrival, SyncError> {
        Ok(CompanyRules::load(store, &self.company)?.on_arrival.unwrap_or(self.on_arrival))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(company: Value) -> CompanyRules {
        CompanyRules::read(company.as_object().unwrap())
    }

    #[test]
    fn what_the_company_says_is_read() {
        let said = read(json!({"name": "Aurora", "satchel_on_arrival": "Leave as Draft",
            "satchel_stock_max_age_hours": 8, "satchel_prices_max_age_hours": 200}));
        assert_eq!(said.on_arrival, Some(OnArrival::LeaveDraft));
        assert_eq!((said.stock_max_age_hours, said.prices_max_age_hours), (Some(8), Some(200)));
        let submit = read(json!({"satchel_on_arrival": "Submit"}));
        assert_eq!(submit.on_arrival, Some(OnArrival::Submit));
    }

    #[test]
    fn what_is_empty_or_nonsense_decides_nothing() {
        for company in [
            json!({}),
            json!({"satchel_on_arrival": "", "satchel_stock_max_age_hours": 0}),
            json!({"satchel_on_arrival": null, "satchel_prices_max_age_hours": -3}),
            json!({"satchel_on_arrival": "Perhaps", "satchel_stock_max_age_hours": "8 hours"}),
            json!({"satchel_on_arrival": 1, "satchel_stock_max_age_hours": 99_999_999_999_u64}),
        ] {
            assert_eq!(read(company.clone()), CompanyRules::default(), "{company}");
        }
    }
}
