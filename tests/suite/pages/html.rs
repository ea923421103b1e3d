//! The HTML of a page: it asks for nothing, runs nothing, and what others wrote stands on it as text.

use std::fs;
use std::path::Path;

use merit::compile::compile_with;
use merit::io::{PolicyFolder, sha256};
use merit::pages::{Source, doc, html, markdown};
use merit::quantity::Tongue;
use merit::source::SourceFile;

use super::{holds, page, told};

/// What somebody writes who means harm, or likes signs.
const SIGNS: &str = "<script>alert(1)</script> & 80~89…90~100 | **x** $y$ 'z'";

fn of(title: &str) -> String {
    format!("policy \"{title}\" {{ }}\nrecord {{ id : text, key; a : points in [0, 100] }}\nscore a weight 100%\n")
}

#[test]
fn what_others_wrote_is_text() {
    let page = page(&of(SIGNS), Tongue::En);
    let text = html(&page).unwrap();
    assert!(!text.contains("<script"), "{text}");
    holds(&text, "&lt;script&gt;alert(1)&lt;&#x2f;script&gt; &amp; 80~89…90~100 | **x** $y$ &#x27;z&#x27;</h1>");
    let text = told(&of(SIGNS), Tongue::En);
    holds(&text, r"# \<script\>alert(1)\</script\> \& 80\~89…90\~100 \| \*\*x\*\* \$y\$ 'z'");
}

/// Marks of direction and control characters do what nobody sees.
#[test]
fn hidden_marks_are_shown() {
    let page = page(&of("a\u{202e}b\u{7}c"), Tongue::En);
    holds(&html(&page).unwrap(), "<h1>a\u{fffd}b\u{fffd}c</h1>");
    holds(&markdown(&page), "# a\u{fffd}b\u{fffd}c\n");
}

#[test]
fn every_ready_made_policy_has_its_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let mut count = 0;
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.extension().is_none_or(|ending| ending != "merit") {
            continue;
        }
        count += 1;
        let name = path.to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let compiled = compile_with(SourceFile::new(name.as_str(), text), &PolicyFolder::of(&name), &[]);
        for tongue in [Tongue::Zh, Tongue::En] {
            let page = doc(Source { compiled: &compiled, files: &[], whole: "" }, tongue);
            sound(&html(&page).unwrap());
            let told = markdown(&page);
            assert!(!told.contains(['⟨', '{']), "{name}: {told}");
        }
    }
    assert!(count > 10);
}

/// It asks for nothing: no address but those within it, no script, no style but the one that is named by its hash.
fn sound(text: &str) {
    assert!(!text.contains(['⟨']) && !text.contains("{$"), "{text}");
    for asks in ["http:", "https:", "//", "src=", "@import", "url(", "<script", " style=", "onclick"] {
        assert!(!text.contains(asks), "{asks}");
    }
    let hrefs = text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    hrefs.for_each(|href| assert!(href.starts_with('#') || href == "data:,", "{href}"));
    let style = text.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let named = text.split("'sha256-").nth(1).unwrap().split('\'').next().unwrap();
    assert_eq!(hex(named), sha256(style.as_bytes()));
    holds(text, "default-src 'none'");
}

/// What stands in base 64, in hexadecimal.
fn hex(text: &str) -> String {
    let text = text.replace("&#x2b;", "+").replace("&#x2f;", "/").replace("&#x3d;", "=");
    let signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = text.trim_end_matches('=').chars().map(|c| format!("{:06b}", signs.find(c).unwrap()));
    let bits: String = bits.collect();
    let bytes = bits.as_bytes().chunks_exact(8).map(|byte| std::str::from_utf8(byte).unwrap());
    bytes.map(|byte| format!("{:02x}", u8::from_str_radix(byte, 2).unwrap())).collect()
}
