#!/usr/bin/env bash
# With Windows line ends, csv-stringify writes a note of two lines without quotes, and the row falls apart.
#
# Guess: the option changes the ends of the records only; a field with a line break stands in quotes, as it does without the option.
# Seen:  csv-stringify 6.9.0 quotes "late\ntwice" by default and leaves it bare with recordDelimiter windows, since it looks
#        for \r\n alone; csv-parse 7.0.3 of the same house and the csv module of Python each read three records for two.
# Means: who adds the option for Excel splits the record of whoever has a line break in a text, and the figures behind it are lost.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit csv-stringify@6.9.0 csv-parse@7.0.3 > /dev/null
cat > write.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
const rows = [["A01", "late\ntwice", 300], ["A02", "", 500]];
const written = stringify(rows, { recordDelimiter: "windows" });
writeFileSync("notes.csv", written);
console.log(JSON.stringify(stringify(rows)));
console.log(JSON.stringify(written));
console.log("csv-parse", parse(written, { relax_column_count: true }).length);
JS
seen=$(node write.mjs; python3 -c 'import csv; print("python", len(list(csv.reader(open("notes.csv", newline="")))))')
echo "$seen"
[[ $seen == '"A01,\"late\ntwice\",300\nA02,,500\n"
"A01,late\ntwice,300\r\nA02,,500\r\n"
csv-parse 3
python 3' ]]
