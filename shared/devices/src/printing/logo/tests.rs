//! Logos of pixels: made small, trimmed, and as dots.

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
    let photo = DynamicImage::from(disc(300, Rgba([9, 99, 9, 255]), Rgba([240, 240, 230, 255])));
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
