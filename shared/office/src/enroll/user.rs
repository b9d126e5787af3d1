//! The user who is enrolled: there, enabled, with the role, with a key pair that counts.

use anyhow::{Context, bail, ensure};
use satchel_frappe::{Client, Document, transport::Effect};
use serde_json::{Map, Value, json};

use crate::site::plan::REP;
use crate::site::words;

/// Whether the user may be enrolled; with `give_role` he gets the role he lacks.
///
/// # Errors
///
/// In a sentence that says what is missing.
pub(super) async fn check(client: &Client, user: &str, give_role: bool) -> anyhow::Result<()> {
    super::needs_set_up(client).await?;
    let document = match client.get_doc("User", user).await {
        Ok(document) => document,
        Err(failure) if failure.refusal().is_some_and(|refusal| refusal.is_missing()) => {
            bail!("there is no user {user} on the site");
        }
        Err(failure) => return Err(words::of(&failure)),
    };
    let enabled = document.get("enabled").and_then(Value::as_u64) == Some(1);
    ensure!(enabled, "user {user} is disabled; enable him on the site first");
    let has = document.children("roles").any(|row| row.get("role") == Some(&json!(REP)));
    match (has, give_role) {
        (true, _) => Ok(()),
        (false, true) => give(client, user, &document).await,
        (false, false) => bail!("user {user} has not got the role {REP}; --give-role gives it"),
    }
}

async fn give(client: &Client, user: &str, document: &Document) -> anyhow::Result<()> {
    let mut roles: Vec<Value> = document.children("roles").cloned().map(Value::Object).collect();
    roles.push(json!({ "role": REP }));
    let changes = Map::from_iter([("roles".to_owned(), Value::Array(roles))]);
    let saved = client.update("User", user, &changes, document.modified().as_ref()).await;
    saved.map(drop).map_err(|failure| words::of(&failure))
}

/// Key and secret: the secret kept, or a new one. A new one replaces the old at once
/// (recording 171); the key stays.
///
/// # Errors
///
/// When the site refuses or gives no key.
pub(super) async fn keys(
    client: &Client,
    user: &str,
    kept: Option<String>,
) -> anyhow::Result<(String, String)> {
    let secret = match kept {
        Some(secret) => secret,
        None => {
            let method = "frappe.core.doctype.user.user.generate_keys";
            let answer = client.call(method, &json!({ "user": user }), Effect::Write).await;
            let answer = answer.map_err(|failure| words::of(&failure))?;
            let secret = answer.get("api_secret").and_then(Value::as_str);
            secret.context("the site gave no secret")?.to_owned()
        }
    };
    let document = client.get_doc("User", user).await.map_err(|failure| words::of(&failure))?;
    let key =
        document.text("api_key").context("the user has no API key; enrol without --keep-secret")?;
    Ok((key.to_owned(), secret))
}

/// Whether the key pair is the user's and reads what a phone needs first.
///
/// # Errors
///
/// In a sentence that says what is wrong.
pub(super) async fn prove(rep: &Client, user: &str) -> anyhow::Result<()> {
    let who = rep.logged_user().await.map_err(|failure| words::of(&failure));
    let who = who.context("the key pair was tried")?;
    ensure!(who == user, "the key pair belongs to {who}");
    for doctype in ["Item", "Item Price", "Customer"] {
        let may = rep.may_list(doctype).await.map_err(|failure| words::of(&failure))?;
        ensure!(may, "{user} may not read {doctype}: see `satchel-office site check`");
    }
    Ok(())
}
