"""Scores as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from parkindex.publishing.data import render_scores

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_scores(edition: Edition) -> None:
    record = json.loads(render_scores(edition))
    assert (record["edition"], record["method"], record["cut_off"]) == ("hand-made", "published", "2019-05")
    assert [unit["code"] for unit in record["units"]] == ["alpha", "beta", "gamma", "delta"]
    assert record["units"][0]["score"] == 100
    assert record["units"][0]["name"] == {"zh": "甲产业园", "en": "Alpha Park"}
    assert record["units"] == edition.result().records()


def test_the_same_bytes_every_time_and_chinese_as_it_is(edition: Edition) -> None:
    assert render_scores(edition) == render_scores(edition)
    assert "甲产业园".encode() in render_scores(edition)
