//! The typefaces, written into the page so that digits and Arabic look the same everywhere.
//!
//! IBM Plex, SIL Open Font Licence 1.1 (`assets/fonts/OFL-IBM-Plex.txt`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write;

struct Face {
    family: &'static str,
    weight: &'static str,
    range: &'static str,
    file: &'static [u8],
}

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../../../assets/fonts/ibm-plex-", $name, "-normal.woff2"))
    };
}

const LATIN: &str = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,\
    U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT: &str = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,\
    U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0";
const ARABIC: &str = "U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC";
const ALL: &str = "U+0-10FFFF";

const FACES: [Face; 7] = [
    Face { family: "Satchel", weight: "100 700", range: LATIN, file: font!("sans-latin-wght") },
    Face {
        family: "Satchel",
        weight: "100 700",
        range: LATIN_EXT,
        file: font!("sans-latin-ext-wght"),
    },
    Face {
        family: "Satchel Arabic",
        weight: "400",
        range: ARABIC,
        file: font!("sans-arabic-arabic-400"),
    },
    Face {
        family: "Satchel Arabic",
        weight: "500",
        range: ARABIC,
        file: font!("sans-arabic-arabic-500"),
    },
    Face {
        family: "Satchel Arabic",
        weight: "600 700",
        range: ARABIC,
        file: font!("sans-arabic-arabic-600"),
    },
    Face { family: "Satchel Mono", weight: "400", range: ALL, file: font!("mono-latin-400") },
    Face { family: "Satchel Mono", weight: "600 700", range: ALL, file: font!("mono-latin-600") },
];

/// The `@font-face` rules with the files inside them.
pub fn sheet() -> String {
    FACES.iter().fold(String::new(), |mut css, face| {
        let Face { family, weight, range, file } = face;
        let data = STANDARD.encode(file);
        // Writing to a String cannot fail.
        let _ = write!(
            css,
            "@font-face{{font-family:\"{family}\";font-weight:{weight};font-display:block;\
             unicode-range:{range};src:url(data:font/woff2;base64,{data}) format(\"woff2\")}}"
        );
        css
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_a_whole_woff2_file() {
        for face in &FACES {
            assert_eq!(&face.file[..4], b"wOF2", "{} {}", face.family, face.weight);
            let length = u32::from_be_bytes(face.file[8..12].try_into().unwrap());
            assert_eq!(length as usize, face.file.len());
        }
    }

    #[test]
    fn the_sheet_asks_for_nothing_outside_the_page() {
        let sheet = sheet();
        assert_eq!(sheet.matches("@font-face").count(), FACES.len());
        assert_eq!(sheet.matches("url(").count(), sheet.matches("url(data:").count());
    }
}
