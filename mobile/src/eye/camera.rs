//! Watching a camera: the page's own, or one of this machine where the page has none.

use super::line::{Line, Page, Tell};
use super::{Seen, Trouble, next_in};
use dioxus::prelude::document;
use satchel_app::views::ScanSettings;
use satchel_devices::barcode::{Code, FrameReader};
use satchel_devices::camera::{CameraSource, Frame};
use std::ops::ControlFlow;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::watch::{Receiver, channel};

/// The camera of this machine, where the shell's page has none of its own.
#[derive(Debug, Clone, Default)]
pub struct OwnCamera(pub Option<Arc<dyn CameraSource>>);

/// What a screen hears of its camera.
pub trait Watcher {
    /// The picture is there; `torch` says whether there is a light.
    fn ready(&mut self, torch: bool);

    /// A code came into view; answers whether an item has it.
    fn code(&mut self, code: Code) -> bool;
}

/// Shows a camera in the element of that id and reads it until it ends; says why it did.
pub async fn watch(
    own: OwnCamera,
    id: &str,
    settings: &ScanSettings,
    wished: UnboundedReceiver<Tell>,
    watcher: &mut impl Watcher,
) -> Trouble {
    let function = if own.0.is_some() { "screen" } else { "camera" };
    let ScanSettings { sound, shake, .. } = settings;
    let Ok(line) = Line::open().await.inspect_err(|error| tracing::warn!(%error, "no line")) else {
        return Trouble::Unreachable;
    };
    document::eval(&format!(
        "window.satchelEye.{function}('{id}', '{}', {{ sound: {sound}, shake: {shake} }});",
        line.address(),
    ));
    let Ok(page) = line.page().await.inspect_err(|error| tracing::warn!(%error, "no page")) else {
        return Trouble::Unreachable;
    };
    match own.0 {
        Some(camera) => watch_own(page, camera, watcher).await,
        None => watch_page(page, wished, watcher).await,
    }
}

/// Reads the frames the page sends, the next when the last was read.
async fn watch_page(
    mut page: Page,
    mut wished: UnboundedReceiver<Tell>,
    watcher: &mut impl Watcher,
) -> Trouble {
    let mut reader = FrameReader::new();
    loop {
        let seen = tokio::select! {
            seen = page.next() => seen,
            Some(wish) = wished.recv() => match page.tell(wish).await {
                Ok(()) => continue,
                Err(_) => None,
            },
        };
        match seen {
            Some(Seen::Ready { torch }) => watcher.ready(torch),
            Some(Seen::Pixels(frame)) => {
                let Some((back, code)) = read(reader, frame).await else {
                    return Trouble::Unreachable;
                };
                reader = back;
                if answer(&mut page, watcher, code).await.is_none() {
                    return Trouble::Unplugged;
                }
                if page.tell(Tell::Next).await.is_err() {
                    return Trouble::Unplugged;
                }
            }
            Some(Seen::Trouble(trouble)) => return trouble,
            Some(Seen::Drawn) => {}
            None => return Trouble::Unplugged,
        }
    }
}

/// Reads the frames of a camera of this machine and has the page draw them. The camera runs on a
/// thread of its own; frames that come while one is read or drawn are left out.
async fn watch_own(
    mut page: Page,
    camera: Arc<dyn CameraSource>,
    watcher: &mut impl Watcher,
) -> Trouble {
    let (latest, mut frames) = channel(None);
    let thread = tokio::task::spawn_blocking(move || {
        camera.watch(&mut |frame| match latest.send(Some(frame)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        })
    });
    let mut reader = FrameReader::new();
    let mut free = true;
    let mut shows = false;
    loop {
        tokio::select! {
            seen = page.next() => match seen {
                Some(Seen::Drawn) => free = true,
                Some(_) => {}
                None => return Trouble::Unplugged,
            },
            frame = next(&mut frames) => {
                let Some(frame) = frame else { break };
                if !shows {
                    watcher.ready(false);
                    shows = true;
                }
                if free {
                    free = false;
                    if page.show(&frame).await.is_err() {
                        return Trouble::Unplugged;
                    }
                }
                let Some((back, code)) = read(reader, frame).await else {
                    return Trouble::Unreachable;
                };
                reader = back;
                if answer(&mut page, watcher, code).await.is_none() {
                    return Trouble::Unplugged;
                }
            }
        }
    }
    match thread.await {
        Ok(Err(error)) => {
            tracing::warn!(%error, "the camera ended");
            error.into()
        }
        Ok(Ok(())) | Err(_) => Trouble::Unplugged,
    }
}

/// The newest frame nobody has seen; none when the camera has ended.
async fn next(frames: &mut Receiver<Option<Frame>>) -> Option<Frame> {
    frames.changed().await.ok()?;
    frames.borrow_and_update().clone()
}

/// Reads a frame away from the thread that draws: it may take a few milliseconds.
async fn read(mut reader: FrameReader, frame: Frame) -> Option<(FrameReader, Option<Code>)> {
    tokio::task::spawn_blocking(move || {
        let code = next_in(&mut reader, &frame);
        (reader, code)
    })
    .await
    .ok()
}

/// Hands a code on and has the page answer it; none when the page has gone.
async fn answer(page: &mut Page, watcher: &mut impl Watcher, code: Option<Code>) -> Option<()> {
    let Some(code) = code else { return Some(()) };
    let tell = if watcher.code(code) { Tell::Known } else { Tell::Unknown };
    page.tell(tell).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use barcoders::sym::ean13::EAN13;
    use futures_util::{SinkExt, StreamExt};
    use satchel_devices::camera::{CameraError, FakeCamera};
    use tokio::net::TcpStream;
    use tokio_tungstenite::tungstenite::Message;

    #[derive(Default)]
    struct Heard {
        ready: u32,
        codes: Vec<String>,
    }

    impl Watcher for Heard {
        fn ready(&mut self, _: bool) {
            self.ready += 1;
        }

        fn code(&mut self, code: Code) -> bool {
            self.codes.push(code.text);
            true
        }
    }

    fn frame(code: &str) -> Frame {
        let modules = EAN13::new(code).unwrap().encode();
        let (width, height) = (640_usize, 480_usize);
        let left = (width - 4 * modules.len()) / 2;
        let row = (0..width).map(|x| {
            let bar = x.checked_sub(left).and_then(|x| modules.get(x / 4));
            if bar == Some(&1) { 30 } else { 220 }
        });
        let row: Vec<u8> = row.collect();
        Frame { luma: row.repeat(height), width: 640, height: 480 }
    }

    #[tokio::test]
    async fn a_camera_of_this_machine_is_read_and_drawn_until_it_goes() {
        let line = Line::open().await.unwrap();
        let address = line.address().to_owned();
        let page = tokio::spawn(async move {
            let host = address.trim_start_matches("ws://").split('/').next().unwrap().to_owned();
            let stream = TcpStream::connect(host).await.unwrap();
            let (mut socket, _) = tokio_tungstenite::client_async(address, stream).await.unwrap();
            let (mut drawn, mut known) = (0, 0);
            while let Some(Ok(message)) = socket.next().await {
                match message {
                    Message::Binary(bytes) => {
                        assert_eq!(bytes.len(), 8 + 640 * 480);
                        drawn += 1;
                        if socket.send(Message::text(r#"{"drawn":true}"#)).await.is_err() {
                            break;
                        }
                    }
                    Message::Text(text) if text == "known" => known += 1,
                    _ => break,
                }
            }
            (drawn, known)
        });
        let mut heard = Heard::default();
        // Slow enough that frames are not all left out.
        #[derive(Debug)]
        struct Slow(FakeCamera);
        impl CameraSource for Slow {
            fn watch(
                &self,
                take: &mut dyn FnMut(Frame) -> ControlFlow<()>,
            ) -> Result<(), CameraError> {
                self.0.watch(&mut |frame| {
                    std::thread::sleep(std::time::Duration::from_millis(30));
                    take(frame)
                })
            }
        }
        let fake = FakeCamera { frames: vec![frame("5601420501006"); 8], end: CameraError::Gone };
        let ended = watch_own(line.page().await.unwrap(), Arc::new(Slow(fake)), &mut heard).await;
        assert_eq!(ended, Trouble::Unplugged);
        assert_eq!((heard.ready, heard.codes), (1, vec!["5601420501006".to_owned()]));
        let (drawn, known) = page.await.unwrap();
        assert!(drawn >= 1, "something is seen");
        assert_eq!(known, 1);
    }
}
