#!/usr/bin/env bash
# `COUNTIF(staff, "desk*")` of Formula.js is 0 where three begin so, though its `MATCH` and `VLOOKUP` do take the asterisk.
#
# Guess: `*` and `?` stand for any characters in criteria, as in every spreadsheet and as in MATCH of the same package; or there is an error.
# Seen:  Formula.js 4.6.1 compares the whole text with the asterisk: COUNTIF, COUNTIFS, SUMIF, SUMIFS and even AVERAGEIFS, which divides by none, give 0 without a word. MATCH finds position 2.
# Means: head counts and sums of a team are nothing, and an average that should be an error looks like a score of zero.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1 >/dev/null
cat > seen.mjs <<'JS'
import * as sheet from "@formulajs/formulajs";
const staff = ["store 1", "desk 1", "desk 2", "desk 3"], pay = [1, 2, 4, 8];
console.log("wildcard", sheet.COUNTIF(staff, "desk*"), sheet.COUNTIFS(staff, "desk*"), sheet.SUMIF(staff, "desk*", pay), sheet.SUMIFS(pay, staff, "desk*"), sheet.AVERAGEIFS(pay, staff, "desk*"));
console.log("whole text", sheet.COUNTIF(staff, "desk 1"), sheet.SUMIF(staff, "desk 1", pay), sheet.AVERAGEIFS(pay, staff, "desk 1"));
console.log("match", sheet.MATCH("desk*", staff, 0));
JS
seen=$(node seen.mjs)
echo "$seen"
[[ $seen == 'wildcard 0 0 0 0 0
whole text 1 2 2
match 2' ]]
