//! Receipt templates: the four kinds, and one being edited with what it makes beside it.

mod edit;
mod list;
#[cfg(test)]
mod tests;

pub use edit::EditTemplate;
pub use list::Templates;
