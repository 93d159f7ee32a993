"""A number that stands out from its unit's other columns and contradicts what the text says of its group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.chance import ALARM
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.outliers.distances import residuals
from parkindex.audit.outliers.wording import mended
from parkindex.audit.wording import plain, plural

if TYPE_CHECKING:
    from parkindex.audit.outliers.distances import Residuals
    from parkindex.audit.publication import Column, Publication
    from parkindex.evidence.claims import Comparison

WITHIN = 2.0
"""Standard errors around what the other columns lead to within which a mend is told."""

LEAST_GROUP = 3
"""Units on either side below which a claim does not speak of a group."""

HIGHER = frozenset({"higher", "much-higher", "mostly-higher"})
LOWER = frozenset({"lower", "much-lower", "mostly-lower"})


@dataclass(frozen=True)
class Contrast:
    """What the text says of a column: the rows said to lie above, and those said to lie below."""

    claim: Comparison
    column: Column
    above: tuple[int, ...]
    below: tuple[int, ...]
    rest: tuple[int, ...] = ()

    def names(self, row: int) -> bool:
        """Tell whether the text names the group of a row, and does not only mean it by all others."""
        return row not in self.rest


def against_the_text(publication: Publication) -> Iterator[Outcome]:
    """Test the numbers of units that the text puts low and that exceed all that it puts high, and the reverse."""
    contrasts = _contrasts(publication)
    if not contrasts:
        yield untestable(
            "无法检验：正文没有就某一列把一组园区置于另一组之上。",
            "This cannot be tested: the text sets no group of units above another in any printed column.",
        )
        return
    ranking = publication.ranking
    found = residuals(ranking.values)
    singled: dict[tuple[int, str], list[Contrast]] = {}
    for contrast in contrasts:
        for row in _contradicting(contrast):
            singled.setdefault((row, contrast.column.code), []).append(contrast)
    told = 0
    for (row, _), against in singled.items():
        place = ranking.columns.index(against[0].column)
        if found is not None and found.p[row, place] * len(singled) < ALARM:
            told += 1
            yield _outcome(publication, found, row, place, against)
    if not told:
        yield holds(
            f"正文比较两组园区的{len(contrasts)}处中，没有哪个数值既与正文相反、又与该园区其余各列相差悬殊。",
            f"In {plural(len(contrasts), 'place')} where the text compares two groups, no number both contradicts it "
            "and stands out from the other columns of its unit.",
            claims=[contrast.claim.code for contrast in contrasts],
        )


def _contrasts(publication: Publication) -> list[Contrast]:
    from parkindex.audit.claims.ground import Ground

    ground = Ground(publication)
    columns = {column.code: column for column in publication.ranking.columns}
    found: list[Contrast] = []
    for claim in publication.evidence.claims:
        if claim.kind != "comparison" or claim.what not in columns or len(claim.between) != 2:
            continue
        if claim.degree not in HIGHER | LOWER:
            continue
        first, second = (ground.group(word, ground.every_row) for word in claim.between)
        if claim.between[1] == "others":
            second = ground.group("others", ground.every_row, (first.rows,))
        rest = second.rows if claim.between[1] == "others" else ()
        above, below = (first, second) if claim.degree in HIGHER else (second, first)
        if min(len(above.rows), len(below.rows)) >= LEAST_GROUP:
            found.append(Contrast(claim, columns[claim.what], above.rows, below.rows, rest))
    return found


def _contradicting(contrast: Contrast) -> list[int]:
    """Return the rows said to be low that exceed all said to be high, and the reverse."""
    values = contrast.column.values
    above, below = values[list(contrast.above)], values[list(contrast.below)]
    if np.isnan(above).all() or np.isnan(below).all():
        return []
    too_high = [row for row in contrast.below if values[row] > np.nanmax(above)]
    too_low = [row for row in contrast.above if values[row] < np.nanmin(below)]
    return [*too_high, *too_low]


def _outcome(publication: Publication, found: Residuals, row: int, place: int, against: list[Contrast]) -> Outcome:
    ranking = publication.ranking
    contrast = min(against, key=lambda held: not held.names(row))
    name, column = ranking.names[row], ranking.columns[place]
    expected, spread = float(found.expected[row, place]), float(found.spread[row, place])
    words, data = mended(ranking, row, column, expected, WITHIN * spread)
    low = row in contrast.below
    rivals = contrast.above if low else contrast.below
    edge = (max if low else min)(rivals, key=lambda held: float(column.values[held]))
    led, n = plain(expected, column.decimals), len(rivals)
    side = "高" if low else "低"
    zh = (
        f"正文称：{contrast.claim.says.zh}{name.zh}的{column.name.zh}印作{column.printed(row)}，却{side}于所比的全部{n}家"
        f"（最{side}{column.printed(edge)}）；由其余{len(ranking.columns) - 1}列推算为{led}"
    )
    en = (
        f"Text: {contrast.claim.says.en} {column.name.en} of {name.en} is printed as {column.printed(row)}, "
        f"{'above' if low else 'below'} all {n} that it is compared with (at {'most' if low else 'least'} "
        f"{column.printed(edge)}); its other {len(ranking.columns) - 1} columns lead to {led}"
    )
    return fails(
        "moderate",
        f"{zh}。" if words is None else f"{zh}；{words.zh}。",
        f"{en}." if words is None else f"{en}; {words.en}.",
        ranking.cell(row, column),
        ranking.cell(edge, column),
        *(Exhibit(held.claim.says, "", held.claim.source) for held in against),
        subject=f"{column.code}.{ranking.units[row]}",
        unit=ranking.units[row],
        column=column.code,
        claims=[held.claim.code for held in against],
        expected=expected,
        standard_error=spread,
        t=float(found.t[row, place]),
        p=float(found.p[row, place]),
        n=int((~np.isnan(found.t[:, place])).sum()),
        **data,
    )
