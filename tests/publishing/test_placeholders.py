"""The language between the braces."""

from __future__ import annotations

import pytest

from parkindex.publishing.draft import Placeholder
from parkindex.publishing.placeholders import FIRST_STAND_IN, hide, parse_placeholder, restore, split


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (" units.count ", Placeholder("value", "units.count")),
        ("score.china-hangzhou.policy|two", Placeholder("value", "score.china-hangzhou.policy", ("two",))),
        ("tier.1.count | words | capital", Placeholder("value", "tier.1.count", ("words", "capital"))),
        ("see parks-by-city", Placeholder("see", "parks-by-city")),
        ("cite report#ranking-table", Placeholder("cite", "report#ranking-table")),
        ("figure radar-tier-1", Placeholder("figure", "radar-tier-1")),
        ("table ranking", Placeholder("table", "ranking")),
        ("cards", Placeholder("cards")),
        ("sources", Placeholder("sources")),
        ("sources.count", Placeholder("value", "sources.count")),
    ],
)
def test_forms(words: str, meant: Placeholder) -> None:
    assert parse_placeholder(words) == meant


@pytest.mark.parametrize(
    "words", ["", "  ", "chart bars", "Units", "units.count |", "units.count | 2", "a b c", "22", "| bare"]
)
def test_anything_else_is_no_placeholder(words: str) -> None:
    assert parse_placeholder(words) is None


def test_hidden_placeholders_come_back_in_their_order() -> None:
    hidden_text, hidden = hide("甲{{ a }}乙{{b|c}}")
    assert "{" not in hidden_text
    assert hidden == (" a ", "b|c")
    assert list(split(hidden_text, hidden)) == [("甲", False), (" a ", True), ("乙", False), ("b|c", True)]
    assert restore(hidden_text, hidden) == "甲{{ a }}乙{{b|c}}"


def test_braces_that_do_not_close_in_their_line_stay() -> None:
    text = "{{ a\n}} {{ b"
    assert hide(text) == (text, ())


def test_a_private_character_of_the_author_is_not_a_placeholder() -> None:
    stranger = chr(FIRST_STAND_IN + 5)
    text, hidden = hide(f"{stranger}{{{{ a }}}}")
    assert list(split(text, hidden)) == [(stranger, False), (" a ", True)]
