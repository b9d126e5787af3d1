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
    /// Language tag; empty until one is chosen, then the phone's decides.
    pub language: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// The warehouse the rep sells from.
    pub warehouse: String,
    /// Items held on this phone.
    pub items: u64,
    /// Version of the app.
    pub version: String,
}
