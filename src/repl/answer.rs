//! What a line is answered with: a text, and how it ended.

/// How a line ended, as the exit status of a command tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ending {
    /// All well.
    #[default]
    Well,
    /// What was typed was refused, or a test failed.
    Refused,
    /// There is no such command, record or name, or a file cannot be read or written.
    Usage,
    /// The record is rejected, or some of the data are.
    Rejections,
}

/// What a terminal does once a line is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Hands a text to the editor of the user.
    Edit,
    /// Waits, and looks at the files of the policy again and again.
    Watch,
}

/// What a line is answered with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Answer {
    /// The text, with its line end.
    pub text: String,
    /// How it ended.
    pub ending: Ending,
    /// What is to be done then.
    pub then: Option<Then>,
}

impl Answer {
    /// What was typed is refused.
    pub fn refused(text: String) -> Answer {
        Answer { text, ending: Ending::Refused, then: None }
    }

    /// What was typed cannot be done so.
    pub fn usage(text: String) -> Answer {
        Answer { text, ending: Ending::Usage, then: None }
    }

    /// The same with a text before it.
    pub fn behind(self, text: String) -> Answer {
        Answer { text: text + &self.text, ..self }
    }
}

impl From<String> for Answer {
    fn from(text: String) -> Answer {
        Answer { text, ending: Ending::Well, then: None }
    }
}
