//! The site of a rehearsal: the practice site or a real one, set up, with a user and tasks for each
//! rep. Everything goes over REST, so that both are prepared by the same requests.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use satchel_devices::clock::{Clock, SystemClock};
use satchel_frappe::transport::Effect;
use satchel_frappe::{
    Client, Document, HttpOptions, HttpTransport, SiteAddress, Token, query::Filter,
    query::ListQuery,
};
use satchel_practice_site::{PracticeSite, SiteOptions};
use serde_json::{Value, json};

use super::masters;
use crate::site::{given_token, set_up};

/// Tasks of each rep.
const TASKS: u32 = 3;

/// A rep as the site knows him.
pub struct RepAtSite {
    /// From 1.
    pub number: u32,
    /// User id.
    pub user: String,
    /// `api_key`.
    pub key: String,
    /// `api_secret`.
    pub secret: String,
    /// First half of his receipt numbers.
    pub device_code: String,
    /// His own tasks, as the site has them.
    pub tasks: Vec<Value>,
}

/// A prepared site.
pub struct Stage {
    /// Speaks to it as its administrator, past all faults.
    pub client: Client,
    /// Where it is.
    pub address: SiteAddress,
    /// The company of the orders.
    pub company: String,
    /// Tells one rehearsal on this site from another.
    mark: String,
    /// The practice site, where it is one. Gone with it.
    _practice: Option<PracticeSite>,
}

impl Stage {
    /// Starts a practice site with the demo company, its database in `folder`.
    pub async fn practice(folder: &Path) -> Result<Self> {
        let file = Some(folder.join("practice-site.db"));
        let options = SiteOptions { file, ..SiteOptions::default() };
        let secret = options.administrator_secret.clone();
        let clock = Arc::new(SystemClock::new());
        let today = clock.now().date_naive();
        let practice = PracticeSite::start(0, options, clock).await?;
        let mut demo = satchel_demo::documents(today)?;
        // Days of orders would pass any limit: a refusal that is right is no finding.
        for (_, document) in &mut demo.masters {
            if let Some(fields) = document.as_object_mut() {
                fields.remove("credit_limits");
            }
        }
        practice.site().found_demo(demo)?;
        let address = SiteAddress::parse(&practice.address())?;
        let client = client(&address, "administrator", &secret)?;
        let company = company(&client).await?;
        Ok(Self { client, address, company, mark: String::new(), _practice: Some(practice) })
    }

    /// A real site, as its administrator.
    pub async fn site(address: &str, token: Option<&str>) -> Result<Self> {
        let token = given_token(token)?.context("give --token")?;
        let address = SiteAddress::parse(address).context("--site")?;
        let transport = HttpTransport::new(address.clone(), HttpOptions::default())?;
        let client = Client::new(Arc::new(transport), Some(token));
        let company = company(&client).await?;
        // Seconds in few letters: users and receipt numbers are used once.
        let seconds = SystemClock::new().now().timestamp().unsigned_abs();
        Ok(Self { client, address, company, mark: base36(seconds), _practice: None })
    }

    /// Makes what Satchel needs on the site, and `reps` users with tasks of their own.
    pub async fn set_up(&self, reps: u32, seed: u64) -> Result<Vec<RepAtSite>> {
        set_up(&self.client).await?;
        let mark = format!("{}{seed}", self.mark);
        masters::make_missing(&self.client, &mark).await.context("masters")?;
        let mut made = Vec::new();
        for number in 1..=reps {
            made.push(self.rep(number, &mark).await.with_context(|| format!("rep {number}"))?);
        }
        Ok(made)
    }

    async fn rep(&self, number: u32, mark: &str) -> Result<RepAtSite> {
        let user = format!("rehearsal-{mark}-r{number:03}@example.com");
        let document = json!({
            "email": user, "first_name": format!("Rehearsal {mark} R{number:03}"),
            "send_welcome_email": 0, "roles": [{"role": "Satchel Rep"}],
        });
        self.insert("User", &document).await?;
        let arguments = json!({ "user": user });
        let method = "frappe.core.doctype.user.user.generate_keys";
        let secret = self.client.call(method, &arguments, Effect::Write).await?;
        let secret = secret.get("api_secret").and_then(Value::as_str).context("no secret")?;
        let query =
            ListQuery::new("User", &["api_key"]).with(Filter::equals("name", user.as_str()));
        let found = self.client.list(&query).await?;
        let key = found.cell(0, "api_key").and_then(Value::as_str).context("no key")?.to_owned();
        let mut tasks = Vec::new();
        for task in 1..=TASKS {
            let subject = format!("Rehearsal {mark} R{number:03} task {task}");
            let made =
                self.insert("Task", &json!({"subject": subject, "status": "Working"})).await?;
            tasks.push(Value::Object(made.into_fields()));
        }
        let device_code = format!("R{}{number:02}", self.mark);
        Ok(RepAtSite { number, user, key, secret: secret.to_owned(), device_code, tasks })
    }

    async fn insert(&self, doctype: &str, document: &Value) -> Result<Document> {
        let fields = document.as_object().cloned().unwrap_or_default();
        Ok(self.client.insert(doctype, &Document::from(fields)).await?.document)
    }
}

/// The company that is there, the first by name where there are several.
async fn company(client: &Client) -> Result<String> {
    let mut companies = client.names("Company", &[]).await?;
    companies.sort();
    companies.into_iter().next().context("the site has no company")
}

/// The last four digits of a number to the base of 36.
fn base36(mut number: u64) -> String {
    let mut text = String::new();
    for _ in 0..4 {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        text.extend(char::from_digit(digit, 36).map(|digit| digit.to_ascii_uppercase()));
        number /= 36;
    }
    text
}

/// A client past all faults.
pub fn client(address: &SiteAddress, key: &str, secret: &str) -> Result<Client> {
    let transport = HttpTransport::new(address.clone(), HttpOptions::default())?;
    Ok(Client::new(Arc::new(transport), Some(Token::new(key, secret)?)))
}
