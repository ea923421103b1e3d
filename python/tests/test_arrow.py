"""Arrow in and out: every layout of a value that is one, and what is refused by name before a row is read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import merit
import pyarrow as pa
import pytest
from conftest import CASES, Case, plain, sheet

TEXT = """policy "布局" {
    currency CNY
    period month
}
record {
    工号 : text, key
    月份 : month, period
    班组 : 早班 | 晚班
    转正 : bool
    入职 : date in [2020-01-01, 2030-12-31], optional
    上班 : time
    完成率 : percent(%) in [0%, 100%], decimals 2
    满意 : percent(fraction) in [0%, 100%], decimals 2
    时长 : duration(h) in [0h, 500h], decimals 1
    单量 : count in [0, 100000]
    销售额 : money in [0元, 200万元]
    扣分 : number in [0, 50], decimals 1, default 0
}
metric 分 : number = 单量 + 扣分
pay 工资 {
    提成 = 销售额 * 1%
    补 = 100元 when 转正
}
"""

ROWS = 30


def column(make, kind=None):
    return pa.array([make(at) for at in range(ROWS)], kind)


def table() -> dict[str, pa.Array]:
    return {
        "工号": column(lambda at: f"K{at:03}"),
        "月份": column(lambda at: f"2026-{at % 12 + 1:02}"),
        "班组": column(lambda at: ["早班", "晚班"][at % 2]),
        "转正": column(lambda at: at % 3 == 0),
        "入职": column(lambda at: None if at % 5 == 0 else dt.date(2020 + at % 5, 1 + at % 12, 28), pa.date32()),
        "上班": column(lambda at: dt.time(8, at, 0), pa.time64("us")),
        "完成率": column(lambda at: Decimal(at * 333 % 10001).scaleb(-2), pa.decimal128(5, 2)),
        "满意": column(lambda at: Decimal(at * 77 % 10001).scaleb(-4), pa.decimal128(5, 4)),
        "时长": column(lambda at: Decimal(at * 37 % 5000).scaleb(-1), pa.decimal128(4, 1)),
        "单量": column(lambda at: at * 101, pa.int64()),
        "销售额": column(lambda at: Decimal(at * 123457).scaleb(-2), pa.decimal128(9, 2)),
        "扣分": column(lambda at: None if at % 7 == 0 else Decimal(at % 100 * 5).scaleb(-1), pa.decimal128(4, 2)),
    }


@pytest.fixture(scope="module")
def policy() -> merit.Policy:
    return merit.Policy(TEXT)


def came(policy: merit.Policy, given: object, **others: object) -> list[dict[str, object]]:
    rows = plain(policy.evaluate(given, columns="all", lang="zh", **others).table).to_pylist()
    return rows


@pytest.fixture(scope="module")
def expected(policy: merit.Policy) -> list[dict[str, object]]:
    """By cells as texts, which any file has."""
    as_text = {
        "工号": lambda it: it, "月份": lambda it: it, "班组": lambda it: it,
        "转正": lambda it: "yes" if it else "no",
        "入职": lambda it: None if it is None else it.isoformat(),
        "上班": lambda it: it.isoformat(),
    }
    texts = {
        name: pa.array([as_text.get(name, lambda it: None if it is None else str(it))(it) for it in values.to_pylist()], pa.string())
        for name, values in table().items()
    }
    rows = came(policy, pa.table(texts))
    assert [row["_status"] for row in rows] == ["ok"] * ROWS
    # Worked by hand: row 9 sells 11,111.13, of which 1 % is 111.1113.
    assert rows[9]["工资"] == Decimal("211.11") and rows[9]["工资.补"] == Decimal(100)
    assert rows[1]["工资"] == Decimal("12.35")
    return rows


def test_types_give_what_texts_give(policy: merit.Policy, expected: list) -> None:
    assert came(policy, pa.table(table())) == expected


LAYOUTS = {
    "销售额": ["decimal64(12, 2)", "decimal256(40, 4)", "decimal128(38, 6)"],
    "完成率": ["decimal32(5, 2)", "decimal64(9, 3)", "decimal256(50, 2)"],
    "单量": ["int32", "uint16", "uint32", "uint64", "int16", "decimal128(38, 0)", "decimal32(9, 0)", "decimal256(76, 0)"],
    "工号": ["large_string", "string_view", "dict8", "dict32", "dict_large"],
    "班组": ["large_string", "string_view", "dict8", "dict32", "dict_large"],
    "月份": ["date32", "timestamp[us]", "timestamp[ns]", "dict32"],
    "入职": ["date64", "timestamp[s]", "timestamp[ms]", "timestamp[us]", "timestamp[ns]", "string"],
    "上班": ["time32[s]", "time64[ns]", "string"],
}

TYPES = {
    "dict8": pa.dictionary(pa.uint8(), pa.string()),
    "dict32": pa.dictionary(pa.uint32(), pa.string()),
    "dict_large": pa.dictionary(pa.int64(), pa.large_string()),
    "large_string": pa.large_string(), "string_view": pa.string_view(), "string": pa.string(),
    "date32": pa.date32(), "date64": pa.date64(), "time32[s]": pa.time32("s"), "time64[ns]": pa.time64("ns"),
}


def kind(name: str) -> pa.DataType:
    if name.startswith("decimal"):
        bits, digits = name[7:].split("(")
        precision, scale = (int(part) for part in digits.rstrip(")").split(","))
        return getattr(pa, f"decimal{bits}")(precision, scale)
    if name.startswith("timestamp"):
        return pa.timestamp(name[10:-1])
    return TYPES.get(name) or getattr(pa, name)()


@pytest.mark.parametrize(("field", "name"), [(field, name) for field, names in LAYOUTS.items() for name in names])
def test_every_layout_is_read(policy: merit.Policy, expected: list, field: str, name: str) -> None:
    columns, to = table(), kind(name)
    values = columns[field]
    if field == "月份" and name != "dict32":
        values = column(lambda at: dt.date(2026, at % 12 + 1, 1), pa.date32())
    if name.startswith("dict"):
        words = values.cast(to.value_type).dictionary_encode()
        columns[field] = pa.DictionaryArray.from_arrays(words.indices.cast(to.index_type), words.dictionary)
    elif pa.types.is_decimal(to):
        columns[field] = pa.array([None if it is None else Decimal(it) for it in values.to_pylist()], to)
    else:
        columns[field] = values.cast(to)
    assert columns[field].type == to
    assert came(policy, pa.table(columns)) == expected


def test_chunks_and_slices_are_rows(policy: merit.Policy, expected: list) -> None:
    whole = pa.table(table())
    pieces = pa.concat_tables([whole.slice(first, count) for first, count in [(0, 1), (1, 9), (10, 0), (10, 13), (23, 7)]])
    assert came(policy, pieces) == expected
    doubled = pa.concat_tables([whole.slice(7), whole])
    assert came(policy, doubled.slice(ROWS - 7, ROWS).combine_chunks()) == expected
    assert came(policy, whole.slice(3, 11)) == expected[3:14]
    reader = pa.RecordBatchReader.from_batches(whole.schema, whole.to_batches(max_chunksize=4))
    assert came(policy, reader) == expected


def test_many_rows_are_as_few(policy: merit.Policy) -> None:
    """More than are looked at together, with a bad one here and there."""
    count = 50_000
    amounts = [Decimal(at % 1000).scaleb(-2) if at % 9973 else Decimal(-1) for at in range(count)]
    columns = {name: pa.array([values[at % ROWS].as_py() for at in range(count)], values.type) for name, values in table().items()}
    columns["工号"] = pa.array([f"K{at}" for at in range(count)])
    columns["销售额"] = pa.array(amounts, pa.decimal128(9, 2))
    out = policy.evaluate(pa.table(columns))
    rows = plain(out.table)
    bad = [at for at, status in enumerate(rows["_status"].to_pylist()) if status != "ok"]
    assert bad == list(range(0, count, 9973))
    assert rows["工号"].to_pylist() == columns["工号"].to_pylist()
    assert out.summary["records"] == {"read": count, "evaluated": count - len(bad), "rejected": len(bad), "skipped": 0}
    cents = lambda at: (amounts[at] * 1 + Decimal("0.5")) // 1 / 100 + (100 if columns["转正"][at].as_py() else 0)
    paid = rows["工资"].to_pylist()
    assert all(paid[at] == cents(at) for at in range(count) if at not in bad)
    assert paid[0] is None


def test_bad_cells_are_rejected_records(policy: merit.Policy) -> None:
    columns = table()
    given = {name: values.to_pylist() for name, values in columns.items()}
    given["工号"][1] = None
    given["班组"][2] = "中班"
    given["单量"][3] = -1
    given["销售额"][4] = None
    given["扣分"][5] = Decimal("0.35")
    given["转正"][6] = None
    given["入职"][8] = dt.date(1999, 1, 1)
    given["工号"][10], given["月份"][10] = given["工号"][11], given["月份"][11]
    rows = came(policy, pa.table({name: pa.array(given[name], columns[name].type) for name in given}))
    bad = [at for at, row in enumerate(rows) if row["_status"] == "rejected"]
    assert bad == [1, 2, 3, 4, 5, 6, 8, 10, 11]
    assert all(rows[at]["_reasons"] and rows[at]["工资"] is None for at in bad)
    assert rows[2]["班组"] == "中班" and "班组" in rows[2]["_reasons"]


def test_no_rows_are_no_results(policy: merit.Policy) -> None:
    out = policy.evaluate(pa.table(table()).slice(0, 0))
    assert len(out) == 0
    assert pa.table(out.table).schema.equals(pa.schema(policy.result_schema))
    assert out.summary["records"]["read"] == 0
    schema = pa.table(table()).schema
    assert len(policy.evaluate(pa.RecordBatchReader.from_batches(schema, []))) == 0


def refused(policy: merit.Policy, given: object, **others: object) -> merit.SchemaError:
    with pytest.raises(merit.SchemaError) as raised:
        policy.evaluate(given, **others)
    return raised.value


def test_a_column_that_is_not_there(policy: merit.Policy) -> None:
    error = refused(policy, pa.table(table()).drop_columns(["销售额"]), lang="zh")
    assert (error.column, error.found, error.columns) == ("销售额", None, ["销售额"])
    assert error.needed == "decimal128(9, 2)" and "销售额" in str(error)
    assert refused(policy, pa.table({})).columns[:2] == ["工号", "月份"]
    assert refused(policy, pa.table({"x": [1]})).columns[:2] == ["工号", "月份"]
    twice = pa.table([*table().values(), table()["销售额"]], names=[*table(), "销售额"])
    assert "销售额" in str(refused(policy, twice))


@pytest.mark.parametrize(
    ("field", "values", "found"),
    [
        ("销售额", pa.array([1.5] * ROWS), "double"),
        ("单量", pa.array([1.0] * ROWS, pa.float32()), "float"),
        ("销售额", pa.array([True] * ROWS), "bool"),
        ("销售额", pa.array([[1]] * ROWS), "list"),
        ("销售额", pa.array([dt.date(2026, 1, 1)] * ROWS), "date32"),
        ("班组", pa.array([1] * ROWS), "int64"),
        ("转正", pa.array([Decimal("1.0")] * ROWS), "decimal128(2, 1)"),
        ("月份", pa.array([Decimal("1.0")] * ROWS), "decimal128(2, 1)"),
        ("工号", pa.array([b"x"] * ROWS), "binary"),
        ("入职", pa.array([1] * ROWS), "int64"),
        ("上班", pa.array([dt.date(2026, 1, 1)] * ROWS), "date32"),
    ],
)
def test_another_type_is_refused_by_name(policy: merit.Policy, field: str, values: pa.Array, found: str) -> None:
    def never():
        raise AssertionError("a row was read")
        yield

    columns = {**table(), field: values}
    schema = pa.table(columns).schema
    error = refused(policy, pa.RecordBatchReader.from_batches(schema, never()))
    assert error.column == field and error.found.startswith(found) and error.needed
    assert field in str(error) and found in str(error)


def test_floats_are_read_where_that_is_asked_for(policy: merit.Policy, expected: list) -> None:
    columns = table()
    for name in ["销售额", "完成率", "时长", "扣分"]:
        columns[name] = pa.array([None if it is None else float(it) for it in columns[name].to_pylist()], pa.float64())
    assert "shortest" in str(refused(policy, pa.table(columns)))
    assert came(policy, pa.table(columns), floats="shortest") == expected
    columns["销售额"] = pa.array([float("nan"), float("inf"), 1e300, 0.1 + 0.2] + [1.0] * (ROWS - 4))
    rows = came(policy, pa.table(columns), floats="shortest")
    assert [row["_status"] for row in rows[:5]] == ["rejected"] * 4 + ["ok"]


def test_a_decimal_that_is_too_wide(policy: merit.Policy) -> None:
    wide = pa.array([Decimal(10) ** 60] * ROWS, pa.decimal256(70, 2))
    error = refused(policy, pa.table({**table(), "销售额": wide}))
    assert error.column == "销售额" and error.found == "decimal256(70, 2)"
    # What 128 bits hold is a value, and this one lies outside of the field.
    high = pa.array([Decimal(10) ** 30] * ROWS, pa.decimal256(70, 2))
    assert {row["_status"] for row in came(policy, pa.table({**table(), "销售额": high}))} == {"rejected"}


def test_columns_of_nothing(policy: merit.Policy, expected: list) -> None:
    columns = {**table(), "入职": pa.nulls(ROWS), "扣分": pa.nulls(ROWS)}
    rows = came(policy, pa.table(columns))
    assert {row["_status"] for row in rows} == {"ok"} and {row["扣分"] for row in rows} == {Decimal(0)}
    assert {row["_status"] for row in came(policy, pa.table({**table(), "单量": pa.nulls(ROWS)}))} == {"rejected"}
    words = pa.DictionaryArray.from_arrays(pa.array([None] * ROWS, pa.int32()), pa.array([], pa.string()))
    assert {row["_status"] for row in came(policy, pa.table({**table(), "班组": words}))} == {"rejected"}


def test_what_is_no_table() -> None:
    policy = merit.Policy(TEXT)
    for given in [None, 5, "x", object(), b"", iter([])]:
        with pytest.raises(TypeError):
            policy.evaluate(given)
    with pytest.raises(TypeError):
        policy.evaluate([1, 2])

    class Broken:
        def __arrow_c_stream__(self, requested_schema=None):
            return "no capsule"

    with pytest.raises(TypeError):
        policy.evaluate(Broken())


def test_columns_are_chosen(policy: merit.Policy) -> None:
    out = policy.evaluate(pa.table(table()), columns=["工资", "工号"])
    assert pa.table(out.table).column_names == ["工资", "工号", "_status", "_reasons"]
    with pytest.raises(merit.DataError, match="没有「没有」这一列"):
        policy.evaluate(pa.table(table()), columns=["没有"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_results_read_back_as_records(case: Case) -> None:
    """The fields of results, with the types of results, give the same results."""
    policy = merit.Policy.read(case.policy)
    names = [field["name"] for field in policy.fields]
    known = {column["name"] for column in policy.results}
    if not set(names) <= known:
        pytest.skip("a field is no column of results")
    first = pa.table(policy.evaluate(sheet(case.data), columns=names, **case.tables()).table)
    mask = [status == "ok" for status in first["_status"].to_pylist()]
    if not all(mask) and (not policy.stands_alone):
        pytest.skip("others hang on rejected records")
    records = first.filter(pa.array(mask)).select(names)
    given = policy.evaluate(records, columns="all", **case.tables())
    before = plain(policy.evaluate(sheet(case.data), columns="all", **case.tables()).table).filter(pa.array(mask))
    assert plain(given.table).equals(before)
