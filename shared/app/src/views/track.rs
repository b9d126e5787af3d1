//! Whether the way between visits is recorded.

/// Whether the way between visits is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackState {
    /// The company does not record it.
    Off,
    /// It is recorded between visits, and not now: none was left today, or one goes on.
    Waiting,
    /// It is recorded now, as long as the app is open.
    Recording,
}
