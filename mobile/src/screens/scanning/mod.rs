//! How scanning is set: the camera's answer, handheld scanners, labels with a weight in them.

#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::views::ScanSettings;
use satchel_app::{AppError, Session};
use view::{Deed, Typed, View};

/// The screen.
#[component]
pub fn Scanning(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let settings = use_ask(|| {
        |session: &Session| Ok((session.scanning()?, session.label_patterns()?.join("\n")))
    });
    let mut typed = use_signal(|| None::<Typed>);
    let mut wrong = use_signal(|| None::<Problem>);
    let mut kept = use_signal(|| false);
    let on_deed = move |deed: Deed| {
        wrong.set(None);
        kept.set(false);
        let Asked::Ready((settings, labels)) = settings() else { return };
        let before = || Typed::of(&settings, &labels);
        let done = match deed {
            Deed::Sound(sound) => session.set_scanning(&ScanSettings { sound, ..settings }),
            Deed::Shake(shake) => session.set_scanning(&ScanSettings { shake, ..settings }),
            Deed::Typed(new) => return typed.set(Some(new)),
            Deed::Keep => {
                let done = keep(&session, &settings, &typed.peek().clone().unwrap_or_else(before));
                kept.set(done.is_ok());
                done
            }
        };
        wrong.set(done.err().map(Problem::from));
    };
    let shown = match settings() {
        Asked::Ready((settings, labels)) => {
            let typed = typed().unwrap_or_else(|| Typed::of(&settings, &labels));
            Asked::Ready((settings, typed))
        }
        Asked::Loading => Asked::Loading,
        Asked::Failed(problem) => Asked::Failed(problem),
    };
    rsx! {
        View { shown, wrong: wrong(), kept: kept(), on_deed, on_back }
    }
}

/// Saves what was typed.
fn keep(session: &Session, settings: &ScanSettings, typed: &Typed) -> Result<(), AppError> {
    let labels = typed.labels.lines().map(str::trim).filter(|line| !line.is_empty());
    let labels: Vec<String> = labels.map(str::to_owned).collect();
    session.set_label_patterns(&labels)?;
    let Typed { prefix, suffix, .. } = typed.clone();
    session.set_scanning(&ScanSettings { prefix, suffix, ..settings.clone() })
}
