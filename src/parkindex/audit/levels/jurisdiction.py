"""A score for the policy of one district that units of the same city outside it print too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parkindex.audit.below import claimed_levels
from parkindex.audit.evidence_cells import row_cell
from parkindex.audit.levels.places import numbers_of, place_at
from parkindex.audit.outcome import MOST_SHOWN, Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.wording import plural, units_listed
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication

DISTRICTS = frozenset({"district", "zone"})
"""Levels of a place whose policy reaches no other place of the city."""


def policies_of_others(publication: Publication) -> Iterator[Outcome]:
    """Test whether a district's policy score is printed for units outside the district that no policy names."""
    columns = [column for column in publication.ranking.columns if _of_districts(publication, column)]
    reached = _beneficiaries(publication)
    if not columns or not reached:
        yield untestable(
            "无法检验：没有一列全由辖区一级的指标构成，或受益园区表中没有区一级政策的上榜园区。",
            "This cannot be tested: no column is made of indicators of districts alone, or no ranked unit benefits "
            "from a district's policy.",
        )
        return
    told = [
        outcome
        for column in columns
        for place, rows in reached.items()
        if (outcome := _outcome(publication, column, place, rows)) is not None
    ]
    yield from told
    if not told:
        yield holds(
            f"{len(reached)}个辖区的政策得分没有出现在同城的其他辖区。",
            f"The policy scores of {plural(len(reached), 'district')} are printed for no unit of another district of "
            "the same city.",
            places=list(reached),
        )


def _of_districts(publication: Publication, column: Column) -> bool:
    numbers = numbers_of(column)
    return claimed_levels(publication, column) == {"district"} and numbers is not None and not numbers.coarse


def _beneficiaries(publication: Publication) -> dict[str, list[int]]:
    """Return for each district or zone with a policy the rows of the units that its policies name."""
    ranking, evidence = publication.ranking, publication.evidence
    places: dict[str, set[str]] = {}
    for mention in evidence.policies:
        if evidence.has_place(mention.place) and evidence.place(mention.place).level in DISTRICTS:
            places.setdefault(mention.policy, set()).add(mention.place)
    found: dict[str, list[int]] = {}
    for row in evidence.beneficiaries:
        if row.unit in ranking.units:
            for place in sorted(places.get(row.policy, ())):
                held = found.setdefault(place, [])
                if ranking.row(row.unit) not in held:
                    held.append(ranking.row(row.unit))
    return found


def _outcome(publication: Publication, column: Column, place: str, named: list[int]) -> Outcome | None:
    """Say which units of the city outside the district print the number of all that its policies name."""
    ranking, evidence = publication.ranking, publication.evidence
    numbers = {column.cells[row] for row in named}
    city = evidence.at_level(place, "city")
    if len(numbers) != 1 or None in numbers or city is None:
        return None
    outside = [
        row
        for row, line in enumerate(ranking.places)
        if city.code in line
        and place not in line
        and column.cells[row] in numbers
        and not _has_own(publication, row, place)
    ]
    elsewhere = [
        row for row in outside if any(place_at(publication, ranking.places[row], at) for at in ("district", "zone"))
    ]
    unplaced = [row for row in outside if row not in elsewhere]
    if not outside:
        return None
    where, printed = evidence.place(place).name, column.printed(named[0])
    zh = f"{city.name.zh}{where.zh}的政策所列受益园区（{units_listed(ranking, named).zh}）{column.name.zh}印作{printed}"
    en = (
        f"{column.name.en} of the beneficiaries of the policies of {where.en}, {city.name.en} "
        f"({units_listed(ranking, named).en}), is printed as {printed}"
    )
    if elsewhere:
        zh += f"；{units_listed(ranking, elsewhere).zh}在同城另一辖区，也印作{printed}"
        en += f"; the same number stands beside {units_listed(ranking, elsewhere).en}, in another district of the city"
    if unplaced:
        zh += f"；{units_listed(ranking, unplaced).zh}未载所在区，也不在受益园区之列，同样印作{printed}"
        en += (
            f"; {'it also' if elsewhere else 'the same number'} stands beside {units_listed(ranking, unplaced).en}, "
            "not among the beneficiaries and without a printed district"
        )
    return fails(
        "moderate" if elsewhere else "minor",
        f"{zh}。",
        f"{en}.",
        *(ranking.cell(row, column) for row in [*named, *elsewhere, *unplaced][:MOST_SHOWN]),
        *_mentions(publication, place),
        subject=f"{column.code}.{place}",
        column=column.code,
        place=place,
        number=float(column.values[named[0]]),
        beneficiaries=[ranking.units[row] for row in named],
        elsewhere=[ranking.units[row] for row in elsewhere],
        unplaced=[ranking.units[row] for row in unplaced],
        place_notes={unit: note for unit, note in _place_notes(publication, [*elsewhere, *unplaced]) if note},
    )


def _place_notes(publication: Publication, rows: list[int]) -> list[tuple[str, str]]:
    """Return what the edition says of how it knows the place of each unit: it may rest on the very number."""
    ranking, evidence = publication.ranking, publication.evidence
    units = [ranking.units[row] for row in rows]
    return [(unit, evidence.unit(unit).place_note) for unit in units if evidence.has_unit(unit)]


def _has_own(publication: Publication, row: int, place: str) -> bool:
    """Tell whether a policy names the unit, or one of another place reaches it."""
    ranking, evidence = publication.ranking, publication.evidence
    if any(held.unit == ranking.units[row] for held in evidence.beneficiaries):
        return True
    return any(held.place in ranking.places[row] and held.place != place for held in evidence.policies)


def _mentions(publication: Publication, place: str) -> list[Exhibit]:
    """Return the policies of a place, each once, as exhibits."""
    seen: dict[str, Exhibit] = {}
    for held in publication.evidence.policies:
        if held.place == place:
            title = Text(zh=held.title.zh, en=held.title.en)
            date = "" if held.date is None else str(held.date)
            seen.setdefault(held.policy, row_cell(title, date, held.source, held.where))
    return list(seen.values())
