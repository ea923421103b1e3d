//! Pages in a real Chromium, which `cargo test` alone does not open.

use std::path::Path;
use std::process::Command;

#[test]
#[ignore = "opens a browser: cargo build && tests/browser/run target/debug/merit"]
fn pages_are_sound_in_a_browser() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/run");
    let told = Command::new(script).arg(env!("CARGO_BIN_EXE_merit")).output().unwrap();
    assert!(
        told.status.success(),
        "{}{}",
        String::from_utf8_lossy(&told.stdout),
        String::from_utf8_lossy(&told.stderr)
    );
}
