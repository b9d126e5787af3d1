//! What the page's camera and pictures send: `shells/eye.js` is the other end.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use satchel_devices::barcode::{Code, FrameReader, Luma, read_still};
use serde_json::Value;

/// Pixels in grey.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    luma: Vec<u8>,
    width: u32,
    height: u32,
}

/// One message of the page.
#[derive(Clone, PartialEq, Eq)]
pub enum Seen {
    /// The camera shows its picture.
    Ready {
        /// It has a light that can be switched.
        torch: bool,
    },
    /// A picture was chosen and is being read.
    Reading,
    /// A frame, or a still picture.
    Pixels(Pixels),
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
            Self::Unreadable => crate::key!("picture-unreadable"),
            Self::NoCode => crate::key!("picture-no-code"),
        }
    }
}

impl Seen {
    /// Understands a message; anything else than `eye.js` sends is none.
    pub fn read(message: &Value) -> Option<Self> {
        if let Some(trouble) = message.get("trouble") {
            return Some(Self::Trouble(match trouble.as_str()? {
                "denied" => Trouble::Denied,
                "busy" => Trouble::Busy,
                "unplugged" => Trouble::Unplugged,
                "unreadable" => Trouble::Unreadable,
                _ => Trouble::NoCamera,
            }));
        }
        if message.get("ready").is_some() {
            let torch = message.get("torch").and_then(Value::as_bool).unwrap_or_default();
            return Some(Self::Ready { torch });
        }
        if message.get("reading").is_some() {
            return Some(Self::Reading);
        }
        let side = |name| u32::try_from(message.get(name)?.as_u64()?).ok();
        let luma = STANDARD.decode(message.get("luma")?.as_str()?).ok()?;
        Some(Self::Pixels(Pixels { luma, width: side("width")?, height: side("height")? }))
    }
}

impl Pixels {
    /// The codes in a still picture.
    pub fn codes(&self) -> Vec<Code> {
        Luma::new(&self.luma, self.width, self.height)
            .map_or_else(|_| Vec::new(), |l| read_still(&l))
    }

    /// What a camera's reader finds in this frame.
    pub fn next_in(&self, reader: &mut FrameReader) -> Option<Code> {
        reader.read(&Luma::new(&self.luma, self.width, self.height).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn what_the_page_sends_is_understood() {
        let read = |message| Seen::read(&message);
        assert!(read(json!({"ready": true, "torch": true})) == Some(Seen::Ready { torch: true }));
        assert!(read(json!({"trouble": "busy"})) == Some(Seen::Trouble(Trouble::Busy)));
        let frame = read(json!({"width": 2, "height": 1, "luma": "AP8="}));
        let Some(Seen::Pixels(pixels)) = frame else { panic!("no frame") };
        assert_eq!((pixels.luma.as_slice(), pixels.width), ([0, 255].as_slice(), 2));
        assert!(pixels.codes().is_empty());
    }

    proptest! {
        #[test]
        fn any_message_is_a_frame_or_nothing(
            width in any::<i64>(), height in any::<u64>(), luma in "[A-Za-z0-9+/=]{0,40}",
        ) {
            let message = json!({"width": width, "height": height, "luma": luma});
            if let Some(Seen::Pixels(pixels)) = Seen::read(&message) {
                prop_assert_eq!(pixels.next_in(&mut FrameReader::new()), None);
            }
        }
    }
}
