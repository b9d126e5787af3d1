//! The encrypted SQLite file of a profile.
