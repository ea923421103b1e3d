#!/usr/bin/env bash
# Polars rounds the bounds of `clip` to the scale of the column, so what comes out can lie outside them.
#
# Guess: a factor held between 0.875 and 1.245 is never above 1.245 nor below 0.875; with another scale the column is widened, as by `min_horizontal`.
# Seen:  Polars 2.1.0 keeps Decimal(38, 2): 1.20 clipped to at least 1.245 is 1.24, and 0.50 clipped to at most 0.335 is 0.34, past the bound both times.
#        `max_horizontal` and `min_horizontal` with the same literals give 1.245 and 0.335 of scale 3. The bounds are rounded half-even: 1.245 to 1.24, 1.255 to 1.26.
# Means: a floor or cap of a multiplier with one decimal place more than the column is not kept to; cast the column to the wider scale first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
seen=$("$folder/env/bin/python" - <<'PY'
from decimal import Decimal
import polars
frame = polars.DataFrame({"factor": [Decimal("1.20"), Decimal("0.50")]})
factor, low, high = polars.col("factor"), Decimal("1.245"), Decimal("0.335")
told = frame.select(
    at_least=factor.clip(lower_bound=low), at_most=factor.clip(upper_bound=high),
    max=polars.max_horizontal(factor, polars.lit(low)), min=polars.min_horizontal(factor, polars.lit(high)),
)
for name in told.columns:
    print(name, *told[name], told[name].dtype)
print(*frame.select(factor.clip(lower_bound=Decimal("1.255")))["factor"])
print((told["at_least"] >= low).all(), (told["at_most"] <= high).all())
PY
)
echo "$seen"
[[ $seen == 'at_least 1.24 1.24 Decimal(precision=38, scale=2)
at_most 0.34 0.34 Decimal(precision=38, scale=2)
max 1.245 1.245 Decimal(precision=38, scale=3)
min 0.335 0.335 Decimal(precision=38, scale=3)
1.26 1.26
False False' ]]
