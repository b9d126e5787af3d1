//! The camera's live picture with the frame to aim through.

use crate::components::*;
use crate::eye::{Seen, Trouble};
use crate::i18n::words_of;
use crate::tr;
use dioxus::prelude::*;
use satchel_devices::barcode::{Code, FrameReader};
use serde_json::Value;

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
    /// A code came into view.
    on_code: EventHandler<Code>,
) -> Element {
    let mut doing = use_signal(|| Doing::Off);
    let mut light = use_signal(|| false);
    let mut wishes = use_signal(|| None::<tokio::sync::mpsc::UnboundedSender<&'static str>>);
    let start = move |()| {
        doing.set(Doing::Starting);
        light.set(false);
        let (sender, mut wished) = tokio::sync::mpsc::unbounded_channel();
        wishes.set(Some(sender));
        spawn(async move {
            let mut page = document::eval(
                "await window.satchelEye.camera('scan-camera', (seen) => dioxus.send(seen), () => dioxus.recv());",
            );
            let mut reader = FrameReader::new();
            while let Ok(message) = page.recv::<Value>().await {
                match Seen::read(&message) {
                    Some(Seen::Ready { torch }) => doing.set(Doing::Showing { torch }),
                    Some(Seen::Pixels(pixels)) => {
                        let read = tokio::task::spawn_blocking(move || {
                            let code = pixels.next_in(&mut reader);
                            (reader, code)
                        });
                        let Ok((back, code)) = read.await else { break };
                        reader = back;
                        if let Some(code) = code {
                            let _ = page.send("heard");
                            on_code.call(code);
                        }
                    }
                    Some(Seen::Trouble(trouble)) => {
                        doing.set(Doing::Failed(trouble));
                        return;
                    }
                    Some(Seen::Reading) | None => {}
                }
                while let Ok(wish) = wished.try_recv() {
                    let _ = page.send(wish);
                }
                if page.send("frame").is_err() {
                    break;
                }
            }
            doing.set(Doing::Off);
        });
    };
    let wish = move |wish| {
        if let Some(sender) = wishes.peek().as_ref() {
            let _ = sender.send(wish);
        }
    };
    let live = matches!(doing(), Doing::Starting | Doing::Showing { .. });
    rsx! {
        if live {
            div { class: "relative overflow-hidden rounded-2xl bg-black aspect-[4/3]",
                video {
                    id: "scan-camera",
                    class: "size-full object-cover",
                    muted: true,
                    autoplay: true,
                    "playsinline": "",
                    "aria-label": tr!("camera-picture"),
                }
                div { class: "absolute inset-x-[12%] inset-y-[22%] rounded-xl border-2 border-white/90 shadow-[0_0_0_100vmax_rgb(0_0_0/.38)] pointer-events-none" }
                p { class: "absolute inset-x-0 bottom-3 text-center text-white text-sm", "aria-live": "polite",
                    if doing() == Doing::Starting { {tr!("camera-starting")} } else { {tr!("camera-aim")} }
                }
                div { class: "absolute top-2 end-2 flex gap-2",
                    if doing() == (Doing::Showing { torch: true }) {
                        IconButton {
                            glyph: Glyph::Flashlight,
                            label: if light() { tr!("camera-light-off") } else { tr!("camera-light-on") },
                            on_press: move |()| {
                                light.toggle();
                                wish(if light() { "light" } else { "dark" });
                            },
                        }
                    }
                    IconButton {
                        glyph: Glyph::X,
                        label: tr!("camera-stop"),
                        on_press: move |()| {
                            wish("stop");
                            doing.set(Doing::Off);
                        },
                    }
                }
            }
        } else {
            if let Doing::Failed(trouble) = doing() {
                div { class: "pb-3", role: "alert",
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: words_of(trouble.key(), &[]) }
                }
            }
            Button {
                label: if matches!(doing(), Doing::Failed(_)) { tr!("camera-again") } else { tr!("camera-start") },
                kind: ButtonKind::Soft,
                glyph: Glyph::Camera,
                class: "is-wide",
                on_press: start,
            }
        }
    }
}
