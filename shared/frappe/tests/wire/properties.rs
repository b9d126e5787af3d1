//! Whatever comes in, nothing panics and every answer gets an outcome that keeps its promises.

use proptest::prelude::*;
use satchel_frappe::{
    Failure, Retry, Rows, SiteAddress, SiteTime, SiteVersions, Token, WireRequest, WireResponse,
    html::{MAX_CHARS, plain_text},
    judge::judge,
    transport::{Effect, Method},
    versions::Version,
};
use serde_json::{Map, Value, json};

fn request(effect: Effect) -> WireRequest {
    WireRequest {
        method: Method::Post,
        path: "/api/resource/Sales%20Order".to_owned(),
        body: None,
        token: Token::new("k", "s").ok(),
        headers: Vec::new(),
        effect,
        max_answer: 1 << 20,
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        "[<>/a-z&;# ]{0,30}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((known_key(), inner.clone()), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
            inner.prop_map(|value| Value::String(value.to_string())),
        ]
    })
}

/// Keys that mean something to the client, and others.
fn known_key() -> impl Strategy<Value = String> {
    let keys = [
        "data",
        "message",
        "exc_type",
        "exception",
        "_server_messages",
        "_error_message",
        "errors",
        "type",
        "indicator",
        "raise_exception",
        "name",
        "other",
    ];
    proptest::sample::select(keys.map(str::to_owned).to_vec())
}

fn any_body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..200),
        any_json().prop_map(|value| value.to_string().into_bytes()),
        proptest::collection::vec((known_key(), any_json()), 0..5).prop_map(|pairs| {
            Value::Object(pairs.into_iter().collect()).to_string().into_bytes()
        }),
        (any_json(), 0_usize..60).prop_map(|(value, cut)| {
            let text = json!({ "data": value }).to_string().into_bytes();
            text[..text.len().saturating_sub(cut)].to_vec()
        }),
    ]
}

fn any_response() -> impl Strategy<Value = WireResponse> {
    let status = prop_oneof![
        3 => proptest::sample::select(vec![
            200_u16, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 408, 409, 413, 417, 425, 429,
            500, 502, 503, 504, 508, 511,
        ]),
        1 => any::<u16>(),
    ];
    let header = (
        prop_oneof![
            Just("retry-after".to_owned()),
            Just("content-type".to_owned()),
            Just("location".to_owned()),
            Just("date".to_owned()),
            "[a-z-]{1,12}",
        ],
        prop_oneof!["\\PC{0,30}", "[0-9]{1,25}", Just("Sat, 21 Nov 2026 21:46:05 GMT".to_owned())],
    );
    (status, proptest::collection::vec(header, 0..4), any_body())
        .prop_map(|(status, headers, body)| WireResponse { status, headers, body })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_answer_gets_an_outcome(response in any_response()) {
        let read = judge(&request(Effect::Read), Ok(response.clone()));
        let write = judge(&request(Effect::Write), Ok(response.clone()));

        let good = (200..=299).contains(&response.status);
        prop_assert!(good || write.is_err(), "only a 2xx is done");
        prop_assert_eq!(read.is_ok(), write.is_ok());
        prop_assert!(!matches!(read, Err(Failure::Unknown { .. })), "{read:?}");
        if let Err(failure) = &write {
            prop_assert!(
                !(good && failure.retry() == Retry::Never),
                "a good status is never a refusal"
            );
            prop_assert!(
                !good || failure.may_have_run(),
                "after a good status a write may have run: {failure:?}"
            );
            prop_assert!(failure.message_id().starts_with("error-site-"));
            let _ = (failure.to_string(), failure.message_args());
        }
    }

    #[test]
    fn a_refusal_never_says_its_words_in_a_log(secret in "[a-z]{12}", status in 400_u16..600) {
        let body = json!({"exc_type": "ValidationError", "_error_message": secret}).to_string();
        let response = WireResponse { status, headers: Vec::new(), body: body.into_bytes() };
        let failure = judge(&request(Effect::Write), Ok(response)).unwrap_err();
        prop_assert!(!failure.to_string().contains(&secret));
    }

    #[test]
    fn text_of_any_html_is_short_and_clean(html in "\\PC{0,400}|[<>/a-zA-Z&;#!\" \\n-]{0,400}") {
        let text = plain_text(&html);
        prop_assert!(text.chars().count() <= MAX_CHARS + 1);
        prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        prop_assert!(text.lines().all(|line| !line.trim().is_empty() && line == line.trim()));
    }

    #[test]
    fn text_without_markup_stays(text in "[a-zA-Z0-9,.:% ()-]{0,100}") {
        let words: Vec<_> = text.split_whitespace().collect();
        prop_assert_eq!(plain_text(&text), words.join(" "));
    }

    #[test]
    fn parsers_take_anything(text in "\\PC{0,60}|[0-9 :.-]{0,30}") {
        if let Ok(time) = SiteTime::parse(&text) {
            prop_assert_eq!(time.as_str(), &text);
            prop_assert!(time.earlier_by(std::time::Duration::from_secs(5)) <= time);
        }
        if let Ok(address) = SiteAddress::parse(&text) {
            let again = SiteAddress::parse(&address.to_string());
            prop_assert_eq!(again, Ok(address));
        }
        if let Ok(token) = Token::parse(&text) {
            prop_assert!(token.header_value().is_ascii());
        }
        let _ = Version::parse(&text);
    }

    #[test]
    fn rows_of_any_answer_are_as_wide_as_asked(answer in any_json(), fields in proptest::collection::vec("[a-z`. ]{1,12}", 0..4)) {
        if let Some(rows) = Rows::read(&fields, answer.clone()) {
            prop_assert!(rows.iter().all(|row| row.len() == fields.len()));
        }
        let _ = SiteVersions::read(&answer);
    }
}
