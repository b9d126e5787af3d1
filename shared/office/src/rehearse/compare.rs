//! What was written down against what the site has.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::Serialize;

use super::ledger::Written;

/// A document read back from the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// DocType.
    pub doctype: String,
    /// As in [`Written::key`].
    pub key: String,
    /// `name` on the site.
    pub name: String,
    /// Fields and what they are.
    pub figures: BTreeMap<String, String>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// The rep saved it and the site does not have it.
    Lost {
        /// DocType.
        doctype: String,
        /// Receipt number, name or note.
        key: String,
    },
    /// The site has it more than once.
    Doubled {
        /// DocType.
        doctype: String,
        /// Receipt number, name or note.
        key: String,
        /// Names on the site.
        names: Vec<String>,
    },
    /// The site has something else than what the rep saved.
    Different {
        /// DocType.
        doctype: String,
        /// Receipt number, name or note.
        key: String,
        /// Field.
        field: String,
        /// On the phone.
        phone: String,
        /// On the site.
        site: String,
    },
    /// The site has it, and nobody wrote it down.
    Unexplained {
        /// DocType.
        doctype: String,
        /// Receipt number, name or note.
        key: String,
        /// Name on the site.
        name: String,
    },
    /// The phone says that something is still to do or was refused, or does not know a name.
    Phone {
        /// Which rep.
        rep: u32,
        /// What is wrong.
        words: String,
    },
}

/// Compares; nothing found is what a rehearsal is for.
pub fn compare(written: &[Written], found: &[Found]) -> Vec<Finding> {
    let mut by_key: BTreeMap<(&str, &str), Vec<&Found>> = BTreeMap::new();
    for one in found {
        by_key.entry((&one.doctype, &one.key)).or_default().push(one);
    }
    let mut findings = Vec::new();
    let mut explained = BTreeSet::new();
    for wanted in written {
        let (doctype, key) = (wanted.doctype.clone(), wanted.key.clone());
        explained.insert((wanted.doctype.as_str(), wanted.key.as_str()));
        match by_key.get(&(wanted.doctype.as_str(), wanted.key.as_str())).map(Vec::as_slice) {
            None | Some([]) => findings.push(Finding::Lost { doctype, key }),
            Some([one]) => findings.extend(differences(wanted, one)),
            Some(several) => {
                let names = several.iter().map(|one| one.name.clone()).collect();
                findings.push(Finding::Doubled { doctype, key, names });
            }
        }
    }
    for one in found {
        if !explained.contains(&(one.doctype.as_str(), one.key.as_str())) {
            findings.push(Finding::Unexplained {
                doctype: one.doctype.clone(),
                key: one.key.clone(),
                name: one.name.clone(),
            });
        }
    }
    findings
}

fn differences(wanted: &Written, found: &Found) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (field, phone) in &wanted.figures {
        let site = found.figures.get(field).map(String::as_str).unwrap_or_default();
        if !is_same(phone, site) {
            findings.push(Finding::Different {
                doctype: wanted.doctype.clone(),
                key: wanted.key.clone(),
                field: field.clone(),
                phone: phone.clone(),
                site: site.to_owned(),
            });
        }
    }
    findings
}

/// Numbers are compared as numbers, all else as text.
fn is_same(one: &str, other: &str) -> bool {
    match (one.parse::<Decimal>(), other.parse::<Decimal>()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(key: &str, total: &str) -> Written {
        let figures = BTreeMap::from([("grand_total".to_owned(), total.to_owned())]);
        Written { doctype: "Sales Order".to_owned(), key: key.to_owned(), figures }
    }

    fn found(key: &str, name: &str, total: &str) -> Found {
        let Written { doctype, key, figures } = written(key, total);
        Found { doctype, key, name: name.to_owned(), figures }
    }

    #[test]
    fn what_is_there_once_and_equal_is_nothing_to_speak_of() {
        let written = [written("R1", "10.50"), written("R2", "3")];
        let site = [found("R2", "SAL-1", "3.0"), found("R1", "SAL-2", "10.5")];
        assert_eq!(compare(&written, &site), []);
    }

    #[test]
    fn a_lost_one_is_found() {
        let written = [written("R1", "1"), written("R2", "2")];
        let findings = compare(&written, &[found("R1", "SAL-1", "1")]);
        let lost = Finding::Lost { doctype: "Sales Order".into(), key: "R2".into() };
        assert_eq!(findings, [lost]);
    }

    #[test]
    fn a_doubled_one_is_found() {
        let site = [found("R1", "SAL-1", "1"), found("R1", "SAL-2", "1")];
        let findings = compare(&[written("R1", "1")], &site);
        assert!(matches!(&findings[..], [Finding::Doubled { names, .. }] if names.len() == 2));
    }

    #[test]
    fn another_total_is_found() {
        let findings = compare(&[written("R1", "1.00")], &[found("R1", "SAL-1", "1.01")]);
        assert!(
            matches!(&findings[..], [Finding::Different { field, .. }] if field == "grand_total")
        );
        // A field the site does not have is another one too.
        let mut bare = found("R1", "SAL-1", "1");
        bare.figures.clear();
        assert_eq!(compare(&[written("R1", "1.00")], &[bare]).len(), 1);
    }

    #[test]
    fn what_nobody_wrote_down_is_found() {
        let site = [found("R1", "SAL-1", "1"), found("", "SAL-2", "1")];
        let findings = compare(&[written("R1", "1")], &site);
        assert!(matches!(&findings[..], [Finding::Unexplained { name, .. }] if name == "SAL-2"));
    }
}
