#!/usr/bin/env bash
# In ZEN a date plus a duration of twelve months is not the same day a year later, nor is it midnight.
#
# Guess: calendar months, as `d(…).add('1M')` of the same engine counts them: 31 January 2024 and a month is 29 February.
# Seen:  zen-engine 2.1.3 has `duration('1M')` as 2,630,016 seconds, 30.44 days: `date('2024-01-31') + duration('1M')` is 1 March, 10:33:36; 1 March 2023 and twelve months is 29 February 2024, 06:43:12.
# Means: an end of probation, or a year of service, reckoned by `+ duration` falls into another month than the one reckoned by `add`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check zen-engine==2.1.3
seen=$(TZ=UTC "$folder/env/bin/python" - <<'PY'
import zen
for text in [
    "d('2024-01-31').add('1M').format('%Y-%m-%d')",
    "dateString(date('2024-01-31') + duration('1M'))",
    "dateString(date('2023-03-01') + duration('12M'))",
]:
    print(zen.evaluate_expression(text, {}))
PY
)
echo "$seen"
[[ $seen == '2024-02-29
2024-03-01 10:33:36
2024-02-29 06:43:12' ]]
