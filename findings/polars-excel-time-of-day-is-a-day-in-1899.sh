#!/usr/bin/env bash
# A cell of 80 seconds in the format h:mm:ss is a moment on the last day of 1899 in Polars.
#
# Guess: a time of day or a duration; the same reader gives a duration for [h]:mm.
# Seen:  Polars 2.1.0 (read_excel, by fastexcel 0.21.0) gives the datetime 1899-12-31 00:01:20, openpyxl 3.1.5 the time 00:01:20.
# Means: response times that people format as h:mm:ss come as moments; a difference to another day's cells is off by a century.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 fastexcel==0.21.0 openpyxl==3.1.5
cd "$folder"
seen=$(env/bin/python - <<'PY'
import openpyxl, polars
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["response", "worked"])
sheet.append([80 / 86400, 26.5 / 24])
sheet["A2"].number_format, sheet["B2"].number_format = "h:mm:ss", "[h]:mm"
book.save("times.xlsx")
frame = polars.read_excel("times.xlsx")
print("polars", frame["response"][0], "|", frame["worked"][0])
cells = openpyxl.load_workbook("times.xlsx").active[2]
print("openpyxl", cells[0].value, "|", cells[1].value)
PY
)
echo "$seen"
[[ $seen == 'polars 1899-12-31 00:01:20 | 1 day, 2:30:00
openpyxl 00:01:20 | 1 day, 2:30:00' ]]
