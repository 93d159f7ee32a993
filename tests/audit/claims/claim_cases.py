"""A ranking of eight units in three cities, and claims about it in a line each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parkindex.audit import Outcome, Publication
from parkindex.audit.claims import CHECKS
from parkindex.audit.claims.ground import Ground
from parkindex.evidence.claims import Claims
from parkindex.evidence.model import Dataset, Place, Unit
from parkindex.framework.text import Text

from ..conftest import ranking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.edition import Edition

CELLS = [[50, 40], [45, 40], [45, 35], [30, 40], [35, 30], [30, 30], [20, 20], [10, 20]]
TOTALS = [90, 85, 80, 70, 65, 60, 40, 30]
TIERS = (1, 1, 1, 2, 2, 2, 3, 3)
LINES = (
    ("d111", "c11", "p1"),
    ("c11", "p1"),
    ("c12", "p1"),
    ("c11", "p1"),
    ("c21", "p2"),
    ("c12", "p1"),
    ("c21", "p2"),
    ("c21", "p2"),
)
"""Place of each unit and those above it: u2 and u4 are placed only in a city, whose district d111 holds u1."""


def place(code: str, level: str, parent: str = "", *, coastal: bool | None = None, region: str = "") -> Place:
    """Return a place named after its code."""
    name = Text(zh=f"地{code}", en=f"Place {code}")
    return Place(code, "", name, level, parent, region, coastal=coastal)  # type: ignore[arg-type]


PLACES = (
    place("p1", "province", region="east_china"),
    place("p2", "province", region="south_china"),
    place("c11", "city", "p1", coastal=True),
    place("c12", "city", "p1", coastal=True),
    place("c13", "city", "p1", coastal=False),
    place("c21", "city", "p2", coastal=False),
    place("c22", "city", "p2", coastal=False),
    place("d111", "district", "c11"),
    place("d112", "district", "c11"),
)


def publication(claims: Sequence[dict[str, Any]] = (), *, cells: Any = None, **tables: Any) -> Publication:
    """Return the ranking with these claims, and other tables, around it."""
    held = ranking(cells or CELLS, TOTALS, tiers=TIERS, ranks=tuple(range(1, 9)))
    names = {each.code: each.name for each in PLACES}
    held = replace(held, places=LINES, place_names=names)
    units = tuple(
        Unit(code, name, name, line[0]) for code, name, line in zip(held.units, held.names, LINES, strict=True)
    )
    told = Claims.model_validate(tuple(claim(**each) for each in claims)).root
    evidence = Dataset(**({"places": PLACES, "units": units, "claims": told} | tables))
    return Publication(Text(zh="一张表", en="A table"), held, evidence)


def claim(**keys: Any) -> dict[str, Any]:
    """Return a claim as it is written, with a code, a source and a sentence unless they are given."""
    says = {"zh": "所说的话。", "en": "What is said."}
    lists = ("units", "places", "between", "categories")
    return {"code": "c", "source": "report", "says": says} | {
        key: tuple(value) if key in lists else value for key, value in keys.items()
    }


def ground(**tables: Any) -> Ground:
    """Return the ranking as the ground of claims."""
    return Ground(publication(**tables))


def outcome(check: str, keys: dict[str, Any], **tables: Any) -> Outcome:
    """Return the one outcome of a claim under a check."""
    (found,) = CHECKS[f"claims.{check}"].run(publication([keys], **tables))
    assert found.subject == keys.get("code", "c")
    assert found.says.zh.startswith("正文：所说的话。")
    assert found.says.en.startswith("Text: What is said. ")
    assert found.exhibits[0].what.zh == "所说的话。"
    return found


def of_2019(report: Edition, check: str) -> dict[str, Outcome]:
    """Return the outcomes of a check on the report of 2019, by the code of the claim."""
    from parkindex.audit.of_edition import publication_of

    held = publication_of(report.result(), title=report.about.title)
    return {each.subject: each for each in CHECKS[f"claims.{check}"].run(held)}
