"""A small index whose statistics can be reckoned by hand, and the same over three years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.engine.method import Method, Step
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.rows import Observation, Unit
from parkindex.framework.methods import NamedMethod
from parkindex.framework.model import Framework, framework_from
from parkindex.framework.text import Text
from parkindex.index import Index, Panel, Result

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS = {"zh": "词", "en": "word"}


def leaf(code: str) -> dict[str, object]:
    return {
        "code": code, "name": WORDS, "type": "numeric", "level": "park", "direction": "higher",
        "unit_of_measure": WORDS, "source_kind": "first_hand",
    }  # fmt: skip


def tree() -> Framework:
    """Return an index of two pillars: three indicators and one."""
    return framework_from(
        {
            "code": "index",
            "name": WORDS,
            "children": (
                {"code": "people", "name": WORDS, "weight": 60.0, "children": (leaf("a"), leaf("b"), leaf("c"))},
                {"code": "money", "name": WORDS, "weight": 40.0, "children": (leaf("d"),)},
            ),
        }
    )


COLUMNS: Mapping[str, Sequence[float]] = {
    "a": (1, 2, 3, 4, 5, 6, 7, 8),
    "b": (2, 1, 4, 3, 6, 5, 8, 7),
    "c": (8, 7, 6, 5, 4, 3, 2, 1),
    "d": (1, 1, 2, 1, 1, 2, 1, 90),
}


def named(**steps: Step | tuple[str, ...]) -> NamedMethod:
    words = Text(zh="法", en="method")
    return NamedMethod(Method("made", **steps), words, words, {})  # type: ignore[arg-type]


def rows(columns: Mapping[str, Sequence[float]], year: int | None = None) -> tuple[Observation, ...]:
    return tuple(
        Observation(f"u{place}", code, float(value), year=year)
        for code, values in columns.items()
        for place, value in enumerate(values)
        if not np.isnan(value)
    )


def units() -> tuple[Unit, ...]:
    words = Text(zh="园", en="park")
    return tuple(Unit(f"u{place}", words, words, "") for place in range(8))


def scored(columns: Mapping[str, Sequence[float]] = COLUMNS, **steps: Step) -> Result:
    return Index(tree(), Dataset(units=units(), observations=rows(columns)), named(**steps)).score()


def panel(years: Mapping[int, Mapping[str, Sequence[float]]], **steps: Step | tuple[str, ...]) -> Panel:
    observations = tuple(row for year, columns in years.items() for row in rows(columns, year))
    return Index(tree(), Dataset(units=units(), observations=observations), named(**steps)).panel()
