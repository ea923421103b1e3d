//! A typed line: what it is, and what answers it.

use super::command::{self, Command, Slip};
use super::input::{Input, classify, unfinished};
use super::session::Pages;
use super::{Answer, Beside, Ending, Session, Then, change, evaluate, guess, piece, record, show};
use crate::diagnostic::nearest_of;
use crate::source::{FileId, SourceFile};
use crate::syntax::parse_expression;

/// What is to be shown after a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// The text, with its line end.
    pub text: String,
    /// More lines are needed: a brace is open.
    pub more: bool,
    /// The session is over.
    pub quit: bool,
    /// How it ended.
    pub ending: Ending,
    /// What the terminal does then.
    pub then: Option<Then>,
}

impl Session {
    /// Takes a typed line.
    pub fn line(&mut self, text: &str) -> Reply {
        self.pending.push_str(text);
        self.pending.push('\n');
        if unfinished(&self.pending) {
            return Reply { more: true, ..Reply::default() };
        }
        let text = std::mem::take(&mut self.pending);
        self.whole(&text)
    }

    /// Takes a text that is not waited for any longer.
    fn whole(&mut self, text: &str) -> Reply {
        let text = text.trim();
        let reply = match self.classified(text) {
            Input::Empty => Answer::default(),
            Input::Command(command, behind) => (command.run)(self, behind),
            Input::Slip(slip) => Answer::usage(self.slip(slip)),
            Input::Assignment => change::assign(self, text),
            Input::Setting => piece::set(self, text),
            Input::Declaration => change::declare(self, text),
            Input::Expression => self.asked(text),
        };
        Reply { text: reply.text, more: false, quit: self.over, ending: reply.ending, then: reply.then }
    }

    /// A row or weight that is asked for, the value of an expression, or what was meant by what is neither.
    fn asked(&self, text: &str) -> Answer {
        if let Some(shown) = piece::shown(self, text) {
            return shown;
        }
        let answer = evaluate::evaluate(self, text);
        let meant =
            || self.without_colon(text).or_else(|| guess::meant(self, text)).or_else(|| self.slip_of_word(text));
        if answer.ending == Ending::Refused { meant().unwrap_or(answer) } else { answer }
    }

    /// `why 总分`: a command without its colon.
    fn without_colon(&self, text: &str) -> Option<Answer> {
        let word = text.split_whitespace().next()?;
        Command::called(word).filter(|_| word.chars().nth(1).is_some())?;
        Some(Answer::usage(self.say("repl-colon", &[("word", word.into()), ("typed", format!(":{text}").into())])))
    }

    /// `hlep`: a word that is nearer to a command than to anything that the policy names.
    fn slip_of_word(&self, text: &str) -> Option<Answer> {
        let names = self.now.policy().slots.iter().map(|slot| slot.name.as_str());
        if !guess::is_name(text) || nearest_of(text, names).is_some() {
            return None;
        }
        let word = command::near(text)?;
        let typed = if Command::bare(word).is_some() { word.to_owned() } else { format!(":{word}") };
        Some(Answer::usage(self.say("repl-command-near", &[("word", text.into()), ("typed", typed.into())])))
    }

    /// What stands before what is to be typed: whose record is at hand, a star where anything was changed.
    pub fn prompt(&self) -> String {
        if self.pending.is_empty() { record::prompt(self) } else { "  ...> ".to_owned() }
    }

    /// Forgets the lines of a text that is not finished.
    pub fn cancel(&mut self) {
        self.pending.clear();
    }

    /// Takes what was typed or pasted at once: an entry of several lines that is one declaration or expression as one, else
    /// line by line.
    pub fn entry(&mut self, text: &str) -> Vec<Reply> {
        let whole = !text.trim().contains('\n') || matches!(self.classified(text), Input::Declaration);
        if whole || self.reads(text) {
            return vec![self.line(text)];
        }
        let mut replies = vec![];
        for line in text.lines() {
            replies.push(self.line(line));
            if replies.last().is_some_and(|reply| reply.quit) {
                break;
            }
        }
        replies.extend(self.finish());
        replies
    }

    /// Takes what waits for more lines where there are none.
    pub fn finish(&mut self) -> Option<Reply> {
        let text = std::mem::take(&mut self.pending);
        (!text.trim().is_empty()).then(|| self.whole(&text))
    }

    /// Ends without a command for it: what waits for more is answered, and that changes are lost is told.
    pub fn close(&mut self) -> Vec<Reply> {
        let last = self.finish();
        let lost = (!self.over && self.is_unsaved()).then(|| self.say("repl-left", &[]));
        last.into_iter().chain(lost.map(|text| Reply { text, ..Reply::default() })).collect()
    }

    /// The text that is to be edited.
    pub fn to_edit(&self) -> Option<&str> {
        self.editing.as_ref().map(|editing| editing.text.as_str())
    }

    /// Takes what came back from the editor: nothing, where it did not end well.
    pub fn edited(&mut self, text: Option<&str>) -> Reply {
        let Answer { text, ending, then } = command::edited(self, text);
        Reply { text, ending, then, ..Reply::default() }
    }

    /// Fits what it shows into a window of so many columns.
    pub fn fit(&mut self, columns: usize) {
        // Tables take all of a wide window.
        self.look.width = self.look.in_window(columns).width.max(columns);
    }

    fn classified<'t>(&self, text: &'t str) -> Input<'t> {
        classify(text, &self.now.compiled)
    }

    /// Whether a text is one expression.
    fn reads(&self, text: &str) -> bool {
        parse_expression(FileId::default(), &SourceFile::new("", text)).0.is_some()
    }

    /// Whether somebody sits at a terminal, to whom an editor can be shown.
    pub fn attended(self, attended: bool) -> Session {
        Session { attended, ..self }
    }

    /// Tells where the page of a code is found.
    pub fn with_pages(self, pages: Pages) -> Session {
        Session { pages: Some(pages), ..self }
    }

    /// Loads a policy; what is told, and how it ended.
    pub fn open(&mut self, name: &str) -> (String, Ending) {
        let answer = command::policy(self, name);
        (answer.text, answer.ending)
    }

    /// Loads data, and its first record; what is told, and how it ended.
    pub fn open_data(&mut self, name: &str) -> (String, Ending) {
        let answer = command::data(self, name);
        (answer.text, answer.ending)
    }

    /// Loads a policy.
    pub fn load(&mut self, name: &str) -> String {
        command::policy(self, name).text
    }

    /// Loads data, and its first record.
    pub fn data(&mut self, name: &str) -> String {
        command::data(self, name).text
    }

    /// Takes the rows of lookups and details, and earlier results. What hinders them is told.
    pub fn beside(&mut self, beside: Beside) -> String {
        self.beside = beside;
        self.kept.clear();
        show::shown(self, &self.beside.problems(&self.now.compiled.policy))
    }

    fn slip(&self, slip: Slip) -> String {
        match slip {
            Slip::Unknown(word, Some(near)) => {
                self.say("repl-unknown-near", &[("word", word.into()), ("near", near.into())])
            }
            Slip::Unknown(word, None) => self.say("repl-unknown", &[("word", word.into())]),
            Slip::Bare(word) => self.say(&format!("repl-bare-{word}"), &[]),
            Slip::More(word, rest) => self.say("repl-more", &[("word", word.into()), ("rest", rest.into())]),
        }
    }
}
