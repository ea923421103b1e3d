//! A record among the others of its data.

use std::fs;

use super::session;
use merit::io::DataSource;
use merit::render::Tongue;
use merit::repl::Beside;
use tempfile::TempDir;

/// A record of the data is taken among the others, with the rows that belong to it.
#[test]
fn a_record_stands_among_those_of_its_data() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let policy = file(
        "p.merit",
        "policy \"p\" { period month }\nrecord { staff : text, key; month : month, period; rate : percent(%) }\n\
         details orders { staff : text, key; month : month, period; amount : money }\n\
         metric sales : money = sum(orders.amount)\n\
         metric place : count = rank(rate, within: all, ties: shared)\n\
         metric first : count = streak(place = 1)\n",
    );
    let data = "staff,month,rate\nA,2024-01,90\nB,2024-01,80\nA,2024-02,95\nB,2024-02,70\n";
    let data = file("d.csv", data);
    let orders = DataSource::new("orders.csv", "staff,month,amount\nA,2024-02,7\nB,2024-02,1\n");
    let (mut session, _folder) = session(Tongue::En);
    session.load(&policy);
    session.beside(Beside { with: vec![("orders".to_owned(), orders)], history: vec![] });
    session.data(&data);
    assert!(session.line(":record 3").text.contains("first = 2"));
    assert_eq!(session.line("sales").text, "7 CNY\n");
    assert_eq!(session.line("place").text, "1\n  rank(rate, within: all, ties: shared) = 1, found over 2\n");
    let changed = session.line("rate = 60%").text;
    assert!(changed.contains("place: 1 → 2") && changed.contains("first: 2 → 0"), "{changed}");
    let everybody = session.line("metric place : count = rank(rate, within: all, ties: shared, order: ascending)").text;
    assert!(everybody.contains("place: 2 → 1"), "{everybody}");
}

/// The others count where no rows stand beside them too.
#[test]
fn a_record_is_ranked_among_those_of_its_data_alone() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name).to_string_lossy().into_owned()
    };
    let policy = "policy \"p\" { }\nrecord { staff : text, key; rate : percent(%) }\n\
                  metric place : count = rank(rate, within: all, ties: shared)\n";
    let (mut session, _folder) = session(Tongue::En);
    session.load(&file("p.merit", policy));
    session.data(&file("d.csv", "staff,rate\nA,90\nB,80\nC,95\n"));
    assert!(session.line("place").text.starts_with("2\n"));
    let changed = session.line("metric place : count = rank(rate, within: all, ties: shared, order: ascending)").text;
    assert!(changed.contains("Of 3 records in the data, 2 have other results"), "{changed}");
}

/// Whoever is rejected is missing among the others, which is no news only where nobody looks at others.
#[test]
fn what_hangs_on_rejected_records_is_told_as_provisional() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name).to_string_lossy().into_owned()
    };
    let head = "policy \"p\" { }\nrecord { staff : text, key; rate : percent(%) }\n";
    let ranked = format!("{head}metric place : count = rank(rate, within: all, ties: shared)\n");
    let note = "provisional: 1 of this group is rejected";
    let (mut session, _folder) = session(Tongue::En);
    session.load(&file("p.merit", &ranked));
    let told = session.data(&file("d.csv", "staff,rate\nA,90\nB,\nC,95\n"));
    assert!(told.contains("place = 2") && told.contains(note), "{told}");
    assert!(session.line(":why").text.contains(note));
    assert!(session.line("place").text.ends_with(&format!("  {note}\n")));
    assert!(!session.line("rate").text.contains("provisional"), "what hangs on nobody is sure");
    let table = session.line(":table").text;
    assert!(table.contains("2 records are provisional, as what they come to hangs on rejected ones: A, C"), "{table}");
    session.data(&file("all.csv", "staff,rate\nA,90\nB,80\nC,95\n"));
    assert!(!session.line(":why").text.contains("provisional"), "nobody is rejected");
    session.load(&file("alone.merit", &format!("{head}flag high when rate >= 90%\n")));
    let told = session.data(&file("d.csv", "staff,rate\nA,90\nB,\nC,95\n"));
    assert!(told.contains("high = yes") && !told.contains("provisional"), "{told}");
}

/// Whoever is in another group does not hang on who is rejected in this one.
#[test]
fn only_the_group_of_the_rejected_is_provisional() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name).to_string_lossy().into_owned()
    };
    let policy = "policy \"p\" { }\nrecord { staff : text, key; shop : text; rate : percent(%) }\n\
                  metric place : count = rank(rate, within: shop, ties: shared)\n";
    let (mut session, _folder) = session(Tongue::En);
    session.load(&file("p.merit", policy));
    let told = session.data(&file("d.csv", "staff,shop,rate\nA,S1,90\nB,S1,\nC,S2,95\nD,S2,80\n"));
    assert!(told.contains("provisional: 1 of this group is rejected"), "{told}");
    assert!(!session.line(":record C").text.contains("provisional"));
    assert!(!session.line("place").text.contains("provisional"));
    let table = session.line(":table").text;
    assert!(table.contains("1 record is provisional, as what they come to hangs on rejected ones: A\n"), "{table}");
    assert!(!session.line(":who place = 2").text.contains("provisional"), "D alone is shown");
}
