//! The four files say the same things, and say everything the sources ask for.

use super::Language;
use dioxus_i18n::fluent::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Key to the names of its arguments.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

fn catalogue(language: Language) -> Catalogue {
    let resource = FluentResource::try_new(language.source().to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", language.tag()));
    let mut catalogue = Catalogue::new();
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let mut arguments = BTreeSet::new();
                let value = message.value.as_ref().unwrap_or_else(|| panic!("{key} is empty"));
                pattern(value, &mut arguments);
                let before = catalogue.insert(key.clone(), arguments);
                assert_eq!(before, None, "{} twice in {}", key, language.tag());
            }
            Entry::Junk { content } => panic!("{}: {content}", language.tag()),
            _ => {}
        }
    }
    catalogue
}

fn pattern(pattern_: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern_.elements {
        if let PatternElement::Placeable { expression } = element {
            self::expression(expression, found);
        }
    }
}

fn expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => self::inline(inline, found),
        Expression::Select { selector, variants } => {
            inline(selector, found);
            for variant in variants {
                pattern(&variant.value, found);
            }
        }
    }
}

fn inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => self::expression(expression, found),
        _ => {}
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every literal that stands first in a `tr!(` or `key!(`, with the names of the arguments given.
fn asked_for(text: &str) -> Vec<(String, Option<BTreeSet<String>>)> {
    let mut found = Vec::new();
    for (mark, takes_arguments) in [("tr!(", true), ("key!(", false)] {
        for (at, _) in text.match_indices(mark) {
            if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = text[at + mark.len()..].trim_start();
            let Some(rest) = rest.strip_prefix('"') else { continue };
            let Some((key, rest)) = rest.split_once('"') else { continue };
            let arguments = takes_arguments.then(|| names(rest));
            found.push((key.to_owned(), arguments));
        }
    }
    found
}

/// The names before a colon at the outer level of a macro call, up to its closing bracket.
fn names(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut word, mut names) = (0_u32, String::new(), BTreeSet::new());
    let mut quoted = false;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ':' if chars.peek() == Some(&':') => {
                chars.next();
                word.clear();
            }
            ':' if depth == 0 && !word.is_empty() => {
                names.insert(std::mem::take(&mut word));
            }
            c if c.is_alphanumeric() || c == '_' => word.push(c),
            _ => word.clear(),
        }
    }
    names
}

fn all_asked_for() -> Vec<(PathBuf, String, Option<BTreeSet<String>>)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files
        .into_iter()
        .filter(|path| !path.ends_with("i18n/tests.rs") && !path.ends_with("i18n/mod.rs"))
        .flat_map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            asked_for(&text).into_iter().map(move |(key, args)| (path.clone(), key, args))
        })
        .collect()
}

#[test]
fn the_reader_of_sources_finds_keys_and_arguments() {
    let text = r#"tr!("a-b"); include_str!("x.css"); tr!("c-d", count: n.len(), name: f("x: y", z::w)); key!("e-f")"#;
    let names = |names: &[&str]| Some(names.iter().map(|n| (*n).to_owned()).collect());
    assert_eq!(
        asked_for(text),
        [
            ("a-b".to_owned(), names(&[])),
            ("c-d".to_owned(), names(&["count", "name"])),
            ("e-f".to_owned(), None),
        ]
    );
}

#[test]
fn every_language_has_every_sentence_with_the_same_arguments() {
    let english = catalogue(Language::English);
    for language in Language::ALL {
        let other = catalogue(language);
        for (key, arguments) in &english {
            let there = other.get(key).unwrap_or_else(|| panic!("{} lacks {key}", language.tag()));
            assert_eq!(there, arguments, "{key} in {}", language.tag());
        }
        for key in other.keys() {
            assert!(english.contains_key(key), "{} alone has {key}", language.tag());
        }
    }
}

#[test]
fn every_key_in_the_sources_exists_and_gets_its_arguments() {
    let english = catalogue(Language::English);
    let asked = all_asked_for();
    assert!(asked.len() > 40, "only {} keys found", asked.len());
    for (path, key, arguments) in asked {
        let known = english.get(&key).unwrap_or_else(|| panic!("{}: no {key}", path.display()));
        if let Some(arguments) = arguments {
            assert_eq!(&arguments, known, "{key} in {}", path.display());
        }
    }
}

#[test]
fn every_language_is_written_in_its_own_words() {
    let english = catalogue(Language::English);
    for language in [Language::Portuguese, Language::Spanish, Language::Arabic] {
        let same = Language::English
            .source()
            .lines()
            .filter(|line| line.contains(" = ") && language.source().lines().any(|l| l == *line))
            .count();
        let share = same as f64 / english.len() as f64;
        assert!(share < 0.12, "{same} sentences of {} are English", language.tag());
    }
}
