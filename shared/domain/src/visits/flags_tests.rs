use chrono::{TimeZone, Utc};
use proptest::prelude::*;

use super::*;

/// A moment so many seconds into a start of the phone, `north` ten-millionths of a degree north of Porto.
fn at(seconds: i64, north: i32) -> CapturedAt {
    CapturedAt {
        utc: Utc.with_ymd_and_hms(2026, 11, 22, 9, 0, 0).unwrap() + TimeDelta::seconds(seconds),
        offset_minutes: 0,
        monotonic_ms: u64::try_from(seconds * 1_000).unwrap(),
        boot_id: "b".into(),
        position: Some(CapturedPosition {
            latitude_e7: 411_500_000 + north,
            longitude_e7: -86_100_000,
            accuracy_m: 10,
            ..CapturedPosition::default()
        }),
        later: None,
        no_position: String::new(),
        server: None,
    }
}

fn seen(check_in: CapturedAt, check_out: CapturedAt) -> Seen {
    Seen { check_in, check_out: Some(check_out), distance_m: Some(20), broken: None, over: true }
}

#[test]
fn an_honest_day_has_no_flags() {
    // 11 km in half an hour.
    let day = [seen(at(0, 0), at(900, 0)), seen(at(2_700, 1_000_000), at(3_600, 1_000_000))];
    assert_eq!(flags(&day), [vec![], vec![]]);
}

#[test]
fn each_flag_has_its_reason() {
    let honest = || seen(at(0, 0), at(900, 0));
    let one = |visit: Seen| flags(&[visit]).remove(0);
    let far = Seen { distance_m: Some(900), ..honest() };
    assert_eq!(one(far), [Flag::Far { metres: 900 }]);
    let mut unsure = Seen { distance_m: Some(900), ..honest() };
    unsure.check_in.position.as_mut().unwrap().accuracy_m = 800;
    assert_eq!(one(unsure), []);
    let mut made_up = honest();
    made_up.check_out.as_mut().unwrap().position.as_mut().unwrap().simulated = Some(true);
    assert_eq!(one(made_up), [Flag::Simulated]);
    let changed = Seen { broken: Some(Break::Changed), ..honest() };
    assert_eq!(one(changed), [Flag::Chain(Break::Changed)]);
    let open = Seen { check_out: None, ..honest() };
    assert_eq!(one(open.clone()), [Flag::NoCheckOut]);
    assert_eq!(one(Seen { over: false, ..open }), [], "the rep is still there");
}

#[test]
fn a_clock_that_was_set_is_seen() {
    let mut back = seen(at(0, 0), at(900, 0));
    back.check_out.as_mut().unwrap().utc -= TimeDelta::minutes(60);
    assert_eq!(flags(&[back])[0], [Flag::ClockChanged { minutes: -60 }]);
    // Over a restart only going back is sure.
    let mut restarted = seen(at(0, 0), at(7_200, 0));
    restarted.check_out.as_mut().unwrap().boot_id = "c".into();
    assert_eq!(flags(&[restarted.clone()])[0], []);
    restarted.check_out.as_mut().unwrap().utc -= TimeDelta::hours(3);
    assert_eq!(flags(&[restarted])[0], [Flag::ClockChanged { minutes: -60 }]);
}

#[test]
fn nobody_drives_as_fast_as_that() {
    // 111 km in ten minutes.
    let day = [seen(at(0, 0), at(900, 0)), seen(at(1_500, 10_000_000), at(2_000, 10_000_000))];
    let found = flags(&day).remove(1);
    assert!(matches!(found[..], [Flag::TooFast { kmh: 660..=670 }]), "{found:?}");
}

proptest! {
    #[test]
    fn any_day_is_looked_at(
        moments in prop::collection::vec(
            (any::<i32>(), any::<u64>(), any::<i32>(), any::<i32>(), any::<u32>()), 0..8,
        ),
    ) {
        let moment = |(seconds, monotonic_ms, north, east, accuracy): &(i32, u64, i32, i32, u32)| {
            CapturedAt {
                utc: at(0, 0).utc + TimeDelta::seconds(i64::from(*seconds)),
                monotonic_ms: *monotonic_ms,
                position: Some(CapturedPosition {
                    latitude_e7: *north,
                    longitude_e7: *east,
                    accuracy_m: *accuracy,
                    ..CapturedPosition::default()
                }),
                ..at(0, 0)
            }
        };
        let visits: Vec<Seen> =
            moments.iter().map(|at| Seen { check_out: None, ..seen(moment(at), moment(at)) }).collect();
        prop_assert_eq!(flags(&visits).len(), visits.len());
    }
}
