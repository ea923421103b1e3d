"""Runs beside other work: the interpreter goes on, Ctrl-C and a callback end one, threads and forks do no harm."""

from __future__ import annotations

import _thread
import multiprocessing
import threading
import time
from decimal import Decimal

import merit
import pyarrow as pa
import pytest
from conftest import POLICIES, plain

TEXT = """policy "量" { currency CNY }
record {
    工号 : text, key
    单量 : count in [0, 100000]
}
pay 工资 { 计件 = 单量 * 0.5元 }
"""


def records(count: int) -> pa.Table:
    return pa.table({"工号": [f"K{at}" for at in range(count)], "单量": pa.array(range(count), pa.int64())})


def test_progress_is_told() -> None:
    seen: list[tuple[int, int | None]] = []
    merit.Policy(TEXT).evaluate(records(1000), progress=lambda done, of: seen.append((done, of)))
    assert seen[-1] == (1000, 1000)


def test_a_callback_that_raises_ends_the_run() -> None:
    def stop(done: int, of: int | None) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        merit.Policy(TEXT).evaluate(records(1000), progress=stop)


def endless(schema: pa.Schema, batch: pa.RecordBatch):
    while True:
        yield batch


def test_ctrl_c_ends_a_run_that_would_not_end() -> None:
    batch = records(1000).to_batches()[0]
    reader = pa.RecordBatchReader.from_batches(batch.schema, endless(batch.schema, batch))
    timer = threading.Timer(0.3, _thread.interrupt_main)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        merit.Policy(TEXT).evaluate(reader)
    timer.join()


def test_the_interpreter_goes_on_meanwhile() -> None:
    """Somebody else's Python is what lets a run go on."""
    batch = records(10).to_batches()[0]
    turn = threading.Event()

    def waiting():
        assert turn.wait(20)
        yield batch

    other = threading.Thread(target=lambda: (time.sleep(0.05), turn.set()))
    other.start()
    reader = pa.RecordBatchReader.from_batches(batch.schema, waiting())
    assert len(merit.Policy(TEXT).evaluate(reader)) == 10
    other.join()


def test_a_stream_that_fails() -> None:
    def failing():
        yield records(10).to_batches()[0]
        raise ValueError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(records(1).schema, failing())
    with pytest.raises(OSError, match="the disk is gone"):
        merit.Policy(TEXT).evaluate(reader)


def test_threads_share_a_policy() -> None:
    policy, found = merit.Policy(TEXT), []
    expected = plain(policy.evaluate(records(20_000)).table)

    def run() -> None:
        found.append(plain(policy.evaluate(records(20_000)).table).equals(expected))

    threads = [threading.Thread(target=run) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join(60) for thread in threads]
    assert found == [True] * 4


def forked(policy: merit.Policy, give) -> None:
    give.send(pa.table(policy.evaluate({"工号": "A", "单量": 3}).table)["工资"].to_pylist())


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork")
def test_a_fork_evaluates_as_its_parent() -> None:
    policy = merit.Policy(TEXT)
    policy.evaluate(records(5000))
    context = multiprocessing.get_context("fork")
    take, give = context.Pipe(False)
    child = context.Process(target=forked, args=(policy, give))
    child.start()
    assert take.poll(30) and take.recv() == [Decimal("1.50")]
    child.join(30)
    assert child.exitcode == 0


def test_what_the_policy_does_not_read_is_refused() -> None:
    policy = merit.Policy(TEXT)
    with pytest.raises(merit.DataError, match="订单"):
        policy.evaluate(records(1), with_={"订单": records(1)})
    with pytest.raises(merit.DataError, match="history"):
        policy.evaluate(records(1), history=records(1))
    needs = merit.Policy.read(POLICIES / "aftersales-points.merit")
    with pytest.raises((merit.DataError, merit.SchemaError)):
        needs.evaluate(records(1))
    with pytest.raises(ValueError, match="floats"):
        policy.evaluate(records(1), floats="rounded")
    with pytest.raises(ValueError, match="lang"):
        policy.evaluate(records(1), lang="fr")
