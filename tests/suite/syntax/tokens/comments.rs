//! What comments belong to.

use merit::syntax::tokens::{Belongs, allowed};

use super::read;

/// Each comment, and the token that it belongs to.
fn belongings(text: &str) -> Vec<(String, String)> {
    let (source, found) = read(text);
    let word = |token: usize| source.slice(found.list[token].span).to_owned();
    let of = |belongs| match belongs {
        Belongs::Leading(of) => format!("above {}", word(of)),
        Belongs::Trailing(of) => format!("behind {}", word(of)),
        Belongs::Dangling(Some(of)) => {
            let line = source.place(found.list[of].span.range().start).line;
            format!("in {} of line {line}", word(of))
        }
        Belongs::Dangling(None) => "alone".to_owned(),
    };
    let comments = found.comments.iter();
    comments.map(|comment| (word(comment.token), of(comment.belongs))).collect()
}

#[test]
fn comments_belong_where_they_stand() {
    let cases: &[(&str, &[&str])] = &[
        ("# a\nlet x = 1\n", &["above let"]),
        ("# a\r\n\r\nlet x = 1\r\n", &["alone"]),
        ("# a\n\n# b\n# c\nlet x = 1\n", &["alone", "above let", "above let"]),
        ("# a\n  \t\nlet x = 1\n", &["alone"]),
        ("let x = 1 # a\n# b\nlet y = 2\n", &["behind 1", "above let"]),
        ("let x = 1; # a\n", &["behind ;"]),
        ("let x = 1\n# a\n", &["alone"]),
        ("let x = 1\n# a", &["alone"]),
        (
            "record { # a\n  # b\n  x : number # c\n  # d\n}\n# e\n",
            &["behind {", "above x", "behind number", "in { of line 1", "alone"],
        ),
        ("record {\n  # b\n\n  x : number\n}\n", &["in { of line 1"]),
        ("record {\n  # b\n}\nlet y = 1\n", &["in { of line 1"]),
        ("let x = max(\n  # a\n  1, # b\n  2\n  # c\n)\n", &["above 1", "behind ,", "in ( of line 1"]),
        ("let x = 1 # a\n  + 2 # b\n", &["behind 1", "behind 2"]),
        ("let x = 1\n  # a\n  + 2\n", &["above +"]),
        ("let x =\n  # a\n  2\n", &["above 2"]),
        ("＃ 全角\nlet x = 1　＃ 全角\n", &["above let", "behind 1"]),
        ("let x = \"# no\" # a\n", &["behind \"# no\""]),
        ("# a\nmetric broken\nlet x = 1\n", &["above metric"]),
        ("metric broken # a\nlet x = 1\n", &["behind broken"]),
        // What other languages write is an error, and a comment all the same.
        ("// a\nlet x = 1 /* b */\n", &["above let", "behind 1"]),
        ("/* a\n b */\nlet x = 1\n", &["above let"]),
        ("-- a\nlet x = 1\n", &["above let"]),
        // A block that is not closed ends with what it has; a bracket that closes nothing closes nothing.
        ("record {\n  x : number\n  # a\n", &["alone"]),
        ("record {\n  # a\n\n  x : number\n", &["in { of line 1"]),
        ("}\nrecord {\n  x : number\n  # a\n}\n", &["in { of line 2"]),
        ("table t by x -> v : money\n  any => 1 CNY\n  # a\n\nlet y = 1\n", &["alone"]),
    ];
    for (text, expected) in cases {
        let got: Vec<String> = belongings(text).into_iter().map(|(_, of)| of).collect();
        assert_eq!(got, *expected, "{text}");
    }
}

#[test]
fn a_comment_is_its_words_without_the_blanks_behind() {
    let comments: Vec<String> =
        belongings("# a  \r\nlet x = 1 /* b\r\n c */ \n").into_iter().map(|(text, _)| text).collect();
    assert_eq!(comments, ["# a", "/* b\r\n c */"]);
}

#[test]
fn codes_are_found_in_comments_that_allow() {
    let read = |text: &'static str| {
        allowed(text)
            .map(|allowed| (allowed.codes.into_iter().map(|code| &text[code]).collect(), &text[allowed.reason..]))
    };
    assert_eq!(read("# allow: W0501 as agreed"), Some((vec!["W0501"], "as agreed")));
    assert_eq!(read("＃允许：W0501、w0502，原因"), Some((vec!["W0501", "w0502"], "原因")));
    assert_eq!(read("# allow: nothing"), Some((vec![], "nothing")));
    assert_eq!(read("# allow : W0501"), Some((vec!["W0501"], "")));
    assert_eq!(read("# allowed W0501"), None);
    assert_eq!(read("// allow: W0501"), None);
    let (_, found) = super::read("# note\nlet x = 1 # allow: W0101 why\n");
    let allowed: Vec<bool> = found.comments.iter().map(|comment| comment.allowed.is_some()).collect();
    assert_eq!(allowed, [false, true]);
}
