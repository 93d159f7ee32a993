"""What was printed: the table of a ranking as decimals, and the evidence printed around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.outcome import Exhibit
from parkindex.evidence.dataset import Dataset
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.engine.arrays import FloatArray, IntArray
    from parkindex.framework.model import Framework
    from parkindex.index import Result

TOTAL = "total"
"""The code of the column of totals."""


@dataclass(frozen=True, eq=False)
class Column:
    """A printed column of numbers, one cell a unit, None where no number is printed.

    ``addresses`` say where each cell is printed; ``blanks`` what stands in a cell without a number, empty elsewhere;
    ``texts`` every cell to the letter, where that is known.
    ``weight`` is the stated nominal weight; ``level`` is whose value the column claims to be (park, district, city,
    province), empty where that is not said.
    """

    code: str
    name: Text
    cells: tuple[Decimal | None, ...]
    addresses: tuple[str, ...]
    blanks: tuple[str, ...] = ()
    weight: Decimal | None = None
    level: str = ""
    texts: tuple[str, ...] = ()

    @cached_property
    def places(self) -> IntArray:
        """How many decimals each cell prints (units,), -1 where no number is printed."""
        return np.array([-1 if cell is None else _decimals(cell) for cell in self.cells], dtype=np.intp)

    @cached_property
    def decimals(self) -> int:
        """The most decimals that any cell prints."""
        return max(0, int(self.places.max(initial=0)))

    @property
    def unit_of_last_place(self) -> Decimal:
        """One unit of the last printed decimal."""
        return Decimal(1).scaleb(-self.decimals)

    @cached_property
    def values(self) -> FloatArray:
        """The numbers (units,), NaN where none is printed."""
        return np.array([np.nan if cell is None else float(cell) for cell in self.cells])

    @cached_property
    def integers(self) -> np.ndarray:
        """The numbers as whole units of the last place (units,), exact; 0 where none is printed.

        Of dtype object where they do not fit into 64 bits with room to add them up.
        """
        whole = [0 if cell is None else int(cell.scaleb(self.decimals)) for cell in self.cells]
        fits = max((abs(number) for number in whole), default=0) < 2**40
        return np.array(whole, dtype=np.int64 if fits else object)

    @cached_property
    def present(self) -> tuple[int, ...]:
        """Positions of the cells that hold a number."""
        return tuple(row for row, cell in enumerate(self.cells) if cell is not None)

    def printed(self, row: int) -> str:
        """Return a cell as it is printed: to the letter where that is known, else with the decimals of its column."""
        if self.texts:
            return self.texts[row]
        cell = self.cells[row]
        return (self.blanks[row] if self.blanks else "") if cell is None else f"{cell:.{self.decimals}f}"


@dataclass(frozen=True, eq=False)
class Ranking:
    """A printed ranking: units in the order of the table, the columns under the total, totals, ranks and tiers.

    ``places`` holds for each unit its place and those above it, the nearest first; ``cut_offs`` the scores at which
    tiers start, highest first; ``full_mark`` the greatest total that the stated scale allows. ``addresses`` say under
    ``rank`` and ``tier`` where these are printed; without them they stand beside the total. ``tier_words`` are the
    tiers to the letter, where that is known.
    """

    units: tuple[str, ...]
    names: tuple[Text, ...]
    columns: tuple[Column, ...] = ()
    total: Column | None = None
    ranks: tuple[int | None, ...] = ()
    tiers: tuple[int | None, ...] = ()
    cut_offs: tuple[Decimal, ...] = ()
    full_mark: Decimal | None = None
    places: tuple[tuple[str, ...], ...] = ()
    place_names: Mapping[str, Text] = field(default_factory=dict)
    addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tier_words: tuple[str, ...] = ()

    @cached_property
    def _row(self) -> Mapping[str, int]:
        return {unit: row for row, unit in enumerate(self.units)}

    @cached_property
    def _column(self) -> Mapping[str, Column]:
        return {column.code: column for column in self.columns} | ({TOTAL: self.total} if self.total else {})

    def row(self, unit: str) -> int:
        """Return the position of a unit; an unknown code is a `KeyError`."""
        return self._row[unit]

    def column(self, code: str) -> Column:
        """Return a column by its code, the totals by ``total``; an unknown code is a `KeyError`."""
        return self._column[code]

    @property
    def printed_total(self) -> Column:
        """The totals, for a check that needs them; of a table without any a `ValueError`."""
        if self.total is None:
            raise ValueError("a check that needs totals was given a table without any")
        return self.total

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns and behind them the totals, where there are any."""
        return self.columns if self.total is None else (*self.columns, self.total)

    @cached_property
    def values(self) -> FloatArray:
        """The numbers under the total (units, columns), NaN where none is printed."""
        if not self.columns:
            return np.empty((len(self.units), 0))
        return np.column_stack([column.values for column in self.columns])

    @property
    def weights(self) -> tuple[Decimal, ...]:
        """The stated nominal weights of the columns, empty unless all are stated."""
        stated = tuple(column.weight for column in self.columns if column.weight is not None)
        return stated if len(stated) == len(self.columns) else ()

    def cell(self, row: int, column: Column) -> Exhibit:
        """Return a printed cell as an exhibit."""
        name = self.names[row]
        return Exhibit(
            Text(zh=f"{name.zh}，{column.name.zh}", en=f"{name.en}, {column.name.en}"),
            column.printed(row),
            column.addresses[row],
            self.units[row],
            column.code,
        )

    def rank_cell(self, row: int) -> Exhibit:
        """Return a printed rank as an exhibit."""
        return self._place(row, "rank", Text(zh="排名", en="rank"), self.ranks[row])

    def tier_cell(self, row: int) -> Exhibit:
        """Return a printed tier as an exhibit."""
        printed = self.tier_words[row] if self.tier_words else self.tiers[row]
        return self._place(row, "tier", Text(zh="梯队", en="tier"), printed)

    def tier_name(self, row: int) -> Text:
        """Return a tier for a sentence: its number, or the words in which it is printed."""
        words = self.tier_words[row] if self.tier_words else ""
        if not words or words.isdigit():
            return Text(zh=f"第{self.tiers[row]}梯队", en=f"tier {self.tiers[row]}")
        return Text(zh=f"“{words}”", en=f"“{words}”")

    def _place(self, row: int, code: str, what: Text, printed: int | str | None) -> Exhibit:
        name = self.names[row]
        beside = self.total or (self.columns[0] if self.columns else None)
        where = self.addresses.get(code) or (() if beside is None else beside.addresses)
        return Exhibit(
            Text(zh=f"{name.zh}，{what.zh}", en=f"{name.en}, {what.en}"),
            "" if printed is None else str(printed),
            where[row] if where else "",
            self.units[row],
            code,
        )


def no_uncertainty() -> Uncertainty | None:
    """Return None: of a bare table nothing is known of how far its ranks can be trusted."""
    return None


@dataclass(frozen=True, eq=False)
class Publication:
    """What an audit is given: a ranking, and for an edition the evidence, framework and result around it.

    ``evidence`` is empty and ``framework`` and ``result`` are None for a bare table. ``uncertainty`` returns how far
    the ranks of the result can be trusted under the method's own assumptions.
    """

    title: Text
    ranking: Ranking
    evidence: Dataset = field(default_factory=Dataset)
    framework: Framework | None = None
    result: Result | None = None
    uncertainty: Callable[[], Uncertainty | None] = no_uncertainty
    seed: int = 0

    @property
    def stands_for_itself(self) -> bool:
        """Tell whether an edition prints nothing of another’s, so that its own result is what is audited."""
        return self.result is not None and not self.evidence.published


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
