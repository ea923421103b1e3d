//! All commands of a session in one table: their names, what stands behind each, and what it does.

use super::super::{Answer, Session, piece, record};
use super::{
    check, diff, edit, explain, files, help, kind, load, people, reload, save, set, show, tests, undo, watch, why,
};

/// A command.
#[derive(Debug)]
pub(in crate::repl) struct Command {
    /// Its name in English.
    pub name: &'static str,
    /// Its name in Chinese.
    pub chinese: &'static str,
    /// What it can be called as well.
    pub others: &'static [&'static str],
    /// What stands behind it.
    pub argument: Argument,
    /// Whether that must be there.
    pub needed: bool,
    /// Does it, with what stands behind it.
    pub run: fn(&mut Session, &str) -> Answer,
}

/// What stands behind a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::repl) enum Argument {
    /// Nothing.
    None,
    /// The name of a value.
    Name,
    /// The file of a policy.
    Policy,
    /// A file of data.
    Data,
    /// A record of the data: its key, a name, its number.
    Record,
    /// The name of a value, or how much is to be told: `statement`, `line`, `all`.
    Explained,
    /// How many.
    Count,
    /// Names of values, parted by commas.
    Names,
    /// The name of a value, then perhaps `desc`.
    Sorted,
    /// A condition over the results.
    Condition,
    /// A name, `=`, a value.
    Assignment,
    /// The name of a lookup or of details, `=`, a file.
    With,
    /// A file, or `as test "…"`.
    Save,
    /// A code.
    Code,
    /// Whatever can be typed.
    Line,
    /// A table, the number or label of a row, and what it is to say.
    Row,
    /// The name of a test.
    Test,
    /// The name of a command, of a value or of a function, or a word of the language.
    Topic,
}

impl Command {
    /// All that it can be called, the English name first.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.name, self.chinese].into_iter().chain(self.others.iter().copied())
    }
}

/// A command behind which nothing need stand.
const fn plain(
    name: &'static str,
    chinese: &'static str,
    others: &'static [&'static str],
    argument: Argument,
    run: fn(&mut Session, &str) -> Answer,
) -> Command {
    Command { name, chinese, others, argument, needed: false, run }
}

/// A command that says nothing by itself.
const fn about(
    name: &'static str,
    chinese: &'static str,
    others: &'static [&'static str],
    argument: Argument,
    run: fn(&mut Session, &str) -> Answer,
) -> Command {
    Command { name, chinese, others, argument, needed: true, run }
}

/// The commands in the order in which the help tells them.
pub(in crate::repl) const COMMANDS: &[Command] = &[
    about("load", "装入", &[], Argument::Policy, load::policy),
    about("data", "数据", &["d"], Argument::Data, load::data),
    about("with", "附表", &[], Argument::With, files::with),
    about("history", "往期", &[], Argument::Data, files::history),
    about("record", "记录", &["r"], Argument::Record, record::named),
    plain("show", "显示", &["s", "看"], Argument::Name, show::show),
    about("type", "类型", &[], Argument::Condition, kind::kind),
    plain("list", "列出", &["l"], Argument::None, show::list),
    plain("table", "表", &["表格"], Argument::Names, people::table),
    about("who", "谁", &[], Argument::Condition, people::who),
    about("sort", "排序", &[], Argument::Sorted, people::sort),
    plain("why", "为什么", &["w", "为何"], Argument::Explained, why::why),
    plain("next", "下一步", &["n"], Argument::Count, why::next),
    plain("check", "检查", &["c"], Argument::None, check::check),
    plain("test", "用例", &["t", "测试"], Argument::Test, tests::run),
    plain("diff", "改动", &["对比"], Argument::None, diff::diff),
    about("set", "设", &[], Argument::Assignment, set::set),
    about("row", "行", &[], Argument::Row, piece::row),
    plain("edit", "编辑", &["e"], Argument::Name, edit::edit),
    plain("undo", "撤销", &["u"], Argument::None, undo::undo),
    plain("redo", "重做", &[], Argument::None, undo::redo),
    plain("save", "保存", &["存"], Argument::Save, save::save),
    plain("reload", "重读", &[], Argument::None, reload::reload),
    plain("watch", "盯着", &["监视"], Argument::None, watch::watch),
    plain("reset", "重来", &["还原"], Argument::None, undo::reset),
    about("explain", "解释", &[], Argument::Code, explain::explain),
    about("time", "计时", &[], Argument::Line, explain::time),
    plain("help", "帮助", &["h", "?", "？"], Argument::Topic, help::help),
    plain("quit", "退出", &["q", "exit"], Argument::None, help::quit),
];
