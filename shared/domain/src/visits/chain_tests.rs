use chrono::{TimeZone, Utc};
use proptest::prelude::*;

use super::*;

fn evidence(visit: &str, moment: Moment) -> Evidence {
    Evidence {
        format: 0,
        device: "VAN3".into(),
        number: 0,
        previous: "anything".into(),
        visit: visit.into(),
        moment,
        customer: "server:CUST-1".into(),
        event: String::new(),
        site_time: "2026-11-22 10:30:00".into(),
        captured: CapturedAt {
            utc: Utc.with_ymd_and_hms(2026, 11, 22, 9, 30, 0).unwrap(),
            offset_minutes: 60,
            monotonic_ms: 5_000,
            boot_id: "b".into(),
            position: None,
            later: None,
            no_position: String::new(),
            server: None,
        },
        distance_m: Some(40),
        note: String::new(),
        better: None,
    }
}

fn chain(length: usize) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for at in 0..length {
        let moment = if at % 2 == 0 { Moment::CheckIn } else { Moment::CheckOut };
        let link = seal(links.last(), evidence(&format!("V{}", at / 2), moment)).unwrap();
        links.push(link);
    }
    links
}

fn breaks(links: &[Link]) -> Vec<Option<Break>> {
    check_chain(links).into_iter().map(|(_, broken)| broken).collect()
}

#[test]
fn a_chain_as_it_was_made_is_whole() {
    let links = chain(5);
    assert_eq!(breaks(&links), [None; 5]);
    let told = check_chain(&links);
    let numbers: Vec<u64> = told.iter().map(|(e, _)| e.as_ref().unwrap().number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5]);
    assert!(
        links[0].evidence.starts_with(r#"{"format":1,"device":"VAN3","number":1,"previous":"""#)
    );
    // `printf %s "$evidence" | sha256sum` gives the same.
    assert_eq!(links[0].hash.len(), 64);
    assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn what_was_done_to_it_is_seen() {
    let links = chain(5);
    let mut changed = links.clone();
    changed[2].evidence = changed[2].evidence.replace("\"distance_m\":40", "\"distance_m\":4");
    assert_eq!(breaks(&changed), [None, None, Some(Break::Changed), None, None]);
    // Changed and sealed anew: the next one tells.
    changed[2].hash = hash(&changed[2].evidence);
    assert_eq!(breaks(&changed), [None, None, None, Some(Break::Elsewhere), None]);
    let mut short = links.clone();
    short.remove(2);
    assert_eq!(breaks(&short), [None, None, Some(Break::Missing), None]);
    let mut torn = links.clone();
    torn[4].evidence.truncate(20);
    assert_eq!(breaks(&torn)[0], Some(Break::Changed));
    let mut twice = links;
    twice.push(twice[4].clone());
    assert_eq!(breaks(&twice)[5], Some(Break::Elsewhere));
}

#[test]
fn a_later_part_of_a_chain_is_whole_by_itself() {
    assert_eq!(breaks(&chain(6)[2..]), [None; 4]);
}

proptest! {
    #[test]
    fn no_changed_byte_passes(length in 2..6_usize, at: prop::sample::Index, byte: prop::sample::Index) {
        let mut links = chain(length);
        let place = at.index(length);
        let mut text = links[place].evidence.clone().into_bytes();
        let byte = byte.index(text.len());
        text[byte] ^= 1;
        if let Ok(text) = String::from_utf8(text) {
            links[place].evidence = text;
            prop_assert!(breaks(&links).contains(&Some(Break::Changed)));
        }
    }

    #[test]
    fn any_order_of_arrival_gives_one_result(seed in prop::collection::vec(0..1_000_u32, 6)) {
        let links = chain(6);
        let mut mixed: Vec<(u32, Link)> = seed.into_iter().zip(links.clone()).collect();
        mixed.sort_by_key(|(key, _)| *key);
        let mixed: Vec<Link> = mixed.into_iter().map(|(_, link)| link).collect();
        prop_assert_eq!(check_chain(&mixed), check_chain(&links));
    }

    #[test]
    fn any_text_is_looked_at(text in "\\PC{0,80}", hash in "[0-9a-f]{0,64}") {
        let link = Link { evidence: text, hash };
        prop_assert_eq!(breaks(std::slice::from_ref(&link)), [Some(Break::Changed)]);
        prop_assert!(seal(Some(&link), evidence("V", Moment::CheckIn)).is_some());
    }
}
