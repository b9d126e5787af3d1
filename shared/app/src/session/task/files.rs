//! Photos and signatures of a task, made here or by the office.

use super::Session;
use crate::AppError;
use crate::session::attachments::{MAX_PICTURE, MAX_SIGNATURE, extension_of};
use crate::session::company::text;
use crate::views::AttachedView;
use satchel_devices::photo;
use satchel_store::{AttachedFile, NewAttachment, OutboxState, signature_picture};
use serde_json::Value;

/// The site's DocType.
const TASK: &str = "Task";
/// How the file of a signature ends.
const SIGNED: &str = "-signature.svg";

impl Session {
    /// Adds a photo to a task; its file name. It goes to the office by itself.
    ///
    /// # Errors
    /// As [`Session::attach_picture`].
    pub fn attach_to_task(&self, task: &str, content: Vec<u8>) -> Result<String, AppError> {
        extension_of(&content).ok_or(AppError::NotAPicture)?;
        let content = photo::scaled(content);
        let extension = extension_of(&content).ok_or(AppError::NotAPicture)?;
        if content.len() > MAX_PICTURE {
            return Err(AppError::TooLarge { megabytes: MAX_PICTURE / (1024 * 1024) });
        }
        let (row, document) = self.task_document(task)?;
        let number = self.files_of_task(&row.key, &document)?.len() + 1;
        let file_name = format!("{}-{number}.{extension}", stem(&row.key));
        self.add_file(&row.key, file_name.clone(), content)?;
        Ok(file_name)
    }

    /// Adds the customer's signature, an SVG path, to a task.
    ///
    /// # Errors
    /// [`AppError::Field`] for a path that is empty or too long, [`AppError::NotFound`].
    pub fn sign_task(&self, task: &str, path: &str) -> Result<(), AppError> {
        if path.is_empty() || path.len() > MAX_SIGNATURE {
            return Err(AppError::Field { field: "signature" });
        }
        let (row, document) = self.task_document(task)?;
        let number = self.files_of_task(&row.key, &document)?.len() + 1;
        let stem = format!("{}-{number}-signature", stem(&row.key));
        let (file_name, content) = signature_picture(stem, path.as_bytes().to_vec());
        self.add_file(&row.key, file_name, content)
    }

    /// What was added to a task on this phone, under the key it had then too.
    pub(super) fn files_of_task(
        &self,
        key: &str,
        document: &Value,
    ) -> Result<Vec<AttachedView>, AppError> {
        let mut files = Vec::new();
        let uid = text(document, "satchel_uid");
        if !uid.is_empty() {
            files.extend(self.inner.store.attached_to(&uid)?);
        }
        if let Some(name) = key.strip_prefix("server:") {
            files.extend(self.inner.store.attached_at_site(TASK, name)?);
        }
        let view = |file: AttachedFile| AttachedView {
            file_name: file.file_name,
            bytes: file.bytes,
            there: file.state == OutboxState::Done,
        };
        Ok(files.into_iter().map(view).collect())
    }

    /// The customer's signature under a task, as the path that was drawn; the last one, where somebody
    /// signed again.
    pub(in crate::session) fn signature_of_task(
        &self,
        key: &str,
        document: &Value,
    ) -> Result<Option<String>, AppError> {
        let files = self.files_of_task(key, document)?;
        let signed = files.into_iter().rev().find(|file| file.file_name.ends_with(SIGNED));
        let Some(AttachedView { file_name, .. }) = signed else { return Ok(None) };
        let store = &self.inner.store;
        let mut content = None;
        if let Some(name) = key.strip_prefix("server:") {
            content = store.attached_content_at_site(TASK, name, &file_name)?;
        }
        if content.is_none() {
            content = store.attached_content(&text(document, "satchel_uid"), &file_name)?;
        }
        Ok(content.and_then(|svg| drawn_path(&svg)))
    }

    fn add_file(&self, key: &str, file_name: String, content: Vec<u8>) -> Result<(), AppError> {
        let Some(name) = key.strip_prefix("server:") else {
            return self.attach(key.trim_start_matches("local:"), file_name, content);
        };
        let uid = self.new_local_id()?.to_string();
        let new =
            NewAttachment { subject: uid.clone(), uid, file_name, content, at: self.now().utc };
        Ok(self.inner.store.attach_at_site(new, TASK, name).wait()?)
    }
}

/// The path in a picture that [`signature_picture`] made.
fn drawn_path(svg: &[u8]) -> Option<String> {
    let (_, behind) = std::str::from_utf8(svg).ok()?.split_once("<path d=\"")?;
    Some(behind.split_once('"')?.0.to_owned())
}

/// What the files of a task are called after: its name, or the end of its local id.
fn stem(key: &str) -> String {
    match key.strip_prefix("server:") {
        Some(name) => name
            .chars()
            .map(|sign| if sign.is_alphanumeric() || sign == '-' { sign } else { '-' })
            .collect(),
        None => format!("task-{}", key.get(key.len().saturating_sub(8)..).unwrap_or(key)),
    }
}
