//! Why a template gives no receipt.

/// What is wrong with a line of markup.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MarkupProblem {
    /// A word behind `@` that means nothing.
    #[error("{0:?} is not known")]
    UnknownWord(String),
    /// A block that needs a text behind a colon has none.
    #[error("a colon and a text are missing")]
    MissingText,
    /// A block that takes no text has one.
    #[error("no text belongs here")]
    UnexpectedText,
    /// More cells than columns, or no columns.
    #[error("{cells} cells for {columns} columns")]
    Columns {
        /// Cells in the line.
        cells: usize,
        /// Columns in the line.
        columns: usize,
    },
}

/// Why a template gives no receipt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// The template is not Jinja, or fails on this document.
    #[error("template line {line}: {detail}")]
    Template {
        /// Line of the template, from 1; 0 where it is not known.
        line: usize,
        /// What the engine says, in English.
        detail: String,
    },
    /// The text it renders is not markup.
    #[error("rendered line {line}: {problem}")]
    Markup {
        /// Line of the rendered text, from 1.
        line: usize,
        /// Line of the template it comes from, from 1, where that can be told.
        template_line: Option<usize>,
        /// What is wrong with it.
        problem: MarkupProblem,
    },
    /// It renders more than a receipt may hold.
    #[error("the receipt is too long")]
    TooLong,
    /// The template is longer than one may be.
    #[error("the template is too long")]
    TemplateTooLong,
}

impl ReceiptError {
    /// The key of the sentence shown to the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Template { .. } => "error-receipt-template",
            Self::Markup { .. } => "error-receipt-markup",
            Self::TooLong => "error-receipt-too-long",
            Self::TemplateTooLong => "error-receipt-template-too-long",
        }
    }

    /// The line of the template that is wrong, from 1, where it is known.
    pub fn template_line(&self) -> Option<usize> {
        match self {
            Self::Template { line, .. } => Some(*line).filter(|line| *line > 0),
            Self::Markup { template_line, .. } => *template_line,
            Self::TooLong | Self::TemplateTooLong => None,
        }
    }

    /// The arguments of that sentence, by name.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Template { line, detail } => {
                vec![("line", line.to_string()), ("detail", detail.clone())]
            }
            Self::Markup { line, problem, .. } => {
                vec![("line", line.to_string()), ("detail", problem.to_string())]
            }
            Self::TooLong | Self::TemplateTooLong => Vec::new(),
        }
    }
}
