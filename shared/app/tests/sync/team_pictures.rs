//! Photos and signature of a visit: fetched from the site when a supervisor looks, and there without it afterwards.

use std::collections::BTreeMap;

use satchel_app::views::{TeamFilter, TeamMoment, TeamPicture};
use satchel_app::{PictureError, Session};
use satchel_frappe::client::Upload;
use satchel_sync::pull::PullDepth;
use serde_json::json;

use crate::support::World;
use crate::team::{SUPERVISOR, supervisor};

/// One grey pixel.
const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

/// A visit with a photo and a signature, at the office and on the supervisor's phone.
async fn looked_at(world: &World, folder: &std::path::Path) -> (Session, i64) {
    world.session.fetch_once(PullDepth::Due).await.unwrap();
    let boss = supervisor(world, folder).await;
    let visit = world.session.check_in("server:Customer 001", "").unwrap();
    world.session.attach_picture(&visit.uid, PNG.to_vec()).unwrap();
    world.session.attach_signature(&visit.uid, "M0 0L9 9").unwrap();
    world.clock.advance_ms(15 * 60_000);
    assert!(world.session.check_out("").unwrap());
    world.session.send_once().await.unwrap();
    boss.fetch_once(PullDepth::Due).await.unwrap();
    let day = boss.team_day(&TeamFilter::day(boss.today())).unwrap();
    let [TeamMoment::Visit(line)] = day.reps[0].moments.as_slice() else { panic!("{day:#?}") };
    (boss, line.id)
}

fn pictures(boss: &Session, visit: i64) -> Vec<TeamPicture> {
    boss.team_visit(visit).unwrap().pictures
}

/// Looks at all pictures of a visit: what became of each, by file name.
async fn look(boss: &Session, visit: i64) -> BTreeMap<String, Result<(), PictureError>> {
    let shown = pictures(boss, visit);
    let names = shown.iter().map(|picture| picture.name.clone()).collect();
    let mut came = BTreeMap::new();
    let told = |name: &str, done| {
        let picture = shown.iter().find(|picture| picture.name == name).unwrap();
        assert!(came.insert(picture.file_name.clone(), done).is_none(), "told twice");
    };
    boss.fetch_team_pictures(names, told).await;
    assert_eq!(came.len(), shown.len(), "each is told");
    came
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_comes_when_somebody_looks_and_stays() {
    let world = World::new().await;
    let folder = tempfile::tempdir().unwrap();
    let (boss, visit) = looked_at(&world, folder.path()).await;
    let [photo, signature] = <[TeamPicture; 2]>::try_from(pictures(&boss, visit)).unwrap();
    assert!(!photo.signature && signature.signature, "{photo:?} {signature:?}");
    assert!(!photo.here && !signature.here, "nobody looked yet");
    assert_eq!(boss.team_picture(&photo.name).unwrap(), None);

    let came = look(&boss, visit).await;
    assert!(came.values().all(Result::is_ok), "{came:?}");
    assert_eq!(boss.team_picture(&photo.name).unwrap().as_deref(), Some(PNG));
    let signed = boss.team_picture(&signature.name).unwrap().unwrap();
    assert!(signed.starts_with(b"<svg"), "{}", String::from_utf8_lossy(&signed));

    // The site is gone: what was looked at is here, and another one comes when there is signal.
    let name = boss.store().team_visit(visit).unwrap().unwrap().0.name;
    attach(&world, &name, "later.png", PNG).await;
    world.clock.advance_ms(6 * 60_000);
    boss.fetch_once(PullDepth::Due).await.unwrap();
    let World { site, .. } = world;
    drop(site);
    let came = look(&boss, visit).await;
    assert!(matches!(came["later.png"], Err(PictureError::Offline)), "{came:?}");
    assert_eq!(came.values().filter(|came| came.is_ok()).count(), 2, "{came:?}");
}

async fn attach(world: &World, visit: &str, file_name: &str, content: &[u8]) {
    let attached_to = ("Field Visit", visit);
    let upload = Upload { uid: file_name, file_name, attached_to, content };
    world.administrator.upload(&upload).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_none_is_gone_or_is_not_shown_says_so() {
    let world = World::new().await;
    let folder = tempfile::tempdir().unwrap();
    let (boss, visit) = looked_at(&world, folder.path()).await;
    let name = boss.store().team_visit(visit).unwrap().unwrap().0.name;
    let gone = [PNG, b"another"].concat();
    attach(&world, &name, "gone.png", &gone).await;
    attach(&world, &name, "text.png", b"hello").await;
    attach(&world, &name, "large.png", &vec![0; satchel_app::MAX_PICTURE + 1]).await;
    world.clock.advance_ms(6 * 60_000);
    boss.fetch_once(PullDepth::Due).await.unwrap();
    let listed = pictures(&boss, visit);
    assert_eq!(listed.len(), 5, "{listed:#?}");
    let file = listed.iter().find(|picture| picture.file_name == "gone.png").unwrap();
    world.administrator.delete("File", &file.name).await.unwrap();

    let came = look(&boss, visit).await;
    assert!(matches!(came["gone.png"], Err(PictureError::Gone)), "{came:?}");
    assert!(matches!(came["text.png"], Err(PictureError::NotAPicture)), "{came:?}");
    assert!(matches!(came["large.png"], Err(PictureError::TooLarge)), "{came:?}");
    assert_eq!(came.values().filter(|came| came.is_ok()).count(), 2, "{came:?}");

    // From now on the site shows the supervisor other customers only.
    let attached = [PNG, b"a third"].concat();
    attach(&world, &name, "third.png", &attached).await;
    world.clock.advance_ms(6 * 60_000);
    boss.fetch_once(PullDepth::Due).await.unwrap();
    let only = json!({
        "name": "up1", "user": SUPERVISOR, "allow": "Customer", "for_value": "Customer 002",
    });
    world.site.site().load(&[("User Permission".to_owned(), only)]).unwrap();
    let came = look(&boss, visit).await;
    assert!(matches!(came["third.png"], Err(PictureError::Refused)), "{came:?}");
}
