//! Reading a stream of columns. A document is put together where it is kept; where only some of its fields
//! are asked for, those alone are parsed, and of the others it is seen that they are JSON.

use std::io::Read;
use std::ops::Range;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::columns::{AT_ONCE, HOLE, LARGEST, MAGIC};
use crate::error::{StoreError, bad};

/// A stream of columns, block by block.
pub(super) struct Blocks<R> {
    from: R,
}

impl<R: Read> Blocks<R> {
    /// The stream, if it is one.
    pub(super) fn open(mut from: R) -> Result<Self, StoreError> {
        let mut magic = [0; MAGIC.len()];
        from.read_exact(&mut magic).map_err(torn)?;
        if &magic == MAGIC { Ok(Self { from }) } else { Err(bad("snapshot")) }
    }

    /// The next block; nothing at the end, after which nothing may stand.
    pub(super) fn next(&mut self) -> Result<Option<Block>, StoreError> {
        let mut length = [0; 4];
        self.from.read_exact(&mut length).map_err(torn)?;
        let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        if length > LARGEST {
            return Err(bad("snapshot"));
        }
        let mut block = Vec::with_capacity(length.min(AT_FIRST));
        let most = u64::try_from(length.max(1)).unwrap_or(u64::MAX);
        Read::by_ref(&mut self.from).take(most).read_to_end(&mut block).map_err(torn)?;
        match (length, block.len()) {
            (0, 0) => Ok(None),
            (length, read) if length == read => Block::of(block).map(Some),
            _ => Err(bad("snapshot")),
        }
    }
}

/// Room for a block before any of it was read: a length alone must not take more.
const AT_FIRST: usize = 1 << 20;

/// A file that ends early is no snapshot; a disk that refuses says so.
fn torn(error: std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::InvalidData => bad("snapshot"),
        _ => error.into(),
    }
}

/// Documents of one doctype and one shape, field by field.
#[derive(Debug)]
pub(crate) struct Block {
    text: String,
    doctype: Range<usize>,
    /// What stands before each value of a document, and after the last.
    parts: Vec<Range<usize>>,
    count: usize,
    /// Where the values begin, those of the first field first, and where one more would.
    values: Vec<usize>,
}

impl Block {
    fn of(block: Vec<u8>) -> Result<Self, StoreError> {
        let text = String::from_utf8(block).map_err(|_| bad("snapshot"))?;
        if !text.ends_with('\n') {
            return Err(bad("snapshot"));
        }
        let mut ends = text.match_indices('\n').map(|(at, _)| at);
        let mut from = 0;
        let mut line = || {
            let end = ends.next().ok_or(bad("snapshot"))?;
            let line = from..end;
            from = end + 1;
            Ok::<_, StoreError>(line)
        };
        let (doctype, shape, count) = (line()?, line()?, line()?);
        let count: usize =
            text.get(count).and_then(|count| count.parse().ok()).ok_or(bad("snapshot"))?;
        let parts = between_holes(&text, shape.clone());
        let fields = parts.len().saturating_sub(1);
        let mut values = vec![from];
        values.extend(ends.map(|end| end + 1));
        // A few bytes must not become a sea of documents.
        let fits = count <= AT_ONCE
            && fields.checked_mul(count) == Some(values.len() - 1)
            && shape.len().saturating_mul(count) <= LARGEST;
        if fits { Ok(Self { text, doctype, parts, count, values }) } else { Err(bad("snapshot")) }
    }

    /// The doctype of all of them.
    pub(crate) fn doctype(&self) -> &str {
        self.text.get(self.doctype.clone()).unwrap_or_default()
    }

    /// The documents, in their order.
    pub(crate) fn documents(&self) -> impl Iterator<Item = String> {
        (0..self.count).map(|row| {
            let mut document = String::new();
            self.put_together(row, &mut document);
            document
        })
    }

    /// Gives each document that is a `T` to `each`, read from the fields that `T` has and whole as text.
    /// What is none is left out.
    pub(crate) fn read<T: DeserializeOwned>(
        &self,
        fields: &[&str],
        mut each: impl FnMut(T, &str) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let wanted = self.columns(fields).map(|wanted| (wanted, self.sound()));
        let (mut document, mut some) = (String::new(), String::new());
        for row in 0..self.count {
            document.clear();
            self.put_together(row, &mut document);
            let read = match &wanted {
                None => serde_json::from_str(&document),
                Some((_, sound)) if sound.get(row) != Some(&true) => continue,
                Some((columns, _)) => {
                    some.clear();
                    self.put_some_together(row, columns, &mut some);
                    serde_json::from_str(&some)
                }
            };
            if let Ok(read) = read {
                each(read, &document)?;
            }
        }
        Ok(())
    }

    /// The place of each field whose name is among `fields`; nothing where a document is not written as
    /// `{"name":value,"name":value}`.
    fn columns(&self, fields: &[&str]) -> Option<Vec<usize>> {
        let (last, before) = self.parts.split_last()?;
        if self.text.get(last.clone())? != "}" {
            return None;
        }
        let mut found = Vec::new();
        for (place, part) in before.iter().enumerate() {
            let part = self.text.get(part.clone())?;
            let name = part.strip_prefix(if place == 0 { "{\"" } else { ",\"" })?;
            let name = name.strip_suffix("\":")?;
            if !plain(name) {
                return None;
            }
            if fields.contains(&name) {
                found.push(place);
            }
        }
        Some(found)
    }

    /// Of each document whether all its values are JSON.
    fn sound(&self) -> Vec<bool> {
        let mut sound = vec![true; self.count];
        for field in 0..self.parts.len().saturating_sub(1) {
            let mut last = ("null", true);
            for (row, sound) in sound.iter_mut().enumerate() {
                let value = self.value(field, row);
                // Values of a field are alike.
                if value != last.0 {
                    last = (value, is_json(value));
                }
                *sound &= last.1;
            }
        }
        sound
    }

    fn value(&self, field: usize, row: usize) -> &str {
        let at = field * self.count + row;
        let value = match (self.values.get(at), self.values.get(at + 1)) {
            (Some(from), Some(next)) => self.text.get(*from..*next - 1),
            _ => None,
        };
        value.unwrap_or_default()
    }

    fn put_together(&self, row: usize, document: &mut String) {
        for (field, part) in self.parts.iter().enumerate() {
            document.push_str(self.text.get(part.clone()).unwrap_or_default());
            if field + 1 < self.parts.len() {
                document.push_str(self.value(field, row));
            }
        }
    }

    fn put_some_together(&self, row: usize, columns: &[usize], document: &mut String) {
        document.push('{');
        for (n, field) in columns.iter().enumerate() {
            let part = self.parts.get(*field).and_then(|part| self.text.get(part.clone()));
            // Behind its bracket or comma.
            let name = part.and_then(|part| part.get(1..)).unwrap_or_default();
            if n > 0 {
                document.push(',');
            }
            document.push_str(name);
            document.push_str(self.value(*field, row));
        }
        document.push('}');
    }
}

/// What stands between the holes of a shape.
fn between_holes(text: &str, shape: Range<usize>) -> Vec<Range<usize>> {
    let holes = text.get(shape.clone()).unwrap_or_default().match_indices(HOLE);
    let mut from = shape.start;
    let mut parts = Vec::new();
    for (hole, _) in holes {
        let hole = shape.start + hole;
        parts.push(from..hole);
        from = hole + HOLE.len_utf8();
    }
    parts.push(from..shape.end);
    parts
}

/// Whether a text stands in JSON as it is.
fn plain(text: &str) -> bool {
    // Without a way out of the loop it is done many bytes at a time.
    text.bytes().fold(true, |plain, byte| plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\'))
}

/// Whether a text is one JSON value. Plain texts and numbers are known at a glance.
fn is_json(text: &str) -> bool {
    let inside = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    matches!(text, "null" | "0" | "1" | "0.0" | "\"\"")
        || inside.is_some_and(plain)
        || serde_json::from_str::<IgnoredAny>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::super::columns::Columns;
    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Named {
        name: Option<Value>,
        #[serde(default)]
        rows: Vec<Value>,
    }

    /// What was read, and the whole text beside it.
    type Found = Vec<(Named, String)>;

    /// What `fields` give of documents that travelled, and what the whole documents give.
    fn both(bytes: &[u8], fields: &[&str]) -> (Found, Found) {
        let (mut some, mut whole) = (Vec::new(), Vec::new());
        let mut blocks = Blocks::open(bytes).unwrap();
        while let Some(block) = blocks.next().unwrap() {
            block
                .read(fields, |document: Named, text| {
                    some.push((document, text.to_owned()));
                    Ok(())
                })
                .unwrap();
            let read = |text: String| Some((serde_json::from_str::<Named>(&text).ok()?, text));
            whole.extend(block.documents().filter_map(read));
        }
        (some, whole)
    }

    fn travelled(documents: &[String]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut columns = Columns::begin(&mut bytes).unwrap();
        documents.iter().for_each(|document| columns.put("Item", document).unwrap());
        columns.end().unwrap();
        bytes
    }

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i32>().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
            prop::collection::vec("[a-z\"\\\\]{0,3}".prop_map(Value::from), 0..3)
                .prop_map(Value::from),
        ]
    }

    /// Documents with fields that are asked for, and others, some under names that need an escape.
    fn documents() -> impl Strategy<Value = Vec<String>> {
        let name = prop::sample::select(vec!["name", "rows", "other", "nam\"e", "ação"]);
        let object = prop::collection::vec((name, value()), 0..5).prop_map(|fields| {
            let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
            Value::Object(fields.collect()).to_string()
        });
        prop::collection::vec(object, 0..12)
    }

    proptest! {
        #[test]
        fn some_fields_read_as_in_the_whole_document(documents in documents()) {
            let (some, whole) = both(&travelled(&documents), &["name", "rows"]);
            prop_assert_eq!(some, whole);
        }

        #[test]
        fn what_is_known_at_a_glance_is_json(text in "[ -~à]{0,9}") {
            prop_assert_eq!(is_json(&text), serde_json::from_str::<IgnoredAny>(&text).is_ok());
        }
    }

    #[test]
    fn a_value_that_is_none_takes_its_document_away() {
        let plain = json!({"name": "A", "other": "xyz"}).to_string();
        let kept = json!({"name": "B", "other": "kept"}).to_string();
        let bytes = travelled(&[plain, kept.clone()]);
        for spoilt in ["\"x\"z\"", "\"x\\z\"", "xyzxy", "1,2,3", "{\"a\":", "\"\u{1}yz\""] {
            let mut changed = bytes.clone();
            let at = changed.windows(5).position(|part| part == b"\"xyz\"").unwrap();
            changed.splice(at..at + 5, spoilt.bytes().chain(*b"     ").take(5));
            let (some, _) = both(&changed, &["name"]);
            let texts: Vec<&String> = some.iter().map(|(_, text)| text).collect();
            assert_eq!(texts, [&kept], "{spoilt}");
        }
    }
}
