#!/usr/bin/env bash
# The same column of decimals, rounded and divided in Polars SQL and in Polars expressions, gives other figures.
#
# Guess: `pl.sql` is a second way to write the same expressions, so that ROUND(score, 0) is `score.round(0)` and score / 3 is `score / 3`.
# Seen:  Polars 2.1.0 rounds half away from zero in SQL and half to even in expressions: 2.5 is 3.0 and 2.0.
#        A quotient by a whole number has six places more than the column in SQL and the places of the column in an expression: 2.5 / 3 is 0.8333333 and 0.8.
# Means: a pay formula that is moved from a query to a script pays other cents, on the same engine and the same data.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
seen=$("$folder/env/bin/python" - <<'PY'
from decimal import Decimal
import polars
team = polars.DataFrame({"score": [Decimal("2.5"), Decimal("-0.5")]})
score = polars.col("score")
for told in [
    polars.sql("select round(score, 0) as whole, score / 3 as third from team", eager=True),
    team.select(whole=score.round(0), third=score / 3),
]:
    print(*told["whole"], told["whole"].dtype, *told["third"], told["third"].dtype)
PY
)
echo "$seen"
[[ $seen == '3.0 -1.0 Decimal(precision=38, scale=1) 0.8333333 -0.1666667 Decimal(precision=38, scale=7)
2.0 0.0 Decimal(precision=38, scale=1) 0.8 -0.2 Decimal(precision=38, scale=1)' ]]
