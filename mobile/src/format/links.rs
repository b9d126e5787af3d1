//! Addresses the system opens: calls, mail, maps; and pictures, which a screen shows from one.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand unescaped in a `mailto:` or a query (RFC 3986, unreserved).
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// `tel:` of a phone number as people write it (RFC 3966); `None` where it has no digit.
pub fn call(phone: &str) -> Option<String> {
    let digits: String =
        phone.chars().filter(|c| c.is_ascii_digit() || "+*#".contains(*c)).collect();
    digits.contains(|c: char| c.is_ascii_digit()).then(|| {
        let dialled = utf8_percent_encode(&digits, PLAIN).to_string().replace("%2B", "+");
        format!("tel:{dialled}")
    })
}

/// `mailto:` of an address (RFC 6068); `None` where there is none.
pub fn mail(address: &str) -> Option<String> {
    let address = address.trim();
    address.contains('@').then(|| format!("mailto:{}", utf8_percent_encode(address, PLAIN)))
}

/// A picture as an address a screen shows it from (RFC 2397), its kind as its first bytes say.
pub fn picture(content: &[u8]) -> String {
    let kind = match content {
        [0xff, 0xd8, ..] => "image/jpeg",
        [0x89, b'P', ..] => "image/png",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        _ => "image/svg+xml",
    };
    format!("data:{kind};base64,{}", STANDARD.encode(content))
}

/// The map at a place, or a search for an address where the place is not known; `None` without
/// either. Phones have maps of their own (RFC 5870); elsewhere the browser shows one.
pub fn map(position: Option<&(String, String)>, lines: &[String]) -> Option<String> {
    let search = lines.join(", ");
    let search = utf8_percent_encode(&search, PLAIN);
    match position {
        Some((latitude, longitude)) if cfg!(feature = "phone") => {
            Some(format!("geo:{latitude},{longitude}?q={latitude},{longitude}"))
        }
        Some((latitude, longitude)) => Some(format!(
            "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=18/{latitude}/{longitude}"
        )),
        None if lines.is_empty() => None,
        None if cfg!(feature = "phone") => Some(format!("geo:0,0?q={search}")),
        None => Some(format!("https://www.openstreetmap.org/search?query={search}")),
    }
}

/// Stops between here and the last one that a map takes in an address.
const WAYPOINTS: usize = 9;

/// The way over several places in a map, from where the phone is: the first ten of them; `None` where no
/// place is known. One place is a place of the phone's own map.
pub fn way(places: &[(String, String)]) -> Option<String> {
    let places: Vec<&(String, String)> = places.iter().take(WAYPOINTS + 1).collect();
    let (last, between) = places.split_last()?;
    if between.is_empty() {
        return map(Some(last), &[]);
    }
    let point = |(latitude, longitude): &(String, String)| {
        utf8_percent_encode(&format!("{latitude},{longitude}"), PLAIN).to_string()
    };
    let between: Vec<String> = between.iter().map(|place| point(place)).collect();
    // Maps URLs: opened by the map app where there is one, by the browser elsewhere.
    Some(format!(
        "https://www.google.com/maps/dir/?api=1&travelmode=driving&destination={}&waypoints={}",
        point(last),
        between.join("%7C")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_dialled_without_their_spaces() {
        assert_eq!(call("+351 22 000-10-00").as_deref(), Some("tel:+351220001000"));
        assert_eq!(call("*#06#").as_deref(), Some("tel:%2A%2306%23"));
        assert_eq!(call("none"), None);
    }

    #[test]
    fn mail_goes_to_an_address_only() {
        assert_eq!(mail(" rosa@nuvem.example ").as_deref(), Some("mailto:rosa@nuvem.example"));
        assert_eq!(mail("a?b@c.d").as_deref(), Some("mailto:a%3Fb@c.d"));
        assert_eq!(mail(""), None);
    }

    #[test]
    fn a_map_needs_a_place_or_an_address() {
        let here = ("41.1512".to_owned(), "-8.5972".to_owned());
        assert!(map(Some(&here), &[]).is_some_and(|link| link.contains("41.1512")));
        let lines = ["Rua do Bonfim 118".to_owned(), "Porto".to_owned()];
        assert!(
            map(None, &lines)
                .is_some_and(|link| link.ends_with("Rua%20do%20Bonfim%20118%2C%20Porto"))
        );
        assert_eq!(map(None, &[]), None);
    }

    #[test]
    fn a_way_ends_at_its_last_stop() {
        let place = |n: u32| (format!("41.{n}"), format!("-8.{n}"));
        assert_eq!(way(&[]), None);
        assert_eq!(way(&[place(1)]), map(Some(&place(1)), &[]));
        let three = way(&[place(1), place(2), place(3)]).unwrap_or_default();
        assert!(three.ends_with("destination=41.3%2C-8.3&waypoints=41.1%2C-8.1%7C41.2%2C-8.2"));
        let all: Vec<_> = (1..30).map(place).collect();
        assert_eq!(way(&all), way(&all[..10]));
    }

    proptest! {
        #[test]
        fn nothing_escapes_from_a_link(text in "\\PC{0,40}") {
            for link in [call(&text), mail(&text), map(None, std::slice::from_ref(&text))].into_iter().flatten() {
                prop_assert!(!link.contains(['"', '<', '>', ' ']), "{}", link);
            }
        }
    }
}
