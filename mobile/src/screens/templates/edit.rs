//! A template being edited: its text, what is wrong with it, and the receipt it makes.

use super::list::from_words;
use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::components::*;
use crate::i18n::language;
use crate::screens::receipt::{labels, template_problem};
use crate::screens::report::kind_name;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{ReceiptKind, TemplateFrom, TemplateTrial, TemplateView};

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
    /// Whose that is.
    pub from: TemplateFrom,
    /// What prints without a template of the rep's own.
    pub behind: String,
    /// That is the office's.
    pub of_office: bool,
}

impl Draft {
    fn new(found: TemplateView) -> Self {
        let TemplateView { text, from, behind, of_office, .. } = found;
        Self { start: text.clone(), version: 0, kept: text.clone(), text, from, behind, of_office }
    }

    /// What is typed is not what is kept.
    pub(super) fn changed(&self) -> bool {
        self.text != self.kept
    }

    /// What is typed is kept now. What says the same as the template behind it is nobody's own.
    fn keep(&mut self, text: String) {
        self.from = if text.trim().is_empty() || text.trim() == self.behind.trim() {
            self.whose_behind()
        } else {
            TemplateFrom::Own
        };
        self.kept = text;
    }

    fn whose_behind(&self) -> TemplateFrom {
        if self.of_office { TemplateFrom::Office } else { TemplateFrom::BuiltIn }
    }

    /// Starts over with what prints without a template of the rep's own.
    fn give_up(&mut self) {
        self.start.clone_from(&self.behind);
        self.kept.clone_from(&self.behind);
        self.text.clone_from(&self.behind);
        self.from = self.whose_behind();
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
    /// Back to the office's or the built-in one.
    GiveUp,
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
        Ok(found) => Draft::new(found),
        Err(error) => {
            wrong.set(Some(Problem::from(error)));
            let (text, behind) = (kind.template().to_owned(), kind.template().to_owned());
            let from = TemplateFrom::BuiltIn;
            Draft::new(TemplateView { kind, text, from, behind, of_office: false })
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
                session
                    .save_receipt_template(kind, &text)
                    .map(|()| draft.with_mut(|draft| draft.keep(text)))
            }
            Deed::GiveUp => {
                session.drop_receipt_template(kind).map(|()| draft.with_mut(Draft::give_up))
            }
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
    let state = if draft.changed() { tr!("templates-changed") } else { from_words(draft.from) };
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
                            Paper {
                                name: tr!("templates-preview"),
                                receipt: trial.receipt,
                                logo: trial.logo,
                            }
                        },
                    }
                }
            }
            Foot {
                if let Some(problem) = wrong {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                Actions {
                    if draft.from == TemplateFrom::Own || draft.changed() {
                        Button {
                            label: if draft.of_office { tr!("templates-back-office") } else { tr!("templates-back") },
                            glyph: Glyph::Undo2,
                            on_press: move |()| on_deed.call(Deed::GiveUp),
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
        let mut draft = Draft::new(TemplateView {
            kind: ReceiptKind::Order,
            text: "a".to_owned(),
            from: TemplateFrom::Own,
            behind: "c".to_owned(),
            of_office: true,
        });
        assert!(!draft.changed());
        draft.text = "b".to_owned();
        assert!(draft.changed());
        draft.keep("b".to_owned());
        assert_eq!((draft.changed(), draft.from), (false, TemplateFrom::Own));
        draft.keep("c\n".to_owned());
        assert_eq!(draft.from, TemplateFrom::Office, "it says what the office's says");
        draft.give_up();
        assert_eq!((draft.changed(), draft.from, draft.version), (false, TemplateFrom::Office, 1));
        assert_eq!(draft.start, "c");
    }
}
