//! From an order's document and a Jinja template to a receipt.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDateTime;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, context};
use serde_json::Value;

use super::document::Receipt;
use super::error::ReceiptError;
use super::filters::{self, ReceiptFormat, printed};
use super::kind::ReceiptKind;
use super::markup::{MAX_MARKUP, escape, line_of, parse};
use super::rounding::rounding;
use crate::money::format::decimal_mark;

/// Instructions a template may take: an order of a thousand lines stays far below.
const FUEL: u64 = 2_000_000;

/// Longest template, in bytes; those that ship have about 2,500.
pub const MAX_TEMPLATE: usize = 64 * 1024;

/// What all values together may print, in bytes. Those inside a macro or a block that is kept print twice.
const MAX_PRINTED: usize = 4 * MAX_MARKUP;

/// What a receipt is made of.
#[derive(Debug, Clone, Copy)]
pub struct ReceiptContext<'a> {
    /// The document, in ERPNext's field names: `doc` in the template.
    pub doc: &'a Value,
    /// The Company document.
    pub company: &'a Value,
    /// The Customer document.
    pub customer: &'a Value,
    /// The number on the receipt, made on the phone.
    pub receipt_no: &'a str,
    /// When the order was captured, on the phone's clock.
    pub captured_at: NaiveDateTime,
    /// The name of the rep.
    pub sales_person: &'a str,
    /// Translated labels by key, and the site's own words by themselves.
    pub labels: &'a BTreeMap<String, String>,
    /// How figures and dates are written.
    pub format: &'a ReceiptFormat,
    /// Whether the language reads from right to left.
    pub rtl: bool,
}

/// A receipt, and what was wrong with the site's own template if the built-in one had to stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The receipt.
    pub receipt: Receipt,
    /// Why the site's template was not used.
    pub problem: Option<ReceiptError>,
}

/// Makes the receipt with the site's template, or with the built-in one if there is none or it is
/// broken: a rep with a customer waiting always gets a receipt.
///
/// # Errors
///
/// [`ReceiptError::TooLong`] for an order with more lines than a receipt holds; another variant
/// only for a document that is no Sales Order, such as one whose `taxes` is a number.
pub fn render(
    kind: ReceiptKind,
    template: Option<&str>,
    context: &ReceiptContext<'_>,
) -> Result<Rendered, ReceiptError> {
    let problem = match template.map(|template| render_with(template, context)) {
        Some(Ok(receipt)) => return Ok(Rendered { receipt, problem: None }),
        Some(Err(problem)) => Some(problem),
        None => None,
    };
    Ok(Rendered { receipt: render_with(kind.template(), context)?, problem })
}

/// Makes the receipt with this template only; set-up uses it to check a new one.
///
/// # Errors
///
/// [`ReceiptError`] with the line of the template or of the markup it renders.
pub fn render_with(template: &str, context: &ReceiptContext<'_>) -> Result<Receipt, ReceiptError> {
    if template.len() > MAX_TEMPLATE {
        return Err(ReceiptError::TemplateTooLong);
    }
    let environment = environment(context);
    let values = context! {
        doc => Serde(context.doc),
        company => Serde(context.company),
        customer => Serde(context.customer),
        receipt_no => context.receipt_no,
        captured_at => context.captured_at.format("%Y-%m-%d %H:%M:%S").to_string(),
        sales_person => context.sales_person,
        labels => Serde(context.labels),
        rtl => context.rtl,
        rounding => rounding(context.doc).to_string(),
    };
    let mut rendered = Capped::default();
    environment
        .template_from_str(template)
        .and_then(|template| template.render_captured_to(values, &mut rendered).map(drop))
        .map_err(|error| broken(&error))?;
    let markup = String::from_utf8_lossy(&rendered.bytes);
    let blocks = parse(&markup).map_err(|error| match error {
        ReceiptError::Markup { line, problem, .. } => {
            ReceiptError::Markup { line, template_line: line_of(template, &problem), problem }
        }
        other => other,
    })?;
    Ok(Receipt {
        blocks,
        rtl: context.rtl,
        decimal_mark: decimal_mark(&context.format.number_format).to_owned(),
    })
}

fn environment<'a>(context: &ReceiptContext<'_>) -> Environment<'a> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    environment.set_fuel(Some(FUEL));
    let so_far = AtomicUsize::new(0);
    environment.set_formatter(move |out, _, value| {
        let text = escape(&printed(value));
        if so_far.fetch_add(text.len(), Ordering::Relaxed) > MAX_PRINTED {
            return Err(ErrorKind::WriteFailure.into());
        }
        out.write_str(&text).map_err(Error::from)
    });
    filters::add(&mut environment, context.format);
    let labels = context.labels.clone();
    environment.add_function("_", move |value: minijinja::Value| {
        let text = printed(&value);
        labels.get(&text).cloned().unwrap_or(text)
    });
    environment
}

/// What a template writes, up to [`MAX_MARKUP`] bytes: a loop that never tires ends there and not with the memory.
#[derive(Default)]
struct Capped {
    bytes: Vec<u8>,
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len().saturating_add(bytes.len()) > MAX_MARKUP {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn broken(error: &Error) -> ReceiptError {
    if error.kind() == ErrorKind::WriteFailure {
        return ReceiptError::TooLong;
    }
    let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    ReceiptError::Template { line: error.line().unwrap_or(0), detail }
}

#[cfg(test)]
#[path = "template_tests.rs"]
mod tests;
