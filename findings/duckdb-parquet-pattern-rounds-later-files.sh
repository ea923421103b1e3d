#!/usr/bin/env bash
# DuckDB reads several Parquet files by the first one's type: a later month with another decimal place is rounded, and no word is said.
#
# Guess: files whose columns are DECIMAL(10, 2) and DECIMAL(10, 3) are read as DECIMAL(11, 3), as UNION ALL does, or refused, as Polars and pyarrow do.
# Seen:  DuckDB 2.0.1 gives 1.255 and 1.245 of the second file as 1.26 and 1.25 of DECIMAL(10, 2); the other way round, or with union_by_name = true, they stay.
#        Polars 2.1.0 raises SchemaError, pyarrow 26.0.1 ArrowInvalid. A filter looks at the rounded value: nothing in the second file is 1.26, and `x = 1.26` finds it.
# Means: a rate on the bound of a band changes its band with the name of the file that comes first; read with union_by_name, or one file at a time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 pyarrow==26.0.1
seen=$(cd "$folder" && env/bin/python - <<'PY'
import duckdb, polars, pyarrow.dataset
duckdb.sql("COPY (SELECT 1.25::DECIMAL(10, 2) AS x) TO 'month-01.parquet'")
duckdb.sql("COPY (SELECT unnest([1.255, 1.245]::DECIMAL(10, 3)[]) AS x) TO 'month-02.parquet'")

def duck(source):
    rows = duckdb.sql(f"SELECT x, typeof(x) FROM {source}").fetchall()
    print("duckdb", source, *[row[0] for row in rows], rows[0][1])

duck("'month-*.parquet'")
duck("read_parquet(['month-02.parquet', 'month-01.parquet'])")
duck("read_parquet('month-*.parquet', union_by_name = true)")
for source in ["month-*.parquet", "month-02.parquet"]:
    print("x = 1.26 in", source, duckdb.sql(f"SELECT count(*) FROM '{source}' WHERE x = 1.26").fetchall()[0][0])
try:
    print("polars", polars.read_parquet("month-*.parquet"))
except polars.exceptions.SchemaError:
    print("polars SchemaError")
try:
    print("pyarrow", pyarrow.dataset.dataset(["month-01.parquet", "month-02.parquet"]).to_table())
except pyarrow.ArrowInvalid:
    print("pyarrow ArrowInvalid")
PY
)
echo "$seen"
[[ $seen == "duckdb 'month-*.parquet' 1.25 1.26 1.25 DECIMAL(10,2)
duckdb read_parquet(['month-02.parquet', 'month-01.parquet']) 1.255 1.245 1.250 DECIMAL(10,3)
duckdb read_parquet('month-*.parquet', union_by_name = true) 1.250 1.255 1.245 DECIMAL(11,3)
x = 1.26 in month-*.parquet 1
x = 1.26 in month-02.parquet 0
polars SchemaError
pyarrow ArrowInvalid" ]]
