//! The camera's live picture with the frame to aim through.

use crate::components::*;
use crate::eye::Trouble;
use crate::eye::camera::{OwnCamera, Watcher, watch};
use crate::eye::line::Tell;
use crate::i18n::words_of;
use crate::platform;
use crate::screens::permit::Guard;
use crate::tr;
use dioxus::core::Task;
use dioxus::prelude::*;
use satchel_app::views::ScanSettings;
use satchel_devices::barcode::Code;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

/// What the camera is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Off,
    Starting,
    Showing { torch: bool },
    Failed(Trouble),
}

/// The camera; it begins when it is asked to and ends with the screen.
#[component]
pub fn Camera(
    /// A code came into view; answers whether an item has it.
    on_code: Callback<Code, bool>,
    /// How a code is answered.
    settings: ScanSettings,
) -> Element {
    let mut doing = use_signal(|| Doing::Off);
    let mut light = use_signal(|| false);
    let mut wishes = use_signal(|| None::<UnboundedSender<Tell>>);
    // The task of the picture being shown: it goes when its screen goes, or when the rep has enough.
    let mut showing = use_signal(|| None::<Task>);
    let own = try_use_context::<OwnCamera>().unwrap_or_default();
    let drawn = own.0.is_some();
    let start = move |()| {
        doing.set(Doing::Starting);
        light.set(false);
        let (sender, wished) = unbounded_channel();
        wishes.set(Some(sender));
        let (own, settings) = (own.clone(), settings.clone());
        showing.set(Some(spawn(async move {
            let mut looker = Looker { doing, on_code, shake: settings.shake };
            let ended = watch(own, "scan-camera", &settings, wished, &mut looker).await;
            doing.set(Doing::Failed(ended));
        })));
    };
    let stop = move |()| {
        if let Some(task) = showing.take() {
            task.cancel();
        }
        doing.set(Doing::Off);
    };
    let switch = move |()| {
        light.toggle();
        if let Some(sender) = wishes.peek().as_ref() {
            let _ = sender.send(if light() { Tell::Light } else { Tell::Dark });
        }
    };
    let lit = light();
    match doing() {
        Doing::Starting | Doing::Showing { .. } => rsx! {
            Live {
                drawn,
                starting: doing() == Doing::Starting,
                light: (doing() == Doing::Showing { torch: true }).then_some(lit),
                on_light: switch,
                on_stop: stop,
            }
        },
        Doing::Off => rsx! {
            div { class: "grid gap-1.5",
                Start { label: tr!("camera-start"), on_press: start }
                p { class: "s-cap", {tr!("camera-why")} }
            }
        },
        Doing::Failed(trouble) => rsx! {
            Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: words_of(trouble.key(), &[]) }
            Start { label: tr!("camera-again"), on_press: start }
            if trouble == Trouble::Denied {
                Settings {}
            }
        },
    }
}

/// What the screen makes of what the camera says.
struct Looker {
    doing: Signal<Doing>,
    on_code: Callback<Code, bool>,
    shake: bool,
}

impl Watcher for Looker {
    fn ready(&mut self, torch: bool) {
        self.doing.set(Doing::Showing { torch });
    }

    fn code(&mut self, code: Code) -> bool {
        if self.shake {
            platform::shake();
        }
        self.on_code.call(code)
    }
}

#[component]
fn Start(label: String, on_press: EventHandler<()>) -> Element {
    rsx! {
        Button { label, kind: ButtonKind::Soft, glyph: Glyph::Camera, class: "is-wide", on_press }
    }
}

/// The way to the phone's settings, where it has some.
#[component]
fn Settings() -> Element {
    match try_use_context::<Guard>() {
        Some(Guard(guard)) if guard.has_settings() => rsx! {
            Button {
                label: tr!("permit-settings"),
                kind: ButtonKind::Soft,
                class: "is-wide",
                on_press: move |()| guard.open_settings(),
            }
        },
        _ => VNode::empty(),
    }
}

/// The picture with its frame to aim through.
#[component]
fn Live(
    /// True where the app draws the picture itself.
    drawn: bool,
    starting: bool,
    /// Whether the light is on; none where there is no light.
    light: Option<bool>,
    on_light: EventHandler<()>,
    on_stop: EventHandler<()>,
) -> Element {
    rsx! {
        div { class: "relative overflow-hidden rounded-2xl bg-black aspect-[4/3]",
            if drawn {
                canvas {
                    id: "scan-camera",
                    class: "size-full object-cover",
                    role: "img",
                    "aria-label": tr!("camera-picture"),
                }
            } else {
                video {
                    id: "scan-camera",
                    class: "size-full object-cover",
                    muted: true,
                    autoplay: true,
                    "playsinline": "",
                    "aria-label": tr!("camera-picture"),
                }
            }
            div { class: "absolute inset-x-[12%] inset-y-[22%] rounded-xl border-2 border-white/90 shadow-[0_0_0_100vmax_rgb(0_0_0/.38)] pointer-events-none" }
            p { class: "absolute inset-x-0 bottom-3 text-center text-white text-sm", "aria-live": "polite",
                if starting { {tr!("camera-starting")} } else { {tr!("camera-aim")} }
            }
            div { class: "absolute top-2 end-2 flex gap-2 [&_button]:text-white! [&_button]:bg-black/50! [&_button]:rounded-full!",
                if let Some(on) = light {
                    IconButton {
                        glyph: Glyph::Flashlight,
                        label: if on { tr!("camera-light-off") } else { tr!("camera-light-on") },
                        on_press: on_light,
                    }
                }
                IconButton { glyph: Glyph::X, label: tr!("camera-stop"), on_press: on_stop }
            }
        }
    }
}
