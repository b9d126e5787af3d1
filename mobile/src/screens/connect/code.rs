//! The code is pasted and shown to be the right one before anything is done with it.

use crate::ask::Problem;
use crate::components::*;
use crate::eye::Trouble;
use crate::format::dates;
use crate::i18n::words_of;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::EnrolmentView;
use satchel_devices::barcode::Code as Symbol;

/// What became of the code that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    /// This is what it says.
    Read(EnrolmentView),
    /// It is no code, or none any more.
    Refused(Problem),
    /// It was used.
    Done,
}

#[component]
pub(super) fn Code(
    title: String,
    /// What is asked for, and why.
    about: String,
    /// The button once the code was read.
    next: String,
    code: Signal<String>,
    said: Option<Said>,
    /// The site is being asked.
    busy: bool,
    /// The code is to be read.
    on_look: EventHandler<()>,
    /// Another code is being typed.
    on_change: EventHandler<()>,
    /// What it says is right: on.
    on_next: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let mut trouble = use_signal(|| None::<Trouble>);
    let mut version = use_signal(|| 0_u32);
    let wrong = match &said {
        Some(Said::Refused(problem)) => Some(problem.words()),
        _ => trouble().map(|trouble| words_of(trouble.key(), &[])),
    };
    let done = said == Some(Said::Done);
    let read = matches!(said, Some(Said::Read(_)));
    rsx! {
        Screen {
            Head { title, on_back }
            Body {
                p { class: "s-pad text-ink-2 leading-[1.375rem] pt-1 pb-3", "{about}" }
                div { class: "s-pad grid gap-4 py-4",
                    CodePicture {
                        id: "connect-picture",
                        label: tr!("connect-picture"),
                        on_read: move |codes: Vec<Symbol>| {
                            // A picture of a desk may show other codes; the office's begins so.
                            let found = codes.iter().find(|code| code.text.starts_with("SATCHEL"));
                            let Some(found) = found.or(codes.first()) else { return };
                            trouble.set(None);
                            code.set(found.text.clone());
                            version += 1;
                            on_look.call(());
                        },
                        on_trouble: move |found| {
                            on_change.call(());
                            trouble.set(Some(found));
                        },
                    }
                    for version in [version()] {
                    TextArea {
                        key: "{version}",
                        id: "connect-code",
                        label: tr!("connect-code"),
                        text: code.peek().clone(),
                        help: tr!("connect-code-help"),
                        error: wrong.clone(),
                        on_type: move |text| {
                            code.set(text);
                            trouble.set(None);
                            on_change.call(());
                        },
                    }
                    }
                    div { "aria-live": "polite",
                        match said {
                            Some(Said::Read(enrolment)) => rsx! { Inside { enrolment } },
                            Some(Said::Done) => rsx! {
                                Note { glyph: Glyph::Check, tone: Tone::Rule, text: tr!("connect-again-done") }
                            },
                            _ => rsx! {},
                        }
                    }
                }
            }
            Foot {
                if done {
                    Action { label: tr!("pin-done"), glyph: Glyph::Check, on_press: on_back }
                } else if read {
                    Action {
                        label: if busy { tr!("connect-working") } else { next },
                        glyph: Glyph::Lock,
                        off: busy,
                        on_press: on_next,
                    }
                } else {
                    Action { label: tr!("connect-look"), glyph: Glyph::ScanBarcode, on_press: on_look }
                }
            }
        }
    }
}

/// Which site, for whom: so that a code meant for somebody else is not used by mistake.
#[component]
fn Inside(enrolment: EnrolmentView) -> Element {
    rsx! {
        div { class: "s-card p-4",
            h2 { class: "s-lead wrap-anywhere", bdi { dir: "ltr", "{enrolment.site}" } }
            p { class: "s-meta wrap-anywhere", bdi { "{enrolment.user}" } }
            if !enrolment.company.is_empty() {
                p { class: "s-meta wrap-anywhere", bdi { "{enrolment.company}" } }
            }
            p { class: "s-meta mt-2", {tr!("connect-device", device: enrolment.device)} }
            p { class: "s-meta mt-1", {tr!("connect-until", time: dates::time(enrolment.valid_until.time()))} }
        }
    }
}
