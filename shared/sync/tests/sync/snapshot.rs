//! The snapshot, from the office to a phone.

use std::fs;
use std::path::{Path, PathBuf};

use super::pull::support::{World, facts};
use crate::office::REP;
use satchel_frappe::client::Upload;
use satchel_practice_site::Fault;
use satchel_store::Store;
use satchel_sync::pull::{PullDepth, PullProgress, load_for_group};
use satchel_sync::snapshot::{
    FetchProgress, Fetched, MANIFEST_NAME, Manifest, SigningKey, SnapshotError, fetch, pack,
};
use satchel_sync::{SiteAccount, SnapshotPlace, SyncError};
use tokio::sync::watch;

/// A site whose office has made a snapshot and put it on the site.
struct Published {
    world: World,
    key: SigningKey,
    folder: PathBuf,
    manifest: Manifest,
}

impl Published {
    async fn new() -> Self {
        let mut world = World::new().await;
        let (progress, _) = watch::channel(PullProgress::default());
        let (report, states) =
            load_for_group(&world.store, &world.client, &facts(), world.now, &progress)
                .await
                .unwrap();
        assert!(report.stored.contains_key("Item") && !report.stored.contains_key("Sales Order"));
        let masters = world.folder.path().join("masters");
        world.store.export_masters(&masters, states).wait().unwrap();
        let folder = world.folder.path().join("out");
        let key = SigningKey::read(&SigningKey::generate().unwrap()).unwrap();
        let site = world.practice.address();
        let about = (site.as_str(), "vans", "2026-11-22T10:00:00Z", 30);
        let manifest = pack(&masters, &folder, about, &key).unwrap().manifest;
        let old = std::mem::replace(&mut world.folder, tempfile::tempdir().unwrap());
        world.new_phone();
        let mut published = Self { world, key, folder: old.keep().join("out"), manifest };
        published.upload().await;
        published
    }

    async fn upload(&mut self) {
        for entry in fs::read_dir(&self.folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let upload = Upload {
                uid: &name,
                file_name: &name,
                attached_to: ("Company", "Acme Trading"),
                content: &fs::read(&path).unwrap(),
            };
            self.world.administrator.upload(&upload).await.unwrap();
        }
    }

    fn account(&self) -> SiteAccount {
        SiteAccount {
            snapshot: Some(SnapshotPlace {
                address: format!("/private/files/{MANIFEST_NAME}"),
                public_key: self.key.public(),
            }),
            ..SiteAccount::new(
                self.world.practice.address(),
                REP.into(),
                ("key".into(), "secret".into()),
                "Acme Trading".into(),
            )
        }
    }

    async fn fetch(&self, account: &SiteAccount) -> Result<Option<Fetched>, SyncError> {
        let (progress, _) = watch::channel(FetchProgress::default());
        let today = self.world.now.date_naive();
        fetch(&self.world.store, account, &self.world.client, today, &progress).await
    }

    fn waiting(&self) -> PathBuf {
        self.world.store.path().with_extension("snapshot")
    }
}

fn is_empty(store: &Store) -> bool {
    store.document_count("Item").unwrap() == 0 && store.sync_states().unwrap().is_empty()
}

#[tokio::test]
async fn a_phone_loads_it_and_the_pull_goes_on_from_it() {
    let mut published = Published::new().await;
    let fetched = published.fetch(&published.account()).await.unwrap().unwrap();
    assert_eq!(fetched.manifest, published.manifest);
    assert_eq!(fetched.downloaded, published.manifest.size());
    assert!(!published.waiting().exists(), "nothing stays in the clear");
    let world = &mut published.world;
    assert_eq!(world.find("SKU-0001"), ["SKU-0001"]);
    world.line.reset(0);
    world.pass(10);
    let changes = serde_json::json!({"item_name": "Crisps"}).as_object().unwrap().clone();
    world.administrator.update("Item", "SKU-0002", &changes, None).await.unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    assert_eq!(world.find("Crisps"), ["SKU-0002"]);
    assert_eq!(
        world.store.document_count("Sales Order").unwrap(),
        5,
        "own orders come by the pull"
    );
    let paths = world.line.paths.lock().unwrap().clone();
    let names_alone = "fields=%5B%22name%22%5D";
    let items = paths
        .iter()
        .filter(|path| path.starts_with("/api/resource/Item?") && !path.contains(names_alone))
        .count();
    assert_eq!(items, 1, "only what changed, and once the names to compare: {paths:?}");
    let whole = world.everything();
    let published_again = published.fetch(&published.account()).await.unwrap();
    assert_eq!(published_again, None, "who has items needs none");
    published.world.new_phone();
    published.world.pull(PullDepth::Due).await.unwrap();
    assert!(published.world.everything() == whole, "as a pull from nothing");
}

#[tokio::test]
async fn a_broken_download_goes_on() {
    for behind_nginx in [false, true] {
        let published = Published::new().await;
        let folder = published.waiting();
        fs::create_dir_all(&folder).unwrap();
        let piece = &published.manifest.pieces[0];
        let whole = fs::read(published.folder.join(piece.file_name())).unwrap();
        let half = whole.len() / 2;
        if behind_nginx {
            // What an earlier start of the app got.
            fs::write(folder.join(piece.file_name()), &whole[..half]).unwrap();
        } else {
            published.world.practice.faults().next([None, Some(Fault::HalfAnswer)]);
        }
        let fetched = published.fetch(&published.account()).await.unwrap().unwrap();
        assert!(fetched.downloaded >= (whole.len() - half) as u64);
        assert_eq!(published.world.find("SKU-0001"), ["SKU-0001"]);
    }
}

#[tokio::test]
async fn a_damaged_start_is_downloaded_again() {
    let published = Published::new().await;
    let folder = published.waiting();
    fs::create_dir_all(&folder).unwrap();
    for (n, piece) in published.manifest.pieces.iter().enumerate() {
        let size = usize::try_from(piece.size).unwrap();
        fs::write(folder.join(piece.file_name()), vec![7; size + n * 100]).unwrap();
    }
    published.fetch(&published.account()).await.unwrap().unwrap();
    assert_eq!(published.world.find("SKU-0001"), ["SKU-0001"]);
}

#[tokio::test]
async fn a_foreign_or_hostile_one_changes_nothing() {
    let published = Published::new().await;
    let refused = async |account: &SiteAccount| match published.fetch(account).await {
        Err(SyncError::Snapshot(error)) => {
            assert!(is_empty(&published.world.store));
            error
        }
        other => panic!("{other:?}"),
    };
    let mut stranger = published.account();
    let other = SigningKey::read(&SigningKey::generate().unwrap()).unwrap();
    stranger.snapshot.as_mut().unwrap().public_key = other.public();
    assert!(matches!(refused(&stranger).await, SnapshotError::Signature));
    let mut elsewhere = published.account();
    elsewhere.address = "https://other.example.com".into();
    assert!(matches!(refused(&elsewhere).await, SnapshotError::OtherSite));
    let publish = |name: &'static str, manifest: Manifest| {
        let administrator = published.world.administrator.clone();
        let content = manifest.sign(&published.key);
        let mut account = published.account();
        account.snapshot.as_mut().unwrap().address = format!("/private/files/{name}");
        async move {
            let attached_to = ("Company", "Acme Trading");
            let upload = Upload { uid: name, file_name: name, attached_to, content: &content };
            administrator.upload(&upload).await.unwrap();
            account
        }
    };
    let newer = Manifest { schema: 999, ..published.manifest.clone() };
    let account = publish("newer.json", newer).await;
    assert!(matches!(refused(&account).await, SnapshotError::OtherVersion { found: 999, .. }));
    let mut bomb = published.manifest.clone();
    bomb.pieces[0].raw = 100;
    let account = publish("bomb.json", bomb).await;
    assert!(matches!(refused(&account).await, SnapshotError::Damaged { number: 1 }));
    let mut wrong = published.manifest.clone();
    wrong.pieces[0].size -= 1;
    let account = publish("wrong.json", wrong).await;
    assert!(matches!(refused(&account).await, SnapshotError::Damaged { number: 1 }));
    // After all that, the right one is taken.
    assert!(published.fetch(&published.account()).await.unwrap().is_some());
}

#[tokio::test]
async fn no_torn_piece_is_taken_in() {
    let published = Published::new().await;
    let piece = &published.manifest.pieces[0];
    let whole = fs::read(published.folder.join(piece.file_name())).unwrap();
    let name = piece.file_name();
    for seed in 0..24_usize {
        let mut torn = whole.clone();
        let at = seed * 7_919 % torn.len();
        match seed % 3 {
            0 => torn[at] ^= 0x40,
            1 => torn.truncate(at.max(1)),
            _ => torn.extend_from_slice(&whole[..at]),
        }
        let served = serve(&published.folder, &name, &torn);
        let mut account = published.account();
        account.snapshot.as_mut().unwrap().address = served.address.clone();
        let outcome = published.fetch(&account).await;
        assert!(
            matches!(outcome, Err(SyncError::Snapshot(SnapshotError::Damaged { number: 1 }))),
            "{seed}: {outcome:?}"
        );
        assert!(is_empty(&published.world.store));
        let _ = fs::remove_dir_all(published.waiting());
    }
}

/// A static host on loopback that knows no ranges and serves one file torn.
struct Served {
    address: String,
}

fn serve(folder: &Path, torn_name: &str, torn: &[u8]) -> Served {
    use std::io::{BufRead, BufReader, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/vans/{MANIFEST_NAME}", listener.local_addr().unwrap());
    let (folder, torn_name, torn) = (folder.to_owned(), torn_name.to_owned(), torn.to_vec());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(stream);
            let mut line = String::new();
            if reader.read_line(&mut line).is_err() {
                continue;
            }
            let name = line.split_whitespace().nth(1).unwrap_or_default();
            let name = name.rsplit('/').next().unwrap_or_default().to_owned();
            let mut header = String::new();
            while reader.read_line(&mut header).is_ok_and(|read| read > 2) {
                header.clear();
            }
            let body = if name == torn_name {
                torn.clone()
            } else {
                fs::read(folder.join(&name)).unwrap_or_default()
            };
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\
                 content-type: application/octet-stream\r\n\r\n",
                body.len()
            );
            let mut stream = reader.into_inner();
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
        }
    });
    Served { address }
}
