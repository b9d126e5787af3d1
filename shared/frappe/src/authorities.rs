//! Certificate authorities of a company's own, as files hold them and as little text.

use base64::{Engine, engine::general_purpose::STANDARD};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::http::HttpSetupError;

/// Characters a line of PEM has (RFC 7468, 2).
const LINE: usize = 64;

/// The certificates in a file, PEM (one or several) or DER (one), each as DER.
///
/// # Errors
/// [`HttpSetupError::Authorities`] where it holds none, or one that cannot be an authority.
pub fn certificates(file: &[u8]) -> Result<Vec<Vec<u8>>, HttpSetupError> {
    let mut found: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(file).flatten().collect();
    if found.is_empty() {
        found.push(CertificateDer::from(file.to_vec()));
    }
    let mut roots = RootCertStore::empty();
    found.iter().try_for_each(|certificate| {
        roots.add(certificate.clone()).map_err(|_| HttpSetupError::Authorities)
    })?;
    Ok(found.iter().map(|certificate| certificate.to_vec()).collect())
}

/// Certificates as one PEM file (RFC 7468).
pub fn pem<'a>(certificates: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut file = String::new();
    for certificate in certificates {
        file.push_str("-----BEGIN CERTIFICATE-----\n");
        for (at, letter) in STANDARD.encode(certificate).chars().enumerate() {
            if at > 0 && at % LINE == 0 {
                file.push('\n');
            }
            file.push(letter);
        }
        file.push_str("\n-----END CERTIFICATE-----\n");
    }
    file
}
