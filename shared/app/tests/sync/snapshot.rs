//! The first load from one file of the office.

use std::path::Path;

use satchel_devices::clock::Clock;
use satchel_frappe::client::Upload;
use satchel_practice_site::Fault;
use satchel_store::Store;
use satchel_sync::pull::{PullProgress, load_for_group};
use satchel_sync::snapshot::{MANIFEST_NAME, SigningKey, pack};
use satchel_sync::{SiteAccount, SiteFacts, SnapshotPlace};
use tokio::sync::watch;

use crate::support::World;

impl World {
    /// The office makes the file and puts it on the site; the phone is told where.
    async fn publish(&self) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_with_key(&folder.path().join("office.db"), [7; 32]).unwrap();
        let facts = SiteFacts::learn(&self.administrator, &store).await.unwrap();
        let (progress, _) = watch::channel(PullProgress::default());
        let now = self.clock.now().fixed_offset();
        let (report, states) =
            load_for_group(&store, &self.administrator, &facts, now, &progress).await.unwrap();
        assert!(report.stored["Item"] > 0);
        let database = folder.path().join("masters.db");
        store.export_masters(&database, states).wait().unwrap();
        let key = SigningKey::read(&SigningKey::generate().unwrap()).unwrap();
        let out = folder.path().join("out");
        let about = (self.site.address(), "2026-11-22T10:00:00Z");
        pack(&database, &out, (&about.0, "vans", about.1, 30), &key).unwrap();
        self.upload(&out).await;
        let account = SiteAccount::load(self.session.store()).unwrap().unwrap();
        let snapshot = Some(SnapshotPlace {
            address: format!("/private/files/{MANIFEST_NAME}"),
            public_key: key.public(),
        });
        SiteAccount { snapshot, ..account }.save(self.session.store()).unwrap();
    }

    async fn upload(&self, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let content = std::fs::read(&path).unwrap();
            let upload = Upload {
                uid: &name,
                file_name: &name,
                attached_to: ("Company", "Acme Trading"),
                content: &content,
            };
            self.administrator.upload(&upload).await.unwrap();
        }
    }

    fn asked(&self, what: &str) -> u64 {
        self.site.traffic().read().requests.get(what).copied().unwrap_or_default()
    }

    fn can_sell(&self) -> bool {
        self.session.ages().unwrap().prices.is_some()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_takes_the_file_and_pulls_what_changed_since() {
    let world = World::new().await;
    world.publish().await;
    world.clock.advance_ms(3_600_000);
    let changes = serde_json::json!({"item_name": "Changed since"}).as_object().unwrap().clone();
    world.administrator.update("Item", "SKU-0001", &changes, None).await.unwrap();
    let before = world.asked("GET Item");
    world.session.start_sync().unwrap();
    world.until("the first load", World::can_sell).await;
    world.until_at_rest().await;
    let item = world.session.store().document("Item", "SKU-0001").unwrap().unwrap();
    assert!(item.contains("Changed since"), "{item}");
    let pages = world.asked("GET Item") - before;
    assert!(pages <= 2, "what changed, and the names once: {pages}");
    assert_eq!(world.centre().download, None, "it is over");
    let uid = world.place();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert!(world.at_site(&uid).await.is_some(), "sold by what the file brought");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screens_see_the_bytes_come_in() {
    let world = World::new().await;
    world.publish().await;
    let mut changes = world.session.sync_changes();
    world.session.start_sync().unwrap();
    let mut seen = None;
    while seen.is_none() {
        changes.changed().await.unwrap();
        seen = world.centre().download;
    }
    let download = seen.unwrap();
    assert!(download.total > 1_000 && download.done <= download.total, "{download:?}");
    world.until("the first load", World::can_sell).await;
    world.until_at_rest().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_file_is_told_and_the_pages_bring_everything() {
    let world = World::new().await;
    world.publish().await;
    let account = SiteAccount::load(world.session.store()).unwrap().unwrap();
    let place = account.snapshot.clone().unwrap();
    // Signed by somebody else.
    let other = SigningKey::read(&SigningKey::generate().unwrap()).unwrap().public();
    let snapshot = Some(SnapshotPlace { public_key: other, ..place });
    SiteAccount { snapshot, ..account }.save(world.session.store()).unwrap();
    // The pages take their time, so that the sentence can be read.
    world.site.faults().always(Some(Fault::Latency(std::time::Duration::from_millis(60))));
    world.session.start_sync().unwrap();
    world.until("the sentence", |world| world.centre().no_file.is_some()).await;
    assert_eq!(world.centre().no_file.unwrap().message_id, "error-snapshot-signature");
    world.site.faults().clear();
    world.until("the first load", World::can_sell).await;
    world.until_at_rest().await;
    assert!(world.asked("GET Item") > 0);
    assert_eq!(world.centre().no_file, None, "with everything here it is of no interest");
    world.place();
    world.until("sending", |world| world.centre().is_clear()).await;
}
