//! Reminders that outlive the app: Java keeps the plan and has the system wake it.

use super::bridge::java;
use super::call;
use crate::reminders::{MOST, Reminder, Reminders};
use serde_json::{Value, json};

/// The system's alarms and notifications.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemReminders;

impl Reminders for SystemReminders {
    fn plan(&self, channel: &str, reminders: &[Reminder]) {
        let plan = Value::Array(reminders.iter().take(MOST).map(row).collect()).to_string();
        // Why it failed is in the log; the entries are in the app all the same.
        let _ = call(|env, classes| {
            let (channel, plan) = (env.new_string(channel)?, env.new_string(&plan)?);
            java!(
                env,
                &classes.reminders,
                "plan",
                "(Ljava/lang/String;Ljava/lang/String;)V",
                [(&channel).into(), (&plan).into()]
            )
            .map(drop)
        });
    }
}

/// As `Reminders.java` reads it; times in milliseconds since 1970.
fn row(reminder: &Reminder) -> Value {
    json!({
        "id": reminder.id,
        "at": reminder.at.timestamp_millis(),
        "until": reminder.until.timestamp_millis(),
        "title": reminder.title,
        "text": reminder.text,
        "link": reminder.link,
    })
}
