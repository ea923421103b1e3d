//! Text to tree.

use merit::diagnostic::Diagnostic;
use merit::source::{FileId, SourceFile};
use merit::syntax::{Parsed, parse};

pub fn read(text: &str) -> Parsed {
    parse(FileId(0), &SourceFile::new("test.merit", text))
}

#[test]
fn probe() {
    for path in std::env::var("PROBE").unwrap_or_default().split_whitespace() {
        let text = std::fs::read_to_string(path).unwrap();
        let source = SourceFile::new(path, text.clone());
        let start = std::time::Instant::now();
        let parsed = parse(FileId(0), &source);
        eprintln!("{path}: {} items {:?}", parsed.file.items.len(), start.elapsed());
        for d in &parsed.diagnostics {
            let p = source.place(d.span.start as usize);
            eprintln!(
                "  {} {}:{} {:?} [{}] {:?}",
                d.code.as_str(),
                p.line,
                p.column,
                d.variant,
                source.slice(d.span),
                d.args
            );
        }
        if std::env::var("TREE").is_ok() {
            eprintln!("{:#?}", parsed.file);
        }
    }
}

#[allow(dead_code)]
fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|d| d.code.as_str()).collect()
}
