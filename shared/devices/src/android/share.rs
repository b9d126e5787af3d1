//! Android's share sheet.

use super::bridge::java;
use super::call;
use crate::share::{Share, ShareError, ShareFile, Shared};

/// The system's own sheet.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShareSheet;

/// Java's numbers (`ShareSheet.java`); 0 is shown.
fn reason(number: i32) -> ShareError {
    match number {
        1 => ShareError::NotWritten,
        2 => ShareError::NoReceiver,
        _ => ShareError::Refused,
    }
}

impl Share for ShareSheet {
    fn share(&self, file: &ShareFile) -> Result<Shared, ShareError> {
        let shown = call(|env, classes| {
            let (name, kind) =
                (env.new_string(file.name())?, env.new_string(file.kind().media_type())?);
            let content = env.byte_array_from_slice(file.content())?;
            java!(
                env,
                &classes.sheet,
                "share",
                "(Ljava/lang/String;Ljava/lang/String;[B)I",
                [(&name).into(), (&kind).into(), (&content).into()]
            )?
            .i()
        });
        match shown {
            Ok(0) => Ok(Shared::Offered),
            Ok(number) => Err(reason(number)),
            Err(_) => Err(ShareError::Refused),
        }
    }
}
