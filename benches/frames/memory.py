"""Results of a frame in memory as Arrow, by merit and by its peers: memory.py FILE TIMES. Prints the figures as JSON."""
import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "peers"))

import duckdb
import frames
import merit
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import zen
from graph import decision

#: What is asked of all: the key, and what the record comes to.
WANTED = ["employee", "month", "total", "g", "wage"]
#: ZEN takes a record at a time, and a thousandth of the records is time enough.
FEW = 20_000


def table(file):
    """The records as an Arrow table, numbers as decimals of the digits that they have."""
    kinds = {"VARCHAR": pa.string(), "BOOLEAN": pa.bool_(), "INTEGER": pa.int32()}
    kind = lambda name: kinds.get(name) or pa.decimal128(*json.loads(f"[{name[8:-1]}]"))
    types = {name: kind(of) for name, of in frames.TYPES.items()}
    read = pyarrow.csv.read_csv(file, convert_options=pyarrow.csv.ConvertOptions(column_types=types))
    return read.combine_chunks()


def alike(one, other):
    """Whether two tables of results are the same, record by record and to the last digit."""
    kinds = {"total": pa.decimal128(18, 3), "wage": pa.decimal128(18, 2)}
    plain = lambda table, name: table[name].cast(kinds.get(name, pa.string())).combine_chunks()
    return one.num_rows == other.num_rows and all(pc.all(pc.equal(plain(one, name), plain(other, name))).as_py() for name in WANTED)


def main(file, times):
    arrow = table(file)
    polars = pl.DataFrame(arrow)
    policy = merit.Policy.read(str(HERE.parent / "peers" / "bonus.merit"))
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.register("records", arrow)
    query = frames.duckdb_query("records")
    ways = {
        "merit": lambda: policy.evaluate(arrow, columns=WANTED).table,
        "merit_polars": lambda: policy.evaluate(polars, columns=WANTED).table,
        "polars": lambda: frames.polars_query(polars.lazy()).collect(),
        "duckdb": lambda: connection.sql(query).to_arrow_table(),
    }
    cpu, wall, given = {}, {}, {}
    for _ in range(int(times)):
        for name, way in ways.items():
            given.pop(name, None)
            began, used = time.perf_counter(), time.process_time()
            given[name] = way()
            used, took = time.process_time() - used, time.perf_counter() - began
            cpu[name], wall[name] = min(used, cpu.get(name, used)), min(took, wall.get(name, took))
    results = {name: pa.table(of) for name, of in given.items()}
    for name, of in results.items():
        if not alike(results["merit"], of):
            sys.exit(f"the results differ: merit and {name}")
    records = {name: seconds / arrow.num_rows * 1e9 for name, seconds in cpu.items()} | {"zen": by_zen(arrow, results["merit"])}
    figures = {f"{name}_ns": f"{ns:,.0f}" for name, ns in records.items()}
    figures |= {f"{name}_ms": f"{seconds * 1e3:,.0f}" for name, seconds in wall.items()}
    own = {"polars": records["merit_polars"]}
    figures |= {f"{name}_ratio": f"{own.get(name, records['merit']) / records[name]:.2g}" for name in ("polars", "duckdb", "zen")}
    figures["totals"] = f"{pc.sum(results['merit']['wage'].cast(pa.decimal128(38, 2))).as_py()}"
    told = [("Polars", "polars"), ("DuckDB", "duckdb"), ("ZEN", "zen-engine"), ("pyarrow", "pyarrow")]
    figures["versions"] = f"merit {version('merit')}, " + ", ".join(f"{name} {version(of)}" for name, of in told)
    print(json.dumps(figures))


def by_zen(arrow, results):
    """Nanoseconds a record of ZEN, which takes dicts and works on numbers of its own."""
    rows = arrow.slice(0, FEW).to_pylist()
    plain = lambda value: float(value) if hasattr(value, "as_tuple") else value
    rows = [{name: plain(value) for name, value in row.items()} for row in rows]
    compiled = zen.ZenEngine().create_decision(json.dumps(decision()))
    used = time.process_time()
    given = [compiled.evaluate(row)["result"] for row in rows]
    used = time.process_time() - used
    wages = results["wage"].slice(0, FEW).to_pylist()
    grades = results["g"].slice(0, FEW).to_pylist()
    for one, wage, grade in zip(given, wages, grades):
        if (one["g"], round(one["wage"] * 100)) != (grade, int(wage * 100)):
            sys.exit(f"the results differ: merit {grade} {wage}, ZEN {one}")
    return used / len(rows) * 1e9


if __name__ == "__main__":
    main(*sys.argv[1:])
