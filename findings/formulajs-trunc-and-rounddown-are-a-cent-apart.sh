#!/usr/bin/env bash
# `TRUNC(8.04, 2)` is 8.03 and `ROUNDDOWN(8.04, 2)` is 8.04 in Formula.js, where both say "cut to two places".
#
# Guess: the two are the same function of two names for every number, as in spreadsheets; both 8.04.
# Seen:  Formula.js 4.6.1: TRUNC gives 8.03, 1.12 for 1.13 and 4.34 for 4.35; ROUNDDOWN leaves all three as they are. Of -2.58 they agree.
# Means: which name a formula uses decides over a cent, for amounts that have nothing to cut.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1 >/dev/null
cat > seen.mjs <<'JS'
import * as sheet from "@formulajs/formulajs";
for (const pay of [8.04, 1.13, 4.35, -2.58]) console.log(pay, sheet.TRUNC(pay, 2), sheet.ROUNDDOWN(pay, 2));
JS
seen=$(node seen.mjs)
echo "$seen"
[[ $seen == '8.04 8.03 8.04
1.13 1.12 1.13
4.35 4.34 4.35
-2.58 -2.58 -2.58' ]]
