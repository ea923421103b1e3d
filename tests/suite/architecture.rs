//! The house rules that a test can hold: which module may use which, how long a file may grow, where a
//! binary float may stand, that every code has its texts, its pages and a case that provokes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use merit::compile::compile;
use merit::diagnostic::Code;
use merit::source::SourceFile;
use merit::syntax::Keyword;

use crate::cases;

mod circles;
mod rooms;

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` with that ending, its path relative to the folder.
fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    let mut open: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|found| found == ending) {
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<(String, String)> {
    files(&root().join("src"), "rs")
}

/// A file's own code: comments and doc comments aside.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

#[test]
fn only_the_grammar_knows_pest() {
    let knows = |text: &str| code(text).any(|line| line.contains("pest::") || line.contains("pest_derive"));
    let who = sources().into_iter().filter(|(name, text)| !name.starts_with("syntax/") && knows(text));
    assert_eq!(who.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn no_file_grows_too_long() {
    let tests = files(&root().join("tests"), "rs");
    let long = sources().into_iter().chain(tests).map(|(name, text)| (name, text.lines().count()));
    let long: Vec<_> = long.filter(|(_, lines)| *lines > LONGEST_FILE).collect();
    assert_eq!(long, []);
}

#[test]
fn every_file_says_what_it_holds() {
    let captions = ["//! ", "#![doc"];
    let without = sources().into_iter().filter(|(_, text)| !captions.iter().any(|caption| text.starts_with(caption)));
    assert_eq!(without.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<String>::new());
}

/// A build for tests would compile the library once more for them.
#[test]
fn no_test_stands_inside_the_source() {
    let with = sources().into_iter().filter(|(_, text)| code(text).any(|line| line.contains("cfg(test)")));
    assert_eq!(with.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<String>::new());
}

/// The functions of a file that has gone through rustfmt, which puts the closing brace below the first letter.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let head = |line: &str| {
        let words = line.trim_start().trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        words.trim_start_matches("pub ").trim_start_matches("const ").starts_with("fn ")
    };
    let starts = (0..lines.len()).filter(|at| head(lines[*at]));
    let measured = starts.map(|start| {
        let indent = lines[start].len() - lines[start].trim_start().len();
        let close = format!("{}}}", " ".repeat(indent));
        let closes = |line: &str| line == close || (line.starts_with(&" ".repeat(indent)) && line.ends_with("; }"));
        let inline = lines[start].ends_with('}') || lines[start].ends_with(';');
        let end = if inline { start } else { (start..lines.len()).find(|at| closes(lines[*at])).unwrap() };
        (lines[start].trim().to_owned(), end - start + 1)
    });
    measured.collect()
}

#[test]
fn no_function_grows_too_long() {
    let found = sources().into_iter().flat_map(|(name, text)| {
        functions(&text).into_iter().map(move |(head, lines)| (format!("{name} {head}"), lines)).collect::<Vec<_>>()
    });
    let found: Vec<(String, usize)> = found.collect();
    assert!(found.len() > 500, "{}", found.len());
    let long: Vec<_> = found.into_iter().filter(|(_, lines)| *lines > LONGEST_FUNCTION).collect();
    assert_eq!(long, []);
}

#[test]
fn binary_floats_stand_only_where_workbooks_give_them() {
    let floats = |text: &str| {
        let is_float = |word: &str| word == "f32" || word == "f64";
        code(text).any(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_').any(is_float))
    };
    let with: Vec<_> = sources().into_iter().filter(|(_, text)| floats(text)).map(|(name, _)| name).collect();
    let strangers: Vec<_> = with.iter().filter(|name| !name.starts_with("io/")).collect();
    assert!(strangers.is_empty() && with.len() <= 3, "{with:?}");
}

#[test]
fn no_work_is_left_lying_about() {
    let marks = ["TODO", "FIXME", "XXX", "unimplemented!", "todo!"];
    let left = sources().into_iter().filter(|(_, text)| marks.iter().any(|mark| text.contains(mark)));
    assert_eq!(left.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<String>::new());
}

/// Keywords that mean two things stand in different places; every other word is one keyword only.
#[test]
fn keywords_do_not_clash() {
    let twins: BTreeSet<&str> = ["otherwise", "points", "至", "from", "floor", "ceiling"].into();
    for spelling in [Keyword::en, Keyword::zh] {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for keyword in Keyword::ALL {
            *seen.entry(spelling(*keyword)).or_default() += 1;
        }
        let clashes: Vec<_> = seen.into_iter().filter(|(word, times)| *times > 1 && !twins.contains(word)).collect();
        assert_eq!(clashes, []);
    }
}

/// The ids of a tongue's texts with their attributes and the variables they take.
fn texts(tongue: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, text) in files(&root().join("src/render/locale").join(tongue), "ftl") {
        let (mut message, mut id) = (String::new(), String::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let head = line.split_once('=').map_or("", |(head, _)| head.trim_end());
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) && !head.is_empty() {
                message = head.to_owned();
                id = message.clone();
            } else if let Some(attribute) = head.trim_start().strip_prefix('.') {
                id = format!("{message}.{attribute}");
            }
            let variables = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).collect::<String>()
            });
            found.entry(id.clone()).or_default().extend(variables);
        }
    }
    found.remove("");
    found
}

#[test]
fn both_tongues_say_the_same_things() {
    let (zh, en) = (texts("zh"), texts("en"));
    let mut wrong = String::new();
    for id in zh.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (zh.get(id), en.get(id)) {
            (Some(zh), Some(en)) if zh != en => writeln!(wrong, "{id}: zh takes {zh:?}, en {en:?}").unwrap(),
            (None, _) => writeln!(wrong, "{id} is not in zh").unwrap(),
            (_, None) => writeln!(wrong, "{id} is not in en").unwrap(),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_code_has_a_text_and_a_page_in_both_tongues() {
    let mut lacking = String::new();
    for tongue in ["zh", "en"] {
        let texts = texts(tongue);
        for code in Code::ALL.iter().map(|code| code.as_str()) {
            let told = |id: &String| id == code || id.strip_prefix(code).is_some_and(|rest| rest.starts_with('-'));
            if !texts.keys().any(told) {
                writeln!(lacking, "{code} has no text in {tongue}").unwrap();
            }
            if !root().join(format!("docs/diagnostics/{tongue}/{code}.md")).is_file() {
                writeln!(lacking, "{code} has no page in {tongue}").unwrap();
            }
        }
    }
    assert!(lacking.is_empty(), "\n{lacking}");
}

#[test]
fn every_text_of_a_code_belongs_to_one() {
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let is_code = |head: &str| head.len() == 5 && head.starts_with(['E', 'W']);
    let strangers: Vec<String> = texts("zh")
        .into_keys()
        .filter(|id| {
            let head = id.split(['-', '.']).next().unwrap();
            is_code(head) && !known.contains(head)
        })
        .collect();
    assert_eq!(strangers, Vec::<String>::new());
}

/// Whether the policy on the page of a code provokes it, as the program tells.
fn page_provokes(code: &Code) -> bool {
    let page = root().join(format!("docs/diagnostics/zh/{}.md", code.as_str()));
    let text = fs::read_to_string(page).unwrap_or_default();
    let wrong = text.split_once("```merit\n").and_then(|(_, rest)| rest.split_once("\n```"));
    wrong.is_some_and(|(policy, _)| {
        let compiled = compile(SourceFile::new("page.merit", policy), &[]).with_remarks();
        compiled.diagnostics.iter().any(|told| told.code == *code)
    })
}

/// A code of the policy (E01 to E05 and their warnings) is provoked by a named case or its page; those of
/// data, files and the command line, and of texts that no case can hold, by the suites of their own.
#[test]
fn every_code_is_provoked() {
    let provoked: BTreeSet<String> =
        cases::files().iter().flat_map(|path| cases::read(path)).flat_map(|case| case.verdict).collect();
    let suites: String = ["data", "cli", "check", "syntax"]
        .iter()
        .flat_map(|topic| {
            let folder = root().join("tests/suite");
            let mut texts: Vec<String> = files(&folder.join(topic), "rs").into_iter().map(|(_, text)| text).collect();
            texts.extend(fs::read_to_string(folder.join(format!("{topic}.rs"))));
            texts
        })
        .collect();
    let tested = |code: &Code| {
        let of_data = code.as_str().get(1..3).is_some_and(|group| matches!(group, "07" | "08"));
        let beyond_a_case = matches!(code, Code::TooDeep | Code::NotText | Code::TooBig | Code::BadSetting);
        let named = || suites.contains(code.as_str()) || suites.contains(&format!("Code::{code:?}"));
        provoked.contains(code.as_str()) || page_provokes(code) || ((of_data || beyond_a_case) && named())
    };
    // What the checks prove absent cannot be provoked; a table too large to prove is too large for a case.
    let lacking: Vec<_> =
        Code::ALL.iter().filter(|code| !matches!(code, Code::Fault | Code::Unproved) && !tested(code)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

/// A file of texts is read when one of its own is said, so that none may take from another file: none refers to a text,
/// or makes a term of its own; those of keywords and units come with each.
#[test]
fn no_text_refers_to_another() {
    let refers = |text: &str| {
        let mut begun = text.split('{').skip(1).filter_map(|placed| placed.trim_start().chars().next());
        begun.any(|first| first.is_ascii_lowercase()) || text.lines().any(|line| line.starts_with('-'))
    };
    assert!(refers("a = { b }") && refers("-b = c") && !refers("a = { $b -> [one] {\"{\"} *[other] { -otherwise } }"));
    let wrong = files(&root().join("src/render/locale"), "ftl").into_iter().filter(|(_, text)| refers(text));
    assert_eq!(wrong.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<String>::new());
}

/// Of two texts of one name the later would be shown in the place of both.
#[test]
fn no_text_stands_twice_in_a_tongue() {
    for tongue in ["zh", "en"] {
        let mut seen = BTreeSet::new();
        for (name, text) in files(&root().join("src/render/locale").join(tongue), "ftl") {
            let ids = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
            for id in ids.filter_map(|line| line.split_once(" =")).map(|(id, _)| id.to_owned()) {
                assert!(seen.insert(id.clone()), "{tongue}/{name}: {id} stands twice");
            }
        }
    }
}

/// A keyword that is written by hand, not taken from `Keyword`, is one that a change of the word list forgets. Words that
/// people write in the place of others, and those of functions elsewhere, are no keywords where they stand.
#[test]
fn no_keyword_is_written_by_hand() {
    let chinese: BTreeSet<&str> = Keyword::ALL.iter().map(|keyword| keyword.zh()).collect();
    let slips = ["check/expression/call.rs", "check/expression/foreign/"];
    let rooms = ["check/", "ir/", "analysis/", "eval/", "promise/", "compile/", "render/"];
    let mut found = vec![];
    for (name, text) in sources() {
        if !rooms.iter().any(|room| name.starts_with(room)) || slips.iter().any(|slip| name.starts_with(slip)) {
            continue;
        }
        let literals = code(&text).flat_map(|line| line.split('"').skip(1).step_by(2));
        found.extend(literals.filter(|word| chinese.contains(word)).map(|word| format!("{name}: {word}")));
    }
    assert_eq!(found, Vec::<String>::new());
}

/// What a message says is for its reader: nothing else hangs on which text is chosen, or on the values in it. A fact
/// that another place needs stands in a field of its own.
#[test]
fn only_render_reads_what_a_message_says() {
    let built = ["render/", "diagnostic/report.rs", "io/", "data/problem.rs"];
    let reads = |line: &str| {
        let texts = line.split(".variant").skip(1).any(|rest| {
            let set =
                rest.trim_start().starts_with("= ") || rest.starts_with(|c: char| c == '(' || c.is_alphanumeric());
            !set && !rest.starts_with('_')
        });
        texts || [".args.iter()", ".args ==", ".args.contains"].iter().any(|search| line.contains(search))
    };
    let mut wrong = vec![];
    for (name, text) in sources().into_iter().filter(|(name, _)| !built.iter().any(|room| name.starts_with(room))) {
        wrong.extend(code(&text).filter(|line| reads(line)).map(|line| format!("src/{name}: {line}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
