"""What an analysis is asked, and what it answers: rows, in several parts or one, and what must be said beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.engine.correlation import Coefficient
    from parkindex.framework.text import Language
    from parkindex.index import Result

Row = dict[str, Any]
Report = Callable[[int, int], None]
"""Called with how much is done, and of how much."""


@dataclass(frozen=True)
class Question:
    """What is asked of which edition: a method, a node, a coefficient, and for a panel the method that took over.

    ``draws`` and ``seed`` are those of the edition where they are left out; ``unit`` is a code; ``parts`` are the parts
    of the answer that are wanted, all without any; ``report`` is told how far the work is.
    """

    edition: Edition
    method: str | None = None
    node: str | None = None
    coefficient: Coefficient = "pearson"
    against: str | None = None
    language: Language = "zh"
    draws: int | None = None
    seed: int | None = None
    unit: str | None = None
    parts: tuple[str, ...] = ()
    report: Report | None = None

    @property
    def result(self) -> Result:
        """The result that is looked at."""
        return self.edition.result(self.method)

    @property
    def chosen_seed(self) -> int:
        """The seed that was asked for, else that of the edition."""
        return self.edition.about.seed if self.seed is None else self.seed

    def tell(self, done: int, total: int) -> None:
        """Report how far the work is; of work whose extent is unknown, 0 of 0."""
        if self.report is not None:
            self.report(done, total)

    def name(self, code: str) -> str:
        """Return the name of a node in the language that is asked for."""
        return self.edition.framework.node(code).name.of(self.language)

    def unit_name(self, code: str) -> str:
        """Return the name of a unit in the language that is asked for."""
        return self.edition.dataset.unit(code).name.of(self.language)


@dataclass(frozen=True)
class Part:
    """One table of an answer that has several: its name in JSON, a title, its rows and notes.

    ``shown`` are the rows as a table shows them, where that is not simply the rows rounded; ``more`` are facts that are
    no rows, for JSON only.
    """

    name: str
    title: str
    rows: list[Row]
    notes: list[str] = field(default_factory=list)
    shown: list[Row] | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    def exact(self) -> list[Row]:
        """Return the rows with words joined and every number as it is; what is missing is None."""
        return [{key: _plain(value) for key, value in row.items()} for row in self.rows]

    def rounded(self) -> list[Row]:
        """Return the rows as a table shows them: numbers with three decimals, great ones with fewer."""
        return [{key: _shown(_plain(value)) for key, value in row.items()} for row in self._on_screen]

    def numeric(self) -> set[str]:
        """Return the columns that hold numbers."""
        return {key for row in self._on_screen for key, value in row.items() if isinstance(value, int | float)}

    @property
    def _on_screen(self) -> list[Row]:
        return self.rows if self.shown is None else self.shown


@dataclass(frozen=True)
class Answer:
    """The number of units, the parts of the answer, and facts that are no rows.

    Most analyses answer in one part, whose rows are called ``rows`` in JSON too (`answer_in_rows`).
    """

    n: int
    parts: tuple[Part, ...]
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """The rows of the first part."""
        return self.parts[0].rows

    @property
    def notes(self) -> list[str]:
        """The notes of all parts, each once."""
        return list(dict.fromkeys(note for part in self.parts for note in part.notes))

    def record(self) -> dict[str, Any]:
        """Return everything as plain data: facts, the rows of every part under its name, facts of parts, notes."""
        found: dict[str, Any] = {"n": self.n, **self.more}
        for part in self.parts:
            found |= {part.name: part.rows, **part.more}
        return {**found, "notes": self.notes}


def answer_in_rows(n: int, rows: list[Row], notes: list[str]) -> Answer:
    """Return an answer in one part."""
    return Answer(n, (Part("rows", "", rows, notes),))


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return ";".join(f"{key}={_shown(_plain(each))}" for key, each in value.items())
    return ";".join(str(_shown(_plain(each))) for each in value) if isinstance(value, tuple | list) else value


def _shown(value: Any) -> Any:
    if not isinstance(value, float):
        return value
    return f"{value:.3f}" if abs(value) < 1000 else f"{value:,.0f}"
