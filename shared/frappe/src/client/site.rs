//! What a site is and what the user may do there.

use serde_json::Value;

use super::{Client, document_of, document_path, message_of};
use crate::{
    Outcome,
    document::Document,
    failure::{AuthCause, Failure},
    judge::unexpected_shape,
    query::{ListQuery, encode},
    transport::Effect,
    versions::SiteVersions,
};

impl Client {
    /// Whether the address leads to a Frappe site; needs no token (`/api/method/ping`).
    ///
    /// # Errors
    /// The [`Failure`] the answer means; `NotFrappe` where something else answers.
    pub async fn ping(&self) -> Outcome<()> {
        let mut request = self.get("/api/method/ping".to_owned());
        request.token = None;
        let pong: String = message_of(self.exchange(&request).await?)?;
        if pong == "pong" { Ok(()) } else { Err(unexpected_shape(Effect::Read)) }
    }

    /// The id of the token's user.
    ///
    /// # Errors
    /// The [`Failure`] the answer means. Every signed-in user may ask, so a 403 means that the token
    /// did not arrive.
    pub async fn logged_user(&self) -> Outcome<String> {
        let request = self.get("/api/method/frappe.auth.get_logged_user".to_owned());
        match self.exchange(&request).await {
            Ok(answer) => message_of(answer),
            Err(Failure::Refused(refusal)) if refusal.is_forbidden() => {
                Err(Failure::Unauthorised { cause: AuthCause::TokenNotSeen })
            }
            Err(failure) => Err(failure),
        }
    }

    /// The versions of the site's apps; any user but Guest may ask.
    ///
    /// # Errors
    /// The [`Failure`] the answer means.
    pub async fn versions(&self) -> Outcome<SiteVersions> {
        let path = "/api/method/frappe.utils.change_log.get_versions".to_owned();
        let message: Value = message_of(self.exchange(&self.get(path)).await?)?;
        SiteVersions::read(&message).ok_or_else(|| unexpected_shape(Effect::Read))
    }

    /// One value of a settings DocType; `null` if it is not set. The user needs read on the DocType.
    ///
    /// # Errors
    /// The [`Failure`] the answer means.
    pub async fn single_value(&self, doctype: &str, field: &str) -> Outcome<Value> {
        let path = format!(
            "/api/method/frappe.client.get_single_value?doctype={}&field={}",
            encode(doctype),
            encode(field)
        );
        message_of(self.exchange(&self.get(path)).await?)
    }

    /// The zone of every time the site gives, such as `America/New_York`.
    ///
    /// # Errors
    /// The [`Failure`] the answer means; `Refused` without read on System Settings.
    pub async fn time_zone(&self) -> Outcome<String> {
        match self.single_value("System Settings", "time_zone").await? {
            Value::String(zone) if !zone.is_empty() => Ok(zone),
            _ => Err(unexpected_shape(Effect::Read)),
        }
    }

    /// One document with its child tables. A settings DocType is read under its own name.
    ///
    /// # Errors
    /// The [`Failure`] the answer means; [`Refusal::is_missing`](crate::Refusal::is_missing) where
    /// there is none of this name.
    pub async fn get_doc(&self, doctype: &str, name: &str) -> Outcome<Document> {
        let mut answer = self.exchange(&self.get(document_path(doctype, name))).await?;
        document_of(&mut answer, Effect::Read)
    }

    /// Whether the user may list a DocType, found by asking for one row. An unknown DocType is
    /// answered like a forbidden one.
    ///
    /// # Errors
    /// The [`Failure`] the answer means, other than a 403.
    pub async fn may_list(&self, doctype: &str) -> Outcome<bool> {
        let mut query = ListQuery::new(doctype, &["name"]);
        query.limit = 1;
        yes_unless_forbidden(self.list(&query).await.map(drop))
    }

    /// Whether the user may read a settings DocType, found by reading it.
    ///
    /// # Errors
    /// The [`Failure`] the answer means, other than a 403.
    pub async fn may_read_settings(&self, doctype: &str) -> Outcome<bool> {
        yes_unless_forbidden(self.get_doc(doctype, doctype).await.map(drop))
    }
}

fn yes_unless_forbidden(outcome: Outcome<()>) -> Outcome<bool> {
    match outcome {
        Ok(()) => Ok(true),
        Err(Failure::Refused(refusal)) if refusal.is_forbidden() => Ok(false),
        Err(failure) => Err(failure),
    }
}
