//! The commands of a session, which begin with a colon.

/// What begins with a colon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    Check,
    Show(Option<String>),
    List,
    Test,
    Load(String),
    Data(String),
    Record(String),
    Reset,
    Help,
    Quit,
}

impl Command {
    /// The command that `text`, without its colon, is; in either tongue, or by the first letter in English.
    pub fn parse(text: &str) -> Option<Command> {
        let (word, rest) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
        let rest = rest.trim();
        let needed = || (!rest.is_empty()).then(|| rest.to_owned());
        Some(match word {
            "check" | "c" | "检查" => Command::Check,
            "show" | "s" | "显示" | "看" => Command::Show(needed()),
            "list" | "l" | "列出" => Command::List,
            "test" | "t" | "用例" => Command::Test,
            "load" | "装入" => Command::Load(needed()?),
            "data" | "d" | "数据" => Command::Data(needed()?),
            "record" | "r" | "记录" => Command::Record(needed()?),
            "reset" | "重来" => Command::Reset,
            "help" | "h" | "?" | "帮助" => Command::Help,
            "quit" | "q" | "exit" | "退出" => Command::Quit,
            _ => return None,
        })
    }
}
