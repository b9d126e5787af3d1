//! Whatever comes in, nothing panics and nothing is read where nothing is.

use proptest::prelude::*;
use satchel_barcode::{FrameReader, Luma, PictureError, read_picture, read_still};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_pixels_of_any_size(
        width in 0_u32..90,
        height in 0_u32..90,
        seed in proptest::collection::vec(any::<u8>(), 1..400),
    ) {
        let pixels: Vec<u8> =
            (0..width as usize * height as usize).map(|at| seed[(at * 31 / 7) % seed.len()]).collect();
        let luma = Luma::new(&pixels, width, height).unwrap();
        read_still(&luma);
        let mut reader = FrameReader::new();
        for _ in 0..11 {
            reader.read(&luma);
        }
    }

    #[test]
    fn any_figures_with_any_bytes(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        width in prop_oneof![0_u32..20, Just(u32::MAX), any::<u32>()],
        height in prop_oneof![0_u32..20, Just(u32::MAX), any::<u32>()],
        stride in prop_oneof![0_usize..40, Just(usize::MAX), any::<usize>()],
    ) {
        if let Ok(luma) = Luma::with_stride(&bytes, width, height, stride) {
            prop_assert_eq!(luma.pixels().len(), width as usize * height as usize);
            FrameReader::new().read(&luma);
        }
        let fits = (width as usize).checked_mul(height as usize) == Some(bytes.len());
        prop_assert_eq!(Luma::new(&bytes, width, height).is_ok(), fits);
    }

    #[test]
    fn any_bytes_as_a_file(bytes in proptest::collection::vec(any::<u8>(), 0..600), kind in 0_u8..3) {
        let head: &[u8] = match kind {
            0 => b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
            1 => b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
            _ => b"",
        };
        prop_assert!(read_picture(&[head, &bytes].concat()).is_err());
    }
}

#[test]
fn files_that_are_no_pictures_say_so() {
    assert_eq!(read_picture(b"SATCHEL1.abc"), Err(PictureError::Unknown));
    assert_eq!(read_picture(b""), Err(PictureError::Unknown));
    assert_eq!(read_picture(b"\x89PNG\r\n\x1a\n"), Err(PictureError::Damaged));
}

#[test]
fn the_edge_of_the_binarisers() {
    for (width, height) in [(0, 0), (1, 1), (1, 4000), (4000, 1), (39, 41), (40, 40), (41, 39)] {
        for fill in [0_u8, 128, 255] {
            let pixels = vec![fill; (width * height) as usize];
            assert!(read_still(&Luma::new(&pixels, width, height).unwrap()).is_empty());
        }
    }
}
