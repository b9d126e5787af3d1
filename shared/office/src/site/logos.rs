//! Whether the logos of the companies can stand on receipts.

use satchel_app::company_logo::{LARGEST, Named, named};
use satchel_devices::printing::logo;
use satchel_frappe::{Client, Failure, ListQuery};

use super::words;

/// A sentence for each company whose logo prints nothing; receipts do without.
///
/// # Errors
/// When the companies cannot be listed.
pub(super) async fn look(client: &Client, address: &str) -> Result<Vec<String>, Failure> {
    let companies = client.list(&ListQuery::new("Company", &["name", "company_logo"])).await?;
    let mut told = Vec::new();
    for company in companies.into_maps() {
        let name = company.get("name").and_then(|name| name.as_str()).unwrap_or_default();
        let told_of = |why: &str| format!("the logo of {name} will not stand on receipts: {why}");
        match named(&company.clone().into(), address) {
            Named::None => {}
            Named::Elsewhere => told.push(told_of("it is not a file of this site")),
            Named::OfSite(path) => match client.file(&path, LARGEST).await {
                Ok(content) if logo::kept(&content).is_some() => {}
                Ok(_) => told.push(told_of("it is no PNG, JPEG or plain SVG")),
                Err(failure) => told.push(told_of(&words::sentence(&failure))),
            },
        }
    }
    Ok(told)
}
