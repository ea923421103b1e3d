#!/usr/bin/env bash
# `format('{:.2f}', pay)` of a DECIMAL is a cent below `round(pay, 2)`, though both are given exact decimals.
#
# Guess: a DECIMAL(12,3) of 1.005 is exact, so that its text with two places is 1.01 as by `round`, or at least half-even, 1.00, for all alike.
# Seen:  DuckDB 2.0.1 makes a double of it first: 1.005 is printed 1.00 and 2.675 is 2.67, but 0.375 is 0.38 and 0.625 is 0.62; of 20 digits the last ones are lost too.
#        `printf` is the same; `round` and a cast to DECIMAL(12,2) go up every time; `::varchar` keeps each digit.
# Means: the text on a pay slip and the figure that is paid differ; round first and print the rounded decimal by `::varchar`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
seen=$("$folder/env/bin/python" - <<'PY'
import duckdb
for figure in ["1.005", "2.675", "0.375", "0.625", "12345678901234567.895"]:
    pay = f"{figure}::decimal(20, 3)"
    print(figure, *duckdb.execute(f"select format('{{:.2f}}', {pay}), printf('%.2f', {pay}), round({pay}, 2), {pay}::decimal(20, 2), {pay}::varchar").fetchone())
PY
)
echo "$seen"
[[ $seen == '1.005 1.00 1.00 1.01 1.01 1.005
2.675 2.67 2.67 2.68 2.68 2.675
0.375 0.38 0.38 0.38 0.38 0.375
0.625 0.62 0.62 0.63 0.63 0.625
12345678901234567.895 12345678901234568.00 12345678901234568.00 12345678901234567.90 12345678901234567.90 12345678901234567.895' ]]
