//! `satchel-office snapshot`: the masters of a group of reps in one download.

mod upload;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::{DateTime, FixedOffset};
use clap::Args;
use satchel_devices::clock::{Clock, SystemClock};
use satchel_devices::random::{Random, SystemRandom};
use satchel_store::{MasterDocument, Pulled, Store};
use satchel_sync::SiteFacts;
use satchel_sync::pull::{PullProgress, load_for_group};
use satchel_sync::snapshot::{MANIFEST_NAME, SigningKey, pack};
use serde_json::Value;
use tokio::sync::watch;

use crate::owner_only;
use crate::site::Line;

/// Documents written at once from a file.
const AT_ONCE: usize = 5_000;

/// Make the snapshot of a group of reps: its masters in one signed download.
///
/// Asks with the key pair of a rep of the group: what that rep may read is what the group gets. The
/// pieces and the manifest go into a folder that any static host can serve, or to the site itself.
#[derive(Args)]
pub struct Snapshot {
    #[command(flatten)]
    line: Line,
    /// Take the masters from this JSON file (doctype to documents) instead of asking the site. Phones
    /// can sell by it at once; their pull reads everything again, since a file tells no times.
    #[arg(long, value_name = "FILE")]
    from_json: Option<PathBuf>,
    /// For which reps: a word of yours.
    #[arg(long, default_value = "all")]
    group: String,
    /// The folder for manifest and pieces; made where it is missing.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The file with the key to sign with; made where it is missing. Keep it: phones know its public
    /// half from their enrolment.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Put manifest and pieces on the site as private files of the company, too. Needs the right to
    /// make files; asks with the same key pair.
    #[arg(long, conflicts_with = "from_json")]
    upload: bool,
}

/// Runs the subcommand.
///
/// # Errors
///
/// When the site cannot be read, a document cannot be stored, or a file cannot be written.
pub(crate) fn run(options: &Snapshot) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(make(options))
}

async fn make(options: &Snapshot) -> anyhow::Result<()> {
    let key = signing_key(&options.key)?;
    let scratch = tempfile::tempdir().context("a folder for the work")?;
    let mut random = [0; 32];
    SystemRandom.fill(&mut random).context("randomness for the work")?;
    let store = Store::open_with_key(&scratch.path().join("work.db"), random)?;
    let now = SystemClock::new().now().fixed_offset();
    let states = match &options.from_json {
        Some(file) => take_in(&store, file, now)?,
        None => read_site(&store, options, now).await?,
    };
    let masters = scratch.path().join("masters");
    let contents = store.export_masters(&masters, states).await?;
    let made_at = now.to_rfc3339();
    let about = (options.line.address(), options.group.as_str(), made_at.as_str(), contents.items);
    let packed = pack(&masters, &options.out, about, &key)?;
    println!(
        "{} items, {} prices, {} customers: {} pieces, {} bytes, {} of the pieces as before",
        contents.items,
        contents.prices,
        contents.customers,
        packed.manifest.pieces.len(),
        packed.manifest.size(),
        packed.kept
    );
    println!("{}", options.out.join(MANIFEST_NAME).display());
    if options.upload {
        let company = store.document_names("Company")?;
        let company = company.first().context("no company to keep the files with")?;
        let client = options.line.client()?;
        let pieces = &packed.manifest.pieces;
        let address =
            upload::to_site(&client, &options.out, pieces, &options.group, company).await?;
        println!("enroll with: --snapshot {address} --snapshot-key {}", key.public());
    } else {
        println!("enroll with: --snapshot ADDRESS-OF-THE-MANIFEST --snapshot-key {}", key.public());
    }
    Ok(())
}

/// Reads the masters of the site; where the pull of each doctype then stands.
async fn read_site(
    store: &Store,
    options: &Snapshot,
    now: DateTime<FixedOffset>,
) -> anyhow::Result<Vec<(String, String)>> {
    let client = options.line.client()?;
    let facts = SiteFacts::learn(&client, store).await?;
    let (progress, _) = watch::channel(PullProgress::default());
    let (report, states) = load_for_group(store, &client, &facts, now, &progress).await?;
    for doctype in &report.forbidden {
        eprintln!("not in it, the user may not read it: {doctype}");
    }
    for (doctype, count) in &report.unreadable {
        eprintln!("not in it, cannot be read: {count} of {doctype}");
    }
    Ok(states)
}

/// Takes the masters in from a file.
fn take_in(
    store: &Store,
    file: &Path,
    now: DateTime<FixedOffset>,
) -> anyhow::Result<Vec<(String, String)>> {
    let text = fs::read(file).with_context(|| file.display().to_string())?;
    let world: Value = serde_json::from_slice(&text).context("the file is not JSON")?;
    let Value::Object(doctypes) = world else { bail!("the file is not doctype to documents") };
    for (doctype, documents) in &doctypes {
        let documents = match documents {
            Value::Array(list) => list.clone(),
            Value::Object(_) => vec![named(documents, doctype)],
            _ => continue,
        };
        for some in documents.chunks(AT_ONCE) {
            let batch = some.iter().map(|one| MasterDocument::from_value(doctype.as_str(), one));
            let pulled = Pulled { documents: batch.collect(), ..Pulled::default() };
            let report = store.apply_pulled(pulled, now.date_naive()).wait()?;
            if let Some((doctype, place, why)) = report.refused.first() {
                bail!("{doctype} {place}: {why}");
            }
        }
    }
    Ok(Vec::new())
}

/// A settings document stands under the name of its doctype.
fn named(settings: &Value, doctype: &str) -> Value {
    let mut settings = settings.clone();
    if let Some(fields) = settings.as_object_mut() {
        fields.entry("name").or_insert_with(|| doctype.into());
    }
    settings
}

/// The key in the file; a new one where there is no file.
fn signing_key(file: &Path) -> anyhow::Result<SigningKey> {
    if !file.exists() {
        let mut made = owner_only::create_new(file).with_context(|| file.display().to_string())?;
        std::io::Write::write_all(&mut made, SigningKey::generate()?.as_bytes())?;
    }
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    SigningKey::read(&text).with_context(|| file.display().to_string())
}
