//! A policy that is written in a session from nothing.

use std::fs;

use super::says;
use merit::render::{Look, Tongue, WIDTH};
use merit::repl::{Ending, Session};
use tempfile::TempDir;

const WRITTEN: &str = r#"policy "Hosts" {
    currency CNY
    period   month
}

record {
    host  : text, key
    hours : number in [0, 300]
}

score hours weight 100% {
    >= 120 => 100
    < 120  => 60
}

metric total : points = scores

pay wage { base = 10 CNY * hours }
"#;

/// An empty session and its folder, with a month of data in it.
fn empty() -> (Session, TempDir) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("d.csv"), "host,hours\nH1,120\nH2,80\n").unwrap();
    let session = Session::new(Look { tongue: Tongue::En, ascii: true, colour: false, width: WIDTH });
    (session, folder)
}

fn written(session: &mut Session) {
    assert_eq!(says(session, "policy \"Hosts\" { currency CNY\nperiod month }"), "Changed.");
    assert_eq!(says(session, "record { host : text, key\nhours : number in [0, 300] }"), "Added.");
    assert!(says(session, "score hours weight 100% { >= 120 => 100\n< 120 => 60 }").starts_with("Added."));
    assert!(says(session, "metric total : points = scores").starts_with("Added."));
    assert!(says(session, "pay wage { base = 10 CNY * hours }").starts_with("Added."));
}

#[test]
fn it_takes_data_before_it_has_a_file() {
    let (mut session, folder) = empty();
    let data = format!(":data {}", folder.path().join("d.csv").display());
    assert_eq!(session.line(&data).ending, Ending::Usage, "there is nothing that could read them");
    written(&mut session);
    let told = says(&mut session, &data);
    assert!(told.contains("2 records can be evaluated") && told.contains("wage = 1200 CNY"), "{told}");
    let told = says(&mut session, "hours.1 = >= 80");
    assert!(told.contains("Of 2 records in the data, 1 has other results now."), "{told}");
}

#[test]
fn its_file_is_the_one_that_it_is_saved_in() {
    let (mut session, folder) = empty();
    written(&mut session);
    assert_eq!(says(&mut session, ":save"), "The policy has no file yet; name one, as in :save policy.merit");
    assert_eq!(says(&mut session, ":reload"), "The policy has no file yet; name one, as in :save policy.merit");
    let file = folder.path().join("hosts.merit");
    assert_eq!(says(&mut session, &format!(":save {}", file.display())), format!("Saved {}", file.display()));
    assert_eq!(fs::read_to_string(&file).unwrap(), WRITTEN);
    assert_eq!(session.prompt(), "merit> ");
    says(&mut session, "hours.1 = >= 100");
    assert_eq!(session.prompt(), "merit*> ");
    says(&mut session, ":save");
    let changed = WRITTEN.replace("120", "100");
    assert_eq!(fs::read_to_string(&file).unwrap(), changed);
    // What was changed before there was a file is taken back there too.
    for _ in 0..2 {
        says(&mut session, ":undo");
    }
    says(&mut session, ":save");
    assert!(!fs::read_to_string(&file).unwrap().contains("pay wage"));
    assert!(says(&mut session, ":reload").contains("hosts.merit again"));
}
