//! The documentation against the program. In README and `docs/`:
//!
//! - a `merit` block checks without errors; `merit wrong E0501` provokes exactly those codes; of a
//!   `merit fragment` it is only asked that it reads;
//! - a block whose heading also names a file (`merit shop.merit`, `csv march.csv`) is that file for the commands after it,
//!   and for the `use` of other blocks;
//! - the commands of a `console` block are run, in a folder with those files and `policies/`, and must print what
//!   stands below them; a line `…` stands for any lines. Of a session, what stands behind a prompt is typed.
//!
//! The pages of diagnostics: the block under 错的 or Wrong provokes exactly the page's code, the one under 对的 or Right no error;
//! a block that names a file is there for the others to use, and one that says `together` is another policy beside it.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use merit::compile::{Compiled, InMemory, compile_with, together};
use merit::diagnostic::{Code, Severity};
use merit::render::{Tongue, texts};
use merit::source::SourceFile;
use merit::syntax::Keyword;
use tempfile::TempDir;

/// A fenced block of a page.
struct Block {
    info: Vec<String>,
    heading: String,
    line: usize,
    text: String,
}

impl Block {
    fn is(&self, language: &str) -> bool {
        self.info.first().is_some_and(|word| word == language)
    }

    /// The file that the block is, where its heading names one.
    fn file(&self) -> Option<&str> {
        self.info.iter().skip(1).map(String::as_str).find(|word| word.contains('.'))
    }

    fn says(&self, word: &str) -> bool {
        self.info.iter().any(|other| other == word)
    }

    fn codes(&self) -> BTreeSet<String> {
        self.info.iter().filter(|word| Code::parse(word).is_some()).cloned().collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Markdown files of a folder and what lies in it.
fn pages_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return vec![] };
    let mut pages = vec![];
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            pages.extend(pages_in(&path));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            pages.push(path);
        }
    }
    pages.sort();
    pages
}

fn blocks(page: &Path) -> Vec<Block> {
    let text = fs::read_to_string(page).unwrap();
    let (mut found, mut open, mut heading): (Vec<Block>, bool, String) = (vec![], false, String::new());
    for (number, line) in text.lines().enumerate() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(info) => {
                open = true;
                let info = info.split_whitespace().map(str::to_owned).collect();
                found.push(Block { info, heading: heading.clone(), line: number + 1, text: String::new() });
            }
            None if open => {
                let block = found.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    heading = title.trim().to_owned();
                }
            }
        }
    }
    found
}

/// Every policy of the pages, read or not, by its page and line.
pub fn policies() -> Vec<(String, String)> {
    let pages = pages_in(&root().join("docs")).into_iter().chain([root().join("README.md")]);
    let of = |page: PathBuf| {
        let merit = blocks(&page).into_iter().filter(|block| block.is("merit"));
        merit.map(|block| (format!("{}:{}", page.display(), block.line), block.text)).collect::<Vec<_>>()
    };
    pages.flat_map(of).collect()
}

/// The policies of the pages but those of diagnostics, as far as they are to be taken for an example.
pub fn examples() -> Vec<(String, String)> {
    let mut found = vec![];
    for page in pages_in(&root().join("docs")).iter().filter(|page| !page.starts_with(root().join("docs/diagnostics")))
    {
        let right = blocks(page).into_iter().filter(|block| block.is("merit") && !block.says("wrong"));
        found.extend(right.map(|block| (format!("{}:{}", page.display(), block.line), block.text)));
    }
    found
}

/// A block as a policy that may use the named ones of its page.
fn compiled(block: &Block, page: &[Block]) -> Compiled {
    compile_with(SourceFile::new("page.merit", block.text.clone()), &named(block, page), &[])
}

/// The named blocks of a page; of two with one name the one under the heading of the block.
fn named(block: &Block, page: &[Block]) -> InMemory {
    let (own, others): (Vec<&Block>, Vec<&Block>) = page.iter().partition(|other| other.heading == block.heading);
    let blocks = others.into_iter().chain(own);
    blocks.filter_map(|block| Some(SourceFile::new(block.file()?, block.text.clone()))).collect()
}

/// What is told of a block and of the policies beside it, where the page has some under its heading that are to be
/// taken `together` with it.
fn codes_together(block: &Block, page: &[Block]) -> BTreeSet<String> {
    let beside = page.iter().filter(|other| other.heading == block.heading && other.says("together"));
    let texts = beside.map(|other| SourceFile::new(other.file().unwrap(), other.text.clone()));
    let others: Vec<Compiled> = texts.map(|text| compile_with(text, &named(block, page), &[])).collect();
    let first = compiled(block, page);
    let set = together(&std::iter::once(&first).chain(&others).collect::<Vec<_>>());
    let told = others.iter().flat_map(|other| &other.diagnostics).chain(&set.diagnostics);
    told.map(|told| told.code.as_str().to_owned()).collect()
}

/// The codes that were told; warnings only where they are asked for.
fn codes(compiled: &Compiled, warnings: bool) -> BTreeSet<String> {
    let told = compiled.diagnostics.iter().map(|diagnostic| diagnostic.code);
    told.filter(|code| warnings || code.severity() == Severity::Error).map(|code| code.as_str().to_owned()).collect()
}

/// What is wrong with a `merit` block of a page, if anything.
fn complaint(block: &Block, page: &[Block]) -> Option<String> {
    let compiled = compiled(block, page);
    let expected = block.codes();
    let warnings = expected.iter().any(|code| code.starts_with('W'));
    let got = codes(&compiled, warnings);
    let fits = if block.says("fragment") { got.iter().all(|code| !code.starts_with("E01")) } else { got == expected };
    if fits {
        return None;
    }
    let mut text = format!("expected {expected:?}, got {got:?}\n");
    for diagnostic in &compiled.diagnostics {
        writeln!(text, "    {}", texts(diagnostic, Tongue::En).message).unwrap();
    }
    Some(text)
}

/// What the commands of a block print, where it is not what stands below them.
fn console_complaint(block: &Block, folder: &Path, tongue: &str) -> Option<String> {
    let mut complaints = String::new();
    for command in format!("\n{}", block.text).split("\n$ ").skip(1) {
        let (command, expected) = command.split_once('\n').unwrap_or((command, ""));
        let (expected, typed) =
            if command.starts_with("merit repl") { typed(expected) } else { (expected.into(), None) };
        let got = printed(command, typed.as_deref(), folder, tongue)?;
        if !matches(&expected, &got) {
            writeln!(complaints, "$ {command}\n--- expected\n{expected}--- got\n{got}").unwrap();
        }
    }
    (!complaints.is_empty()).then_some(complaints)
}

/// A session: what it answers, and what is typed, which stands behind a prompt.
fn typed(session: &str) -> (String, Option<String>) {
    let entry = |line: &str| {
        line.split_once("> ").filter(|(prompt, _)| !prompt.contains(' ')).map(|(_, typed)| typed.to_owned())
    };
    let (entries, answers): (Vec<&str>, Vec<&str>) = session.lines().partition(|line| entry(line).is_some());
    (answers.join("\n"), Some(entries.into_iter().filter_map(entry).map(|typed| typed + "\n").collect()))
}

/// Standard output, then standard error, but for a session, which tells there how it began; of another program nothing.
fn printed(command: &str, typed: Option<&str>, folder: &Path, tongue: &str) -> Option<String> {
    let arguments = command.strip_prefix("merit ")?.split_whitespace();
    let mut merit = Command::new(env!("CARGO_BIN_EXE_merit"));
    merit.args(arguments).current_dir(folder).env("LANG", tongue).env_remove("LC_ALL").env_remove("LC_MESSAGES");
    merit.env("NO_COLOR", "1").env("XDG_DATA_HOME", folder).env_remove("COLUMNS");
    merit.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = merit.spawn().unwrap();
    // A program that asks for nothing does not read.
    let _ = child.stdin.take().unwrap().write_all(typed.unwrap_or_default().as_bytes());
    let output = child.wait_with_output().unwrap();
    let told = if typed.is_some() { vec![] } else { output.stderr };
    Some(String::from_utf8(output.stdout).unwrap() + &String::from_utf8(told).unwrap())
}

/// Whether the lines are the expected ones; `…` stands for any lines.
fn matches(expected: &str, got: &str) -> bool {
    fn from(expected: &[&str], got: &[&str]) -> bool {
        match expected.split_first() {
            None => got.is_empty(),
            Some((&"…", rest)) => (0..=got.len()).any(|skipped| from(rest, &got[skipped..])),
            Some((line, rest)) => got.split_first().is_some_and(|(first, got)| line == first && from(rest, got)),
        }
    }
    let lines = |text: &str| {
        let trimmed = text.lines().map(|line| line.trim_end().to_owned());
        trimmed.filter(|line| !line.is_empty()).collect::<Vec<String>>()
    };
    let (expected, got) = (lines(expected), lines(got));
    let (expected, got): (Vec<&str>, Vec<&str>) =
        (expected.iter().map(String::as_str).collect(), got.iter().map(String::as_str).collect());
    from(&expected, &got)
}

fn folder_with_policies() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&root().join("policies"), &folder.path().join("policies"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let place = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &place),
            false => assert!(fs::copy(&path, place).is_ok()),
        }
    }
}

/// Every block of a page that is not as the page says.
fn complaints(page: &Path) -> String {
    let folder = folder_with_policies();
    let chinese = page.to_string_lossy().contains(".zh.");
    let tongue = if chinese { "zh_CN.UTF-8" } else { "en_US.UTF-8" };
    let mut told = String::new();
    let blocks = blocks(page);
    for block in &blocks {
        if let Some(file) = block.file() {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &block.text).unwrap();
        }
        let complaint = match () {
            () if block.is("merit") => complaint(block, &blocks),
            () if block.is("console") => console_complaint(block, folder.path(), tongue),
            () => None,
        };
        if let Some(complaint) = complaint {
            writeln!(told, "{}:{} {complaint}", page.display(), block.line).unwrap();
        }
    }
    told
}

#[test]
fn pages_say_what_the_program_does() {
    let mut pages = pages_in(&root().join("docs"));
    pages.retain(|page| !page.starts_with(root().join("docs/diagnostics")));
    pages.push(root().join("README.md"));
    let told: String = pages.iter().map(|page| complaints(page)).collect();
    assert!(told.is_empty(), "\n{told}");
}

/// The headings of a page as links name them: letters and digits in lower case, blanks as dashes, the rest left out.
fn anchors(page: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(page).unwrap();
    let headings = text.lines().filter_map(|line| line.strip_prefix('#')?.trim_start_matches('#').strip_prefix(' '));
    let anchor = |heading: &str| -> String {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
    };
    headings.map(anchor).collect()
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut pages = pages_in(&root().join("docs"));
    pages.extend([root().join("README.md"), root().join("policies/README.md")]);
    let mut broken = String::new();
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let linked = if file.is_empty() { page.clone() } else { page.with_file_name(file) };
            let leads = linked.exists() && (heading.is_empty() || anchors(&linked).contains(heading));
            if !target.contains("://") && !leads {
                writeln!(broken, "{}: {target}", page.display()).unwrap();
            }
        }
    }
    assert!(broken.is_empty(), "\n{broken}");
}

#[test]
fn both_references_list_every_keyword() {
    for page in ["docs/language.md", "docs/language.zh.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        for keyword in Keyword::ALL {
            let row = format!("`{}` | `{}`", keyword.en(), keyword.zh());
            assert!(text.contains(&row), "{page} lacks {row}");
        }
    }
}

/// What is told where a code is asked for.
fn shown(compiled: Compiled, code: &str) -> Compiled {
    if Code::parse(code).is_some_and(Code::is_remark) { compiled.with_remarks() } else { compiled }
}

#[test]
fn pages_of_diagnostics_show_their_code_and_its_remedy() {
    let mut told = String::new();
    for page in pages_in(&root().join("docs/diagnostics")) {
        let code = page.file_stem().unwrap().to_string_lossy().into_owned();
        let blocks = blocks(&page);
        for block in blocks.iter().filter(|block| block.is("merit") && block.file().is_none()) {
            let wrong = matches!(block.heading.as_str(), "错的" | "Wrong");
            let (mut got, expected) = match wrong {
                true => (codes(&shown(compiled(block, &blocks), &code), true), BTreeSet::from([code.clone()])),
                false => (codes(&compiled(block, &blocks), false), BTreeSet::new()),
            };
            got.extend(codes_together(block, &blocks));
            if got != expected {
                writeln!(told, "{}:{} expected {expected:?}, got {got:?}", page.display(), block.line).unwrap();
            }
        }
    }
    assert!(told.is_empty(), "\n{told}");
}
