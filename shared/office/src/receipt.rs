//! `satchel-office receipt`: an order as the bytes of a printer, as a picture and as a PDF.

use anyhow::{Context, anyhow, bail};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use clap::Args;
use satchel_devices::printing::{Bitmap, PrinterProfile, Typesetter, escpos, logo, pdf, png};
use satchel_domain::receipts::{
    ReceiptContext, ReceiptFormat, ReceiptKind, Rendered, english, render,
};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Lay out a receipt and write what a printer would be sent.
#[derive(Args)]
pub struct ReceiptOptions {
    /// The document, in ERPNext's fields: a Sales Order, or what --kind says.
    #[arg(long, value_name = "ORDER.json")]
    order: PathBuf,
    /// Kind of printer: 58mm, 80mm, 58mm-drawn or 80mm-drawn.
    #[arg(long)]
    profile: String,
    /// What the document is: order, visit, task or day.
    #[arg(long, default_value = "order")]
    kind: String,
    /// A template of one's own, in Jinja; a broken one is told and the one that ships stands in.
    #[arg(long, value_name = "T")]
    template: Option<PathBuf>,
    /// How the site writes figures, its company and its customers: JSON, DocType to documents.
    #[arg(long, value_name = "WORLD.json")]
    world: Option<PathBuf>,
    /// Number on the receipt; else the document's name.
    #[arg(long, default_value = "")]
    number: String,
    /// The company's logo, a PNG, JPEG or SVG; it stands where the template says @logo.
    #[arg(long, value_name = "LOGO")]
    logo: Option<PathBuf>,
    /// Set from right to left.
    #[arg(long)]
    rtl: bool,
    /// Where the bytes go.
    #[arg(long, value_name = "R.bin")]
    out: PathBuf,
    /// Where a picture goes.
    #[arg(long, value_name = "R.png")]
    png: Option<PathBuf>,
    /// Where a PDF goes.
    #[arg(long, value_name = "R.pdf")]
    pdf: Option<PathBuf>,
}

/// Runs the subcommand.
///
/// # Errors
///
/// When a file cannot be read or written, or the document gives no receipt.
pub fn run(options: &ReceiptOptions) -> anyhow::Result<()> {
    let profile = PrinterProfile::named(&options.profile).ok_or_else(|| {
        let known: Vec<&str> =
            PrinterProfile::built_in().iter().map(|one| one.id.as_str()).collect();
        anyhow!("no such profile; there are {}", known.join(", "))
    })?;
    let rendered = rendered(options)?;
    if let Some(problem) = &rendered.problem {
        eprintln!("satchel-office: {problem}; the template that ships stood in");
    }
    let (receipt, mut typesetter) = (rendered.receipt, Typesetter::new());
    let logo = options.logo.as_deref().map(|path| logo_of(path, profile)).transpose()?;
    let logo = logo.as_ref();
    let printout = escpos::render(&receipt, profile, logo, &mut typesetter);
    if !printout.missing.is_empty() {
        let signs: String = printout.missing.iter().collect();
        eprintln!("satchel-office: printed as empty frames: {signs}");
    }
    write(&options.out, &printout.bytes)?;
    if let Some(path) = &options.png {
        write(path, &png::render(&receipt, profile, logo, &mut typesetter)?)?;
    }
    if let Some(path) = &options.pdf {
        let title = if options.number.is_empty() { "Receipt" } else { &options.number };
        write(path, &pdf::render(&receipt, title, profile, logo, &mut typesetter)?)?;
    }
    Ok(())
}

/// A logo as a phone would print it.
fn logo_of(path: &Path, profile: &PrinterProfile) -> anyhow::Result<Bitmap> {
    let content = fs::read(path).with_context(|| path.display().to_string())?;
    logo::kept(&content)
        .and_then(|kept| logo::dots(&kept, profile.dots))
        .with_context(|| format!("{} is no PNG or JPEG that can be printed", path.display()))
}

fn rendered(options: &ReceiptOptions) -> anyhow::Result<Rendered> {
    let kind = ReceiptKind::named(&options.kind).context("kinds are order, visit, task and day")?;
    let doc = read(&options.order)?;
    if !doc.is_object() {
        bail!("{} is no document", options.order.display());
    }
    let world = options.world.as_deref().map(read).transpose()?.unwrap_or_default();
    let template = options
        .template
        .as_deref()
        .map(|path| fs::read_to_string(path).with_context(|| path.display().to_string()));
    let template = template.transpose()?;
    let currency = text(&doc, "currency");
    let system = named(&world, "System Settings", None);
    let format = ReceiptFormat::of(system, currency, named(&world, "Currency", Some(currency)));
    let labels = english();
    let number = if options.number.is_empty() { text(&doc, "name") } else { &options.number };
    let context = ReceiptContext {
        doc: &doc,
        company: named(&world, "Company", Some(text(&doc, "company"))),
        customer: named(&world, "Customer", Some(text(&doc, "customer"))),
        receipt_no: number,
        captured_at: captured(&doc),
        sales_person: text(&doc, "owner"),
        labels: &labels,
        format: &format,
        rtl: options.rtl,
    };
    Ok(render(kind, template.as_deref(), &context)?)
}

/// When the document says it was made; a receipt of a day has no more than that.
fn captured(doc: &Value) -> NaiveDateTime {
    let moment =
        |field| NaiveDateTime::parse_from_str(text(doc, field), "%Y-%m-%d %H:%M:%S%.f").ok();
    let day: Option<NaiveDate> = text(doc, "transaction_date").parse().ok();
    moment("satchel_captured_at")
        .or_else(|| moment("creation"))
        .or(day.map(|day| day.and_time(NaiveTime::MIN)))
        .unwrap_or_default()
}

/// A document of a world by its name, or its only one.
fn named<'a>(world: &'a Value, doctype: &str, name: Option<&str>) -> &'a Value {
    let documents = world.get(doctype);
    let found = match (documents, name) {
        (Some(Value::Array(all)), Some(name)) => all.iter().find(|doc| text(doc, "name") == name),
        (Some(Value::Array(all)), None) => all.first(),
        (single, _) => single,
    };
    found.unwrap_or(&Value::Null)
}

fn text<'a>(document: &'a Value, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn read(path: &Path) -> anyhow::Result<Value> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    serde_json::from_slice(&bytes).with_context(|| path.display().to_string())
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| path.display().to_string())
}
