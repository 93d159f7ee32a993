"""Parks by the names that different tables print, and parks of other tables that are not ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import row_cell
from parkindex.audit.likeness import abbreviates, bare
from parkindex.audit.naming import place_name, related, table_name
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plural
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.dataset import Dataset

NO_TABLES = (
    "无法检验：没有受益园区表或基金表。",
    "This cannot be tested: there is no table of beneficiaries and none of funds.",
)


@dataclass(frozen=True)
class Named:
    """A park as one row of a table names it; ``unit`` is empty when it is not ranked."""

    name: Text
    unit: str
    table: Text
    exhibit: Exhibit


def named_parks(dataset: Dataset) -> tuple[Named, ...]:
    """Return every park that the tables of beneficiaries and funds name, row by row."""
    found = []
    for row in dataset.beneficiaries:
        table = table_name(dataset, row.source, "beneficiaries")
        what = Text(zh="受益园区", en="Park that benefits")
        name = Text(zh=row.name_as_printed, en=row.name_en or row.name_as_printed)
        found.append(Named(name, row.unit, table, row_cell(what, row.name_as_printed, row.source, row.where)))
    for fund in dataset.funds:
        if fund.park_as_printed:
            table = table_name(dataset, fund.source, "funds")
            what = Text(zh=f"{fund.name.zh}，园区", en=f"{fund.name.en}, park")
            name = Text(zh=fund.park_as_printed, en=fund.park_en or fund.park_as_printed)
            found.append(Named(name, fund.unit, table, row_cell(what, fund.park_as_printed, fund.source, fund.where)))
    return tuple(found)


def unranked(publication: Publication) -> Iterator[Outcome]:
    """Find parks of the tables of beneficiaries and funds that the ranking does not hold."""
    rows = named_parks(publication.evidence)
    if not rows:
        yield untestable(*NO_TABLES)
        return
    ranked = set(publication.ranking.units)
    apart: dict[str, list[Named]] = {}
    for row in rows:
        if row.unit not in ranked:
            apart.setdefault(bare(row.name.zh), []).append(row)
    n = len(ranked)
    for found in apart.values():
        name, tables = found[0].name, listed(list({row.table.zh: row.table for row in found}.values()))
        yield fails(
            "minor",
            f"{tables.zh}列有{name.zh}，而排名的{n}家之中没有它。",
            f"{tables.en} {'name' if len(found) > 1 else 'names'} {name.en}, which is not among the {n} ranked.",
            *(row.exhibit for row in found[:10]),
            subject=name.zh,
            tables=len(found),
        )
    if not apart:
        yield holds(
            f"受益园区表与基金表的{len(rows)}行都属于排名所列。",
            f"All {len(rows)} rows of the tables of beneficiaries and funds name ranked parks.",
            n=len(rows),
        )


def names(publication: Publication) -> Iterator[Outcome]:
    """Compare the names of a park: a shorter one must fit no other ranked park."""
    dataset = publication.evidence
    rows = [row for row in named_parks(dataset) if dataset.has_unit(row.unit)]
    if not rows:
        yield untestable(*NO_TABLES)
        return
    told: set[tuple[str, str]] = set()
    for row in rows:
        if (row.unit, bare(row.name.zh)) in told:
            continue
        told.add((row.unit, bare(row.name.zh)))
        others = [unit for unit in dataset.units if abbreviates(row.name.zh, unit.name.zh)]
        if bare(row.name.zh) == bare(dataset.unit(row.unit).name.zh) or [each.code for each in others] == [row.unit]:
            continue
        full = dataset.unit(row.unit).name
        if len(others) > 1:
            fits = listed([unit.name for unit in others])
            zh, en = f"；作为简称可指{fits.zh}", f"; in short it could stand for {fits.en}"
        else:
            zh, en = "", ""
        yield fails(
            "minor",
            f"{row.table.zh}印作“{row.name.zh}”，此处认作排名表中的{full.zh}，名称不同{zh}。",
            f"{row.table.en[0].upper()}{row.table.en[1:]} prints “{row.name.en}”, taken here for what is ranked under "
            f"another name, {full.en}{en}.",
            row.exhibit,
            subject=row.unit,
            fits=[unit.code for unit in others],
        )
        told.add((row.unit, ""))
    differing = {unit for unit, name in told if not name}
    agreeing = {row.unit for row in rows} - differing
    if agreeing:
        yield holds(
            f"{len(agreeing)}家园区在各表的名称相同，或为无歧义的简称。",
            f"The tables name {plural(len(agreeing), 'park')} alike, or in short without ambiguity.",
            n=len(agreeing),
        )


def park_places(publication: Publication) -> Iterator[Outcome]:
    """Compare the place of every fund with that of the park that holds it."""
    dataset = publication.evidence
    held = [fund for fund in dataset.funds if dataset.has_unit(fund.unit)]
    if not held:
        yield untestable("无法检验：没有基金列在园区之下。", "This cannot be tested: no fund is listed under a park.")
        return
    apart = [fund for fund in held if not related(dataset, fund.place, dataset.unit(fund.unit).place)]
    for fund in apart[:10]:
        unit = dataset.unit(fund.unit)
        here, there = place_name(dataset, fund.place), place_name(dataset, unit.place)
        yield fails(
            "moderate",
            f"{fund.name.zh}的地点为{here.zh}，而所属的{unit.name.zh}在{there.zh}。",
            f"{fund.name.en} is placed in {here.en}, but its park, {unit.name.en}, in {there.en}.",
            row_cell(Text(zh=f"{fund.name.zh}，地点", en=f"{fund.name.en}, place"), here.zh, fund.source, fund.where),
            row_cell(Text(zh=f"{unit.name.zh}，地点", en=f"{unit.name.en}, place"), there.zh, (), unit.where),
            subject=fund.fund,
            n=len(apart),
        )
    if len(held) > len(apart):
        n = len(held) - len(apart)
        yield holds(
            f"{n}只基金的地点与所属园区的地点相合。",
            f"{plural(n, 'fund')} and the parks that hold them stand together.",
            n=n,
        )
