//! The `money-format` vectors: `fmt_money` and `money_in_words`.

use serde_json::{Value, json};

use super::{Refusal, checked, rows, settings, text};
use crate::money::NumberFormat;
use crate::money::format::{CurrencySymbol, MoneyStyle, fmt_money};
use crate::money::words::{CurrencyWords, money_in_words};

/// Answers a case `{fn, settings, args}` with the text the server gives, as a JSON string.
///
/// `world` holds `System Settings`, `Global Defaults` and `Currency`.
///
/// # Errors
///
/// [`Refusal`] for a function other than these two.
pub fn result_of(case: &Value, world: &Value) -> Result<Value, Refusal> {
    let args = case.get("args").unwrap_or(&Value::Null);
    match text(case, "fn") {
        "fmt_money" => Ok(json!(money(case, world, args))),
        "money_in_words" => Ok(json!(in_words(case, world, args))),
        other => Err(Refusal {
            exc_type: "ValidationError".to_owned(),
            message: format!("Function {other} is not part of money-format"),
        }),
    }
}

fn money(case: &Value, world: &Value, args: &Value) -> String {
    let system = settings(case, world, "System Settings");
    let format = Some(text(args, "format")).filter(|format| !format.is_empty());
    let asked = args.get("precision").filter(|value| !value.is_null()).map(whole);
    let of_site = system.get("currency_precision").map(whole).filter(|digits| *digits > 0);
    let hidden = text(&settings(case, world, "Global Defaults"), "hide_currency_symbol") == "Yes";
    let name = text(args, "currency");
    let document = currency(world, name);
    let symbol = document.map(|currency| text(currency, "symbol")).filter(|text| !text.is_empty());
    let currency = (!name.is_empty() && !hidden).then(|| CurrencySymbol {
        symbol: symbol.unwrap_or(name),
        symbol_on_right: document.is_some_and(|currency| checked(currency, "symbol_on_right")),
        fraction_units: document.and_then(|c| c.get("fraction_units")).map_or(0, whole),
    });
    let number_format =
        NumberFormat::named(format.unwrap_or_else(|| text(&system, "number_format")));
    let style = MoneyStyle { number_format, precision: asked.or(of_site), currency };
    fmt_money(number(args.get("amount")).unwrap_or(0.0), &style)
}

fn in_words(case: &Value, world: &Value, args: &Value) -> String {
    let defaults = settings(case, world, "Global Defaults");
    let name = match text(args, "main_currency") {
        "" => text(&defaults, "default_currency"),
        name => name,
    };
    let document = currency(world, name).unwrap_or(&Value::Null);
    let own = text(document, "number_format");
    let system = settings(case, world, "System Settings");
    let number_format =
        NumberFormat::named(if own.is_empty() { text(&system, "number_format") } else { own });
    let fraction = match text(args, "fraction_currency") {
        "" => text(document, "fraction"),
        given => given,
    };
    let words = CurrencyWords { name, fraction: Some(fraction), number_format };
    match args.get("number").and_then(|value| number(Some(value))) {
        Some(number) => money_in_words(number, &words),
        None => String::new(),
    }
}

fn currency<'a>(world: &'a Value, name: &str) -> Option<&'a Value> {
    rows(world, "Currency").iter().find(|currency| text(currency, "name") == name)
}

/// A number, or a text that reads as one once its commas are gone.
fn number(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.replace(',', "").trim().parse().ok(),
        _ => None,
    }
}

fn whole(value: &Value) -> u32 {
    number(Some(value)).map_or(0, |number| number.clamp(0.0, f64::from(u32::MAX)) as u32)
}
