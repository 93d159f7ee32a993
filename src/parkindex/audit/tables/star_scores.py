"""The stars of the matrix of support beside the scores that the ranking gives to the same policies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from parkindex.audit.below import indicators_below, is_computed, reads_support, support_column
from parkindex.audit.evidence_cells import row_cell
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.wording import plural, units_listed
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from decimal import Decimal

    from parkindex.audit.publication import Column, Publication
    from parkindex.evidence.rows import Scheme

CLEARLY_APART = 2
"""Stars between two schemes from which the order of their scores says something: one star is as coarse as stars are."""

MOST_PAIRS = 4
"""Pairs of schemes that an outcome shows the printed numbers of."""


@dataclass(frozen=True)
class Rated:
    """A scheme with stars, and the rows of the ranked units that gain from its policies."""

    scheme: Scheme
    stars: int
    rows: tuple[int, ...]
    scores: tuple[Decimal, ...]

    @property
    def star_cell(self) -> Exhibit:
        """The printed stars."""
        name = self.scheme.name
        what = Text(zh=f"{name.zh}，星级", en=f"{name.en}, stars")
        return row_cell(what, str(self.stars), self.scheme.source, self.scheme.where)


def star_scores(publication: Publication) -> Iterator[Outcome]:
    """Find schemes with clearly more stars whose beneficiaries all score lower than all those of one with fewer."""
    column = support_column(publication)
    rated = [] if column is None or is_computed(publication, column) else _rated(publication, column)
    pairs = [(one, other) for one, other in permutations(rated, 2) if one.stars - other.stars >= CLEARLY_APART]
    if column is None or not pairs:
        yield untestable(
            "无法检验：没有星级相差两颗以上、受益园区又刊载得分的扶持可以比较。",
            "This cannot be tested: no two schemes two stars or more apart have beneficiaries with printed scores.",
        )
        return
    turned = [(one, other) for one, other in pairs if max(one.scores) < min(other.scores)]
    if turned:
        yield _turned(publication, column, turned, len(pairs))
        return
    yield holds(
        f"星级相差两颗以上的{len(pairs)}对扶持中，没有一对是星级较高而受益园区的“{column.name.zh}”得分反而较低的。",
        f"Of {plural(len(pairs), 'pair')} of schemes two stars or more apart, in none do the beneficiaries of the one "
        f"with more stars score lower in “{column.name.en}”.",
        pairs=len(pairs),
    )


def _rated(publication: Publication, column: Column) -> list[Rated]:
    """Return the schemes with stars and with beneficiaries that print a score."""
    ranking, evidence = publication.ranking, publication.evidence
    found = []
    for scheme in evidence.schemes:
        units = dict.fromkeys(row.unit for row in evidence.beneficiaries if row.policy in scheme.policies)
        rows = [ranking.row(unit) for unit in units if unit in ranking.units]
        scored = [(row, score) for row in rows if (score := column.cells[row]) is not None]
        if scheme.stars is not None and scored:
            kept, scores = zip(*scored, strict=True)
            found.append(Rated(scheme, scheme.stars, kept, scores))
    return found


def _turned(publication: Publication, column: Column, turned: list[tuple[Rated, Rated]], pairs: int) -> Outcome:
    """Say in how many pairs stars and scores go opposite ways, with the pair that is farthest apart."""
    ranking = publication.ranking
    turned = sorted(turned, key=lambda pair: (pair[1].stars - pair[0].stars, max(pair[0].scores) - min(pair[1].scores)))
    told = [_told(publication, column, rated) for rated in turned[0]]
    verb = "goes" if len(turned) == 1 else "go"
    beside = any(not reads_support(each) for each in indicators_below(publication, column))
    shown = list(dict.fromkeys(rated for pair in turned[:MOST_PAIRS] for rated in pair))
    return fails(
        "minor",
        f"星级相差两颗以上的{pairs}对扶持中，有{len(turned)}对星级较高者的受益园区“{column.name.zh}”得分反而较低："
        f"{told[0].zh}；{told[1].zh}{'；这一得分另含其它指标' if beside else ''}。",
        f"Of {plural(pairs, 'pair')} of schemes two stars or more apart, {len(turned)} {verb} the other way in "
        f"“{column.name.en}”, more stars but lower scores for the beneficiaries: {told[0].en}, {told[1].en}"
        f"{'; other indicators are part of that score too' if beside else ''}.",
        *(cell for rated in shown for cell in (rated.star_cell, *(ranking.cell(row, column) for row in rated.rows))),
        subject=column.code,
        pairs=pairs,
        turned=[[one.scheme.scheme, other.scheme.scheme] for one, other in turned],
    )


def _told(publication: Publication, column: Column, rated: Rated) -> Text:
    names, scheme = units_listed(publication.ranking, rated.rows), rated.scheme.name
    printed = list(dict.fromkeys(column.printed(row) for row in rated.rows))
    return Text(
        zh=f"{scheme.zh}为{rated.stars}星，{names.zh}得{'、'.join(printed)}",
        en=f"{scheme.en} with {plural(rated.stars, 'star')} ({names.en}: {', '.join(printed)})",
    )
