//! What screens show: plain data, already looked up, not yet worded.
//!
//! Figures are exact decimals with their currency beside them; dates are civil dates. Words and
//! number shapes come from the screen's language (`satchel_domain::money::format` and the
//! translations), so that one view serves every language.

mod ages;
mod attached;
mod calendar;
mod catalogue;
mod customers;
mod event;
mod order;
mod orders;
mod printing;
mod profile;
mod receipts;
mod reminders;
mod scanning;
mod sync;
mod task;
mod team;
mod today;
mod track;
mod visits;
mod work;

pub use ages::{AgeView, AgesView};
pub use attached::AttachedView;
pub use calendar::{CalendarLook, CalendarView, OfficeClock};
pub use catalogue::{
    CatalogueFilter, GroupRow, ItemDetail, ItemRow, StockView, UnitPrice, UomChoice, WarehouseView,
};
pub use customers::{
    AddressView, BasketItem, ContactView, CustomerDetail, CustomerFields, CustomerRow,
    FieldProblem, NewCustomer, NewCustomerChoices,
};
pub use event::{
    EventDeleted, EventDetail, EventForm, EventRepeat, IcsOf, InvitedEvent, OfficeTime,
    ParticipantView,
};
pub use order::{
    ChoiceView, DiscountEntry, LineView, OrderChoices, OrderEdit, OrderView, PriceReason,
    StockNote, TaxLine, Totals,
};
pub use orders::{
    OrderCounts, OrderDetail, OrderFilter, OrderRow, PlaceTaken, PlacedView, TimelineRow,
};
pub use printing::{
    FoundPrinterView, PrintJobView, PrintState, PrintedView, PrinterNews, PrinterStatus,
    PrinterView,
};
pub use profile::{
    CourierFile, CourierReceipt, EnrolmentView, PresenceView, ProfileCard, SalvageView,
    SettingsView,
};
pub use receipts::{
    LogoView, Receipt, ReceiptError, ReceiptKind, ReceiptOf, ReceiptView, ShareKind, Shared,
    TemplateFrom, TemplateRow, TemplateTrial, TemplateView,
};
pub use reminders::{LEADS, ReminderOf, ReminderSettings, ReminderView};
pub use scanning::ScanSettings;
pub use sync::{
    BookedView, ConflictField, ConflictValue, ConflictView, DifferenceView, DownloadView,
    HandAction, Keep, LoadView, MendField, MendKind, MendView, OutgoingRow, OutgoingState,
    Sentence, SyncCentre, SyncConnection,
};
pub use task::{
    CheckItem, DependencyRow, HistoryRow, ProjectShare, TaskReport, TaskStatus, TaskView, TimerView,
};
pub use team::{
    Break, Flag, TeamDayView, TeamEvidence, TeamFigures, TeamFile, TeamFilter, TeamMoment,
    TeamOrderLine, TeamPerson, TeamPicture, TeamPlace, TeamRepView, TeamReport, TeamTaskLine,
    TeamUnvisited, TeamVisitLine, TeamVisitView,
};
pub use today::{
    DayRouteView, DraftRow, RouteView, StripState, TodayView, VisitDone, VisitStop, VisitView,
};
pub use track::TrackState;
pub use visits::{
    CustomerVisit, LinkView, MissedVisit, NearVisit, VisitDetail, VisitEvent, VisitMoment,
    VisitPlace, VisitRecord, VisitState,
};
pub use work::{AgendaRow, NewTask, NewTime, TaskRow};

use rust_decimal::Decimal;

/// An amount and the currency it is in (ISO 4217 code, as in ERPNext's Currency).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyView {
    /// The amount, in major units, exact.
    pub amount: Decimal,
    /// ISO 4217 code.
    pub currency: String,
}

impl MoneyView {
    /// An amount in a currency.
    pub fn new(amount: Decimal, currency: impl Into<String>) -> Self {
        Self { amount, currency: currency.into() }
    }
}

/// One page of a list and where the next one starts; `None` at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows, in display order.
    pub rows: Vec<T>,
    /// Hand this back to read on; opaque.
    pub next: Option<String>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), next: None }
    }
}
