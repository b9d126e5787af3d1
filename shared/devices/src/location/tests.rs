use super::*;
use chrono::TimeDelta;
use proptest::prelude::*;

fn noon() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn fix(accuracy_m: u32, at: DateTime<Utc>) -> Fix {
    Fix { accuracy_m, ..Fix::at_degrees(41.1465, -8.6111, 0.0, at).unwrap() }
}

#[test]
fn a_set_position_moves_fails_and_is_lost() {
    let here = fix(5, noon());
    let location = SetLocation::at(here);
    assert_eq!(location.whereabouts().fix, Some(here));
    location.fail(LocationTrouble::SwitchedOff);
    let known = location.whereabouts();
    assert_eq!((known.fix, known.trouble), (Some(here), Some(LocationTrouble::SwitchedOff)));
    location.move_to(None);
    assert_eq!(location.whereabouts(), Whereabouts::default());
    assert_eq!(NoLocation::new().whereabouts().trouble, Some(LocationTrouble::NoReceiver));
}

#[tokio::test]
async fn the_fakes_keep_the_contract() {
    let soon = Duration::from_secs(1);
    contract::check(&SetLocation::at(fix(5, noon())), soon).await;
    for trouble in [LocationTrouble::Denied, LocationTrouble::SwitchedOff, LocationTrouble::Lost] {
        contract::check_troubled(&NoLocation::because(trouble), trouble, soon).await;
    }
}

#[test]
fn a_captured_position_has_the_age_of_its_fix() {
    let captured = |later| fix(5, noon()).captured(noon() + TimeDelta::seconds(later));
    assert_eq!(captured(90).age_s, 90);
    assert_eq!(captured(-3600).age_s, 0, "a clock set back makes no negative age");
    assert_eq!(captured(0).latitude_e7, 411_465_000);
}

#[tokio::test(start_paused = true)]
async fn one_fix_waits_for_one_that_is_new_and_good_enough() {
    let location = std::sync::Arc::new(SetLocation::at(fix(5, noon() - TimeDelta::hours(1))));
    let asked = std::sync::Arc::clone(&location);
    let waits =
        tokio::spawn(
            async move { one_fix(asked.as_ref(), noon(), 50, Duration::from_secs(30)).await },
        );
    tokio::time::sleep(Duration::from_secs(1)).await;
    location.move_to(Some(fix(400, noon())));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let good = fix(20, noon());
    location.move_to(Some(good));
    assert_eq!(waits.await.unwrap(), Ok(good));
}

#[tokio::test(start_paused = true)]
async fn one_fix_ends_in_time_or_with_the_reason() {
    let silent = SetLocation::default();
    let answer = one_fix(&silent, noon(), 50, Duration::from_secs(30)).await;
    assert_eq!(answer, Err(LocationTrouble::TimedOut));
    let denied = NoLocation::because(LocationTrouble::Denied);
    let answer = one_fix(&denied, noon(), 50, Duration::from_secs(30)).await;
    assert_eq!(answer, Err(LocationTrouble::Denied));
}

proptest! {
    #[test]
    fn degrees_from_outside_never_make_a_position_off_the_globe(
        latitude in any::<f64>(), longitude in any::<f64>(), accuracy in any::<f64>(),
    ) {
        match Fix::at_degrees(latitude, longitude, accuracy, noon()) {
            Some(fix) => {
                prop_assert!(fix.latitude_e7.abs() <= 900_000_000);
                prop_assert!(fix.longitude_e7.abs() <= 1_800_000_000);
            }
            None => prop_assert!(!(latitude.abs() <= 90.0 && longitude.abs() <= 180.0)),
        }
    }
}
