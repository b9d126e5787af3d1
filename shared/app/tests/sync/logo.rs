//! The company's logo on its way from the site to the receipts.

use crate::support::World;
use satchel_app::Session;
use satchel_app::views::{LogoView, ReceiptOf};
use satchel_domain::receipts::english;
use satchel_frappe::client::Upload;
use satchel_sync::SiteAccount;
use satchel_sync::pull::PullDepth;
use serde_json::{Map, json};

const COMPANY: &str = "Acme Trading";
/// Longer than two looks at the Company lie apart.
const A_WHILE_MS: u64 = 3 * 60 * 60 * 1_000;
const A_DAY_MS: u64 = 25 * 60 * 60 * 1_000;

fn logo(session: &Session, order: &str) -> Option<LogoView> {
    let order = ReceiptOf::Order(order.to_owned());
    session.receipt(&order, &english(), false).unwrap().logo
}

impl World {
    /// Puts a file up as the office does, attached to the Company; its address.
    async fn put_up(&self, file_name: &str, content: &[u8]) -> String {
        let attached_to = ("Company", COMPANY);
        let upload = Upload { uid: file_name, file_name, attached_to, content };
        self.administrator.upload(&upload).await.unwrap();
        format!("/private/files/{file_name}")
    }

    /// The Company names this logo from now on, and the phone looks after a while.
    async fn names(&self, company_logo: &str) {
        let change = Map::from_iter([("company_logo".to_owned(), json!(company_logo))]);
        self.administrator.update("Company", COMPANY, &change, None).await.unwrap();
        self.look_after(A_WHILE_MS).await;
    }

    async fn look_after(&self, ms: u64) {
        self.clock.advance_ms(ms);
        self.session.fetch_once(PullDepth::Everything).await.unwrap();
    }

    /// How many files were asked for.
    fn files(&self) -> u64 {
        self.site.traffic().read().requests.get("GET files").copied().unwrap_or_default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_follows_what_the_company_names() {
    let world = World::new().await;
    world.session.fetch_once(PullDepth::Everything).await.unwrap();
    let order = world.place();
    assert_eq!(logo(&world.session, &order), None, "the company has none");

    let address = world.put_up("acme.png", satchel_demo::LOGO).await;
    world.names(&address).await;
    let shown = logo(&world.session, &order).unwrap();
    assert!(shown.address.starts_with("data:image/png;base64,"));
    assert_eq!(shown.percent, 75, "as wide as paper allows");
    assert_eq!(world.files(), 1);
    world.look_after(A_DAY_MS).await;
    assert_eq!(world.files(), 1, "it is here");

    // An enrolment that names no company is for the only one.
    let account = SiteAccount::load(world.session.store()).unwrap().unwrap();
    let nameless = SiteAccount { company: String::new(), ..account };
    nameless.save(world.session.store()).unwrap();
    world.look_after(A_DAY_MS).await;
    assert_eq!(logo(&world.session, &order).as_ref(), Some(&shown));
    assert_eq!(world.files(), 1);

    // With the site's own address before it.
    world.names(&format!("{}{address}", world.site.address())).await;
    assert!(logo(&world.session, &order) == Some(shown), "the same file");
    assert_eq!(world.files(), 1);
    world.names("").await;
    assert!(logo(&world.session, &order).is_none(), "the company gave it up");

    let disc = "<svg xmlns='http://www.w3.org/2000/svg'><circle cx='40' cy='40' r='30'/></svg>";
    let lines = world.put_up("acme.svg", disc.as_bytes()).await;
    world.names(&lines).await;
    let drawn = logo(&world.session, &order).unwrap();
    assert!(drawn.address.starts_with("data:image/png;base64,"), "kept as a picture");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_cannot_be_had_fails_nothing_and_is_not_asked_for_again_and_again() {
    let world = World::new().await;
    world.session.fetch_once(PullDepth::Everything).await.unwrap();
    let order = world.place();

    let page = world.put_up("acme.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>").await;
    world.names(&page).await;
    world.look_after(A_DAY_MS).await;
    assert_eq!(world.files(), 1, "there is nothing on it and will not be");

    world.names("/files/gone.png").await;
    world.look_after(A_WHILE_MS).await;
    assert_eq!(world.files(), 2, "not with every round");
    world.look_after(A_DAY_MS).await;
    assert_eq!(world.files(), 3, "but after a day");
    assert_eq!(logo(&world.session, &order), None);

    // The key of this phone goes to no other site.
    let elsewhere = format!("{}.example/files/logo.png", world.site.address());
    world.names(&elsewhere).await;
    world.names("//elsewhere.example/files/logo.png").await;
    assert_eq!((logo(&world.session, &order), world.files()), (None, 3));

    let large = [satchel_demo::LOGO, &vec![0; 3 << 20]].concat();
    let large = world.put_up("large.png", &large).await;
    world.names(&large).await;
    assert_eq!((logo(&world.session, &order), world.files()), (None, 4));
}
