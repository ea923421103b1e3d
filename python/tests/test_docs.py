"""The blocks of docs/python.md and its sister are run, one after the other, in a folder with the policies."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import POLICIES, ROOT

MARCH = {
    "工号": ["K1", "K2"], "姓名": ["小梅", "小兰"], "月份": ["2026-03", "2026-03"],
    "接待人数": [Decimal(500), Decimal(400)], "回复人数": [Decimal(500), Decimal(380)],
    "响应时间": [Decimal("25.0"), Decimal("70.5")], "主管评分": [Decimal("10.0"), Decimal("6.5")],
    "销售额": [Decimal("20000.00"), Decimal("9076.39")], "底薪": [Decimal("2800.00"), Decimal("3200.00")],
}


@pytest.mark.parametrize("page", ["python.md", "python.zh.md"])
def test_blocks_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("polars", "duckdb", "pandas"):
        pytest.importorskip(module)
    shutil.copytree(POLICIES, tmp_path / "policies")
    (tmp_path / "year").mkdir()
    for file in ("march.parquet", "year/march.parquet"):
        pq.write_table(pa.table(MARCH), tmp_path / file)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 5
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, page, "exec"), names)
    assert names["out"].summary["pay"] == {"应发工资": Decimal("3700.00")}
    assert pa.table(names["results"])["应发工资"].to_pylist()[0] == Decimal("3500.00")
