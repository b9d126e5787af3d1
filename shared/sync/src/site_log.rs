//! The log on the site: enrolment codes given out and used, courier files delivered. Its unique
//! `satchel_uid` lets each happen once.

/// DocType of the log, made by `satchel-office site setup`. Reps may insert into it and read their own.
pub const LOG: &str = "Satchel Log";

/// `event`: the office gave a code out.
pub const CODE_GIVEN: &str = "Code given";
/// `event`: a phone used a code.
pub const CODE_USED: &str = "Code used";
/// `event`: the office delivered a courier file.
pub const COURIER_DELIVERED: &str = "Courier file delivered";

/// uid of the entry for a code given out.
pub fn given_uid(code: &str) -> String {
    format!("given-{code}")
}

/// uid of the entry for a courier file delivered.
pub fn courier_uid(file: &str) -> String {
    format!("courier-{file}")
}
