"""Claims that places or units come first, in an order or as a set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.claims.ground import Ground, joined
from parkindex.audit.claims.policies import stars_of_cities
from parkindex.audit.claims.saying import it_fails, it_holds, it_stays_open, none_entered
from parkindex.audit.outcome import Exhibit
from parkindex.audit.wording import plain
from parkindex.evidence.claims import OrderClaim
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.outcome import Outcome
    from parkindex.audit.publication import Column, Publication
    from parkindex.evidence.rows import PlaceLevel

Keys = Mapping[str, tuple[Fraction, ...]]
"""Place or unit -> its numbers under every reading: the best and the mean of its units, or one number."""


Label = Callable[[str], Text]


@dataclass(frozen=True)
class Scale:
    """The numbers that an order can be tested by, and what they are; ``shown`` writes one of them."""

    keys: Keys
    name: Text
    decimals: int

    def shown(self, code: str) -> str:
        """Write the first number of a place or unit."""
        return plain(float(self.keys[code][0]), self.decimals)

    def above(self, one: str, other: str) -> bool:
        """Tell whether one is above the other under every reading."""
        return all(first > second for first, second in zip(self.keys[one], self.keys[other], strict=True))


def orders(publication: Publication) -> Iterator[Outcome]:
    """Test every claim of an order."""
    ground = Ground(publication)
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, OrderClaim)]
    yield from none_entered(claims, "先后次序的说法", "claims of an order")
    for claim in claims:
        yield _order(ground, claim)


def _order(ground: Ground, claim: OrderClaim) -> Outcome:
    scale = _scale(ground, claim)
    if scale is None:
        return _as_printed(ground, claim)
    if not scale.keys:
        return it_stays_open(
            claim,
            f"无法检验：各家的“{scale.name.zh}”未刊载。",
            f"This cannot be tested: no values of “{scale.name.en}” are printed.",
        )
    named = claim.units or claim.places
    absent = [code for code in named if code not in scale.keys]
    if claim.places and claim.node:
        _, unknown = ground.without_unit(absent)
        if unknown:
            names = joined([ground.place_name(place) for place in unknown], "个")
            return it_stays_open(
                claim,
                f"无法检验：不能确定{names.zh}有没有列入排名的园区。",
                f"This cannot be tested: whether a ranked unit stands in {names.en} is not known.",
            )
    return _against(ground, claim, scale, [code for code in named if code in scale.keys], absent)


def _against(ground: Ground, claim: OrderClaim, scale: Scale, named: Sequence[str], absent: Sequence[str]) -> Outcome:
    """Look for others above the named ones, for named ones without a number, and for a wrong order among them."""
    mentioned = set(named)
    rivals = {code: [each for each in named if scale.above(code, each)] for code in scale.keys if code not in mentioned}
    rivals = {code: below for code, below in rivals.items() if below}
    swapped = (
        [(one, two) for place, two in enumerate(named) for one in named[:place] if scale.above(two, one)]
        if claim.ordered
        else []
    )
    label = _labels(ground, claim)
    parts_zh, parts_en = [], []
    if absent:
        names = joined([label(code) for code in absent])
        parts_zh.append(f"{names.zh}没有列入排名的园区")
        parts_en.append(f"no ranked unit stands in {names.en}")
    if rivals:
        told = _beaten(scale, label, rivals, named)
        parts_zh.append(f"按{scale.name.zh}，{told.zh}")
        parts_en.append(f"by {scale.name.en}, {told.en}")
    if swapped:
        one, two = swapped[0]
        under, over = _with_numbers(scale, label, [one]), _with_numbers(scale, label, [two])
        parts_zh.append(f"按{scale.name.zh}，{over.zh}应在{under.zh}之前")
        parts_en.append(f"by {scale.name.en}, {over.en} stands before {under.en}")
    if not parts_zh:
        told = _with_numbers(scale, label, named)
        return it_holds(claim, f"按{scale.name.zh}：{told.zh}。", f"By {scale.name.en}: {told.en}.")
    sentence = "; ".join(parts_en)
    return it_fails(
        "major",
        claim,
        f"{'；'.join(parts_zh)}。",
        f"{sentence[0].upper()}{sentence[1:]}.",
        *_exhibits(ground, claim, [*rivals, *(code for code in named)]),
        absent=list(absent),
        above={code: list(below) for code, below in rivals.items()},
        numbers={code: float(scale.keys[code][0]) for code in [*named, *rivals]},
    )


def _beaten(scale: Scale, label: Label, rivals: Mapping[str, Sequence[str]], named: Sequence[str]) -> Text:
    """Say which others lie above the named one that most of them are above, and whether one lies above all."""
    under = max(named, key=lambda code: sum(code in below for below in rivals.values()))
    over = sorted((code for code, below in rivals.items() if under in below), key=lambda code: -scale.keys[code][0])
    above, lowest = _with_numbers(scale, label, over), _with_numbers(scale, label, [under])
    zh = f"没有点名的{above.zh}高于点名的{lowest.zh}"
    verbs = ("is", "lies") if len(over) == 1 else ("are", "lie")
    en = f"{above.en}, which {verbs[0]} not named, {verbs[1]} above {lowest.en}"
    first = next((code for code in over if len(rivals[code]) == len(named)), None)
    if first is not None and len(named) > 1:
        zh += f"，其中{label(first).zh}高于全部点名者"
        en += f", {label(first).en} above all that are"
    return Text(zh=zh, en=en)


def _labels(ground: Ground, claim: OrderClaim) -> Label:
    """Return the look-up of names of what a claim orders."""
    return ground.unit_name if claim.units else ground.place_name


def _with_numbers(scale: Scale, label: Label, codes: Iterable[str]) -> Text:
    told = [
        Text(zh=f"{label(code).zh}（{scale.shown(code)}）", en=f"{label(code).en} ({scale.shown(code)})")
        for code in codes
    ]
    return joined(told)


def _exhibits(ground: Ground, claim: OrderClaim, codes: Sequence[str]) -> tuple[Exhibit, ...]:
    """Return the best cell of every place or unit of an order by a node."""
    column = ground.column(claim.node or "") if claim.node else None
    if column is None:
        return ()
    rows = []
    for code in codes:
        held = [ground.ranking.row(code)] if claim.units else list(ground.rows_in.get(code, ()))
        held = [row for row in held if column.cells[row] is not None]
        if held:
            rows.append(max(held, key=lambda row: column.cells[row] or 0))
    return ground.cells(rows, column)


def _scale(ground: Ground, claim: OrderClaim) -> Scale | None:
    """Return the numbers that a claim names; None where it names none."""
    if claim.node is not None:
        column = ground.column(claim.node)
        keys = {} if column is None else _by_node(ground, claim, column)
        return Scale(keys, ground.node_name(claim.node), 2 if column is None else column.decimals)
    if claim.by == "parks":
        level = _level(ground, claim)
        found = {place: (Fraction(len(rows)),) for place, rows in ground.counted(level).items()}
        return Scale(found, Text(zh="列入排名的园区数", en="the number of ranked units"), 0)
    if claim.by == "stars":
        stars = {city: (Fraction(held[0]),) for city, held in stars_of_cities(ground).items()}
        return Scale(
            stars, Text(zh="扶持力度的星级（取该市最高）", en="the stars of support (the most of each city)"), 0
        )
    return None


def _by_node(ground: Ground, claim: OrderClaim, column: Column) -> Keys:
    """Return for every unit its value, for every place of the named level the best and the mean of its units."""
    cells = {row: Fraction(cell) for row, cell in enumerate(column.cells) if cell is not None}
    if claim.units:
        return {ground.ranking.units[row]: (value,) for row, value in cells.items()}
    keys: dict[str, tuple[Fraction, ...]] = {}
    for place, rows in ground.counted(_level(ground, claim)).items():
        held = [cells[row] for row in rows if row in cells]
        if held:
            keys[place] = (max(held), sum(held, Fraction(0)) / len(held))
    return keys


def _level(ground: Ground, claim: OrderClaim) -> PlaceLevel:
    place = claim.places[0]
    return ground.evidence.place(place).level if ground.evidence.has_place(place) else "city"


def _as_printed(ground: Ground, claim: OrderClaim) -> Outcome:
    """Compare a claim with the order that is printed without values."""
    entries = sorted(
        (each for each in ground.evidence.order_entries if each.order == claim.order), key=lambda each: each.position
    )
    printed = [each.unit or each.place for each in entries]
    named = list(claim.units or claim.places)
    if not printed or printed[: len(named)] == named:
        return it_stays_open(
            claim,
            "无法检验：只刊载了次序，没有数值。",
            "This cannot be tested: only the order is printed, without values.",
        )
    label = ground.unit_name if claim.units else ground.place_name
    told = joined([label(code) for code in printed])
    shown = (Exhibit(Text(zh="所载次序", en="the printed order"), told.zh, entries[0].source[0]),) if entries else ()
    return it_fails(
        "moderate", claim, f"另一处所载的次序为{told.zh}。", f"The order printed elsewhere is {told.en}.", *shown
    )
