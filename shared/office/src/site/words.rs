//! What a site's answer means, in a sentence for the office.

use anyhow::anyhow;
use satchel_frappe::failure::{AuthCause, Failure, NotFrappe, OfflineCause};

/// The failure as an error of this tool.
pub(crate) fn of(failure: &Failure) -> anyhow::Error {
    anyhow!(sentence(failure))
}

/// The failure in a sentence, with the site's own words where it gave any.
pub(crate) fn sentence(failure: &Failure) -> String {
    match failure {
        Failure::Offline { cause: OfflineCause::Name } => {
            "the name of the host leads nowhere: mistyped, or there is no network".to_owned()
        }
        Failure::Offline { cause: OfflineCause::TimedOut } => {
            "nothing answers within the time allowed".to_owned()
        }
        Failure::Offline { cause: OfflineCause::NoConnection } => {
            "no connection: nothing listens there, or a firewall is in between".to_owned()
        }
        Failure::Transient { fault, .. } if !fault.words.is_empty() => {
            format!("the site failed: {}", fault.words)
        }
        Failure::Transient { .. } => "the site failed; try again in a while".to_owned(),
        Failure::Unknown { .. } => {
            "the answer was lost; the request may have been carried out. Run the same again: \
             what was made is found and not made twice"
                .to_owned()
        }
        Failure::Refused(refusal) if refusal.words.is_empty() => {
            format!("the site refused ({})", refusal.exc_type)
        }
        Failure::Refused(refusal) => format!("the site refused: {}", refusal.words),
        Failure::Unauthorised { cause: AuthCause::TokenNotAccepted } => {
            "the key pair does not count: unknown, replaced, or its user is disabled".to_owned()
        }
        Failure::Unauthorised { cause: AuthCause::TokenNotSeen } => {
            "the site did not see the key pair: a proxy in front of it takes the Authorization header off"
                .to_owned()
        }
        Failure::Throttled { .. } => "the site takes no more requests now; try again later".to_owned(),
        Failure::Maintenance { .. } => "the site is in maintenance mode; try again later".to_owned(),
        Failure::NotFrappe { why } => not_frappe(why),
    }
}

fn not_frappe(why: &NotFrappe) -> String {
    match why {
        NotFrappe::CaptivePortal => {
            "this network wants a sign-in first: open any page in a browser and sign in".to_owned()
        }
        NotFrappe::Certificate => {
            "the certificate of the server is not valid for this address (expired, for another name, \
             or made by an authority this machine does not know); nothing was sent"
                .to_owned()
        }
        NotFrappe::Redirect { to } => format!(
            "it leads on to {}: not a Frappe site at this address, or the sign-in page of a network",
            to.as_deref().unwrap_or("another address")
        ),
        NotFrappe::WebPage { .. } => {
            "a web page answers where Frappe should: another server, or the sign-in page of a network"
                .to_owned()
        }
        _ => "something answers, but it is not Frappe".to_owned(),
    }
}
