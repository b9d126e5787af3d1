//! `satchel-office scan` as a person or a script runs it.

use std::path::Path;
use std::process::{Command, Output};

fn scan(files: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_satchel-office")).arg("scan").args(files).output().unwrap()
}

fn png(path: &Path, width: u32, height: u32, pixel: impl Fn(u32, u32) -> u8) {
    let file = std::fs::File::create(path).unwrap();
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .map(|(x, y)| pixel(x, y))
        .collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
}

#[test]
fn one_line_for_each_picture_with_and_without_a_code() {
    let folder = tempfile::tempdir().unwrap();
    let (coded, blank) = (folder.path().join("coded.png"), folder.path().join("blank.png"));
    let code = qrcode::QrCode::new("SKU001").unwrap();
    let (side, colors) = (code.width() as u32, code.to_colors());
    png(&coded, (side + 8) * 6, (side + 8) * 6, |x, y| {
        let module = |at: u32| (at / 6).checked_sub(4).filter(|at| *at < side);
        let at = module(x).zip(module(y)).map(|(x, y)| (y * side + x) as usize);
        if at.and_then(|at| colors.get(at)) == Some(&qrcode::Color::Dark) { 0 } else { 255 }
    });
    png(&blank, 300, 200, |x, _| (x % 251) as u8);
    let output = scan(&[&coded, &blank]);
    assert!(output.status.success());
    let lines: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let expected = serde_json::json!([
        {"file": coded.display().to_string(), "codes": [{"format": "qrcode", "text": "SKU001"}]},
        {"file": blank.display().to_string(), "codes": []},
    ]);
    assert_eq!(serde_json::Value::from(lines), expected);
}

#[test]
fn a_file_that_is_no_picture_is_named_and_the_others_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let (text, blank) = (folder.path().join("list.txt"), folder.path().join("blank.png"));
    std::fs::write(&text, "no picture").unwrap();
    png(&blank, 60, 60, |_, _| 255);
    let output = scan(&[&text, &blank]);
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("list.txt") && error.contains("no PNG or JPEG"), "{error}");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
}
