#!/usr/bin/env bash
# Two thirds are 0.66666666666 in Arrow, 0.67 in Polars: the one cuts a decimal quotient off, the other rounds it.
#
# Guess: Arrow rounds the last place that it keeps, as its `round` and SQL's division do; two engines over the same buffers agree in the places both have.
# Seen:  PyArrow 26.0.1 divides decimal128(10, 2) by decimal128(10, 2) to decimal128(21, 11) and cuts off towards 0; Polars 2.1.0 keeps 2 places and rounds half to even (1.00 by 8.00 is 0.12).
# Means: a rate of 2/3 is 66.66…% of one and 67% of the other; rounding Arrow's quotient afterwards rounds a value that was cut before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pyarrow==26.0.1 polars==2.1.0
seen=$("$folder/env/bin/python" - <<'PY'
from decimal import Decimal
import polars, pyarrow, pyarrow.compute as compute
kind = pyarrow.decimal128(10, 2)
part = pyarrow.array([Decimal("2.00"), Decimal("-2.00"), Decimal("1.00")], kind)
whole = pyarrow.array([Decimal("3.00"), Decimal("3.00"), Decimal("8.00")], kind)
quotient = compute.divide(part, whole)
print("arrow", quotient.type, *quotient.to_pylist())
frame = polars.from_arrow(pyarrow.table({"part": part, "whole": whole}))
rate = frame.select(polars.col("part") / polars.col("whole"))["part"]
print("polars", rate.dtype, *rate)
PY
)
echo "$seen"
[[ $seen == 'arrow decimal128(21, 11) 0.66666666666 -0.66666666666 0.12500000000
polars Decimal(precision=38, scale=2) 0.67 -0.67 0.12' ]]
