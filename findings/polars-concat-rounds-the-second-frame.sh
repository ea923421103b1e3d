#!/usr/bin/env bash
# `polars.concat` of two frames rounds the second one's decimals to the first one's scale; the way that is called relaxed keeps them.
#
# Guess: how="vertical", which refuses Int64 under Int32, refuses Decimal(38, 3) under Decimal(38, 2) too; "vertical_relaxed" may lose something.
# Seen:  Polars 2.1.0 puts 1.255 and 1.245 below 1.25 as 1.26 and 1.24 by "vertical", `append` and `extend`, half-even and without a word;
#        by "vertical_relaxed" as 1.255 and 1.245. Int64 below Int32 is a SchemaError by "vertical".
# Means: months read one by one and put together are rounded where the first of them happened to have fewer places; use "vertical_relaxed", or give the schema.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
seen=$("$folder/env/bin/python" - <<'PY'
from decimal import Decimal
import polars
first = polars.DataFrame({"x": [Decimal("1.25")]})
second = polars.DataFrame({"x": [Decimal("1.255"), Decimal("1.245")]})
for how in ["vertical", "vertical_relaxed"]:
    x = polars.concat([first, second], how=how)["x"]
    print(how, *x, x.dtype)
print("append", *first["x"].clone().append(second["x"]))
print("extend", *first["x"].clone().extend(second["x"]))
try:
    narrow = polars.DataFrame({"x": [1]}, schema={"x": polars.Int32})
    print(polars.concat([narrow, polars.DataFrame({"x": [1]})], how="vertical"))
except polars.exceptions.SchemaError:
    print("Int64 below Int32: SchemaError")
PY
)
echo "$seen"
[[ $seen == 'vertical 1.25 1.26 1.24 Decimal(precision=38, scale=2)
vertical_relaxed 1.250 1.255 1.245 Decimal(precision=38, scale=3)
append 1.25 1.26 1.24
extend 1.25 1.26 1.24
Int64 below Int32: SchemaError' ]]
