"""Spark gives what ``merit eval`` gives, for any number of partitions and shuffled rows.

In ``local-cluster`` with two executors of their own. ``MERIT_LONG=1`` runs every ready-made policy over 1, 2, 7 and 200
partitions; otherwise one policy of each kind over 1 and 7."""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import merit
import pyarrow as pa
import pytest
from conftest import CASES, Case, eval_parquet, placeless, plain, sheet

pyspark = pytest.importorskip("pyspark")

LONG = bool(os.environ.get("MERIT_LONG"))
#: Each record alone, cohorts, history.
KINDS = ["small-shop", "monthly-places", "sales-satisfaction"]
CHOSEN = CASES if LONG else [case for case in CASES if case.name in KINDS]
PARTITIONS = [1, 2, 7, 200] if LONG else [1, 7]

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def spark() -> Iterator[object]:
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("merit")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "900m")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def rows(table: pa.Table, *tables: str) -> Counter:
    """The rows of a table, in no order."""
    names = table.column_names
    return Counter(
        tuple(placeless(row[name], *tables) if name == "_reasons" else row[name] for name in names) for row in table.to_pylist()
    )


@pytest.mark.parametrize("partitions", PARTITIONS)
@pytest.mark.parametrize("case", CHOSEN, ids=lambda case: case.name)
def test_every_row_is_that_of_eval(spark, case: Case, partitions: int, tmp_path: Path) -> None:
    from merit import spark as on_spark

    expected = eval_parquet(case, tmp_path, "--columns", "all")
    policy = merit.Policy.read(case.policy)
    records = sheet(case.data)
    order = list(range(records.num_rows))
    random.Random(partitions).shuffle(order)
    df = spark.createDataFrame(records.take(pa.array(order))).repartition(partitions)
    tables = case.tables()
    out = on_spark.evaluate(df, policy, columns="all", lang="zh", partitions=partitions, **tables)
    found = out.toArrow()
    assert found.column_names == expected.column_names
    for name in expected.column_names:
        assert found[name].type.equals(expected[name].type) or str(expected[name].type) == "string", name
    assert rows(found, *case.with_) == rows(expected, *case.with_)


def test_nothing_is_shuffled_where_keys_are_vouched_for(spark) -> None:
    from merit import spark as on_spark

    case = next(case for case in CASES if case.name == "small-shop")
    policy = merit.Policy.read(case.policy)
    out = on_spark.evaluate(spark.createDataFrame(sheet(case.data)), policy, unique=True)
    plan = out._jdf.queryExecution().executedPlan().toString()
    assert "Exchange" not in plan and "MapInArrow" in plan
    assert rows(out.toArrow()) == rows(plain(policy.evaluate(sheet(case.data)).table))


def test_what_cannot_be_split_is_told(spark) -> None:
    from merit import spark as on_spark

    case = next(case for case in CASES if case.name == "sales-satisfaction")
    df = spark.createDataFrame(sheet(case.data))
    with pytest.warns(UserWarning, match="one part"):
        on_spark.evaluate(df, merit.Policy.read(case.policy), **case.tables())


def test_a_column_that_is_not_there_is_told_before_a_job(spark) -> None:
    from merit import spark as on_spark

    case = next(case for case in CASES if case.name == "small-shop")
    policy = merit.Policy.read(case.policy)
    df = spark.createDataFrame(sheet(case.data).drop_columns(["销售额"]))
    with pytest.raises(merit.SchemaError) as raised:
        on_spark.evaluate(df, policy)
    assert raised.value.column == "销售额"
    from pyspark.sql import functions as F

    floats = spark.createDataFrame(sheet(case.data)).withColumn("销售额", F.col("销售额").cast("double"))
    with pytest.raises(merit.SchemaError) as raised:
        on_spark.evaluate(floats, policy)
    assert (raised.value.column, raised.value.found) == ("销售额", "double")
