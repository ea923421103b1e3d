"""The ready-made policies with their sheets, and what ``merit eval`` makes of them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[2]
POLICIES = ROOT / "policies"


def program() -> str:
    """The program that the wheel is held against: ``MERIT``, else the last that was built."""
    built = [ROOT / "target" / kind / "merit" for kind in ("debug", "release")]
    known = [path for path in built if path.exists()]
    return os.environ.get("MERIT") or str(max(known, key=lambda path: path.stat().st_mtime))


def sheet(path: Path) -> pa.Table:
    """A sheet as texts, each cell as it stands there; a workbook as its stored values."""
    if path.suffix == ".xlsx":
        return _workbook(path)
    if path.suffix == ".jsonl":
        rows = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in path.read_text("utf-8").splitlines() if line]
        names = list(dict.fromkeys(name for row in rows for name in row))
        return pa.table({name: pa.array([_cell(row.get(name)) for row in rows], pa.string()) for name in names})
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_bytes().decode("gb18030")
    rows = list(csv.reader(io.StringIO(text), delimiter=max("\t,;|", key=text.count)))
    # A title and a date may stand above the heads.
    first = next(at for at, row in enumerate(rows) if sum(map(bool, row)) > 2)
    heads, body = rows[first], [row for row in rows[first + 1 :] if any(row)]
    return pa.table([pa.array([row[at] for row in body], pa.string()) for at in range(len(heads))], names=heads)


def _cell(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _workbook(path: Path) -> pa.Table:
    openpyxl = pytest.importorskip("openpyxl")
    rows = list(openpyxl.load_workbook(path, data_only=True).worksheets[0].iter_rows(values_only=True))
    heads = next(at for at, row in enumerate(rows) if sum(cell is not None for cell in row) > 2)
    body = [row for row in rows[heads + 1 :] if any(cell is not None for cell in row)]
    named = [(at, name) for at, name in enumerate(rows[heads]) if name is not None]
    return pa.table([pa.array([_cell(row[at]) for row in body], pa.string()) for at, _ in named], names=[n for _, n in named])


@dataclass
class Case:
    """A ready-made policy with all that its heading names."""

    name: str
    policy: Path
    data: Path
    with_: dict[str, Path] = field(default_factory=dict)
    history: list[Path] = field(default_factory=list)

    def tables(self) -> dict[str, object]:
        """What ``evaluate`` is given besides the records."""
        given: dict[str, object] = {}
        if self.with_:
            given["with_"] = {name: sheet(path) for name, path in self.with_.items()}
        if self.history:
            given["history"] = [sheet(path) for path in self.history]
        return given

    def arguments(self) -> list[str]:
        words = [str(self.policy), str(self.data)]
        for name, path in self.with_.items():
            words += ["--with", f"{name}={path}"]
        for path in self.history:
            words += ["--history", str(path)]
        return words


def cases() -> Iterator[Case]:
    for path in sorted(POLICIES.glob("*.merit")):
        command = re.search(r"merit eval (.*)", path.read_text("utf-8"))
        assert command, path
        words = command.group(1).split()
        case = Case(path.stem, path, Path())
        while words:
            word = words.pop(0)
            if word == "--with":
                name, file = words.pop(0).split("=")
                case.with_[name] = POLICIES / file
            elif word == "--history":
                case.history.append(POLICIES / words.pop(0))
            elif not word.endswith(".merit"):
                case.data = POLICIES / word
        own = path.read_text("utf-8")
        # A post asks only for what it reads itself.
        case.with_ = {name: file for name, file in case.with_.items() if name in own}
        yield case


CASES = list(cases())


def eval_parquet(case: Case, folder: Path, *words: str) -> pa.Table:
    """What ``merit eval`` gives, as Parquet."""
    out = folder / f"{case.name}.parquet"
    run = subprocess.run(
        [program(), "eval", *case.arguments(), "-o", str(out), "--lang", "zh", *words], capture_output=True, text=True, check=False
    )
    assert run.returncode in (0, 3), run.stderr
    return pq.read_table(out)


def plain(table: object) -> pa.Table:
    """A table of results with words in the place of dictionaries."""
    made = pa.table(table)
    columns = [column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column for column in made.columns]
    return pa.table(columns, names=made.column_names)


#: Where something stands: in a line or cell of a file there, in a row of a table here.
FILE = re.compile(r"[^ ，；、（）()]*\.(?:csv|tsv|jsonl|xlsx)(?::\d+)?(?: ?[^ ]*![A-Z]*\d*| #\d+| [A-Z]{1,2}\d+)?")
ROW = r"(?:table|history(?:\[\d+\])?{})(?: #\d+)?(?=[ ：、，)）]|$)"


def placeless(reason: str | None, *tables: str) -> str | None:
    """A reason without the places that it names; ``tables`` are those beside the records."""
    if reason is None:
        return None
    own = re.compile(ROW.format("".join(f"|{re.escape(name)}" for name in tables)))
    pieces = [FILE.sub("…", piece) for piece in reason.split("; ")]
    return "; ".join(own.sub("…", piece) for piece in pieces)
