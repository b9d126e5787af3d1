//! Methods of the desk: `upload_file`, `reportview.get`.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{
    database::Fields,
    lists::ListRequest,
    meta::is_set,
    methods::Arguments,
    refusal::Refusal,
    site::{Act, Done, Site},
};

impl Site {
    /// A File made of a form. Custom fields are not taken, so the same upload again is a second
    /// document, and a document it belongs to need not be there (recordings 067, 068, 072).
    pub(crate) fn upload_file(&mut self, act: &mut Act, arguments: &Arguments) -> Done<Value> {
        let text = |key: &str| arguments.get(key).cloned().unwrap_or_default();
        let name = text("file_name").as_str().unwrap_or_default().to_lowercase();
        if name.ends_with(".jpg") || name.ends_with(".jpeg") {
            let content = text("content").as_str().and_then(|text| STANDARD.decode(text).ok());
            if !content.is_some_and(|bytes| bytes.starts_with(&[0xff, 0xd8, 0xff])) {
                // Pictures are opened before they are stored (recording 156).
                return Err(Refusal::silent(500, "OSError", "Truncated File Read").bare().into());
            }
        }
        let mut file = Fields::new();
        for (field, value) in [
            ("file_name", text("file_name")),
            ("content", text("content")),
            ("decode", text("decode")),
            ("attached_to_doctype", text("doctype")),
            ("attached_to_name", text("docname")),
            ("is_private", json!(i64::from(arguments.get("is_private").is_some_and(is_set)))),
        ] {
            file.insert(field.to_owned(), value);
        }
        let folder = text("folder").as_str().unwrap_or("Home").to_owned();
        file.insert("folder".to_owned(), json!(folder));
        Ok(Value::Object(self.insert(act, "File", file)?))
    }

    /// The call of the desk's list: names of columns and rows without (recording 141).
    pub(crate) fn report_view(&self, act: &Act, arguments: &Arguments) -> Done<Value> {
        let doctype = arguments.get("doctype").and_then(Value::as_str).unwrap_or_default();
        let mut request = ListRequest::read(doctype, arguments);
        let number = |key: &str| arguments.get(key).and_then(Value::as_u64);
        request.start = number("start").unwrap_or_default();
        request.limit = number("page_length").unwrap_or(20);
        request.as_dict = false;
        let rows = self.list(act, &request)?;
        let keys: Vec<&str> =
            request.fields.iter().map(|field| crate::lists::bare(field)).collect();
        Ok(json!({ "keys": keys, "values": rows, "user_info": {} }))
    }
}
