//! Profiles and settings.

/// A profile on the unlock screen: one site and user, one encrypted file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileCard {
    /// The profile's id, a UUID.
    pub id: String,
    /// What it is called, for instance the site's name.
    pub label: String,
    /// The company sold for.
    pub company: String,
    /// What the rep is called.
    pub user: String,
    /// One or two letters for the round picture.
    pub avatar: String,
    /// Whether a finger or a face opens it, besides the PIN.
    pub by_presence: bool,
}

/// Whether a finger or a face may open a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PresenceView {
    /// The phone cannot tell.
    NotOffered,
    /// It could, and knows nobody yet.
    NobodyKnown,
    /// Only the PIN opens it.
    Off,
    /// A finger or a face opens it too.
    On,
}

/// What an enrolment code says, before it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentView {
    /// Address of the site.
    pub site: String,
    /// Whom it is for.
    pub user: String,
    /// The company sold for; empty where the site has one only.
    pub company: String,
    /// First half of the receipt numbers of a new profile.
    pub device: String,
    /// Until when it may be used, as this phone shows times.
    pub valid_until: chrono::DateTime<chrono::FixedOffset>,
}

/// A courier file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourierFile {
    /// Which of this phone's files it is, from 1.
    pub number: u32,
    /// How many documents and changes are in it.
    pub documents: usize,
}

/// What a receipt of the office changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CourierReceipt {
    /// Documents that are delivered now.
    pub delivered: u32,
    /// Of those, orders the site booked with other totals than the receipt promises.
    pub differ: u32,
    /// Documents the site refused; the phone sends them itself and is told why.
    pub refused: u32,
    /// Documents that were known to be delivered, or go on waiting.
    pub unchanged: u32,
}

/// What the settings screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsView {
    /// The open profile.
    pub profile: ProfileCard,
    /// The device code receipts carry, for instance `VAN3`.
    pub device: String,
    /// True for the demo company.
    pub demo: bool,
    /// Address of the site the profile is connected to.
    pub site: Option<String>,
    /// Language tag; empty until one is chosen, then the phone's decides.
    pub language: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// Text size in percent of the standard one.
    pub text_size: u32,
    /// The warehouse the rep sells from.
    pub warehouse: String,
    /// Items held on this phone.
    pub items: u64,
    /// Key of the sentence about how well keys are kept on this phone; none where all is well.
    pub key_store_warning: Option<&'static str>,
    /// Version of the app.
    pub version: String,
}

/// What was saved when the database was found damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalvageView {
    /// Placed orders that were not sent yet and are safe.
    pub orders: u32,
    /// Drafts that are safe.
    pub drafts: u32,
    /// Other documents that were not sent yet and are safe.
    pub others: u32,
    /// Orders that were found and whose content is lost.
    pub incomplete: u32,
    /// Items of the catalogue that could be read; the rest comes back with the next pull.
    pub items: u32,
    /// False when the next receipt number is not certain: orders can be placed again once the phone
    /// has a new device code.
    pub numbering_certain: bool,
    /// What the damaged file is called now; it lies in the folder of the profile.
    pub set_aside: String,
}
