//! What light, lens, hand and label do to a picture.

use super::draw::Picture;

/// Turned round its middle by degrees, as seen by a camera held askew.
pub fn turned(picture: &Picture, degrees: f32) -> Picture {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (mx, my) = (picture.width as f32 / 2.0, picture.height as f32 / 2.0);
    moved(picture, |x, y| {
        let (dx, dy) = (x - mx, y - my);
        (mx + dx * cos + dy * sin, my - dx * sin + dy * cos)
    })
}

/// On a bottle: the sides run away from the eye.
pub fn curved(picture: &Picture) -> Picture {
    let middle = picture.width as f32 / 2.0;
    moved(picture, |x, y| {
        let off = ((x - middle) / middle).clamp(-0.999, 0.999);
        (middle + off.asin() * middle * 0.85, y + off * off * 14.0)
    })
}

/// Each pixel taken from elsewhere, between four.
fn moved(picture: &Picture, from: impl Fn(f32, f32) -> (f32, f32)) -> Picture {
    picture.map(|x, y| {
        let (x, y) = from(x as f32, y as f32);
        let (left, top) = (x.floor(), y.floor());
        let (fx, fy) = (x - left, y - top);
        let at = |dx: i64, dy: i64| {
            let pixel = picture.at(left as i64 + dx, top as i64 + dy);
            f32::from(pixel.min(235))
        };
        let upper = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
        let lower = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
        (upper + (lower - upper) * fy) as u8
    })
}

/// Out of focus: the mean of the pixels up to `reach` away.
pub fn blurred(picture: &Picture, reach: i64) -> Picture {
    let across =
        picture.map(|x, y| mean((-reach..=reach).map(|d| picture.at(x as i64 + d, y as i64))));
    across.map(|x, y| mean((-reach..=reach).map(|d| across.at(x as i64, y as i64 + d))))
}

fn mean(values: impl Iterator<Item = u8>) -> u8 {
    let values: Vec<u32> = values.map(|value| u32::from(value.min(235))).collect();
    (values.iter().sum::<u32>() / values.len() as u32) as u8
}

/// In bad light: each pixel up to `most` lighter or darker.
pub fn noisy(picture: &Picture, most: i64, seed: u64) -> Picture {
    picture.map(|x, y| {
        let mut z = seed ^ ((y * picture.width + x) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let off = ((z >> 33) % (2 * most as u64 + 1)) as i64 - most;
        (i64::from(picture.at(x as i64, y as i64)) + off).clamp(0, 255) as u8
    })
}

/// Grey on grey.
pub fn faint(picture: &Picture) -> Picture {
    picture.map(|x, y| 110 + picture.at(x as i64, y as i64) / 5)
}

/// A shadow from one side to the other.
pub fn shaded(picture: &Picture) -> Picture {
    picture.map(|x, y| {
        let light = 80 + 175 * x / picture.width;
        (usize::from(picture.at(x as i64, y as i64)) * light / 255) as u8
    })
}

/// White on black.
pub fn inverted(picture: &Picture) -> Picture {
    picture.map(|x, y| 255 - picture.at(x as i64, y as i64))
}
