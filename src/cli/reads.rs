//! The options by which a command is told what it reads, besides the policies and data that it names.

use clap::Args;

use crate::io;
use crate::source::{SourceFile, Span};

/// What is read, and how.
#[derive(Debug, Default, Args)]
pub(super) struct Reads {
    #[arg(long, value_name = "FILE.toml")]
    pub run: Option<String>,
    #[arg(long = "set", value_name = "PARAM=VALUE")]
    pub settings: Vec<String>,
    #[arg(long = "with", value_name = "NAME=FILE")]
    pub with: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub history: Vec<String>,
    #[arg(long)]
    pub encoding: Option<String>,
    #[arg(long)]
    pub sheet: Option<String>,
    #[arg(long)]
    pub hidden_rows: bool,
    /// Whether every cell is read by itself, as `--reference` asks.
    #[arg(skip)]
    pub by_cells: bool,
    /// The policies and the data that the file of the run names.
    #[arg(skip)]
    pub kept: (Vec<String>, Vec<String>),
    /// Where the file of the run sets params.
    #[arg(skip)]
    pub set_in: Option<SetIn>,
}

/// The file of a run, and where it names params.
#[derive(Debug)]
pub(super) struct SetIn {
    pub file: SourceFile,
    pub places: Vec<(String, Span)>,
}

impl Reads {
    /// The policies and the data among the files that a command names: a policy ends in `.merit`; where none does, a `-`
    /// before the data is one. Where it names none, those of the file of the run.
    pub fn told_apart<'a>(&'a self, files: &'a [String]) -> (Vec<&'a str>, Vec<&'a str>) {
        let names = files.iter().map(String::as_str);
        let (mut policies, mut data): (Vec<&str>, Vec<&str>) = names.partition(|name| name.ends_with(".merit"));
        let (kept_policies, kept_data) = (strings(&self.kept.0), strings(&self.kept.1));
        // Beside the policies of the file, standard input is data.
        if policies.is_empty() && data.first() == Some(&"-") && kept_policies.is_empty() {
            policies.push(data.remove(0));
        }
        let or = |given: Vec<&'a str>, kept: Vec<&'a str>| if given.is_empty() { kept } else { given };
        (or(policies, kept_policies), or(data, kept_data))
    }
}

/// What a command is asked about one record: the policies, the data, and the key of the record.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub policies: Vec<&'a str>,
    pub data: Vec<&'a str>,
    pub key: Vec<String>,
}

impl Reads {
    /// Tells policies, data and key apart: what ends like data is data, as is the first that is no policy where the file of
    /// the run names none; all else is the key.
    pub fn asked<'a>(&'a self, words: &'a [String]) -> Asked<'a> {
        let (policies, rest): (Vec<&str>, Vec<&str>) =
            words.iter().map(String::as_str).partition(|word| word.ends_with(".merit"));
        let (mut data, mut key) = (vec![], vec![]);
        let mut piped = policies.is_empty() && self.kept.0.is_empty();
        let mut policies = policies;
        for word in rest {
            let ending = io::ending(word);
            let known = ending == "txt" || io::DATA.contains(&ending.as_str());
            match () {
                () if word == "-" && piped => {
                    policies.push(word);
                    piped = false;
                }
                () if known || word == "-" || (data.is_empty() && key.is_empty() && self.kept.1.is_empty()) => {
                    data.push(word);
                }
                () => key.push(word.to_owned()),
            }
        }
        let or = |given: Vec<&'a str>, kept: &'a [String]| if given.is_empty() { strings(kept) } else { given };
        Asked { policies: or(policies, &self.kept.0), data: or(data, &self.kept.1), key }
    }
}

fn strings(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
