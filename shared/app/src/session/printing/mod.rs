//! Printers and prints. Each printer has a thread of its own: printing never holds up a sale, and no printer
//! another.

mod line;
mod worker;

use super::{Inner, Session, local_time};
use crate::AppError;
use crate::views::{
    FoundPrinterView, PrintJobView, PrintedView, PrinterNews, PrinterView, ReceiptOf, ReceiptView,
};
use line::Lines;
use satchel_devices::printing::link::{FoundPrinter, PrinterAddress};
use satchel_devices::printing::{PrinterProfile, Typesetter, escpos};
use satchel_domain::receipts::{Align, Block, Receipt, TextStyle, parse};
use satchel_store::{NewPrintJob, PrintJob, Printer};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Jobs a list shows.
const LISTED: usize = 30;
/// What a test page shows of every kind of line.
const TEST_PAGE: &str = "@rule\n@text: 0123456789 ABC abc\n@text: é ã ç ñ ü ß × · €\n@text: قهوة\n\
    @row * 10.: 1 × 2.50 | 2.50\n@row * 10.: 10 × 1.25 | 12.50\n@rule =\n@qr 4: satchel\n@blank 2\n@cut partial";

/// The place of printing in a session: the lines to its printers, the typefaces once they are read.
#[derive(Default)]
pub(super) struct Seat {
    typesetter: Mutex<Option<Typesetter>>,
    lines: Arc<Lines>,
}

impl Seat {
    pub(super) fn with_typesetter<T>(&self, work: impl FnOnce(&mut Typesetter) -> T) -> T {
        let mut seat = self.typesetter.lock().unwrap_or_else(PoisonError::into_inner);
        work(seat.get_or_insert_with(Typesetter::new))
    }

    /// Has what is queued for the printer at this address printed.
    fn call(&self, inner: &Arc<Inner>, address: &str) -> Result<(), AppError> {
        let start =
            || worker::start(Arc::downgrade(inner), Arc::clone(&self.lines), address.to_owned());
        self.lines.call(address, start).map_err(AppError::NoThread)
    }

    /// Goes on with what was queued when the app ended. What was being printed then is not among it: a
    /// person decides on that.
    pub(super) fn go_on(inner: &Arc<Inner>) -> Result<(), AppError> {
        for address in inner.store.queued_printers()? {
            inner.printing.call(inner, &address)?;
        }
        Ok(())
    }
}

impl Session {
    /// The saved printers, the default one first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn printers(&self) -> Result<Vec<PrinterView>, AppError> {
        let saved = self.inner.store.printers()?;
        Ok(saved.into_iter().map(printer_view).collect())
    }

    /// Saves a printer; one at the same address is changed. An empty name becomes the address.
    ///
    /// # Errors
    /// [`AppError::PrinterAddress`], [`AppError::NotFound`] for a profile there is not.
    pub fn save_printer(&self, name: &str, address: &str, profile: &str) -> Result<(), AppError> {
        Ok(self.inner.store.save_printer(described(name, address, profile)?).wait()?)
    }

    /// Makes a saved printer the one that prints when none is chosen.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Store`].
    pub fn prefer_printer(&self, id: i64) -> Result<(), AppError> {
        let printer = self.printer(Some(id))?;
        Ok(self.inner.store.save_printer(Printer { is_default: true, ..printer }).wait()?)
    }

    /// Forgets a saved printer.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn forget_printer(&self, id: i64) -> Result<(), AppError> {
        Ok(self.inner.store.forget_printer(id).wait()?)
    }

    /// Looks for printers by radio for so long: those that offer a service of printers first, then what
    /// is nearest. Blocks: not for the screen's thread.
    ///
    /// # Errors
    /// [`AppError::Printer`] when the radio cannot be used.
    pub fn find_printers(&self, time: Duration) -> Result<Vec<FoundPrinterView>, AppError> {
        let saved = self.inner.store.printers()?;
        let found = self.inner.ports.printers.find(time)?;
        Ok(found.into_iter().map(|one| found_view(one, &saved)).collect())
    }

    /// Asks a saved printer how it is, once it prints nothing. Blocks: not for the screen's thread.
    ///
    /// # Errors
    /// [`AppError::Printer`] when it cannot be reached.
    pub fn printer_news(&self, id: i64) -> Result<PrinterNews, AppError> {
        let printer = self.printer(Some(id))?;
        let lines = &self.inner.printing.lines;
        let line = lines.to(&printer.address);
        let _taken = line.take();
        let mut link = self.inner.ports.printers.open(&printer.address.parse()?)?;
        let status = link.status()?;
        if status.is_some() {
            lines.note_that_it_tells(&printer.address);
        }
        Ok(PrinterNews { status, battery_percent: link.battery()? })
    }

    /// Queues a receipt for a printer, or for the default one. A report that was printed before it
    /// changed counts as printed: once it may have been printed to its end, what is printed next says
    /// that it is a copy.
    ///
    /// # Errors
    /// [`AppError::NoPrinter`], or as [`Session::receipt`].
    pub fn print_receipt(
        &self,
        of: &ReceiptOf,
        printer: Option<i64>,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<PrintedView, AppError> {
        let printer = self.printer(printer)?;
        let mut made = self.receipt(of, labels, rtl)?;
        let document = of.document();
        let is_copy = self.inner.store.may_be_on_paper(&document)?;
        if is_copy {
            mark(&mut made.receipt, labels.get("copy").map_or("Copy", String::as_str));
        }
        self.queue(&printer, &document, &made, is_copy)
    }

    /// Queues a test page on a saved printer.
    ///
    /// # Errors
    /// [`AppError::NoPrinter`], [`AppError::Store`].
    pub fn print_test_page(
        &self,
        printer: i64,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<PrintedView, AppError> {
        self.test(&self.printer(Some(printer))?, labels, rtl)
    }

    /// Queues a test page on a device that is not saved, by which the rep sees that it is a printer and
    /// which letters it has.
    ///
    /// # Errors
    /// [`AppError::PrinterAddress`], [`AppError::NotFound`] for a profile there is not.
    pub fn try_printer(
        &self,
        name: &str,
        address: &str,
        profile: &str,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<PrintedView, AppError> {
        self.test(&described(name, address, profile)?, labels, rtl)
    }

    fn test(
        &self,
        printer: &Printer,
        labels: &BTreeMap<String, String>,
        rtl: bool,
    ) -> Result<PrintedView, AppError> {
        let blocks = parse(TEST_PAGE)?;
        let mut receipt = Receipt { blocks, rtl, decimal_mark: ".".to_owned() };
        mark(&mut receipt, &printer.name);
        mark(&mut receipt, labels.get("test").map_or("Test", String::as_str));
        self.queue(printer, "", &ReceiptView { receipt, ..ReceiptView::default() }, false)
    }

    fn queue(
        &self,
        printer: &Printer,
        document: &str,
        made: &ReceiptView,
        is_copy: bool,
    ) -> Result<PrintedView, AppError> {
        let profile = PrinterProfile::named(&printer.profile)
            .ok_or(AppError::NotFound { what: "printer profile" })?;
        let logo = self.logo_dots(&made.company, profile.dots)?;
        let printout = self.inner.printing.with_typesetter(|typesetter| {
            escpos::render(&made.receipt, profile, logo.as_ref(), typesetter)
        });
        let job = NewPrintJob {
            document: document.to_owned(),
            title: made.title.clone(),
            printer_name: printer.name.clone(),
            address: printer.address.clone(),
            chunk: profile.chunk,
            is_copy,
            content: printout.bytes,
            queued: self.now().utc,
        };
        let job = self.inner.store.queue_print(job).wait()?;
        self.inner.printing.call(&self.inner, &printer.address)?;
        Ok(PrintedView { job, missing: printout.missing.into_iter().collect() })
    }

    /// What was or is to be printed, the newest first; of one document
    /// ([`ReceiptOf::document`]), or of all.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn print_jobs(&self, document: Option<&str>) -> Result<Vec<PrintJobView>, AppError> {
        let offset = self.now().offset_minutes;
        let jobs = self.inner.store.print_jobs(document, LISTED)?;
        Ok(jobs.into_iter().map(|job| job_view(job, offset)).collect())
    }

    /// Lets a print be that has not begun or has failed: what is on paper is enough.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn leave_print(&self, job: i64) -> Result<(), AppError> {
        Ok(self.inner.store.leave_print(job).wait()?)
    }

    fn printer(&self, id: Option<i64>) -> Result<Printer, AppError> {
        let saved = self.inner.store.printers()?;
        match id {
            Some(id) => saved.into_iter().find(|one| one.id == id),
            None => saved.into_iter().next(),
        }
        .ok_or(AppError::NoPrinter)
    }
}

/// A printer as it would be saved. An empty name becomes the address.
fn described(name: &str, address: &str, profile: &str) -> Result<Printer, AppError> {
    let address: PrinterAddress = address.parse()?;
    let profile =
        PrinterProfile::named(profile).ok_or(AppError::NotFound { what: "printer profile" })?;
    let (name, address) = (name.trim(), address.to_string());
    let name = if name.is_empty() { place(&address) } else { name.to_owned() };
    Ok(Printer { id: 0, name, address, profile: profile.id.clone(), is_default: false })
}

fn found_view(found: FoundPrinter, saved: &[Printer]) -> FoundPrinterView {
    let address = found.address.to_string();
    FoundPrinterView {
        name: found.name,
        place: place(&address),
        likely: found.likely,
        signal_dbm: found.signal_dbm,
        is_saved: saved.iter().any(|one| one.address == address),
        address,
    }
}

/// Sets a word in the middle above everything.
fn mark(receipt: &mut Receipt, word: &str) {
    let style = TextStyle { bold: true, ..TextStyle::default() };
    let block = Block::Text { text: word.to_owned(), align: Align::Center, style };
    receipt.blocks.insert(0, block);
}

/// An address without its kind.
fn place(address: &str) -> String {
    address.split_once(':').map_or(address, |(_, place)| place).to_owned()
}

fn printer_view(printer: Printer) -> PrinterView {
    PrinterView {
        id: printer.id,
        name: printer.name,
        place: place(&printer.address),
        profile: printer.profile,
        is_default: printer.is_default,
    }
}

fn job_view(job: PrintJob, offset_minutes: i32) -> PrintJobView {
    PrintJobView {
        id: job.id,
        document: job.document,
        title: job.title,
        printer: job.printer_name,
        state: job.state,
        size: job.size,
        sent: job.sent,
        problem: job.problem,
        is_copy: job.is_copy,
        queued: local_time(job.queued, offset_minutes),
    }
}
