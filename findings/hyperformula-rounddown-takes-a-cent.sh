#!/usr/bin/env bash
# `=ROUNDDOWN(8.04,2)` is 8.03 in HyperFormula: an amount of whole cents, cut to cents, loses one.
#
# Guess: 8.04, as in every spreadsheet, the more so as HyperFormula mends sums and comparisons by design: 0.1+0.2=0.3 is TRUE here.
# Seen:  HyperFormula 3.5.0 gives 8.03, by TRUNC too; 1.13 is 1.12 and 4.35 is 4.34. FLOOR(0.7,0.1) is 0.6. CEILING, ROUND and ROUNDUP of the same amounts leave them as they are.
# Means: pay that is cut to the cent in such a page is a cent below the workbook it was loaded from, for some amounts and not for others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0 >/dev/null
cat > seen.mjs <<'JS'
import { HyperFormula } from "hyperformula";
const rows = [8.04, 1.13, 4.35, 2.5].map((pay) => [`=ROUNDDOWN(${pay},2)`, `=TRUNC(${pay},2)`, `=ROUNDUP(${pay},2)`, `=ROUND(${pay},2)`]);
rows.push(["=FLOOR(0.7,0.1)", "=CEILING(0.7,0.1)", "=0.1+0.2=0.3"]);
for (const row of HyperFormula.buildFromArray(rows, { licenseKey: "gpl-v3" }).getSheetValues(0)) console.log(row.join(" ").trim());
JS
seen=$(node seen.mjs)
echo "$seen"
[[ $seen == '8.03 8.03 8.04 8.04
1.12 1.12 1.13 1.13
4.34 4.34 4.35 4.35
2.5 2.5 2.5 2.5
0.6 0.7 true' ]]
