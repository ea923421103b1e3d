"""Policies by themselves: reading, refusing, what they say they read and give, their tests."""

from __future__ import annotations

import pickle
from decimal import Decimal

import merit
import pyarrow as pa
import pytest
from conftest import CASES, POLICIES

TEXT = """policy "奖金" { currency CNY }
param 奖金池 : money in [0元, 500元] = 300元
record {
    工号 : text, key
    得分 : number in [0, 100], decimals 1
    班组 : 早班 | 晚班
}
grade 等级 by 得分 -> 系数 : percent {
    甲 : >= 90 => 100%
    乙 : < 90 => 50%
}
pay 奖金 { 金额 = 奖金池 * 等级.系数 }
test "满分" {
    given { 得分 = 95, 班组 = 早班 }
    expect { 等级 = 甲, 奖金 = 300元 }
}
"""


@pytest.fixture
def policy() -> merit.Policy:
    return merit.Policy(TEXT, name="bonus.merit")


def test_a_text_is_a_policy(policy: merit.Policy) -> None:
    assert (policy.title, policy.name) == ("奖金", "bonus.merit")
    assert policy.check() == []


def test_what_is_refused_raises_with_what_is_told() -> None:
    bad = TEXT.replace("乙 : < 90 => 50%", "乙 : < 80 => 50%")
    with pytest.raises(merit.PolicyError) as raised:
        merit.Policy(bad, name="bad.merit", lang="en")
    told = [one for one in raised.value.diagnostics if one.severity == "error"]
    assert [one.code for one in told] == ["E0501"]
    assert told[0].file == "bad.merit"
    assert told[0].line == 8
    assert told[0].witness == {"得分": "80"}
    assert "80" in str(raised.value)
    assert told[0].labels and told[0].edits and told[0].region
    assert merit.check(bad, "bad.merit")[0].code == "E0501"


def test_a_text_that_is_no_policy_raises() -> None:
    for text in ["", "}", "policy", "\0", "（" * 5000, "policy \"x\" {" * 300]:
        with pytest.raises(merit.PolicyError) as raised:
            merit.Policy(text)
        assert raised.value.diagnostics


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        merit.Policy.read("nowhere.merit")


def test_params_are_set_anew(policy: merit.Policy) -> None:
    other = policy.set(奖金池="400元")
    row = {"工号": "A", "得分": Decimal("95"), "班组": "早班"}
    paid = [pa.table(one.evaluate(row).table)["奖金"].to_pylist() for one in (policy, other)]
    assert paid == [[Decimal(300)], [Decimal(400)]]
    assert other.settings == {"奖金池": "400元"}
    assert other.set({"奖金池": "500元"}).settings == {"奖金池": "500元"}
    with pytest.raises(merit.PolicyError):
        policy.set(奖金="400元")
    with pytest.raises(merit.PolicyError):
        policy.set(奖金池="四块")
    with pytest.raises(TypeError):
        policy.set(奖金池=400.5)


def test_fields_and_results_are_data(policy: merit.Policy) -> None:
    names = [field.name for field in policy.fields]
    assert names == ["工号", "得分", "班组"]
    score = policy.fields[1]
    assert (score.type, score.decimals, score.optional) == ("number", 1, False)
    assert score.domain == {"min": 0, "max": 100, "step": Decimal("0.1")}
    assert policy.fields[0].key and policy.fields[2].domain == ["早班", "晚班"]
    paid = {column.name: column for column in policy.results}["奖金"]
    assert (paid.type, paid.unit, paid.domain["max"]) == ("money", "CNY", 500)


def test_schemas_say_what_the_proof_found(policy: merit.Policy) -> None:
    fields = pa.schema(policy.input_schema)
    assert fields.names == ["工号", "得分", "班组"]
    assert fields.field("得分").type == pa.decimal128(4, 1)
    assert fields.field("班组").type == pa.dictionary(pa.int32(), pa.string())
    given = pa.schema(policy.result_schema)
    assert given.names[-2:] == ["_status", "_reasons"]
    assert given.field("奖金").type == pa.decimal128(5, 2)


def test_tests_are_run(policy: merit.Policy) -> None:
    assert [(one.name, one.passed) for one in policy.test()] == [("满分", True)]
    failing = policy.set(奖金池="400元").test()
    assert [one.passed for one in failing] == [False]
    wrong = [one for one in failing[0].expectations if not one.passed]
    assert [one.name for one in wrong] == ["奖金"] and wrong[0].why


def test_a_policy_travels(policy: merit.Policy) -> None:
    for one in [policy.set(奖金池="400元"), *(merit.Policy.read(case.policy) for case in CASES)]:
        other = pickle.loads(pickle.dumps(one))
        assert (other.title, other.settings, other.text) == (one.title, one.settings, one.text)
        assert pa.schema(other.result_schema).equals(pa.schema(one.result_schema))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("small-shop", None),
        ("monthly-places", ["月份", "店铺"]),
        ("sales-satisfaction", None),
    ],
)
def test_what_stays_together_is_read_off_the_policy(name: str, fields: list[str] | None) -> None:
    policy = merit.Policy.read(POLICIES / f"{name}.merit")
    if fields is None and policy.stands_alone:
        assert policy.partition_by == []
    elif fields is not None:
        assert policy.partition_by
    assert isinstance(policy.partition_by, list)


def test_why_is_the_explanation(policy: merit.Policy) -> None:
    told = policy.why({"工号": "A", "得分": "89.5", "班组": "晚班"})
    assert told["status"] == "ok"
    assert told["key"] == {"工号": "A"}
    paid = next(block for block in told["pay"] if block["name"] == "奖金")
    assert (paid["sum"], paid["shown"]) == (150, "150元")
    rows = [{"工号": name, "得分": 90, "班组": "早班"} for name in "ABC"]
    assert policy.why(rows, "B")["key"] == {"工号": "B"}
    with pytest.raises(merit.DataError, match="D"):
        policy.why(rows, "D")
    with pytest.raises(merit.DataError):
        policy.why(rows)


def test_two_policies_differ(policy: merit.Policy) -> None:
    assert merit.diff(policy, policy)["equal"] == "proved"
    other = merit.Policy(TEXT.replace(">= 90", ">= 95").replace("< 90", "< 95"), name="new.merit")
    told = merit.diff(policy, other, lang="en")
    assert told["equal"] == "differs" and told["changes"] and told["regions"]
    rows = [{"工号": f"K{score}", "得分": score, "班组": "早班"} for score in (89, 90, 92, 95)]
    people = merit.diff(policy, other, rows)["people"]
    assert people is not None
    paid = merit.diff(policy, policy.set(奖金池="400元"), rows, by="班组")
    assert paid["by"]


def test_the_package_has_what_it_names() -> None:
    for name in merit.__all__:
        assert getattr(merit, name).__doc__
    assert callable(pytest.importorskip("pyspark") and merit.spark.evaluate)
    with pytest.raises(AttributeError):
        merit.nothing
