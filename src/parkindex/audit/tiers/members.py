"""Members: a unit of a lower tier with a higher total, and members on the wrong side of a cut-off."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from parkindex.audit.outcome import TOLD_ONE_BY_ONE, Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.publication import Publication
from parkindex.audit.tiers.tiered import Tiered
from parkindex.audit.wording import plain
from parkindex.framework.text import Text

NOT_OF_TOTALS = (
    "无法检验：所载梯队不是按总分划分的，或只有一个梯队。",
    "This cannot be tested: the printed tiers are not those of the totals, or there is only one.",
)


def order(publication: Publication) -> Iterator[Outcome]:
    """Test whether no unit of a lower tier has a higher total than one of a higher tier."""
    tiered = Tiered.of(publication.ranking)
    if not tiered.follow:
        yield untestable(*NOT_OF_TOTALS)
        return
    n, wrong = len(tiered.rows), tiered.misplaced
    if not wrong:
        yield holds(
            f"{n}家分入{tiered.count}个梯队，没有总分较高而梯队较低的。",
            f"Of {n} units in {tiered.count} tiers, none has a higher total and a lower tier than another.",
            n=n,
        )
    elif len(wrong) > TOLD_ONE_BY_ONE:
        rows = [tiered.row(unit) for unit in wrong]
        yield fails(
            "major",
            f"{n}家中有{len(rows)}家的梯队与总分的高低不符。",
            f"Of {n} units, {len(rows)} stand in a tier that does not follow the totals.",
            *(cell for row in rows[:TOLD_ONE_BY_ONE] for cell in _cells(tiered, row)),
            n=n,
            units=[tiered.ranking.units[row] for row in rows],
        )
    else:
        yield from (_contradiction(tiered, unit) for unit in wrong)


def _contradiction(tiered: Tiered, unit: int) -> Outcome:
    ranking, total = tiered.ranking, tiered.total
    odd = np.flatnonzero((tiered.tiers - tiered.tiers[unit]) * (tiered.scores - tiered.scores[unit]) > 0)
    other = int(odd[np.argmax(np.abs(tiered.scores[odd] - tiered.scores[unit]))])
    row, beside = tiered.row(unit), tiered.row(other)
    name, named = ranking.names[row], ranking.names[beside]
    tier, other_tier = ranking.tier_name(row), ranking.tier_name(beside)
    return fails(
        "major",
        f"{name.zh}总分{total.printed(row)}，列在{tier.zh}；{named.zh}总分{total.printed(beside)}，"
        f"列在{other_tier.zh}：梯队与总分的高低相反。",
        f"{name.en} has a total of {total.printed(row)} and stands in {tier.en}, {named.en} a total of "
        f"{total.printed(beside)} in {other_tier.en}: the tiers run against the totals.",
        *_cells(tiered, row),
        *_cells(tiered, beside),
        subject=ranking.units[row],
        other=ranking.units[beside],
    )


def cut_offs(publication: Publication) -> Iterator[Outcome]:
    """Test whether every unit stands in the tier whose cut-off its total reaches; rounding is allowed for."""
    tiered = Tiered.of(publication.ranking)
    cuts = tiered.borders
    if not tiered.follow or int(tiered.tiers.max()) > len(cuts) + 1:
        yield untestable(
            "无法检验：所载界线的数目与梯队的数目不符，或梯队不是按总分划分的。",
            "This cannot be tested: the printed cut-offs do not match the number of tiers, or the tiers are not those "
            "of the totals.",
        )
        return
    half = float(tiered.total.unit_of_last_place) / 2
    best, worst = _tiers_at(tiered.scores + half, cuts), _tiers_at(tiered.scores - half, cuts)
    wrong = np.flatnonzero((tiered.tiers < best) | (tiered.tiers > worst)).tolist()
    n, written = len(tiered.rows), [plain(cut) for cut in publication.ranking.cut_offs]
    if not wrong:
        yield holds(
            f"{n}家所在的梯队都与所载界线{'、'.join(written)}一致。",
            f"All {n} units stand in the tiers that the printed cut-offs {', '.join(written)} give them.",
            n=n,
            cut_offs=cuts.tolist(),
        )
    elif len(wrong) > TOLD_ONE_BY_ONE:
        rows = [tiered.row(unit) for unit in wrong]
        yield fails(
            "major",
            f"{n}家中有{len(rows)}家所在的梯队与所载界线{'、'.join(written)}不符。",
            f"Of {n} units, {len(rows)} stand in a tier that the printed cut-offs {', '.join(written)} do not give "
            "them.",
            *(cell for row in rows[:TOLD_ONE_BY_ONE] for cell in _cells(tiered, row)),
            n=n,
            units=[tiered.ranking.units[row] for row in rows],
        )
    else:
        for unit in wrong:
            yield _wrong_side(tiered, unit, int(_tiers_at(tiered.scores, cuts)[unit]))


def _wrong_side(tiered: Tiered, unit: int, due: int) -> Outcome:
    """Say which printed cut-off parts the printed total from the printed tier."""
    ranking, row, stands = tiered.ranking, tiered.row(unit), int(tiered.tiers[unit])
    above = stands > due
    cut = ranking.cut_offs[stands - 2] if above else ranking.cut_offs[stands - 1]
    name, printed, tier = ranking.names[row], tiered.total.printed(row), ranking.tier_name(row)
    return fails(
        "major",
        f"{name.zh}列在{tier.zh}，总分{printed}却{'不低于' if above else '低于'}所载界线{plain(cut)}。",
        f"{name.en} stands in {tier.en}; its total of {printed} is {'not below' if above else 'below'} the printed "
        f"cut-off {plain(cut)}.",
        *_cells(tiered, row),
        Exhibit(Text(zh="梯队界线", en="cut-off of the tiers"), plain(cut)),
        subject=ranking.units[row],
        cut_off=float(cut),
        due=due,
    )


def _tiers_at(scores: np.ndarray, cuts: np.ndarray) -> np.ndarray:
    return np.asarray(1 + (scores[:, None] < cuts[None, :] - 1e-9).sum(axis=1))


def _cells(tiered: Tiered, row: int) -> tuple[Exhibit, Exhibit]:
    return tiered.ranking.cell(row, tiered.total), tiered.ranking.tier_cell(row)
