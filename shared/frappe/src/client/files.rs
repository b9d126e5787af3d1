//! Files to and from the site.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{Client, MAX_ANSWER, Saved, UID_FIELD};
use crate::{
    Outcome,
    failure::{Failure, NotFrappe, OfflineCause, Refusal},
    judge::{from_transport, judge},
    transport::{BodySink, Effect, Method, TransportError, WireResponse},
    words::SiteWords,
};

/// A private file for a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload<'a> {
    /// uid of the file, so that it arrives once only.
    pub uid: &'a str,
    /// Its name with extension.
    pub file_name: &'a str,
    /// DocType and name of the document it belongs to.
    pub attached_to: (&'a str, &'a str),
    /// The bytes. The site takes 25 MiB by default.
    pub content: &'a [u8],
}

/// Whether a `file_url` is a file that the site keeps itself. A File, and a field of the kind Attach, may point
/// elsewhere in the world, where the key of this client must never go.
pub fn is_of_site(file_url: &str) -> bool {
    ["/files/", "/private/files/"].iter().any(|folder| file_url.starts_with(folder))
}

/// Which part of which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadRequest<'a> {
    /// `file_url` of the File, such as `/private/files/snapshot.bin`.
    pub file_url: &'a str,
    /// First byte wanted; the site may ignore it and begin at 0.
    pub offset: u64,
    /// `ETag` of what is there already: with an offset the site sends the whole file if it changed
    /// since, without one it answers [`Download::NotModified`] if it did not.
    pub etag: Option<&'a str>,
}

/// What a download ended in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Download {
    /// The sink has all bytes to the end of the file.
    Complete {
        /// `ETag` to send next time; the application server alone gives none.
        etag: Option<String>,
    },
    /// The file is the one whose `ETag` was sent.
    NotModified,
}

/// Where the bytes of a download go.
pub trait FileSink: Send {
    /// Called once: bytes follow from `start` on, the whole file having `total` bytes if that is
    /// known. `start` is the offset asked for, or 0 where the site sends the whole file. Returns
    /// whether to go on.
    fn begin(&mut self, start: u64, total: Option<u64>) -> bool;
    /// The next bytes. Returns whether to go on.
    fn piece(&mut self, bytes: &[u8]) -> bool;
}

impl Client {
    /// Uploads a private file as a File document with base64 content, since `upload_file` ignores
    /// custom fields and stores the same file twice (recordings 068, 176, 177).
    ///
    /// # Errors
    /// The [`Failure`] the answer means; a second upload with the same uid is `Refused` with
    /// [`Refusal::is_duplicate_value`].
    pub async fn upload(&self, upload: &Upload<'_>) -> Outcome<Saved> {
        let body = json!({
            "file_name": upload.file_name,
            "attached_to_doctype": upload.attached_to.0,
            "attached_to_name": upload.attached_to.1,
            "is_private": 1,
            "content": STANDARD.encode(upload.content),
            "decode": 1,
            UID_FIELD: upload.uid,
        });
        let path = "/api/resource/File".to_owned();
        self.save(&self.request(Method::Post, path, Some(&body), Effect::Write)).await
    }

    /// Downloads a file into `sink`. What the sink took before a failure is good to resume from.
    ///
    /// # Errors
    /// The [`Failure`] the answer means. `Transient` where the sink stopped.
    pub async fn download(
        &self,
        wanted: &DownloadRequest<'_>,
        sink: &mut dyn FileSink,
    ) -> Outcome<Download> {
        self.receive(wanted, MAX_ANSWER.saturating_mul(16), sink).await
    }

    /// A small file, whole, by its `file_url`; nothing above `most` bytes is taken in. The site hands a
    /// private one to whoever may read the document it is attached to (recordings 069, 070, 148).
    ///
    /// # Errors
    /// The [`Failure`] the answer means: `Refused` with [`Refusal::is_forbidden`] or
    /// [`Refusal::is_missing`], [`NotFrappe::TooLarge`] above `most`.
    pub async fn file(&self, file_url: &str, most: u64) -> Outcome<Vec<u8>> {
        let mut whole = Whole { most, ..Whole::default() };
        let wanted = DownloadRequest { file_url, offset: 0, etag: None };
        let received = self.receive(&wanted, most, &mut whole).await;
        if whole.too_large {
            return Err(Failure::NotFrappe { why: NotFrappe::TooLarge { limit: most } });
        }
        received.map(|_| whole.bytes)
    }

    async fn receive(
        &self,
        wanted: &DownloadRequest<'_>,
        most: u64,
        sink: &mut dyn FileSink,
    ) -> Outcome<Download> {
        let mut request = self.get(encode_path(wanted.file_url));
        request.max_answer = most;
        if wanted.offset > 0 {
            request.headers.push(("range", format!("bytes={}-", wanted.offset)));
            request.headers.extend(wanted.etag.map(|etag| ("if-range", etag.to_owned())));
        } else {
            request.headers.extend(wanted.etag.map(|etag| ("if-none-match", etag.to_owned())));
        }
        let mut receiver = Receiver { sink, page: false, status: 0 };
        let result = match self.in_flight.acquire().await {
            Ok(_permit) => self.transport.download(&request, &mut receiver).await,
            Err(_) => Err(TransportError::NotSent(OfflineCause::NoConnection)),
        };
        if receiver.page {
            let status = receiver.status;
            return Err(Failure::NotFrappe { why: NotFrappe::WebPage { status } });
        }
        match result {
            Ok(response) if (200..=299).contains(&response.status) => {
                Ok(Download::Complete { etag: response.header("etag").map(str::to_owned) })
            }
            Ok(response) if response.status == 304 => Ok(Download::NotModified),
            Ok(response) => Err(match file_refusal(&response) {
                Some(refusal) => Failure::Refused(refusal),
                None => match judge(&request, Ok(response)) {
                    Err(failure) => failure,
                    Ok(_) => from_transport(Effect::Read, TransportError::NotHttp),
                },
            }),
            Err(error) => Err(from_transport(Effect::Read, error)),
        }
    }
}

/// Keeps a file in memory.
#[derive(Default)]
struct Whole {
    most: u64,
    bytes: Vec<u8>,
    too_large: bool,
}

impl FileSink for Whole {
    fn begin(&mut self, start: u64, total: Option<u64>) -> bool {
        self.too_large = total.is_some_and(|total| total > self.most);
        start == 0 && !self.too_large
    }

    fn piece(&mut self, bytes: &[u8]) -> bool {
        self.bytes.extend_from_slice(bytes);
        true
    }
}

/// Files are refused with an HTML page (recordings 070, 148).
fn file_refusal(response: &WireResponse) -> Option<Refusal> {
    let exc_type = match response.status {
        403 => "PermissionError",
        404 => "DoesNotExistError",
        _ => return None,
    };
    serde_json::from_slice::<Value>(&response.body).is_err().then(|| Refusal {
        status: response.status,
        exc_type: exc_type.to_owned(),
        words: SiteWords::of_page(&String::from_utf8_lossy(&response.body)),
        unique_field: None,
    })
}

/// Each part of the path encoded, the slashes kept.
fn encode_path(path: &str) -> String {
    let path = path.trim_start_matches('/');
    format!("/{}", path.split('/').map(crate::query::encode).collect::<Vec<_>>().join("/"))
}

/// Finds out where the bytes begin and keeps a web page out of the file.
struct Receiver<'a> {
    sink: &'a mut dyn FileSink,
    page: bool,
    status: u16,
}

impl BodySink for Receiver<'_> {
    fn begin(&mut self, status: u16, headers: &[(String, String)]) -> bool {
        let header = |name| headers.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        self.status = status;
        if header("content-type").is_some_and(|kind| kind.contains("text/html")) {
            self.page = true;
            return false;
        }
        if status != 206 {
            let total = header("content-length").and_then(|length| length.parse().ok());
            return self.sink.begin(0, total);
        }
        match header("content-range").and_then(|range| content_range(range)) {
            Some((start, total)) => self.sink.begin(start, total),
            None => false,
        }
    }

    fn piece(&mut self, bytes: &[u8]) -> bool {
        self.sink.piece(bytes)
    }
}

/// `bytes 1000000-1000099/20971519`: first byte and total, which may be `*` (RFC 9110, 14.4).
fn content_range(text: &str) -> Option<(u64, Option<u64>)> {
    let (range, total) = text.trim().strip_prefix("bytes ")?.split_once('/')?;
    let (start, _) = range.split_once('-')?;
    Some((start.parse().ok()?, total.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_names_its_start() {
        assert_eq!(content_range("bytes 1000-1099/2000"), Some((1000, Some(2000))));
        assert_eq!(content_range("bytes 0-9/*"), Some((0, None)));
        assert_eq!(content_range("bytes */2000"), None);
    }

    #[test]
    fn a_file_address_keeps_its_slashes() {
        assert_eq!(encode_path("/private/files/a b#.bin"), "/private/files/a%20b%23.bin");
    }
}
