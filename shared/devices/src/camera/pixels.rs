//! From the pixels cameras give to grey.

use super::{CameraError, Frame};
use image::ImageFormat;

/// How a camera writes its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PixelFormat {
    /// Two pixels in four bytes: grey, blue, grey, red (V4L2 `YUYV`).
    Yuyv,
    /// All the grey, then the colours at half the size (V4L2 `NV12`, `YU12`).
    GreyFirst,
    /// Grey alone (V4L2 `GREY`).
    Grey,
    /// A JPEG each (V4L2 `MJPG`).
    Jpeg,
}

/// The grey of one picture; `width` and `height` are the camera's.
///
/// # Errors
/// [`CameraError::Pictures`] when there are fewer bytes than pixels, or the JPEG is none.
pub fn luma_of(
    format: PixelFormat,
    bytes: &[u8],
    width: u32,
    height: u32,
) -> Result<Frame, CameraError> {
    let size = usize::try_from(u64::from(width) * u64::from(height)).unwrap_or(usize::MAX);
    let short = || CameraError::Pictures("fewer bytes than pixels".to_owned());
    let luma = match format {
        PixelFormat::Jpeg => {
            let picture = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg)
                .map_err(|error| CameraError::Pictures(error.to_string()))?
                .into_luma8();
            let (width, height) = picture.dimensions();
            return Ok(Frame { luma: picture.into_raw(), width, height });
        }
        PixelFormat::Yuyv => {
            let pairs = bytes.get(..size.saturating_mul(2)).ok_or_else(short)?;
            pairs.iter().step_by(2).copied().collect()
        }
        PixelFormat::GreyFirst | PixelFormat::Grey => bytes.get(..size).ok_or_else(short)?.to_vec(),
    };
    Ok(Frame { luma, width, height })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_format_gives_the_same_grey() {
        let grey = vec![10, 20, 30, 40];
        let yuyv = [10, 0, 20, 0, 30, 0, 40, 0];
        let nv12 = [10, 20, 30, 40, 128, 128];
        for (format, bytes) in [
            (PixelFormat::Yuyv, yuyv.as_slice()),
            (PixelFormat::GreyFirst, &nv12),
            (PixelFormat::Grey, &grey),
        ] {
            let frame = luma_of(format, bytes, 2, 2).unwrap();
            assert_eq!((frame.luma, frame.width, frame.height), (grey.clone(), 2, 2), "{format:?}");
        }
        assert!(luma_of(PixelFormat::Yuyv, &yuyv[..7], 2, 2).is_err());
    }

    #[test]
    fn a_jpeg_has_its_own_size() {
        let mut jpeg = std::io::Cursor::new(Vec::new());
        image::GrayImage::from_pixel(8, 4, image::Luma([200]))
            .write_to(&mut jpeg, ImageFormat::Jpeg)
            .unwrap();
        let frame = luma_of(PixelFormat::Jpeg, jpeg.get_ref(), 640, 480).unwrap();
        assert_eq!((frame.width, frame.height, frame.luma.len()), (8, 4, 32));
        assert!(frame.luma.iter().all(|grey| grey.abs_diff(200) < 4));
    }

    proptest! {
        #[test]
        fn any_bytes_of_any_size(
            bytes in prop::collection::vec(any::<u8>(), 0..400),
            width in any::<u32>(),
            small in 0u32..20,
            height in 0u32..20,
        ) {
            for format in [PixelFormat::Yuyv, PixelFormat::GreyFirst, PixelFormat::Grey, PixelFormat::Jpeg] {
                for width in [width, small] {
                    if let Ok(frame) = luma_of(format, &bytes, width, height) {
                        prop_assert_eq!(frame.luma.len() as u64, u64::from(frame.width) * u64::from(frame.height));
                    }
                }
            }
        }
    }
}
