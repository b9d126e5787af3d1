//! The receipt as it will be printed.

use dioxus::prelude::*;

/// A line of a receipt in fixed columns.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperLine {
    /// The text, already padded to the columns of the paper.
    pub text: String,
    /// Heavier type.
    pub bold: bool,
}

/// A receipt on paper of 32 columns. Its rows are read as they stand.
#[component]
pub fn Paper(
    /// What it is, for those who listen: "Receipt VAN3-00042".
    name: String,
    /// The rows.
    lines: Vec<PaperLine>,
) -> Element {
    rsx! {
        div { class: "s-paper", role: "group", "aria-label": "{name}",
            pre {
                for (place, line) in lines.into_iter().enumerate() {
                    if line.bold {
                        b { key: "{place}", "{line.text}\n" }
                    } else {
                        span { key: "{place}", "{line.text}\n" }
                    }
                }
            }
        }
    }
}
