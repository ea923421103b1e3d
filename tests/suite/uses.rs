//! Policies of several files, on the disk and as the program runs them.

use std::fs;
use std::path::Path;

use merit::compile::{Compiled, InMemory, Unusable, compile_with, mend, resolved};
use merit::io::PolicyFolder;
use merit::render::{Look, Tongue, WIDTH, json, show, show_all};
use merit::source::SourceFile;
use tempfile::TempDir;

const MAIN: &str = "policy \"p\" { currency CNY }\nuse \"常用.merit\"\nrecord { 工号 : text, key; 销售额 : money }\n\
    pay 工资 { 提成 = 销售额 * 比例 }\n";
const SHARED: &str = "table 比例 by 销售额 -> percent {\n    < 1000元  => 1%\n    >= 1000元 => 2%\n}\n";

/// A folder with files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The policy of that name in a folder.
fn compiled(folder: &Path, name: &str) -> Compiled {
    let name = folder.join(name).to_str().unwrap().to_owned();
    let text = fs::read_to_string(&name).unwrap();
    compile_with(SourceFile::new(&name, text), &PolicyFolder::of(&name), &[])
}

/// The codes and variants that were told.
fn told(compiled: &Compiled) -> Vec<(&'static str, &'static str)> {
    compiled.diagnostics.iter().map(|told| (told.code.as_str(), told.variant)).collect()
}

/// The files of a policy, from its folder on.
fn names(compiled: &Compiled, folder: &Path) -> Vec<String> {
    let lead = format!("{}/", folder.to_str().unwrap());
    compiled.read().map(|file| file.name.strip_prefix(&lead).unwrap().to_owned()).collect()
}

#[test]
fn a_path_counts_from_the_folder_of_its_file() {
    let at = |from, path| resolved(from, path).ok();
    assert_eq!(at("p.merit", "a.merit").as_deref(), Some("a.merit"));
    assert_eq!(at("sub/p.merit", "./a.merit").as_deref(), Some("sub/a.merit"));
    assert_eq!(at("sub/deep/p.merit", "../../x//a.merit").as_deref(), Some("x/a.merit"));
    assert_eq!(resolved("sub/p.merit", "../../a.merit"), Err(Unusable::Outside));
    assert_eq!(resolved("p.merit", "x/../../p.merit"), Err(Unusable::Outside));
    for path in ["/etc/passwd", "C:/a.merit", "C:\\a.merit", "\\\\host\\a.merit"] {
        assert_eq!(resolved("p.merit", path), Err(Unusable::Absolute), "{path}");
    }
}

const RECORD: &str = "record { x : points in [0, 100] }\nmetric m : points = a + b + c\n";

#[test]
fn paths_count_from_the_file_in_which_they_stand() {
    let main = format!("policy \"p\" {{ }}\nuse \"sub/a.merit\"\nuse \"sub/../c.merit\"\n{RECORD}");
    let shop = folder(&[
        ("p.merit", &main),
        ("sub/a.merit", "use \"./deep/b.merit\"\nuse \"../c.merit\"\nlet a = x\n"),
        ("sub/deep/b.merit", "use \"../../c.merit\"\nlet b = x\n"),
        ("c.merit", "let c = x\n"),
    ]);
    let compiled = compiled(shop.path(), "p.merit");
    assert_eq!(told(&compiled), []);
    assert_eq!(names(&compiled, shop.path()), ["p.merit", "sub/a.merit", "sub/deep/b.merit", "c.merit"]);
}

#[test]
fn what_lies_outside_of_the_folder_is_not_read() {
    let shop = folder(&[
        ("secret.merit", "let a = 1pt\n"),
        ("shop/p.merit", "policy \"p\" { }\nuse \"../secret.merit\"\n"),
        ("shop/none.merit", "policy \"p\" { }\nuse \"../nothing-there.merit\"\n"),
        ("shop/sub/in.merit", "policy \"p\" { }\nuse \"../p.merit\"\n"),
    ]);
    assert_eq!(told(&compiled(shop.path(), "shop/p.merit")), [("E0263", "outside")]);
    // Whether something is there is not told either.
    assert_eq!(told(&compiled(shop.path(), "shop/none.merit")), [("E0263", "outside")]);
    // The folder is that of the policy that is checked.
    assert_eq!(told(&compiled(shop.path(), "shop/sub/in.merit")), [("E0263", "outside")]);
    let absolute = format!("policy \"p\" {{ }}\nuse \"{}\"\n", shop.path().join("shop/p.merit").display());
    write(shop.path(), "shop/absolute.merit", absolute);
    assert_eq!(told(&compiled(shop.path(), "shop/absolute.merit")), [("E0263", "absolute")]);
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_outside_and_makes_no_second_file() {
    use std::os::unix::fs::symlink;
    let main = "policy \"p\" { }\nuse \"link.merit\"\n";
    let shop = folder(&[("secret.merit", "let a = 1pt\n"), ("shop/p.merit", main)]);
    symlink(shop.path().join("secret.merit"), shop.path().join("shop/link.merit")).unwrap();
    assert_eq!(told(&compiled(shop.path(), "shop/p.merit")), [("E0263", "outside")]);
    symlink(shop.path(), shop.path().join("shop/up")).unwrap();
    write(shop.path(), "shop/p.merit", "policy \"p\" { }\nuse \"up/secret.merit\"\n");
    assert_eq!(told(&compiled(shop.path(), "shop/p.merit")), [("E0263", "outside")]);

    let main = format!("policy \"p\" {{ }}\nuse \"c.merit\"\nuse \"twin.merit\"\nlet a = x\nlet b = x\n{RECORD}");
    let shop = folder(&[("p.merit", &main), ("c.merit", "let c = x\n")]);
    symlink("c.merit", shop.path().join("twin.merit")).unwrap();
    let compiled = compiled(shop.path(), "p.merit");
    assert_eq!((told(&compiled), names(&compiled, shop.path()).len()), (vec![], 2));
}

#[cfg(unix)]
#[test]
fn a_policy_behind_a_link_keeps_its_name() {
    let shop = folder(&[("real/p.merit", "policy \"p\" { }\n"), ("a.merit", "use \"p.merit\"\nlet a = 1pt\n")]);
    std::os::unix::fs::symlink("real/p.merit", shop.path().join("p.merit")).unwrap();
    write(shop.path(), "real/p.merit", "policy \"p\" { }\nuse \"a.merit\"\nrecord { x : points }\nlet l = a\n");
    let told: Vec<_> = told(&compiled(shop.path(), "p.merit")).into_iter().filter(|told| told.0 == "E0263").collect();
    assert_eq!(told, [("E0263", "cycle")]);
}

#[test]
fn what_cannot_be_read_is_told_where_it_is_used() {
    let uses = ["none.merit", "sub", "gbk.merit", "empty.merit", "p.merit", "", "p.merit/a.merit"];
    let lines: String = uses.iter().map(|path| format!("use \"{path}\"\n")).collect();
    let shop =
        folder(&[("p.merit", &format!("policy \"p\" {{ }}\n{lines}")), ("sub/a.merit", ""), ("empty.merit", "")]);
    write(shop.path(), "gbk.merit", b"let a = 1pt\n# \xb2\xe2\n");
    let compiled = compiled(shop.path(), "p.merit");
    let variants = ["absent", "unreadable", "encoding", "empty", "self", "unreadable", "absent"];
    assert_eq!(told(&compiled), variants.map(|variant| ("E0263", variant)));
    let lines: Vec<usize> = compiled.diagnostics.iter().map(|told| compiled.sources.place(told.span).line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8]);
    for tongue in [Tongue::Zh, Tongue::En] {
        let shown = show_all(
            &compiled.diagnostics,
            &compiled.sources,
            Look { tongue, ascii: false, colour: false, width: WIDTH },
        );
        assert!(!shown.contains('⟨') && !shown.contains("{$"), "{shown}");
    }
}

#[test]
fn a_policy_uses_as_many_files_as_anybody_needs() {
    let chain = |length: usize| {
        let file = |at: usize| SourceFile::new(format!("{at}"), format!("use \"{}\"\nlet l{at} = 1\n", at + 1));
        let files: InMemory =
            (1..length).map(file).chain([SourceFile::new(format!("{length}"), "let l = 1\n")]).collect();
        compile_with(SourceFile::new("p", "policy \"p\" { }\nuse \"1\"\n"), &files, &[])
    };
    assert_eq!(told(&chain(256)), []);
    assert_eq!(told(&chain(257)), [("E0263", "many")]);
    assert_eq!(told(&chain(5000)), [("E0263", "many")]);
}

#[test]
fn marks_and_line_ends_of_windows_do_not_matter() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let shop = folder(&[("p.merit", &windows(MAIN)), ("常用.merit", &windows(&SHARED.replace("< 1000", "< 0999")))]);
    let compiled = compiled(shop.path(), "p.merit");
    assert_eq!(told(&compiled).into_iter().map(|told| told.0).collect::<Vec<_>>(), ["E0116"]);
    let told = json(&compiled.diagnostics[0], &compiled.sources, Tongue::En);
    assert!(told["file"].as_str().unwrap().ends_with("/常用.merit"), "{told}");
    let line = "table 比例 by 销售额 -> percent {\r\n".len();
    assert_eq!((&told["line"], &told["column"], &told["byte"]), (&2.into(), &7.into(), &(line + 6).into()));
    assert_eq!((&told["edits"][0]["file"], &told["edits"][0]["line"]), (&told["file"], &2.into()));
}

#[test]
fn labels_of_every_file_are_drawn() {
    let files: InMemory = [
        SourceFile::new("a.merit", "let a = b\n\nuse \"sub/b.merit\"\n"),
        SourceFile::new("sub/b.merit", "# 一\n# 二\n\nuse \"../c.merit\"\r\nlet b = c\n"),
        SourceFile::new("c.merit", "use \"a.merit\"\nparam c : count = 1\n"),
    ]
    .into_iter()
    .collect();
    let policy = SourceFile::new("p.merit", "policy \"p\" { }\nuse \"a.merit\"\nlet l = a\n");
    let compiled = compile_with(policy, &files, &[]);
    let mut shown = String::new();
    for (tongue, ascii) in [(Tongue::Zh, false), (Tongue::En, true)] {
        let look = Look { tongue, ascii, colour: false, width: WIDTH };
        let cycle = compiled.diagnostics.iter().filter(|told| told.variant == "cycle");
        shown.extend(cycle.map(|told| show(told, &compiled.sources, look)));
    }
    assert!(shown.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{shown}");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
        insta::assert_snapshot!("labels_of_every_file", shown);
    });
}

#[test]
fn findings_come_by_file_as_they_were_read() {
    let files = [("b.merit", "let b = none\n"), ("a.merit", "use \"b.merit\"\nlet a = nothing\n")];
    let files: InMemory = files.iter().map(|(name, text)| SourceFile::new(*name, *text)).collect();
    let policy =
        SourceFile::new("p", "policy \"p\" { }\nuse \"a.merit\"\nrecord { x : points }\nmetric m : points = y\n");
    let compiled = compile_with(policy, &files, &[]);
    let files: Vec<&str> =
        compiled.diagnostics.iter().map(|told| compiled.sources.get(told.span.file).unwrap().name.as_str()).collect();
    assert_eq!(files, ["p", "a.merit", "b.merit"]);
}

#[test]
fn slips_are_mended_in_the_file_that_has_them() {
    let files: InMemory =
        [SourceFile::new("常用.merit", SHARED.replace("1000元  =>", "01000元  =>"))].into_iter().collect();
    let policy = SourceFile::new("p.merit", MAIN.replace("key;", "key; 分 : points in [0、 100];"));
    let mended = mend(&policy, &files);
    assert!(mended.left_out == 0 && mended.compiled.accepted());
    let changed: Vec<(&str, &str)> =
        mended.changed.iter().map(|(_, now)| (now.name.as_str(), now.text.as_str())).collect();
    let main = MAIN.replace("key;", "key; 分 : points in [0, 100];");
    assert_eq!(changed, [("p.merit", main.as_str()), ("常用.merit", SHARED)]);
}
