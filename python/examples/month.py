"""A month of a shop as a picture. Run it, or open it as a notebook: each ``# %%`` is a cell.

    pip install merit pyarrow matplotlib
    python month.py policies/small-shop.merit policies/small-shop.csv month.png
"""

# %% What is evaluated
from __future__ import annotations

import csv
import sys
from collections import Counter

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import merit
import pyarrow as pa

policy_path, data_path, picture = (sys.argv[1:] + ["policies/small-shop.merit", "policies/small-shop.csv", "month.png"][len(sys.argv) - 1 :])[:3]

# Every column as text, so that no figure is guessed at: the policy says how it is read.
with open(data_path, encoding="utf-8-sig", newline="") as file:
    heads, *rows = csv.reader(file)
records = pa.table([pa.array([row[at] for row in rows]) for at in range(len(heads))], names=heads)

# %% What it comes to
policy = merit.Policy.read(policy_path)
out = policy.evaluate(records)
results = pa.table(out.table).filter(pa.compute.field("_status") == "ok")
print(out.summary["records"], out.summary["pay"])

# %% Who has which grade, and what is paid
grade = next(iter(out.summary["grades"]), None)
pay = next(iter(out.summary["pay"]), None)
plt.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "WenQuanYi Zen Hei", "SimHei", "DejaVu Sans"]
figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.5), layout="constrained")
if grade is not None:
    people = Counter(results[grade].to_pylist())
    labels = list(out.summary["grades"][grade])
    left.bar(labels, [people[label] for label in labels], color="#4c78a8")
    left.set_title(grade)
if pay is not None:
    # A picture needs no cent: here alone a figure becomes a binary float.
    right.hist([float(amount) for amount in results[pay].to_pylist()], bins=12, color="#f58518")
    right.set_title(f"{pay} ({out.summary['currency']})")
figure.savefig(picture, dpi=120)
