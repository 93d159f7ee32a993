"""The stars of the matrix of support, and cells without a figure in any table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from parkindex.analysis.support import breadth_and_stars, scheme_supports
from parkindex.audit.evidence_cells import row_cell
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plural
from parkindex.evidence.status import Status
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import SupportCell


def stars(publication: Publication) -> Iterator[Outcome]:
    """Compare the stars of the schemes with the number of categories in which they grant something."""
    dataset = publication.evidence
    rated = [each for each in scheme_supports(dataset) if each.stars is not None]
    if len(rated) < 2:
        yield untestable("无法检验：没有刊载星级。", "This cannot be tested: no stars are printed.")
        return
    turned = [
        (broad, narrow)
        for broad in rated
        for narrow in rated
        if broad.breadth > narrow.breadth and (broad.stars or 0) < (narrow.stars or 0)
    ]
    data: dict[str, Any] = {
        "rank_correlation": _number(breadth_and_stars(tuple(rated))),
        "n": len(rated),
        "turned": len(turned),
    }
    cells = [
        row_cell(
            Text(
                zh=f"{each.scheme.name.zh}，星级（{each.breadth}类）",
                en=f"{each.scheme.name.en}, stars ({each.breadth})",
            ),
            str(each.stars),
            each.scheme.source,
            each.scheme.where,
        )
        for each in (turned[0] if turned else rated[:10])
    ]
    if not turned:
        aside = any(each.elsewhere for each in rated)
        yield holds(
            f"{len(rated)}项扶持中，类别较多者的星级都不低于较少者{'（写明参照其它政策的格不计）' if aside else ''}。",
            f"Of {len(rated)} schemes, none with more categories of support has fewer stars"
            f"{' (cells that only point to another policy are not counted)' if aside else ''}.",
            *cells,
            **data,
        )
        return
    broad, narrow = turned[0]
    yield untestable(
        f"无法检验：星级的标准没有刊载；{len(turned)}对扶持类别较多而星级较低，如{broad.scheme.name.zh}（{broad.breadth}类、"
        f"{broad.stars}星）与{narrow.scheme.name.zh}（{narrow.breadth}类、{narrow.stars}星）。",
        f"This cannot be tested: the rule behind the stars is not printed; in {plural(len(turned), 'pair')} the scheme "
        f"with more categories has fewer stars, as {broad.scheme.name.en} ({broad.breadth}, {broad.stars} stars) and "
        f"{narrow.scheme.name.en} ({narrow.breadth}, {narrow.stars} stars).",
        *cells,
        **data,
    )


def _number(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124 - NaN is no JSON


def missing_kinds(publication: Publication) -> Iterator[Outcome]:
    """Find columns in which cells without a figure are marked in more than one way."""
    dataset, ranking = publication.evidence, publication.ranking
    mixed = 0
    for column in (*ranking.columns, *((ranking.total,) if ranking.total else ())):
        marks = _marks(column)
        if len(marks) > 1:
            mixed += 1
            shown = "、".join(
                f"“{mark}”{len(rows)}处" if mark else f"空白{len(rows)}处" for mark, rows in marks.items()
            )
            told = ", ".join(
                f"“{mark}” {len(rows)}×" if mark else f"blank {len(rows)}×" for mark, rows in marks.items()
            )
            yield fails(
                "minor",
                f"“{column.name.zh}”一列没有数值的格有不同的写法：{shown}。",
                f"Cells without a number in “{column.name.en}” are marked in several ways: {told}.",
                *(ranking.cell(rows[0], column) for rows in marks.values()),
                subject=column.code,
                marks={mark: len(rows) for mark, rows in marks.items()},
            )
    # A report of ParkIndex tells the kinds apart itself, with a key under the matrix.
    own = publication.stands_for_itself
    kinds = {} if own else {category: found for category, found in _kinds(dataset).items() if len(found) > 1}
    if kinds:
        yield _mixed(dataset, kinds)
    if not mixed and not kinds:
        yield holds(
            "没有一列混用不同的空缺写法。", "In no column are cells without a figure marked in more than one way."
        )


def _mixed(dataset: Dataset, kinds: dict[str, dict[Status, list[SupportCell]]]) -> Outcome:
    names = {option.code: option.name for variable in dataset.variables for option in variable.classes}
    columns = listed([names.get(category, Text(zh=category, en=category)) for category in kinds])
    cells: dict[str, list[SupportCell]] = {}
    for cell in (cell for found in kinds.values() for each in found.values() for cell in each):
        cells.setdefault(cell.words, []).append(cell)
    zh = "、".join(f"“{words}”{len(found)}格" for words, found in cells.items())
    en = ", ".join(f"“{found[0].words_en or words}” in {plural(len(found), 'cell')}" for words, found in cells.items())
    schemes = {scheme.scheme: scheme.name for scheme in dataset.schemes}
    return fails(
        "minor",
        f"扶持对比表同一列（{columns.zh}）没有数额的格写法不一：{zh}，其间的分别没有说明。",
        f"Under {columns.en}, cells of the matrix of support without a figure are marked in several ways: {en}; what "
        "tells them apart is not said.",
        *(
            row_cell(schemes.get(cell.scheme, columns), cell.words, cell.source, cell.where)
            for found in cells.values()
            for cell in found[:3]
        ),
        subject="support",
        columns=list(kinds),
        cells={words: len(found) for words, found in cells.items()},
    )


def _marks(column: Column) -> dict[str, list[int]]:
    """Return what stands in the cells of a column without a number, with their rows."""
    found: dict[str, list[int]] = {}
    if not column.blanks or len(column.present) == len(column.cells):
        return found
    for row, cell in enumerate(column.cells):
        if cell is None:
            found.setdefault(column.blanks[row], []).append(row)
    return found


def _kinds(dataset: Dataset) -> dict[str, dict[Status, list[SupportCell]]]:
    """Return the cells without a value of each category by their status."""
    found: dict[str, dict[Status, list[SupportCell]]] = {}
    for cell in dataset.support:
        if not cell.status.has_value:
            found.setdefault(cell.category, {}).setdefault(cell.status, []).append(cell)
    return found
