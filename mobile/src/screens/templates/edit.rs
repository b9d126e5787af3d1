//! A template being edited: its text, what is wrong with it, and the receipt it makes.

use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::components::*;
use crate::i18n::language;
use crate::screens::receipt::{labels, template_problem};
use crate::screens::report::kind_name;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{ReceiptKind, TemplateTrial};

/// Where the sentence about the mistake stands.
const ABOUT: &str = "template-about";

/// The text as it is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    /// What the field starts with.
    pub start: String,
    /// Counts how often it started over.
    pub version: u32,
    /// What stands in it now.
    pub text: String,
    /// What is kept.
    pub kept: String,
    /// A template of the rep's own is kept.
    pub own: bool,
}

impl Draft {
    fn new(text: String, own: bool) -> Self {
        Self { start: text.clone(), version: 0, kept: text.clone(), text, own }
    }

    /// What is typed is not what is kept.
    pub(super) fn changed(&self) -> bool {
        self.text != self.kept
    }

    /// Starts over with another text.
    fn start_over(&mut self, text: String) {
        self.start.clone_from(&text);
        self.kept.clone_from(&text);
        self.text = text;
        self.own = false;
        self.version = self.version.wrapping_add(1);
    }
}

/// Something the rep does here.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    /// Types.
    Type(String),
    /// Keeps what is typed.
    Save,
    /// Back to the built-in one.
    BuiltIn,
}

/// The screen.
#[component]
pub fn EditTemplate(
    /// What it is for.
    kind: ReceiptKind,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut wrong = use_signal(|| None::<Problem>);
    let first = session.clone();
    let mut draft = use_signal(move || match first.receipt_template(kind) {
        Ok(found) => Draft::new(found.text, found.own),
        Err(error) => {
            wrong.set(Some(Problem::from(error)));
            Draft::new(kind.template().to_owned(), false)
        }
    });
    let trial = use_ask(move || {
        let (text, labels, rtl) = (draft.read().text.clone(), labels(), language().dir() == "rtl");
        move |session: &Session| session.try_template(kind, &text, &labels, rtl)
    });
    let on_deed = move |deed: Deed| {
        wrong.set(None);
        let done = match deed {
            Deed::Type(text) => {
                draft.with_mut(|draft| draft.text = text);
                return;
            }
            Deed::Save => {
                let text = draft.peek().text.clone();
                session.save_receipt_template(kind, &text).map(|()| {
                    draft.with_mut(|draft| {
                        draft.own = text.trim() != kind.template().trim();
                        draft.kept = text;
                    });
                })
            }
            Deed::BuiltIn => session.drop_receipt_template(kind).map(|()| {
                draft.with_mut(|draft| draft.start_over(kind.template().to_owned()));
            }),
        };
        wrong.set(done.err().map(Problem::from));
    };
    rsx! {
        View { kind, draft: draft(), trial: trial(), wrong: wrong(), on_deed, on_back }
    }
}

#[component]
pub(super) fn View(
    kind: ReceiptKind,
    draft: Draft,
    trial: Asked<TemplateTrial>,
    wrong: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_back: EventHandler<()>,
) -> Element {
    let problem = match &trial {
        Asked::Ready(trial) => trial.problem.clone(),
        _ => None,
    };
    let state = if draft.changed() {
        tr!("templates-changed")
    } else if draft.own {
        tr!("templates-own")
    } else {
        tr!("templates-built-in")
    };
    rsx! {
        Screen {
            Head { title: kind_name(kind), sub: rsx! { "{state}" }, on_back }
            Body {
                div { class: "s-pad grid gap-2 pb-3",
                    SourceArea {
                        id: "template-text",
                        label: tr!("templates-field"),
                        text: draft.start.clone(),
                        version: draft.version,
                        marked: problem.as_ref().and_then(|problem| problem.template_line()),
                        about: problem.is_some().then(|| ABOUT.to_owned()),
                        on_type: move |text| on_deed.call(Deed::Type(text)),
                    }
                    div { id: ABOUT, "aria-live": "polite",
                        if let Some(problem) = &problem {
                            Note {
                                glyph: Glyph::TriangleAlert,
                                tone: Tone::Waiting,
                                title: template_problem(problem),
                                text: tr!("templates-stands-in"),
                            }
                        } else {
                            p { class: "s-cap", {tr!("templates-help")} }
                        }
                    }
                }
                div { class: "bg-base-200 pt-1 pb-5 min-h-full",
                    match trial {
                        Asked::Loading => rsx! { Bones { rows: 4 } },
                        Asked::Failed(problem) => rsx! {
                            Failed { title: tr!("receipt-failed"), text: problem.words() }
                        },
                        Asked::Ready(trial) => rsx! {
                            p { class: "s-pad s-meta py-2.5",
                                if trial.is_sample { {tr!("templates-sample")} } else { {tr!("templates-last")} }
                            }
                            Paper { name: tr!("templates-preview"), receipt: trial.receipt }
                        },
                    }
                }
            }
            Foot {
                if let Some(problem) = wrong {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                Actions {
                    if draft.own || draft.changed() {
                        Button {
                            label: tr!("templates-back"),
                            glyph: Glyph::Undo2,
                            on_press: move |()| on_deed.call(Deed::BuiltIn),
                        }
                    }
                    Action {
                        label: if draft.changed() { tr!("templates-save") } else { tr!("templates-saved") },
                        glyph: Glyph::Check,
                        off: !draft.changed(),
                        on_press: move |()| on_deed.call(Deed::Save),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_knows_what_is_kept() {
        let mut draft = Draft::new("a".to_owned(), true);
        assert!(!draft.changed());
        draft.text = "b".to_owned();
        assert!(draft.changed());
        draft.start_over("c".to_owned());
        assert_eq!((draft.changed(), draft.own, draft.version), (false, false, 1));
        assert_eq!(draft.start, "c");
    }
}
