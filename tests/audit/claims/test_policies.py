"""Tests of places counted from tables of policies."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parkindex.audit.claims.bounds import Counted, NotCounted
from parkindex.audit.claims.policies import COUNTS, cities_with_policy, policy_exhibits, stars_of_cities
from parkindex.evidence import claim_words
from parkindex.evidence.model import Background, Beneficiary, Guidance, PartialDate, PolicyMention, Scheme
from parkindex.framework.text import Text

from .claim_cases import ground

TITLE = Text(zh="政策", en="Policy")
TABLES = {
    "policies": (
        PolicyMention("one", "special", "d111", TITLE, PartialDate(2018, 5), source=("report#a",)),
        PolicyMention("one", "beneficiaries", "d111", TITLE, PartialDate(2018, 4)),
        PolicyMention("two", "special", "c22", TITLE, PartialDate(2017)),
        PolicyMention("three", "special", "p2", TITLE),
    ),
    "beneficiaries": (Beneficiary("one", "园甲", "u1"), Beneficiary("one", "园乙", name_en="Park B")),
    "guidance": (Guidance("p1"), Guidance("p2")),
    "background": (Background("b", PartialDate(2018), TITLE, TITLE, "plan"),),
    "schemes": (Scheme("s", TITLE, "d111", 2), Scheme("t", TITLE, "c11", 4), Scheme("u", TITLE, "c21")),
}


@pytest.mark.parametrize(
    ("what", "counted"),
    [
        ("cities:special-policy", 2),
        ("cities:special-policy:tier:1", 1),
        ("cities:beneficiaries", 1),
        ("parks:beneficiaries", 2),
        ("places:guidance", 2),
        ("policies:first-year", 2017),
        ("documents", 1),
    ],
)
def test_places_and_policies_are_counted(what: str, counted: int) -> None:
    word = claim_words.measure(what)
    found = COUNTS[word.form](ground(**TABLES), word, "count")
    assert isinstance(found, Counted)
    assert found.least == found.most == Fraction(counted)
    assert isinstance(COUNTS[word.form](ground(), word, "count"), NotCounted)


def test_a_park_that_is_not_ranked_is_named_in_each_language() -> None:
    word = claim_words.measure("parks:beneficiaries")
    found = COUNTS[word.form](ground(**TABLES), word, "count")
    assert isinstance(found, Counted)
    assert found.facts.zh.endswith("其中1个不在排名表中（园乙）。")
    assert found.facts.en.endswith("1 of them not ranked (Park B).")


def test_policies_and_stars_belong_to_cities() -> None:
    held = ground(**TABLES)
    assert {city: len(mentions) for city, mentions in cities_with_policy(held).items()} == {"c11": 2, "c22": 1}
    assert stars_of_cities(held) == {"c11": (4, 2)}
    (shown, *_) = policy_exhibits(TABLES["policies"])  # type: ignore[arg-type]
    assert (shown.what.zh, shown.printed, shown.where) == ("《政策》", "2018-05", "report#a")
