//! Enrolling a phone: a code of the office becomes a profile, or lets a profile go on.

use crate::satchel::{OpenError, Satchel};
use crate::session::PHONE_SECRET;
use crate::views::EnrolmentView;
use crate::{AppError, Session};
use satchel_devices::random::Random;
use satchel_domain::ids::DeviceCode;
use satchel_store::{NewProfile, Pin};
use satchel_sync::enrol::{EnrolError, EnrolmentCode};
use satchel_sync::{SiteAccount, SyncError};

impl Satchel {
    /// What a code says, to be shown before anything is done with it.
    ///
    /// # Errors
    /// [`OpenError::App`] with the reason for which it is no code, or none any more.
    pub fn read_enrolment(&self, code: &str) -> Result<EnrolmentView, OpenError> {
        let code = self.parse(code)?;
        Ok(EnrolmentView {
            site: code.account.address.clone(),
            user: code.account.user.clone(),
            company: code.account.company.clone(),
            device: code.device.to_string(),
            valid_until: self.as_shown(code.valid_until),
        })
    }

    /// Uses a code and makes the profile it is for, locked with `pin`. The profile has no masters yet.
    ///
    /// Needs the site, and a tokio runtime. What can be refused without the site is refused before
    /// the code is used.
    ///
    /// # Errors
    /// [`OpenError`]; no profile was made. Where the disk refuses the profile the code is used up all
    /// the same, and the office gives another.
    pub async fn enroll(
        &self,
        code: &str,
        pin: &str,
        language: &str,
    ) -> Result<Session, OpenError> {
        let pin = Pin::parse(pin)?;
        let code = self.parse(code)?;
        let new = self.new_profile(&code.account, code.device.clone())?;
        let phone = claim(&code, self.random()).await.map_err(AppError::from)?;
        let (satchel, account, language) = (self.clone(), code.account, language.to_owned());
        let made = tokio::task::spawn_blocking(move || {
            satchel.make_profile(new, &account, &pin, &language)
        });
        let session = made.await.map_err(|_| AppError::Unreadable { what: "profile" })??;
        let kept = session.store().set_setting(PHONE_SECRET, &phone).await;
        kept.map_err(AppError::from)?;
        Ok(session)
    }

    /// Makes a profile for an account there is, without a code: for the office tool's own devices.
    /// Deriving the key takes up to 400 ms.
    ///
    /// # Errors
    /// [`OpenError`]; no profile was made.
    pub fn adopt(
        &self,
        account: &SiteAccount,
        device: DeviceCode,
        pin: &str,
        language: &str,
    ) -> Result<Session, OpenError> {
        let pin = Pin::parse(pin)?;
        self.make_profile(self.new_profile(account, device)?, account, &pin, language)
    }

    /// What the profile of an account starts with, unless there is one.
    fn new_profile(
        &self,
        account: &SiteAccount,
        device: DeviceCode,
    ) -> Result<NewProfile, OpenError> {
        let new = NewProfile {
            label: site_name(&account.address).to_owned(),
            company: account.company.clone(),
            avatar: initials(&account.user),
            user: account.user.clone(),
            device_code: device,
        };
        let same = |card: &&crate::views::ProfileCard| {
            card.label == new.label && card.user == new.user && card.company == new.company
        };
        match self.profiles()?.iter().find(same) {
            Some(card) => Err(refused(EnrolError::HereAlready { profile: card.id.clone() })),
            None => Ok(new),
        }
    }

    fn make_profile(
        &self,
        new: NewProfile,
        account: &SiteAccount,
        pin: &Pin,
        language: &str,
    ) -> Result<Session, OpenError> {
        let unlocked = self.shelf().create(new, pin)?;
        let store = &unlocked.store;
        account.save(store).map_err(|error| refused(error.into()))?;
        let settings = [
            store.set_setting("company", &account.company),
            store.set_setting("language", &language),
        ];
        for setting in settings {
            setting.wait().map_err(AppError::from)?;
        }
        self.session(unlocked)
    }

    fn parse(&self, code: &str) -> Result<EnrolmentCode, OpenError> {
        EnrolmentCode::parse(code, self.now()).map_err(refused)
    }
}

impl Session {
    /// Goes on with a new code after the old key pair stopped counting: a new secret, a user enabled
    /// again. The outbox goes on where it paused; the receipt numbers stay this phone's own.
    ///
    /// # Errors
    /// [`AppError::Enrol`]; the enrolment is as it was.
    pub async fn enroll_again(&self, code: &str) -> Result<(), AppError> {
        let code = EnrolmentCode::parse(code, self.now().utc)?;
        let known = SiteAccount::load(self.store()).map_err(EnrolError::from)?;
        let mut known = known.ok_or(EnrolError::Sync(SyncError::NotEnrolled))?;
        code.continues(&known)?;
        let phone = claim(&code, &*self.ports().random).await?;
        let fresh = code.account;
        known = SiteAccount {
            authorities: known.authorities,
            courier_recipient: fresh.courier_recipient.clone().or(known.courier_recipient),
            snapshot: fresh.snapshot.clone().or(known.snapshot),
            ..fresh
        };
        self.store().set_setting(PHONE_SECRET, &phone).await?;
        known.save(self.store()).map_err(EnrolError::from)?;
        self.follow_track();
        self.sync_now();
        Ok(())
    }
}

/// Uses the code; the secret by which the site knows this phone from then on.
async fn claim(code: &EnrolmentCode, random: &dyn Random) -> Result<String, EnrolError> {
    let mut phone = [0; 16];
    random.fill(&mut phone).map_err(|_| EnrolError::NoRandomness)?;
    let phone: String = phone.iter().map(|byte| format!("{byte:02x}")).collect();
    let client = code.account.client()?;
    code.claim(&client, &phone).await?;
    Ok(phone)
}

fn refused(error: EnrolError) -> OpenError {
    OpenError::App(AppError::Enrol(error))
}

/// The address as people say it.
fn site_name(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, name)| name)
}

/// Two letters of an e-mail address: `ana.silva@example.com` is AS.
fn initials(user: &str) -> String {
    let name = user.split('@').next().unwrap_or(user);
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).take(2).flat_map(char::to_uppercase).collect()
}
