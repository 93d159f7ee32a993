"""Leave one out: the ranking without each column in turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.outcome import Outcome, holds, untestable
from parkindex.audit.rule import complete_rows, find_rule
from parkindex.engine.ranking import rank

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication


def leave_one_out(publication: Publication) -> Iterator[Outcome]:
    """Say which column moves ranks farthest when it is left out, and without which columns another unit leads.

    The totals of the rest are the printed ones less the column's part. That a column matters is no error.
    """
    ranking, rule = publication.ranking, find_rule(publication.ranking)
    rows = complete_rows(ranking)
    if rule is None or ranking.total is None or len(rows) < 3:
        yield untestable(
            "无法检验：总分不由各列加总或平均而成。",
            "This cannot be tested: the totals are neither sums nor means of the columns.",
        )
        return
    totals, decimals = ranking.total.values[rows], ranking.total.decimals
    terms = ranking.values[rows] * np.array([float(factor) for factor in rule.factors])
    before = rank(totals)
    after = rank(np.round(totals[None, :] - terms.T, decimals + 2))
    moves = before[None, :] - after
    column, unit = np.unravel_index(int(np.argmax(np.abs(moves))), moves.shape)
    leaders = {
        held.code: [ranking.units[int(row)] for row in rows[places == 1]]
        for held, places in zip(ranking.columns, after, strict=True)
    }
    first = [ranking.units[int(row)] for row in rows[before == 1]]
    other = [held for held in ranking.columns if leaders[held.code] != first]
    name, left = ranking.names[int(rows[unit])], ranking.columns[int(column)].name
    was, becomes = int(before[unit]), int(after[column, unit])
    zh = "或".join(held.name.zh for held in other[:4]) + ("等" if len(other) > 4 else "")
    en = " or ".join(held.name.en for held in other[:4]) + (" or others" if len(other) > 4 else "")
    lead = (
        (f"去掉{zh}，首位易主", f"another unit leads without {en}")
        if other
        else ("首位都不变", "the leader stays throughout")
    )
    yield holds(
        f"逐一去掉各列，名次变动最大的是去掉{left.zh}时的{name.zh}，由第{was}名到第{becomes}名（n = {len(rows)}）；"
        f"{lead[0]}。",
        f"Without each column in turn, the farthest move is that of {name.en} without {left.en}, from rank {was} to "
        f"{becomes} (n = {len(rows)}); {lead[1]}.",
        n=len(rows),
        largest={held.code: int(np.abs(own).max()) for held, own in zip(ranking.columns, moves, strict=True)},
        mean={held.code: float(np.abs(own).mean()) for held, own in zip(ranking.columns, moves, strict=True)},
        leaders=leaders,
    )
