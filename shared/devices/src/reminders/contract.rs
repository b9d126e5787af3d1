//! What every way to remind must do, fake or real.

use super::{MOST, Reminder, Reminders};
use crate::clock::{Clock, FakeClock};
use chrono::TimeDelta;
use std::sync::Arc;

/// The platform around the reminders, as a test can move it.
pub trait Stage {
    /// The clock the platform goes by.
    fn clock(&self) -> &FakeClock;

    /// The reminders as a new start of the app finds them; those of the last start have ended with it.
    fn start(&mut self) -> Arc<dyn Reminders>;

    /// The headings told since last asked, once nothing more is due.
    fn told(&mut self) -> Vec<String>;
}

/// One that is called `title`, due `after` minutes from now for a quarter of an hour.
fn reminder(clock: &FakeClock, title: &str, after: i64) -> Reminder {
    let at = clock.now() + TimeDelta::minutes(after);
    Reminder {
        id: format!("{title} {}", at.timestamp()),
        at,
        until: at + TimeDelta::minutes(15),
        title: title.to_owned(),
        text: "09:00 · <Tasca & Co>".to_owned(),
        link: "satchel://event/server%3AEV1".to_owned(),
    }
}

fn pass(stage: &dyn Stage, minutes: u64) {
    stage.clock().advance_ms(minutes * 60_000);
}

/// Runs the suite.
///
/// # Panics
/// When the reminders break the contract.
#[allow(clippy::panic, reason = "a contract suite speaks by panicking")]
pub fn check(stage: &mut dyn Stage) {
    let app = stage.start();
    let one = |stage: &dyn Stage, title: &str, after| reminder(stage.clock(), title, after);
    let (over, due) = (one(stage, "over", -60), one(stage, "due", -1));
    let (soon, later, gone) =
        (one(stage, "soon", 30), one(stage, "later", 45), one(stage, "gone", 30));
    let planned = [over, due, soon, later, gone];
    app.plan("Reminders", &planned);
    assert_eq!(stage.told(), ["due"], "what is due is told, what is over is not");

    let [over, due, soon, later, _] = planned;
    app.plan("Reminders", &[over.clone(), due.clone(), soon.clone(), later.clone()]);
    assert!(stage.told().is_empty(), "planned again, nothing is told again");

    pass(stage, 31);
    assert_eq!(stage.told(), ["soon"], "its time has come; what was taken out is not told");

    drop(app);
    let app = stage.start();
    let moved = Reminder { at: soon.at + TimeDelta::minutes(5), ..soon };
    app.plan("Reminders", &[over, due, moved, later]);
    pass(stage, 6);
    assert!(
        stage.told().is_empty(),
        "a new start of the app tells nothing twice, nor another lead"
    );
    pass(stage, 9);
    assert_eq!(stage.told(), ["later"]);

    app.plan("Reminders", &[]);
    pass(stage, 60);
    assert!(stage.told().is_empty());

    let many: Vec<Reminder> = (0..MOST + 5).map(|n| one(stage, &format!("{n:03}"), 10)).collect();
    app.plan("Reminders", &many);
    pass(stage, 11);
    let mut told = stage.told();
    told.sort();
    let first: Vec<String> = many.into_iter().take(MOST).map(|reminder| reminder.title).collect();
    assert_eq!(told, first, "as many as every platform takes");
}
