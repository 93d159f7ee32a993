"""Tables for the tests of levels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit import Publication
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.rows import Beneficiary, Place, PolicyMention
from parkindex.framework.text import Text

from ..conftest import publication

if TYPE_CHECKING:
    from parkindex.audit import Outcome
    from parkindex.edition import Edition


def drawn(units: int, columns: int = 3, seed: int = 0) -> list[list[str]]:
    return [[f"{number:.2f}" for number in row] for row in np.random.default_rng(seed).normal(50, 9, (units, columns))]


def by_letter(units: int, places: int) -> list[str]:
    return ["abcdefgh"[row % places] for row in range(units)]


def levelled(held: Publication, **levels: str) -> Publication:
    columns = tuple(replace(one, level=levels.get(one.code, "")) for one in held.ranking.columns)
    return replace(held, ranking=replace(held.ranking, columns=columns))


def lent(units: int = 24) -> list[list[str]]:
    rows = drawn(units)
    return [[rows[row % 4][0], *rows[row][1:]] for row in range(units)]


def city(code: str, parent: str = "") -> Place:
    return Place(code, code, Text(zh=code, en=code), "city", parent)


def with_policy(printed: str) -> Publication:
    """Return six units in two districts of one city, of which the first benefits from a policy of its district."""
    from parkindex.evidence.dates import PartialDate

    rows = drawn(6, 2, seed=5)
    rows[1][0] = printed
    held = levelled(publication(rows), c1="district")
    places = tuple((code, "city") for code in ("east", "west", "east", "west", "east", "west"))
    evidence = Dataset(
        places=(
            city("city"),
            Place("east", "east", Text(zh="东区", en="East"), "district", "city"),
            Place("west", "west", Text(zh="西区", en="West"), "district", "city"),
        ),
        policies=(
            PolicyMention("p1", "special", "east", Text(zh="办法", en="Measures"), PartialDate(2018, 1), source=("r",)),
        ),
        beneficiaries=(Beneficiary("p1", "园区1", "u1", source=("r",)),),
    )
    return replace(held, ranking=replace(held.ranking, places=places), evidence=evidence)


def outcomes_of(edition: Edition, check: str) -> list[Outcome]:
    return [outcome for outcome in edition.audit().outcomes if outcome.check == f"levels.{check}"]
