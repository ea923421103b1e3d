"""Spark, where one machine is too small: the same results, to the digit, for any number of partitions and executors."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import BooleanType, IntegerType, StructField, StructType

from .policy import Policy, TableLike

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    Batches = Iterator[pa.RecordBatch]

#: Columns of the way, which no field can be called: the part to which a row goes, and whether it is a copy there.
_PART, _COPY = "_merit_part", "_merit_copy"


def evaluate(
    df: DataFrame,
    policy: Policy,
    *,
    with_: Mapping[str, TableLike] | None = None,
    history: TableLike | None = None,
    columns: str | Sequence[str] = "default",
    unique: bool = False,
    partitions: int | None = None,
    lang: str | None = None,
) -> DataFrame:
    """What each record of a DataFrame comes to: a row for each, with ``_status`` and ``_reasons``.

    The columns are checked here, before a job starts; what is wrong with them raises :class:`merit.SchemaError`. The policy
    travels as text. Records that must stay together (``policy.partition_by``), and those of one key, are brought together by
    one shuffle into ``partitions`` parts, by default ``spark.sql.shuffle.partitions``. Where each record stands alone and you
    vouch with ``unique=True`` that no key stands twice, nothing is shuffled. ``with_`` and ``history`` are sent to every task
    whole.
    """
    session = df.sparkSession
    used = policy._of.admits(to_arrow_schema(df.schema).empty_table(), lang=lang)
    records = df.select([df[f"`{name}`"] for name in used])
    beside: dict[str, Any] = {
        "with_": None if with_ is None else {name: _here(table) for name, table in with_.items()},
        "history": None if history is None else _here(history),
        "columns": columns if isinstance(columns, str) else list(columns),
        "lang": lang,
    }
    # What is wrong with the tables beside the records is told here too.
    empty = to_arrow_schema(records.schema).empty_table()
    given = _plain(pa.schema(policy.result_schema_of(beside["columns"])))
    policy.evaluate(empty, **beside)
    sent = _sent(session, beside)
    schema = from_arrow_schema(given)
    fields = _together(policy, unique)
    if fields is None:
        return records.mapInArrow(_each(policy, sent, given), schema)
    if not fields:
        told = f"{policy.title}: its cohorts and its history share no field, so that all records go into one part of one task"
        warnings.warn(told, stacklevel=2)
    parts = partitions or int(session.conf.get("spark.sql.shuffle.partitions") or 200)
    way = StructType([*records.schema.fields, StructField(_PART, IntegerType()), StructField(_COPY, BooleanType())])
    joint = not policy.stands_alone
    tagged = records.mapInArrow(_tagged(policy, fields, parts, joint, to_arrow_schema(way)), way)
    return tagged.repartition(parts, _PART).mapInArrow(_parts(policy, sent, given), schema)


def _together(policy: Policy, unique: bool) -> list[str] | None:
    """The fields by which records are brought together; ``None``, where nothing is to be."""
    together, identity = policy._of.together, policy._of.identity
    if unique or not identity:
        return together
    # What has one key is rejected, so it must be seen together as well.
    return identity if together is None else [field for field in together if field in identity]


class _Carried:
    """What goes along with the code where nothing can be broadcast, as through Spark Connect."""

    def __init__(self, value: dict[str, Any]) -> None:
        self.value = value


def _sent(session: Any, beside: dict[str, Any]) -> Any:
    try:
        context = session.sparkContext
    except Exception:
        return _Carried(beside)
    return context.broadcast(beside)


def _here(table: TableLike) -> Any:
    """A table beside the records, as it is sent: one of Spark is collected."""
    if isinstance(table, list | tuple):
        return [_here(one) for one in table]
    if hasattr(table, "toArrow"):
        return table.toArrow()
    return pa.table(table) if hasattr(table, "__arrow_c_stream__") else table


def _plain(schema: pa.Schema) -> pa.Schema:
    """A schema with words in the place of dictionaries, which Spark does not take."""
    plain = [pa.field(one.name, one.type.value_type if pa.types.is_dictionary(one.type) else one.type) for one in schema]
    return pa.schema(plain)


def _results(policy: Policy, table: pa.Table, sent: Any, given: pa.Schema) -> pa.Table:
    """Results in the order and of the types that were declared: Spark goes by places and rounds what has another scale."""
    found = pa.table(policy.evaluate(table, **sent.value).table)
    return found.select(given.names).cast(given)


def _each(policy: Policy, sent: Any, given: pa.Schema) -> Callable[[Batches], Batches]:
    def run(batches: Batches) -> Batches:
        for batch in batches:
            yield from _results(policy, pa.Table.from_batches([batch]), sent, given).to_batches()

    return run


def _tagged(
    policy: Policy, fields: list[str], parts: int, joint: bool, way: pa.Schema
) -> Callable[[Batches], Batches]:
    """Tells each record its part. One of which it is not known may hang on any, so where records hang on others it goes to
    all of them."""

    def run(batches: Batches) -> Batches:
        for batch in batches:
            table = pa.Table.from_batches([batch])
            part = pa.table(policy._of.parts(table, fields, parts))["part"].combine_chunks()
            known = table.append_column(_PART, part.fill_null(0)).append_column(_COPY, pa.repeat(False, len(part)))
            if joint and part.null_count:
                lost = table.filter(part.is_null())
                everywhere = [
                    lost.append_column(_PART, pa.repeat(pa.scalar(own, pa.int32()), len(lost))).append_column(
                        _COPY, pa.repeat(own > 0, len(lost))
                    )
                    for own in range(parts)
                ]
                known = pa.concat_tables([known.filter(part.is_valid()), *everywhere])
            yield from known.cast(way).to_batches()

    return run


def _parts(policy: Policy, sent: Any, given: pa.Schema) -> Callable[[Batches], Batches]:
    """Evaluates the parts that came to a task, each by itself."""

    def run(batches: Batches) -> Batches:
        came = list(batches)
        if not came:
            return
        table = pa.Table.from_batches(came)
        for part in pc.unique(table[_PART]).to_pylist():
            own = table.filter(pc.equal(table[_PART], part))
            copies = own[_COPY]
            results = _results(policy, own.drop_columns([_PART, _COPY]), sent, given)
            yield from results.filter(pc.invert(copies)).to_batches()

    return run
