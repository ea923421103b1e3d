"""The peers that come from PyPI: frames.py duckdb|polars FILE THREADS. Prints what `bonus.merit` beside this comes to."""
import os
import sys

LESS = {"response": (("20", 100), ("30", 90), ("45", 75), ("60", 55)), "bad": (("0", 100), ("1", 85), ("3", 60), ("5", 30)),
        "dispute": (("4", 100), ("8", 85), ("24", 65)), "refund": (("2", 100), ("4", 85), ("6", 65), ("10", 35)),
        "interventions": (("0", 100), ("1", 80), ("3", 50))}
MORE = {"reply": (("99", 100), ("97", 90), ("95", 75), ("90", 60)), "qa": (("95", 100), ("90", 90), ("85", 80), ("75", 60))}
ELSE = {"reply": 30, "response": 25, "bad": 0, "dispute": 20, "refund": 0, "interventions": 0, "qa": 30}
WEIGHT = {"reply": 200, "response": 200, "bad": 150, "dispute": 100, "refund": 150, "interventions": 50, "qa": 150}
LEVELS = (("初级", "3050.00", "800.00"), ("中级", "4180.50", "1250.00"), ("高级", "5625.75", "1888.88"))
GRADES = (("S", "95", "1.5"), ("A", "85", "1.2"), ("B", "75", "1"), ("C", "60", "0.6"), ("D", None, "0"))
COMMISSION = (("0", "0.0100"), ("10000", "0.0050"), ("30000", "0.0075"), ("80000", "0.0075"))  # what each adds to the rate
TYPES = {"employee": "VARCHAR", "shop": "VARCHAR", "month": "VARCHAR", "level": "VARCHAR", "probation": "BOOLEAN",
         "reply": "DECIMAL(5,2)", "response": "DECIMAL(5,1)", "bad": "INTEGER", "dispute": "DECIMAL(5,1)",
         "refund": "DECIMAL(5,2)", "interventions": "INTEGER", "qa": "DECIMAL(4,1)", "sales": "DECIMAL(10,2)",
         "extra": "DECIMAL(3,1)"}


def bands():
    """Each score with how a figure compares with its bounds."""
    return [(name, sign, rows) for sign, table in (("<=", LESS), (">=", MORE)) for name, rows in table.items()]


def duckdb_query(source):
    """SQL for what each record of a source comes to: its key, its total, its grade and its pay."""

    def cases(subject, rows, other):
        return "CASE " + " ".join(f"WHEN {subject} {when} THEN {then}" for when, then in rows) + f" ELSE {other} END"

    # In thousandths of a weight: products of whole numbers, taken to decimals once.
    points = " + ".join(f"({cases(name, [(f'{sign} {bound}', then * WEIGHT[name]) for bound, then in rows], ELSE[name] * WEIGHT[name])})"
                        for name, sign, rows in bands())
    grade = cases("total", [(f">= {least}", f"'{name}'") for name, least, _ in GRADES[:-1]], "'D'")
    factor = cases("g", [(f"= '{name}'", factor) for name, _, factor in GRADES[:-1]], "0.0")
    base, bonus = (cases("level", [(f"= '{row[0]}'", row[at]) for row in LEVELS], "NULL") for at in (1, 2))
    commission = " + ".join(f"greatest(sales - {start}, 0) * {rate}" for start, rate in COMMISSION)
    return f"""WITH summed AS (SELECT *, least(greatest(({points})::DECIMAL(9,0) * 0.001 + extra, 0), 110) AS total
            FROM {source}), graded AS (SELECT *, {grade} AS g FROM summed)
        SELECT employee, month, total, g, round(({base}) * (CASE WHEN probation THEN 0.8 ELSE 1.0 END)
            + ({bonus}) * ({factor}) * (CASE WHEN probation THEN 0.5 ELSE 1.0 END) + {commission}, 2) AS wage FROM graded"""


def by_duckdb(file, threads):
    import duckdb

    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in TYPES.items())
    query = duckdb_query(f"read_csv('{file}', header = true, columns = {{{columns}}})")
    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}")
    totals = connection.execute(f"SELECT g, count(*), sum(wage) FROM ({query}) GROUP BY g").fetchall()
    return {grade: (people, pay) for grade, people, pay in totals}


def polars_schema():
    import polars as pl

    kinds = {"VARCHAR": pl.String, "BOOLEAN": pl.Boolean, "INTEGER": pl.Int32}
    return {name: kinds[kind] if kind in kinds else pl.Decimal(18, int(kind[-2])) for name, kind in TYPES.items()}


def polars_query(frame):
    """The same of a lazy frame."""
    from decimal import Decimal

    import polars as pl

    schema = polars_schema()

    def exact(text, scale):
        return pl.lit(Decimal(text), dtype=pl.Decimal(18, scale))

    def cases(rows, other):
        found = other
        for holds, then in reversed(rows):
            found = pl.when(holds).then(then).otherwise(found)
        return found

    def bound(name, text):
        scale = getattr(schema[name], "scale", None)
        return pl.lit(int(text), dtype=pl.Int32) if scale is None else exact(text, scale)

    total = pl.col("extra").cast(pl.Decimal(18, 3))
    for name, sign, rows in bands():
        column = pl.col(name)
        reached = [(column <= bound(name, at) if sign == "<=" else column >= bound(name, at), points) for at, points in rows]
        thousandths = lambda points: exact(str(Decimal(points * WEIGHT[name]) / 1000), 3)
        total = total + cases([(holds, thousandths(points)) for holds, points in reached], thousandths(ELSE[name]))
    frame = frame.with_columns(total=total.clip(exact("0", 3), exact("110", 3)))
    frame = frame.with_columns(g=cases([(pl.col("total") >= exact(least, 3), pl.lit(name)) for name, least, _ in GRADES[:-1]], pl.lit("D")))
    level, probation, g, sales = (pl.col(name) for name in ("level", "probation", "g", "sales"))
    base, bonus = (cases([(level == row[0], exact(row[at], 2)) for row in LEVELS], exact("0", 2)) for at in (1, 2))
    factor = cases([(g == name, exact(factor, 1)) for name, _, factor in GRADES], exact("0", 1))
    # Each product keeps all of its decimals only where both sides have room for them.
    wide = lambda part: part.cast(pl.Decimal(38, 6))
    pay = wide(base) * wide(pl.when(probation).then(exact("0.8", 1)).otherwise(exact("1.0", 1)))
    pay = pay + wide(bonus) * wide(factor) * wide(pl.when(probation).then(exact("0.5", 1)).otherwise(exact("1.0", 1)))
    for start, rate in COMMISSION:
        over = pl.when(sales > exact(start, 2)).then(sales - exact(start, 2)).otherwise(exact("0", 2))
        pay = pay + wide(over) * wide(exact(rate, 4))
    return frame.select("employee", "month", "total", "g", wage=pay.round(2, mode="half_away_from_zero"))


def by_polars(file, threads):
    os.environ["POLARS_MAX_THREADS"] = threads
    import polars as pl

    each = polars_query(pl.scan_csv(file, schema=polars_schema()))
    totals = each.group_by("g").agg(pl.len(), pl.col("wage").sum()).collect(engine="streaming")
    return {grade: (people, pay) for grade, people, pay in totals.rows()}


def main(engine, file, threads):
    found = {"duckdb": by_duckdb, "polars": by_polars}[engine](file, threads)
    people = " ".join(f"{grade} {found.get(grade, (0, 0))[0]}" for grade, *_ in GRADES)
    print(f"{people} pay {sum(pay for _, pay in found.values()):.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
