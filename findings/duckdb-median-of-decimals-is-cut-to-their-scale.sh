#!/usr/bin/env bash
# The median of 1.00 and 1.01 is 1.00 in DuckDB, and of -1.00 and -1.01 it is -1.00.
#
# Guess: 1.005, as a DOUBLE or a wider DECIMAL: `avg` of the same column gives a DOUBLE, the median of integers does, and `round` goes half up.
# Seen:  DuckDB 2.0.1 gives `median` and `quantile_cont` of a DECIMAL(p, s) as DECIMAL(p, s); what lies between two values is cut off towards 0, not rounded: a ninth decile of 1.794 is 1.79.
# Means: a middle or a decile of wages is up to a cent nearer to 0 than the same column as DOUBLE says, and the middle of scores with one decimal up to a tenth.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
seen=$("$folder/env/bin/python" - <<'PY'
import duckdb
pay = "(values (1.00::decimal(10, 2)), (1.01)) t(x)"
print(*duckdb.sql(f"select median(x), typeof(median(x)), median(-x), avg(x) from {pay}").fetchall()[0])
print(*duckdb.sql("select quantile_cont(x, 0.9), quantile_cont(x::double, 0.9) from (values (1.00::decimal(10, 2)), (1.01), (1.99)) t(x)").fetchall()[0])
print(*duckdb.sql("select median(x), typeof(median(x)) from (values (1), (2)) t(x)").fetchall()[0])
PY
)
echo "$seen"
[[ $seen == '1.00 DECIMAL(10,2) -1.00 1.005
1.79 1.794
1.5 DOUBLE' ]]
