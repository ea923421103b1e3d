#!/usr/bin/env bash
# A band written `[80..90[` holds 90 and 91 in ZEN, and neither 80 nor 85.
#
# Guess: a half-open interval, as ISO 31-11 and DMN's FEEL write one: 80 and 85 are in it, 90 is not; `]80..90[` holds 85 alone.
# Seen:  zen-engine 2.1.3 takes `]` in front and `[` behind as turned-round comparisons: `]80..90[` is everything but what lies between, `[80..90[` is 90 and more, `]80..90]` all up to 90. `[80..90)` is the band.
# Means: a decision table moved over from a FEEL engine runs without a word and grades nearly everybody wrong.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check zen-engine==2.1.3
seen=$("$folder/env/bin/python" - <<'PY'
import zen
for band in ["[80..90)", "[80..90[", "]80..90]", "]80..90["]:
    print(band, [x for x in (79, 80, 85, 90, 91) if zen.evaluate_unary_expression(band, {"$": x})])
PY
)
echo "$seen"
[[ $seen == '[80..90) [80, 85]
[80..90[ [90, 91]
]80..90] [79, 80, 85, 90]
]80..90[ [79, 80, 90, 91]' ]]
