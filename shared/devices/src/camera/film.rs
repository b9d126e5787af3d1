//! A film in place of a camera, for development: YUV4MPEG2, as ffmpeg writes it.
//!
//! Source: the format's description in MJPEG Tools, yuv4mpeg(5).

use super::{CameraError, CameraSource, Frame};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The largest side and the most pictures that are taken.
const SIDE: u32 = 4096;
const MOST: usize = 3_000;

/// The pictures of a film and how long each stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Film {
    /// The grey of each picture.
    pub frames: Vec<Frame>,
    /// How long one is shown.
    pub pace: Duration,
}

impl Film {
    /// Reads a film with planar colours at half the size or none (`C420…`, `Cmono`).
    ///
    /// # Errors
    /// [`CameraError::Pictures`] when it is none, or cut off inside a picture.
    pub fn read(bytes: &[u8]) -> Result<Self, CameraError> {
        let wrong = |what: &str| CameraError::Pictures(what.to_owned());
        let (head, mut rest) = line(bytes).ok_or_else(|| wrong("no first line"))?;
        let mut words = head.split(' ');
        if words.next() != Some("YUV4MPEG2") {
            return Err(wrong("not YUV4MPEG2"));
        }
        let (mut width, mut height, mut pace, mut colours) =
            (0, 0, Duration::from_millis(66), true);
        for word in words {
            let (kind, value) = word.split_at_checked(1).unwrap_or_default();
            match kind {
                "W" => width = value.parse().unwrap_or_default(),
                "H" => height = value.parse().unwrap_or_default(),
                "F" => pace = pace_of(value).unwrap_or(pace),
                "C" if value.starts_with("420") => {}
                "C" if value == "mono" => colours = false,
                "C" => return Err(wrong("colours at another size")),
                _ => {}
            }
        }
        if !(1..=SIDE).contains(&width) || !(1..=SIDE).contains(&height) {
            return Err(wrong("no such size"));
        }
        let size = width as usize * height as usize;
        let half = width.div_ceil(2) as usize * height.div_ceil(2) as usize;
        let colours = if colours { 2 * half } else { 0 };
        let mut frames = Vec::new();
        while !rest.is_empty() && frames.len() < MOST {
            let (mark, picture) = line(rest).ok_or_else(|| wrong("cut off"))?;
            if !mark.starts_with("FRAME") {
                return Err(wrong("no picture where one should begin"));
            }
            let (luma, behind) = picture.split_at_checked(size).ok_or_else(|| wrong("cut off"))?;
            rest = behind.get(colours..).ok_or_else(|| wrong("cut off"))?;
            frames.push(Frame { luma: luma.to_vec(), width, height });
        }
        if frames.is_empty() {
            return Err(wrong("no pictures"));
        }
        Ok(Self { frames, pace })
    }
}

/// The text before the first line break of the first kilobyte, and what is behind it.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().take(1024).position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    Some((std::str::from_utf8(line).ok()?, rest.get(1..)?))
}

/// `15:1` is fifteen pictures a second.
fn pace_of(value: &str) -> Option<Duration> {
    let (pictures, seconds) = value.split_once(':')?;
    let (pictures, seconds): (u32, u32) = (pictures.parse().ok()?, seconds.parse().ok()?);
    let pace = f64::from(seconds) / f64::from(pictures);
    (0.001..=10.0).contains(&pace).then(|| Duration::from_secs_f64(pace))
}

/// Shows a film again and again.
#[derive(Debug, Clone)]
pub struct FilmCamera(PathBuf);

impl FilmCamera {
    /// The film of a file; it is read when it is shown.
    pub fn new(file: &Path) -> Self {
        Self(file.to_owned())
    }
}

impl CameraSource for FilmCamera {
    fn watch(&self, take: &mut dyn FnMut(Frame) -> ControlFlow<()>) -> Result<(), CameraError> {
        let bytes = std::fs::read(&self.0).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => CameraError::None,
            std::io::ErrorKind::PermissionDenied => CameraError::Denied,
            _ => CameraError::Other(error.to_string()),
        })?;
        let film = Film::read(&bytes)?;
        drop(bytes);
        for frame in film.frames.iter().cycle() {
            if take(frame.clone()).is_break() {
                break;
            }
            thread::sleep(film.pace);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::camera::contract;
    use proptest::prelude::*;

    #[test]
    fn a_film_is_read_picture_by_picture() {
        let mut bytes = b"YUV4MPEG2 W2 H2 F15:1 Ip A1:1 C420jpeg\n".to_vec();
        for grey in [1, 2] {
            bytes.extend(b"FRAME\n");
            bytes.extend([grey; 4]);
            bytes.extend([128, 128]);
        }
        let film = Film::read(&bytes).unwrap();
        let greys: Vec<u8> = film.frames.iter().map(|frame| frame.luma[0]).collect();
        assert_eq!(greys, [1, 2]);
        assert_eq!(film.pace.as_millis(), 66);
        bytes.pop();
        assert!(Film::read(&bytes).is_err(), "cut off");
    }

    #[test]
    fn a_film_is_shown_until_it_is_enough_and_a_missing_one_is_no_camera() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("film.y4m");
        let camera = FilmCamera::new(&file);
        assert_eq!(camera.watch(&mut |_| ControlFlow::Break(())), Err(CameraError::None));
        std::fs::write(&file, b"YUV4MPEG2 W1 H1 F500:1 Cmono\nFRAME\n\x07").unwrap();
        let mut seen = 0;
        let watched = camera.watch(&mut |frame| {
            assert_eq!(frame.luma, [7]);
            seen += 1;
            if seen == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((watched, seen), (Ok(()), 5));
    }

    #[test]
    fn it_keeps_the_contract() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("film.y4m");
        contract::check_closed(&FilmCamera::new(&file), &CameraError::None);
        std::fs::write(&file, b"YUV4MPEG2 W2 H1 F500:1 Cmono\nFRAME\n\x07\x08").unwrap();
        contract::check(&FilmCamera::new(&file));
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_film_or_not(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            head in "YUV4MPEG2( [WHFCIAX][0-9:a-z]{0,6}){0,6}\n(FRAME\n)?",
        ) {
            for bytes in [bytes.clone(), [head.as_bytes(), &bytes].concat()] {
                if let Ok(film) = Film::read(&bytes) {
                    prop_assert!(film.frames.iter().all(|f| f.luma.len() == (f.width * f.height) as usize));
                }
            }
        }
    }
}
