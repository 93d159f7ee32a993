"""``STEP=METHOD`` settings of the command line."""

from __future__ import annotations

import pytest

from parkindex.cli.settings import read_choices
from parkindex.engine.method import Step
from parkindex.errors import UsageError


def test_a_method_with_parameters() -> None:
    read = read_choices(["aggregation=power,p=0.5", "tiers=thresholds,at=95/87"])
    assert read == {"aggregation": Step("power", {"p": 0.5}), "tiers": Step("thresholds", {"at": (95, 87)})}


def test_words_and_whole_numbers_stay_what_they_are() -> None:
    assert read_choices(["tiers=natural_breaks,count=4", "ranking=rank,ties=dense"]) == {
        "tiers": Step("natural_breaks", {"count": 4}),
        "ranking": Step("rank", {"ties": "dense"}),
    }


def test_every_setting_that_cannot_be_read_is_named() -> None:
    with pytest.raises(UsageError) as caught:
        read_choices(["aggregation", "nonsense=sum", "tiers="])
    messages = [finding.message for finding in caught.value.findings]
    assert [message.rpartition("got ")[2] for message in messages] == ["'aggregation')", "'nonsense=sum')", "'tiers=')"]
