//! What the settings of reminders look like.

use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::screens::permit::Permit;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{LEADS, ReminderSettings};
use satchel_devices::permission::Permission;

/// Minutes of an hour and of a day.
const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

#[component]
pub(super) fn View(
    shown: Asked<ReminderSettings>,
    wrong: Option<Problem>,
    on_set: EventHandler<ReminderSettings>,
    on_back: EventHandler<()>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("reminders-title"), on_back }
            Body {
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 4 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("reminders-failed"), text: problem.words() }
                    },
                    Asked::Ready(settings) => rsx! {
                        if settings.on {
                            Permit {
                                permission: Permission::Notifications,
                                why: tr!("permit-reminders"),
                            }
                        }
                        Switches { settings, on_set }
                        if settings.on {
                            Leads { settings, on_set }
                        }
                    },
                }
                if let Some(problem) = wrong {
                    div { class: "s-pad pb-6",
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                    }
                }
            }
        }
    }
}

#[component]
fn Switches(settings: ReminderSettings, on_set: EventHandler<ReminderSettings>) -> Element {
    rsx! {
        Rows { full: true,
            Row {
                name: tr!("reminders-events"),
                end: rsx! {
                    Switch {
                        name: tr!("reminders-events"),
                        on: settings.on,
                        on_turn: move |on| on_set.call(ReminderSettings { on, ..settings }),
                    }
                },
                below: rsx! { {tr!("reminders-events-text")} },
            }
            if settings.on {
                Row {
                    name: tr!("reminders-tasks"),
                    end: rsx! {
                        Switch {
                            name: tr!("reminders-tasks"),
                            on: settings.tasks,
                            on_turn: move |tasks| on_set.call(ReminderSettings { tasks, ..settings }),
                        }
                    },
                    below: rsx! { {tr!("reminders-tasks-text")} },
                }
            }
        }
    }
}

#[component]
fn Leads(settings: ReminderSettings, on_set: EventHandler<ReminderSettings>) -> Element {
    rsx! {
        Section { title: tr!("reminders-lead") }
        div { role: "group", "aria-label": tr!("reminders-lead"),
            Rows { full: true,
                for lead in LEADS {
                    Row {
                        key: "{lead}",
                        name: lead_words(lead),
                        end: (lead == settings.lead)
                            .then(|| rsx! { Icon { glyph: Glyph::Check, class: "text-accent-ink" } }),
                        on_press: move |()| on_set.call(ReminderSettings { lead, ..settings }),
                    }
                }
            }
        }
        div { class: "h-6" }
    }
}

/// How long before, in words.
fn lead_words(minutes: u32) -> String {
    match minutes {
        DAY => tr!("reminders-lead-day"),
        minutes if minutes >= HOUR => tr!("reminders-lead-hours", hours: minutes / HOUR),
        minutes => tr!("reminders-lead-minutes", minutes: minutes),
    }
}
