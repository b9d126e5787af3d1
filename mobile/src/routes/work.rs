//! A task.

use super::{Id, ways};
use crate::screens::task::{TaskScreen, Way};
use dioxus::prelude::*;
use satchel_app::views::ReceiptOf;

/// A task.
#[component]
pub fn TaskPage(task: ReadSignal<Id>) -> Element {
    rsx! {
        TaskScreen {
            task: task().0,
            on_way: |way| match way {
                Way::Back => ways::back(),
                Way::Customer(key) => ways::customer(key),
                Way::Task(key) => ways::task(key),
                Way::Report(key) => ways::report(ReceiptOf::Task(key)),
            },
        }
    }
}
