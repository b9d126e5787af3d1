//! What comes by hand or from a static host: manifests and masters of a snapshot, courier files, their
//! rows, and receipts. Seals are put on here, so that what lies behind them is reached as well. Each is
//! read or refused; a refusal of masters leaves the phone usable.

#![no_main]

use std::io::{Cursor, Write};
use std::sync::OnceLock;

use age::Encryptor;
use age::x25519::Identity;
use arbitrary::Unstructured;
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use satchel_store::{Carried, ItemQuery, Store, StoreError};
use satchel_sync::courier::{PhoneSecret, open_file, read_receipt, verify};
use satchel_sync::snapshot::{Manifest, SigningKey};
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use vocabulary::{DOCTYPES, FIELDS, WORDS};

#[path = "../../../shared/domain/tests/vocabulary/mod.rs"]
mod vocabulary;

/// Doctypes that only snapshots name.
const MORE: [&str; 5] = ["Bin", "Customer", "Address", "Contact", "#state"];
const RECEIPT_KEY: &str = "aa";

/// Made once: keys, and the phone that takes masters in.
struct Office {
    signing: SigningKey,
    public: String,
    identity: Identity,
    phone: Store,
    _folder: TempDir,
}

fn office() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let signing = SigningKey::read(&SigningKey::generate().expect("a key")).expect("a key");
        Office {
            public: signing.public(),
            signing,
            identity: Identity::generate(),
            phone: store(&folder, "phone.db"),
            _folder: folder,
        }
    })
}

fn store(folder: &TempDir, name: &str) -> Store {
    Store::open_with_key(&folder.path().join(name), [7; 32]).expect("a new store opens")
}

fn manifest(office: &Office, bytes: &[u8]) {
    // Bytes alone have no signature of the office.
    assert!(Manifest::open(bytes, &office.public).is_err());
    let Ok(signed) = serde_json::from_slice::<Manifest>(bytes) else { return };
    if let Ok(opened) = Manifest::open(&signed.sign(&office.signing), &office.public) {
        assert_eq!(opened, signed);
    }
}

fn value(data: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    Ok(match data.int_in_range(0_u8..=5)? {
        0 => Value::Null,
        1 => json!(data.int_in_range(-5..=200)?),
        2 => json!(f64::from(data.int_in_range(-100_000..=10_000_000)?) / 1000.0),
        3 => json!(data.arbitrary::<String>()?),
        4 => json!([{ (*data.choose(&FIELDS)?): data.choose(&WORDS)? }]),
        _ => json!(data.choose(&WORDS)?),
    })
}

/// A stream of masters as the office writes it, but with any documents; now and then torn or changed.
fn masters(data: &mut Unstructured<'_>) -> arbitrary::Result<Vec<u8>> {
    let mut stream = b"satchel masters 1\n".to_vec();
    for _ in 0..data.int_in_range(0..=6)? {
        let doctype = match data.arbitrary()? {
            true => *data.choose(&MORE)?,
            false => *data.choose(&DOCTYPES)?,
        };
        let mut documents = String::new();
        let count = data.int_in_range(0..=4)?;
        for _ in 0..count {
            let mut fields = Map::new();
            fields.insert("name".to_owned(), json!(data.choose(&WORDS)?));
            for _ in 0..data.int_in_range(0..=8)? {
                fields.insert((*data.choose(&FIELDS)?).to_owned(), value(data)?);
            }
            documents.push_str(&Value::Object(fields).to_string());
            documents.push('\n');
        }
        let block = format!("{doctype}\n\0\n{count}\n{documents}");
        stream.extend_from_slice(&u32::try_from(block.len()).unwrap_or_default().to_le_bytes());
        stream.extend_from_slice(block.as_bytes());
    }
    stream.extend_from_slice(&0_u32.to_le_bytes());
    if data.ratio(1_u8, 4_u8)? {
        let at = data.choose_index(stream.len())?;
        match data.arbitrary()? {
            Some(byte) => stream[at] = byte,
            None => stream.truncate(at),
        }
    }
    Ok(stream)
}

fn take_in(office: &Office, stream: Vec<u8>) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    match office.phone.import_masters(Cursor::new(stream), today).wait() {
        Ok(()) | Err(StoreError::BadInput { .. }) => {}
        Err(other) => panic!("masters are taken in or refused: {other:?}"),
    }
    let found = office.phone.search_items(&ItemQuery { limit: 20, ..ItemQuery::default() });
    assert!(found.is_ok(), "the catalogue answers: {found:?}");
}

/// A file for the office with anything inside: nothing passes for a phone's.
fn courier(office: &Office, inside: &[u8]) {
    assert!(open_file(inside, &office.identity).is_err());
    let recipient = office.identity.to_public();
    let to = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(to).expect("one recipient");
    let mut file = Vec::new();
    let mut stream = encryptor.wrap_output(&mut file).expect("memory");
    stream.write_all(inside).expect("memory");
    stream.finish().expect("memory");
    if let Ok(opened) = open_file(&*file, &office.identity) {
        assert!(verify(&opened, &[PhoneSecret("secret".to_owned())]).is_err());
    }
}

/// Rows of a courier file: the office's store takes them and can read them, or refuses them.
fn rows(bytes: &[u8]) {
    let Ok(carried) = serde_json::from_slice::<Carried>(bytes) else { return };
    let _ = carried.uids();
    let folder = tempfile::tempdir().expect("a folder");
    let desk = store(&folder, "desk.db");
    if desk.carry_in(carried).wait().is_ok() {
        // A row that makes no sense is an error, never a panic.
        let _ = desk.carry_out();
        let _ = desk.outbox(&[], 50);
    }
}

fn receipt(bytes: &[u8]) {
    let key = |_: &str| Some(RECEIPT_KEY.to_owned());
    let dressed = [b"SATCHEL RECEIPT\n".as_slice(), &1_u32.to_le_bytes(), bytes].concat();
    assert!(read_receipt(bytes, key).is_err());
    assert!(read_receipt(&dressed, key).is_err());
}

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let office = office();
    match kind % 6 {
        0 => manifest(office, rest),
        1 => take_in(office, rest.to_vec()),
        2 => {
            if let Ok(stream) = masters(&mut Unstructured::new(rest)) {
                take_in(office, stream);
            }
        }
        3 => courier(office, rest),
        4 => rows(rest),
        _ => receipt(rest),
    }
});
