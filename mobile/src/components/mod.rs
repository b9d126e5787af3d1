//! The parts screens are made of: props and callbacks, no store.
//!
//! Names and classes follow the look: `theme.css` says how a part looks, the file here what it is
//! made of and how it answers. Texts come in as props; a part brings only the words that never
//! change, such as "Close". Every part has its empty, long, right-to-left and large case rendered
//! in `tests`.

pub mod action;
mod bars;
pub mod code_picture;
pub mod dock;
pub mod empty;
pub mod field;
pub mod file;
pub mod icon;
pub mod item_line;
pub mod keypad;
pub mod order_line;
pub mod paper;
pub mod pick;
pub mod picture;
pub mod pin;
pub mod ring;
pub mod row;
pub mod screen;
pub mod sheet;
pub mod signature;
pub mod slider;
pub mod source;
pub mod state;
pub mod stepper;
pub mod strip;
pub mod sums;
#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;
pub mod tile;
pub mod toast;
pub mod virtual_list;

pub use action::{Action, Actions, Button, ButtonKind, IconButton, LinkTool, Tool, Tools};
pub use code_picture::CodePicture;
pub use dock::{Dock, Place};
pub use empty::{Bones, Empty, Failed};
pub use field::{Field, SearchField, TextArea};
pub use file::{FileButton, FileField, content_of};
pub use icon::{Glyph, Icon, IconSize};
pub use item_line::{AddButton, ItemLine, ItemText};
pub use keypad::{KeypadSheet, PadKey};
pub use order_line::{ClosedLine, FreeLine, LineText, OpenLine};
pub use paper::Paper;
pub use pick::{Check, Chip, Chips, Segmented, Switch};
pub use picture::PictureButton;
pub use pin::{PinDots, PinKeys};
pub use ring::Ring;
pub use row::{NavRow, Row, Rows, Section};
pub use screen::{Base, Body, Foot, Head, Screen};
pub use sheet::Sheet;
pub use signature::{SignaturePad, SignatureView, Stroke};
pub use slider::Slider;
pub use source::SourceArea;
pub use state::{Note, StateWord, Tag, Tone};
pub use stepper::Stepper;
pub use strip::{Strip, StripKind};
pub use sums::{Steps, Sum, Sums, TimelineStep};
pub use tile::{Face, Tile};
pub use toast::Toast;
pub use virtual_list::{Extent, VirtualList};
