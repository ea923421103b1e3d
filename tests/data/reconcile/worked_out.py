"""Works a month of live.merit out apart from Merit, in exact fractions, each time with one thing done another way, and
writes planted.csv: the sheet that nothing is planted in, then of each other the rows that differ from it.

    python3 worked_out.py
"""
from decimal import Decimal as D, ROUND_HALF_UP as UP, ROUND_HALF_EVEN as EVEN, ROUND_DOWN as CUT, getcontext
from fractions import Fraction as F
getcontext().prec = 60
def rnd(x, step, mode=UP):
    q = F(x) / F(step)
    n, d = q.numerator, q.denominator
    whole, rest = divmod(abs(n), d)
    up = {UP: 2*rest >= d, EVEN: 2*rest > d or (2*rest == d and whole % 2), CUT: False}[mode]
    whole += 1 if up else 0
    return (whole if n >= 0 else -whole) * F(step)
C = F(1,100)
COLS = ["场次","时长","成交","退款","互动","违规"]
ROWS = {  # 工号: 直播间, {month: values}
 "L1": ("北厅", {"2024-02": "20 118.5 250000.00 6000.00 9.10 0", "2024-03": "21 131.5 381245.67 9295.11 9.40 1"}),
 "L2": ("北厅", {"2024-02": "26 160.0 280000.00 6000.00 9.50 0", "2024-03": "23 142.5 333333.33 10000.00 9.20 -"}),   # exactly 3.00% after rounding
 "L3": ("南厅", {"2024-03": "18 119.9 180500.50 9100.25 8.34 2"}),
 "L4": ("南厅", {"2024-03": "17 120.0 99999.99 7999.99 - 0"}),
 "L5": ("西厅", {"2024-03": "25 79.9 150000.00 4512.00 7.90 3"}),       # 3.008% -> 3.01%
 "L6": ("西厅", {"2024-02": "24 121.0 210000.00 5200.00 9.60 0", "2024-03": "24 133.3 222222.22 6111.11 8.66 0"}),
 "L7": ("东厅", {"2024-03": "19 91.3 88001.00 2640.03 8.30 0"}),        # exactly 3%
 "L8": ("东厅", {"2024-03": "31 100.7 170317.36 4988.50 8.28 0"}),
 "L10": ("西厅", {"2024-03": "19 99.5 160293.00 3550.00 8.27 1"}),
 "L11": ("北厅", {"2024-03": "12 120.0 90500.00 2990.00 7.10 0"}),
 "L9": ("南厅", {"2024-03": "16 90.4 120345.00 6017.25 - 0"}),
}
LOOK = {("北厅","2024-02"): ("2.40","500.00"), ("北厅","2024-03"): ("2.50","600.00"), ("南厅","2024-03"): ("1.75",""), ("西厅","2024-02"): ("2.05","200.00"), ("西厅","2024-03"): ("2.15","250.00"), ("东厅","2024-03"): ("3.10","380.50")}
def num(t): return None if t in ("", "-") else F(D(t))
def fields(key, month): return dict(zip(COLS, map(num, ROWS[key][1][month].split())))
def month(key, m, how, history):
    f = dict(fields(key, m)); room = ROWS[key][0]
    rate, subsidy = (num(t) for t in LOOK[(room, m)])
    rate /= 100
    if f["违规"] is None: f["违规"] = F(0)
    if "fields" in how: how["fields"](key, m, f)
    if "rate" in how: rate = how["rate"](rate)
    if "subsidy" in how: subsidy = how["subsidy"](subsidy)
    net = max(f["成交"] - f["退款"], F(0))
    refund = how.get("refund", lambda x: rnd(x, F(1,10000)))(f["退款"] / f["成交"]) if f["成交"] else F(0)
    s1 = how.get("s1", lambda r: 100 if r <= F(3,100) else 73 if r <= F(8,100) else 30)(refund)
    s2 = how.get("s2", lambda t: 100 if t >= 120 else 78 if t >= 80 else 50)(f["时长"])
    i = f["互动"]
    if i is None and how.get("zero"): i = F(0)
    s3 = F(76) if i is None else F(100) if i >= 9 else rnd(70 + (i - 7) / 2 * 25, C) if i >= 7 else F(55)
    parts = [F(s1) * 45 / 100, F(s2) * 30 / 100, F(s3) * 25 / 100]
    total = sum(map(how.get("part", lambda x: x), parts))
    total = how.get("total", lambda x: rnd(x, F(1,10)))(total)
    grade = how.get("grade", lambda t: "金" if t >= 90 else "银" if t >= 75 else "铜")(total)
    k = {"金": F(130,100), "银": F(105,100), "铜": F(80,100)}[grade]
    show = lambda x: rnd(x, C, how.get("mode", UP))
    ln = how.get("line", show)
    p = {}
    p["场次费"] = ln(how.get("fee", lambda price, k, n: price * k * n)(how.get("price", F(18555,100)), k, f["场次"]))
    p["时长费"] = ln(how.get("hours", lambda h: rnd(2600 * h / 174, C))(f["时长"]))
    com = net * rate
    p["佣金"] = min(ln(com), F(9000)) if how.get("cap", True) else ln(com)
    p["补贴"] = ln(F(100) if subsidy is None else subsidy)
    streak = 0
    for g in [grade] + history:
        if g != "金": break
        streak += 1
    p["连优"] = F(300) if streak >= 2 else F(0)
    p["违规"] = -50 * f["违规"]
    p["退款扣"] = ln(-400 * refund)
    if "parts_of_pay" in how: p = {n: how["parts_of_pay"](v) for n, v in p.items()}
    s = how.get("sum", lambda x: x)(sum(p.values()))
    if how.get("top", True): s = min(s, F(20000))
    return dict(refund=refund, total=total, grade=grade, lines=p, pay=s)
def all_of(how=None):
    how = how or {}
    out = {}
    for key in ROWS:
        hist = []
        for m in sorted(ROWS[key][1]):
            out[(key, m)] = month(key, m, how if m == "2024-03" else {}, hist[:])
            hist.insert(0, out[(key, m)]["grade"])
    return out
def dec(x):
    x = F(x); d = D(x.numerator) / D(x.denominator)
    assert F(d) == x, x
    t = format(d, "f")
    return t.rstrip("0").rstrip(".") if "." in t else t
def last_period(name):
    def of(key, m, f):
        if "2024-02" in ROWS[key][1]: f[name] = fields(key, "2024-02")[name] or F(0)
    return of
CAUSES = {
 # name: (kind, how, columns)
 "a-day-rounded-first":    ("round-each-step", dict(hours=lambda h: rnd(F(2600)/174, C) * h)),
 "fee-rounded-then-times": ("round-each-step", dict(fee=lambda price, k, n: rnd(price * k, C) * n)),
 "half-even":              ("half-even", dict(mode=EVEN)),
 "refund-rate-cut-off":    ("cut-off", dict(refund=lambda x: rnd(x, F(1,10000), CUT))),
 "total-cut-off":          ("cut-off", dict(total=lambda x: rnd(x, F(1,10), CUT))),
 "cents-dropped":          ("cut-off", dict(sum=lambda x: rnd(x, 1, CUT))),
 "items-rounded-first":    ("rounded-parts", dict(part=lambda x: rnd(x, 1))),
 "lines-rounded-first":    ("rounded-parts", dict(parts_of_pay=lambda x: rnd(x, 1))),
 "refund-below-3":         ("band-end", dict(s1=lambda r: 100 if r < F(3,100) else 73 if r < F(8,100) else 30)),
 "hours-above-120":        ("band-end", dict(s2=lambda t: 100 if t > 120 else 78 if t > 80 else 50)),
 "no-score-is-0":          ("missing-as-zero", dict(zero=True)),
 "no-subsidy-is-0":        ("missing-as-zero", dict(subsidy=lambda s: s or F(0))),
 "commission-times-100":   ("percent-as-number", dict(rate=lambda r: r * 100)),
 "commission-by-100":      ("percent-as-number", dict(rate=lambda r: r / 100)),
 "total-as-shown":         ("shown-value", dict(total=lambda x: rnd(rnd(x, F(1,10)), 1))),
 "hours-of-february":      ("last-period", dict(fields=last_period("时长"))),
 "refunds-of-february":    ("last-period", dict(fields=last_period("退款"))),
 "lines-not-rounded":      ("unrounded-parts", dict(line=lambda x: x, sum=lambda x: rnd(x, C), hours=lambda h: 2600 * h / 174)),
 "refund-not-rounded":     ("unrounded-step", dict(refund=lambda x: x)),
 "no-cap":                 (None, dict(cap=False)),
 "old-price":              (None, dict(price=F(17555,100))),
}

def write(name, heads, rows):
    with open(name, "w") as out:
        out.writelines(",".join(cells) + "\n" for cells in [heads] + rows)

def main():
    march, base = "2024-03", all_of()
    each = [(key, m, v) for key, (_, months) in ROWS.items() for m, v in months.items()]
    write("live.csv", ["工号", "月份", "直播间"] + COLS, [[key, m, ROWS[key][0]] + ["" if t == "-" else t for t in v.split()] for key, m, v in each])
    write("rooms.csv", ["直播间", "月份", "佣金率", "补贴"], [[room, m, rate + "%", more] for (room, m), (rate, more) in LOOK.items()])
    found = [["", "", key, base[(key, march)]["grade"], dec(base[(key, march)]["pay"])] for key in ROWS]
    for name, (kind, how) in CAUSES.items():
        other, before = all_of(how), len(found)
        for key in ROWS:
            ours, theirs = base[(key, march)], other[(key, march)]
            if (ours["grade"], ours["pay"]) != (theirs["grade"], theirs["pay"]):
                found.append([name, kind or "", key, theirs["grade"], dec(theirs["pay"])])
        assert len(found) > before, name
    write("planted.csv", ["planted", "kind", "工号", "档", "收入"], found)

main()
