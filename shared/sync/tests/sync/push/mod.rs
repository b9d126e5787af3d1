//! Sending over a real line to a practice site, with everything that goes wrong.

mod arrived;
mod changed;
mod crashed;
mod once;
mod over_draft;
mod paused;
mod refused;
mod stuck;
mod support;
