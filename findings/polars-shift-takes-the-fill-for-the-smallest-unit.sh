#!/usr/bin/env bash
# `shift` of a Polars decimal column fills with the digits of the fill value's whole part: 7 becomes 0.7, and 1.25 becomes 0.01.
#
# Guess: the first row of a column shifted by one holds the fill value, widened as by `fill_null`: 7.0 of Decimal(38, 1), 1.25 of Decimal(38, 2).
# Seen:  Polars 2.1.0 cuts the fill to an integer and takes it for a number of the smallest unit: 7 is 0.7, 100 is 10.0, 1.25 is 0.01 (the scale is widened rightly), 0.99 is 0.00.
#        `Series.shift` and `over` do the same. The same query from a lazy frame gives 7.0 and 1.25.
# Means: "last month, or 100 where there is none" gives 10 for whoever is new; use `shift` without a fill and `fill_null`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
seen=$("$folder/env/bin/python" - <<'PY'
from decimal import Decimal
import polars
frame = polars.DataFrame({"score": [Decimal("1.5"), Decimal("2.5")]})
score = polars.col("score")
for fill in [7, Decimal("100"), Decimal("1.25"), Decimal("0.99")]:
    told = frame.select(shift=score.shift(1, fill_value=fill), then=score.shift(1).fill_null(fill))
    print(fill, told["shift"][0], told["shift"].dtype, told["then"][0], frame["score"].shift(1, fill_value=fill)[0])
lazy = frame.lazy().select(whole=score.shift(1, fill_value=7), places=score.shift(1, fill_value=Decimal("1.25")))
print(*lazy.collect().row(0))
PY
)
echo "$seen"
[[ $seen == '7 0.7 Decimal(precision=38, scale=1) 7.0 0.7
100 10.0 Decimal(precision=38, scale=1) 100.0 10.0
1.25 0.01 Decimal(precision=38, scale=2) 1.25 0.01
0.99 0.00 Decimal(precision=38, scale=2) 0.99 0.00
7.0 1.25' ]]
