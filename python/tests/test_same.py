"""The wheel gives what ``merit eval`` gives, cell for cell, on every ready-made policy."""

from __future__ import annotations

from pathlib import Path

import merit
import pyarrow as pa
import pytest
from conftest import CASES, Case, eval_parquet, placeless, plain, sheet


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("columns", ["default", "all"])
def test_every_cell_is_that_of_eval(case: Case, columns: str, tmp_path: Path) -> None:
    words = ["--columns", "all"] if columns == "all" else []
    expected = eval_parquet(case, tmp_path, *words)
    policy = merit.Policy.read(case.policy)
    out = policy.evaluate(sheet(case.data), columns=columns, lang="zh", **case.tables())
    found = plain(out.table)
    assert found.column_names == expected.column_names
    assert found.num_rows == expected.num_rows
    for name in expected.column_names[:-1]:
        assert found[name].type == expected[name].type, name
        assert found[name].to_pylist() == expected[name].to_pylist(), name
    told = [placeless(reason, *case.with_) for reason in expected["_reasons"].to_pylist()]
    assert [placeless(reason, *case.with_) for reason in found["_reasons"].to_pylist()] == told
    assert pa.schema(policy.result_schema_of(columns)).equals(pa.table(out.table).schema)
    assert out.summary["records"]["read"] == expected.num_rows
