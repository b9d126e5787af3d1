//! Printing a receipt, from where it is shown.

use crate::ask::{Asked, Problem, off_screen, use_ask, use_session};
use crate::components::*;
use crate::i18n::{language, words_of};
use crate::screens::receipt::labels;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{PrintJobView, PrintState, ReceiptOf};

/// Where a print is, in words.
pub fn job_words(job: &PrintJobView) -> String {
    match job.state {
        PrintState::Queued => tr!("print-queued"),
        PrintState::Printing => tr!("print-printing"),
        PrintState::Done if job.is_copy => tr!("print-done-copy"),
        PrintState::Done => tr!("print-done"),
        PrintState::Failed => tr!("print-failed", sent: job.sent, size: job.size),
        PrintState::Left => tr!("print-left"),
    }
}

/// The colour of those words.
pub fn job_tone(job: &PrintJobView) -> Tone {
    match job.state {
        PrintState::Queued => Tone::Waiting,
        PrintState::Printing => Tone::Sending,
        PrintState::Failed => Tone::Hand,
        PrintState::Done | PrintState::Left => Tone::Quiet,
    }
}

/// A print that failed: where, and why.
#[component]
pub fn FailedPrint(job: PrintJobView) -> Element {
    rsx! {
        Note {
            glyph: Glyph::Printer,
            tone: Tone::Hand,
            title: job_words(&job),
            text: words_of(&job.problem, &[]),
        }
    }
}

/// Print, and what became of it. Never holds anything up: the receipt is printed on the side.
#[component]
pub fn PrintReceipt(
    /// What it is of.
    of: ReadSignal<ReceiptOf>,
    /// A printer is to be added.
    on_printers: EventHandler<()>,
) -> Element {
    let session = use_session();
    let known = use_ask(move || {
        let document = of().document();
        move |session: &Session| {
            let job = session.print_jobs(Some(&document))?.into_iter().next();
            Ok((!session.printers()?.is_empty(), job))
        }
    });
    let mut wrong = use_signal(|| None::<Problem>);
    let mut missing = use_signal(String::new);
    let leaver = session.clone();
    let on_print = move |()| {
        let (session, of, labels) = (session.clone(), of(), labels());
        let rtl = language().dir() == "rtl";
        wrong.set(None);
        spawn(async move {
            match off_screen(move || session.print_receipt(&of, None, &labels, rtl)).await {
                Ok(printed) => missing.set(printed.missing),
                Err(problem) => wrong.set(Some(problem)),
            }
        });
    };
    let on_leave = move |job: i64| wrong.set(leaver.leave_print(job).err().map(Problem::from));
    let (printer, job) = match known() {
        Asked::Ready(known) => known,
        _ => (true, None),
    };
    rsx! {
        PrintView { printer, job, wrong: wrong(), missing: missing(), on_print, on_leave, on_printers }
    }
}

#[component]
pub(super) fn PrintView(
    /// Whether there is a printer.
    printer: bool,
    /// The newest print.
    job: Option<PrintJobView>,
    wrong: Option<Problem>,
    /// Signs printed as empty frames.
    missing: String,
    on_print: EventHandler<()>,
    on_leave: EventHandler<i64>,
    on_printers: EventHandler<()>,
) -> Element {
    let busy = job
        .as_ref()
        .is_some_and(|job| matches!(job.state, PrintState::Queued | PrintState::Printing));
    let failed = job.clone().filter(|job| job.state == PrintState::Failed);
    let again = job.as_ref().is_some_and(|job| job.state != PrintState::Left);
    rsx! {
        div { class: "s-pad py-3 grid gap-2",
            if let Some(problem) = wrong {
                Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
            }
            if !missing.is_empty() {
                Note { glyph: Glyph::Info, tone: Tone::Waiting, text: tr!("print-missing", signs: missing) }
            }
            if let Some(job) = failed {
                FailedPrint { job: job.clone() }
                Button {
                    label: tr!("print-leave"),
                    kind: ButtonKind::Text,
                    on_press: move |()| on_leave.call(job.id),
                }
            }
            div { class: "flex flex-wrap items-center gap-3",
                if printer {
                    Button {
                        label: if again { tr!("print-again") } else { tr!("print-action") },
                        glyph: Glyph::Printer,
                        off: busy,
                        on_press: on_print,
                    }
                } else {
                    Button { label: tr!("printers-add"), glyph: Glyph::Printer, on_press: on_printers }
                }
                if let Some(job) = job.filter(|job| job.state != PrintState::Failed) {
                    span { class: "s-meta", role: "status", "aria-live": "polite", {job_words(&job)} }
                }
            }
        }
    }
}
