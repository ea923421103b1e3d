#!/usr/bin/env bash
# The mean of a decimal column is rounded to the decimals of the column, and pandas hands that on.
#
# Guess: the mean of 1.00 and 1.01 is 1.005: a mean of numbers with two decimals needs more than two.
# Seen:  pyarrow 26.0.1 and pandas 3.1.1 over it give 1.01, and of -1.00 and -1.01 -1.01; the same pandas over objects of
#        decimal.Decimal gives 1.005. Means: a team's mean that is compared with 1.005, or multiplied, is a figure that nobody asked to round.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1
seen=$("$folder/env/bin/python" - <<'PY'
from decimal import Decimal
import pandas, pyarrow, pyarrow.compute
marks = [Decimal("1.00"), Decimal("1.01")]
kind = pyarrow.decimal128(10, 2)
print("pyarrow", pyarrow.compute.mean(pyarrow.array(marks, kind)), pyarrow.compute.mean(pyarrow.array([-mark for mark in marks], kind)))
frame = pandas.DataFrame({"team": ["a", "a"], "marks": pandas.Series(marks, dtype=pandas.ArrowDtype(kind))})
print("pandas", frame["marks"].mean(), frame.groupby("team")["marks"].mean().iloc[0])
print("objects", pandas.Series(marks, dtype=object).mean())
PY
)
echo "$seen"
[[ $seen == 'pyarrow 1.01 -1.01
pandas 1.01 1.01
objects 1.005' ]]
