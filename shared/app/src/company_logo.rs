//! Which file a Company names as the logo of its receipts.

use satchel_sync::is_of_site;
use serde_json::Value;

/// The largest logo that is fetched, in bytes.
pub const LARGEST: u64 = 2 * 1024 * 1024;

/// What `company_logo` of a Company names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// Nothing.
    None,
    /// A file of the site, by its path.
    OfSite(String),
    /// Something that is not at the site, and is not fetched.
    Elsewhere,
}

/// The logo of a Company document; `site` is the address of its site.
pub fn named(company: &Value, site: &str) -> Named {
    let named = company.get("company_logo").and_then(Value::as_str).unwrap_or_default().trim();
    let path = named.strip_prefix(site.trim_end_matches('/')).unwrap_or(named);
    if named.is_empty() {
        Named::None
    } else if is_of_site(path) {
        Named::OfSite(path.to_owned())
    } else {
        Named::Elsewhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_files_of_the_site_are_fetched() {
        let of = |logo: &str| named(&json!({"company_logo": logo}), "https://erp.example/");
        let at = |path: &str| Named::OfSite(path.to_owned());
        assert_eq!(of("/files/acme.png"), at("/files/acme.png"));
        assert_eq!(of(" https://erp.example/private/files/a.png "), at("/private/files/a.png"));
        for elsewhere in [
            "https://erp.example.org/files/a.png",
            "//erp.example/files/a.png",
            "https://cdn.example/a.png",
            "data:image/png;base64,AAAA",
            "a.png",
        ] {
            assert_eq!(of(elsewhere), Named::Elsewhere, "{elsewhere}");
        }
        assert_eq!((of(" "), named(&json!({}), "")), (Named::None, Named::None));
    }
}
