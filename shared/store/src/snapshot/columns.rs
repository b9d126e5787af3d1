//! Documents as a snapshot carries them: field by field instead of row by row. Values of one field are
//! alike, so they compress to half of what whole documents do, and no field name travels twice.
//!
//! ```text
//! "satchel masters 1\n"  block…  0 u32
//! block = length u32  doctype \n  shape \n  count \n  count values of the first field, each with \n  …
//! ```
//!
//! Numbers are little-endian. A shape is a document with a NUL in the place of each value; a value is
//! its JSON text, which has no line break outside of an escape.

use std::collections::BTreeMap;
use std::io::Write;

use serde_json::Value;

use crate::error::{StoreError, bad};

pub(super) const MAGIC: &[u8; 18] = b"satchel masters 1\n";
/// Stands for a value in a shape.
pub(super) const HOLE: char = '\0';
/// Documents in one block.
pub(super) const AT_ONCE: usize = 8_192;
/// Bytes of documents in one block, roughly; what is in memory at once.
const ENOUGH: usize = 8 << 20;
/// No block and no documents of one may be larger, in bytes.
pub(super) const LARGEST: usize = 64 << 20;

/// Writes a stream.
pub(super) struct Columns<W> {
    out: W,
    doctype: String,
    waiting: Vec<String>,
    bytes: usize,
}

impl<W: Write> Columns<W> {
    /// Begins a stream.
    pub(super) fn begin(mut out: W) -> Result<Self, StoreError> {
        out.write_all(MAGIC)?;
        Ok(Self { out, doctype: String::new(), waiting: Vec::new(), bytes: 0 })
    }

    /// Adds a document, a JSON object. Those of one doctype and one shape stay in their order.
    pub(super) fn put(&mut self, doctype: &str, document: &str) -> Result<(), StoreError> {
        if doctype != self.doctype || self.waiting.len() >= AT_ONCE || self.bytes >= ENOUGH {
            self.write()?;
            doctype.clone_into(&mut self.doctype);
        }
        let document = one_line(document)?;
        self.bytes = self.bytes.saturating_add(document.len());
        self.waiting.push(document);
        Ok(())
    }

    /// Ends the stream: one without its end is torn.
    pub(super) fn end(mut self) -> Result<(), StoreError> {
        self.write()?;
        self.out.write_all(&0_u32.to_le_bytes())?;
        Ok(self.out.flush()?)
    }

    fn write(&mut self) -> Result<(), StoreError> {
        let doctype = &self.doctype;
        if doctype.bytes().any(|byte| byte < b' ') {
            return Err(bad("doctype"));
        }
        let mut shapes: BTreeMap<String, Vec<Vec<&str>>> = BTreeMap::new();
        for text in &self.waiting {
            // What is written some other way goes whole.
            let (shape, values) = split(text).unwrap_or_else(|| (HOLE.to_string(), vec![text]));
            shapes.entry(shape).or_default().push(values);
        }
        for (shape, rows) in &shapes {
            let mut block = format!("{doctype}\n{shape}\n{}\n", rows.len()).into_bytes();
            for field in 0..shape.matches(HOLE).count() {
                for value in rows.iter().filter_map(|row| row.get(field)) {
                    block.extend_from_slice(value.as_bytes());
                    block.push(b'\n');
                }
            }
            if block.len() > LARGEST {
                return Err(bad("document"));
            }
            let length = u32::try_from(block.len()).map_err(|_| bad("document"))?;
            self.out.write_all(&length.to_le_bytes())?;
            self.out.write_all(&block)?;
        }
        self.waiting.clear();
        self.bytes = 0;
        Ok(())
    }
}

/// The document without characters that stand between values here.
fn one_line(text: &str) -> Result<String, StoreError> {
    if text.bytes().all(|byte| byte >= b' ') {
        return Ok(text.to_owned());
    }
    let value: Value = serde_json::from_str(text).map_err(|_| bad("document"))?;
    Ok(value.to_string())
}

/// The shape of a JSON object and its values; nothing where it is not written without blanks.
fn split(text: &str) -> Option<(String, Vec<&str>)> {
    let mut shape = String::new();
    let mut values = Vec::new();
    let mut rest = text.strip_prefix('{')?;
    shape.push('{');
    if rest == "}" {
        return Some((text.to_owned(), values));
    }
    loop {
        let key = string_end(rest)?;
        let (name, after) = rest.split_at_checked(key)?;
        let after = after.strip_prefix(':')?;
        let (value, after) = after.split_at_checked(value_end(after)?)?;
        shape.push_str(name);
        shape.push(':');
        shape.push(HOLE);
        values.push(value);
        shape.push(after.chars().next()?);
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None => return (after == "}").then_some((shape, values)),
        }
    }
}

/// Where the string that `text` begins with ends.
fn string_end(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(1);
    if !text.starts_with('"') {
        return None;
    }
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Where the value that `text` begins with ends: at a comma or bracket that is not its own.
fn value_end(text: &str) -> Option<usize> {
    let (mut depth, mut in_string) = (0_u32, false);
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' if in_string => drop(bytes.next()),
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' if depth == 0 => return (at > 0).then_some(at),
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::read::Blocks;
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn written(documents: &[String]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut columns = Columns::begin(&mut out).unwrap();
        documents.iter().for_each(|document| columns.put("Item", document).unwrap());
        columns.end().unwrap();
        out
    }

    fn read(bytes: &[u8]) -> Result<Vec<String>, StoreError> {
        let mut blocks = Blocks::open(bytes)?;
        let mut found = Vec::new();
        while let Some(block) = blocks.next()? {
            found.extend(block.documents());
        }
        Ok(found)
    }

    #[test]
    fn fields_stand_together_and_documents_come_back_as_they_were() {
        let price = |name: &str, rate: f64| {
            json!({"name": name, "rate": rate, "rows": [{"a": "x,\"}"}], "none": null}).to_string()
        };
        let documents = vec![price("A", 1.5), "{}".to_owned(), price("B", 2.0)];
        let bytes = written(&documents);
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("\"A\"\n\"B\"\n1.5\n2.0\n"), "{text}");
        assert_eq!(read(&bytes).unwrap(), [price("A", 1.5), price("B", 2.0), "{}".to_owned()]);
    }

    #[test]
    fn a_few_bytes_do_not_become_a_sea() {
        let mut bytes = MAGIC.to_vec();
        let block = format!("Item\n{}\n8192\n", "{}".repeat(1 << 16));
        bytes.extend_from_slice(&u32::try_from(block.len()).unwrap().to_le_bytes());
        bytes.extend_from_slice(block.as_bytes());
        assert!(matches!(read(&bytes), Err(StoreError::BadInput { .. })));
        let many = [MAGIC.as_slice(), &12_u32.to_le_bytes(), b"Item\n{}\n9000\n"].concat();
        assert!(matches!(read(&many), Err(StoreError::BadInput { .. })));
    }

    fn leaf() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_filter("finite", |x| x.is_finite()).prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            prop::collection::vec(".{0,6}".prop_map(Value::from), 0..3).prop_map(Value::from),
        ]
    }

    fn documents() -> impl Strategy<Value = Vec<String>> {
        let object = prop::collection::vec((".{0,6}", leaf()), 0..6)
            .prop_map(|fields| Value::Object(fields.into_iter().collect()));
        let text = (object, any::<bool>()).prop_map(|(object, pretty)| match pretty {
            true => serde_json::to_string_pretty(&object).unwrap(),
            false => object.to_string(),
        });
        prop::collection::vec(text, 0..20)
    }

    proptest! {
        #[test]
        fn any_documents_come_back(documents in documents()) {
            let found = read(&written(&documents)).unwrap();
            let parsed = |texts: &[String]| -> Vec<String> {
                let mut texts: Vec<String> = texts
                    .iter()
                    .map(|text| serde_json::from_str::<Value>(text).unwrap().to_string())
                    .collect();
                texts.sort();
                texts
            };
            prop_assert_eq!(parsed(&found), parsed(&documents));
        }

        #[test]
        fn no_torn_stream_is_read_to_its_end(documents in documents(), at: prop::sample::Index) {
            let bytes = written(&documents);
            prop_assert!(read(&bytes[..at.index(bytes.len())]).is_err());
        }

        #[test]
        fn no_bytes_do_harm(
            bytes in prop::collection::vec(any::<u8>(), 0..300),
            at: prop::sample::Index,
            to: u8,
        ) {
            let _ = read(&bytes);
            let _ = read(&[MAGIC.as_slice(), &bytes].concat());
            let mut changed = written(&[json!({"a": 1}).to_string()]);
            let at = at.index(changed.len());
            changed[at] = to;
            let _ = read(&changed);
        }
    }
}
