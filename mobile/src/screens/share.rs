//! Sharing a receipt as a file, from where it is shown.

use crate::ask::{Problem, off_screen, try_use_session, use_session};
use crate::components::*;
use crate::i18n::language;
use crate::screens::receipt::labels;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{IcsOf, ReceiptOf, ShareKind, Shared};
use std::path::PathBuf;

/// How far it has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// Nothing was asked for.
    Idle,
    /// The file is being made.
    Making,
    /// It was handed over.
    Done(Shared),
    /// It was not.
    Wrong(Problem),
}

/// Share as a PDF or as a picture.
#[component]
pub fn ShareReceipt(
    /// What it is of.
    of: ReadSignal<ReceiptOf>,
) -> Element {
    let session = use_session();
    let mut stage = use_signal(|| Stage::Idle);
    let on_share = move |kind: ShareKind| {
        let (session, of, labels) = (session.clone(), of(), labels());
        let rtl = language().dir() == "rtl";
        stage.set(Stage::Making);
        spawn(async move {
            let shared = off_screen(move || session.share_receipt(&of, kind, &labels, rtl)).await;
            if let Ok(Shared::At(path)) = &shared {
                fetch(path);
            }
            stage.set(shared.map_or_else(Stage::Wrong, Stage::Done));
        });
    };
    rsx! {
        ShareView { stage: stage(), on_share }
    }
}

/// Share calendar entries as a file.
#[component]
pub fn ShareEvents(
    /// Which.
    of: ReadSignal<IcsOf>,
) -> Element {
    let (stage, on_share) = use_share_events();
    rsx! {
        div { class: "grid gap-2",
            Button {
                label: tr!("event-share"),
                glyph: Glyph::Share2,
                off: stage() == Stage::Making,
                on_press: move |()| on_share.call(of()),
            }
            StageWords { stage: stage() }
        }
    }
}

/// Share a file for the office's courier.
#[component]
pub fn ShareCourier(
    /// Where it was written.
    path: ReadSignal<String>,
) -> Element {
    let door = try_use_session();
    let mut stage = use_signal(|| Stage::Idle);
    let on_share = move |()| {
        let (Some(session), path) = (door.clone(), PathBuf::from(path())) else { return };
        stage.set(Stage::Making);
        spawn(async move {
            let shared = off_screen(move || session.share_courier(&path)).await;
            if let Ok(Shared::At(path)) = &shared {
                fetch(path);
            }
            stage.set(shared.map_or_else(Stage::Wrong, Stage::Done));
        });
    };
    rsx! {
        div { class: "grid gap-2",
            Button {
                label: tr!("share-title"),
                kind: ButtonKind::Soft,
                glyph: Glyph::Share2,
                off: stage() == Stage::Making,
                on_press: on_share,
            }
            StageWords { stage: stage() }
        }
    }
}

/// Shares calendar entries as a file: how far it has come, and what begins it.
pub fn use_share_events() -> (Signal<Stage>, EventHandler<IcsOf>) {
    let mut stage = use_signal(|| Stage::Idle);
    let door = try_use_session();
    let share = use_callback(move |of: IcsOf| {
        let Some(session) = door.clone() else { return };
        stage.set(Stage::Making);
        spawn(async move {
            let shared = off_screen(move || session.share_events(&of)).await;
            if let Ok(Shared::At(path)) = &shared {
                fetch(path);
            }
            stage.set(shared.map_or_else(Stage::Wrong, Stage::Done));
        });
    });
    (stage, share)
}

/// Lets the page fetch a file as a download; its name comes with it.
pub fn fetch(path: &str) {
    let path = serde_json::Value::from(path).to_string();
    // A click on a link would be taken for going to another screen; what a frame is sent as an attachment
    // is a download.
    document::eval(&format!(
        "const frame = document.createElement('iframe'); frame.hidden = true; frame.src = {path}; \
         document.body.append(frame); setTimeout(() => frame.remove(), 60000);"
    ));
}

#[component]
pub(super) fn ShareView(stage: Stage, on_share: EventHandler<ShareKind>) -> Element {
    let busy = stage == Stage::Making;
    rsx! {
        div { class: "s-pad pb-3 grid gap-2",
            div { class: "flex flex-wrap items-center gap-2", role: "group", "aria-label": tr!("share-title"),
                Button {
                    label: tr!("share-pdf"),
                    glyph: Glyph::FileText,
                    off: busy,
                    on_press: move |()| on_share.call(ShareKind::Pdf),
                }
                Button {
                    label: tr!("share-picture"),
                    glyph: Glyph::Image,
                    off: busy,
                    on_press: move |()| on_share.call(ShareKind::Png),
                }
            }
            StageWords { stage }
        }
    }
}

/// How far the sharing of a file has come, in words.
#[component]
pub fn StageWords(stage: Stage) -> Element {
    rsx! {
        div { "aria-live": "polite",
            match stage {
                Stage::Idle => rsx! {},
                Stage::Making => rsx! { p { class: "s-meta", {tr!("share-making")} } },
                Stage::Done(Shared::Saved(path)) => rsx! {
                    p { class: "s-meta", {tr!("share-saved")} }
                    p { class: "s-code wrap-anywhere", bdi { dir: "ltr", {path.display().to_string()} } }
                },
                Stage::Done(Shared::Offered) => rsx! { p { class: "s-meta", {tr!("share-offered")} } },
                Stage::Done(Shared::At(_)) => rsx! { p { class: "s-meta", {tr!("share-fetched")} } },
                Stage::Wrong(problem) => rsx! {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;

    fn words(part: fn() -> Element) -> String {
        text(&render_at(Language::English, 100, part))
    }

    fn view(stage: Stage) -> Element {
        rsx! { ShareView { stage, on_share: |_| {} } }
    }

    #[test]
    fn it_says_where_the_file_went() {
        assert!(words(|| view(Stage::Idle)).contains("PDF"));
        let saved = words(|| view(Stage::Done(Shared::Saved("/home/ana/VAN3-00042.pdf".into()))));
        assert!(
            saved.contains("Saved as") && saved.contains("/home/ana/VAN3-00042.pdf"),
            "{saved}"
        );
        assert!(words(|| view(Stage::Done(Shared::At("/x".into())))).contains("downloads"));
        assert!(words(|| view(Stage::Done(Shared::Offered))).contains("handed"));
    }

    #[test]
    fn while_it_is_made_nothing_else_is_asked_for_and_a_mistake_is_told() {
        let html = render_at(Language::Arabic, 150, || view(Stage::Making));
        assert_eq!(html.matches("disabled").count(), 2, "{html}");
        let wrong = || view(Stage::Wrong(Problem { id: "share-not-written", args: vec![] }));
        assert!(words(wrong).contains("could not be written"));
    }
}
