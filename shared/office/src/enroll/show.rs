//! The code as a picture: in the terminal, and as a PNG.

use std::io::BufWriter;
use std::path::Path;

use anyhow::Context;
use qrcode::render::unicode::Dense1x2;
use qrcode::{Color, EcLevel, QrCode};

use crate::owner_only;

/// Modules of white around the code (ISO/IEC 18004).
const QUIET: usize = 4;
/// Pixels of a module.
const SCALE: usize = 8;

/// Two modules a character; light on dark terminals and dark on light ones both scan.
pub(super) fn in_terminal(text: &str) -> anyhow::Result<String> {
    let code = code(text)?;
    Ok(code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .quiet_zone(true)
        .build())
}

/// Black on white, readable by its owner only, since it holds a secret.
pub(super) fn write_png(text: &str, path: &Path) -> anyhow::Result<()> {
    let code = code(text)?;
    let modules = code.width();
    let dark = code.to_colors();
    let side = modules.saturating_add(QUIET.saturating_mul(2)).saturating_mul(SCALE);
    let mut pixels = Vec::with_capacity(side.saturating_mul(side));
    for y in 0..side {
        for x in 0..side {
            let module = |at: usize| at.checked_div(SCALE)?.checked_sub(QUIET);
            let at = module(x).zip(module(y)).filter(|(x, y)| *x < modules && *y < modules);
            let color = at.and_then(|(x, y)| dark.get(y.checked_mul(modules)?.checked_add(x)?));
            pixels.push(if color == Some(&Color::Dark) { 0 } else { u8::MAX });
        }
    }
    let side = u32::try_from(side).context("the picture is too large")?;
    let file = owner_only::create(path).with_context(|| path.display().to_string())?;
    let mut encoder = png::Encoder::new(BufWriter::new(file), side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    Ok(writer.finish()?)
}

fn code(text: &str) -> anyhow::Result<QrCode> {
    QrCode::with_error_correction_level(text, EcLevel::L).context("the code is too long for a QR")
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_devices::barcode::{Luma, read_picture, read_still};

    /// Every `step`th pixel of each row and column, as the mean of five by five around it.
    fn shrunk(pixels: &[u8], side: usize, step: usize) -> Vec<u8> {
        let at = |x: usize, y: usize| {
            let near = |at: usize| at.saturating_sub(2)..(at + 3).min(side);
            let around: Vec<u32> = near(y)
                .flat_map(|y| near(x).map(move |x| u32::from(pixels[y * side + x])))
                .collect();
            u8::try_from(around.iter().sum::<u32>() / u32::try_from(around.len()).unwrap()).unwrap()
        };
        let places = || (0..side / step).map(|at| at * step);
        places().flat_map(|y| places().map(move |x| (x, y))).map(|(x, y)| at(x, y)).collect()
    }

    #[test]
    fn the_picture_holds_every_module() {
        let text = format!("SATCHEL1.{}", "eyJpIjoi".repeat(60));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("code.png");
        write_png(&text, &path).unwrap();
        let file = std::io::BufReader::new(std::fs::File::open(&path).unwrap());
        let mut reader = png::Decoder::new(file).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let code = code(&text).unwrap();
        let side = (code.width() + 2 * QUIET) * SCALE;
        assert_eq!((info.width as usize, info.height as usize), (side, side));
        for (at, color) in code.to_colors().iter().enumerate() {
            let (x, y) = (at % code.width() + QUIET, at / code.width() + QUIET);
            let middle = pixels[(y * SCALE + SCALE / 2) * side + x * SCALE + SCALE / 2];
            assert_eq!(middle == 0, *color == Color::Dark);
        }
        assert_eq!(pixels[0], u8::MAX, "white around it");
        let read = |pixels: &[u8], side: usize| {
            let side = u32::try_from(side).unwrap();
            let found = read_still(&Luma::new(pixels, side, side).unwrap());
            found.into_iter().map(|code| code.text).collect::<Vec<_>>()
        };
        assert_eq!(read_picture(&std::fs::read(&path).unwrap()).unwrap()[0].text, text);
        let half = shrunk(&pixels, side, 2);
        assert_eq!(read(&half, side / 2), [text.as_str()], "as a picture of a screen");
        let soft = shrunk(&pixels, side, 1);
        assert_eq!(read(&soft, side), [text.as_str()], "out of focus");
        assert!(in_terminal(&text).unwrap().lines().count() > 30);
    }
}
