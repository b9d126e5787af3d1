//! What a use case answers when it cannot do what it was asked.

use crate::selling::EditError;
use satchel_devices::printing::link::{BadAddress, LinkError};
use satchel_devices::random::NoRandomness;
use satchel_devices::share::ShareError;
use satchel_domain::barcodes::PatternError;
use satchel_domain::calendar::ics::IcsError;
use satchel_domain::calendar::{EventNowhere, EventRefusal};
use satchel_domain::pricing::Refusal;
use satchel_domain::receipts::ReceiptError;
use satchel_domain::tasks::TaskRefusal;
use satchel_store::StoreError;
use satchel_sync::SyncError;
use satchel_sync::courier::CourierError;
use satchel_sync::enrol::EnrolError;

/// Why a use case could not. The rep reads the translation of [`AppError::message_id`]; `Display`
/// is for the log and holds no personal data.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AppError {
    /// The store could not.
    #[error("the store could not: {0}")]
    Store(#[from] StoreError),
    /// The edit was not taken.
    #[error("the edit was not taken: {0}")]
    Edit(#[from] EditError),
    /// The server would refuse the order.
    #[error("the order would be refused: {}", .0.exc_type())]
    Refused(Box<Refusal>),
    /// What was asked for is not on this phone.
    #[error("there is no such {what}")]
    NotFound {
        /// The doctype or thing, in a word.
        what: &'static str,
    },
    /// The order has no lines.
    #[error("the order has no lines")]
    EmptyOrder,
    /// A line has no price, and none was typed.
    #[error("a line has no price")]
    NoPrice {
        /// Item name of the first such line.
        item_name: String,
    },
    /// The rep is still at another customer.
    #[error("another visit goes on")]
    VisitOpen {
        /// Whom the rep is at.
        customer_name: String,
    },
    /// The server would not save the task so.
    #[error("the task would be refused")]
    Task(TaskRefusal),
    /// A timer runs on another task.
    #[error("a timer runs already")]
    TimerRuns {
        /// Subject of that task.
        subject: String,
    },
    /// The timer runs for so long that somebody must say how long it really was.
    #[error("the timer was forgotten")]
    TimerForgotten {
        /// Whole hours it shows.
        hours: u64,
    },
    /// A text the rep typed is needed and empty, or too long.
    #[error("`{field}` is missing or too long")]
    Field {
        /// The field, by its name in ERPNext.
        field: &'static str,
    },
    /// A calendar entry the server would refuse.
    #[error(transparent)]
    Event(#[from] EventRefusal),
    /// A calendar entry the server would take and show on no day.
    #[error(transparent)]
    EventNowhere(#[from] EventNowhere),
    /// A file is no invitation.
    #[error(transparent)]
    Ics(#[from] IcsError),
    /// A calendar entry of somebody else was to be changed.
    #[error("the event is somebody else's")]
    NotYourEvent,
    /// There is no calendar entry on the days to be shared.
    #[error("no calendar entry on these days")]
    NoEvents,
    /// A layout of labels with a weight or price in them is none.
    #[error("the layout of a label: {source}")]
    LabelPattern {
        /// The layout as it was typed.
        pattern: String,
        /// What is wrong with it.
        source: PatternError,
    },
    /// A document kept on this phone cannot be read.
    #[error("a stored {what} cannot be read")]
    Unreadable {
        /// What it is, in a word.
        what: &'static str,
    },
    /// The masters on this phone cannot be used for pricing.
    #[error("the masters cannot be used: {0}")]
    Masters(String),
    /// The demo company's data has a mistake.
    #[error("the demo company cannot be read: {0}")]
    Demo(#[from] satchel_demo::DemoError),
    /// A receipt cannot be laid out, or a template cannot be kept.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
    /// A receipt could not be made a file.
    #[error("the receipt is no file: {0}")]
    ReceiptFile(String),
    /// A file was not handed over.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// A printer did not answer.
    #[error("the printer: {0}")]
    Printer(#[from] LinkError),
    /// A printer's address is none.
    #[error(transparent)]
    PrinterAddress(#[from] BadAddress),
    /// No printer is saved.
    #[error("no printer is saved")]
    NoPrinter,
    /// A code of the office was not taken.
    #[error("not enrolled: {0}")]
    Enrol(#[from] EnrolError),
    /// A file of the courier was not written or not taken.
    #[error("the courier: {0}")]
    Courier(#[from] CourierError),
    /// A step of the sync could not be taken.
    #[error("the sync: {0}")]
    Sync(#[from] SyncError),
    /// The order that this one mends was booked, sent again or mended otherwise meanwhile.
    #[error("the order it mends went another way")]
    MendedMeanwhile {
        /// Receipt number of the order to be mended.
        number: String,
    },
    /// A file that was to be a picture is none any site can show.
    #[error("the file is no picture")]
    NotAPicture,
    /// A file is too large to be sent.
    #[error("the file is larger than {megabytes} MB")]
    TooLarge {
        /// What may be sent, in megabytes.
        megabytes: usize,
    },
    /// The system gives no thread.
    #[error("no thread: {0}")]
    NoThread(#[source] std::io::Error),
    /// The system gave no random bytes.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

impl AppError {
    /// Translation key of the sentence for the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Store(error) => error.message_id(),
            Self::Edit(error) => error.message_id(),
            Self::Refused(refusal) => refusal.message_id(),
            Self::NotFound { .. } => "error-app-not-found",
            Self::EmptyOrder => "error-app-empty-order",
            Self::NoPrice { .. } => "error-app-no-price",
            Self::VisitOpen { .. } => "error-app-visit-open",
            Self::Task(refusal) => refusal.message_id(),
            Self::TimerRuns { .. } => "error-app-timer-runs",
            Self::TimerForgotten { .. } => "error-app-timer-forgotten",
            Self::Field { .. } => "error-app-field",
            Self::Event(refusal) => refusal.message_id(),
            Self::EventNowhere(nowhere) => nowhere.message_id(),
            Self::Ics(error) => error.message_id(),
            Self::NotYourEvent => "error-event-not-yours",
            Self::NoEvents => "error-event-none-in-days",
            Self::LabelPattern { source, .. } => source.message_id(),
            Self::Unreadable { .. } => "error-app-unreadable",
            Self::Masters(_) => "error-app-masters",
            Self::Demo(_) => "error-app-demo",
            Self::Receipt(error) => error.message_id(),
            Self::ReceiptFile(_) => "error-receipt-file",
            Self::Share(error) => error.message_id(),
            Self::Printer(error) => error.message_id(),
            Self::PrinterAddress(_) => "error-printer-bad-address",
            Self::NoPrinter => "error-printer-none-saved",
            Self::Enrol(error) => error.message_id(),
            Self::Courier(error) => error.message_id(),
            Self::Sync(error) => error.message_id(),
            Self::MendedMeanwhile { .. } => "error-app-mended-meanwhile",
            Self::NotAPicture => "error-app-not-a-picture",
            Self::TooLarge { .. } => "error-app-too-large",
            Self::NoThread(_) => "error-app-no-thread",
            Self::Randomness(_) => "error-app-randomness",
        }
    }

    /// Named arguments of the sentence.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Refused(refusal) => refusal.args(),
            Self::Task(refusal) => refusal.arguments(),
            Self::TimerRuns { subject } => vec![("task", subject.clone())],
            Self::TimerForgotten { hours } => vec![("hours", hours.to_string())],
            Self::Receipt(error) => error.arguments(),
            Self::Enrol(error) => error.message_args(),
            Self::Sync(error) => error.message_args(),
            Self::MendedMeanwhile { number } => vec![("number", number.clone())],
            Self::NotFound { what } | Self::Unreadable { what } => {
                vec![("what", (*what).to_owned())]
            }
            Self::TooLarge { megabytes } => vec![("megabytes", megabytes.to_string())],
            Self::NoPrice { item_name } => vec![("item", item_name.clone())],
            Self::VisitOpen { customer_name } => vec![("customer", customer_name.clone())],
            Self::LabelPattern { pattern, .. } => vec![("pattern", pattern.clone())],
            Self::Field { field } => vec![("field", (*field).to_owned())],
            _ => Vec::new(),
        }
    }
}

/// Why a picture of the team does not come. `Display` is for the log and holds no personal data.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// There is no signal.
    #[error("the site cannot be reached")]
    Offline,
    /// It took too long.
    #[error("the picture took too long")]
    Slow,
    /// The site does not show it to this user.
    #[error("the site does not show the picture")]
    Refused,
    /// The site has it no more.
    #[error("the site has the picture no more")]
    Gone,
    /// The file is none of the pictures a phone shows.
    #[error("the file is no picture")]
    NotAPicture,
    /// It is larger than a phone takes in.
    #[error("the picture is too large")]
    TooLarge,
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl PictureError {
    /// Translation key of the sentence for the supervisor.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Offline => "error-team-picture-offline",
            Self::Slow => "error-team-picture-slow",
            Self::Refused => "error-team-picture-refused",
            Self::Gone => "error-team-picture-gone",
            Self::NotAPicture => "error-team-picture-none",
            Self::TooLarge => "error-team-picture-too-large",
            Self::App(error) => error.message_id(),
        }
    }

    /// Named arguments of the sentence.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::App(error) => error.args(),
            _ => Vec::new(),
        }
    }

    /// Whether trying again may bring it.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Offline | Self::Slow | Self::App(_))
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}
