//! What btleplug's errors mean for a print.

use crate::printing::link::LinkError;
use btleplug::Error;

/// What an error means wherever it comes from.
pub(super) fn reason(error: &Error) -> LinkError {
    tracing::debug!(%error, "Bluetooth");
    match error {
        Error::PermissionDenied => LinkError::NotAllowed,
        // Android's scanner throws it through as it is.
        Error::RuntimeError(text) if text.contains("SecurityException") => LinkError::NotAllowed,
        Error::DeviceNotFound => LinkError::NotFound,
        Error::NoAdapterAvailable => LinkError::NoRadio,
        Error::TimedOut(_) => LinkError::TimedOut,
        Error::NotSupported(_) => LinkError::Unsupported,
        Error::NoSuchCharacteristic | Error::UnexpectedCharacteristic => LinkError::NotAPrinter,
        Error::Other(inner) => other(inner.as_ref()),
        _ => LinkError::Dropped,
    }
}

/// What an error means while nobody is connected yet.
pub(super) fn connecting(error: &Error) -> LinkError {
    match reason(error) {
        LinkError::Dropped => LinkError::Refused,
        // A device that is off or away does not answer at all.
        LinkError::TimedOut => LinkError::NotFound,
        other => other,
    }
}

/// What an error means while bytes go out: its services go away with a device.
pub(super) fn writing(error: &Error) -> LinkError {
    match reason(error) {
        kept @ (LinkError::NotAllowed | LinkError::TimedOut | LinkError::RadioOff) => kept,
        _ => LinkError::Dropped,
    }
}

#[cfg(target_os = "linux")]
fn other(error: &(dyn std::error::Error + Send + Sync + 'static)) -> LinkError {
    use bluez_async::BluetoothError;
    match error.downcast_ref::<BluetoothError>() {
        Some(BluetoothError::NoBluetoothAdapters) => LinkError::NoRadio,
        Some(BluetoothError::ServiceDiscoveryTimedOut) => LinkError::TimedOut,
        Some(BluetoothError::DbusError(error)) => named(error.name().unwrap_or_default()),
        _ => LinkError::Dropped,
    }
}

#[cfg(not(target_os = "linux"))]
fn other(_: &(dyn std::error::Error + Send + Sync + 'static)) -> LinkError {
    LinkError::Dropped
}

/// The names of BlueZ (doc/org.bluez.*.rst) and of the D-Bus specification.
#[cfg(target_os = "linux")]
fn named(name: &str) -> LinkError {
    let (family, own) = name.rsplit_once('.').unwrap_or_default();
    match (family, own) {
        ("org.bluez.Error", "NotReady") => LinkError::RadioOff,
        (
            "org.bluez.Error",
            "NotAuthorized"
            | "NotPermitted"
            | "AuthenticationFailed"
            | "AuthenticationRejected"
            | "AuthenticationCanceled",
        )
        | ("org.freedesktop.DBus.Error", "AccessDenied" | "AuthFailed") => LinkError::NotAllowed,
        ("org.bluez.Error", "DoesNotExist")
        | ("org.freedesktop.DBus.Error", "UnknownObject" | "UnknownMethod") => LinkError::NotFound,
        ("org.bluez.Error", "AuthenticationTimeout")
        | ("org.freedesktop.DBus.Error", "NoReply" | "Timeout" | "TimedOut") => LinkError::TimedOut,
        (
            "org.freedesktop.DBus.Error",
            "ServiceUnknown" | "NameHasNoOwner" | "NoServer" | "FileNotFound" | "BadAddress",
        ) => LinkError::NoRadio,
        _ => LinkError::Dropped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_stage_gives_an_error_its_meaning() {
        let late = Error::TimedOut(Duration::ZERO);
        assert_eq!(connecting(&late), LinkError::NotFound);
        assert_eq!(writing(&late), LinkError::TimedOut);
        assert_eq!(connecting(&Error::NotConnected), LinkError::Refused);
        assert_eq!(writing(&Error::DeviceNotFound), LinkError::Dropped);
        assert_eq!(reason(&Error::PermissionDenied), LinkError::NotAllowed);
        let thrown = Error::RuntimeError("java.lang.SecurityException: no".to_owned());
        assert_eq!(connecting(&thrown), LinkError::NotAllowed);
        assert_eq!(reason(&Error::NoAdapterAvailable), LinkError::NoRadio);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_on_the_bus() {
        assert_eq!(named("org.bluez.Error.NotReady"), LinkError::RadioOff);
        assert_eq!(named("org.freedesktop.DBus.Error.ServiceUnknown"), LinkError::NoRadio);
        assert_eq!(named("org.freedesktop.DBus.Error.AccessDenied"), LinkError::NotAllowed);
        assert_eq!(named("org.bluez.Error.Failed"), LinkError::Dropped);
        assert_eq!(named(""), LinkError::Dropped);
    }
}
