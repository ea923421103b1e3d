use crate::contract::random::Random;

/// What a mutation puts in or swaps.
const PIECES: [&str; 40] = [
    "0",
    "1",
    "-1",
    "9999999999999999999999999999",
    "0.0000000000000000000000000001",
    "100%",
    "元",
    "s",
    "[",
    ")",
    "{",
    "}",
    "missing",
    "any",
    "otherwise",
    "not",
    "when",
    "=>",
    "=",
    "<",
    ">=",
    ",",
    "\n",
    ";",
    "\"",
    "(",
    "/",
    "*",
    "- ",
    "x",
    "if t then 1 else 0",
    " to ",
    "optional",
    "2024-03",
    "2024-02-30",
    "：",
    "　",
    "𠀀",
    "1万亿",
    "scores",
];

/// A text that is nearly the given one: some of its words are dropped, doubled, swapped or replaced.
pub fn of(text: &str, random: &mut Random) -> String {
    let mut words = words(text);
    for _ in 0..=random.below(4) {
        let (at, other) = (random.below(words.len()), random.below(words.len()));
        match random.below(6) {
            0 => words[at].clear(),
            1 => words[at] = words[other].clone(),
            2 => words.swap(at, other),
            3 => words.insert(at, words[other].clone()),
            4 => words.truncate(at.max(1)),
            _ => words[at] = (*random.pick(&PIECES)).to_owned(),
        }
    }
    words.concat()
}

/// Runs of letters and digits, runs of blanks, and single signs.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![];
    let mut kind = None;
    for letter in text.chars() {
        let this = if letter.is_alphanumeric() { 'a' } else { letter };
        match words.last_mut() {
            Some(word) if kind == Some(this) && (this == 'a' || this == ' ') => word.push(letter),
            _ => words.push(letter.to_string()),
        }
        kind = Some(this);
    }
    words
}
