//! What iOS alone has, through Objective-C.

pub mod background;
pub mod folders;
pub mod permission;
mod places;
mod screen;

pub use places::Places;
pub use screen::keep_awake;
