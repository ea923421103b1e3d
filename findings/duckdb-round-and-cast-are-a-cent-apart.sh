#!/usr/bin/env bash
# Of one double, round(x, 2) and a cast to DECIMAL(10, 2) are two amounts in DuckDB.
#
# Guess: both go by the double 2.675, which is a little less than 2.675, so both give 2.67; or both by its shortest text, 2.68.
# Seen:  DuckDB 2.0.1 rounds it to 2.67 and casts it to 2.68; 1.005 is 1.00 either way, and the decimal literal 2.675 is 2.68 either way.
# Means: a wage rounded in the query and one rounded by the type of the column it is stored in differ by a cent.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
seen=$("$folder/env/bin/python" - <<'PY'
import duckdb
for value in ["2.675::DOUBLE", "1.005::DOUBLE", "2.675::DECIMAL(10, 3)"]:
    print(value, *duckdb.sql(f"SELECT round({value}, 2)::VARCHAR, ({value})::DECIMAL(10, 2)::VARCHAR").fetchall()[0])
PY
)
echo "$seen"
[[ $seen == '2.675::DOUBLE 2.67 2.68
1.005::DOUBLE 1.0 1.00
2.675::DECIMAL(10, 3) 2.68 2.68' ]]
