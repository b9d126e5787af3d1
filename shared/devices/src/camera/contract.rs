//! What every camera must do, fake or real.

use super::{CameraError, CameraSource};
use std::ops::ControlFlow;

/// Runs the suite on a camera that has at least three frames.
///
/// # Panics
/// When `camera` breaks the contract.
#[allow(clippy::unwrap_used, clippy::panic, reason = "a contract suite speaks by panicking")]
pub fn check(camera: &dyn CameraSource) {
    for wanted in [1, 3, 1] {
        let mut sizes = Vec::new();
        let ended = camera.watch(&mut |frame| {
            assert_eq!(frame.luma.len(), frame.width as usize * frame.height as usize);
            sizes.push((frame.width, frame.height));
            if sizes.len() == wanted { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(ended, Ok(()), "breaking off is no error, and it opens again afterwards");
        assert_eq!(sizes.len(), wanted, "no frame comes after the last");
        assert!(sizes.iter().all(|(width, height)| *width > 0 && *height > 0));
        sizes.dedup();
        assert_eq!(sizes.len(), 1, "all of one size");
    }
}

/// Runs the suite on a camera that does not open.
///
/// # Panics
/// When `camera` breaks the contract.
#[allow(clippy::unwrap_used, clippy::panic, reason = "a contract suite speaks by panicking")]
pub fn check_closed(camera: &dyn CameraSource, why: &CameraError) {
    for _ in 0..2 {
        let ended = camera.watch(&mut |_| panic!("a frame of a camera that is not there"));
        assert_eq!(ended.as_ref(), Err(why));
        assert!(why.message_id().starts_with("camera-"));
    }
}
