"""Claims of who leads or comes last, by unit, place or printed share."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from parkindex.analysis.shares import distribution
from parkindex.audit.claims.ground import Ground, joined, tier_name
from parkindex.audit.claims.saying import RELATION_WORDS, it_fails, it_holds, it_stays_open, none_entered, number
from parkindex.audit.evidence_cells import statistic_cell
from parkindex.audit.outcome import Exhibit
from parkindex.evidence.claims import Leader
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.analysis.shares import ClassShare, Distribution
    from parkindex.audit.outcome import Outcome
    from parkindex.audit.publication import Column, Publication
    from parkindex.evidence.rows import Statistic


def leaders(publication: Publication) -> Iterator[Outcome]:
    """Test every claim that a unit, place or share is the highest or lowest."""
    ground = Ground(publication)
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, Leader)]
    yield from none_entered(claims, "谁领先、谁最弱的说法", "claims of who leads or comes last")
    for claim in claims:
        yield _share(ground, claim) if claim.statistic else _leader(ground, claim)


def _leader(ground: Ground, claim: Leader) -> Outcome:
    """Compare the named unit, or the best of the named place, with all others in the scope."""
    column = ground.column(claim.node or "")
    name = ground.node_name(claim.node or "")
    if column is None or not column.present:
        return it_stays_open(
            claim,
            f"无法检验：各家的“{name.zh}”未刊载。",
            f"This cannot be tested: no values of “{name.en}” are printed by unit.",
        )
    pool = [row for row in ground.scope(claim.scope) if column.cells[row] is not None]
    if not pool:
        return it_stays_open(
            claim, "无法检验：没有刊载该梯队的成员。", "This cannot be tested: no members are printed."
        )
    if claim.unit is not None:
        return _unit(ground, claim, column, pool)
    return _place(ground, claim, column, pool)


def _unit(ground: Ground, claim: Leader, column: Column, pool: Sequence[int]) -> Outcome:
    """Test a unit; one outside the scope cannot lead in it."""
    row = ground.row_of.get(claim.unit or "")
    name = ground.unit_name(claim.unit or "")
    if row is None or column.cells[row] is None:
        return it_stays_open(
            claim, f"无法检验：{name.zh}没有刊载得分。", f"This cannot be tested: no score of {name.en} is printed."
        )
    if row not in pool:
        scope = _scope(claim)
        return it_fails(
            "major",
            claim,
            f"{name.zh}不在{scope.zh}。",
            f"{name.en} is not in {scope.en}.",
            ground.ranking.tier_cell(row),
        )
    return _against_the_best(ground, claim, column, pool, [row])


def _place(ground: Ground, claim: Leader, column: Column, pool: Sequence[int]) -> Outcome:
    """Test a place by the best of its units in the scope."""
    place = claim.place or ""
    name = ground.place_name(place)
    within = set(pool)
    rows = [row for row in ground.rows_in.get(place, ()) if row in within]
    if rows:
        return _against_the_best(ground, claim, column, pool, rows)
    _, unknown = ground.without_unit([place])
    scope = _scope(claim)
    if unknown:
        return it_stays_open(
            claim,
            f"无法检验：不能确定{name.zh}在{scope.zh}有没有列入排名的园区。",
            f"This cannot be tested: whether a ranked unit stands in {name.en} is not known.",
        )
    return it_fails(
        "major",
        claim,
        f"{name.zh}在{scope.zh}没有列入排名的园区。",
        f"No ranked unit of {scope.en} stands in {name.en}.",
    )


def _against_the_best(
    ground: Ground, claim: Leader, column: Column, pool: Sequence[int], rows: Sequence[int]
) -> Outcome:
    """Compare the best of ``rows`` with the best of the pool, on the printed decimals."""
    sign = 1 if claim.which == "highest" else -1
    values = {row: sign * (column.cells[row] or 0) for row in pool}
    top = max(values.values())
    best = [row for row in pool if values[row] == top]
    own = max(rows, key=lambda row: values[row])
    scope, node = _scope(claim), ground.node_name(claim.node or "")
    names = joined([ground.ranking.names[row] for row in best])
    zh, en = ("最高", "highest") if sign > 0 else ("最低", "lowest")
    score = column.printed(best[0])
    data: dict[str, Any] = {"n": len(pool), "best": [ground.ranking.units[row] for row in best], "value": float(score)}
    if values[own] == top:
        tied = "并列" if len(best) > 1 else ""
        tied_en = "jointly " if len(best) > 1 else ""
        return it_holds(
            claim,
            f"{scope.zh}{len(pool)}家中，{node.zh}{tied}{zh}的是{names.zh}（{score}）。",
            f"Of {len(pool)} in {scope.en}, {names.en} {'is' if len(best) == 1 else 'are'} {tied_en}{en} in "
            f"{node.en} ({score}).",
            *ground.cells(best, column),
            **data,
        )
    mine = column.printed(own)
    return it_fails(
        "major",
        claim,
        f"{ground.ranking.names[own].zh}的{node.zh}为{mine}；{scope.zh}{len(pool)}家中{zh}的是{names.zh}（{score}）。",
        f"{ground.ranking.names[own].en} has {mine} in {node.en}; the {en} of {len(pool)} in {scope.en} is {names.en} "
        f"({score}).",
        ground.ranking.cell(own, column),
        *ground.cells(best, column),
        **data,
        named=ground.ranking.units[own],
        named_value=float(mine),
    )


def _scope(claim: Leader) -> Text:
    if claim.scope == "all":
        return Text(zh="排名表", en="the ranking")
    return tier_name(int(claim.scope.partition(":")[2]))


def _share(ground: Ground, claim: Leader) -> Outcome:
    """Compare a printed share with the other shares of its question that it does not overlap."""
    row = next((each for each in ground.evidence.statistics if each.code == claim.statistic), None)
    found = None if row is None else distribution(ground.evidence, row.question)
    if row is None or found is None or found.row(row.category) is None or math.isnan(row.value):
        return it_stays_open(claim, "无法检验：份额未刊载。", "This cannot be tested: the share is not printed.")
    sign = 1 if claim.which == "highest" else -1
    others = _rivals(found, row)
    left = 100 - row.value
    if sign > 0 and not found.multiple and row.value > left and row.relation in {"=", ">", ">="}:
        return it_holds(
            claim,
            f"所载份额为{number(row.value)}%，其余合计不过{number(left)}%。",
            f"The printed share is {number(row.value)}%; all the rest together are at most {number(left)}%.",
            _exhibit(row),
            share=row.value,
        )
    if not others:
        return it_stays_open(
            claim, "无法检验：同一问题的其他份额未刊载。", "This cannot be tested: the other shares are not printed."
        )
    return _among_shares(claim, row, others, sign)


def _rivals(found: Distribution, row: Statistic) -> tuple[ClassShare, ...]:
    """Return the shares that stand beside a share: neither inside it nor around it."""
    variable = {option.code: option for option in found.variable.classes}
    own = variable.get(row.category)

    def apart(code: str) -> bool:
        other = variable.get(code)
        if own is None or other is None or (own.least is None and own.below is None):
            return True
        low, high = _bounds(own.least, own.below)
        least, below = _bounds(other.least, other.below)
        return below <= low or least >= high

    return tuple(
        each
        for each in found.exclusive
        if each.code != row.category and not math.isnan(each.share) and apart(each.code)
    )


def _bounds(least: float | None, below: float | None) -> tuple[float, float]:
    return -math.inf if least is None else least, math.inf if below is None else below


def _among_shares(claim: Leader, row: Statistic, others: Sequence[ClassShare], sign: int) -> Outcome:
    """Compare printed shares by their numbers; equal ones, and mere bounds in a wrong order, decide nothing."""
    words = RELATION_WORDS
    listed = "、".join(f"{words[each.relation].zh}{number(each.share)}%" for each in others)
    listed_en = ", ".join(f"{words[each.relation].en}{number(each.share)}%" for each in others)
    zh = f"所载份额：{words[row.relation].zh}{number(row.value)}%；其余：{listed}。"
    verb = "the other is" if len(others) == 1 else "the others are"
    en = f"The printed share is {words[row.relation].en}{number(row.value)}%; {verb} {listed_en}."
    data: dict[str, Any] = {"share": row.value, "others": {each.code: each.share for each in others}}
    exact = row.relation == "=" and all(each.relation == "=" for each in others)
    if all(sign * row.value > sign * each.share for each in others):
        return it_holds(claim, zh, en, _exhibit(row), **data)
    if any(sign * row.value < sign * each.share for each in others) and exact:
        return it_fails("moderate", claim, zh, en, _exhibit(row), **data)
    return it_stays_open(claim, f"{zh}因而不能判断。", f"{en} This leaves it open.", _exhibit(row), **data)


def _exhibit(row: Statistic) -> Exhibit:
    return statistic_cell(row, f"{number(row.value)}%")
