"""Tests of verdicts, exhibits and the plain data of an audit."""

from __future__ import annotations

import json

from parkindex.audit import Audit, Exhibit
from parkindex.audit.outcome import fails, holds, untestable
from parkindex.framework.text import Text

from .conftest import publication

EXHIBIT = Exhibit(Text(zh="甲，总分", en="A, total"), "9.0", "t.csv:2", "a", "total")


def test_only_what_fails_has_a_severity() -> None:
    assert [outcome.severity for outcome in (holds("好", "good"), untestable("无", "none"))] == [None, None]
    assert fails("minor", "不", "no").severity == "minor"


def test_the_most_serious_comes_first_and_the_order_of_checks_stays() -> None:
    found = (fails("minor", "一", "1"), holds("二", "2"), fails("major", "三", "3"), fails("minor", "四", "4"))
    audit = Audit(publication([[1, 2]], [3]), found)
    assert [outcome.says.en for outcome in audit.failing()] == ["3", "1", "4"]
    assert (audit.count("fails"), audit.count("holds"), audit.count("untestable")) == (3, 1, 0)


def test_records_are_plain_data() -> None:
    audit = Audit(publication([[1, 2]], [3]), (fails("major", "不符", "off", EXHIBIT, subject="a", n=3),))
    (record,) = json.loads(json.dumps(audit.records()))
    assert record["exhibits"][0] == {
        "what": {"zh": "甲，总分", "en": "A, total"},
        "printed": "9.0",
        "where": "t.csv:2",
        "unit": "a",
        "column": "total",
    }
    assert (record["verdict"], record["severity"], record["data"]) == ("fails", "major", {"n": 3})
