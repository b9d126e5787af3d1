//! The two zones of a calendar: the site's, in which ERPNext keeps times, and the phone's.

use crate::session::Session;
use crate::views::OfficeClock;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use satchel_domain::calendar::zone::{PhoneZone, SiteZone};

/// Both zones; without one of the site's, its times are the phone's.
#[derive(Debug, Clone, Copy)]
pub(in crate::session) struct Zones {
    site: Option<SiteZone>,
    phone: PhoneZone,
    now: DateTime<Utc>,
}

impl Session {
    /// The zones as they are now.
    pub(in crate::session) fn zones(&self) -> Zones {
        let now = self.now();
        let name = self.inner.ports.clock.zone();
        let phone = PhoneZone::new(name.as_deref(), now.utc, now.offset_minutes);
        let company = self.company();
        let site = company.time_zone.as_deref().and_then(|zone| SiteZone::named(zone).ok());
        Zones::new(site, phone, now.utc)
    }
}

impl Zones {
    /// The zones of a site and of a phone at a moment.
    pub fn new(site: Option<SiteZone>, phone: PhoneZone, now: DateTime<Utc>) -> Self {
        Self { site, phone, now }
    }

    /// A time of the site, as the phone shows it.
    pub fn on_phone(&self, at_site: NaiveDateTime) -> NaiveDateTime {
        self.site.map_or(at_site, |site| site.on_phone(at_site, self.phone))
    }

    /// The moment a time of the site means.
    pub fn moment(&self, at_site: NaiveDateTime) -> DateTime<Utc> {
        self.site.map_or_else(|| self.phone.to_utc(at_site), |site| site.to_utc(at_site))
    }

    /// A time of the phone, as the site keeps it.
    pub fn at_site(&self, on_phone: NaiveDateTime) -> NaiveDateTime {
        self.site.map_or(on_phone, |site| site.from_utc(self.phone.to_utc(on_phone)))
    }

    /// The office's clock, where it is another than the phone's now or at the ends of these days.
    pub fn office(&self, from: NaiveDate, until: NaiveDate) -> Option<OfficeClock> {
        let site = self.site?;
        let ends = [from, until].map(|day| self.phone.to_utc(day.and_time(NaiveTime::MIN)));
        let differs =
            |moment: &DateTime<Utc>| site.from_utc(*moment) != self.phone.from_utc(*moment);
        [self.now]
            .iter()
            .chain(&ends)
            .any(differs)
            .then(|| OfficeClock { zone: site.name().to_owned(), now: site.from_utc(self.now) })
    }

    /// Whether one time of the site is another on the phone.
    pub fn differ_at(&self, at_site: NaiveDateTime) -> bool {
        self.on_phone(at_site) != at_site
    }

    /// The site's zone, where it tells one.
    pub fn site(&self) -> Option<SiteZone> {
        self.site
    }

    /// The phone's zone.
    pub fn phone(&self) -> PhoneZone {
        self.phone
    }

    /// The name of the site's zone.
    pub fn site_name(&self) -> Option<&'static str> {
        self.site.map(SiteZone::name)
    }
}
