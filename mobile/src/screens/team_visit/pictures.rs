//! Pictures and signature of a visit: each as far as it is here, and why it is not.

use crate::ask::Problem;
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::PictureError;
use satchel_app::views::TeamPicture;

/// Why a picture is not here.
#[derive(Debug, Clone, PartialEq)]
pub struct NoPicture {
    /// In words.
    pub problem: Problem,
    /// There is no signal, or it was too weak.
    pub no_signal: bool,
    /// Trying again may bring it.
    pub may_pass: bool,
}

impl From<PictureError> for NoPicture {
    fn from(error: PictureError) -> Self {
        let (no_signal, may_pass) =
            (matches!(error, PictureError::Offline | PictureError::Slow), error.may_pass());
        tracing::info!(%error, "a picture did not come");
        let args = error.args().into_iter().map(|(name, value)| (name.to_owned(), value));
        let problem = Problem { id: error.message_id(), args: args.collect() };
        Self { problem, no_signal, may_pass }
    }
}

/// How far a picture is.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// On its way.
    Coming,
    /// Here: the address it is shown from.
    Here(String),
    /// Not here, and not on its way.
    Not(NoPicture),
}

/// The pictures side by side; one that is pressed is shown large.
#[component]
pub fn Pictures(
    /// The pictures, each with how far it is.
    pictures: Vec<(TeamPicture, Seen)>,
    /// Those that did not come are to be tried again.
    on_again: EventHandler<()>,
) -> Element {
    let mut large = use_signal(|| None::<(String, bool)>);
    let passing = |seen: &Seen| matches!(seen, Seen::Not(not) if not.may_pass);
    let again = pictures.iter().any(|(_, seen)| passing(seen));
    rsx! {
        Section { title: tr!("team-pictures") }
        div { class: "s-pad grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3",
            for (picture, seen) in pictures {
                Shown {
                    key: "{picture.name}",
                    signature: picture.signature,
                    seen,
                    on_large: move |url| large.set(Some((url, picture.signature))),
                }
            }
        }
        if again {
            div { class: "s-pad pt-3",
                Button {
                    label: tr!("team-pictures-again"),
                    glyph: Glyph::RotateCcw,
                    on_press: move |()| on_again.call(()),
                }
            }
        }
        if let Some((url, signature)) = large() {
            Sheet { title: words(signature), on_close: move |()| large.set(None),
                img {
                    class: "w-full max-h-[70dvh] rounded-xl object-contain {ground(signature)}",
                    src: "{url}",
                    alt: words(signature),
                }
            }
        }
    }
}

#[component]
fn Shown(signature: bool, seen: Seen, on_large: EventHandler<String>) -> Element {
    let name = words(signature);
    rsx! {
        figure { class: "min-w-0",
            match seen {
                Seen::Coming => rsx! {
                    div { class: "s-bone w-full aspect-[4/3] rounded-xl!", "aria-busy": "true", "aria-label": "{name}", role: "img" }
                },
                Seen::Here(url) => rsx! {
                    button {
                        class: "block w-full",
                        r#type: "button",
                        "aria-label": tr!("team-picture-large", name: name.clone()),
                        onclick: {
                            let url = url.clone();
                            move |_| on_large.call(url.clone())
                        },
                        img { class: "w-full aspect-[4/3] rounded-xl {fit(signature)}", src: "{url}", alt: "" }
                    }
                },
                Seen::Not(not) => rsx! {
                    div { class: "min-h-27 grid content-center justify-items-center gap-1 p-3 rounded-xl bg-base-200 text-center s-cap",
                        Icon { glyph: if not.no_signal { Glyph::CloudOff } else { Glyph::CircleAlert } }
                        span { class: "wrap-anywhere", {not.problem.words()} }
                    }
                },
            }
            figcaption { class: "s-cap pt-1 s-line1", "{name}" }
        }
    }
}

fn words(signature: bool) -> String {
    if signature { tr!("visit-signed") } else { tr!("visit-photo") }
}

/// A signature is drawn in black on nothing.
fn ground(signature: bool) -> &'static str {
    if signature { "bg-white p-2" } else { "bg-base-200" }
}

fn fit(signature: bool) -> &'static str {
    if signature { "bg-white object-contain p-2" } else { "object-cover" }
}
