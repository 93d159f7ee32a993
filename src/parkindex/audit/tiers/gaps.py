"""Gaps: how far the tiers lie apart, beside how far neighbours lie apart within a tier."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.gaps import between, within
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.tiers.members import NOT_OF_TOTALS
from parkindex.audit.tiers.parting import parts_elsewhere, wide_gap
from parkindex.audit.tiers.tiered import Tiered
from parkindex.audit.wording import plain

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication

MOST_GAPS = 10


def gaps(publication: Publication) -> Iterator[Outcome]:
    """Test whether tiers part where totals lie far apart. That they do not is no error, and worth knowing.

    It is told where a gap within a tier, with a quarter of its units or more on either side, is at least four times as
    wide as every step between tiers and 15 % of the whole range, and natural breaks would fit far better.
    """
    tiered = Tiered.of(publication.ranking)
    if not tiered.follow or tiered.misplaced:
        yield untestable(*NOT_OF_TOTALS)
        return
    scores, tiers = tiered.scores[tiered.falling], tiered.tiers[tiered.falling]
    drops, borders = scores[:-1] - scores[1:], np.flatnonzero(np.diff(tiers))
    data = _data(tiered, drops)
    decimals = tiered.total.decimals
    steps = [plain(float(drops[place]), decimals) for place in borders]
    widest = wide_gap(tiered) if parts_elsewhere(tiered) else None
    if widest is None:
        yield holds(
            f"梯队之间依次相差{'、'.join(steps)}分；梯队内部没有远大于此、更宜分界的间隔。",
            f"The tiers lie {' and '.join(steps)} apart; no gap within a tier is far wider and a better place to part "
            "them.",
            **data,
        )
        return
    units = [tiered.row(int(tiered.falling[place])) for place in (widest, widest + 1)]
    printed = [tiered.total.printed(row) for row in units]
    gap = plain(float(drops[widest]), decimals)
    tier = tiered.ranking.tier_name(units[0])
    at_borders = [tiered.row(int(tiered.falling[place + side])) for place in borders for side in (0, 1)]
    yield fails(
        "minor",
        f"梯队之间依次相差{'、'.join(steps)}分，而{tier.zh}内部{printed[0]}与{printed[1]}之间相差{gap}分"
        f"（n = {len(scores)}）。",
        f"The tiers lie {' and '.join(steps)} apart, while within {tier.en} the totals {printed[0]} and {printed[1]} "
        f"lie {gap} apart (n = {len(scores)}).",
        *(tiered.ranking.cell(row, tiered.total) for row in dict.fromkeys([*at_borders, *units])),
        subject=str(tiered.ranking.tiers[units[0]]),
        **data,
    )


def _data(tiered: Tiered, drops: np.ndarray) -> dict[str, Any]:
    spreads = within(tiered.scores, tiered.tiers.astype(np.float64))
    falling, units = tiered.falling, tiered.ranking.units
    largest = np.argsort(-drops, kind="stable")[:MOST_GAPS]
    return {
        "n": len(tiered.rows),
        "ranges": {str(spread.tier): spread.range for spread in spreads},
        "steps": [gap.step for gap in between(spreads)],
        "means": [upper.mean - lower.mean for upper, lower in pairwise(spreads)],
        "gaps": [
            {
                "above": units[tiered.row(int(falling[place]))],
                "below": units[tiered.row(int(falling[place + 1]))],
                "gap": float(drops[place]),
                "border": bool(tiered.tiers[falling[place]] != tiered.tiers[falling[place + 1]]),
            }
            for place in largest
        ],
    }
