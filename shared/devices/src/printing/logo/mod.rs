//! The company's logo, as a phone keeps it and as paper takes it.

mod svg;
#[cfg(test)]
mod svg_tests;
#[cfg(test)]
mod tests;

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
/// round it. A PNG or JPEG is never enlarged, an SVG is drawn as large as that. What can be seen through is
/// paper; where nothing else is to be seen, as of a white logo for dark grounds, its shape is black. Nothing
/// for what is none of the three, is too large to be read, or is empty, nor for an SVG of more than plain
/// lines (`svg.rs`), of which a part would be missing.
pub fn kept(content: &[u8]) -> Option<Vec<u8>> {
    let picture =
        decode(content).or_else(|| svg::drawn(content, KEPT).map(DynamicImage::ImageRgba8))?;
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
    let left = inked().map(|dot| dot.0).min()?;
    let top = inked().map(|dot| dot.1).min()?;
    let right = inked().map(|dot| dot.0).max()?;
    let bottom = inked().map(|dot| dot.1).max()?;
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
