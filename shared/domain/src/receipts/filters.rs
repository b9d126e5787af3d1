//! How a template writes figures and dates.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use minijinja::Environment;
use minijinja::value::Value;
use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::money::NumberFormat;
use crate::money::format::{CurrencySymbol, MoneyStyle, fmt_decimal, fmt_money};

/// The site's way to write figures and dates, and the order's currency.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReceiptFormat {
    /// `number_format` of System Settings.
    pub number_format: NumberFormat,
    /// `currency_precision` of System Settings, else none.
    pub currency_precision: Option<u32>,
    /// `Currency.symbol`, or the currency's name where that is empty.
    pub symbol: String,
    /// `Currency.symbol_on_right`.
    pub symbol_on_right: bool,
    /// `Currency.fraction_units`.
    pub fraction_units: u32,
    /// `date_format` of System Settings, such as `dd-mm-yyyy`.
    pub date_format: String,
}

impl ReceiptFormat {
    /// How a site writes figures in a currency: `system` is its System Settings, `document` the
    /// Currency document; what is missing in them has ERPNext's defaults.
    pub fn of(system: &Json, currency: &str, document: &Json) -> Self {
        let text = |document: &Json, field: &str| {
            document.get(field).and_then(Json::as_str).unwrap_or_default().to_owned()
        };
        let symbol = text(document, "symbol");
        Self {
            number_format: NumberFormat::named(&text(system, "number_format")),
            currency_precision: precision(system),
            symbol: if symbol.is_empty() { currency.to_owned() } else { symbol },
            symbol_on_right: document.get("symbol_on_right").and_then(Json::as_i64) == Some(1),
            fraction_units: document
                .get("fraction_units")
                .and_then(Json::as_u64)
                .and_then(|units| u32::try_from(units).ok())
                .unwrap_or_default(),
            date_format: text(system, "date_format"),
        }
    }

    /// An amount with the sign of the currency.
    pub fn money(&self, amount: f64) -> String {
        let currency = CurrencySymbol {
            symbol: &self.symbol,
            symbol_on_right: self.symbol_on_right,
            fraction_units: self.fraction_units,
        };
        fmt_money(amount, &MoneyStyle { currency: Some(currency), ..self.plain() })
    }

    /// An amount without the sign.
    pub fn amount(&self, amount: f64) -> String {
        fmt_money(amount, &self.plain())
    }

    /// A quantity or percentage with the digits it has.
    pub fn figure(&self, figure: Decimal) -> String {
        fmt_decimal(figure, self.number_format, None)
    }

    /// A day by the site's `date_format`; day, month and year are its only parts.
    pub fn date(&self, day: NaiveDate) -> String {
        let pattern = match self.date_format.as_str() {
            "dd-mm-yyyy" => "%d-%m-%Y",
            "dd/mm/yyyy" => "%d/%m/%Y",
            "dd.mm.yyyy" => "%d.%m.%Y",
            "mm/dd/yyyy" => "%m/%d/%Y",
            "mm-dd-yyyy" => "%m-%d-%Y",
            _ => "%Y-%m-%d",
        };
        day.format(pattern).to_string()
    }

    fn plain(&self) -> MoneyStyle<'static> {
        MoneyStyle {
            number_format: self.number_format,
            precision: self.currency_precision,
            currency: None,
        }
    }
}

/// `currency_precision`, which the site keeps as text or number; 0 or nothing means none is set.
fn precision(system: &Json) -> Option<u32> {
    let value = system.get("currency_precision")?;
    let number = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())?;
    u32::try_from(number).ok().filter(|digits| *digits > 0)
}

/// Adds `money`, `amount`, `minus` (an amount taken off), `figure`, `date`, `time` and `lines` to
/// an environment.
pub(super) fn add(environment: &mut Environment<'_>, format: &ReceiptFormat) {
    let own = format.clone();
    environment.add_filter("money", move |value: Value| own.money(number(&value)));
    let own = format.clone();
    environment.add_filter("amount", move |value: Value| own.amount(number(&value)));
    let own = format.clone();
    environment.add_filter("minus", move |value: Value| own.amount(-number(&value)));
    let own = format.clone();
    environment.add_filter("figure", move |value: Value| own.figure(decimal(&value)));
    let own = format.clone();
    environment.add_filter("date", move |value: Value| {
        let text = printed(&value);
        parse_day(&text).map_or(text, |day| own.date(day))
    });
    environment.add_filter("time", |value: Value| {
        let text = printed(&value);
        parse_time(&text).map_or(text, |time| time.format("%H:%M").to_string())
    });
    environment.add_filter("lines", |value: Value| text_lines(&printed(&value)));
}

/// A value as text; nothing for what is missing.
pub(super) fn printed(value: &Value) -> String {
    if value.is_undefined() || value.is_none() { String::new() } else { value.to_string() }
}

fn number(value: &Value) -> f64 {
    printed(value).trim().parse().unwrap_or_default()
}

fn decimal(value: &Value) -> Decimal {
    let text = printed(value);
    Decimal::from_str(text.trim())
        .or_else(|_| Decimal::from_scientific(text.trim()))
        .unwrap_or_default()
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}

fn parse_time(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f"]
        .iter()
        .find_map(|pattern| NaiveDateTime::parse_from_str(text, pattern).ok())
}

/// The lines of an address or of terms, which the server keeps as HTML: cut at breaks and
/// paragraphs, tags and empty lines left out.
pub(crate) fn text_lines(html: &str) -> Vec<String> {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag_and_rest)) = rest.split_once('<') {
        text.push_str(before);
        let is_tag =
            tag_and_rest.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '/');
        let Some((tag, behind)) = tag_and_rest.split_once('>').filter(|_| is_tag) else {
            text.push('<');
            rest = tag_and_rest;
            continue;
        };
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if matches!(name.to_ascii_lowercase().as_str(), "br" | "p" | "div" | "li" | "tr") {
            text.push('\n');
        }
        rest = behind;
    }
    text.push_str(rest);
    [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (entity, sign)| text.replace(entity, sign))
    .lines()
    .map(str::trim)
    .filter(|line| !line.is_empty())
    .map(str::to_owned)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_in_lines() {
        assert_eq!(
            text_lines("Main St. 1<br>\n<b>Smith &amp; Sons</b><BR/>\n<p>a < b</p>"),
            ["Main St. 1", "Smith & Sons", "a < b"]
        );
        assert_eq!(text_lines("1 < 2"), ["1 < 2"]);
    }

    #[test]
    fn dates_by_the_site() {
        let format =
            ReceiptFormat { date_format: "dd/mm/yyyy".to_owned(), ..ReceiptFormat::default() };
        assert_eq!(format.date("2026-11-21".parse().unwrap()), "21/11/2026");
    }

    proptest! {
        #[test]
        fn any_html_gives_lines(html in "(<|>|br|p|/|&amp;|[a-z ]|\\PC){0,40}") {
            prop_assert!(text_lines(&html).iter().all(|line| !line.trim().is_empty()));
        }
    }
}
