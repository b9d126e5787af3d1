//! What a printer tells about itself: the answers to `DLE EOT` of Epson's ESC/POS reference.

/// The queries, each answered by one byte: offline cause, and paper sensors.
pub const QUERIES: [[u8; 3]; 2] = [[0x10, 0x04, 2], [0x10, 0x04, 4]];

/// What a printer tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PrinterStatus {
    /// The cover is open.
    pub cover_open: bool,
    /// There is no paper.
    pub paper_out: bool,
    /// The roll nears its end.
    pub paper_low: bool,
    /// Something else keeps it from printing.
    pub error: bool,
}

/// Whether a byte is an answer to one of [`QUERIES`]: bits 1 and 4 are always set, 0 and 7 never.
pub(super) fn is_answer(byte: u8) -> bool {
    byte & 0x93 == 0x12
}

impl PrinterStatus {
    /// Reads the answers to [`QUERIES`] in their order; none where a byte is no such answer.
    pub fn read(answers: [u8; 2]) -> Option<Self> {
        let [offline, paper] = answers;
        if !answers.into_iter().all(is_answer) {
            return None;
        }
        Some(Self {
            cover_open: offline & 0x04 != 0,
            paper_out: offline & 0x20 != 0 || paper & 0x60 != 0,
            paper_low: paper & 0x0c != 0,
            error: offline & 0x40 != 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn answers() {
        let ready = PrinterStatus::default();
        assert_eq!(PrinterStatus::read([0x12, 0x12]), Some(ready));
        let open = PrinterStatus { cover_open: true, paper_out: true, ..ready };
        assert_eq!(PrinterStatus::read([0x36, 0x72]), Some(open));
        let low = PrinterStatus { paper_low: true, ..ready };
        assert_eq!(PrinterStatus::read([0x12, 0x1e]), Some(low));
        assert_eq!(PrinterStatus::read([0x12, 0x0a]), None);
    }

    proptest! {
        #[test]
        fn any_bytes(answers in any::<[u8; 2]>()) {
            let read = PrinterStatus::read(answers);
            if let Some(status) = read {
                prop_assert_eq!(status.cover_open, answers[0] & 0x04 != 0);
                prop_assert_eq!(status.paper_out, answers[0] & 0x20 != 0 || answers[1] & 0x60 != 0);
            }
            prop_assert_eq!(read.is_some(), answers.iter().all(|byte| byte & 0x93 == 0x12));
        }
    }
}
