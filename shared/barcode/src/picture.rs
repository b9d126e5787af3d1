//! Picture files: PNG and JPEG.

use std::io::Cursor;

use image::{DynamicImage, ImageError, ImageReader, Limits, Rgba};

use super::code::Code;
use super::luma::{Luma, LumaError};
use super::still::read_still;

/// The longest side of a picture that is read.
const LONGEST_SIDE: u32 = 16_384;
/// Memory a picture may need while it is unpacked, in bytes.
const MOST_MEMORY: u64 = 512 << 20;

/// Why a file gives no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Neither PNG nor JPEG.
    #[error("this is no PNG or JPEG picture")]
    Unknown,
    /// It is one, but damaged or cut off.
    #[error("the picture is damaged")]
    Damaged,
    /// More pixels than fit.
    #[error("the picture is too large")]
    TooLarge,
}

impl PictureError {
    /// The stable name of the sentence for people.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Unknown => "error-picture-unknown",
            Self::Damaged => "error-picture-damaged",
            Self::TooLarge => "error-picture-too-large",
        }
    }
}

impl From<ImageError> for PictureError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Unsupported(_) => Self::Unknown,
            ImageError::Limits(_) => Self::TooLarge,
            _ => Self::Damaged,
        }
    }
}

impl From<LumaError> for PictureError {
    fn from(error: LumaError) -> Self {
        match error {
            LumaError::Size { .. } => Self::Damaged,
            LumaError::TooLarge { .. } => Self::TooLarge,
        }
    }
}

/// The codes in a picture file; none is no error.
///
/// # Errors
/// [`PictureError`] when the bytes are no picture.
pub fn read_picture(bytes: &[u8]) -> Result<Vec<Code>, PictureError> {
    Ok(read_still(&luma_of(bytes)?))
}

fn luma_of(bytes: &[u8]) -> Result<Luma<'static>, PictureError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|_| PictureError::Damaged)?;
    if reader.format().is_none() {
        return Err(PictureError::Unknown);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let grey = on_white(reader.decode()?).into_luma8();
    let (width, height) = grey.dimensions();
    Ok(Luma::owned(grey.into_raw(), width, height)?)
}

/// Where a picture can be seen through, paper is white.
fn on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture;
    }
    let mut picture = picture.into_rgba8();
    for Rgba([red, green, blue, alpha]) in picture.pixels_mut() {
        let over = |part: u8| {
            let (part, alpha) = (u32::from(part), u32::from(*alpha));
            u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        (*red, *green, *blue) = (over(*red), over(*green), over(*blue));
        *alpha = u8::MAX;
    }
    DynamicImage::ImageRgba8(picture)
}
