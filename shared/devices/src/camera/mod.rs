//! The camera of a machine whose webview has none: frames in grey, and why there are none.
//!
//! Phones show their camera in the page itself. On the desktop it is read here and shown to the page.

pub mod contract;
pub mod film;
mod pixels;
#[cfg(all(target_os = "linux", feature = "camera"))]
pub mod v4l;

pub use pixels::{PixelFormat, luma_of};

use std::ops::ControlFlow;

/// One picture in 8-bit grey, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// A byte a pixel; `width * height` of them.
    pub luma: Vec<u8>,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// Why there is no picture, or none any more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CameraError {
    /// No camera is there.
    #[error("there is no camera")]
    None,
    /// The system does not let this user near it.
    #[error("the camera may not be used")]
    Denied,
    /// Another program holds it.
    #[error("the camera is in use")]
    Busy,
    /// It went away while it was used.
    #[error("the camera went away")]
    Gone,
    /// It gives pictures of a kind nobody here understands.
    #[error("the camera's pictures cannot be read: {0}")]
    Pictures(String),
    /// Something else, as the system says it.
    #[error("the camera: {0}")]
    Other(String),
}

impl CameraError {
    /// The key of the sentence for the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::None | Self::Pictures(_) | Self::Other(_) => "camera-none",
            Self::Denied => "camera-denied",
            Self::Busy => "camera-busy",
            Self::Gone => "camera-unplugged",
        }
    }
}

/// A camera that can be opened.
pub trait CameraSource: Send + Sync + std::fmt::Debug {
    /// Opens it and hands over each frame as it comes, until `take` breaks off. It blocks: call it on
    /// a thread of its own.
    ///
    /// # Errors
    /// [`CameraError`] when it does not open or ends by itself.
    fn watch(&self, take: &mut dyn FnMut(Frame) -> ControlFlow<()>) -> Result<(), CameraError>;
}

/// Frames from memory, then an error: for tests.
#[derive(Debug, Clone)]
pub struct FakeCamera {
    /// What it shows, once.
    pub frames: Vec<Frame>,
    /// How it ends.
    pub end: CameraError,
}

impl CameraSource for FakeCamera {
    fn watch(&self, take: &mut dyn FnMut(Frame) -> ControlFlow<()>) -> Result<(), CameraError> {
        for frame in &self.frames {
            if take(frame.clone()).is_break() {
                return Ok(());
            }
        }
        Err(self.end.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fake_keeps_the_contract() {
        let frame = Frame { luma: vec![7; 6], width: 3, height: 2 };
        contract::check(&FakeCamera { frames: vec![frame; 3], end: CameraError::Gone });
        for end in [CameraError::None, CameraError::Denied, CameraError::Busy] {
            let closed = FakeCamera { frames: Vec::new(), end: end.clone() };
            contract::check_closed(&closed, &end);
        }
    }

    #[test]
    fn a_fake_shows_its_frames_until_it_is_told_to_stop_or_ends() {
        let frame = Frame { luma: vec![0], width: 1, height: 1 };
        let fake = FakeCamera { frames: vec![frame; 3], end: CameraError::Gone };
        let mut seen = 0;
        let watched = fake.watch(&mut |_| {
            seen += 1;
            if seen == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((watched, seen), (Ok(()), 2));
        assert_eq!(fake.watch(&mut |_| ControlFlow::Continue(())), Err(CameraError::Gone));
    }
}
