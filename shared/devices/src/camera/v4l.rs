//! The camera of a Linux desktop, by Video4Linux through nokhwa.

use super::{CameraError, CameraSource, Frame, PixelFormat, luma_of};
use nokhwa::Camera;
use nokhwa::utils::{
    ApiBackend, CameraFormat, CameraIndex, FrameFormat, RequestedFormat, RequestedFormatType,
    Resolution,
};
use std::ops::ControlFlow;

/// What the reader of codes is made for.
const WANTED: Resolution = Resolution { width_x: 640, height_y: 480 };
/// Frames a second.
const RATE: u32 = 30;
/// What is understood, the cheapest first.
const FORMATS: [FrameFormat; 4] =
    [FrameFormat::YUYV, FrameFormat::NV12, FrameFormat::GRAY, FrameFormat::MJPEG];

/// The first camera that opens.
#[derive(Debug, Clone, Copy, Default)]
pub struct V4lCamera;

impl CameraSource for V4lCamera {
    fn watch(&self, take: &mut dyn FnMut(Frame) -> ControlFlow<()>) -> Result<(), CameraError> {
        let mut camera = open()?;
        loop {
            let buffer = camera.frame().map_err(|error| match trouble(&error.to_string()) {
                CameraError::None | CameraError::Other(_) => CameraError::Gone,
                known => known,
            })?;
            let Resolution { width_x: width, height_y: height } = buffer.resolution();
            let format = format_of(buffer.source_frame_format())?;
            // A torn picture, as some cameras begin with, is not the end.
            let Ok(frame) = luma_of(format, buffer.buffer(), width, height) else { continue };
            if take(frame).is_break() {
                return Ok(());
            }
        }
    }
}

/// Opens the first camera that can be; one device often shows as two, and the second gives no pictures.
fn open() -> Result<Camera, CameraError> {
    let cameras =
        nokhwa::query(ApiBackend::Video4Linux).map_err(|error| trouble(&error.to_string()))?;
    let mut first = None;
    for camera in cameras {
        match open_one(camera.index().clone()) {
            Ok(camera) => return Ok(camera),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.unwrap_or(CameraError::None))
}

fn open_one(index: CameraIndex) -> Result<Camera, CameraError> {
    let mut last = CameraError::None;
    for format in FORMATS {
        let wish = CameraFormat::new(WANTED, format, RATE);
        let request = RequestedFormat::with_formats(RequestedFormatType::Closest(wish), &FORMATS);
        let opened = Camera::with_backend(index.clone(), request, ApiBackend::Video4Linux)
            .and_then(|mut camera| camera.open_stream().map(|()| camera));
        match opened {
            Ok(camera) => return Ok(camera),
            Err(error) => last = trouble(&error.to_string()),
        }
    }
    Err(last)
}

fn format_of(format: FrameFormat) -> Result<PixelFormat, CameraError> {
    Ok(match format {
        FrameFormat::YUYV => PixelFormat::Yuyv,
        FrameFormat::NV12 => PixelFormat::GreyFirst,
        FrameFormat::GRAY => PixelFormat::Grey,
        FrameFormat::MJPEG => PixelFormat::Jpeg,
        other => return Err(CameraError::Pictures(other.to_string())),
    })
}

/// What a message of nokhwa is about: it passes the system's errors on as text only, with the number
/// that `std::io::Error` writes behind them.
fn trouble(message: &str) -> CameraError {
    let number = message
        .rsplit_once("(os error ")
        .and_then(|(_, rest)| rest.split(')').next().and_then(|number| number.parse::<i32>().ok()));
    // Numbers of `errno.h` on Linux.
    match number {
        Some(1 | 13) => CameraError::Denied,
        Some(16) => CameraError::Busy,
        Some(19) => CameraError::Gone,
        Some(2 | 6) => CameraError::None,
        _ => CameraError::Other(message.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_errors_are_understood() {
        let of = |number: i32| {
            let error = std::io::Error::from_raw_os_error(number);
            trouble(&format!("Could not open device 0: V4L2 Error: {error}"))
        };
        assert_eq!(of(13), CameraError::Denied);
        assert_eq!(of(16), CameraError::Busy);
        assert_eq!(of(19), CameraError::Gone);
        assert_eq!(of(2), CameraError::None);
        assert!(matches!(of(5), CameraError::Other(_)));
        assert!(matches!(trouble("no (os error x)"), CameraError::Other(_)));
    }

    /// On a machine without a camera, which a test machine is, that is what is said.
    #[test]
    fn a_machine_without_a_camera_says_so() {
        let cameras = std::fs::read_dir("/dev").unwrap().filter(|entry| {
            entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("video")
        });
        if cameras.count() == 0 {
            crate::camera::contract::check_closed(&V4lCamera, &CameraError::None);
        }
    }
}
