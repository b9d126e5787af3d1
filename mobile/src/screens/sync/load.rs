//! The first load: how much is here, how long it takes, and that selling need not wait for all of it.

use super::rows::reason_words;
use crate::format::figure;
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{DownloadView, LoadView, Sentence};
use std::time::Duration;

/// The masters in one file, on their way.
#[component]
pub fn Downloading(
    download: DownloadView,
    /// Whether it says what goes on.
    titled: bool,
) -> Element {
    // A megabyte as the bills of networks count it.
    let megabytes = |bytes: u64| figure(Decimal::from(bytes) / Decimal::from(1_000_000), 1);
    let count = tr!("load-bytes", done: megabytes(download.done), total: megabytes(download.total));
    rsx! {
        Bar { thousandths: download.thousandths, count, time_left: download.time_left, can_sell: false, titled }
    }
}

/// The masters page by page, and why not in one file where there should be one.
#[component]
pub fn Loading(
    load: LoadView,
    /// Whether it says what goes on.
    titled: bool,
    no_file: Option<Sentence>,
) -> Element {
    let whole = |count: u64| figure(Decimal::from(count), 0);
    let count = tr!("load-count", done: whole(load.done), total: whole(load.total));
    rsx! {
        Bar {
            thousandths: load.thousandths,
            count,
            time_left: load.time_left,
            can_sell: load.can_sell,
            titled,
            note: no_file.as_ref().map(reason_words).unwrap_or_default(),
        }
    }
}

#[component]
fn Bar(
    thousandths: u16,
    count: String,
    time_left: Option<Duration>,
    can_sell: bool,
    titled: bool,
    #[props(default)] note: String,
) -> Element {
    let left = time_left.map(|left| left.as_secs().div_ceil(60)).unwrap_or_default();
    let percent = f64::from(thousandths) / 10.0;
    rsx! {
        section { class: "s-pad pb-3",
            div { class: "s-card p-4",
                if titled {
                    p { class: "s-lead mb-3", {tr!("load-title")} }
                }
                div {
                    class: "h-2 rounded-full bg-base-300 overflow-hidden",
                    role: "progressbar",
                    "aria-label": tr!("load-title"),
                    "aria-valuemin": "0",
                    "aria-valuemax": "1000",
                    "aria-valuenow": "{thousandths}",
                    div { class: "h-full bg-primary", style: "width: {percent}%" }
                }
                p { class: "s-meta mt-2 tabular-nums",
                    "{count}"
                    if left > 0 {
                        " · "
                        {tr!("load-left", count: left)}
                    }
                }
                p { class: "s-meta mt-1",
                    if can_sell { {tr!("load-can-sell")} } else { {tr!("load-not-yet")} }
                }
                if !note.is_empty() {
                    p { class: "s-note is-waiting mt-3", "{note}" }
                }
            }
        }
    }
}
