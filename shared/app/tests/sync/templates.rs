//! Receipt templates of the office on their way to a phone.

use satchel_app::views::TemplateFrom;
use satchel_domain::receipts::{PRINT_FORMAT, ReceiptKind};
use satchel_frappe::Document;
use serde_json::{Map, json};

use crate::support::World;

/// Longer than two looks for changed templates lie apart.
const A_WHILE_MS: u64 = 3 * 60 * 60 * 1_000;

impl World {
    fn template(&self) -> (TemplateFrom, String) {
        let found = self.session.receipt_template(ReceiptKind::Order).unwrap();
        (found.from, found.text)
    }

    async fn until_template(&self, from: TemplateFrom, text: &str) {
        self.clock.advance_ms(A_WHILE_MS);
        self.session.sync_everything();
        self.until("the template", |world| {
            let (found, words) = world.template();
            found == from && words.contains(text)
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_office_puts_up_changes_and_takes_away_follows_on_the_phone() {
    let world = World::ready().await;
    assert_eq!(world.template().0, TemplateFrom::BuiltIn);
    let kind = ReceiptKind::Order;
    let fields = kind.to_print_format("@center: From the office");
    world.administrator.insert(PRINT_FORMAT, &Document::from(fields)).await.unwrap();
    // A print format of ERPNext's own is none of the phones' business.
    let mut other = kind.to_print_format("other");
    other.insert("name".to_owned(), json!("Sales Order with pictures"));
    world.administrator.insert(PRINT_FORMAT, &Document::from(other)).await.unwrap();
    world.until_template(TemplateFrom::Office, "From the office").await;
    assert_eq!(world.session.store().document_count(PRINT_FORMAT).unwrap(), 1);

    let name = kind.print_format().0;
    let changed = Map::from_iter([("raw_commands".to_owned(), json!("@center: Changed"))]);
    world.administrator.update(PRINT_FORMAT, name, &changed, None).await.unwrap();
    world.until_template(TemplateFrom::Office, "Changed").await;
    world.administrator.delete(PRINT_FORMAT, name).await.unwrap();
    world.until_template(TemplateFrom::BuiltIn, "@barcode").await;
}
