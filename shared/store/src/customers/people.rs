//! Contacts and Leads, found by their names: who may take part in an Event besides customers.

use rusqlite::Row;
use serde::Deserialize;

use crate::catalogue::fields::Text;
use crate::error::StoreError;
use crate::orders::words::{folded, wanted};
use crate::sql::{get, rows};
use crate::store::Store;

/// Leads that are customers by now, or want none of it (`status` of Lead).
const OUT_OF_SIGHT: [&str; 2] = ["Converted", "Do Not Contact"];

/// A Contact or a Lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// `Contact` or `Lead`.
    pub doctype: String,
    /// Document name.
    pub name: String,
    /// What people call them.
    pub label: String,
}

/// The fields that name a Contact (Frappe) or a Lead (ERPNext).
#[derive(Deserialize)]
struct Person {
    #[serde(default)]
    full_name: Text,
    #[serde(default)]
    first_name: Text,
    #[serde(default)]
    lead_name: Text,
    #[serde(default)]
    company_name: Text,
    #[serde(default)]
    status: Text,
}

impl Store {
    /// Contacts and Leads the office has, by name, each word of `text` beginning a word of theirs; at most
    /// so many. There are some thousands at most: their documents are looked through.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn people(&self, text: &str, limit: usize) -> Result<Vec<PersonRow>, StoreError> {
        let wanted = wanted(text);
        let documents = self.read(|connection| {
            rows!(
                connection,
                "SELECT doctype, substr(key, 8) AS name, document FROM party_document
                 WHERE doctype = 'Contact' AND key LIKE 'server:%'
                 UNION ALL
                 SELECT doctype, name, document FROM master_document WHERE doctype = 'Lead'",
                [],
                |row: &Row<'_>| Ok::<_, StoreError>((
                    get::<String>(row, "doctype")?,
                    get::<String>(row, "name")?,
                    get::<String>(row, "document")?,
                ))
            )
        })?;
        let mut found: Vec<(String, PersonRow)> = documents
            .into_iter()
            .filter_map(|(doctype, name, document)| {
                let person = read(&document).filter(Person::is_in_sight)?;
                let label = person.label()?;
                let words = folded(&format!("{label} {name}"));
                let found = wanted.iter().all(|word| words.contains(word.as_str()));
                found.then_some((words, PersonRow { doctype, name, label }))
            })
            .collect();
        found.sort_by(|(a, one), (b, other)| (a, &one.name).cmp(&(b, &other.name)));
        Ok(found.into_iter().map(|(_, person)| person).take(limit).collect())
    }
}

/// What people call the Contact or Lead of a document; nothing for one without a name.
pub fn person_label(document: &str) -> Option<String> {
    read(document)?.label()
}

fn read(document: &str) -> Option<Person> {
    serde_json::from_str(document).ok()
}

impl Person {
    fn is_in_sight(&self) -> bool {
        !OUT_OF_SIGHT.contains(&self.status.0.as_str())
    }

    /// A Lead is a person, a company, or a person of a company.
    fn label(self) -> Option<String> {
        let names = [self.full_name, self.first_name, self.lead_name].map(|name| name.0);
        let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let company = self.company_name.0;
        match (name.is_empty(), company.is_empty() || company == name) {
            (false, true) => Some(name),
            (false, false) => Some(format!("{name} · {company}")),
            (true, _) => Some(company).filter(|company| !company.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{document, opened};
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn contacts_and_leads_are_found_by_their_names() {
        let opened = opened();
        opened.put(vec![
            document(
                "Contact",
                json!({"name": "C-1", "first_name": "José", "full_name": "José Lima"}),
            ),
            document("Contact", json!({"name": "C-2", "first_name": "Rosa"})),
            document("Contact", json!({"name": "C-3"})),
            document(
                "Lead",
                json!({"name": "CRM-LEAD-1", "lead_name": "Ana", "company_name": "Bar Lima"}),
            ),
            document(
                "Lead",
                json!({"name": "CRM-LEAD-2", "company_name": "Adega", "lead_name": "Adega"}),
            ),
            document(
                "Lead",
                json!({"name": "CRM-LEAD-3", "lead_name": "Lima", "status": "Converted"}),
            ),
        ]);
        let found = |text: &str, limit| -> Vec<String> {
            let people = opened.store.people(text, limit).unwrap();
            people
                .into_iter()
                .map(|person| format!("{} {}", person.doctype, person.label))
                .collect()
        };
        let all = ["Lead Adega", "Lead Ana · Bar Lima", "Contact José Lima", "Contact Rosa"];
        assert_eq!(found("", 9), all);
        assert_eq!(found("", 2), all[..2]);
        assert_eq!(found("jose li", 9), ["Contact José Lima"]);
        assert_eq!(found("lima", 9), ["Lead Ana · Bar Lima", "Contact José Lima"]);
        assert_eq!(found("crm lead 2", 9), ["Lead Adega"]);
        assert!(found("ima", 9).is_empty(), "words are found by how they begin");
    }

    proptest! {
        #[test]
        fn any_document_has_a_name_or_none(text in "\\PC{0,30}", name in "\\PC{0,9}", company in "\\PC{0,9}") {
            let _ = person_label(&text);
            let label = person_label(&json!({"lead_name": name, "company_name": company}).to_string());
            prop_assert_eq!(label.is_none(), name.is_empty() && company.is_empty());
        }
    }
}
