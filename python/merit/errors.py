"""What can go wrong, each with what there is to know of it as data."""

from __future__ import annotations

from typing import Any


class MeritError(Exception):
    """Anything that this package refuses."""


class PolicyError(MeritError, ValueError):
    """A policy that is refused. ``diagnostics`` has everything that is told of it, in the order of its places."""

    diagnostics: list[Any]

    def __init__(self, message: str, diagnostics: list[Any] | None = None) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics or []


class SchemaError(MeritError, ValueError):
    """A table that lacks a column or has one of another type, told before a row of it is read."""

    #: The column, as the table calls it; of one that is not there, the field.
    column: str | None
    #: What it is; nothing, where it is not there.
    found: str | None
    #: What is needed.
    needed: str | None
    #: All columns of which it is told.
    columns: list[str]

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.column = self.found = self.needed = None
        self.columns = []


class DataError(MeritError, ValueError):
    """Data that cannot be used as a whole. A bad cell is none: it rejects its record."""

    #: What is wrong: ``code``, ``severity``, ``message``.
    problems: list[dict[str, Any]]

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.problems = []
