"""Merit from Python: staff appraisal policies over Arrow, Polars, DuckDB, pandas and Spark, to the exact cent.

>>> import merit
>>> policy = merit.Policy.read("policies/small-shop.merit")
>>> out = policy.evaluate(frame)
"""

from typing import Any

from ._native import Schema, Table
from .errors import DataError, MeritError, PolicyError, SchemaError
from .policy import Diagnostic, Evaluation, Policy, check, diff

__all__ = [
    "DataError",
    "Diagnostic",
    "Evaluation",
    "MeritError",
    "Policy",
    "PolicyError",
    "Schema",
    "SchemaError",
    "Table",
    "check",
    "diff",
]


def __getattr__(name: str) -> Any:
    # Spark is loaded where it is asked for: it need not be installed.
    if name == "spark":
        import importlib

        return importlib.import_module(".spark", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
