use chrono::TimeZone;
use proptest::prelude::*;

use super::*;

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
}

fn code() -> EnrolmentCode {
    EnrolmentCode {
        id: "0193b5f0aa".into(),
        account: SiteAccount {
            address: "https://erp.example.com".into(),
            user: "rep@example.com".into(),
            api_key: "0a1b2c3d4e5f6a7".into(),
            api_secret: "7a6f5e4d3c2b1a0".into(),
            company: "Acme Trading".into(),
            authorities: None,
            courier_recipient: Some("age1example".into()),
            snapshot: Some(SnapshotPlace { address: "/files/m".into(), public_key: "k".into() }),
            on_arrival: OnArrival::LeaveDraft,
            track: true,
        },
        device: "P07".parse().unwrap(),
        valid_until: noon(),
    }
}

fn why(text: &str) -> &'static str {
    EnrolmentCode::parse(text, noon()).unwrap_err().message_id()
}

#[test]
fn a_code_is_read_as_it_was_written() {
    let text = code().to_text();
    assert_eq!(EnrolmentCode::parse(&text, noon()).unwrap(), code());
    assert!(text.len() < 700, "{} characters make a QR code nobody can scan", text.len());
    let wrapped: Vec<String> =
        text.as_bytes().chunks(60).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    let mailed = format!("  {}\r\n", wrapped.join("\r\n\t"));
    assert_eq!(EnrolmentCode::parse(&mailed, noon()).unwrap(), code());
    assert!(!format!("{:?}", code()).contains("7a6f5e"));
}

#[test]
fn an_authority_of_the_company_travels_in_the_code() {
    let pem = include_str!("../../tests/data/authority.pem");
    let mut code = code();
    code.account.authorities = Some(pem.to_owned());
    let text = code.to_text();
    assert!(text.len() < 1_600, "{} characters make no QR code", text.len());
    assert_eq!(EnrolmentCode::parse(&text, noon()).unwrap(), code);
    assert!(code.account.client().is_ok());
    let head = text.rsplit_once('.').unwrap().0;
    let inside = head.split_once('.').unwrap().1;
    let mut json: serde_json::Value =
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(inside).unwrap()).unwrap();
    for not_one in ["", "AAAA", "not base64!"] {
        json["f"] = serde_json::json!([not_one]);
        let head = format!("SATCHEL1.{}", URL_SAFE_NO_PAD.encode(json.to_string()));
        assert_eq!(why(&format!("{head}.{}", check(&head))), "error-enrol-not-ours", "{not_one}");
    }
}

#[test]
fn each_refusal_has_its_own_words() {
    let text = code().to_text();
    assert_eq!(why("https://erp.example.com/app"), "error-enrol-not-ours");
    assert_eq!(why(&text.replacen("SATCHEL1", "SATCHEL2", 1)), "error-enrol-newer");
    assert_eq!(why(&text[..text.len() / 2]), "error-enrol-torn");
    assert_eq!(why(&text.replacen("ey", "eY", 1)), "error-enrol-torn");
    let late = noon() + chrono::TimeDelta::seconds(1);
    let expired = EnrolmentCode::parse(&text, late).unwrap_err();
    assert_eq!(expired.message_id(), "error-enrol-expired");
    let mut open = code();
    open.account.address = "http://erp.example.com".into();
    assert_eq!(why(&open.to_text()), "error-enrol-not-ours", "a key never goes out in the clear");
}

#[test]
fn a_profile_goes_on_with_its_own_site_and_user_only() {
    let account = code().account;
    assert!(code().continues(&account).is_ok());
    let elsewhere = SiteAccount { address: "https://other.example.com".into(), ..account.clone() };
    assert_eq!(code().continues(&elsewhere).unwrap_err().message_id(), "error-enrol-other-site");
    let other = SiteAccount { user: "other@example.com".into(), ..account.clone() };
    assert_eq!(code().continues(&other).unwrap_err().message_id(), "error-enrol-other-user");
    let company = SiteAccount { company: "Other".into(), ..account };
    assert_eq!(code().continues(&company).unwrap_err().message_id(), "error-enrol-other-user");
}

proptest! {
    #[test]
    fn no_text_does_harm(text in ".{0,400}", inside in "\\PC{0,200}") {
        let _ = EnrolmentCode::parse(&text, noon());
        let head = format!("SATCHEL1.{}", URL_SAFE_NO_PAD.encode(&inside));
        let sealed = format!("{head}.{}", check(&head));
        prop_assert!(EnrolmentCode::parse(&sealed, noon()).is_err());
    }

    #[test]
    fn one_changed_character_is_noticed(at in any::<prop::sample::Index>(), to in "[A-Za-z0-9._-]") {
        let text = code().to_text();
        let at = at.index(text.len());
        let mut changed = text.clone();
        changed.replace_range(at..=at, &to);
        prop_assume!(changed != text);
        prop_assert!(EnrolmentCode::parse(&changed, noon()).is_err());
    }

    #[test]
    fn whatever_fits_comes_back(
        user in "[a-z]{1,30}@[a-z]{1,20}", company in "\\PC{0,80}", seconds in 0_i64..4_000_000_000,
    ) {
        let mut one = code();
        one.account.user = user;
        one.account.company = company;
        one.valid_until = DateTime::from_timestamp(seconds, 0).unwrap();
        let text = one.to_text();
        prop_assert_eq!(EnrolmentCode::parse(&text, one.valid_until).unwrap(), one);
    }
}
