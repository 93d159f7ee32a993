"""Claims against one another: one printed value under two verdicts, and statements that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any

from parkindex.audit.claims.comparisons import comparisons, groups_of
from parkindex.audit.claims.ground import Ground, joined
from parkindex.audit.claims.leaders import leaders
from parkindex.audit.claims.lists import names
from parkindex.audit.claims.measures import as_printed, counts, shares
from parkindex.audit.claims.saying import exhibit, number, stated
from parkindex.audit.claims.tiers import cut_offs, members
from parkindex.audit.outcome import Outcome, fails, holds
from parkindex.audit.wording import plural
from parkindex.evidence import claim_words
from parkindex.evidence.claims import BaseClaim, Comparison, Leader, Measure, TierCutOff, TierMembers
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication


@dataclass(frozen=True)
class Verdicts:
    """The named units that a claim puts above and below at a node."""

    claim: BaseClaim
    node: str
    above: tuple[int, ...]
    below: tuple[int, ...]


def same_value(publication: Publication) -> Iterator[Outcome]:
    """Look for two units with one printed value that the text puts into a higher and a lower group.

    A comparison that fails against the table has its finding already and is left out.
    """
    ground = Ground(publication)
    told = [each for claim in publication.evidence.claims for each in _verdicts(ground, claim)]
    pairs = [
        (one, other)
        for one, other in [*((each, each) for each in told), *combinations(told, 2)]
        if one.node == other.node
    ]
    equal = {
        key: outcome
        for one, other in reversed(pairs)
        for high, low in {(one.above, other.below), (other.above, one.below)}
        for outcome, key in _equal(ground, one, other, high, low)
    }
    wrong = {each.subject for each in comparisons(publication) if each.verdict == "fails"} if equal else set()
    found = [outcome for outcome in equal.values() if not wrong & set(outcome.data["claims"])]
    yield from found
    if not found:
        yield holds(
            f"没有两家得分相同而正文评价相反的情形（比较了{len(pairs)}处）。",
            f"No two units with the same printed score are put into opposite groups (compared: {len(pairs)}).",
            pairs=len(pairs),
        )


def _verdicts(ground: Ground, claim: BaseClaim) -> Iterator[Verdicts]:
    """Yield which named units a claim puts above and below; groups that are not of named units judge nobody."""
    if isinstance(claim, Comparison) and claim.degree in {"higher", "lower", "much-higher", "much-lower"}:
        if ground.column(claim.what) is None:
            return
        groups = groups_of(ground, claim)
        high, low = groups if claim.degree.endswith("higher") else groups[::-1]
        if high.named or low.named:
            yield Verdicts(claim, claim.what, high.rows if high.named else (), low.rows if low.named else ())


def _equal(
    ground: Ground, one: Verdicts, other: Verdicts, high: Sequence[int], low: Sequence[int]
) -> Iterator[tuple[Outcome, tuple[str, int, int]]]:
    """Yield an outcome for every pair of equal values in opposite groups."""
    column = ground.column(one.node)
    if column is None:
        return
    by_value: dict[Any, list[int]] = {}
    for row in low:
        by_value.setdefault(column.cells[row], []).append(row)
    node = ground.node_name(one.node)
    for row in high:
        for twin in by_value.get(column.cells[row], []) if column.cells[row] is not None else []:
            first, second = ground.ranking.names[row], ground.ranking.names[twin]
            words = stated(one.claim)
            same = row == twin
            zh = f"{first.zh}的{node.zh}为{column.printed(row)}，" + (
                "却同时列在较高与较低的两组。"
                if same
                else f"列在较高的一组；{second.zh}同为{column.printed(twin)}，列在较低的一组。"
            )
            en = f"{first.en} has {column.printed(row)} in {node.en} and is put into the higher group" + (
                " and into the lower one." if same else f"; {second.en} has the same and is put into the lower."
            )
            claims = [one.claim] if one.claim is other.claim else [one.claim, other.claim]
            cells = ground.cells(dict.fromkeys([row, twin]), column)
            yield (
                fails(
                    "moderate",
                    words.zh + zh,
                    f"{words.en} {en}",
                    *(exhibit(claim) for claim in claims),
                    *cells,
                    subject=one.claim.code,
                    claims=[claim.code for claim in claims],
                    node=one.node,
                    value=float(column.values[row]),
                    units=[ground.ranking.units[row], ground.ranking.units[twin]],
                ),
                (one.node, row, twin),
            )


def contradictions(publication: Publication) -> Iterator[Outcome]:
    """Look for pairs of claims that cannot both be true, unless one of them already fails against the tables."""
    ground = Ground(publication)
    claims = publication.evidence.claims
    pairs = [(one, other) for one, other in combinations(claims, 2) if one.kind == other.kind]
    found = [(one, other, why) for one, other in pairs if (why := _contradiction(ground, one, other)) is not None]
    wrong = _already_wrong(publication) if found else frozenset()
    told = [(one, other, why) for one, other, why in found if not {one.code, other.code} & wrong]
    for one, other, why in told:
        yield fails(
            "moderate",
            f"两处说法不能同时成立：{one.says.zh}{other.says.zh}{why.zh}",
            f"Two statements cannot both be true: “{one.says.en}” “{other.says.en}” {why.en}",
            exhibit(one),
            exhibit(other),
            subject=one.code,
            claims=[one.code, other.code],
        )
    if not told:
        yield _agreeing(len(claims), len(found))


def _agreeing(n: int, known: int) -> Outcome:
    """Say that no statements contradict one another, but for pairs of which one is told apart to be wrong."""
    if not known:
        return holds(f"{n}处说法两两之间没有矛盾。", f"No two of {n} statements contradict each other.", n=n)
    return holds(
        f"{n}处说法中，互相矛盾的只有{known}对，每对都有一处与表格不符，已另行列出。",
        f"Of {n} statements only {plural(known, 'pair')} contradict{'s' if known == 1 else ''} each other; one of each "
        "pair disagrees with the tables and is told by itself.",
        n=n,
        known=known,
    )


def _already_wrong(publication: Publication) -> frozenset[str]:
    """Return the claims that fail against the tables."""
    checks = (counts, shares, leaders, comparisons, names, cut_offs, members)
    outcomes = (outcome for check in checks for outcome in check(publication))
    return frozenset(outcome.subject for outcome in outcomes if outcome.verdict == "fails")


def _contradiction(ground: Ground, one: BaseClaim, other: BaseClaim) -> Text | None:
    """Return why two claims of one kind exclude each other, None where they do not."""
    if isinstance(one, Measure) and isinstance(other, Measure):
        return _of_measures(one, other)
    if isinstance(one, TierCutOff) and isinstance(other, TierCutOff):
        return _of_cut_offs(one, other)
    if isinstance(one, TierMembers) and isinstance(other, TierMembers):
        return _of_members(ground, one, other)
    if isinstance(one, Leader) and isinstance(other, Leader):
        return _of_leaders(ground, one, other)
    if isinstance(one, Comparison) and isinstance(other, Comparison):
        return _of_comparisons(one, other)
    return None


def _of_measures(one: Measure, other: Measure) -> Text | None:
    """Two statements of one count or share; printed statistics are left to the checks of percentages."""
    form = claim_words.measure(one.what).form
    if one.what != other.what or form in {"statistic:CODE", "series:CODE:YEAR"}:
        return None
    for first, second in ((one, other), (other, one)):
        if first.relation == "=" and not _allows(second, Fraction(repr(first.value))):
            told = f"{as_printed(one)}、{as_printed(other)}"
            return Text(zh=f"两数为{told}。", en=f"The figures are {number(one.value)} and {number(other.value)}.")
    apart = (one.relation in {">", ">="} and other.relation in {"<", "<="} and one.value >= other.value) or (
        one.relation in {"<", "<="} and other.relation in {">", ">="} and one.value <= other.value
    )
    both = {one.relation, other.relation} == {">=", "<="} and one.value == other.value
    if apart and not both:
        return Text(zh="一处是上限，一处是下限。", en="One is an upper bound and one a lower.")
    return None


def _allows(claim: Measure, value: Fraction) -> bool:
    bound = Fraction(repr(claim.value))
    return {
        "=": value == bound,
        ">": value > bound,
        "<": value < bound,
        ">=": value >= bound,
        "<=": value <= bound,
        "≈": True,
    }[claim.relation]


def _of_cut_offs(one: TierCutOff, other: TierCutOff) -> Text | None:
    """Two tiers whose scores overlap."""
    upper, lower = sorted((one, other), key=lambda claim: claim.tier)
    if upper.tier == lower.tier:
        same = (one.at is None or other.at is None or one.at == other.at) and (
            one.below is None or other.below is None or one.below == other.below
        )
        return None if same else Text(zh="同一梯队的界线不同。", en="One tier has two bounds.")
    start = upper.at
    tops = [each for each in (lower.at, lower.below) if each is not None]
    if start is None or not tops:
        return None
    overlap = (lower.at is not None and lower.at >= start) or (lower.below is not None and lower.below > start)
    return Text(zh="两个梯队的分数相交。", en="The scores of the two tiers overlap.") if overlap else None


def _of_members(ground: Ground, one: TierMembers, other: TierMembers) -> Text | None:
    """One unit in two tiers, or two complete lists of one tier that differ."""
    twice = sorted(set(one.units) & set(other.units)) if one.tier != other.tier else []
    if twice:
        told = joined([ground.unit_name(unit) for unit in twice])
        return Text(zh=f"{told.zh}列在两个梯队。", en=f"{told.en} stands in two tiers.")
    both = one.tier == other.tier and one.complete and other.complete
    for key in ("units", "places"):
        first, second = set(getattr(one, key)), set(getattr(other, key))
        if both and first and second and first != second:
            return Text(zh="两份完整名单不同。", en="The two complete lists differ.")
    return None


def _of_leaders(ground: Ground, one: Leader, other: Leader) -> Text | None:
    """Two leaders of one node in one scope, neither of them in the other."""
    if (one.node, one.scope, one.which) != (other.node, other.scope, other.which) or one.node is None:
        return None
    first, second = ({*_rows_of(ground, claim)} for claim in (one, other))
    if not first or not second or first & second:
        return None
    return Text(zh="两处的领先者不同。", en="They name different ones.")


def _rows_of(ground: Ground, claim: Leader) -> tuple[int, ...]:
    if claim.place is not None:
        return ground.rows_in.get(claim.place, ())
    return tuple(row for row, unit in enumerate(ground.ranking.units) if unit == claim.unit)


OPPOSITE = {frozenset(pair) for pair in (("small", "large"), ("higher", "lower"), ("much-higher", "lower"),
            ("higher", "much-lower"), ("much-higher", "much-lower"), ("mostly-higher", "mostly-lower"))}  # fmt: skip
"""Degrees that exclude each other for the same groups."""


def _of_comparisons(one: Comparison, other: Comparison) -> Text | None:
    """Opposite degrees for the same groups."""
    if (one.what, one.between, one.scope) != (other.what, other.between, other.scope):
        return None
    if frozenset((one.degree, other.degree)) not in OPPOSITE:
        return None
    return Text(zh="对同一比较的判断相反。", en="They judge the same comparison in opposite ways.")
