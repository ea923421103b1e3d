"""Policies: what they read and give, what they say of tables, how a record came to what it came to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from . import _native
from ._native import Schema, Table
from .errors import PolicyError

#: Anything with ``__arrow_c_stream__``, or records as dicts.
TableLike = Any


class Data(dict[str, Any]):
    """A dict whose members are attributes too."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Diagnostic(Data):
    """What is told of a policy: ``code``, ``severity``, ``message``, ``help``, ``file``, ``line``, ``column``, ``labels``,
    ``region``, ``witness``, ``edits``. The form is that of ``merit check --format json``."""

    #: What is told of a region of values only, and of a place only.
    _ABSENT = ("region", "witness", "second_witness", "rows", "file", "line", "column")

    def __getattr__(self, name: str) -> Any:
        if name in self._ABSENT and name not in self:
            return None
        return super().__getattr__(name)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.file is not None else ""
        return f"{place}{self['severity']}[{self['code']}] {self['message']}"


def _data(found: Iterable[Mapping[str, Any]]) -> list[Data]:
    return [Data(one) for one in found]


def _diagnosed(error: PolicyError) -> PolicyError:
    error.diagnostics = [Diagnostic(one) for one in error.diagnostics]
    return error


@dataclass(frozen=True)
class Evaluation:
    """What records came to."""

    #: A row for each row of the table, in its order, with ``_status`` and ``_reasons``; has ``__arrow_c_stream__``.
    table: Table
    #: What ``merit eval`` tells: ``records``, ``grades``, ``pay``, ``flags``, ``reasons``, ``notices`` …
    summary: dict[str, Any]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self.table)


class Policy:
    """A policy that was read, checked and proved. One that is refused raises :class:`merit.PolicyError`.

    >>> policy = Policy.read("policies/sales-satisfaction.merit")
    >>> out = policy.evaluate(table)
    """

    __slots__ = ("_of",)
    _of: _native.Policy

    def __init__(self, text: str, name: str = "policy.merit", *, lang: str | None = None) -> None:
        """Reads the text of a policy. What it uses is looked for beside ``name``; ``lang`` is ``"zh"`` or ``"en"``."""
        try:
            self._of = _native.Policy(text, name, lang)
        except PolicyError as error:
            raise _diagnosed(error) from None

    @classmethod
    def _made(cls, make: Callable[[], _native.Policy]) -> Policy:
        policy = cls.__new__(cls)
        try:
            policy._of = make()
        except PolicyError as error:
            raise _diagnosed(error) from None
        return policy

    @classmethod
    def read(cls, path: str | os.PathLike[str], *, lang: str | None = None) -> Policy:
        """Reads a policy and the files that it uses."""
        return cls._made(lambda: _native.Policy.read(os.fspath(path), lang))

    def set(self, params: Mapping[str, object] | None = None, /, **others: object) -> Policy:
        """The same policy with other values for some params, spelt as a policy spells them: ``.set(奖金池="400元")``."""
        given = {**(params or {}), **others}
        return self._made(lambda: self._of.set([(name, _spelt(value)) for name, value in given.items()]))

    @property
    def name(self) -> str:
        """The name of its file."""
        return self._of.name

    @property
    def title(self) -> str:
        """Its title."""
        return self._of.title

    @property
    def text(self) -> str:
        """Its text."""
        return self._of.text

    @property
    def settings(self) -> dict[str, str]:
        """The params that have other values than the text says."""
        return dict(self._of.settings)

    def check(self, lang: str | None = None) -> list[Diagnostic]:
        """Everything that is told of it, warnings only: an error would have refused it. In its own tongue, or ``lang``."""
        return [Diagnostic(one) for one in self._of.check(lang)]

    @property
    def fields(self) -> list[Data]:
        """What it reads of each record: ``name``, ``title``, ``type``, ``unit``, ``domain``, ``decimals``, ``optional`` …"""
        return _data(self._of.fields)

    @property
    def results(self) -> list[Data]:
        """The columns that it can give, in the same form; ``default`` says which are there without asking."""
        return _data(self._of.results)

    @property
    def relations(self) -> list[Data]:
        """The lookups and details that ``with_`` must give, each with its ``fields``."""
        return [Data(one, fields=_data(one["fields"])) for one in self._of.relations]

    @property
    def input_schema(self) -> Schema:
        """The Arrow schema of its records: ``pyarrow.schema(policy.input_schema)``."""
        return self._of.input_schema

    @property
    def result_schema(self) -> Schema:
        """The Arrow schema of its results without asking for columns."""
        return self._of.result_schema("default")

    def result_schema_of(self, columns: str | Sequence[str]) -> Schema:
        """The Arrow schema of results with these columns."""
        return self._of.result_schema(columns if isinstance(columns, str) else list(columns))

    @property
    def partition_by(self) -> list[str]:
        """The fields by which records must stay together: a period, a shop, the key of one that looks back. Empty where each
        record stands alone, and where all belong together, which :attr:`stands_alone` tells apart."""
        return self._of.together or []

    @property
    def stands_alone(self) -> bool:
        """Whether each record is evaluated by itself."""
        return self._of.together is None

    def evaluate(
        self,
        table: TableLike,
        *,
        with_: Mapping[str, TableLike] | None = None,
        history: TableLike | None = None,
        columns: str | Sequence[str] = "default",
        floats: str | None = None,
        hold_back: bool = False,
        progress: Callable[[int, int | None], object] | None = None,
        lang: str | None = None,
    ) -> Evaluation:
        """What each record comes to, to the exact cent.

        ``table`` is anything with ``__arrow_c_stream__`` — a frame of Polars or pandas, a relation of DuckDB, a table or a
        reader of pyarrow — or records as dicts. ``with_`` gives the rows of lookups and details by name, ``history`` results
        of earlier runs; each may be a list of tables. ``columns`` is ``"default"``, ``"all"`` or names. A table that lacks a
        column or has one of another type raises :class:`merit.SchemaError` before a row is read; a bad cell rejects its
        record. Binary floats are refused unless ``floats="shortest"`` reads each as the shortest decimal that leads back to
        it. ``progress`` is called with the rows that are done and of how many, ``None`` while they are read.
        """
        made, summary = self._of.evaluate(
            table,
            with_=None if with_ is None else dict(with_),
            history=history,
            columns=columns if isinstance(columns, str) else list(columns),
            floats=floats,
            hold_back=hold_back,
            progress=progress,
            lang=lang,
        )
        return Evaluation(made, summary)

    def why(
        self,
        record: TableLike,
        key: object = (),
        *,
        with_: Mapping[str, TableLike] | None = None,
        history: TableLike | None = None,
        floats: str | None = None,
        lang: str | None = None,
    ) -> Data:
        """How a record came to what it came to: the form of ``merit why --format json``.

        ``key`` is its key, and the period behind it where the policy has one: ``("K001", "2026-03")``. Of one record alone
        none is needed.
        """
        if key is None:
            key = ()
        given = [key] if isinstance(key, str) or not isinstance(key, Iterable) else list(key)
        words = [_spelt(part) for part in given]
        with_ = None if with_ is None else dict(with_)
        return Data(self._of.why(record, words, with_=with_, history=history, floats=floats, lang=lang))

    def test(self, lang: str | None = None) -> list[Data]:
        """What came of its tests: ``name``, ``passed``, ``expectations``."""
        return [Data(one, expectations=_data(one["expectations"])) for one in self._of.test(lang)]

    def __repr__(self) -> str:
        return f"<merit.Policy {self.title!r} from {self.name}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.text, self.name, tuple(self._of.files), tuple(self._of.settings))


@lru_cache(maxsize=8)
def _restored(
    text: str, name: str, files: tuple[tuple[str, str], ...], settings: tuple[tuple[str, str], ...]
) -> Policy:
    """A policy with the files that it uses, wherever it has travelled. Tasks of one worker share it: nothing changes it."""
    return Policy._made(lambda: _native.Policy(text, name, None, list(files), list(settings)))


def _spelt(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a binary float: give the value as a text, as a policy spells it, or as a Decimal")
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def check(text: str, name: str = "policy.merit", lang: str | None = None) -> list[Diagnostic]:
    """Everything that is told of a policy, whether it is accepted or not."""
    return [Diagnostic(one) for one in _native.check(text, name, lang)]


def diff(
    old: Policy,
    new: Policy,
    table: TableLike | None = None,
    *,
    with_: Mapping[str, TableLike] | None = None,
    history: TableLike | None = None,
    by: str | None = None,
    floats: str | None = None,
    lang: str | None = None,
) -> Data:
    """What changed between two policies, whether it matters and where; with a table, what it does to people. The form is that
    of ``merit diff --format json``. A table is read twice, so a reader that can be read once is none."""
    tables = None if table is None else (table, table)
    return Data(
        _native.diff(
            old._of,
            new._of,
            tables=tables,
            with_=None if tables is None else (_own(old, with_), _own(new, with_)),
            history=None if tables is None or history is None else (_past(old, history), _past(new, history)),
            by=by,
            floats=floats == "shortest",
            lang=lang,
        )
    )


def _own(policy: Policy, with_: Mapping[str, TableLike] | None) -> dict[str, TableLike]:
    """What only the other policy needs is not for this one."""
    known = {relation["name"] for relation in policy.relations}
    return {name: table for name, table in (with_ or {}).items() if name in known}


def _past(policy: Policy, history: TableLike) -> TableLike:
    return history if policy._of.looks_back else []
