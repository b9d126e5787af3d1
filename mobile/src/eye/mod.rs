//! What the page's camera and pictures send: `shells/eye.js` is the other end of [`line::Line`].

pub mod camera;
pub mod line;

use satchel_devices::barcode::{Code, FrameReader, Luma, read_still};
use satchel_devices::camera::{CameraError, Frame};
use serde_json::Value;

/// Width and height in front of the pixels, each four bytes with the lowest first.
const HEAD: usize = 8;

/// One message of the page.
#[derive(Clone, PartialEq, Eq)]
pub enum Seen {
    /// The camera shows its picture.
    Ready {
        /// It has a light that can be switched.
        torch: bool,
    },
    /// A frame, or a still picture.
    Pixels(Frame),
    /// A frame of the app's own camera is drawn.
    Drawn,
    /// It does not work.
    Trouble(Trouble),
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no camera, or the shell has none.
    NoCamera,
    /// The rep or the phone forbids it.
    Denied,
    /// Another app holds it.
    Busy,
    /// It went away while it was used.
    Unplugged,
    /// What it sees does not get from the page to the app.
    Unreachable,
    /// The file is no picture.
    Unreadable,
    /// There is no code in the picture.
    NoCode,
}

impl Trouble {
    /// The key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoCamera => crate::key!("camera-none"),
            Self::Denied => crate::key!("camera-denied"),
            Self::Busy => crate::key!("camera-busy"),
            Self::Unplugged => crate::key!("camera-unplugged"),
            Self::Unreachable => crate::key!("camera-unreachable"),
            Self::Unreadable => crate::key!("picture-unreadable"),
            Self::NoCode => crate::key!("picture-no-code"),
        }
    }
}

impl From<CameraError> for Trouble {
    fn from(error: CameraError) -> Self {
        match error {
            CameraError::None | CameraError::Pictures(_) | CameraError::Other(_) => Self::NoCamera,
            CameraError::Denied => Self::Denied,
            CameraError::Busy => Self::Busy,
            CameraError::Gone => Self::Unplugged,
        }
    }
}

impl Seen {
    /// Understands a message in words; anything else than `eye.js` sends is none.
    pub fn words(message: &str) -> Option<Self> {
        let message: Value = serde_json::from_str(message).ok()?;
        if let Some(trouble) = message.get("trouble") {
            return Some(Self::Trouble(match trouble.as_str()? {
                "denied" => Trouble::Denied,
                "busy" => Trouble::Busy,
                "unplugged" => Trouble::Unplugged,
                "unreadable" => Trouble::Unreadable,
                _ => Trouble::NoCamera,
            }));
        }
        if message.get("drawn").is_some() {
            return Some(Self::Drawn);
        }
        message.get("ready")?;
        let torch = message.get("torch").and_then(Value::as_bool).unwrap_or_default();
        Some(Self::Ready { torch })
    }

    /// Understands a message of bytes: width, height and one byte a pixel, row by row from the top.
    pub fn bytes(message: &[u8]) -> Option<Self> {
        let (head, luma) = message.split_first_chunk::<HEAD>()?;
        let (width, height) = head.split_first_chunk::<4>()?;
        let width = u32::from_le_bytes(*width);
        let height = u32::from_le_bytes(height.try_into().ok()?);
        Some(Self::Pixels(Frame { luma: luma.to_vec(), width, height }))
    }
}

/// The codes in a still picture.
pub fn codes_in(picture: &Frame) -> Vec<Code> {
    Luma::new(&picture.luma, picture.width, picture.height)
        .map_or_else(|_| Vec::new(), |luma| read_still(&luma))
}

/// What a camera's reader finds in its next frame.
pub fn next_in(reader: &mut FrameReader, frame: &Frame) -> Option<Code> {
    reader.read(&Luma::new(&frame.luma, frame.width, frame.height).ok()?)
}

/// A frame as the page draws it: the same bytes as [`Seen::bytes`] takes.
pub fn bytes_of(frame: &Frame) -> Vec<u8> {
    [&frame.width.to_le_bytes(), &frame.height.to_le_bytes(), frame.luma.as_slice()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_the_page_sends_is_understood() {
        let ready = r#"{"ready": true, "torch": true}"#;
        assert!(Seen::words(ready) == Some(Seen::Ready { torch: true }));
        assert!(Seen::words(r#"{"trouble": "busy"}"#) == Some(Seen::Trouble(Trouble::Busy)));
        assert!(Seen::words("[]").is_none());
        let Some(Seen::Pixels(pixels)) = Seen::bytes(&[2, 0, 0, 0, 1, 0, 0, 0, 0, 255]) else {
            panic!("no frame")
        };
        assert_eq!((pixels.luma.as_slice(), pixels.width), ([0, 255].as_slice(), 2));
        assert!(codes_in(&pixels).is_empty());
        assert_eq!(bytes_of(&pixels), [2, 0, 0, 0, 1, 0, 0, 0, 0, 255]);
        assert!(Seen::bytes(&[2, 0, 0, 0, 1, 0, 0]).is_none());
    }

    proptest! {
        #[test]
        fn any_message_is_understood_or_nothing(
            words in "\\PC{0,40}",
            head in any::<[u8; 8]>(),
            small in (0u32..40, 0u32..40),
            luma in prop::collection::vec(any::<u8>(), 0..1600),
        ) {
            let _ = Seen::words(&words);
            let exact = [small.0.to_le_bytes(), small.1.to_le_bytes()].concat();
            for head in [head.to_vec(), exact] {
                let message = [head, luma.clone()].concat();
                if let Some(Seen::Pixels(pixels)) = Seen::bytes(&message) {
                    let _ = next_in(&mut FrameReader::new(), &pixels);
                    prop_assert_eq!(bytes_of(&pixels), message);
                }
            }
        }
    }
}
