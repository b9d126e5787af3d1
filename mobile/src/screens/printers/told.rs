//! How a printer is, in words.

use crate::ask::Problem;
use crate::components::*;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::views::{PrinterNews, PrinterStatus};

/// What came of asking a printer how it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Told {
    /// No answer yet.
    Asking,
    /// It was not reached.
    Failed(Problem),
    /// It answered.
    News(PrinterNews),
}

/// Keys of what a printer says of its paper and cover, the gravest first.
fn state_words(status: PrinterStatus) -> Vec<(&'static str, Tone)> {
    let all = [
        (status.cover_open, key!("printers-cover-open"), Tone::Hand),
        (status.paper_out, key!("printers-paper-out"), Tone::Hand),
        (status.error, key!("printers-error"), Tone::Hand),
        (status.paper_low && !status.paper_out, key!("printers-paper-low"), Tone::Waiting),
    ];
    let said: Vec<_> =
        all.into_iter().filter(|(is, ..)| *is).map(|(_, word, tone)| (word, tone)).collect();
    if said.is_empty() { vec![(key!("printers-ready"), Tone::Quiet)] } else { said }
}

/// The answer of a printer, below it.
#[component]
pub(super) fn Answer(told: Told) -> Element {
    rsx! {
        div { class: "flex flex-wrap items-center gap-2", role: "status", "aria-live": "polite",
            match told {
                Told::Asking => rsx! { span { {tr!("printers-checking")} } },
                Told::Failed(problem) => rsx! { span { class: "grow", {problem.words()} } },
                Told::News(news) => rsx! {
                    match news.status {
                        Some(status) => rsx! {
                            for (word, tone) in state_words(status) {
                                Tag { key: "{word}", text: tr!(word), tone }
                            }
                        },
                        None => rsx! { span { {tr!("printers-silent")} } },
                    }
                    if let Some(percent) = news.battery_percent {
                        Tag {
                            text: tr!("printers-battery", percent: percent.to_string()),
                            tone: if percent <= LOW { Tone::Waiting } else { Tone::Quiet },
                        }
                    }
                },
            }
        }
    }
}

/// A battery that is worth a look, in percent.
const LOW: u8 = 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_is_said_first() {
        let ready = PrinterStatus::default();
        assert_eq!(state_words(ready), [("printers-ready", Tone::Quiet)]);
        let all = PrinterStatus { cover_open: true, paper_out: true, paper_low: true, error: true };
        let words: Vec<_> = state_words(all).into_iter().map(|(word, _)| word).collect();
        assert_eq!(words, ["printers-cover-open", "printers-paper-out", "printers-error"]);
        let low = PrinterStatus { paper_low: true, ..ready };
        assert_eq!(state_words(low), [("printers-paper-low", Tone::Waiting)]);
    }
}
