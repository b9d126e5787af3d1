//! The sentence before the system's question, and the way back from "never".

use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_devices::permission::{Answer, Permission, Permissions};
use std::sync::Arc;

/// The system's questions, in the context of every screen.
#[derive(Clone)]
pub struct Guard(pub Arc<dyn Permissions>);

/// Why something guarded is wanted, with the button that has the system ask, or that opens its settings where it
/// asks no more. Nothing once it is allowed, or put off.
#[component]
pub fn Permit(
    /// What is wanted.
    permission: Permission,
    /// What it is for here, where that is not what it is mostly for.
    #[props(default)]
    why: Option<String>,
) -> Element {
    // A shell that guards nothing gives no guard.
    match try_use_context() {
        Some(Guard(guard)) => rsx! { Question { permission, why, guard: Held(guard) } },
        None => VNode::empty(),
    }
}

/// The guard as a property: there is one a process.
#[derive(Clone)]
struct Held(Arc<dyn Permissions>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
fn Question(permission: Permission, why: Option<String>, guard: Held) -> Element {
    let Held(guard) = guard;
    let mut put_off = use_signal(|| false);
    let first = Arc::clone(&guard);
    let mut answer = use_signal(move || first.state(permission));
    let listener = Arc::clone(&guard);
    use_future(move || {
        let guard = Arc::clone(&listener);
        async move {
            let mut changes = guard.changes();
            while changes.changed().await.is_ok() {
                answer.set(guard.state(permission));
            }
        }
    });
    if put_off() || matches!(answer(), Answer::Granted) {
        return VNode::empty();
    }
    let for_ever = answer() == Answer::DeniedForEver;
    let (mostly, glyph) = match permission {
        Permission::Location => (tr!("permit-location"), Glyph::MapPin),
        Permission::Bluetooth => (tr!("permit-bluetooth"), Glyph::Printer),
        Permission::Notifications => (tr!("permit-notifications"), Glyph::Bell),
    };
    let asker = Arc::clone(&guard);
    rsx! {
        div { class: "s-pad grid gap-2 py-3",
            Note { glyph, text: why.unwrap_or(mostly) }
            if for_ever {
                p { class: "s-meta", {tr!("permit-for-ever")} }
            }
            Actions { even: true,
                Button {
                    label: tr!("permit-not-now"),
                    on_press: move |()| put_off.set(true),
                }
                if for_ever {
                    Button {
                        label: tr!("permit-settings"),
                        kind: ButtonKind::Accent,
                        on_press: move |()| guard.open_settings(),
                    }
                } else {
                    Button {
                        label: tr!("permit-allow"),
                        kind: ButtonKind::Accent,
                        on_press: move |()| asker.ask(permission),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;
    use satchel_devices::permission::FakePermissions;

    const ANSWERS: [Answer; 3] = [Answer::NotAsked, Answer::DeniedForEver, Answer::Granted];

    fn part<const AT: usize>() -> Element {
        let system = FakePermissions::default();
        system.put(Permission::Location, ANSWERS[AT], Answer::Granted);
        use_context_provider(|| Guard(Arc::new(system)));
        rsx! { Permit { permission: Permission::Location } }
    }

    fn shown(part: fn() -> Element) -> String {
        text(&render_at(Language::English, 100, part))
    }

    #[test]
    fn the_reason_comes_before_the_systems_question() {
        let asked = shown(part::<0>);
        assert!(asked.contains("where you were") && asked.contains("Allow"), "{asked}");
        assert!(!asked.contains("settings"), "{asked}");
    }

    #[test]
    fn never_has_a_way_back() {
        let asked = shown(part::<1>);
        assert!(asked.contains("Open the settings") && !asked.contains("Allow"), "{asked}");
    }

    #[test]
    fn what_is_allowed_is_not_spoken_of() {
        assert_eq!(shown(part::<2>), "");
    }
}
