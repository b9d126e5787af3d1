//! A still picture: nothing moves and nobody waits for the next frame, so everything is tried.

use super::code::Code;
use super::engine::Engine;
use super::line::Cut;
use super::luma::Luma;
use super::sweep::Sweep;
use super::votes::Votes;

/// The longer side, in pixels, of the copy that is looked at first.
const USUAL: usize = 1_000;
/// The copy for codes that are small in a large picture.
const LARGE: usize = 2_200;
/// The copy in which noise and blur of large pictures are gone.
const SMALL: usize = 480;
/// Light added round the picture, for codes printed to the border.
const MARGIN: usize = 16;

/// What black may be at first, and what it may be where that finds nothing: bars swell or shrink in
/// bad light and run into one another out of focus.
const FIRST: &[Cut] = &[Cut::near(0.5), Cut::WHOLE];
const ALL: &[Cut] = &[
    Cut::near(0.5),
    Cut::WHOLE,
    Cut::near(0.4),
    Cut::near(0.6),
    Cut::blurred(2.0),
    Cut::blurred(3.0),
];

/// The codes in a picture, in any direction, black on white or white on black. Those that are easy
/// to find end the search; an empty answer means that everything was tried.
///
/// A bar code counts when several lines across it agree. A hasty look at a thirteen-digit code askew may
/// show an eight-digit one on some of them, so eight-digit and unchecked ones count after a thorough look
/// only.
pub fn read_still(luma: &Luma<'_>) -> Vec<Code> {
    if luma.pixels().is_empty() {
        return Vec::new();
    }
    let mut engine = Engine::new();
    let luma = &luma.clone().spread();
    let side = luma.width().max(luma.height());
    let usual = if side > USUAL { luma.scaled_to(USUAL) } else { luma.clone() };
    let usual = usual.with_margin(MARGIN);
    let found = glance(&mut engine, &usual);
    if found.iter().any(|code| !code.is_weak()) {
        return found;
    }
    let copies = copies(luma, usual);
    let found = first(copies.iter().map(|copy| study(&mut engine, copy)));
    if !found.is_empty() {
        return found;
    }
    first(copies.iter().map(|copy| inverted(&mut engine, &copy.inverted())))
}

/// White on black, which is rare: only what shows at a glance is looked at thoroughly.
fn inverted(engine: &mut Engine, picture: &Luma<'_>) -> Vec<Code> {
    let found = glance(engine, picture);
    let sure = found.is_empty() || found.iter().any(|code| !code.is_weak());
    if sure { found } else { study(engine, picture) }
}

/// The picture in other sizes: what one size blurs or breaks into noise, another shows.
fn copies<'a>(luma: &Luma<'a>, usual: Luma<'a>) -> Vec<Luma<'a>> {
    let side = luma.width().max(luma.height());
    let mut copies = vec![usual];
    if side > USUAL {
        copies.push(luma.scaled_to(side.min(LARGE)));
    } else {
        copies.push(luma.scaled_to(side * 2));
    }
    if side > SMALL {
        copies.push(luma.scaled_to(SMALL).with_margin(MARGIN));
    } else {
        copies.push(luma.scaled_to(side * 3));
    }
    copies
}

fn first(tries: impl Iterator<Item = Vec<Code>>) -> Vec<Code> {
    let mut tries = tries.filter(|found| !found.is_empty());
    tries.next().unwrap_or_default()
}

/// Upright and lying bar codes, and matrices.
fn glance(engine: &mut Engine, picture: &Luma<'_>) -> Vec<Code> {
    let mut votes = Votes::default();
    for degrees in [0.0, 90.0] {
        sweep(picture, degrees, FIRST, false).read(engine, picture, &mut votes);
    }
    let mut found = votes.believed();
    found.extend(engine.qr(picture, false));
    found.extend(engine.data_matrix(picture));
    found
}

/// Bar codes at every angle, and matrices by every means.
fn study(engine: &mut Engine, picture: &Luma<'_>) -> Vec<Code> {
    let mut votes = Votes::default();
    for step in 0..12_u8 {
        sweep(picture, f32::from(step) * 15.0, ALL, true).read(engine, picture, &mut votes);
    }
    let mut found = votes.believed();
    found.extend(engine.qr(picture, true));
    found.extend(engine.data_matrix(picture));
    found
}

fn sweep(picture: &Luma<'_>, degrees: f32, cuts: &'static [Cut], restarts: bool) -> Sweep {
    let apart = (picture.height().min(picture.width()) as f32 / 48.0).max(1.0);
    Sweep { degrees, apart, most: 96, fine: 2.0, cuts, restarts }
}
