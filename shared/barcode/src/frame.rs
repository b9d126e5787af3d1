//! Camera frames: a few milliseconds each, and the next one is on its way.

use super::code::Code;
use super::engine::Engine;
use super::line::Cut;
use super::luma::Luma;
use super::sweep::Sweep;
use super::votes::Votes;

/// The longer side a frame is brought to if it is larger.
const SIDE: usize = 640;
/// The middle of a frame that is searched for a matrix, in pixels.
const AIM: usize = 400;
/// Frames between two readings of one text within which they agree.
const PATIENCE: u32 = 8;
/// Frames without a code after which it counts as gone, and is reported again when it comes back.
const GONE: u32 = 12;

/// What is looked for in a frame besides the upright bar codes that are looked for in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Qr,
    Lying,
    DataMatrix,
    Slanted,
    /// Print beside the code, spots and stripes.
    Thorough,
    /// Bars that swell or shrink in bad light.
    Swollen,
    SlantedFar,
    Inverted,
}

impl Stage {
    const TURNS: [Self; 11] = [
        Self::Qr,
        Self::Lying,
        Self::Thorough,
        Self::DataMatrix,
        Self::Slanted,
        Self::Qr,
        Self::Lying,
        Self::SlantedFar,
        Self::Swollen,
        Self::DataMatrix,
        Self::Inverted,
    ];
}

/// A code seen, and not yet often enough.
#[derive(Debug)]
struct Seen {
    code: Code,
    times: u32,
    at: u32,
    stage: Option<Stage>,
}

/// Reads one camera's frames in their order.
///
/// Each frame is searched for upright bar codes and, in turn, for one thing that takes longer. A
/// code is reported when two frames agree, three for those that are easily misread, and more where it may
/// be half of another; in each of them several lines across a bar code must have agreed. It is reported once while it stays in view, and again
/// when it was gone for about a second.
pub struct FrameReader {
    engine: Engine,
    frame: u32,
    turn: usize,
    seen: Vec<Seen>,
    /// Codes reported, and the frame each was last in.
    reported: Vec<(Code, u32)>,
}

impl Default for FrameReader {
    fn default() -> Self {
        Self::new()
    }
}

impl FrameReader {
    /// A reader before the first frame.
    pub fn new() -> Self {
        Self { engine: Engine::new(), frame: 0, turn: 0, seen: Vec::new(), reported: Vec::new() }
    }

    /// Takes the next frame. The answer is a code that is certain now and was not before.
    pub fn read(&mut self, frame: &Luma<'_>) -> Option<Code> {
        self.frame = self.frame.wrapping_add(1);
        self.forget();
        if frame.width().max(frame.height()) > SIDE {
            let small = frame.scaled_to(SIDE);
            return self.look(&small);
        }
        self.look(frame)
    }

    fn look(&mut self, frame: &Luma<'_>) -> Option<Code> {
        if let Some(code) = upright(&mut self.engine, frame) {
            let half = code.may_be_half();
            let certain = self.note(code, None);
            if certain.is_some() || !half {
                return certain;
            }
        }
        let stage = self.next_stage();
        let code = search(&mut self.engine, frame, stage)?;
        self.note(code, Some(stage))
    }

    /// The stage that last found something which is still uncertain, else the next in turn.
    fn next_stage(&mut self) -> Stage {
        let uncertain = self.seen.iter().filter(|seen| !seen.code.may_be_half());
        if let Some(stage) = uncertain.filter_map(|seen| seen.stage).next_back() {
            return stage;
        }
        let stage = Stage::TURNS.get(self.turn).copied().unwrap_or(Stage::Qr);
        self.turn = (self.turn + 1) % Stage::TURNS.len();
        stage
    }

    fn note(&mut self, code: Code, stage: Option<Stage>) -> Option<Code> {
        if let Some((_, at)) = self.reported.iter_mut().find(|(known, _)| *known == code) {
            *at = self.frame;
            return None;
        }
        let mut others = self.reported.iter().map(|(code, _)| code);
        if others.any(|whole| code.is_half_of(whole)) {
            return None;
        }
        self.seen.retain(|seen| !seen.code.is_half_of(&code));
        let known = self.seen.iter().position(|seen| seen.code == code);
        let mut seen = match known {
            Some(at) => self.seen.remove(at),
            None => Seen { code, times: 0, at: 0, stage },
        };
        (seen.times, seen.at, seen.stage) = (seen.times + 1, self.frame, stage);
        if seen.times < frames(&seen.code) {
            self.seen.push(seen);
            return None;
        }
        // Whatever else was seen on the way was a misreading of it, or will be seen again.
        self.seen.clear();
        self.reported.push((seen.code.clone(), self.frame));
        Some(seen.code)
    }

    fn forget(&mut self) {
        let now = self.frame;
        self.seen.retain(|seen| now.wrapping_sub(seen.at) <= PATIENCE);
        self.reported.retain(|(_, at)| now.wrapping_sub(*at) <= GONE);
    }
}

/// Frames that must agree. What may be half of a code waits until every way of looking had its turn at the
/// whole.
fn frames(code: &Code) -> u32 {
    match code {
        _ if code.may_be_half() => Stage::TURNS.len() as u32 + 1,
        _ if code.is_weak() => 3,
        _ => 2,
    }
}

const NEAR: &[Cut] = &[Cut::near(0.5)];
const BOTH: &[Cut] = &[Cut::near(0.5), Cut::WHOLE];
const SWOLLEN: &[Cut] = &[Cut::near(0.4), Cut::near(0.6)];

const PLAIN: Sweep =
    Sweep { degrees: 0.0, apart: 12.0, most: 19, fine: 1.5, cuts: NEAR, restarts: false };

fn upright(engine: &mut Engine, frame: &Luma<'_>) -> Option<Code> {
    let apart = (frame.height() as f32 / 40.0).max(1.0);
    sweep(engine, frame, &[0.0], Sweep { apart, ..PLAIN })
}

fn search(engine: &mut Engine, frame: &Luma<'_>, stage: Stage) -> Option<Code> {
    let apart = frame.height().min(frame.width()) as f32 / 30.0;
    let lines = Sweep { apart: apart.max(1.0), ..PLAIN };
    match stage {
        Stage::Qr => engine.qr(&frame.middle(AIM, AIM), false),
        Stage::DataMatrix => engine.data_matrix(&frame.middle(AIM, AIM)),
        Stage::Lying => sweep(engine, frame, &[90.0], lines),
        Stage::Slanted => sweep(engine, frame, &[22.5, -22.5], Sweep { most: 13, ..lines }),
        Stage::SlantedFar => sweep(engine, frame, &[45.0, -45.0], Sweep { most: 13, ..lines }),
        Stage::Thorough | Stage::Swollen => {
            let cuts = if stage == Stage::Swollen { SWOLLEN } else { BOTH };
            let lines = Sweep { most: 9, fine: 2.0, cuts, restarts: true, ..lines };
            sweep(engine, frame, &[0.0], lines)
        }
        Stage::Inverted => {
            let frame = frame.middle(AIM, AIM).inverted();
            let lines = Sweep { most: 7, cuts: BOTH, ..lines };
            sweep(engine, &frame, &[0.0], lines).or_else(|| engine.qr(&frame, false))
        }
    }
}

fn sweep(engine: &mut Engine, frame: &Luma<'_>, angles: &[f32], lines: Sweep) -> Option<Code> {
    let mut votes = Votes::default();
    for degrees in angles {
        Sweep { degrees: *degrees, ..lines }.read(engine, frame, &mut votes);
    }
    votes.best()
}
