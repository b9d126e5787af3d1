//! Positions from CLLocationManager.

// Every call into Objective-C is unsafe by its declaration.
#![allow(unsafe_code)]

use crate::location::{Fix, LocationSource, LocationTrouble, Provider, Whereabouts};
use crate::permission::Answer;
use chrono::{DateTime, Utc};
use dispatch2::DispatchQueue;
use objc2::rc::Retained;
use objc2::runtime::ProtocolObject;
use objc2::{MainThreadMarker, MainThreadOnly, define_class, msg_send};
use objc2_core_location::{
    CLAuthorizationStatus, CLLocation, CLLocationManager, CLLocationManagerDelegate,
    kCLLocationAccuracyBest,
};
use objc2_foundation::{NSArray, NSError, NSObject, NSObjectProtocol};
use std::cell::OnceCell;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicI32, Ordering};
use tokio::sync::watch;

/// Metres to move before the next fix is told: it spares the battery.
const METRES: f64 = 5.0;
/// `kCLErrorDenied` (CLError.h).
const ERROR_DENIED: isize = 1;

static KNOWN: LazyLock<watch::Sender<Whereabouts>> = LazyLock::new(watch::Sender::default);
/// The last `CLAuthorizationStatus` the system told.
static STATUS: AtomicI32 = AtomicI32::new(CLAuthorizationStatus::NotDetermined.0);
/// Counts the answers the system's question got.
pub(super) static ANSWERS: LazyLock<watch::Sender<u64>> = LazyLock::new(watch::Sender::default);

thread_local! {
    /// On the main thread alone. The manager holds its delegate weakly.
    static KEPT: OnceCell<(Retained<CLLocationManager>, Retained<Delegate>)> =
        const { OnceCell::new() };
}

define_class!(
    // SAFETY: NSObject asks nothing of its subclasses, and this one has no Drop.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    struct Delegate;

    // SAFETY: NSObjectProtocol asks nothing either.
    unsafe impl NSObjectProtocol for Delegate {}

    // SAFETY: the methods have the signatures of CLLocationManagerDelegate.
    unsafe impl CLLocationManagerDelegate for Delegate {
        #[unsafe(method(locationManager:didUpdateLocations:))]
        fn did_update(&self, _: &CLLocationManager, locations: &NSArray<CLLocation>) {
            // The newest is last.
            if let Some(fix) = locations.lastObject().and_then(|last| fix(&last)) {
                KNOWN.send_replace(Whereabouts { fix: Some(fix), trouble: None });
            }
        }

        #[unsafe(method(locationManager:didFailWithError:))]
        fn did_fail(&self, _: &CLLocationManager, error: &NSError) {
            // Other errors pass: the system goes on trying.
            if error.code() == ERROR_DENIED {
                trouble(LocationTrouble::Denied);
            }
        }

        #[unsafe(method(locationManagerDidChangeAuthorization:))]
        fn did_change(&self, manager: &CLLocationManager) {
            // SAFETY: the system calls this on the manager's own thread.
            let status = unsafe { manager.authorizationStatus() };
            STATUS.store(status.0, Ordering::Relaxed);
            ANSWERS.send_modify(|count| *count += 1);
            match status {
                CLAuthorizationStatus::AuthorizedAlways
                | CLAuthorizationStatus::AuthorizedWhenInUse => {
                    KNOWN.send_modify(|known| known.trouble = None);
                    // SAFETY: as above.
                    unsafe { manager.startUpdatingLocation() };
                }
                _ => trouble(LocationTrouble::Denied),
            }
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

fn trouble(why: LocationTrouble) {
    KNOWN.send_modify(|known| known.trouble = Some(why));
}

/// A location in our words. Below 0 the platform means "unknown" (CLLocation.h).
fn fix(location: &CLLocation) -> Option<Fix> {
    // SAFETY: a location is immutable.
    let (place, accuracy, altitude, altitude_accuracy, speed, seconds, source) = unsafe {
        (
            location.coordinate(),
            location.horizontalAccuracy(),
            location.altitude(),
            location.verticalAccuracy(),
            location.speed(),
            location.timestamp().timeIntervalSince1970(),
            location.sourceInformation(),
        )
    };
    let at = DateTime::<Utc>::from_timestamp_millis((seconds * 1000.0) as i64)?;
    if accuracy < 0.0 {
        // Latitude and longitude mean nothing then.
        return None;
    }
    let fix = Fix::at_degrees(place.latitude, place.longitude, accuracy, at)?;
    Some(Fix {
        altitude_m: (altitude_accuracy > 0.0).then_some(altitude),
        speed_m_s: (speed >= 0.0).then_some(speed),
        provider: Provider::Platform,
        // SAFETY: as the location.
        simulated: source.map(|source| unsafe { source.isSimulatedBySoftware() }),
        ..fix
    })
}

/// How the question for the position stands.
pub(super) fn state() -> Answer {
    match CLAuthorizationStatus(STATUS.load(Ordering::Relaxed)) {
        CLAuthorizationStatus::AuthorizedAlways | CLAuthorizationStatus::AuthorizedWhenInUse => {
            Answer::Granted
        }
        CLAuthorizationStatus::NotDetermined => Answer::NotAsked,
        _ => Answer::DeniedForEver,
    }
}

/// Has the system ask.
pub(super) fn ask() {
    DispatchQueue::main().exec_async(|| {
        KEPT.with(|kept| {
            if let Some((manager, _)) = kept.get() {
                // SAFETY: the manager lives on this thread.
                unsafe { manager.requestWhenInUseAuthorization() };
            }
        });
    });
}

/// The phone's position while the app is in use.
#[derive(Debug, Clone, Copy)]
pub struct Places;

impl Places {
    /// Begins to follow, or as soon as the permission is given. On the main thread, before the app's loop.
    pub fn follow() -> Self {
        match MainThreadMarker::new() {
            Some(main) => KEPT.with(|kept| {
                kept.get_or_init(|| begin(main));
            }),
            None => trouble(LocationTrouble::NoReceiver),
        }
        Self
    }
}

fn begin(main: MainThreadMarker) -> (Retained<CLLocationManager>, Retained<Delegate>) {
    let delegate = Delegate::new(main);
    // SAFETY: manager and delegate are made on the main thread and stay there; the pair is kept together, so
    // that the delegate outlives the weak reference to it.
    let manager = unsafe {
        let manager = CLLocationManager::new();
        manager.setDesiredAccuracy(kCLLocationAccuracyBest);
        manager.setDistanceFilter(METRES);
        // It tells the permission at once, and following begins there.
        manager.setDelegate(Some(ProtocolObject::from_ref(&*delegate)));
        manager
    };
    (manager, delegate)
}

impl LocationSource for Places {
    fn watch(&self) -> watch::Receiver<Whereabouts> {
        KNOWN.subscribe()
    }
}
