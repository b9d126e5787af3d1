//! From what the line brought to what it means.

use std::time::Duration;

use chrono::DateTime;
use serde_json::{Map, Value};

use crate::{
    Outcome,
    failure::{AuthCause, Failure, Fault, LostAnswer, NotFrappe, Refusal},
    frappe_error::FrappeError,
    transport::{Effect, TransportError, WireRequest, WireResponse},
    words::SiteWords,
};

/// Refusals that pass by themselves: a lock held or a deadlock lost (`frappe.exceptions`).
const PASSING: [&str; 4] =
    ["QueryDeadlockError", "QueryTimeoutError", "DocumentLockedError", "LockTimeoutError"];

/// The object of a good answer, or what the answer means.
///
/// # Errors
/// A [`Failure`] for everything but a 2xx answer in Frappe's shape.
pub fn judge(
    request: &WireRequest,
    result: Result<WireResponse, TransportError>,
) -> Outcome<Map<String, Value>> {
    let response = result.map_err(|error| from_transport(request.effect, error))?;
    match response.status {
        200..=299 => success(request.effect, &response),
        300..=399 => Err(not_frappe(NotFrappe::Redirect { to: redirect_target(&response) })),
        _ => Err(refusal(request, &response)),
    }
}

/// What a line that brought no complete answer means.
pub(crate) fn from_transport(effect: Effect, error: TransportError) -> Failure {
    match error {
        TransportError::NotSent(cause) => Failure::Offline { cause },
        TransportError::Certificate => not_frappe(NotFrappe::Certificate),
        TransportError::Lost(cause) => lost(effect, cause, None),
        TransportError::NotHttp => not_frappe(NotFrappe::NotHttp),
        TransportError::TooLarge { limit } => not_frappe(NotFrappe::TooLarge { limit }),
        TransportError::SinkStopped => transient(None, None, None),
    }
}

fn success(effect: Effect, response: &WireResponse) -> Outcome<Map<String, Value>> {
    let status = response.status;
    if is_web_page(response) {
        return Err(not_frappe(NotFrappe::WebPage { status }));
    }
    if response.body.is_empty() {
        return Err(torn(effect, NotFrappe::Empty { status }));
    }
    if is_captive_notice(response) {
        return Err(not_frappe(NotFrappe::CaptivePortal));
    }
    match serde_json::from_slice(&response.body) {
        Ok(Value::Object(object)) if is_envelope(&object) => Ok(object),
        Ok(_) => Err(not_frappe(NotFrappe::OtherJson { status })),
        Err(_) => Err(torn(effect, NotFrappe::BrokenJson { status })),
    }
}

/// v1 answers with `data` or `message`, v2 with `data`; a method that returns nothing answers `{}`.
fn is_envelope(object: &Map<String, Value>) -> bool {
    object.is_empty()
        || ["data", "message", "_server_messages"].iter().any(|key| object.contains_key(*key))
}

fn refusal(request: &WireRequest, response: &WireResponse) -> Failure {
    let delay = retry_after(response);
    if response.status == 429 {
        return Failure::Throttled { retry_after: delay };
    }
    let error = match serde_json::from_slice(&response.body) {
        Ok(Value::Object(body)) => FrappeError::read(&body),
        _ => None,
    };
    match error {
        Some(error) => frappe_refusal(request, response.status, delay, error),
        None => other_refusal(request.effect, response, delay),
    }
}

fn frappe_refusal(
    request: &WireRequest,
    status: u16,
    delay: Option<Duration>,
    error: FrappeError,
) -> Failure {
    let passing = PASSING.contains(&error.exc_type.as_str());
    match (status, error.exc_type.as_str()) {
        (503, "SessionStopped" | "InReadOnlyMode") => Failure::Maintenance { retry_after: delay },
        (401, _) => Failure::Unauthorised { cause: AuthCause::TokenNotAccepted },
        (403, _) if error.as_guest && request.token.is_some() => {
            Failure::Unauthorised { cause: AuthCause::TokenNotSeen }
        }
        (502 | 504, _) => lost(request.effect, LostAnswer::Gateway, delay),
        (500.., _) => transient(Some(status), delay, Some(error)),
        _ if passing => transient(Some(status), delay, Some(error)),
        _ => Failure::Refused(Refusal {
            status,
            exc_type: error.exc_type,
            words: error.words,
            unique_field: error.unique_field,
        }),
    }
}

/// An error status without Frappe's error body.
fn other_refusal(effect: Effect, response: &WireResponse, delay: Option<Duration>) -> Failure {
    let status = response.status;
    match status {
        // Too large is too large, whoever says it: nginx, the application server or Frappe.
        413 => Failure::Refused(Refusal {
            status,
            exc_type: "RequestEntityTooLarge".to_owned(),
            words: SiteWords::of_page(&String::from_utf8_lossy(&response.body)),
            unique_field: None,
        }),
        408 | 425 | 503 => transient(Some(status), delay, None),
        511 => not_frappe(NotFrappe::CaptivePortal),
        502 | 504 => lost(effect, LostAnswer::Gateway, delay),
        500.. => lost(effect, LostAnswer::ServerError, delay),
        _ if is_web_page(response) => not_frappe(NotFrappe::WebPage { status }),
        _ if response.body.is_empty() => not_frappe(NotFrappe::Empty { status }),
        _ => match serde_json::from_slice::<Value>(&response.body) {
            Ok(_) => not_frappe(NotFrappe::OtherJson { status }),
            Err(_) => torn(effect, NotFrappe::BrokenJson { status }),
        },
    }
}

/// A lost answer leaves a doubt after a write; a read may simply be asked again.
fn lost(effect: Effect, cause: LostAnswer, delay: Option<Duration>) -> Failure {
    match effect {
        Effect::Write => Failure::Unknown { cause },
        Effect::Read => transient(None, delay, None),
    }
}

/// Torn content after a write is a lost answer of the site more often than anything else.
fn torn(effect: Effect, why: NotFrappe) -> Failure {
    match effect {
        Effect::Write => Failure::Unknown { cause: LostAnswer::Torn },
        Effect::Read => not_frappe(why),
    }
}

fn not_frappe(why: NotFrappe) -> Failure {
    Failure::NotFrappe { why }
}

fn transient(status: Option<u16>, delay: Option<Duration>, error: Option<FrappeError>) -> Failure {
    let (exc_type, words) =
        error.map_or_else(Default::default, |error| (Some(error.exc_type), error.words));
    Failure::Transient { delay, fault: Fault { status, exc_type, words } }
}

/// What is wrong with a good answer whose content has another shape than the operation reads.
pub(crate) fn unexpected_shape(effect: Effect) -> Failure {
    torn(effect, NotFrappe::OtherJson { status: 200 })
}

pub(crate) fn is_web_page(response: &WireResponse) -> bool {
    let html_type =
        response.header("content-type").is_some_and(|t| t.to_ascii_lowercase().contains("html"));
    let first = response.body.iter().find(|b| !b.is_ascii_whitespace());
    html_type || first == Some(&b'<')
}

fn is_captive_notice(response: &WireResponse) -> bool {
    response.header("content-type").is_some_and(|t| t.starts_with("application/captive+json"))
}

fn redirect_target(response: &WireResponse) -> Option<String> {
    let url = url::Url::parse(response.header("location")?).ok()?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{}://{}{port}", url.scheme(), url.host_str()?))
}

/// `Retry-After` in seconds, or as a date, which is compared with the answer's own `Date`
/// (RFC 9110, 10.2.3).
fn retry_after(response: &WireResponse) -> Option<Duration> {
    let value = response.header("retry-after")?.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = DateTime::parse_from_rfc2822(value).ok()?;
    let said_at = DateTime::parse_from_rfc2822(response.header("date")?).ok()?;
    Some((until - said_at).to_std().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Method;

    fn request(effect: Effect) -> WireRequest {
        WireRequest {
            method: Method::Get,
            path: "/api/resource/Item".to_owned(),
            body: None,
            token: None,
            headers: Vec::new(),
            effect,
            max_answer: 1 << 20,
        }
    }

    fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> WireResponse {
        WireResponse {
            status,
            headers: headers.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
            body: body.as_bytes().to_vec(),
        }
    }

    fn failure(effect: Effect, response: WireResponse) -> Failure {
        judge(&request(effect), Ok(response)).unwrap_err()
    }

    #[test]
    fn a_gateway_that_gave_up_leaves_a_write_in_doubt() {
        for status in [502, 504] {
            let page = || answer(status, &[("content-type", "text/html")], "<html>");
            assert_eq!(
                failure(Effect::Write, page()),
                Failure::Unknown { cause: LostAnswer::Gateway }
            );
            assert!(matches!(failure(Effect::Read, page()), Failure::Transient { .. }));
        }
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let throttled = |value: &str| {
            let date = "Sat, 21 Nov 2026 21:46:05 GMT";
            failure(Effect::Read, answer(429, &[("retry-after", value), ("date", date)], ""))
        };
        let wait = |seconds| Failure::Throttled { retry_after: Some(Duration::from_secs(seconds)) };
        assert_eq!(throttled("15"), wait(15));
        assert_eq!(throttled("Sat, 21 Nov 2026 21:47:05 GMT"), wait(60));
        assert_eq!(throttled("Sat, 21 Nov 2026 21:40:05 GMT"), wait(0));
        assert_eq!(throttled("soon"), Failure::Throttled { retry_after: None });
    }

    #[test]
    fn a_sign_in_page_is_not_frappe() {
        let why = |response| match failure(Effect::Read, response) {
            Failure::NotFrappe { why } => why,
            other => panic!("{other:?}"),
        };
        assert_eq!(why(answer(200, &[], " <!doctype html>")), NotFrappe::WebPage { status: 200 });
        assert_eq!(why(answer(511, &[], "<html>")), NotFrappe::CaptivePortal);
        let notice = answer(200, &[("content-type", "application/captive+json")], "{}");
        assert_eq!(why(notice), NotFrappe::CaptivePortal);
        let away = answer(302, &[("location", "https://wifi.example:8443/login?token=x")], "");
        assert_eq!(
            why(away),
            NotFrappe::Redirect { to: Some("https://wifi.example:8443".to_owned()) }
        );
        assert_eq!(why(answer(200, &[], "{\"data\": [")), NotFrappe::BrokenJson { status: 200 });
        assert_eq!(why(answer(200, &[], "[1]")), NotFrappe::OtherJson { status: 200 });
        assert_eq!(why(answer(404, &[], "")), NotFrappe::Empty { status: 404 });
    }

    #[test]
    fn torn_content_leaves_a_write_in_doubt() {
        let torn = Failure::Unknown { cause: LostAnswer::Torn };
        assert_eq!(failure(Effect::Write, answer(200, &[], "{\"data\": {")), torn);
        assert_eq!(failure(Effect::Write, answer(200, &[], "")), torn);
    }

    #[test]
    fn a_lost_lock_passes_by_itself() {
        let body = "{\"exc_type\": \"QueryDeadlockError\"}";
        assert!(matches!(
            failure(Effect::Write, answer(417, &[], body)),
            Failure::Transient { .. }
        ));
    }
}
