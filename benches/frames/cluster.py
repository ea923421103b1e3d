"""What a stage of merit costs on Spark beside one that gives its rows back as they came: cluster.py FILE TIMES.

In `local-cluster` with two executors. CPU time is that of the driver, of the executors and of their Pythons, as the
system counts it. Prints the figures as JSON."""
import json
import os
import re
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent

import merit
import merit.spark
import pyarrow.parquet as pq
from memory import table
from pyspark.sql import SparkSession

#: Of a tick of the system's clock.
SECONDS = 1 / os.sysconf("SC_CLK_TCK")


def session():
    made = SparkSession.builder.master("local-cluster[2,1,1024]").appName("frames")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.executor.memory": "1g",
        "spark.sql.shuffle.partitions": "4",
    }.items():
        made = made.config(name, value)
    spark = made.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def used():
    """CPU seconds so far of all processes that stand below this one, and of those that ended."""
    below, seconds = {os.getpid()}, 0.0
    fields = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                fields[int(place.name)] = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
    while True:
        more = {pid for pid, of in fields.items() if int(of[1]) in below} - below
        if not more:
            break
        below |= more
    for pid in below - {os.getpid()}:
        seconds += sum(int(ticks) for ticks in fields[pid][11:15]) * SECONDS
    return seconds


def java():
    told = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    return re.search(r'"([^"]+)"', told)[1]


def main(file, times):
    parquet = Path(file).with_suffix(".parquet")
    records = table(file)
    pq.write_table(records, parquet, row_group_size=125_000)
    spark = session()
    df = spark.read.parquet(str(parquet))
    policy = merit.Policy.read(str(HERE.parent / "peers" / "bonus.merit"))
    ways = {
        "identity": lambda: df.mapInArrow(lambda batches: batches, df.schema),
        "stage": lambda: merit.spark.evaluate(df, policy, unique=True),
        "shuffled": lambda: merit.spark.evaluate(df, policy),
    }
    cpu, wall = {}, {}
    # The first turn starts the Pythons and warms the engines; it does not count.
    for turn in range(int(times) + 1):
        for name, way in ways.items():
            began, before = time.perf_counter(), used()
            way().write.format("noop").mode("overwrite").save()
            took, spent = time.perf_counter() - began, used() - before
            if turn > 0:
                cpu[name], wall[name] = min(spent, cpu.get(name, spent)), min(took, wall.get(name, took))
    paid = {name: ways[name]().agg({"wage": "sum"}).collect()[0][0] for name in ("stage", "shuffled")}
    expected = policy.evaluate(records).summary["pay"]["wage"]
    spark.stop()
    if set(paid.values()) != {expected}:
        sys.exit(f"the results differ: {expected}, on Spark {paid}")
    figures = {f"{name}_ms": f"{seconds * 1e3:,.0f}" for name, seconds in wall.items()}
    figures |= {f"{name}_ns": f"{seconds / records.num_rows * 1e9:,.0f}" for name, seconds in cpu.items()}
    for name in ("stage", "shuffled"):
        figures[f"{name}_ratio"] = f"{cpu[name] / cpu['identity']:.2f}"
        figures[f"{name}_wall"] = f"{wall[name] / wall['identity']:.2f}"
    figures["cluster"] = f"Spark {version('pyspark')}, Java {java()}"
    print(json.dumps({f"spark_{name}": text for name, text in figures.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
