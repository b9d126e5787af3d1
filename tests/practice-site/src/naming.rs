//! How the site names a new document.

use chrono::Datelike;
use serde_json::Value;

use crate::{
    database::Fields,
    meta::rows,
    site::{Act, Done, Site},
};

impl Site {
    /// A name by the DocType's rule: `field:x`, `series:ABC-.YYYY.-.#####`, `format:AB-{YYYY}-{###}`,
    /// `unique:x` (a suffix where it is taken), `company:x` (with the company's short form), one of the
    /// rules of its own of Address, Contact and Custom Field, else ten characters.
    pub(crate) fn new_name(
        &mut self,
        act: &mut Act,
        rule: &str,
        doctype: &str,
        document: &Fields,
    ) -> Done<String> {
        let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
        let (kind, argument) = rule.split_once(':').unwrap_or((rule, ""));
        Ok(match kind {
            "field" => text(argument).trim().to_owned(),
            "series" => self.series_name(&argument.replace('.', ""))?,
            "format" => self.series_name(&argument.replace(['{', '}'], ""))?,
            "unique" => self.unique_name(act, doctype, text(argument))?,
            "company" => format!("{} - {}", text(argument), self.short_form(text("company"))?),
            "address" => {
                let title = match text("address_title") {
                    "" => linked_name(document),
                    title => title,
                };
                self.numbered(doctype, &format!("{title}-{}", text("address_type")))?
            }
            "contact" => {
                let person = [text("first_name"), text("last_name")].join(" ").trim().to_owned();
                let link = linked_name(document);
                let name = if link.is_empty() { person } else { format!("{person}-{link}") };
                self.numbered(doctype, &name)?
            }
            "custom_field" => format!("{}-{}", text("dt"), text("fieldname")),
            _ => self.hash_name(),
        })
    }

    /// `SAL-ORD-YYYY-#####` with the year of today and the next number of its prefix.
    fn series_name(&self, pattern: &str) -> Done<String> {
        let pattern = pattern.replace("YYYY", &self.local_now().year().to_string());
        let prefix = pattern.trim_end_matches('#');
        let digits = pattern.len() - prefix.len();
        let number = self.db.next_number(prefix)?;
        Ok(format!("{prefix}{number:0digits$}"))
    }

    /// Customer: a name in use gets ` - 1`, and the site says so (recording 057).
    fn unique_name(&self, act: &mut Act, doctype: &str, wanted: &str) -> Done<String> {
        if !self.db.exists(doctype, wanted)? {
            return Ok(wanted.to_owned());
        }
        let mut number = 1;
        while self.db.exists(doctype, &format!("{wanted} - {number}"))? {
            number += 1;
        }
        let name = format!("{wanted} - {number}");
        act.remarks
            .push(format!("Changed customer name to '{name}' as '{wanted}' already exists."));
        Ok(name)
    }

    fn numbered(&self, doctype: &str, wanted: &str) -> Done<String> {
        let mut name = wanted.to_owned();
        let mut number = 0;
        while self.db.exists(doctype, &name)? {
            number += 1;
            name = format!("{wanted}-{number}");
        }
        Ok(name)
    }

    fn short_form(&self, company: &str) -> Done<String> {
        let company = self.db.header("Company", company)?.unwrap_or_default();
        Ok(company.get("abbr").and_then(Value::as_str).unwrap_or_default().to_owned())
    }
}

/// The document the first row of `links` points to.
fn linked_name(document: &Fields) -> &str {
    rows(document, "links")
        .find_map(|row| row.get("link_name").and_then(Value::as_str))
        .unwrap_or_default()
}
