//! A receipt as a picture, for the preview and to share.

use super::{Bitmap, PrinterProfile, Typesetter, draw};
use png::{BitDepth, ColorType, Encoder};
use satchel_domain::receipts::{Receipt, layout};

/// White round the print, in dots.
const MARGIN: usize = 24;

/// The receipt as a black and white PNG, one pixel a dot of the printer.
///
/// # Errors
/// [`png::EncodingError`] for a picture larger than a PNG can be.
pub fn render(
    receipt: &Receipt,
    profile: &PrinterProfile,
    logo: Option<&Bitmap>,
    typesetter: &mut Typesetter,
) -> Result<Vec<u8>, png::EncodingError> {
    picture(&paper(receipt, profile, logo, typesetter))
}

/// Everything on one strip of paper.
fn paper(
    receipt: &Receipt,
    profile: &PrinterProfile,
    logo: Option<&Bitmap>,
    typesetter: &mut Typesetter,
) -> Bitmap {
    let mut print = Bitmap::white(profile.dots, 0);
    let lines = draw::drawable(layout(receipt, profile.columns), profile.dots, profile.columns);
    for line in &lines {
        let drawn = draw::line(typesetter, line, logo, profile.dots, profile.sign_dots());
        print.append(&drawn.dots);
    }
    let mut paper = Bitmap::white(print.width() + 2 * MARGIN, print.height() + 2 * MARGIN);
    paper.lay(&print, MARGIN, MARGIN);
    paper
}

/// Dots as a PNG of one bit each; 0 is black there.
///
/// # Errors
/// [`png::EncodingError`] for a picture larger than a PNG can be.
pub fn picture(dots: &Bitmap) -> Result<Vec<u8>, png::EncodingError> {
    let size = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, size(dots.width()), size(dots.height()));
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    let rows: Vec<u8> = dots.rows().iter().map(|byte| !byte).collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rows)?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_domain::receipts::parse;

    #[test]
    fn the_picture_has_the_dots_of_the_paper() {
        let receipt = Receipt { blocks: parse("Tea\nقهوة").unwrap(), ..Receipt::default() };
        let profile = PrinterProfile::named("58mm").unwrap();
        let mut typesetter = Typesetter::new();
        let file = render(&receipt, profile, None, &mut typesetter).unwrap();
        let decoder = png::Decoder::new(std::io::Cursor::new(&file));
        let mut reader = decoder.read_info().unwrap();
        let mut rows = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rows).unwrap();
        assert_eq!((info.width, info.height), (384 + 48, 60 + 48));
        let paper = paper(&receipt, profile, None, &mut typesetter);
        assert!(rows.iter().zip(paper.rows()).all(|(read, drawn)| *read == !drawn));
        assert!(paper.inked_rows().is_some());
    }
}
