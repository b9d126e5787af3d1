//! What a `TZID` means.

use super::super::zone::SiteZone;

/// Names Windows gives its zones, with the IANA zone each stands for (Unicode CLDR, `windowsZones`).
const WINDOWS: [(&str, &str); 34] = [
    ("Arab Standard Time", "Asia/Riyadh"),
    ("Arabian Standard Time", "Asia/Dubai"),
    ("Argentina Standard Time", "America/Argentina/Buenos_Aires"),
    ("Atlantic Standard Time", "America/Halifax"),
    ("AUS Eastern Standard Time", "Australia/Sydney"),
    ("Bahia Standard Time", "America/Bahia"),
    ("Central America Standard Time", "America/Guatemala"),
    ("Central Brazilian Standard Time", "America/Cuiaba"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("Central Standard Time", "America/Chicago"),
    ("Central Standard Time (Mexico)", "America/Mexico_City"),
    ("China Standard Time", "Asia/Shanghai"),
    ("E. Europe Standard Time", "Europe/Chisinau"),
    ("E. South America Standard Time", "America/Sao_Paulo"),
    ("Eastern Standard Time", "America/New_York"),
    ("Egypt Standard Time", "Africa/Cairo"),
    ("FLE Standard Time", "Europe/Kiev"),
    ("GMT Standard Time", "Europe/London"),
    ("GTB Standard Time", "Europe/Bucharest"),
    ("Greenwich Standard Time", "Atlantic/Reykjavik"),
    ("India Standard Time", "Asia/Kolkata"),
    ("Morocco Standard Time", "Africa/Casablanca"),
    ("Mountain Standard Time", "America/Denver"),
    ("Pacific SA Standard Time", "America/Santiago"),
    ("Pacific Standard Time", "America/Los_Angeles"),
    ("Romance Standard Time", "Europe/Paris"),
    ("SA Eastern Standard Time", "America/Cayenne"),
    ("SA Pacific Standard Time", "America/Bogota"),
    ("SA Western Standard Time", "America/La_Paz"),
    ("South Africa Standard Time", "Africa/Johannesburg"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("UTC", "Etc/UTC"),
    ("W. Europe Standard Time", "Europe/Berlin"),
];

/// The zone of a `TZID`: an IANA name, such a name behind a path as some programs write it, or a name of
/// Windows.
pub fn zone_of(tzid: &str) -> Option<SiteZone> {
    let tzid = tzid.trim().trim_matches('"');
    if let Some((_, iana)) = WINDOWS.iter().find(|(windows, _)| *windows == tzid) {
        return SiteZone::named(iana).ok();
    }
    let mut rest = tzid.trim_start_matches('/');
    loop {
        if let Ok(zone) = SiteZone::named(rest) {
            return Some(zone);
        }
        rest = rest.split_once('/')?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn zones_of_other_programs_are_understood() {
        for (windows, iana) in WINDOWS {
            assert_eq!(zone_of(windows).map(SiteZone::name), Some(iana));
        }
        let path = zone_of("/freeassociation.sourceforge.net/Europe/Lisbon");
        assert_eq!(path.map(SiteZone::name), Some("Europe/Lisbon"));
        assert_eq!(zone_of("Office hours"), None);
    }

    proptest! {
        #[test]
        fn any_name_is_a_zone_or_none(name in "\\PC{0,40}|[A-Za-z/_]{0,40}") {
            let _ = zone_of(&name);
        }
    }
}
