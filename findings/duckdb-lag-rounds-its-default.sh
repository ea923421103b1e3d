#!/usr/bin/env bash
# `lag(score, 1, 1.25)` rounds its default to the scale of the column, where `coalesce(lag(score), 1.25)` widens the column.
#
# Guess: both spell "the row before, else 1.25" and give the same value and type, as `coalesce`, `greatest`, `CASE` and `UNION` all widen.
# Seen:  DuckDB 2.0.1 casts the default of `lag` and `lead` to the column: of DECIMAL(5,1), 1.25 is 1.3 and 0.96 is 1.0, half up; the type stays DECIMAL(5,1).
# Means: a first month compared with a default of two places is compared with another figure, and a rise of 0.05 is told where there is none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
seen=$("$folder/env/bin/python" - <<'PY'
import duckdb
query = """
select lag(score, 1, {0}) over months, lead(score, 5, {0}) over months, coalesce(lag(score) over months, {0}),
       typeof(lag(score, 1, {0}) over months), typeof(coalesce(lag(score) over months, {0}))
from (values (1, 1.5::decimal(5, 1)), (2, 2.5)) team(month, score) window months as (order by month) order by month limit 1"""
for default in ["1.25", "0.96"]:
    print(default, *duckdb.execute(query.format(default)).fetchone())
PY
)
echo "$seen"
[[ $seen == '1.25 1.3 1.3 1.25 DECIMAL(5,1) DECIMAL(6,2)
0.96 1.0 1.0 0.96 DECIMAL(5,1) DECIMAL(6,2)' ]]
