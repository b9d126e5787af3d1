//! Photos made small enough to travel: a camera's twelve megapixels say nothing more about a shelf.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// The longer side a photo is scaled to, in pixels.
const LONGER_SIDE: u32 = 1_600;
/// Smaller than this, a photo of that size goes as it is, in bytes.
const SMALL: usize = 600 * 1024;
/// JPEG quality, of 100.
const QUALITY: u8 = 80;
/// The largest side that is read, in pixels.
const LARGEST_SIDE: u32 = 20_000;
/// What reading one may take, in bytes.
const LARGEST_ALLOCATION: u64 = 400 * 1024 * 1024;

/// The photo as it is kept and sent: upright, at most 1,600 pixels on its longer side, as JPEG, without
/// what the camera wrote into the file. A small one, one of another kind, and one that cannot be read stay
/// as they are.
pub fn scaled(content: Vec<u8>) -> Vec<u8> {
    match smaller(&content) {
        Some(smaller) if smaller.len() < content.len() => smaller,
        _ => content,
    }
}

/// Width and height of a JPEG or PNG, as its head says; nothing where it cannot be read or is larger than
/// anything a phone opens.
pub fn sides(content: &[u8]) -> Option<(u32, u32)> {
    let reader = ImageReader::new(Cursor::new(content)).with_guessed_format().ok()?;
    let (width, height) = reader.into_dimensions().ok()?;
    let fits = (1..=LARGEST_SIDE).contains(&width) && (1..=LARGEST_SIDE).contains(&height);
    fits.then_some((width, height))
}

/// A picture to be read, of sides of at most so many pixels and taking at most so many bytes.
pub(crate) fn reader(
    content: &[u8],
    largest_side: u32,
    largest_allocation: u64,
) -> Option<ImageReader<Cursor<&[u8]>>> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(largest_side);
    limits.max_image_height = Some(largest_side);
    limits.max_alloc = Some(largest_allocation);
    reader.limits(limits);
    Some(reader)
}

fn smaller(content: &[u8]) -> Option<Vec<u8>> {
    let reader = reader(content, LARGEST_SIDE, LARGEST_ALLOCATION)?;
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if width.max(height) <= LONGER_SIDE && content.len() <= SMALL {
        return None;
    }
    let orientation = decoder.orientation().ok();
    let mut photo = DynamicImage::from_decoder(decoder).ok()?;
    if width.max(height) > LONGER_SIDE {
        photo = photo.resize(LONGER_SIDE, LONGER_SIDE, FilterType::Triangle);
    }
    if let Some(orientation) = orientation {
        photo.apply_orientation(orientation);
    }
    let mut written = Vec::new();
    // JPEG knows no transparency.
    let photo = photo.into_rgb8();
    JpegEncoder::new_with_quality(&mut written, QUALITY).encode_image(&photo).ok()?;
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgb, RgbImage};
    use proptest::prelude::*;

    /// A picture with something on it, so that it takes room.
    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let noise = |x: u32, y: u32| {
            let mixed = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503);
            (mixed >> 8) as u8
        };
        let picture = RgbImage::from_fn(width, height, |x, y| Rgb([noise(x, y), noise(y, x), 90]));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn size(bytes: &[u8]) -> (u32, u32) {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().unwrap();
        assert_eq!(reader.format(), Some(ImageFormat::Jpeg));
        reader.into_dimensions().unwrap()
    }

    #[test]
    fn a_large_photo_becomes_small_and_keeps_its_shape() {
        let photo = picture(2_000, 1_000, ImageFormat::Jpeg);
        let small = scaled(photo.clone());
        assert_eq!(size(&small), (1_600, 800));
        assert!(small.len() < photo.len());
        let tall = scaled(picture(900, 1_800, ImageFormat::Png));
        assert_eq!(size(&tall), (800, 1_600));
    }

    #[test]
    fn a_photo_held_sideways_is_upright() {
        let photo = picture(2_000, 1_000, ImageFormat::Jpeg);
        // APP1 with one Exif field: orientation 6, a quarter turn to the right (Exif 2.32, 4.6.4).
        let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let turned = [&photo[..2], exif, &photo[2..]].concat();
        assert_eq!(size(&scaled(turned)), (800, 1_600));
    }

    #[test]
    fn a_small_one_stays_to_the_byte() {
        let photo = picture(200, 100, ImageFormat::Jpeg);
        assert_eq!(scaled(photo.clone()), photo);
    }

    #[test]
    fn the_sides_are_read_from_the_head() {
        let photo = picture(300, 200, ImageFormat::Png);
        assert_eq!(sides(&photo), Some((300, 200)));
        assert_eq!(sides(&photo[..8]), None);
        assert_eq!(sides(b"%PDF-1.7"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at(mut bytes: Vec<u8>, jpeg: bool) {
            if jpeg {
                bytes.splice(0..0, *b"\xff\xd8\xff\xe0");
            }
            let _ = sides(&bytes);
            prop_assert_eq!(scaled(bytes.clone()), bytes);
        }
    }
}
