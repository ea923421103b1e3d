#!/usr/bin/env bash
# The text 0.125 in a CSV column that is read as DECIMAL(10, 2) becomes three things in three engines.
#
# Guess: all three refuse it, or all three round half away from zero as SQL does, since the caller names the type.
# Seen:  Polars 2.1.0 reads 0.12 (half to even, without a word), DuckDB 2.0.1 reads 0.13 (half away from zero, without a
#        word), pyarrow 26.0.1 refuses the file. 0.135 is 0.14 in both that read it, so a test with one figure hides it.
# Means: a column of rates or wages that is read by the type it should have is off by a cent in one of two engines.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1
printf 'wage\n0.125\n0.135\n' > "$folder/wages.csv"
cd "$folder"
seen=$(env/bin/python - <<'PY'
import duckdb, polars, pyarrow, pyarrow.csv
words = lambda values: " ".join(str(value) for value in values)
print("polars", words(polars.read_csv("wages.csv", schema={"wage": polars.Decimal(10, 2)})["wage"]))
rows = duckdb.sql("SELECT wage FROM read_csv('wages.csv', header = true, columns = {'wage': 'DECIMAL(10, 2)'})").fetchall()
print("duckdb", words(row[0] for row in rows))
options = pyarrow.csv.ConvertOptions(column_types={"wage": pyarrow.decimal128(10, 2)})
try:
    print("pyarrow", pyarrow.csv.read_csv("wages.csv", convert_options=options)["wage"].to_pylist())
except pyarrow.ArrowInvalid as told:
    print("pyarrow refuses:", "data loss" in str(told))
PY
)
echo "$seen"
[[ $seen == 'polars 0.12 0.14
duckdb 0.13 0.14
pyarrow refuses: True' ]]
