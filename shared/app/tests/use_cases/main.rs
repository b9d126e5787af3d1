//! The use cases, each as a screen would ask for it. One program: it is built and linked once.

mod common;
mod enrol;
mod positions;
mod presence;
mod printing;
mod reminders;
mod reports;
mod tasks;
mod visits;
