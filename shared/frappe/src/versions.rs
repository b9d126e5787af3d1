//! Which software a site runs.

use std::{collections::BTreeMap, fmt};

use serde_json::Value;

/// A version of three numbers; what follows them is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Major.
    pub major: u32,
    /// Minor.
    pub minor: u32,
    /// Patch.
    pub patch: u32,
}

impl Version {
    /// Reads `15.71.1` or `v15.71.1-dev`; missing numbers are 0. `None` without a leading number.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.trim().trim_start_matches('v').split('.').map(|part| {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            part.get(..digits).and_then(|digits| digits.parse().ok())
        });
        let major = numbers.next().flatten()?;
        let mut next = || numbers.next().flatten().unwrap_or(0);
        Some(Self { major, minor: next(), patch: next() })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The versions of the apps of a site, from `frappe.utils.change_log.get_versions`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteVersions {
    /// App name to version text as the site gave it.
    pub apps: BTreeMap<String, String>,
}

impl SiteVersions {
    /// Reads the answer: app name to an object with `version`. `None` if `frappe` is not among them.
    pub fn read(message: &Value) -> Option<Self> {
        let apps: BTreeMap<String, String> = message
            .as_object()?
            .iter()
            .filter_map(|(app, about)| {
                let version = about.get("version").and_then(Value::as_str)?;
                Some((app.clone(), version.to_owned()))
            })
            .collect();
        apps.contains_key("frappe").then_some(Self { apps })
    }

    /// The version of Frappe.
    pub fn frappe(&self) -> Option<Version> {
        self.apps.get("frappe").and_then(|text| Version::parse(text))
    }

    /// The version of ERPNext; `None` if it is not installed.
    pub fn erpnext(&self) -> Option<Version> {
        self.apps.get("erpnext").and_then(|text| Version::parse(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(Version::parse("15.101.1") > Version::parse("15.72.4"));
        assert_eq!(Version::parse("v15.9.0-dev").unwrap().to_string(), "15.9.0");
        assert_eq!(Version::parse("15.x.x-develop").unwrap().to_string(), "15.0.0");
        assert_eq!(Version::parse("develop"), None);
    }

    #[test]
    fn a_site_without_erpnext_is_told_apart() {
        let site = SiteVersions::read(&json!({"frappe": {"version": "15.72.4"}})).unwrap();
        assert_eq!(site.erpnext(), None);
        assert_eq!(SiteVersions::read(&json!({"other": {"version": "1"}})), None);
    }
}
