//! The time zone of the site, in which every time of the server is written.

use std::str::FromStr;

use chrono::{
    DateTime, Datelike, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeDelta, TimeZone,
    Utc,
};

/// The zone named in `time_zone` of System Settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteZone(chrono_tz::Tz);

/// The name is not a zone of the IANA database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown time zone {0:?}")]
pub struct UnknownZone(pub String);

impl UnknownZone {
    /// The key of the sentence shown to the user.
    pub fn message_id(&self) -> &'static str {
        "error-unknown-time-zone"
    }
}

impl SiteZone {
    /// The zone of that IANA name, such as `America/New_York`.
    ///
    /// # Errors
    ///
    /// [`UnknownZone`] for a name outside the IANA database.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        chrono_tz::Tz::from_str(name).map(Self).map_err(|_| UnknownZone(name.to_owned()))
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The moment a time of the site means. The hour that clocks go through twice is the first of
    /// the two; one they skip counts on from before the change.
    pub fn to_utc(self, at_site: NaiveDateTime) -> DateTime<Utc> {
        match self.0.from_local_datetime(&at_site) {
            MappedLocalTime::Single(moment) | MappedLocalTime::Ambiguous(moment, _) => {
                moment.with_timezone(&Utc)
            }
            MappedLocalTime::None => self.skipped(at_site),
        }
    }

    /// What the clocks of the site show at that moment. Moments outside the years people write stay
    /// in UTC.
    pub fn from_utc(self, moment: DateTime<Utc>) -> NaiveDateTime {
        shown(moment, &self.0)
    }

    /// The same moment on the clock of a phone in another zone. Times of all-day Events are days
    /// and stay as they are; callers do not convert them.
    pub fn on_phone(self, at_site: NaiveDateTime, phone: PhoneZone) -> NaiveDateTime {
        phone.from_utc(self.to_utc(at_site))
    }

    /// No zone skips more than a day, so the offset a day earlier is the one from before the
    /// change.
    fn skipped(self, at_site: NaiveDateTime) -> DateTime<Utc> {
        let day = TimeDelta::days(2);
        let before = at_site
            .checked_sub_signed(day)
            .and_then(|earlier| self.0.from_local_datetime(&earlier).earliest())
            .and_then(|moment| moment.with_timezone(&Utc).checked_add_signed(day));
        before.unwrap_or_else(|| at_site.and_utc())
    }
}

/// The zone a phone shows its times in. By its name, where the phone tells one, days on which clocks
/// change come out right; by the offset of the moment where it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneZone {
    /// A zone of the IANA database.
    Named(SiteZone),
    /// Always so far from UTC.
    Fixed(FixedOffset),
}

impl PhoneZone {
    /// The zone of a phone that shows `offset_minutes` east of UTC at `now` and calls its zone `name`.
    /// A name that does not fit what is shown is not believed; an impossible offset counts as none.
    pub fn new(name: Option<&str>, now: DateTime<Utc>, offset_minutes: i32) -> Self {
        let offset = offset_minutes.checked_mul(60).and_then(FixedOffset::east_opt);
        let offset = offset.unwrap_or_else(|| Utc.fix());
        name.and_then(|name| SiteZone::named(name).ok())
            .filter(|zone| zone.from_utc(now) == shown(now, &offset))
            .map_or(Self::Fixed(offset), Self::Named)
    }

    /// The moment a time of the phone means, as [`SiteZone::to_utc`].
    pub fn to_utc(self, on_phone: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Named(zone) => zone.to_utc(on_phone),
            Self::Fixed(offset) => match offset.from_local_datetime(&on_phone).single() {
                Some(moment) => moment.with_timezone(&Utc),
                None => on_phone.and_utc(),
            },
        }
    }

    /// What the phone shows at that moment.
    pub fn from_utc(self, moment: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Named(zone) => zone.from_utc(moment),
            Self::Fixed(offset) => shown(moment, &offset),
        }
    }
}

/// What clocks of a zone show. Near the ends of time an offset leads out of it.
fn shown<Z: TimeZone>(moment: DateTime<Utc>, zone: &Z) -> NaiveDateTime {
    match (1..=9999).contains(&moment.year()) {
        true => moment.with_timezone(zone).naive_local(),
        false => moment.naive_utc(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn summer_and_winter_differ() {
        let site = SiteZone::named("America/New_York").unwrap();
        assert_eq!(site.to_utc(at("2026-07-01 12:00")).naive_utc(), at("2026-07-01 16:00"));
        assert_eq!(site.to_utc(at("2026-12-01 12:00")).naive_utc(), at("2026-12-01 17:00"));
    }

    #[test]
    fn the_hour_that_comes_twice_and_the_one_that_never_comes() {
        let site = SiteZone::named("America/New_York").unwrap();
        assert_eq!(site.to_utc(at("2026-11-01 01:30")).naive_utc(), at("2026-11-01 05:30"));
        assert_eq!(site.to_utc(at("2026-03-08 02:30")).naive_utc(), at("2026-03-08 07:30"));
        let samoa = SiteZone::named("Pacific/Apia").unwrap();
        assert_eq!(samoa.to_utc(at("2011-12-30 12:00")).naive_utc(), at("2011-12-30 22:00"));
    }

    #[test]
    fn a_phone_elsewhere_shows_its_own_hour() {
        let site = SiteZone::named("America/Sao_Paulo").unwrap();
        let phone = PhoneZone::Fixed(FixedOffset::east_opt(3600).unwrap());
        assert_eq!(site.on_phone(at("2026-11-21 09:00"), phone), at("2026-11-21 13:00"));
    }

    #[test]
    fn a_phone_that_names_its_zone_knows_its_summer() {
        let november = at("2026-11-21 12:00").and_utc();
        let lisbon = PhoneZone::new(Some("Europe/Lisbon"), november, 0);
        assert_eq!(lisbon.from_utc(at("2026-07-01 12:00").and_utc()), at("2026-07-01 13:00"));
        assert_eq!(lisbon.to_utc(at("2026-07-01 13:00")).naive_utc(), at("2026-07-01 12:00"));
        // Set by hand to another offset than its zone has, the offset counts.
        let odd = PhoneZone::new(Some("Europe/Lisbon"), november, 60);
        assert_eq!(odd, PhoneZone::Fixed(FixedOffset::east_opt(3600).unwrap()));
        assert_eq!(PhoneZone::new(None, november, i32::MAX), PhoneZone::Fixed(Utc.fix()));
    }

    #[test]
    fn an_unknown_name_is_refused() {
        assert_eq!(SiteZone::named("Mars/Base"), Err(UnknownZone("Mars/Base".to_owned())));
    }

    proptest! {
        #[test]
        fn a_moment_comes_back_from_any_zone(seconds in -2_000_000_000_i64..4_000_000_000, pick in any::<prop::sample::Index>()) {
            let zone = SiteZone(*pick.get(&chrono_tz::TZ_VARIANTS));
            let moment = DateTime::from_timestamp(seconds, 0).unwrap();
            let back = zone.to_utc(zone.from_utc(moment));
            // The second pass through a repeated hour reads as the first.
            prop_assert!((moment - back).abs() <= TimeDelta::hours(24));
            prop_assert_eq!(zone.from_utc(back), zone.from_utc(moment));
        }

        #[test]
        fn any_naive_time_is_some_moment(seconds in any::<i64>(), pick in any::<prop::sample::Index>()) {
            let zone = SiteZone(*pick.get(&chrono_tz::TZ_VARIANTS));
            if let Some(moment) = DateTime::from_timestamp(seconds, 0) {
                let _ = zone.to_utc(moment.naive_utc());
                let _ = (zone.from_utc(moment), PhoneZone::Named(zone).to_utc(moment.naive_utc()));
            }
        }
    }
}
