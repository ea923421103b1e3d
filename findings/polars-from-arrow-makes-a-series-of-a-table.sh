#!/usr/bin/env bash
# `polars.from_arrow` makes a frame of a table of pyarrow, and one series of structures of the same table that comes by the Arrow capsule.
#
# Guess: a table is a DataFrame whoever hands it over; its documentation names DataFrame first, and pyarrow's own table has the same capsule.
# Seen:  Polars 2.1.0 gives a DataFrame of a pyarrow.Table; of an object with __arrow_c_stream__ around that table, and of a DuckDB relation, a
#        Series of Struct. `polars.DataFrame(it)` gives the frame of each. A column that the code then asks for by name is no column of a Series.
# Means: what comes by the capsule goes through polars.DataFrame(...), or through .struct.unnest().
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 pyarrow==26.0.1 duckdb==2.0.1
seen=$("$folder/env/bin/python" - <<'PY'
import duckdb
import polars
import pyarrow
table = pyarrow.table({"a": [1, 2], "b": ["x", "y"]})
class Capsule:
    def __arrow_c_stream__(self, requested_schema=None):
        return table.__arrow_c_stream__(requested_schema)
for name, given in [("pyarrow", table), ("capsule", Capsule()), ("duckdb", duckdb.sql("SELECT 1 AS a"))]:
    print(name, type(polars.from_arrow(given)).__name__, type(polars.DataFrame(given)).__name__)
PY
)
echo "$seen"
[[ $seen == 'pyarrow DataFrame DataFrame
capsule Series DataFrame
duckdb Series DataFrame' ]]
