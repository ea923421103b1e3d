"""`bonus.merit` as a graph of ZEN: a table a score, as its editor draws them."""
from decimal import Decimal

import frames


def decision():
    nodes, edges = [], []

    def node(name, kind, after, **content):
        nodes.append({"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}, **({"content": content} if content else {})})
        edges.extend({"id": f"{one}-{name}", "sourceId": one, "targetId": name, "type": "edge"} for one in after)

    def table(name, subject, outputs, rules, after):
        rows = [{"_id": f"{name}-{at}", "in": when, **{f"out{of}": then for of, then in enumerate(values)}}
                for at, (when, values) in enumerate(rules)]
        columns = [{"id": f"out{of}", "name": field, "field": field} for of, field in enumerate(outputs)]
        node(name, "decisionTableNode", after, hitPolicy="first", passThrough=False, inputField=None, outputPath=None,
             executionMode="single", inputs=[{"id": "in", "name": "in", "field": subject}], outputs=columns, rules=rows)

    def formulas(name, after, through, each):
        node(name, "expressionNode", after, passThrough=through, inputField=None, outputPath=None, executionMode="single",
             expressions=[{"id": f"{name}-{key}", "key": key, "value": value} for key, value in each.items()])

    node("records", "inputNode", [])
    for name, sign, rows in frames.bands():
        rules = [(f"{sign} {bound}", [str(points)]) for bound, points in rows] + [("", [str(frames.ELSE[name])])]
        table(f"table_{name}", name, [f"score_{name}"], rules, ["records"])
    levels = [(f"'{name}'", [base, bonus]) for name, base, bonus in frames.LEVELS]
    table("table_level", "level", ["base", "bonus"], levels, ["records"])
    scores = [name for name, _, _ in frames.bands()]
    sum_of = " + ".join(f"score_{name} * {Decimal(frames.WEIGHT[name]) / 1000}" for name in scores)
    formulas("sum", [*(f"table_{name}" for name in scores), "table_level", "records"], True,
             {"total": f"max([0, min([110, {sum_of} + extra])])"})
    grades = [(f">= {least}" if least else "", [f"'{name}'", factor]) for name, least, factor in frames.GRADES]
    table("table_grade", "total", ["g", "factor"], grades, ["sum"])
    commission = " + ".join(f"max([0, sales - {start}]) * {rate}" for start, rate in frames.COMMISSION)
    pay = f"round(base * (probation ? 0.8 : 1) + bonus * factor * (probation ? 0.5 : 1) + {commission}, 2)"
    formulas("pay", ["sum", "table_grade"], False, {"total": "total", "g": "g", "wage": pay})
    node("results", "outputNode", ["pay"])
    return {"nodes": nodes, "edges": edges}
