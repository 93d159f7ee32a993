"""Numbers that are the same for all units of a place, or differ where they should not, and whose they claim to be."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.below import claimed_levels, indicators_below, printed_columns
from parkindex.audit.chance import ALARM
from parkindex.audit.levels.places import grouping, numbers_of, place_at
from parkindex.audit.levels.ties import ties_within
from parkindex.audit.outcome import MOST_SHOWN, Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plural
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.levels.places import Grouping
    from parkindex.audit.levels.ties import Ties
    from parkindex.audit.publication import Column, Publication

MOST_REPEATED = Fraction(3, 4)
"""Share of the possible repeats from which a mixed column holds next to nothing of the units' own."""


MOST_PLACES = 3
"""Places that a sentence names."""


def same_within_places(publication: Publication) -> Iterator[Outcome]:
    """Test whether a column that claims the values of the units themselves repeats one number for a place."""
    places = grouping(publication)
    columns = printed_columns(publication)
    if not places.rows or not columns:
        yield untestable(
            "无法检验：没有一个地方有两家或更多，或各列都由本版的指标算得。",
            "This cannot be tested: no place holds two units or more, or all columns are computed from this edition's "
            "indicators.",
        )
        return
    quiet: list[Column] = []
    for column in columns:
        numbers = numbers_of(column)
        ties = None if numbers is None or numbers.coarse else ties_within(numbers, places.number)
        if ties is None or ties.p * len(columns) >= ALARM or _may_be_counts(publication, column, ties):
            quiet.append(column)
        else:
            yield _outcome(publication, places, column, ties)
    if quiet:
        yield holds(
            f"{len(quiet)}列中，同一地方的各家没有异常地重复同一个数值。",
            f"In {plural(len(quiet), 'column')} the units of one place do not repeat a number more often than "
            "chance explains.",
            columns=[column.code for column in quiet],
        )


def _outcome(publication: Publication, places: Grouping, column: Column, ties: Ties) -> Outcome:
    levels = claimed_levels(publication, column)
    constant = _constant(places, column)
    what = _constant_words(places, column, constant) if constant else _repeat_words(column, ties)
    own = [indicator.name for indicator in indicators_below(publication, column) if indicator.level == "park"]
    data = {
        "column": column.code,
        "levels": sorted(levels),
        "constant": {code: float(column.values[rows[0]]) for code, rows in constant.items()},
        "places": len(places.rows),
        "n": sum(len(rows) for rows in places.rows.values()),
        "repeats": ties.repeats,
        "chances": ties.chances,
        "p": ties.p,
    }
    shown = [row for rows in (constant or places.rows).values() for row in rows][:MOST_SHOWN]
    cells = [publication.ranking.cell(row, column) for row in shown]
    if "park" not in levels:
        said = Text(
            zh="框架中其下没有一项是园区自身的指标" if levels else "表中没有说明这些是谁的数值",
            en="the framework counts no indicator of the park itself below it"
            if levels
            else "the table does not say whose values these are",
        )
        return holds(f"{what.zh}；{said.zh}。", f"{what.en}; {said.en}.", *cells, subject=column.code, **data)
    names = listed(own) if own else Text(zh=column.name.zh, en=column.name.en)
    return fails(
        "moderate" if levels == {"park"} else "minor",
        f"{what.zh}；而其中应有各家自身的数值（{names.zh}）。",
        f"{what.en}; yet it is said to hold values of the units themselves ({names.en}).",
        *cells,
        subject=column.code,
        **data,
    )


def _may_be_counts(publication: Publication, column: Column, ties: Ties) -> bool:
    """Tell whether a mixed column repeats no more than a small count of each unit beside the place's value leads to."""
    mixed = len(claimed_levels(publication, column)) > 1
    return mixed and Fraction(ties.repeats, ties.chances) < MOST_REPEATED


def _constant(places: Grouping, column: Column) -> dict[str, tuple[int, ...]]:
    """Return the places in which all units print one number."""
    return {
        code: rows
        for code, rows in places.rows.items()
        if not np.isnan(column.values[list(rows)]).any() and np.ptp(column.values[list(rows)]) == 0
    }


def _constant_words(places: Grouping, column: Column, constant: dict[str, tuple[int, ...]]) -> Text:
    named = list(constant.items())[:MOST_PLACES]
    zh = "，".join(f"{places.name(code).zh}{len(rows)}家都印作{column.printed(rows[0])}" for code, rows in named)
    en = ", ".join(
        f"{_all(len(rows))} in {places.name(code).en} print {column.printed(rows[0])}" for code, rows in named
    )
    if len(constant) > MOST_PLACES:
        zh += f"等，共{len(constant)}个地方"
        en += f", and so on in {len(constant)} places"
    return Text(zh=f"{column.name.zh}：{zh}", en=f"{column.name.en}: {en}")


def _all(count: int) -> str:
    return "both" if count == 2 else f"all {count}"


def _repeat_words(column: Column, ties: Ties) -> Text:
    return Text(
        zh=f"{column.name.zh}：同一地方内{ties.chances}次可能的重复中有{ties.repeats}次数值完全相同",
        en=f"{column.name.en}: of {ties.chances} possible repeats inside places, {ties.repeats} print the same number",
    )


def level_kept(publication: Publication) -> Iterator[Outcome]:
    """Test whether a column that claims to hold values of places is the same for all units of such a place."""
    tested: list[Column] = []
    broken = 0
    for column in publication.ranking.columns:
        levels = claimed_levels(publication, column)
        if len(levels) != 1 or "park" in levels:
            continue
        tested.append(column)
        (level,) = levels
        for code, rows in _places_of(publication, level).items():
            held = [row for row in rows if column.cells[row] is not None]
            if len({column.cells[row] for row in held}) > 1:
                broken += 1
                yield _differing(publication, column, code, held, level)
    if not tested:
        yield untestable(
            "无法检验：没有一列全由地方一级的指标构成。",
            "This cannot be tested: no column is made of indicators of places alone.",
        )
    elif not broken:
        names = listed([column.name for column in tested])
        yield holds(
            f"{names.zh}属地方一级，同一地方的各家数值相同。",
            f"{names.en} belongs to places, and units of one place print the same number.",
            columns=[column.code for column in tested],
        )


def _places_of(publication: Publication, level: str) -> dict[str, list[int]]:
    """Return the rows by their place of a level; of a district, only units that stand in exactly the same place."""
    found: dict[str, list[int]] = {}
    for row, line in enumerate(publication.ranking.places):
        if level == "district":
            near = (
                line[0] if line and any(place_at(publication, line[:1], held) for held in ("district", "zone")) else ""
            )
        else:
            near = place_at(publication, line, "city" if level == "city" else "province")
        if near:
            found.setdefault(near, []).append(row)
    return {code: rows for code, rows in found.items() if len(rows) > 1}


def _differing(publication: Publication, column: Column, code: str, rows: list[int], level: str) -> Outcome:
    ranking = publication.ranking
    name = ranking.place_names.get(code, Text(zh=code, en=code))
    printed = list(dict.fromkeys(column.printed(row) for row in rows))
    shown = printed[:MOST_SHOWN]
    return fails(
        "moderate",
        f"{column.name.zh}应为地方一级的数值，而{name.zh}的{len(rows)}家印有{len(printed)}个不同数值（{'、'.join(shown)}）。",
        f"{column.name.en} is said to hold values of places, yet the {len(rows)} units in {name.en} print "
        f"{len(printed)} different numbers ({', '.join(shown)}).",
        *(ranking.cell(row, column) for row in rows[:MOST_SHOWN]),
        subject=f"{column.code}.{code}",
        column=column.code,
        place=code,
        level=level,
        numbers=printed,
    )
