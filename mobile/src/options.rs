//! What the command line may ask for.

use crate::i18n::Language;
use chrono::{DateTime, FixedOffset};
use clap::{Parser, ValueEnum};
use std::path::PathBuf;

/// The options of the `satchel` command.
#[derive(Debug, Clone, Default, PartialEq, Parser)]
#[command(name = "satchel", version, about = "Field sales that needs no network")]
pub struct Options {
    /// Serve the screens to a browser on 127.0.0.1 even where there is a display.
    #[arg(long)]
    pub browser: bool,
    /// Port of the browser shell; 0 takes any free one.
    #[arg(long, default_value_t = 8700, requires = "browser")]
    pub port: u16,
    /// Folder that holds the profiles; the user's data folder when it is not given.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Light or dark; like the system when it is not given.
    #[arg(long, value_enum)]
    pub theme: Option<Theme>,
    /// Language of the screens; the system's when it is not given.
    #[arg(long, value_name = "TAG", value_parser = Language::parse)]
    pub lang: Option<Language>,
    /// Stand still at this moment (RFC 3339), for tests and pictures.
    #[arg(long, value_name = "TIME")]
    pub fixed_time: Option<DateTime<FixedOffset>>,
    /// Take positions from NMEA sentences: a recorded file, or tcp:HOST:PORT.
    #[cfg(any(feature = "desktop", feature = "browser"))]
    #[arg(long, value_name = "SOURCE")]
    pub nmea: Option<String>,
    /// Show this film (YUV4MPEG2) in place of a camera.
    #[cfg(any(feature = "desktop", feature = "browser"))]
    #[arg(long, value_name = "FILE")]
    pub film: Option<PathBuf>,
    /// On the first start, begin with the demo company.
    #[arg(long)]
    pub demo: bool,
    /// Let the demo company's orders travel to the practice site whose account this file holds.
    #[cfg(any(feature = "desktop", feature = "browser"))]
    #[arg(long, value_name = "FILE")]
    pub practice_site: Option<PathBuf>,
    /// Show every part in every state instead of the app.
    #[arg(long)]
    pub gallery: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Whatever the phone is set to.
    #[default]
    System,
    /// Dark ink on white.
    Light,
    /// Light ink on near black.
    Dark,
}

impl Theme {
    /// The stored word: `system`, `light` or `dark`.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a stored word; anything unknown is [`Theme::System`].
    pub fn from_word(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The `data-theme` that asks for it; `None` leaves the choice to the system.
    pub fn data_theme(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("satchel"),
            Self::Dark => Some("satchel-dark"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_survives_being_written_down() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::from_word(theme.word()), theme);
        }
        assert_eq!(Theme::from_word("sepia"), Theme::System);
    }

    #[test]
    fn a_wrong_language_is_refused_by_name() {
        let error = Options::try_parse_from(["satchel", "--lang", "tlh"]).unwrap_err();
        assert!(error.to_string().contains("tlh"), "{error}");
    }

    #[test]
    fn the_port_belongs_to_the_browser_shell() {
        assert!(Options::try_parse_from(["satchel", "--port", "9000"]).is_err());
        let options = Options::try_parse_from(["satchel", "--browser", "--port", "9000"]).unwrap();
        assert_eq!(options.port, 9000);
    }
}
