#!/usr/bin/env bash
# A product of two Polars decimals has the scale of its operands, so it is rounded at every step.
#
# Guess: 1.05 * 1.05 of two Decimal(…, 2) is 1.1025, with the scales added as SQL and Arrow do.
# Seen:  Polars 2.1.0 gives 1.10 of type Decimal(38, 2); DuckDB 2.0.1 gives 1.1025 of DECIMAL(18, 4), pyarrow 26.0.1 1.1025 of
#        decimal128(21, 4). 100000 * 1.05 * 1.05 is 110250.00 in Polars, but 1.05 * 1.05 * 100000 is 110000.00.
# Means: a formula of rates gives another amount when its factors change places; cast to a wider scale before the first product.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1
seen=$("$folder/env/bin/python" - <<'PY'
from decimal import Decimal
import duckdb, polars, pyarrow, pyarrow.compute
frame = polars.DataFrame({"base": [Decimal("100000.00")], "rate": [Decimal("1.05")]})
base, rate = frame["base"], frame["rate"]
print("polars", (rate * rate)[0], (rate * rate).dtype)
print("polars", (base * rate * rate)[0], (rate * rate * base)[0])
print("duckdb", *duckdb.sql("SELECT x * x, typeof(x * x) FROM (VALUES (1.05::DECIMAL(10, 2))) AS t(x)").fetchall()[0])
column = pyarrow.array([Decimal("1.05")], pyarrow.decimal128(10, 2))
product = pyarrow.compute.multiply(column, column)
print("pyarrow", product[0], product.type)
PY
)
echo "$seen"
[[ $seen == 'polars 1.10 Decimal(precision=38, scale=2)
polars 110250.00 110000.00
duckdb 1.1025 DECIMAL(18,4)
pyarrow 1.1025 decimal128(21, 4)' ]]
