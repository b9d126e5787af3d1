//! The way into Java and back.

// What Java loads and calls is reached by symbol and by pointer.
#![allow(unsafe_code)]

use super::{biometrics, permission, places};
use crate::{arrivals, background};
use jni::errors::{Error, LogErrorAndDefault};
use jni::objects::{JByteArray, JClass, JString};
use jni::refs::Global;
use jni::strings::JNIStr;
use jni::sys::{self, jboolean, jdouble, jfloat, jint, jlong};
use jni::{Env, JavaVM, NativeMethod, jni_str, native_method};
use std::ffi::c_void;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use zeroize::Zeroizing;

/// The classes that are called. A thread made by Rust finds only the platform's own by name, so these are
/// looked up once, with the loader of the app.
pub(crate) struct Classes {
    pub(crate) biometrics: Global<JClass<'static>>,
    pub(crate) permissions: Global<JClass<'static>>,
    pub(crate) phone: Global<JClass<'static>>,
    pub(crate) places: Global<JClass<'static>>,
    pub(crate) printer: Global<JClass<'static>>,
    pub(crate) reminders: Global<JClass<'static>>,
    pub(crate) sheet: Global<JClass<'static>>,
    pub(crate) sync_job: Global<JClass<'static>>,
}

static CLASSES: OnceLock<Classes> = OnceLock::new();
static BLE: AtomicBool = AtomicBool::new(false);

/// Whether btleplug found a radio when the library was loaded.
pub(crate) fn has_ble() -> bool {
    BLE.load(Ordering::Relaxed)
}

/// A call of a static Java method: class, name, descriptor, arguments.
macro_rules! java {
    ($env:expr, $class:expr, $name:literal, $signature:literal, [$($argument:expr),*]) => {
        $env.call_static_method($class, jni::jni_str!($name), jni::jni_sig!($signature), &[$($argument),*])
    };
}
pub(crate) use java;

/// Java could not be asked, or broke down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the phone did not answer")]
pub(crate) struct NoAnswer;

/// Asks Java, on whatever thread this is.
///
/// # Errors
/// [`NoAnswer`]; why is in the log.
pub(crate) fn call<T>(
    work: impl FnOnce(&mut Env<'_>, &Classes) -> Result<T, Error>,
) -> Result<T, NoAnswer> {
    let failed = |error: Error| {
        tracing::warn!(%error, "a call into Java failed");
        NoAnswer
    };
    let machine = JavaVM::singleton().map_err(failed)?;
    let classes = CLASSES.get().ok_or(NoAnswer)?;
    machine.attach_current_thread(|env| work(env, classes)).map_err(failed)
}

/// Android calls this when it has loaded the library, with the loader of the class that asked for it.
#[unsafe(no_mangle)]
pub extern "system" fn JNI_OnLoad(machine: *mut sys::JavaVM, _reserved: *mut c_void) -> jint {
    if machine.is_null() {
        return sys::JNI_ERR;
    }
    // SAFETY: Android hands over its one machine, which lives as long as the process.
    let machine = unsafe { JavaVM::from_raw(machine) };
    match machine.attach_current_thread(load) {
        Ok(()) => sys::JNI_VERSION_1_6,
        Err(error) => {
            eprintln!("satchel: the Java classes do not fit: {error}");
            sys::JNI_ERR
        }
    }
}

/// Keeps [`JNI_OnLoad`] in the library. `main` calls it; nothing else names the symbol.
pub(crate) fn keep_entry() {
    std::hint::black_box(JNI_OnLoad as extern "system" fn(_, _) -> _);
}

fn load(env: &mut Env<'_>) -> Result<(), Error> {
    let classes = Classes {
        biometrics: class(env, jni_str!("app/satchel/phone/Biometrics"))?,
        permissions: class(env, jni_str!("app/satchel/phone/Permissions"))?,
        phone: class(env, jni_str!("app/satchel/phone/Phone"))?,
        places: class(env, jni_str!("app/satchel/phone/Places"))?,
        printer: class(env, jni_str!("app/satchel/phone/SerialPrinter"))?,
        reminders: class(env, jni_str!("app/satchel/phone/Reminders"))?,
        sheet: class(env, jni_str!("app/satchel/phone/ShareSheet"))?,
        sync_job: class(env, jni_str!("app/satchel/phone/SyncJob"))?,
    };
    let native = env.find_class(jni_str!("app/satchel/phone/Native"))?;
    // SAFETY: `native_method!` checks each function against its signature while compiling, and the check of
    // the Java classes compares the signatures with the Java.
    unsafe { env.register_native_methods(&native, &NATIVES)? };
    // Loaded twice, the first classes stay: they are the same.
    let _ = CLASSES.set(classes);
    match btleplug::platform::init(env) {
        Ok(()) => BLE.store(true, Ordering::Relaxed),
        Err(error) => tracing::warn!(%error, "no Bluetooth Low Energy"),
    }
    Ok(())
}

fn class(env: &mut Env<'_>, name: &JNIStr) -> Result<Global<JClass<'static>>, Error> {
    let found = env.find_class(name)?;
    env.new_global_ref(found)
}

const NATIVES: [NativeMethod<'static>; 6] = [
    native_method! {
        static = true,
        name = "fix",
        sig = (
            latitude: jdouble, longitude: jdouble, accuracy: jfloat, altitude: jdouble, speed: jfloat,
            satellites: jboolean, utc_millis: jlong, simulated: jboolean
        ) -> (),
        fn = fix,
        error_policy = LogErrorAndDefault,
    },
    native_method! {
        static = true,
        name = "noFix",
        sig = (reason: jint) -> (),
        fn = no_fix,
        error_policy = LogErrorAndDefault,
    },
    native_method! {
        static = true,
        name = "answered",
        sig = (request: jint, answer: jint) -> (),
        fn = answered,
        error_policy = LogErrorAndDefault,
    },
    native_method! {
        static = true,
        name = "known",
        sig = (request: jint, end: jint, secret: jbyte[]) -> (),
        fn = known,
        error_policy = LogErrorAndDefault,
    },
    native_method! {
        static = true,
        name = "opened",
        sig = (what: JString) -> (),
        fn = opened,
        error_policy = LogErrorAndDefault,
    },
    native_method! {
        static = true,
        name = "round",
        sig = (seconds: jint) -> jboolean,
        fn = round,
        error_policy = LogErrorAndDefault,
    },
];

#[allow(clippy::too_many_arguments, reason = "one Java signature")]
fn fix<'local>(
    _env: &mut Env<'local>,
    _class: JClass<'local>,
    latitude: jdouble,
    longitude: jdouble,
    accuracy: jfloat,
    altitude: jdouble,
    speed: jfloat,
    satellites: jboolean,
    utc_millis: jlong,
    simulated: jboolean,
) -> Result<(), Error> {
    let told = places::Told {
        latitude,
        longitude,
        accuracy_m: accuracy.into(),
        altitude_m: altitude,
        speed_m_s: speed.into(),
        satellites,
        utc_millis,
        simulated,
    };
    places::fix(&told);
    Ok(())
}

fn no_fix<'local>(_: &mut Env<'local>, _: JClass<'local>, reason: jint) -> Result<(), Error> {
    places::no_fix(reason);
    Ok(())
}

fn answered<'local>(
    _: &mut Env<'local>,
    _: JClass<'local>,
    request: jint,
    answer: jint,
) -> Result<(), Error> {
    permission::answered(request, answer);
    Ok(())
}

fn known<'local>(
    env: &mut Env<'local>,
    _: JClass<'local>,
    request: jint,
    end: jint,
    secret: JByteArray<'local>,
) -> Result<(), Error> {
    biometrics::known(request, end, Zeroizing::new(env.convert_byte_array(&secret)?));
    Ok(())
}

fn opened<'local>(
    env: &mut Env<'local>,
    _: JClass<'local>,
    what: JString<'local>,
) -> Result<(), Error> {
    arrivals::arrived(what.try_to_string(env)?);
    Ok(())
}

fn round<'local>(_: &mut Env<'local>, _: JClass<'local>, seconds: jint) -> Result<jboolean, Error> {
    let most = Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
    Ok(background::round(most))
}
