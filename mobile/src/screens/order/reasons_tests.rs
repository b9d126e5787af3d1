//! Every refusal, remark, doubt and reason the lower crates name has its sentence in each language.

use crate::i18n::Language;
use std::path::Path;

/// The message ids of a source file: string literals that start like one of ours.
fn ids(source: &str) -> Vec<&str> {
    const AREAS: [&str; 5] =
        ["refusal-", "pricing-message-", "pricing-provisional-", "why-", "error-edit-"];
    source
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| AREAS.iter().any(|area| text.starts_with(area)))
        .filter(|text| {
            text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .collect()
}

#[test]
fn every_reason_has_its_sentence() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let files = ["pricing/derivation.rs", "pricing/message.rs", "pricing/refusal_words.rs"]
        .map(|file| shared.join("domain/src").join(file));
    let edit = shared.join("app/src/selling/edit.rs");
    let mut found = 0;
    for path in files.iter().chain([&edit]) {
        let source = std::fs::read_to_string(path).unwrap();
        let ids = ids(&source);
        assert!(!ids.is_empty(), "{}: no ids found", path.display());
        found += ids.len();
        for id in ids {
            for language in Language::ALL {
                let there = language.source().contains(&format!("\n{id} = "));
                assert!(there, "{} lacks {id}", language.tag());
            }
        }
    }
    assert!(found > 80, "only {found} ids");
}
