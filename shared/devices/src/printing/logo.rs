//! The company's logo, as a phone keeps it and as paper takes it.

use super::Bitmap;
use crate::photo;
use image::codecs::png::PngEncoder;
use image::imageops::{BiLevel, FilterType, crop_imm, dither, replace, resize};
use image::{DynamicImage, GrayImage, Luma};

/// The largest side that is read, in pixels.
const LARGEST_SIDE: u32 = 8_000;
/// What reading one may take, in bytes.
const LARGEST_ALLOCATION: u64 = 100 * 1024 * 1024;
/// What is kept: the dots of the widest paper across.
const KEPT: (u32, u32) = (576, 240);
/// Rows on paper: two centimetres at eight dots a millimetre.
const MOST_ROWS: u32 = 160;
/// Lighter than this is paper.
const WHITE: u8 = 248;
/// Darker than this is black on paper, without a white speck in it; lighter than [`BRIGHT`] is white.
const DARK: u8 = 48;
const BRIGHT: u8 = 224;
const PAPER: Luma<u8> = Luma([255]);

/// A logo made small enough to be kept on a phone: a grey PNG of at most 576 × 240, without the empty edge
/// round it, never enlarged. What can be seen through is paper; where nothing else is to be seen, as of a
/// white logo for dark grounds, its shape is black. Nothing for what is no PNG or JPEG, is too large to be
/// read, or is empty.
pub fn kept(content: &[u8]) -> Option<Vec<u8>> {
    let picture = decode(content)?;
    let flat = trimmed(&on_paper(&picture)).or_else(|| trimmed(&shape(&picture)?))?;
    encode(&fitted(flat, KEPT))
}

/// The dots of a kept logo for paper of so many dots across: at most three quarters of it and two
/// centimetres high. Grey is scattered into dots. Nothing for what is no picture.
pub fn dots(kept: &[u8], paper: usize) -> Option<Bitmap> {
    let across = u32::try_from(paper * 3 / 4).ok()?.max(1);
    let fitted = fitted(decode(kept)?.into_luma8(), (across, MOST_ROWS));
    // A picture of one column or row is more than the scattering of image 0.25 can take.
    let mut grey = GrayImage::from_pixel(fitted.width().max(2), fitted.height().max(2), PAPER);
    replace(&mut grey, &fitted, 0, 0);
    for Luma([light]) in grey.pixels_mut() {
        *light = tone(*light);
    }
    dither(&mut grey, &BiLevel);
    let mut dots = Bitmap::white(grey.width() as usize, grey.height() as usize);
    for (x, y, Luma([light])) in grey.enumerate_pixels() {
        if *light < 128 {
            dots.set(x as usize, y as usize);
        }
    }
    Some(dots)
}

/// How light a dot of a picture is to be on paper, which knows neither deep nor light grey.
fn tone(light: u8) -> u8 {
    let (over, range) = (light.saturating_sub(DARK), u16::from(BRIGHT - DARK));
    u8::try_from(u16::from(over) * 255 / range).unwrap_or(u8::MAX)
}

fn decode(content: &[u8]) -> Option<DynamicImage> {
    photo::reader(content, LARGEST_SIDE, LARGEST_ALLOCATION)?.decode().ok()
}

/// The picture as it looks on white.
fn on_paper(picture: &DynamicImage) -> GrayImage {
    let see_through = picture.to_luma_alpha8();
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [light, cover] = see_through.get_pixel(x, y).0;
        Luma([over_white(light, cover)])
    })
}

fn over_white(light: u8, cover: u8) -> u8 {
    let (light, cover) = (u32::from(light), u32::from(cover));
    u8::try_from((light * cover + 255 * (255 - cover)) / 255).unwrap_or(u8::MAX)
}

/// What covers the ground, in black; nothing of a picture that covers all of it.
fn shape(picture: &DynamicImage) -> Option<GrayImage> {
    picture.color().has_alpha().then(|| {
        let see_through = picture.to_luma_alpha8();
        GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
            Luma([255 - see_through.get_pixel(x, y).0[1]])
        })
    })
}

/// The picture without the white round it; nothing if all of it is white, or all of it is black.
fn trimmed(grey: &GrayImage) -> Option<GrayImage> {
    let inked = || grey.enumerate_pixels().filter(|(_, _, Luma([light]))| *light < WHITE);
    let (left, top) = (inked().map(|dot| dot.0).min()?, inked().map(|dot| dot.1).min()?);
    let (right, bottom) = (inked().map(|dot| dot.0).max()?, inked().map(|dot| dot.1).max()?);
    if grey.pixels().all(|Luma([light])| *light == 0) {
        return None;
    }
    Some(crop_imm(grey, left, top, right - left + 1, bottom - top + 1).to_image())
}

/// The picture within so many pixels, in its proportions.
fn fitted(grey: GrayImage, (across, down): (u32, u32)) -> GrayImage {
    let (width, height) = grey.dimensions();
    if width <= across && height <= down {
        return grey;
    }
    // Whichever side is further over its bound decides.
    let (width, height) = (u64::from(width), u64::from(height));
    let (wide, high) = (u64::from(across), u64::from(down));
    let (wide, high) = match width * high > height * wide {
        true => (wide, (height * wide / width).max(1)),
        false => ((width * high / height).max(1), high),
    };
    let side = |length: u64| u32::try_from(length).unwrap_or(1);
    resize(&grey, side(wide), side(high), FilterType::Triangle)
}

fn encode(grey: &GrayImage) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    grey.write_with_encoder(PngEncoder::new(&mut file)).ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};
    use proptest::prelude::*;
    use std::io::Cursor;

    fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        picture.into().write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    /// A disc on a ground.
    fn disc(side: u32, disc: Rgba<u8>, ground: Rgba<u8>) -> RgbaImage {
        let (middle, radius) = (i64::from(side) / 2, i64::from(side) / 4);
        RgbaImage::from_fn(side, side, |x, y| {
            let (x, y) = (i64::from(x) - middle, i64::from(y) - middle);
            if x * x + y * y <= radius * radius { disc } else { ground }
        })
    }

    fn size(png: &[u8]) -> (u32, u32) {
        decode(png).map(|picture| (picture.width(), picture.height())).unwrap()
    }

    #[test]
    fn a_large_one_is_made_small_and_its_empty_edge_goes() {
        let large = disc(2_000, Rgba([200, 30, 30, 255]), Rgba([255, 255, 255, 255]));
        let kept = kept(&file(large, ImageFormat::Png)).unwrap();
        assert_eq!(size(&kept), (240, 240));
        let (narrow, wide) = (dots(&kept, 384).unwrap(), dots(&kept, 576).unwrap());
        assert_eq!((narrow.width(), narrow.height()), (160, 160));
        assert_eq!((wide.width(), wide.height()), (160, 160), "two centimetres at most");
        // Red is a dark grey: most of its dots are black, not all.
        let black = (0..160).filter(|x| narrow.is_black(*x, 80)).count();
        assert!((70..155).contains(&black), "{black} of the row through the middle");
        assert!(!narrow.is_black(2, 2), "outside the disc is paper");
    }

    #[test]
    fn a_wide_one_takes_three_quarters_of_the_paper() {
        let wide = GrayImage::from_fn(1_600, 200, |x, _| Luma([if x % 40 < 20 { 0 } else { 255 }]));
        let kept = kept(&file(wide, ImageFormat::Png)).unwrap();
        let narrow = dots(&kept, 384).unwrap();
        assert_eq!(narrow.width(), 288);
        assert!((34..=38).contains(&narrow.height()), "{}", narrow.height());
    }

    #[test]
    fn almost_black_is_black_and_almost_white_is_white() {
        let grounds = |light: u8| {
            let mut edged = RgbaImage::from_pixel(100, 100, Rgba([light, light, light, 255]));
            edged.put_pixel(0, 0, Rgba([0, 0, 0, 255]));
            edged.put_pixel(99, 99, Rgba([0, 0, 0, 255]));
            let dots = dots(&kept(&file(edged, ImageFormat::Png)).unwrap(), 384).unwrap();
            (0..100).map(|y| (0..100).filter(|x| dots.is_black(*x, y)).count()).sum::<usize>()
        };
        assert_eq!((grounds(30), grounds(235)), (10_000, 2));
        assert!((4_000..6_000).contains(&grounds(136)), "{}", grounds(136));
    }

    #[test]
    fn a_small_one_stays_small() {
        let small = disc(64, Rgba([0, 0, 0, 255]), Rgba([0, 0, 0, 0]));
        let kept = kept(&file(small, ImageFormat::Png)).unwrap();
        assert_eq!(size(&kept), (33, 33));
        assert_eq!(dots(&kept, 384).unwrap().width(), 33);
    }

    #[test]
    fn a_white_one_for_dark_grounds_is_printed_by_its_shape() {
        let white = disc(64, Rgba([255, 255, 255, 255]), Rgba([0, 0, 0, 0]));
        let printed = dots(&kept(&file(white, ImageFormat::Png)).unwrap(), 384).unwrap();
        assert!(printed.is_black(16, 16) && !printed.is_black(1, 1));
    }

    #[test]
    fn a_photograph_is_taken_too() {
        let photo =
            DynamicImage::from(disc(300, Rgba([9, 99, 9, 255]), Rgba([240, 240, 230, 255])));
        let kept = kept(&file(photo.into_rgb8(), ImageFormat::Jpeg)).unwrap();
        assert!(dots(&kept, 384).unwrap().inked_rows().is_some());
    }

    #[test]
    fn what_shows_nothing_is_none() {
        for ground in [[255, 255, 255, 255], [0, 0, 0, 0], [255, 255, 255, 3]] {
            let empty = RgbaImage::from_pixel(40, 40, Rgba(ground));
            assert_eq!(kept(&file(empty, ImageFormat::Png)), None, "{ground:?}");
        }
        assert_eq!(kept(b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), None);
        assert_eq!(kept(b""), None);
        assert_eq!(dots(b"", 384), None);
    }

    #[test]
    fn one_that_claims_to_be_huge_is_not_read() {
        let mut claims = file(GrayImage::new(1, 1), ImageFormat::Png);
        claims[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        assert_eq!(kept(&claims), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(mut bytes in prop::collection::vec(any::<u8>(), 0..300), paper in 0_usize..2_000) {
            let _ = (kept(&bytes), dots(&bytes, paper));
            bytes.splice(0..0, *b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
            let _ = (kept(&bytes), dots(&bytes, paper));
        }

        #[test]
        fn any_picture_fits_its_paper(
            (width, height) in prop_oneof![(1_u32..700, 1_u32..40), (1_u32..40, 1_u32..400)],
            paper in 8_usize..900,
            seed in any::<u32>(),
        ) {
            let drawn = GrayImage::from_fn(width, height, |x, y| {
                let mixed = (x ^ seed).wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503);
                Luma([u8::try_from(mixed % 256).unwrap()])
            });
            if let Some(kept) = kept(&file(drawn, ImageFormat::Png)) {
                let (across, down) = size(&kept);
                prop_assert!(across <= KEPT.0.min(width) && down <= KEPT.1.min(height));
                let dots = dots(&kept, paper).unwrap();
                prop_assert!(dots.width() <= (paper * 3 / 4).max(1) && dots.height() <= 160);
                prop_assert!(dots.width() > 0 && dots.height() > 0);
            }
        }
    }
}
