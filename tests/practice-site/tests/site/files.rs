//! Files of the practice site.

use crate::support;
use crate::support::{ADMINISTRATOR, REP, World, document, exc_type, number};
use satchel_frappe::client::{Download, DownloadRequest, FileSink, Upload};
use satchel_practice_site::SiteOptions;
use serde_json::json;

/// Keeps what comes.
#[derive(Default)]
struct Whole {
    start: u64,
    bytes: Vec<u8>,
}

impl FileSink for Whole {
    fn begin(&mut self, start: u64, _total: Option<u64>) -> bool {
        self.start = start;
        true
    }

    fn piece(&mut self, bytes: &[u8]) -> bool {
        self.bytes.extend_from_slice(bytes);
        true
    }
}

async fn uploaded(world: &World, content: &[u8]) -> String {
    let upload = Upload {
        uid: "f-1",
        file_name: "note 1.bin",
        attached_to: ("Task", "TASK-2026-00003"),
        content,
    };
    let client = world.client(REP);
    let saved = client.upload(&upload).await.unwrap().document;
    let again = client.upload(&upload).await.unwrap_err();
    assert!(again.refusal().unwrap().is_duplicate_value());
    assert_eq!(number(&saved, "file_size"), content.len() as f64);
    saved.text("file_url").unwrap().to_owned()
}

#[tokio::test]
async fn a_file_arrives_once_and_comes_back_whole() {
    let world = World::set_up().await;
    let content: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    let url = uploaded(&world, &content).await;
    let mut whole = Whole::default();
    let wanted = DownloadRequest { file_url: &url, offset: 1_000, etag: None };
    let got = world.client(REP).download(&wanted, &mut whole).await.unwrap();
    assert_eq!(got, Download::Complete { etag: None });
    assert_eq!((whole.start, whole.bytes == content), (0, true), "Range is ignored");

    let stranger = world.client("limited@example.com");
    let refused = stranger.download(&wanted, &mut Whole::default()).await.unwrap_err();
    assert!(refused.refusal().unwrap().is_forbidden());
}

#[tokio::test]
async fn behind_nginx_a_download_is_resumed_and_remembered() {
    let world = World::set_up().await;
    let mut options = SiteOptions { behind_nginx: true, ..SiteOptions::default() };
    options.max_file_size = 1 << 20;
    let nginx = World::with(options).await;
    drop(world);
    nginx.practice.site().apply_set_up(&support::json_data("set-up.json")).unwrap();
    let client = nginx.client(ADMINISTRATOR);
    let task = document(json!({"subject": "Fit shelf"}));
    let task = client.insert("Task", &task).await.unwrap().document;
    let upload = Upload {
        uid: "f-1",
        file_name: "s.bin",
        attached_to: ("Task", task.name().unwrap()),
        content: b"0123456789",
    };
    let saved = client.upload(&upload).await.unwrap().document;
    let url = saved.text("file_url").unwrap();
    let mut part = Whole::default();
    let wanted = DownloadRequest { file_url: url, offset: 4, etag: None };
    let Download::Complete { etag } = client.download(&wanted, &mut part).await.unwrap() else {
        panic!("not modified")
    };
    assert_eq!((part.start, part.bytes.as_slice()), (4, &b"456789"[..]));
    let again = DownloadRequest { file_url: url, offset: 0, etag: etag.as_deref() };
    let got = client.download(&again, &mut Whole::default()).await.unwrap();
    assert_eq!(got, Download::NotModified);
    for (known, start) in [(etag.as_deref(), 4), (Some("\"another\""), 0)] {
        let mut part = Whole::default();
        let wanted = DownloadRequest { file_url: url, offset: 4, etag: known };
        client.download(&wanted, &mut part).await.unwrap();
        assert_eq!(part.start, start, "of another file the whole one comes: {known:?}");
    }
    let flood = vec![0; 2 << 20];
    let too_large = Upload { uid: "f-2", content: &flood, ..upload };
    assert_eq!(exc_type(&client.upload(&too_large).await.unwrap_err()), "MaxFileSizeReachedError");
}

#[tokio::test]
async fn a_file_is_for_those_who_are_shown_its_document() {
    let mut world = World::set_up().await;
    let maker = "satchel.rep@example.com";
    let supervisor = "satchel.supervisor@example.com";
    world.add_user("other.rep@example.com", &["Satchel Rep"]);
    let visit = document(json!({
        "satchel_uid": "v-1", "user": maker, "customer": "Customer 001",
        "check_in": "2026-11-21 10:00:00", "latitude": 45.52, "longitude": -122.67,
    }));
    let visit = world.client(maker).insert("Field Visit", &visit).await.unwrap().document;
    let upload = Upload {
        uid: "f-9",
        file_name: "shelf.png",
        attached_to: ("Field Visit", visit.name().unwrap()),
        content: b"a picture",
    };
    let saved = world.client(maker).upload(&upload).await.unwrap().document;
    let (name, url) = (saved.name().unwrap(), saved.text("file_url").unwrap());
    let stranger = "limited@example.com";
    assert!(world.client(stranger).names("File", &[]).await.unwrap().is_empty());
    let other = "other.rep@example.com";
    for (user, shown) in [(maker, true), (supervisor, true), (other, false), (stranger, false)] {
        let client = world.client(user);
        if shown {
            assert_eq!(client.names("File", &[]).await.unwrap(), [name], "{user}");
        }
        let got = client.file(url, 100).await;
        assert_eq!(got.is_ok(), shown, "{user}: {got:?}");
        if let Err(refused) = got {
            assert!(refused.refusal().unwrap().is_forbidden(), "{refused:?}");
        }
    }
    let only = json!({"user": supervisor, "allow": "Customer", "for_value": "Customer 002"});
    world.practice.site().load(&[("User Permission".to_owned(), only)]).unwrap();
    let refused = world.client(supervisor).file(url, 100).await.unwrap_err();
    assert!(refused.refusal().unwrap().is_forbidden(), "{refused:?}");
}
