//! Where a handheld scanner's codes arrive on a screen that sells; `shells/scanner.js` brings them here,
//! whatever has the focus.

use crate::ask::{Asked, Problem, use_ask};
use crate::format::dates;
use crate::key;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::ScanSettings;

/// The scanner. It shows nothing.
#[component]
pub fn Scanner(
    /// A code was scanned.
    on_code: EventHandler<String>,
) -> Element {
    let settings = use_ask(|| Session::scanning);
    let ScanSettings { prefix, suffix, .. } = match settings() {
        Asked::Ready(settings) => settings,
        Asked::Loading | Asked::Failed(_) => ScanSettings::default(),
    };
    rsx! {
        input {
            r#type: "text",
            hidden: true,
            tabindex: "-1",
            "aria-hidden": "true",
            "data-scanner": "",
            "data-prefix": prefix,
            "data-suffix": suffix,
            oninput: move |event| on_code.call(event.value()),
        }
    }
}

/// The sentence for a scanned code that no item has.
pub fn unknown_code(code: String) -> Problem {
    Problem { id: key!("scan-unknown-code"), args: vec![("code".to_owned(), code)] }
}

/// What to say of a pack that was added, and whose code says that it expired.
pub fn expired_pack(name: String, on: NaiveDate, today: NaiveDate) -> Problem {
    let args = vec![("name".to_owned(), name), ("day".to_owned(), dates::day(on, today))];
    Problem { id: key!("scan-expired"), args }
}
