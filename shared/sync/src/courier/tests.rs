use age::x25519::Identity;
use chrono::{TimeZone, Utc};
use proptest::prelude::*;
use satchel_devices::random::SeededRandom;
use serde_json::json;

use super::*;
use crate::OnArrival;

fn header() -> Header {
    Header {
        id: "file-1".into(),
        site: "https://erp.example.com".into(),
        user: "rep@example.com".into(),
        company: "Acme Trading".into(),
        device: "P07".into(),
        number: 1,
        made_at: Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap(),
        on_arrival: OnArrival::Submit,
    }
}

fn rows() -> Sealed {
    let rows = json!({"schema": 1, "tables": []});
    Sealed { receipt_key: "aa".into(), rows: serde_json::from_value(rows).unwrap() }
}

fn secret() -> PhoneSecret {
    PhoneSecret("0123456789abcdef".into())
}

fn random() -> SeededRandom {
    SeededRandom::new(7)
}

fn file(identity: &Identity) -> Vec<u8> {
    let mut out = Vec::new();
    let to = identity.to_public().to_string();
    write_file(&mut out, &to, &secret(), &header(), &rows(), &random()).unwrap();
    out
}

fn why<T>(outcome: Result<T, CourierError>) -> &'static str {
    match outcome {
        Ok(_) => "read",
        Err(error) => error.message_id(),
    }
}

#[test]
fn the_office_alone_reads_it_and_knows_who_made_it() {
    let identity = Identity::generate();
    let file = file(&identity);
    let opened = open_file(&*file, &identity).unwrap();
    assert_eq!(opened.header, header());
    let wrong = PhoneSecret("another".into());
    assert_eq!(verify(&opened, &[wrong.clone(), secret()]).unwrap(), rows());
    assert_eq!(why(verify(&opened, &[wrong])), "error-courier-foreign");
    assert_eq!(why(verify(&opened, &[])), "error-courier-foreign");
    assert_eq!(why(open_file(&*file, &Identity::generate())), "error-courier-other-key");
    assert_eq!(why(open_file(&b"PK not at all"[..], &identity)), "error-courier-not-ours");
    let nobody = write_file(Vec::new(), "age1nobody", &secret(), &header(), &rows(), &random());
    assert_eq!(why(nobody), "error-courier-no-key");
}

#[test]
fn a_torn_file_is_refused_wherever_it_is_torn() {
    let identity = Identity::generate();
    let file = file(&identity);
    for end in (0..file.len()).step_by(7) {
        let outcome = open_file(&file[..end], &identity);
        assert_ne!(why(outcome), "read", "torn at {end}");
    }
    assert_eq!(why(open_file(&file[..file.len() - 1], &identity)), "error-courier-torn");
    let mut changed = file.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(why(open_file(&*changed, &identity)), "error-courier-torn");
}

fn receipt() -> Receipt {
    let delivered = Fate::Delivered { name: "SO-1".into(), modified: String::new() };
    let row = |uid: &str, fate| Delivery { uid: uid.into(), fate, submitted: true, booked: None };
    Receipt {
        file: "file-1".into(),
        rows: vec![row("a", delivered), row("b", Fate::Refused { words: "no".into() })],
    }
}

#[test]
fn a_receipt_is_the_offices_or_none() {
    let bytes = write_receipt(&receipt(), "aa", &random()).unwrap();
    let key = |file: &str| (file == "file-1").then(|| "aa".to_owned());
    assert_eq!(read_receipt(&bytes, key).unwrap(), receipt());
    let forged = write_receipt(&receipt(), "bb", &random()).unwrap();
    assert_eq!(why(read_receipt(&forged, key)), "error-courier-other-receipt");
    assert_eq!(why(read_receipt(&bytes, |_| None)), "error-courier-other-receipt");
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(why(read_receipt(&changed, key)), "error-courier-other-receipt");
    assert_eq!(why(read_receipt(&bytes[..20], key)), "error-courier-torn");
    assert_eq!(why(read_receipt(b"hello", key)), "error-courier-not-ours");
}

proptest! {
    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let identity = Identity::generate();
        prop_assert!(open_file(&*bytes, &identity).is_err());
        let dressed = [b"SATCHEL RECEIPT\n".as_slice(), &1_u32.to_le_bytes(), &bytes].concat();
        prop_assert!(read_receipt(&bytes, |_| Some("aa".into())).is_err());
        prop_assert!(read_receipt(&dressed, |_| Some("aa".into())).is_err());
    }
}
