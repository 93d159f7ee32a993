"""A published table, and nothing else, as a publication: what an audit needs of it, found and not asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.audit.publication import TOTAL, Column, Publication, Ranking
from parkindex.audit.reading.columns import Field, read_field
from parkindex.audit.reading.heads import find_head
from parkindex.audit.reading.numbers import read_number
from parkindex.audit.reading.ranks import ranks_of, tier_words_of, tiers_of
from parkindex.audit.reading.roles import Roles, find_roles
from parkindex.audit.reading.rows import Rows, find_rows
from parkindex.audit.reading.stated import Stated, heads_of, weights_of
from parkindex.audit.reading.words import role_of, weight_of
from parkindex.audit.rule import find_rule
from parkindex.errors import Finding, UsageError
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.reading.grid import Grid
    from parkindex.audit.reading.heads import Head

SHEETS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt", ".tab")


NOTHING_STATED = Stated()


@dataclass(frozen=True)
class Reading:
    """A table as read, and what was taken for granted on the way."""

    publication: Publication
    notes: tuple[str, ...] = ()


def open_table(path: Path | str, stated: Stated = NOTHING_STATED) -> Publication:
    """Return the publication that a CSV or xlsx file holds; see `read_table`."""
    return read_table(path, stated).publication


def read_table(path: Path | str, stated: Stated = NOTHING_STATED) -> Reading:
    """Read a published table from a CSV or xlsx file, with what is stated beside it.

    The file may have a title and a head of several rows, groups, averages, weights and footnotes. Raises `UsageError`
    with every problem and its address.
    """
    path = Path(path)
    grid, notes = _grid(path, stated.sheet)
    head = find_head(grid)
    reading = publication_of_grid(grid, head, stated, title=head.title or path.stem)
    return Reading(reading.publication, (*notes, *reading.notes))


def _grid(path: Path, sheet: str | None) -> tuple[Grid, tuple[str, ...]]:
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "does not exist"
        hint = "an edition is a folder that holds edition.yaml" if path.is_dir() else "check the path"
        raise UsageError(Finding("table.path", str(path), f"{what}; expected a table as CSV or xlsx", hint))
    suffix = path.suffix.casefold()
    if suffix in SHEETS:
        from parkindex.audit.reading.workbook import read_workbook

        return read_workbook(path, sheet)
    if suffix not in TEXTS:
        message = f"is no table that can be read (got '{suffix or path.name}'); expected {', '.join((*TEXTS, *SHEETS))}"
        raise UsageError(Finding("table.format", path.name, message, "save it as xlsx, or as CSV in UTF-8"))
    if sheet is not None:
        raise UsageError(Finding("usage.sheet", path.name, "has no sheets", "--sheet is for xlsx: leave it out"))
    from parkindex.audit.reading.delimited import read_delimited

    return read_delimited(path.read_bytes(), path.name), ()


def publication_of_grid(grid: Grid, head: Head, stated: Stated, *, title: str) -> Reading:
    """Return the publication that a grid holds below its head; `UsageError` with everything that stands in the way."""
    rows = find_rows(grid, head)
    problems = list(rows.problems)
    fields = []
    for index, name in enumerate(head.heads):
        if name:
            each, found = read_field(grid, rows.units, index, name)
            fields.append(each)
            problems += found
    if not any(each.numeric for each in fields):
        message = "holds no column of numbers; expected at least one column of scores"
        problems.append(Finding("table.no-numbers", grid.title, message, "an audit compares printed numbers"))
        raise UsageError(problems)
    named, unknown = heads_of(fields, list(stated.weights) if isinstance(stated.weights, dict) else [], "weights")
    roles = find_roles(fields, grid.where(head.row), named)
    problems += unknown + roles.problems + (_turned(roles) or _same_names(roles))
    roles.place, found = _place(fields, roles, stated.place)
    problems += found
    weights, found = weights_of(roles.scores, stated.weights)
    problems += found
    if problems:
        raise UsageError(problems)
    if not stated.weights:
        weights = _printed_weights(grid, rows, roles.scores)
    ranking = _ranking(roles, rows, weights, stated)
    return Reading(Publication(Text(zh=title, en=title), ranking), tuple(rows.notes + roles.notes))


def _same_names(roles: Roles) -> list[Finding]:
    if roles.names is None:
        return []
    first: dict[str, int] = {}
    found = []
    for place, name in enumerate(roles.names.texts):
        where = roles.names.addresses[place]
        if not name:
            found.append(Finding("table.no-name", where, "is empty; expected the name of a unit", "fill it in"))
        elif name in first:
            message = (
                f"is named twice (got '{name}', as in {roles.names.addresses[first[name]]}); expected another name"
            )
            found.append(Finding("table.same-name", where, message, "add what tells the two apart, or remove one row"))
        first.setdefault(name, place)
    return found


def _turned(roles: Roles) -> list[Finding]:
    """Find a table that has a row for every column of another: a total, or a rank, is named in its rows."""
    texts = () if roles.names is None or roles.total is not None else roles.names.texts
    found = [place for place, text in enumerate(texts) if role_of(text) in {"total", "rank"}]
    if roles.names is None or not found:
        return []
    message = f"is a row of the table (got '{texts[found[0]]}'), and the units stand in its columns; "
    message += "expected a row for every unit"
    hint = "turn rows into columns (a spreadsheet does so by pasting with 'transpose')"
    return [Finding("table.turned", roles.names.addresses[found[0]], message, hint)]


def _place(fields: list[Field], roles: Roles, head: str | None) -> tuple[Field | None, list[Finding]]:
    if head is None:
        return roles.place, []
    words = [each for each in fields if not each.numeric and each is not roles.names]
    heads, findings = heads_of(words, [head], "place")
    return next((each for each in words if each.head in heads), None), findings


def _printed_weights(grid: Grid, rows: Rows, scores: list[Field]) -> tuple[Decimal | None, ...]:
    """Return the weights that the heads, or a row of their own, state for all columns; none where any is missing."""
    texts = [weight_of(each.head) for each in scores]
    if rows.weights is not None and not all(texts):
        texts = [grid.rows[rows.weights][each.index] for each in scores]
    numbers = [read_number(text) for text in texts]
    if not all(numbers) or not sum(number.value for number in numbers if number):
        return (None,) * len(scores)
    return tuple(None if number is None else number.value for number in numbers)


def _ranking(roles: Roles, rows: Rows, weights: tuple[Decimal | None, ...], stated: Stated) -> Ranking:
    names = roles.names
    assert names is not None  # noqa: S101 - without names there is a finding before
    english = roles.english.texts if roles.english is not None else names.texts
    columns = tuple(_column(each, each.head, weight) for each, weight in zip(roles.scores, weights, strict=True))
    ranking = Ranking(
        names.texts,
        tuple(Text(zh=zh, en=en or zh) for zh, en in zip(names.texts, english, strict=True)),
        columns,
        None if roles.total is None else _column(roles.total, TOTAL, None),
        ranks_of(roles.rank),
        tiers_of(roles.tier, rows.groups),
        stated.cut_offs,
        stated.full_mark,
        _places(roles.place),
        {text: Text(zh=text, en=text) for text in (roles.place.texts if roles.place is not None else ()) if text},
        {code: each.addresses for code, each in (("rank", roles.rank), ("tier", roles.tier)) if each is not None},
        tier_words_of(roles.tier, rows.groups),
    )
    return replace(ranking, full_mark=_full_mark(ranking)) if stated.full_mark is None else ranking


def _column(each: Field, code: str, weight: Decimal | None) -> Column:
    name = Text(zh=each.head, en=each.head)
    return Column(code, name, each.cells, each.addresses, each.blanks, weight, texts=each.texts)


def _places(place: Field | None) -> tuple[tuple[str, ...], ...]:
    return () if place is None else tuple((text,) if text else () for text in place.texts)


def _full_mark(ranking: Ranking) -> Decimal | None:
    """Return the sum of the weights where columns are points that are added up: no more can be reached."""
    weights = ranking.weights
    rule = find_rule(ranking) if weights else None
    return sum(weights, Decimal(0)) if rule is not None and rule.name == "sum" and sum(weights) > 1 else None
