#!/usr/bin/env bash
# In feelin, a FEEL interpreter of DMN tables, 1e3 is 1 and 1.5e2 is 150: the exponent counts only after a decimal point.
#
# Guess: 1.5e2 is read as 150, so 1e3 is 1000; an interpreter that knows no exponents refuses both.
# Seen:  feelin 8.2.0 gives 1 for 1e3, 1e-2 and 1E3, adds and compares with that, and warns of nothing. 1.0e3 is 1000, and number("1e3") is 1000.
# Means: a bound that a generator or a spreadsheet wrote as 1e4 is passed by everybody with at least 1; write whole numbers out, or with a decimal point.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund feelin@8.2.0 >/dev/null
cat >seen.mjs <<'JS'
import { evaluate, unaryTest } from "feelin";

for (const text of ["1e3", "1E3", "1e-2", "1.0e3", "1.5e2", 'number("1e3")', "1e3 + 1", "sales >= 1e4"]) {
    const { value, warnings } = evaluate(text, { sales: 5 });
    console.log(text, "=", value, "warnings", warnings.length);
}
console.log("5 in the cell >= 1e4:", unaryTest(">= 1e4", { "?": 5 }).value);
JS
seen=$(node seen.mjs)
echo "$seen"
[[ $seen == '1e3 = 1 warnings 0
1E3 = 1 warnings 0
1e-2 = 1 warnings 0
1.0e3 = 1000 warnings 0
1.5e2 = 150 warnings 0
number("1e3") = 1000 warnings 0
1e3 + 1 = 2 warnings 0
sales >= 1e4 = true warnings 0
5 in the cell >= 1e4: true' ]]
