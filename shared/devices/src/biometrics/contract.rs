//! What every keeper of secrets behind a finger must do, fake or real, while somebody says yes to each
//! question.

use super::{Biometrics, BiometricsError, MAX_SECRET_BYTES, Offer, Question};

/// Runs the suite.
///
/// # Panics
/// When `biometrics` breaks the contract.
#[allow(clippy::panic, clippy::expect_used, reason = "a contract suite speaks by panicking")]
pub fn check(biometrics: &dyn Biometrics) {
    let asked = Question { title: "Unlock Satchel".into(), other: "Use PIN".into() };
    assert_eq!(biometrics.offer(), Offer::Ready);
    assert_eq!(biometrics.open("contract-a", &asked).err(), Some(BiometricsError::Gone));
    biometrics.seal("contract-a", b"first", &asked).expect("is kept");
    biometrics.seal("contract-b", &[0xFF; MAX_SECRET_BYTES], &asked).expect("is kept");
    assert_eq!(**biometrics.open("contract-a", &asked).expect("opens"), *b"first");
    biometrics.seal("contract-a", b"second", &asked).expect("is kept");
    assert_eq!(**biometrics.open("contract-a", &asked).expect("opens"), *b"second");
    biometrics.forget("contract-a");
    biometrics.forget("contract-a");
    assert_eq!(biometrics.open("contract-a", &asked).err(), Some(BiometricsError::Gone));
    assert_eq!(biometrics.open("contract-b", &asked).expect("opens").len(), MAX_SECRET_BYTES);
    biometrics.forget("contract-b");
    let too_large = [0; MAX_SECRET_BYTES + 1];
    assert!(biometrics.seal("contract-c", &too_large, &asked).is_err());
    assert!(biometrics.seal("No Name", b"x", &asked).is_err());
}
