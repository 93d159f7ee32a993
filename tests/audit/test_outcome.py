"""Tests of verdicts, exhibits and the plain data of an outcome."""

from __future__ import annotations

import json

from parkindex.audit import Exhibit
from parkindex.audit.outcome import fails, holds, untestable
from parkindex.framework.text import Text

EXHIBIT = Exhibit(Text(zh="甲，总分", en="A, total"), "9.0", "t.csv:2", "a", "total")


def test_only_what_fails_has_a_severity() -> None:
    assert [outcome.severity for outcome in (holds("好", "good"), untestable("无", "none"))] == [None, None]
    assert fails("minor", "不", "no").severity == "minor"


def test_records_are_plain_data() -> None:
    record = json.loads(json.dumps(fails("major", "不符", "off", EXHIBIT, subject="a", n=3).record()))
    assert record["exhibits"][0] == {
        "what": {"zh": "甲，总分", "en": "A, total"},
        "printed": "9.0",
        "where": "t.csv:2",
        "unit": "a",
        "column": "total",
    }
    assert (record["verdict"], record["severity"], record["data"]) == ("fails", "major", {"n": 3})


def test_a_sentence_that_states_a_number_loses_its_stop() -> None:
    stated = Exhibit(Text(zh="浙江有4家园区。", en="Zhejiang has 4 parks."), "4")
    assert (stated.line("zh"), stated.line("en")) == ("浙江有4家园区：4", "Zhejiang has 4 parks: 4")
    assert Exhibit(Text(zh="差距不大。", en="The gap is small."), "").line("zh") == "差距不大。"
