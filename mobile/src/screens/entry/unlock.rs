//! Unlocking a profile.

use super::pin_screen::PinScreen;
use super::presence::question;
use super::state::{SHORTEST, press};
use crate::ask::Problem;
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{PresenceView, ProfileCard};
use satchel_app::{OpenError, Satchel, Session};
use satchel_devices::biometrics::BiometricsError;
use std::time::Duration;

/// Takes the PIN of a profile, and waits after wrong ones.
#[component]
pub fn Unlock(
    /// The profiles on this phone.
    profiles: Vec<ProfileCard>,
    /// It was the right one.
    on_open: EventHandler<Session>,
    /// The profile cannot be opened, whatever the PIN.
    on_trouble: EventHandler<Problem>,
) -> Element {
    let satchel = use_context::<Satchel>();
    let mut at = use_signal(|| 0_usize);
    let mut typed = use_signal(String::new);
    let mut wrong = use_signal(|| None::<Problem>);
    let mut busy = use_signal(|| false);
    let mut choosing = use_signal(|| false);
    let Some(profile) = profiles.get(at()).or(profiles.first()).cloned() else {
        return rsx! { Failed { title: tr!("unlock-none"), text: tr!("unlock-none-text") } };
    };
    let wait = use_wait(profile.id.clone());
    let id = profile.id.clone();
    let by_presence = satchel.presence(&id) == PresenceView::On;
    let (asks, asked_for) = (satchel.clone(), id.clone());
    let ask = use_callback(move |()| {
        if busy() {
            return;
        }
        let (satchel, id, asked) = (asks.clone(), asked_for.clone(), question());
        busy.set(true);
        spawn(async move {
            let opened =
                tokio::task::spawn_blocking(move || satchel.unlock_by_presence(&id, &asked)).await;
            match opened {
                Ok(Ok(session)) => on_open.call(session),
                // The PIN is what was chosen.
                Ok(Err(OpenError::Biometrics(BiometricsError::PutAside))) => {}
                Ok(Err(error)) if error.is_about_pin() => wrong.set(Some(error.into())),
                Ok(Err(error)) => on_trouble.call(error.into()),
                Err(error) => tracing::error!(%error, "unlocking was cut short"),
            }
            busy.set(false);
        });
    });
    // Asked once when the phone is taken in hand; later only when it is pressed.
    use_hook(|| {
        if by_presence {
            ask.call(());
        }
    });
    let done = move |()| {
        if busy() || typed.read().len() < SHORTEST {
            return;
        }
        let (satchel, id, pin) = (satchel.clone(), id.clone(), std::mem::take(&mut *typed.write()));
        busy.set(true);
        spawn(async move {
            match tokio::task::spawn_blocking(move || satchel.unlock(&id, &pin)).await {
                Ok(Ok(session)) => on_open.call(session),
                Ok(Err(error)) => {
                    wait.0.clone().set(error.wait().unwrap_or_default());
                    let about_pin = error.is_about_pin();
                    let problem = Problem::from(error);
                    if about_pin {
                        wrong.set(Some(problem));
                    } else {
                        on_trouble.call(problem);
                    }
                }
                Err(error) => tracing::error!(%error, "unlocking was cut short"),
            }
            busy.set(false);
        });
    };
    let on_pick = move |place| {
        at.set(place);
        typed.set(String::new());
        wrong.set(None);
        choosing.set(false);
    };
    let left = wait.left();
    let many = profiles.len() > 1;
    rsx! {
        PinScreen {
            on_back: None,
            end: rsx! {
                if many {
                    Button {
                        label: tr!("unlock-switch"),
                        kind: ButtonKind::Text,
                        glyph: Glyph::Users,
                        on_press: move |()| choosing.set(true),
                    }
                }
            },
            off: busy() || !left.is_zero(),
            ready: typed.read().len() >= SHORTEST,
            entered: typed.read().len(),
            title: profile.user.clone(),
            about: profile.company.clone(),
            hint: tr!("unlock-hint"),
            wrong: said(left, wrong().as_ref()),
            beside: rsx! {
                if by_presence && left.is_zero() {
                    Button {
                        label: tr!("presence-open"),
                        kind: ButtonKind::Text,
                        glyph: Glyph::FingerprintPattern,
                        off: busy(),
                        on_press: move |()| ask.call(()),
                    }
                }
            },
            on_key: move |key| {
                wrong.set(None);
                press(&mut typed.write(), key);
            },
            on_done: done,
            sheet: rsx! {
                if choosing() {
                    Profiles { profiles, on_close: move |()| choosing.set(false), on_pick }
                }
            },
        }
    }
}

/// What stands under the dots.
pub(super) fn said(left: Duration, wrong: Option<&Problem>) -> Option<String> {
    if left.is_zero() {
        return wrong.map(Problem::words);
    }
    let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
    Some(if seconds < 90 {
        tr!("unlock-wait-seconds", count: seconds)
    } else {
        tr!("unlock-wait-minutes", count: seconds.div_ceil(60))
    })
}

/// How long no PIN is taken, counted down each second by the app's own measure.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Wait(Signal<Duration>);

impl Wait {
    /// How long it still is.
    pub(super) fn left(self) -> Duration {
        (self.0)()
    }
}

pub(super) fn use_wait(profile: String) -> Wait {
    let satchel = use_context::<Satchel>();
    let mut left = use_signal(Duration::default);
    use_future(use_reactive!(|(profile,)| {
        let satchel = satchel.clone();
        async move {
            loop {
                match satchel.wait_before_pin(&profile) {
                    Ok(wait) => {
                        let wait = wait.unwrap_or_default();
                        if *left.peek() != wait {
                            left.set(wait);
                        }
                    }
                    Err(error) => tracing::warn!(%error, "no wait is known"),
                }
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }));
    Wait(left)
}

#[component]
fn Profiles(
    profiles: Vec<ProfileCard>,
    on_close: EventHandler<()>,
    on_pick: EventHandler<usize>,
) -> Element {
    rsx! {
        Sheet { title: tr!("unlock-switch"), on_close,
            Rows {
                for (place, profile) in profiles.into_iter().enumerate() {
                    Row {
                        key: "{profile.id}",
                        lead: rsx! { Tile { face: Face::Monogram(profile.avatar.clone()) } },
                        name: profile.user.clone(),
                        meta: rsx! { bdi { "{profile.company}" } " · " bdi { "{profile.label}" } },
                        on_press: move |()| on_pick.call(place),
                    }
                }
            }
        }
    }
}
