//! The screens of Satchel.
