//! Receipts and their templates.

use chrono::NaiveDate;
pub use satchel_devices::share::{ShareKind, Shared};
pub use satchel_domain::receipts::{Receipt, ReceiptError, ReceiptKind};

/// What a receipt is of, by the keys screens hand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptOf {
    /// An order placed here, by uid.
    Order(String),
    /// A visit made here, by uid.
    Visit(String),
    /// A Task, by key.
    Task(String),
    /// The rep's day.
    Day(NaiveDate),
    /// The day of another of the team: their user id.
    TeamDay(NaiveDate, String),
}

impl ReceiptOf {
    /// The kind of receipt.
    pub fn kind(&self) -> ReceiptKind {
        match self {
            Self::Order(_) => ReceiptKind::Order,
            Self::Visit(_) => ReceiptKind::Visit,
            Self::Task(_) => ReceiptKind::Task,
            Self::Day(_) | Self::TeamDay(..) => ReceiptKind::Day,
        }
    }

    /// The name a print job keeps it under: of an order its uid, else the kind and the key.
    pub fn document(&self) -> String {
        match self {
            Self::Order(uid) => uid.clone(),
            Self::Visit(key) | Self::Task(key) => format!("{}:{key}", self.kind().name()),
            Self::Day(day) => format!("{}:{day}", self.kind().name()),
            Self::TeamDay(day, user) => format!("team:{day}:{user}"),
        }
    }

    /// What [`ReceiptOf::document`] names.
    pub fn of_document(document: &str) -> Option<Self> {
        match document.split_once(':') {
            None => (!document.is_empty()).then(|| Self::Order(document.to_owned())),
            Some(("visit", key)) => Some(Self::Visit(key.to_owned())),
            Some(("task", key)) => Some(Self::Task(key.to_owned())),
            Some(("day", day)) => day.parse().ok().map(Self::Day),
            Some(("team", rest)) => {
                let (day, user) = rest.split_once(':')?;
                Some(Self::TeamDay(day.parse().ok()?, user.to_owned()))
            }
            Some(_) => None,
        }
    }
}

/// A receipt as it will be printed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReceiptView {
    /// The receipt.
    pub receipt: Receipt,
    /// What lists and files call it: the receipt number, the customer of a visit, the subject of a
    /// task, the date of a day.
    pub title: String,
    /// What is wrong with the template of the rep or the office, where the built-in one stood in.
    pub problem: Option<ReceiptError>,
    /// Name of the company it is of.
    pub company: String,
    /// The logo of that company, where the receipt shows it and this phone has it.
    pub logo: Option<LogoView>,
}

/// A logo in the dots of narrow paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoView {
    /// A `data:` address that holds the picture.
    pub address: String,
    /// Its width, in hundredths of the paper's.
    pub percent: u8,
}

/// Whose template prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateFrom {
    /// The one that ships.
    BuiltIn,
    /// The office's, for all its phones.
    Office,
    /// The rep's own, which goes before the office's.
    Own,
}

/// A template in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRow {
    /// What it is for.
    pub kind: ReceiptKind,
    /// Whose it is.
    pub from: TemplateFrom,
    /// The office has one, whether it is the one that prints or not.
    pub of_office: bool,
    /// What is wrong with it; the built-in one prints meanwhile.
    pub problem: Option<ReceiptError>,
}

/// A template to be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateView {
    /// What it is for.
    pub kind: ReceiptKind,
    /// Its text.
    pub text: String,
    /// Whose it is.
    pub from: TemplateFrom,
    /// The text that prints without the rep's own: the office's where it has one, else the built-in one.
    pub behind: String,
    /// That text is the office's.
    pub of_office: bool,
}

/// What a template makes of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateTrial {
    /// The receipt: by the built-in template where this one is broken.
    pub receipt: Receipt,
    /// What is wrong with the template.
    pub problem: Option<ReceiptError>,
    /// The document is made up: there is none of this kind on this phone yet.
    pub is_sample: bool,
    /// The company's logo, where the receipt shows it and this phone has it.
    pub logo: Option<LogoView>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_job_finds_its_document_again() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for of in [
            ReceiptOf::Order("0199-uid".to_owned()),
            ReceiptOf::Visit("0199-uid".to_owned()),
            ReceiptOf::Task("server:TASK-2026-00007".to_owned()),
            ReceiptOf::Day(day),
            ReceiptOf::TeamDay(day, "ana@example.com".to_owned()),
        ] {
            assert_eq!(ReceiptOf::of_document(&of.document()), Some(of));
        }
        assert_eq!(ReceiptOf::of_document(""), None);
        assert_eq!(ReceiptOf::of_document("day:never"), None);
    }
}
