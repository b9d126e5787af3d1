//! `device order`: an order placed as the rep places it.

use std::process::ExitCode;
use std::str::FromStr;

use anyhow::Context;
use clap::Args;
use rust_decimal::Decimal;
use satchel_app::AppError;
use satchel_app::views::OrderEdit;
use serde_json::json;

use super::Opened;

/// Place an order. Needs no network.
#[derive(Args)]
pub struct Order {
    #[command(flatten)]
    device: Opened,
    /// The customer, by name as on the site.
    #[arg(long)]
    customer: String,
    /// An item, how much of it, and in which unit if not its own.
    #[arg(long = "line", value_name = "ITEM=QTY[,UOM]", required = true)]
    lines: Vec<Line>,
    /// A note to the office.
    #[arg(long, default_value = "")]
    note: String,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// One line as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    item_code: String,
    qty: Decimal,
    uom: Option<String>,
}

impl FromStr for Line {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // Item codes may hold `=`, quantities and units do not.
        let (item_code, rest) = text.rsplit_once('=').ok_or("a line is written ITEM=QTY[,UOM]")?;
        let (qty, uom) = match rest.split_once(',') {
            Some((qty, uom)) => (qty, Some(uom.trim().to_owned())),
            None => (rest, None),
        };
        let qty = qty.trim().parse().map_err(|_| format!("{qty:?} is no quantity"))?;
        let item_code = item_code.trim().to_owned();
        if item_code.is_empty() || qty <= Decimal::ZERO {
            return Err("an item and a quantity above 0 are needed".to_owned());
        }
        Ok(Self { item_code, qty, uom })
    }
}

/// What the site would say, where it would refuse.
fn said(error: AppError) -> anyhow::Error {
    match error {
        AppError::Refused(refusal) => anyhow::anyhow!(refusal.message()),
        error => error.into(),
    }
}

/// A name of the site, unless it is written as the key of a customer made on the phone.
fn key(customer: &str) -> String {
    match customer.starts_with("local:") {
        true => customer.to_owned(),
        false => format!("server:{customer}"),
    }
}

pub(super) fn run(options: &Order) -> anyhow::Result<ExitCode> {
    let session = options.device.session()?;
    let draft = session.start_order(&key(&options.customer)).context("--customer")?;
    let begun = !session.order(&draft)?.lines.is_empty();
    anyhow::ensure!(!begun, "there is a draft for {} already; it was left", options.customer);
    let placed = (|| {
        for line in &options.lines {
            let add = OrderEdit::Add {
                item_code: line.item_code.clone(),
                uom: line.uom.clone(),
                qty: line.qty,
            };
            session.edit_order(&draft, add).with_context(|| line.item_code.clone())?;
        }
        if !options.note.is_empty() {
            session.edit_order(&draft, OrderEdit::Note(options.note.clone()))?;
        }
        session.place_order(&draft, "").map_err(said).context("the order was not placed")
    })();
    let placed = match placed {
        Ok(placed) => placed,
        Err(error) => {
            // A draft nobody would see again; it can be brought back from the trash.
            session.discard_order(&draft)?;
            return Err(error);
        }
    };
    if options.json {
        println!(
            "{}",
            json!({
                "uid": placed.uid,
                "number": placed.number,
                "customer": placed.customer_name,
                "due": placed.due.amount.to_string(),
                "currency": placed.due.currency,
                "waiting": placed.waiting,
            })
        );
    } else {
        println!(
            "{}: {} {} for {}, {} waiting",
            placed.number,
            placed.due.amount,
            placed.due.currency,
            placed.customer_name,
            placed.waiting
        );
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_typed() {
        let line = |text: &str| text.parse::<Line>();
        assert_eq!(
            line("SKU-1=2.5,Box of 6").unwrap(),
            Line {
                item_code: "SKU-1".into(),
                qty: "2.5".parse().unwrap(),
                uom: Some("Box of 6".into())
            }
        );
        assert_eq!(line("A=B=3").unwrap().item_code, "A=B");
        for wrong in ["SKU-1", "=2", "SKU-1=two", "SKU-1=0", "SKU-1=-1"] {
            assert!(line(wrong).is_err(), "{wrong}");
        }
    }
}
