#!/usr/bin/env bash
# `=INT(-2.1)` is -2 in HyperFormula and -3 in every spreadsheet; beside `MOD`, which does go down, the parts no longer make up the number.
#
# Guess: Excel's INT, which goes down: -3 for -2.1, -1 for -0.5; and INT(x/n)*n + MOD(x, n) is x.
# Seen:  HyperFormula 3.5.0 cuts off towards 0 in INT, as in TRUNC, while its MOD takes the sign of the divisor: of -7 in threes it makes -2 and 2, which is -4.
# Means: a pay sheet that takes INT of a deduction, or hours and minutes of a negative time by INT and MOD, gives other money in a page with this engine than in the workbook it was loaded from.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0 >/dev/null
cat > seen.mjs <<'JS'
import { HyperFormula } from "hyperformula";
const formulas = ["INT(-2.1)", "INT(-0.5)", "INT(2.9)", "TRUNC(-2.1)", "MOD(-7,3)", "INT(-7/3)*3+MOD(-7,3)"];
const sheet = HyperFormula.buildFromArray([formulas.map((text) => "=" + text)], { licenseKey: "gpl-v3" });
sheet.getSheetValues(0)[0].forEach((value, at) => console.log(formulas[at], String(value)));
JS
seen=$(node seen.mjs)
echo "$seen"
[[ $seen == 'INT(-2.1) -2
INT(-0.5) 0
INT(2.9) 2
TRUNC(-2.1) -2
MOD(-7,3) 2
INT(-7/3)*3+MOD(-7,3) -4' ]]
