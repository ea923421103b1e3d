//! What stands for something that the policy or the data do not write.

use merit::compile::compile;
use merit::explain::Source;
use merit::io::DataSource;
use merit::ir::Value;
use merit::source::SourceFile;

use super::constructs::told;
use super::{Beside, explained};

/// `E when C` is 0 where C does not hold, and writes no 0.
#[test]
fn the_other_way_of_when() {
    let of = told("record { id : text, key; a : count in [0, 9] }\nmetric m : number = a * 2 when a > 3", "a = 3");
    let branch = &of.worked("m").branches[0];
    assert_eq!((&*branch.on, &branch.was, &*branch.taken), ("a > 3", &Value::Bool(false), ""));
}

/// Nothing counts, so there is no total: it is not 0.
#[test]
fn a_total_of_nothing() {
    let of = told(
        "record { id : text, key; a : count, optional }
         section s weight 100% { score a weight 100% { missing => exempt; any => 50 } }
         metric m : points, decimals 1 = scores otherwise 60
         metric n : points, decimals 1 = s.points otherwise 7",
        "",
    );
    for (name, on, taken) in [("m", "scores", "60"), ("n", "s.points", "7")] {
        let branch = &of.worked(name).branches[0];
        assert_eq!((&*branch.on, &branch.was, &*branch.taken), (on, &Value::Missing, taken));
    }
}

const SHOPS: &str = "policy \"p\" { currency CNY }
record { id : text, key; shop : text, default \"east\" }
lookup shops { shop : text, key; rate : percent(%), optional; need : count, default 4 }
metric m : percent = shops.rate otherwise 0%
metric n : count = shops.need
";

/// What is not in the row is not in a cell, though the row is there; what was looked for is in the record.
#[test]
fn where_the_values_of_a_lookup_stand() {
    let compiled = compile(SourceFile::new("p.merit", SHOPS), &[]);
    assert!(compiled.accepted(), "{:?}", compiled.diagnostics);
    let rows = DataSource::new("shops.csv", "shop,rate,need\nnorth,5,4\nsouth,,\n");
    let beside = Beside { with: vec![("shops", rows)], history: vec![] };
    let mut seen = vec![];
    let sheet = DataSource::new("p.csv", "id,shop\na,north\nb,south\nc,west\nd,\n");
    explained(&[compiled], sheet, &beside, &mut |_, _, told| {
        let [lookup] = told.lookups.as_slice() else { panic!() };
        let sources = lookup.fields.iter().map(|field| match &field.source {
            Source::Cell(cell) => format!("{} {}", cell.file, cell.name.unwrap()),
            other => format!("{other:?}"),
        });
        seen.push(sources.collect::<Vec<_>>().join(", "));
    });
    assert_eq!(
        seen,
        [
            "shops.csv A2, shops.csv B2, shops.csv C2",
            "shops.csv A3, Missing, Default",
            "p.csv B4, Missing, Default",
            "Default, Missing, Default"
        ]
    );
}
