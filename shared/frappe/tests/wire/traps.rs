//! What the recordings taught, each as a test of the operation concerned.

use crate::support::{LoopbackServer, Recording, Reply, token};
use satchel_frappe::{
    Cursor, Document, Failure, Filter, ListQuery, SiteTime,
    client::{Download, DownloadRequest, FileSink, Upload},
    failure::{AuthCause, NotFrappe},
};
use serde_json::{Map, Value, json};

/// A server that gives these recorded answers in turn.
async fn server_of(files: &[&str]) -> LoopbackServer {
    let replies = files.iter().map(|file| Reply::Bytes(Recording::load(file).wire_answer()));
    LoopbackServer::start(replies.collect()).await
}

fn json_answer(body: &Value) -> Vec<u8> {
    let body = body.to_string();
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn document(fields: Value) -> Document {
    Document::from(fields.as_object().unwrap().clone())
}

fn sent_body(server: &LoopbackServer, turn: usize) -> Value {
    serde_json::from_slice(&server.arrived()[turn].body).unwrap()
}

#[tokio::test]
async fn the_same_uid_again_is_a_417_and_the_order_is_found_by_it() {
    let server =
        server_of(&["024-sales-order-duplicate-uid.json", "025-sales-order-find-by-uid.json"])
            .await;
    let client = server.client(token());
    let order = document(json!({"customer": "Customer 001", "satchel_uid": "uid-1001-0001"}));

    let failure = client.insert("Sales Order", &order).await.unwrap_err();
    let refusal = failure.refusal().unwrap();
    assert_eq!(refusal.status, 417);
    assert!(refusal.is_duplicate_value() && !refusal.is_duplicate_name());
    assert!(!failure.may_have_run());

    let found = client.find_by_uid("Sales Order", "uid-1001-0001", &["grand_total"]).await;
    let found = found.unwrap().unwrap();
    assert_eq!(found.name(), Some("SAL-ORD-2026-00002"));
    assert_eq!(found.docstatus(), Some(0));
    assert_eq!(found.get("grand_total"), Some(&json!(241.56)));
}

#[tokio::test]
async fn a_site_that_hides_tracebacks_refuses_the_same_uid_in_the_same_way() {
    let server = server_of(&["112-duplicate-uid-no-traceback.json"]).await;
    let failure = server.client(token()).insert("Sales Order", &Document::new()).await.unwrap_err();
    assert!(failure.refusal().unwrap().is_duplicate_value());
    assert_eq!(failure.refusal().unwrap().words.to_string(), "Client UID must be unique");
}

#[tokio::test]
async fn a_taken_name_is_a_409() {
    let server = server_of(&["030-sales-order-own-name-again.json"]).await;
    let failure = server.client(token()).insert("Sales Order", &Document::new()).await.unwrap_err();
    let refusal = failure.refusal().unwrap();
    assert_eq!(refusal.status, 409);
    assert!(refusal.is_duplicate_name() && !refusal.is_duplicate_value());
}

#[tokio::test]
async fn a_stale_change_is_refused_and_says_so() {
    let server = server_of(&["032-sales-order-update-stale.json"]).await;
    let modified = SiteTime::parse("2026-11-21 16:03:27.463270").unwrap();
    let changes = json!({"po_no": "PO-78"}).as_object().unwrap().clone();
    let outcome = server
        .client(token())
        .update("Sales Order", "SAL-ORD-2026-00002", &changes, Some(&modified))
        .await;
    assert!(outcome.unwrap_err().refusal().unwrap().is_stale());
    let recorded = Recording::load("032-sales-order-update-stale.json");
    assert_eq!(sent_body(&server, 0), recorded.request["body"]);
    assert_eq!(
        server.arrived()[0].line,
        "PUT /api/resource/Sales%20Order/SAL-ORD-2026-00002 HTTP/1.1"
    );
}

#[tokio::test]
async fn a_second_submit_is_as_good_as_the_first() {
    let server = server_of(&["036-sales-order-submit-again.json"]).await;
    let saved =
        server.client(token()).submit("Sales Order", "SAL-ORD-2026-00002", None).await.unwrap();
    assert_eq!(saved.document.docstatus(), Some(1));
    assert_eq!(sent_body(&server, 0), json!({"docstatus": 1}));
}

#[tokio::test]
async fn a_question_too_long_for_a_request_line_goes_by_post() {
    let server = server_of(&["146-get-list-by-post.json"]).await;
    let parents: Vec<String> = (1..=500).map(|n| format!("BULK-{n:06}")).collect();
    let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
    let fields = ["name", "parent", "idx", "uom", "conversion_factor"];
    let client = server.client(token());
    let rows = client.child_rows("UOM Conversion Detail", "Item", &fields, &parents).await.unwrap();

    assert_eq!(rows.cell(1, "conversion_factor"), Some(&json!(12.0)));
    assert_eq!(server.arrived()[0].line, "POST /api/method/frappe.client.get_list HTTP/1.1");
    let body = sent_body(&server, 0);
    let recorded = Recording::load("146-get-list-by-post.json").request["body"].clone();
    for key in ["doctype", "parent", "fields", "order_by", "limit_page_length", "as_dict"] {
        assert_eq!(body[key], recorded[key], "{key}");
    }
}

#[tokio::test]
async fn no_request_line_reaches_the_limit_of_the_server() {
    for names in [1, 50, 100, 150, 200, 400] {
        let server =
            LoopbackServer::answering(json_answer(&json!({"data": [], "message": []}))).await;
        let wanted: Vec<String> = (0..names).map(|n| format!("Größe {n}")).collect();
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let query = ListQuery::new("Item", &["name"]).with(Filter::is_one_of("name", &wanted));
        server.client(token()).list(&query).await.unwrap();
        assert!(server.arrived()[0].line.len() < 4_094, "{names} names");
    }
}

#[tokio::test]
async fn pages_go_by_key_and_come_without_field_names() {
    let server = server_of(&["139-bulk-page-rows.json"]).await;
    let fields = [
        "name",
        "item_code",
        "uom",
        "price_list",
        "currency",
        "price_list_rate",
        "customer",
        "valid_from",
        "valid_upto",
        "modified",
    ];
    let cursor = Cursor {
        modified: SiteTime::parse("2026-11-21 10:00:00").unwrap(),
        name: Some("0a".to_owned()),
    };
    let client = server.client(token());
    let page = client.page(&ListQuery::new("Item Price", &fields), Some(&cursor), 3).await.unwrap();

    assert_eq!(page.rows.cell(0, "customer"), Some(&Value::Null));
    let next = page.next.unwrap();
    assert_eq!(next.name.as_deref(), Some("0a03c74f68"));
    assert_eq!(next.modified.as_str(), "2026-11-21 10:03:13.362000");
    let line = server.arrived()[0].line.clone();
    assert!(line.contains("as_dict=0") && line.contains("limit_page_length=3"), "{line}");
    assert!(line.contains("or_filters=") && !line.contains("limit_start"), "{line}");
}

#[tokio::test]
async fn all_names_come_in_one_list() {
    let server = server_of(&["142-all-names.json"]).await;
    let names = server.client(token()).names("Item", &[]).await.unwrap();
    assert_eq!(names, ["API-ITEM-1001", "BULK-000001", "BULK-000002"]);
    assert!(server.arrived()[0].line.contains("limit_page_length=0&as_dict=0"));
}

#[tokio::test]
async fn a_customer_may_get_another_name_than_it_was_given() {
    let server = server_of(&["057-customer-same-name.json"]).await;
    let customer = document(json!({"customer_name": "Customer 001"}));
    let saved = server.client(token()).insert("Customer", &customer).await.unwrap();
    assert_eq!(saved.document.name(), Some("Customer 001 - 1"));
    assert!(saved.remarks.to_string().starts_with("Changed customer name"));
}

#[tokio::test]
async fn a_visit_the_rep_may_not_read_is_proven_by_its_second_insert() {
    let server =
        server_of(&["177-file-create-uid-again.json", "049-no-permission-read.json"]).await;
    let client = server.client(token());
    let again = client.insert("Field Visit", &Document::new()).await.unwrap_err();
    assert_eq!(again.refusal().unwrap().unique_field.as_deref(), Some("satchel_uid"));
    let look_up = client.find_by_uid("Field Visit", "u", &[]).await.unwrap_err();
    assert!(look_up.refusal().unwrap().is_forbidden());
}

#[tokio::test]
async fn a_disabled_user_is_told_like_an_unknown_key() {
    for file in ["169-user-disabled.json", "171-secret-replaced.json", "046-bad-token.json"] {
        let server = server_of(&[file]).await;
        assert_eq!(
            server.client(token()).logged_user().await,
            Err(Failure::Unauthorised { cause: AuthCause::TokenNotAccepted })
        );
    }
}

#[tokio::test]
async fn a_guest_answer_to_a_token_means_that_it_was_lost_on_the_way() {
    let server = server_of(&["048-no-token.json"]).await;
    let failure = server.client(token()).names("Item", &[]).await.unwrap_err();
    assert_eq!(failure, Failure::Unauthorised { cause: AuthCause::TokenNotSeen });
}

#[tokio::test]
async fn rights_are_probed_without_leaving_a_trace() {
    let server = server_of(&["094-item-price-list-rep.json", "142-all-names.json"]).await;
    let client = server.client(token());
    assert_eq!(client.may_list("Item Price").await, Ok(false));
    assert_eq!(client.may_list("Item").await, Ok(true));
    assert!(server.arrived().iter().all(|request| request.line.starts_with("GET ")));

    let server = server_of(&["129-single-value-no-permission.json"]).await;
    assert_eq!(server.client(token()).may_read_settings("System Settings").await, Ok(false));
}

#[tokio::test]
async fn a_file_is_a_document_with_a_uid() {
    let server = server_of(&["176-file-create-with-uid.json"]).await;
    let upload = Upload {
        uid: "45f671f0-bfc3-45e0-bfdc-53a57bd2f7c2",
        file_name: "note-1.bin",
        attached_to: ("Task", "TASK-2026-00003"),
        content: &[1, 2, 3],
    };
    let saved = server.client(token()).upload(&upload).await.unwrap();
    assert_eq!(saved.document.text("file_url"), Some("/private/files/note-1.bin"));
    let mut body = sent_body(&server, 0);
    let mut recorded = Recording::load("176-file-create-with-uid.json").request["body"].clone();
    assert_eq!(body["content"].take(), json!("AQID"));
    recorded["content"].take();
    assert_eq!(body, recorded);
}

/// Keeps what comes, from where it comes.
#[derive(Default)]
struct Part {
    start: Option<u64>,
    bytes: Vec<u8>,
}

impl FileSink for Part {
    fn begin(&mut self, start: u64, _total: Option<u64>) -> bool {
        self.start = Some(start);
        true
    }

    fn piece(&mut self, bytes: &[u8]) -> bool {
        self.bytes.extend_from_slice(bytes);
        self.bytes.len() < 1_000
    }
}

#[tokio::test]
async fn a_server_that_ignores_a_range_starts_the_file_again() {
    let server = server_of(&["149-file-range-ignored.json"]).await;
    let wanted = DownloadRequest {
        file_url: "/private/files/snapshot-2.bin",
        offset: 1_000_000,
        etag: Some("\"a\""),
    };
    let mut part = Part::default();
    let outcome = server.client(token()).download(&wanted, &mut part).await;
    assert!(matches!(outcome, Err(Failure::Transient { .. })), "the sink stopped: {outcome:?}");
    assert_eq!(part.start, Some(0));
    let arrived = server.arrived().remove(0);
    assert_eq!(arrived.header("range"), Some("bytes=1000000-"));
    assert_eq!(arrived.header("if-range"), Some("\"a\""));
}

#[tokio::test]
async fn a_sign_in_page_never_becomes_a_file() {
    let page = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>";
    let server = LoopbackServer::answering(page.to_vec()).await;
    let wanted = DownloadRequest { file_url: "/files/a.bin", offset: 0, etag: None };
    let mut part = Part::default();
    let outcome = server.client(token()).download(&wanted, &mut part).await;
    assert!(matches!(outcome, Err(Failure::NotFrappe { .. })));
    assert_eq!(part.bytes, b"");
}

#[tokio::test]
async fn a_small_file_comes_whole_or_says_why_not() {
    let server = server_of(&["069-file-download.json"]).await;
    let bytes = server.client(token()).file("/private/files/shelf-1001.png", 70).await.unwrap();
    assert_eq!(bytes.len(), 70);
    let asked = server.arrived().remove(0);
    assert!(asked.line.starts_with("GET /private/files/shelf-1001.png"), "{}", asked.line);

    for (limit, file) in [(69, "069-file-download.json"), (1_000, "149-file-range-ignored.json")] {
        let server = server_of(&[file]).await;
        let failure = server.client(token()).file("/private/files/a.png", limit).await.unwrap_err();
        assert_eq!(failure, Failure::NotFrappe { why: NotFrappe::TooLarge { limit } }, "{file}");
    }
    for file in ["070-file-download-guest.json", "148-file-download-not-shared.json"] {
        let server = server_of(&[file]).await;
        let failure = server.client(token()).file("/private/files/a.png", 70).await.unwrap_err();
        assert!(failure.refusal().unwrap().is_forbidden(), "{failure:?}");
    }
    let missing =
        b"HTTP/1.1 404 NOT FOUND\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>";
    let server = LoopbackServer::answering(missing.to_vec()).await;
    let failure = server.client(token()).file("/private/files/a.png", 70).await.unwrap_err();
    assert!(failure.refusal().unwrap().is_missing(), "{failure:?}");
}

#[tokio::test]
async fn a_file_that_came_whole_gives_its_mark() {
    let server =
        server_of(&["151-file-range-nginx.json", "152-file-not-modified-nginx.json"]).await;
    let client = server.client(token());
    let etag = "\"6b02111d-13fffff\"";
    let wanted =
        DownloadRequest { file_url: "/private/files/s.bin", offset: 1_000_000, etag: None };
    let got = client.download(&wanted, &mut Part::default()).await.unwrap();
    assert_eq!(got, Download::Complete { etag: Some(etag.to_owned()) });
    let again = DownloadRequest { offset: 0, etag: Some(etag), ..wanted };
    let got = client.download(&again, &mut Part::default()).await.unwrap();
    assert_eq!(got, Download::NotModified);
}

#[tokio::test]
async fn a_document_comes_without_nulls_and_with_its_rows() {
    let server = server_of(&["006-item-read.json"]).await;
    let item = server.client(token()).get_doc("Item", "SKU-0001").await.unwrap();
    assert_eq!(item.modified().unwrap().as_str(), "2026-11-21 15:54:47.343000");
    assert_eq!(item.children("uoms").count(), 2);
    assert!(item.fields().values().all(|value| !value.is_null()));
}

#[tokio::test]
async fn what_a_site_is() {
    let pong = server_of(&["001-ping.json"]).await;
    assert_eq!(pong.client(token()).ping().await, Ok(()));
    assert_eq!(pong.arrived()[0].header("authorization"), None);
    let zone = server_of(&["130-single-value-granted.json"]).await;
    assert_eq!(zone.client(token()).time_zone().await.unwrap(), "America/New_York");
    let apps = json!({"message": {"frappe": {"title": "Frappe Framework", "version": "15.72.4"},
                                   "erpnext": {"title": "ERPNext", "version": "15.71.1"}}});
    let server = LoopbackServer::answering(json_answer(&apps)).await;
    let versions = server.client(token()).versions().await.unwrap();
    assert_eq!(versions.erpnext().unwrap().to_string(), "15.71.1");
    let count = server_of(&["087-get-count.json"]).await;
    assert_eq!(count.client(token()).count("Item", &[]).await, Ok(621));
}

#[tokio::test]
async fn a_good_answer_of_another_shape_is_no_document() {
    let server = LoopbackServer::answering(json_answer(&json!({"message": "hello"}))).await;
    let client = server.client(token());
    assert!(matches!(client.get_doc("Item", "A").await, Err(Failure::NotFrappe { .. })));
    assert!(matches!(client.ping().await, Err(Failure::NotFrappe { .. })));
    let changes = Map::new();
    let outcome = client.update("Item", "A", &changes, None).await;
    assert!(matches!(outcome, Err(Failure::Unknown { .. })), "a write leaves a doubt: {outcome:?}");
}
