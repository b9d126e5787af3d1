//! Files the app shares, served to the browser it is shown in: a download as it is, byte for byte.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use satchel_devices::random::{Random, SystemRandom};
use satchel_devices::share::{Share, ShareError, ShareFile, Shared};
use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

/// Files kept until the browser has fetched them; older ones go.
const KEPT: usize = 8;

/// The files to be fetched, each under an address nobody can guess.
#[derive(Default)]
pub struct Shelf(Mutex<VecDeque<(String, ShareFile)>>);

impl Shelf {
    fn find(&self, token: &str) -> Option<ShareFile> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().find(|(found, _)| found == token).map(|(_, file)| file.clone())
    }
}

impl Share for Shelf {
    fn share(&self, file: &ShareFile) -> Result<Shared, ShareError> {
        let mut random = [0; 16];
        SystemRandom.fill(&mut random).map_err(|_| ShareError::Refused)?;
        let token = random.iter().fold(String::new(), |mut token, byte| {
            // Writing into a text does not fail.
            let _ = write!(token, "{byte:02x}");
            token
        });
        let path = format!("/files/{token}/{}", encoded(file.name()));
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.push_back((token, file.clone()));
        while files.len() > KEPT {
            files.pop_front();
        }
        Ok(Shared::At(path))
    }
}

/// Where the files are fetched.
pub fn routes(shelf: Arc<Shelf>) -> Router {
    Router::new().route("/files/{token}/{name}", get(fetch)).with_state(shelf)
}

async fn fetch(
    State(shelf): State<Arc<Shelf>>,
    Path((token, _)): Path<(String, String)>,
) -> Response {
    let Some(file) = shelf.find(&token) else { return StatusCode::NOT_FOUND.into_response() };
    // RFC 6266 with the name as RFC 8187 writes it.
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded(file.name()));
    let headers = [
        (header::CONTENT_TYPE, file.kind().media_type().to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (HeaderName::from_static("x-content-type-options"), "nosniff".to_owned()),
    ];
    (headers, file.content().to_vec()).into_response()
}

/// Percent-encoded, all but RFC 3986's unreserved signs.
fn encoded(name: &str) -> String {
    name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing into a text does not fail.
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_devices::share::ShareKind;

    fn shared(shelf: &Shelf, name: &str) -> String {
        let file = ShareFile::new(name, ShareKind::Pdf, name.as_bytes().to_vec());
        match shelf.share(&file) {
            Ok(Shared::At(path)) => path,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_is_found_by_its_own_address_alone() {
        let shelf = Shelf::default();
        let paths: Vec<String> = ["Café 1", "b"].map(|name| shared(&shelf, name)).to_vec();
        assert!(paths[0].ends_with("/Caf%C3%A9%201.pdf"), "{}", paths[0]);
        let token = |path: &str| path.split('/').nth(2).unwrap().to_owned();
        assert_eq!(shelf.find(&token(&paths[1])).unwrap().content(), b"b");
        assert_ne!(token(&paths[0]), token(&paths[1]));
        assert_eq!(shelf.find("0"), None);
        for _ in 0..KEPT {
            shared(&shelf, "later");
        }
        assert_eq!(shelf.find(&token(&paths[0])), None, "old ones go");
    }
}
