#!/usr/bin/env bash
# `years and months duration` of feelin, a FEEL interpreter of DMN tables, counts a month that is not over yet, and leaves days in the answer.
#
# Guess: whole months between two dates, as the name of the function says: from 15 January to 14 March it is P1M, from 15 January to 15 March P2M.
# Seen:  feelin 8.2.0 says P2M from 15 January to 14 March 2024, P2M1D from 1 February to 30 March 2024, and P29D from 31 January to 29 February. From 15 January to 14 February it says P30D.
#        Of the 6,480 pairs of a 1st, 15th, 28th, 30th or 31st of 2024 with each of the 120 days after it 145 have a month too many, and none one too few.
# Means: a rise in pay "after two full months" comes a day or two early for some dates of entry and not for others; count months from the parts of the dates.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund feelin@8.2.0 >/dev/null
cat >seen.mjs <<'JS'
import { evaluate } from "feelin";

const between = (from, to) => evaluate(`years and months duration(date("${from}"), date("${to}"))`).value;
for (const [from, to] of [["2024-01-15", "2024-02-14"], ["2024-01-15", "2024-03-14"], ["2024-01-15", "2024-03-15"], ["2024-02-01", "2024-03-30"], ["2024-01-31", "2024-02-29"]])
    console.log(from, to, String(between(from, to)));

const text = (date) => date.toISOString().slice(0, 10);
let pairs = 0, more = 0, fewer = 0;
for (let month = 0; month < 12; month++) for (const day of [1, 15, 28, 30, 31]) {
    const from = new Date(Date.UTC(2024, month, day));
    if (from.getUTCMonth() !== month) continue;
    for (let days = 1; days <= 120; days++) {
        const to = new Date(from.getTime() + days * 86400000);
        const months = (to.getUTCFullYear() - 2024) * 12 + to.getUTCMonth() - month - (to.getUTCDate() < day ? 1 : 0);
        const said = between(text(from), text(to));
        pairs++;
        if (said.years * 12 + said.months > months) more++;
        if (said.years * 12 + said.months < months) fewer++;
    }
}
console.log(pairs, "pairs,", more, "with a month more,", fewer, "with one fewer");
JS
seen=$(node seen.mjs)
echo "$seen"
[[ $seen == '2024-01-15 2024-02-14 P30D
2024-01-15 2024-03-14 P2M
2024-01-15 2024-03-15 P2M
2024-02-01 2024-03-30 P2M1D
2024-01-31 2024-02-29 P29D
6480 pairs, 145 with a month more, 0 with one fewer' ]]
