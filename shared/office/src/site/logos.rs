//! Whether the logos of the companies can stand on receipts.

use satchel_app::company_logo::{LARGEST, Named, named};
use satchel_devices::printing::logo;
use satchel_frappe::{Client, ListQuery};

/// A sentence for each company whose logo prints nothing. Whatever cannot be asked is passed by: receipts do
/// without.
pub(super) async fn look(client: &Client, address: &str) -> Vec<String> {
    let query = ListQuery::new("Company", &["name", "company_logo"]);
    let Ok(companies) = client.list(&query).await else { return Vec::new() };
    let mut told = Vec::new();
    for company in companies.into_maps() {
        let name =
            company.get("name").and_then(|name| name.as_str()).unwrap_or_default().to_owned();
        let why = match named(&company.into(), address) {
            Named::None => continue,
            Named::Elsewhere => "is not a file of this site",
            Named::OfSite(path) => match client.file(&path, LARGEST).await {
                Ok(content) if logo::kept(&content).is_some() => continue,
                Ok(_) => "is no PNG, JPEG or plain SVG",
                Err(_) => "could not be read, or is larger than 2 MB",
            },
        };
        told.push(format!("the logo of {name} {why}: it will not stand on receipts"));
    }
    told
}
