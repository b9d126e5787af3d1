//! Where a site is and how a user shows who he is.

use std::fmt;

use thiserror::Error;
use url::{Host, Url};

/// The address of a site: scheme, host, port and a path prefix if there is one.
#[derive(Clone, PartialEq, Eq)]
pub struct SiteAddress(Url);

/// Why a text is no address of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Not an address at all.
    #[error("not an address")]
    NotAnAddress,
    /// Neither `http` nor `https`.
    #[error("neither http nor https")]
    Scheme,
    /// `http` to a host other than this device: the token would travel in the clear.
    #[error("http is allowed for this device only")]
    Unprotected,
    /// User name or password within the address.
    #[error("holds a user name or password")]
    Credentials,
}

impl AddressError {
    /// Key of the translated sentence.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotAnAddress => "error-address-invalid",
            Self::Scheme => "error-address-scheme",
            Self::Unprotected => "error-address-unprotected",
            Self::Credentials => "error-address-credentials",
        }
    }
}

impl SiteAddress {
    /// Reads an address as typed or scanned: white space and what follows the path prefix (`/app`,
    /// `/desk`, `/login`, query, fragment) are dropped, and `https` is put in front where no scheme is
    /// given.
    ///
    /// # Errors
    /// [`AddressError`] if it is no address, or one to which a token must not be sent.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let url = if text.contains("://") {
            Url::parse(text)
        } else {
            Url::parse(&format!("https://{text}"))
        };
        let mut url = url.map_err(|_| AddressError::NotAnAddress)?;
        if url.host().is_none() {
            return Err(AddressError::NotAnAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::Credentials);
        }
        match url.scheme() {
            "https" => {}
            "http" if is_this_device(&url) => {}
            "http" => return Err(AddressError::Unprotected),
            _ => return Err(AddressError::Scheme),
        }
        url.set_query(None);
        url.set_fragment(None);
        let prefix = site_prefix(url.path());
        url.set_path(&prefix);
        Ok(Self(url))
    }

    /// The address of a path of the site; `path` begins with `/` and may hold a query.
    pub fn join(&self, path: &str) -> String {
        format!("{}{}", self.0.as_str().trim_end_matches('/'), path)
    }

    /// The path in front of every request's own, without a closing `/`; empty for most sites.
    pub fn prefix(&self) -> &str {
        self.0.path().trim_end_matches('/')
    }
}

impl fmt::Display for SiteAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for SiteAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SiteAddress({self})")
    }
}

fn is_this_device(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn site_prefix(path: &str) -> String {
    let kept: Vec<&str> = path
        .split('/')
        .filter(|part| !part.is_empty())
        .take_while(|part| !matches!(*part, "app" | "desk" | "login" | "api" | "me"))
        .collect();
    format!("/{}", kept.join("/"))
}

/// The key pair of a user, sent as `Authorization: token KEY:SECRET`.
///
/// An API key and not an OAuth token, since a disabled user's bearer token goes on being accepted until
/// it is revoked or ends (recording 174), while his key is refused at once (recording 169).
///
/// Neither `Debug` nor anything else in this crate shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    key: String,
    secret: String,
}

/// The texts given are no key pair: empty, or with characters a header cannot carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a key and secret")]
pub struct TokenError;

impl Token {
    /// A key pair made by Frappe's `generate_keys`.
    ///
    /// # Errors
    /// [`TokenError`] if either part is empty or holds anything but visible ASCII without `:`.
    pub fn new(key: &str, secret: &str) -> Result<Self, TokenError> {
        let fits =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_graphic() && c != ':');
        if !fits(key) || !fits(secret) {
            return Err(TokenError);
        }
        Ok(Self { key: key.to_owned(), secret: secret.to_owned() })
    }

    /// Reads `KEY:SECRET`.
    ///
    /// # Errors
    /// [`TokenError`] as in [`Token::new`].
    pub fn parse(text: &str) -> Result<Self, TokenError> {
        let (key, secret) = text.trim().split_once(':').ok_or(TokenError)?;
        Self::new(key, secret)
    }

    /// Key and secret, for keeping them in an encrypted file.
    pub fn parts(&self) -> (&str, &str) {
        (&self.key, &self.secret)
    }

    /// The value of the `Authorization` header. For transports only.
    pub fn header_value(&self) -> String {
        format!("token {}:{}", self.key, self.secret)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_people_type_them() {
        for (typed, meant) in [
            (" erp.example.com ", "https://erp.example.com"),
            ("https://erp.example.com/app/sales-order?x=1#y", "https://erp.example.com"),
            ("erp.example.com:8443/login", "https://erp.example.com:8443"),
            ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
            ("http://site.localhost:8000", "http://site.localhost:8000"),
            ("https://example.com/erp/app", "https://example.com/erp"),
        ] {
            assert_eq!(SiteAddress::parse(typed).unwrap().to_string(), meant);
        }
    }

    #[test]
    fn a_token_never_goes_out_in_the_clear() {
        assert_eq!(SiteAddress::parse("http://erp.example.com"), Err(AddressError::Unprotected));
        assert_eq!(SiteAddress::parse("ftp://erp.example.com"), Err(AddressError::Scheme));
        assert_eq!(
            SiteAddress::parse("https://u:p@erp.example.com"),
            Err(AddressError::Credentials)
        );
        assert_eq!(SiteAddress::parse(""), Err(AddressError::NotAnAddress));
    }

    #[test]
    fn a_token_does_not_show_itself() {
        let token = Token::parse("abc:def").unwrap();
        assert_eq!(format!("{token:?}"), "Token(..)");
        assert_eq!(token.header_value(), "token abc:def");
        assert!(Token::parse("abc").is_err());
        assert!(Token::new("a\r\nb", "c").is_err());
    }
}
