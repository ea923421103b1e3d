"""The recipes of docs/python.md: Polars, DuckDB, pandas, there and back as the same values."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import merit
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import CASES, ROOT, plain, sheet

CASE = next(case for case in CASES if case.name == "small-shop")


@pytest.fixture(scope="module")
def policy() -> merit.Policy:
    return merit.Policy.read(CASE.policy)


@pytest.fixture(scope="module")
def records(policy: merit.Policy) -> pa.Table:
    """The records with the types that the policy names."""
    schema = pa.schema(policy.input_schema)
    texts = sheet(CASE.data)
    # The sheet heads a column otherwise.
    texts = texts.rename_columns([name.removeprefix("平均").removesuffix("(s)") for name in texts.column_names])
    columns = []
    for field in schema:
        values = texts[field.name].to_pylist()
        kind = pa.string() if pa.types.is_dictionary(field.type) else field.type
        columns.append(pa.array([Decimal(it) for it in values] if pa.types.is_decimal(kind) else values, kind))
    return pa.table(columns, names=schema.names)


@pytest.fixture(scope="module")
def expected(policy: merit.Policy) -> pa.Table:
    return plain(policy.evaluate(sheet(CASE.data)).table)


def same(found: pa.Table, expected: pa.Table) -> None:
    assert found.column_names == expected.column_names
    for name in expected.column_names:
        assert [None if it is None else it for it in found[name].to_pylist()] == expected[name].to_pylist(), name


def test_pyarrow(policy: merit.Policy, records: pa.Table, expected: pa.Table, tmp_path: Path) -> None:
    out = pa.table(policy.evaluate(records).table)
    assert plain(out).equals(expected)
    pq.write_table(out, tmp_path / "out.parquet")
    assert plain(pq.read_table(tmp_path / "out.parquet")).equals(expected)


def test_polars(policy: merit.Policy, records: pa.Table, expected: pa.Table) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.from_arrow(records)
    out = pl.DataFrame(policy.evaluate(frame).table)
    assert [str(out.schema[name]) for name in ("总分", "应发工资")] == ["Decimal(precision=4, scale=1)", "Decimal(precision=13, scale=2)"]
    same(out.with_columns(pl.col("等级").cast(pl.String)).to_arrow(), expected)
    by_label = frame.with_columns(pl.col("姓名").cast(pl.Categorical), pl.col("工号").cast(pl.Enum(frame["工号"].unique().to_list())))
    same(plain(policy.evaluate(by_label).table), expected)
    narrow = frame.with_columns(pl.col("接待人数").cast(pl.Int32), pl.col("回复人数").cast(pl.UInt16))
    same(plain(policy.evaluate(narrow).table), expected)
    same(plain(policy.evaluate(frame.lazy().collect()[3:17]).table), expected.slice(3, 14))


def test_duckdb(policy: merit.Policy, records: pa.Table, expected: pa.Table, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pq.write_table(records, tmp_path / "march.parquet")
    relation = duckdb.sql(f"SELECT * FROM '{tmp_path}/march.parquet'")
    results = pa.table(policy.evaluate(relation).table)
    same(plain(results), expected)
    summed = duckdb.sql("SELECT 等级, sum(应发工资) AS 合计 FROM results GROUP BY 等级 ORDER BY 等级").fetchall()
    by_hand: dict[str, Decimal] = {}
    for row in expected.to_pylist():
        by_hand[row["等级"]] = by_hand.get(row["等级"], Decimal(0)) + row["应发工资"]
    assert dict(summed) == by_hand
    back = duckdb.sql("SELECT * FROM results").to_arrow_table()
    same(plain(back), expected)


def test_pandas(policy: merit.Policy, records: pa.Table, expected: pa.Table) -> None:
    pd = pytest.importorskip("pandas")
    for frame in (records.to_pandas(types_mapper=pd.ArrowDtype), records.to_pandas()):
        results = policy.evaluate(frame).table
        same(plain(results), expected)
    back = pa.table(results).to_pandas(types_mapper=pd.ArrowDtype)
    assert back["应发工资"].tolist() == expected["应发工资"].to_pylist()
    floats = records.to_pandas()
    floats["销售额"] = floats["销售额"].astype(float)
    with pytest.raises(merit.SchemaError) as raised:
        policy.evaluate(floats)
    assert (raised.value.column, raised.value.found) == ("销售额", "double")


STREAM = """
import resource, sys, duckdb, merit, pyarrow as pa
policy = merit.Policy.read(sys.argv[1])
con = duckdb.connect()
con.execute("SET memory_limit='400MB'; SET threads=1")
rows, paid = 0, 0
reader = con.sql(f"SELECT * FROM '{sys.argv[2]}'").to_arrow_reader(100_000)
for batch in reader:
    out = policy.evaluate(batch, columns=["应发工资"])
    rows += out.summary["records"]["evaluated"]
    paid += out.summary["pay"]["应发工资"]
print(rows, paid, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_a_stream_over_parquet_needs_little_memory(tmp_path: Path) -> None:
    """``MERIT_LONG=1`` does it over 10 million records; otherwise over a few."""
    duckdb = pytest.importorskip("duckdb")
    count = 10_000_000 if os.environ.get("MERIT_LONG") else 150_000
    path = tmp_path / "year.parquet"
    duckdb.execute(f"""COPY (SELECT 'K' || range AS 工号, '甲' AS 姓名, '2026-03' AS 月份,
        (500 + range % 500)::DECIMAL(10, 0) AS 接待人数, (500 + range % 500)::DECIMAL(10, 0) AS 回复人数,
        25::DECIMAL(10, 1) AS 响应时间, 10::DECIMAL(3, 1) AS 主管评分,
        20000::DECIMAL(13, 2) AS 销售额, 2800::DECIMAL(13, 2) AS 底薪 FROM range({count})) TO '{path}' (FORMAT parquet)""")
    run = subprocess.run(
        [sys.executable, "-c", STREAM, str(CASE.policy), str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    rows, paid, megabytes = run.stdout.splitlines()[-1].split()
    assert int(rows) == count
    # All points: 2,800 + 1 % of 20,000 + 500 each, as the first test of the policy says.
    assert Decimal(paid) == count * Decimal(3500)
    assert int(megabytes) < 1200, megabytes


@pytest.mark.filterwarnings("ignore")
def test_a_month_is_drawn(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    picture = tmp_path / "month.png"
    script = ROOT / "python" / "examples" / "month.py"
    words = [str(CASE.policy), str(CASE.data), str(picture)]
    subprocess.run([sys.executable, str(script), *words], check=True, capture_output=True, cwd=tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG")
