//! `merit repl` with lines on the command line and from standard input, and how it ends.

use super::{DATA, POLICY, Shop};

fn shop() -> Shop {
    Shop::new().file("p.merit", POLICY).file("d.csv", DATA)
}

#[test]
fn lines_of_a_command_end_as_the_first_that_did_not_end_well() {
    let run = |lines: &[&str]| {
        let mut arguments = vec!["repl", "p.merit", "--data", "d.csv", "--lang", "zh"];
        lines.iter().for_each(|line| arguments.extend(["-c", line]));
        shop().run(&arguments)
    };
    let told = run(&[":record A02", ":why"]).ends(0);
    assert!(told.out.contains("A02") && !told.err.contains(":help"), "{}", told.out);
    run(&["1 + 1"]).ends(0);
    let told = run(&[":record 无", "1 + 甲", "1 + 1"]).ends(2);
    assert!(told.out.ends_with("2\n"), "all lines are done: {}", told.out);
    run(&["1 + 甲", ":record 无"]).ends(1);
    let told = run(&[":quit", "1 + 甲"]).ends(0);
    assert_eq!(told.out, "A01> :quit\n");
    // Of several each answer stands below its line, as in a session; a single answer stands alone.
    let told = run(&["1 + 1", ":record A02", "2 + 2"]).ends(0);
    assert!(told.out.starts_with("A01> 1 + 1\n2\nA01> :record A02\n"), "{}", told.out);
    assert!(told.out.ends_with("A02> 2 + 2\n4\n"), "{}", told.out);
    assert_eq!(run(&["1 + 1"]).ends(0).out, "2\n");
    shop().run(&["repl", "none.merit", "-c", "1 + 1"]).ends(2);
}

/// What is no text is told, and what waits for more when the pipe ends is answered: no line is lost without a word.
#[test]
fn each_line_of_a_pipe_is_answered() {
    let run = |input: &[u8]| shop().run_with(&["repl", "p.merit", "--data", "d.csv", "--lang", "zh"], input);
    let told = run(b"1 + 1\n\xff\xfe\r\n2 + 2\n").ends(1);
    assert!(told.out.starts_with("2\n") && told.out.contains("E01") && told.out.ends_with("4\n"), "{}", told.out);
    let told = run(b"1 + 1\n3 +").ends(1);
    assert!(told.out.starts_with("2\n") && told.out.contains("E01"), "{}", told.out);
}
