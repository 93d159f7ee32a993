"""Tests of counts of units."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parkindex.audit.claims.bounds import Counted, NotCounted
from parkindex.audit.claims.counting import COUNTS
from parkindex.audit.claims.ground import Ground
from parkindex.evidence import claim_words
from parkindex.evidence.model import PolicyMention
from parkindex.framework.text import Text

from .claim_cases import publication

TITLE = Text(zh="政策", en="Policy")
CALLED = {"kind": "names", "list": "coastal-cities", "places": ["c21"]}


def count(what: str, kind: Any = "count", claims: Any = (), **tables: Any) -> Any:
    word = claim_words.measure(what)
    found = COUNTS[word.form](Ground(publication(claims, **tables)), word, kind)
    if isinstance(found, NotCounted):
        return found.because.en
    assert isinstance(found, Counted)
    return found.least, found.most


@pytest.mark.parametrize(
    ("what", "counts", "share"),
    [
        ("units", (8, 8), (100, 100)),
        ("units:tier:2", (3, 3), (37.5, 37.5)),
        ("units:c12+c21", (5, 5), (62.5, 62.5)),
        ("units:p1", (5, 5), (62.5, 62.5)),
        ("units:c22", (0, 0), (0, 0)),
        ("units:d111", (1, 3), (12.5, 37.5)),
        ("units:d112", (0, 2), (0, 25)),
        ("units:c12:and:1", (2, 5), (25, 62.5)),
        ("units:c12+c22:and:2", (2, 8), (25, 100)),
        ("units:coastal", (5, 5), (62.5, 62.5)),
        ("units:inland", (3, 3), (37.5, 37.5)),
        ("units:tier:3:inland", (2, 2), (100, 100)),
        ("units:tier:2:coastal", (2, 2), (Fraction(200, 3), Fraction(200, 3))),
    ],
)
def test_units_are_counted_by_place_tier_and_coast(what: str, counts: Any, share: Any) -> None:
    assert count(what) == counts
    assert count(what, "share") == share


def test_a_coast_that_the_text_sees_elsewhere_widens_the_count() -> None:
    assert count("units:coastal", claims=[CALLED]) == (5, 8)
    assert count("units:tier:3:inland", "share", claims=[CALLED]) == (0, 100)


def test_what_is_missing_is_said() -> None:
    assert count("units:coastal", places=()) == "no city is marked as coastal"
    assert count("units:tier:8:coastal") == "no members of that tier are printed"
    assert count("units:tier:2:special-policy") == "no table of policies is in evidence"


def test_units_of_cities_with_a_policy_are_counted_wherever_in_the_city_it_holds() -> None:
    policies = (PolicyMention("one", "special", "d112", TITLE),)
    assert count("units:tier:1:special-policy", policies=policies) == (2, 2)
    assert count("units:tier:3:special-policy", "share", policies=policies) == (0, 0)
