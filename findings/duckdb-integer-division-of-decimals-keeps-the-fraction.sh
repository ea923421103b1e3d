#!/usr/bin/env bash
# In DuckDB 7 // 2 is 3, and 7.00 // 2 is 3.5: the operator for integer division divides decimals as a whole, into DOUBLE.
#
# Guess: `//` gives whole numbers of any type, as in Python, whose sign it has: 3, or 3.00 as a decimal.
# Seen:  DuckDB 2.0.1 divides whole only where both sides are integers (and then cuts off: -7 // 2 is -3); with a DECIMAL or DOUBLE on either side `//` is `/`. `%` of the same decimals is exact, so `a // b * b + a % b` is not `a`.
# Means: "so much for every full thousand", `sales // 1000 * 5`, is right while sales are integers and pays for parts of a thousand, in binary floats, once the column is DECIMAL(12, 2).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
seen=$("$folder/env/bin/python" - <<'PY'
import duckdb
for text in ["7 // 2", "-7 // 2", "7.00 // 2", "7 // 2.00", "7.00 % 2", "7.00 // 2 * 2 + 7.00 % 2", "2500.00 // 1000 * 5"]:
    print(text, "=", *duckdb.sql(f"SELECT {text}, typeof({text})").fetchall()[0])
PY
)
echo "$seen"
[[ $seen == '7 // 2 = 3 INTEGER
-7 // 2 = -3 INTEGER
7.00 // 2 = 3.5 DOUBLE
7 // 2.00 = 3.5 DOUBLE
7.00 % 2 = 1.00 DECIMAL(12,2)
7.00 // 2 * 2 + 7.00 % 2 = 8.0 DOUBLE
2500.00 // 1000 * 5 = 12.5 DOUBLE' ]]
