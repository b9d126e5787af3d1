//! Breaks a document on the site after everything has arrived, to see that the rehearsal notices.

use anyhow::{Context, Result};
use clap::ValueEnum;
use satchel_frappe::query::{Filter, ListQuery};
use satchel_frappe::{Client, Document};
use serde_json::{Map, Value, json};

use super::stage::{RepAtSite, Stage, client};

/// What is done behind everybody's back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sabotage {
    /// An order is cancelled and deleted.
    Lose,
    /// An order is inserted once more, under another uid.
    Double,
    /// An order is inserted once more, without receipt number.
    Sneak,
}

/// Does it to an order of the first rep.
pub async fn do_it(what: Sabotage, stage: &Stage, reps: &[RepAtSite]) -> Result<()> {
    let rep = reps.first().context("no rep")?;
    let query =
        ListQuery::new("Sales Order", &["name"]).with(Filter::equals("owner", rep.user.as_str()));
    let found = stage.client.list(&query).await?;
    let name = found.cell(0, "name").and_then(Value::as_str).context("no order")?.to_owned();
    match what {
        Sabotage::Lose => lose(&stage.client, &name).await,
        Sabotage::Double => copy(stage, rep, &name, false).await,
        Sabotage::Sneak => copy(stage, rep, &name, true).await,
    }
}

async fn lose(client: &Client, name: &str) -> Result<()> {
    let cancelled = Map::from_iter([("docstatus".to_owned(), json!(2))]);
    client.update("Sales Order", name, &cancelled, None).await?;
    Ok(client.delete("Sales Order", name).await?)
}

async fn copy(stage: &Stage, rep: &RepAtSite, name: &str, bare: bool) -> Result<()> {
    let fields = ["customer", "company", "currency", "satchel_receipt_no", "delivery_date"];
    let query = ListQuery::new("Sales Order", &fields).with(Filter::equals("name", name));
    let mut order = stage.client.list(&query).await?.into_maps().next().context("no order")?;
    let lines = ["item_code", "qty", "uom", "rate", "parent"];
    let lines = stage.client.child_rows("Sales Order Item", "Sales Order", &lines, &[name]).await?;
    order.insert("items".to_owned(), lines.into_maps().map(Value::Object).collect());
    order.insert("satchel_uid".to_owned(), json!("01999999-9999-7999-8999-999999999999"));
    if bare {
        order.remove("satchel_receipt_no");
    }
    let rep = client(&stage.address, &rep.key, &rep.secret)?;
    rep.insert("Sales Order", &Document::from(order)).await?;
    Ok(())
}
