"""Cut-offs and members of tiers as the text names them, against the printed totals and tiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from parkindex.audit.claims.ground import MOST_EXHIBITS, Ground, joined, tier_name
from parkindex.audit.claims.saying import it_fails, it_holds, it_stays_open, none_entered, number
from parkindex.evidence.claims import TierCutOff, TierMembers
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit.outcome import Exhibit, Outcome
    from parkindex.audit.publication import Publication


def cut_offs(publication: Publication) -> Iterator[Outcome]:
    """Test every stated bound of a tier against the totals of its members and of all others."""
    ground = Ground(publication)
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, TierCutOff)]
    yield from none_entered(claims, "梯队的分数界线", "bounds of tiers")
    for claim in claims:
        yield _cut_off(ground, claim)


def _cut_off(ground: Ground, claim: TierCutOff) -> Outcome:
    total, members = ground.ranking.total, ground.rows_of_tier.get(claim.tier, ())
    if total is None or not members:
        why = (
            ("没有刊载总分", "no totals are printed")
            if total is None
            else ("没有刊载该梯队的成员", "it has no members")
        )
        return it_stays_open(claim, f"无法检验：{why[0]}。", f"This cannot be tested: {why[1]}.")
    low = Decimal(repr(claim.at)) if claim.at is not None else None
    high = Decimal(repr(claim.below)) if claim.below is not None else None

    def inside(row: int) -> bool:
        cell = total.cells[row]
        return cell is not None and (low is None or cell >= low) and (high is None or cell < high)

    out = [row for row in members if total.cells[row] is not None and not inside(row)]
    stray = [row for row in ground.every_row if inside(row) and _astray(claim, ground.ranking.tiers[row])]
    data: dict[str, Any] = {"tier": claim.tier, "at": claim.at, "below": claim.below, "n": len(members)}
    if not out and not stray:
        cells = [total.printed(row) for row in members if total.cells[row] is not None]
        return it_holds(
            claim,
            f"该梯队{len(cells)}家的总分为{min(cells, key=float)}—{max(cells, key=float)}。",
            f"The totals of its {len(cells)} members run from {min(cells, key=float)} to {max(cells, key=float)}.",
            **data,
        )
    rows = [*out, *stray]
    told_zh, told_en = _scored(ground, rows)
    bounds = "、".join(number(each) for each in (claim.at, claim.below) if each is not None)
    zh = f"与所称界线（{bounds}）不符的有{len(rows)}家：{told_zh}。"
    en = f"{len(rows)} printed {'total does' if len(rows) == 1 else 'totals do'} not fit: {told_en}."
    units = [ground.ranking.units[row] for row in rows]
    return it_fails("major", claim, zh, en, *_cells(ground, rows), printed=bounds, units=units, **data)


def _astray(claim: TierCutOff, tier: int | None) -> bool:
    """Tell whether a unit of another tier has no business within the bounds: above a floor stand better tiers too."""
    if tier is None or tier == claim.tier:
        return False
    return (claim.below is not None or tier > claim.tier) and (claim.at is not None or tier < claim.tier)


def members(publication: Publication) -> Iterator[Outcome]:
    """Test whether units, or units of the places, that the text names in a tier are printed in it."""
    ground = Ground(publication)
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, TierMembers)]
    yield from none_entered(claims, "梯队成员的说法", "named members of tiers")
    for claim in claims:
        yield _members(ground, claim)


def _members(ground: Ground, claim: TierMembers) -> Outcome:
    rows = ground.rows_of_tier.get(claim.tier, ())
    if not rows:
        return it_stays_open(
            claim, "无法检验：没有刊载该梯队的成员。", "This cannot be tested: no members of that tier are printed."
        )
    if claim.places and not ground.rows_in:
        return it_stays_open(claim, "无法检验：没有各家所在地。", "This cannot be tested: no places are given.")
    held = ground.row_of
    units = [held[unit] for unit in claim.units if unit in held]
    inside = set(rows)
    elsewhere = [row for row in units if row not in inside]
    unranked = [unit for unit in claim.units if unit not in held]
    empty = [place for place in claim.places if not set(ground.rows_in.get(place, ())) & inside]
    _, unknown = ground.without_unit(empty)
    covered = set(units) | {row for place in claim.places for row in ground.rows_in.get(place, ())}
    left = [row for row in rows if row not in covered] if claim.complete else []
    if unknown and not (elsewhere or left or unranked or len(empty) > len(unknown)):
        names = joined([ground.place_name(place) for place in unknown], "个")
        return it_stays_open(
            claim,
            f"无法检验：不能确定{names.zh}有没有列入排名的园区。",
            f"This cannot be tested: whether a ranked unit stands in {names.en} is not known.",
        )
    if not (elsewhere or empty or left or unranked):
        return it_holds(claim, *_agreeing(ground, claim, len(rows)), n=len(rows))
    known = tuple(place for place in empty if place not in unknown)
    return _misnamed(ground, claim, Misnamed(tuple(elsewhere), known, tuple(left), tuple(unranked)))


def _agreeing(ground: Ground, claim: TierMembers, n: int) -> tuple[str, str]:
    """Say of named units that they are in the tier, of named places that it has units there."""
    name = tier_name(claim.tier)
    if claim.complete:
        return f"{name.zh}{n}家都在所点名者之中。", f"All {n} printed members of {name.en} are among those named."
    units = joined([ground.unit_name(unit) for unit in claim.units])
    places = joined([ground.place_name(place) for place in claim.places], "个")
    if not claim.places:
        return (
            f"{units.zh}{'都' if len(claim.units) > 1 else ''}在{name.zh}。",
            f"{name.en[0].upper()}{name.en[1:]} holds {units.en}.",
        )
    zh, en = (
        f"{name.zh}在{places.zh}{'都' if len(claim.places) > 1 else ''}有园区",
        f"{name.en[0].upper()}{name.en[1:]} has units in {places.en}",
    )
    return (f"{zh}。", f"{en}.") if not claim.units else (f"{zh}，{units.zh}也在其中。", f"{en}, and holds {units.en}.")


@dataclass(frozen=True)
class Misnamed:
    """Rows named in a tier that they are not in, places without a unit in it, members left out, units not ranked."""

    elsewhere: tuple[int, ...]
    empty: tuple[str, ...]
    left: tuple[int, ...]
    unranked: tuple[str, ...]


def _misnamed(ground: Ground, claim: TierMembers, wrong: Misnamed) -> Outcome:
    """Say which named units or places are not in the tier, and which of its members are not named.

    A list that is only incomplete moves nobody to another tier and is the less serious.
    """
    name = tier_name(claim.tier)
    elsewhere, empty, left, unranked = wrong.elsewhere, wrong.empty, wrong.left, wrong.unranked
    zh, en, rows = [], [], [*elsewhere]
    for place in empty:
        told = _of_place(ground, place, claim.tier)
        zh.append(told[0])
        en.append(told[1])
        rows += ground.rows_in.get(place, ())
    if elsewhere:
        told_zh, told_en = _scored(ground, elsewhere)
        zh.append(f"{told_zh}不在{name.zh}")
        en.append(f"{told_en} {'is' if len(elsewhere) == 1 else 'are'} not in {name.en}")
    if unranked:
        names = joined([ground.unit_name(unit) for unit in unranked])
        zh.append(f"{names.zh}没有列入排名")
        en.append(f"{names.en} {'is' if len(unranked) == 1 else 'are'} not ranked")
    if left:
        told_zh, told_en = _scored(ground, left, tier=False)
        zh.append(f"没有提到同在{name.zh}的{told_zh}")
        en.append(f"it leaves out {told_en}, printed in {name.en} as well")
        rows += left
    sentence = "; ".join(en)
    return it_fails(
        "major" if elsewhere or empty or unranked else "moderate",
        claim,
        f"{'；'.join(zh)}。",
        f"{sentence[0].upper()}{sentence[1:]}.",
        *_cells(ground, list(dict.fromkeys(rows))),
        tier=claim.tier,
        places=list(empty),
        units=[ground.ranking.units[row] for row in elsewhere],
        left_out=[ground.ranking.units[row] for row in left],
    )


def _of_place(ground: Ground, place: str, tier: int) -> tuple[str, str]:
    """Say where the units of a place stand that has none in a tier."""
    name, rows = ground.place_name(place), ground.rows_in.get(place, ())
    if not rows:
        return f"{name.zh}没有列入排名的园区", f"no ranked unit stands in {name.en}"
    of_tier = tier_name(tier)
    if len(rows) == 1:
        told_zh, told_en = _scored(ground, rows)
        return (
            f"{name.zh}只有{told_zh}，不在{of_tier.zh}",
            f"the only one in {name.en}, {told_en}, is not in {of_tier.en}",
        )
    total = ground.ranking.total
    totals = [] if total is None else [total.printed(row) for row in rows[:MOST_EXHIBITS]]
    listed = f"（{'、'.join(totals)}）" if totals else ""
    listed_en = f" ({', '.join(totals)})" if totals else ""
    return (
        f"{name.zh}的{len(rows)}家{listed}都不在{of_tier.zh}",
        f"none of the {len(rows)} in {name.en}{listed_en} is in {of_tier.en}",
    )


def _scored(ground: Ground, rows: Sequence[int], *, tier: bool = True) -> tuple[str, str]:
    """Name units with total and tier: ``甲（84.52，第三梯队）``; of many the first, and how many there are."""
    shown = rows[:4]
    zh, en = [], []
    for row in shown:
        name, total, held = ground.ranking.names[row], ground.ranking.total, ground.ranking.tiers[row]
        told = [] if total is None else [Text(zh=total.printed(row) or "/", en=total.printed(row) or "/")]
        told += [tier_name(held)] if tier and held is not None else []
        zh.append(name.zh + (f"（{'，'.join(each.zh for each in told)}）" if told else ""))
        en.append(name.en + (f" ({', '.join(each.en for each in told)})" if told else ""))
    more = len(rows) - len(shown)
    return (
        "、".join(zh) + (f"等{len(rows)}家" if more else ""),
        ", ".join(en) + (f" and {more} more" if more else ""),
    )


def _cells(ground: Ground, rows: Sequence[int]) -> tuple[Exhibit, ...]:
    """Return total and tier of rows, of the first five."""
    shown = rows[: MOST_EXHIBITS // 2]
    found: list[Exhibit] = []
    for row in shown:
        found += [*ground.cells([row]), *(ground.tier_cells([row]) if ground.ranking.tiers else ())]
    return tuple(found)
