//! Reminders that outlive the app: the system's notification centre keeps and tells them.

#![allow(unsafe_code)]

use super::places::ANSWERS;
use crate::arrivals;
use crate::clock::Clock;
use crate::permission::Answer;
use crate::reminders::told::Told;
use crate::reminders::{MOST, Reminder, Reminders};
use block2::{DynBlock, RcBlock};
use chrono::{DateTime, TimeDelta, Utc};
use objc2::rc::Retained;
use objc2::runtime::{Bool, ProtocolObject};
use objc2::{MainThreadMarker, MainThreadOnly, define_class, msg_send};
use objc2_foundation::{NSDictionary, NSError, NSObject, NSObjectProtocol, NSString};
use objc2_user_notifications::{
    UNAuthorizationOptions, UNAuthorizationStatus, UNMutableNotificationContent, UNNotification,
    UNNotificationPresentationOptions, UNNotificationRequest, UNNotificationResponse,
    UNNotificationSettings, UNNotificationSound, UNTimeIntervalNotificationTrigger,
    UNUserNotificationCenter, UNUserNotificationCenterDelegate,
};
use std::cell::OnceCell;
use std::path::Path;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The file in the app's folder with what the system was asked to tell.
const FILE: &str = "reminded";
/// The key of the link in a request's `userInfo`.
const LINK: &str = "link";
/// The least a trigger waits: it takes no time that has come.
const SOONEST: TimeDelta = TimeDelta::seconds(1);

/// The last `UNAuthorizationStatus` the system told.
static STATUS: AtomicIsize = AtomicIsize::new(UNAuthorizationStatus::NotDetermined.0);

thread_local! {
    /// On the main thread alone. The centre holds its delegate weakly.
    static KEPT: OnceCell<Retained<Delegate>> = const { OnceCell::new() };
}

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no Drop.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    struct Delegate;

    // SAFETY: NSObjectProtocol asks nothing either.
    unsafe impl NSObjectProtocol for Delegate {}

    // SAFETY: the methods have the signatures of UNUserNotificationCenterDelegate.
    unsafe impl UNUserNotificationCenterDelegate for Delegate {
        #[unsafe(method(userNotificationCenter:willPresentNotification:withCompletionHandler:))]
        fn will_present(
            &self,
            _: &UNUserNotificationCenter,
            _: &UNNotification,
            done: &DynBlock<dyn Fn(UNNotificationPresentationOptions)>,
        ) {
            // While the app is on the screen, too.
            done.call((UNNotificationPresentationOptions::Banner
                | UNNotificationPresentationOptions::List
                | UNNotificationPresentationOptions::Sound,));
        }

        #[unsafe(method(userNotificationCenter:didReceiveNotificationResponse:withCompletionHandler:))]
        fn did_receive(
            &self,
            _: &UNUserNotificationCenter,
            response: &UNNotificationResponse,
            done: &DynBlock<dyn Fn()>,
        ) {
            let said = response.notification().request().content().userInfo();
            let link = said.objectForKey(&NSString::from_str(LINK));
            if let Some(link) = link.and_then(|link| link.downcast::<NSString>().ok()) {
                arrivals::arrived(link.to_string());
            }
            done.call(());
        }
    }
);

impl Delegate {
    fn new(main: MainThreadMarker) -> Retained<Self> {
        let made = Self::alloc(main).set_ivars(());
        // SAFETY: NSObject's init has this signature.
        unsafe { msg_send![super(made), init] }
    }
}

/// Listens for presses. Once, on the main thread, before the app's loop begins: a press may have started it.
pub fn register() {
    let Some(main) = MainThreadMarker::new() else { return };
    KEPT.with(|kept| {
        let delegate = kept.get_or_init(|| Delegate::new(main));
        let centre = UNUserNotificationCenter::currentNotificationCenter();
        centre.setDelegate(Some(ProtocolObject::from_ref(&**delegate)));
    });
    ask_state();
}

/// Has the system tell how its question stands.
fn ask_state() {
    let told = RcBlock::new(|settings: NonNull<UNNotificationSettings>| {
        // SAFETY: the system hands over live settings for the time of the call.
        let status = unsafe { settings.as_ref() }.authorizationStatus();
        STATUS.store(status.0, Ordering::Relaxed);
        ANSWERS.send_modify(|count| *count += 1);
    });
    UNUserNotificationCenter::currentNotificationCenter()
        .getNotificationSettingsWithCompletionHandler(&told);
}

/// How the question for notifications stands.
pub(super) fn state() -> Answer {
    match UNAuthorizationStatus(STATUS.load(Ordering::Relaxed)) {
        UNAuthorizationStatus::NotDetermined => Answer::NotAsked,
        UNAuthorizationStatus::Denied => Answer::DeniedForEver,
        _ => Answer::Granted,
    }
}

/// Has the system ask.
pub(super) fn ask() {
    let answered = RcBlock::new(|_: Bool, _: *mut NSError| ask_state());
    UNUserNotificationCenter::currentNotificationCenter()
        .requestAuthorizationWithOptions_completionHandler(
            UNAuthorizationOptions::Alert | UNAuthorizationOptions::Sound,
            &answered,
        );
}

/// The notification centre.
pub struct SystemReminders {
    clock: Arc<dyn Clock>,
    told: Mutex<Told>,
}

impl SystemReminders {
    /// `folder` is the app's own.
    pub fn new(clock: Arc<dyn Clock>, folder: &Path) -> Self {
        Self { clock, told: Mutex::new(Told::open(folder.join(FILE))) }
    }
}

impl std::fmt::Debug for SystemReminders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SystemReminders").finish_non_exhaustive()
    }
}

impl Reminders for SystemReminders {
    fn plan(&self, _: &str, reminders: &[Reminder]) {
        let now = self.clock.now();
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.forget_later(now);
        let centre = UNUserNotificationCenter::currentNotificationCenter();
        centre.removeAllPendingNotificationRequests();
        for reminder in reminders.iter().take(MOST) {
            // What the system was asked to tell at a time that has come, it has told.
            if reminder.until <= now || told.has(&reminder.id, now) {
                continue;
            }
            // What is due is told in a moment, and counts as told only then: planned again before, it is asked
            // for again.
            let at = reminder.at.max(now.checked_add_signed(SOONEST).unwrap_or(now));
            centre.addNotificationRequest_withCompletionHandler(&request(reminder, at, now), None);
            told.note(&reminder.id, at, reminder.until);
        }
        told.keep(now);
    }
}

fn request(
    reminder: &Reminder,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Retained<UNNotificationRequest> {
    let content = UNMutableNotificationContent::new();
    content.setTitle(&NSString::from_str(&reminder.title));
    content.setBody(&NSString::from_str(&reminder.text));
    content.setSound(Some(&UNNotificationSound::defaultSound()));
    let (key, link) = (NSString::from_str(LINK), NSString::from_str(&reminder.link));
    let said = NSDictionary::from_slices(&[&*key], &[&*link]);
    // SAFETY: a dictionary of strings is what `userInfo` may hold; the cast forgets only that they are strings.
    unsafe { content.setUserInfo(said.cast_unchecked()) };
    let wait = at.signed_duration_since(now).max(SOONEST).as_seconds_f64();
    let trigger = UNTimeIntervalNotificationTrigger::triggerWithTimeInterval_repeats(wait, false);
    UNNotificationRequest::requestWithIdentifier_content_trigger(
        &NSString::from_str(&reminder.id),
        &content,
        Some(&trigger),
    )
}
