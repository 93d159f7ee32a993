"""How far groups lie apart, in units of the standard deviation of the printed values of all ranked units.

The unit of measure is the same for every claim about a column, so that a gap means the same for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from parkindex.audit.wording import plain

if TYPE_CHECKING:
    from parkindex.audit.claims.ground import Ground, Group
    from parkindex.audit.outcome import Severity
    from parkindex.audit.publication import Column
    from parkindex.engine.arrays import FloatArray
    from parkindex.framework.text import Text

NEGLIGIBLE = 0.2
"""Standard deviations below which one group is not clearly above another: a small effect.

Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition, section 2.2, for this and the
two below.
"""

SMALL = 0.5
"""A gap up to this is small; from `LARGE` on it is large; between the two it is neither, and nothing is said."""

LARGE = 0.8
"""A gap from this on is large. Within one group it is the group’s standard deviation over that of all units."""

Finding = Literal["holds", "fails", "open"]


@dataclass(frozen=True)
class Case:
    """One comparison: one group or two, none empty, and the values (units,) with their standard deviation."""

    ground: Ground
    degree: str
    groups: tuple[Group, ...]
    values: FloatArray
    spread: float
    column: Column | None = None

    @property
    def size(self) -> int:
        """How many units have a value."""
        return int(np.isfinite(self.values).sum())

    @property
    def sign(self) -> int:
        """1 where the first group is claimed to be the higher, -1 where it is claimed to be the lower."""
        return 1 if self.degree.endswith("higher") else -1

    def of(self, group: int) -> FloatArray:
        """Return the values of a group."""
        return self.values[list(self.groups[group].rows)]

    def printed(self, row: int) -> str:
        """Return a value as it is printed, or with two decimals."""
        return plain(float(self.values[row])) if self.column is None else self.column.printed(row)

    def extremes(self) -> tuple[int, ...]:
        """Return the lowest and highest row of each group."""
        ends = [
            pick(group.rows, key=lambda row: float(self.values[row])) for group in self.groups for pick in (min, max)
        ]
        return tuple(dict.fromkeys(ends))


@dataclass(frozen=True)
class Compared:
    """What a comparison found, its sentence in both languages, and the rows that show it where it fails.

    ``why`` says in both languages why it stays open, where that is not the size of the gap.
    """

    finding: Finding
    zh: str
    en: str
    rows: tuple[int, ...] = ()
    severity: Severity = "major"
    data: Mapping[str, Any] = field(default_factory=dict)
    why: tuple[str, str] | None = None


def within(case: Case) -> Compared:
    """Judge how far the units of one group lie apart."""
    (group,) = case.groups
    own = case.of(0)
    if len(own) < 2:
        return Compared("open", f"{group.name.zh}只有1家。", f"There is one unit in {group.name.en}.")
    ratio = float(own.std()) / case.spread
    least, most = plain(float(own.min())), plain(float(own.max()))
    zh = (
        f"{group.name.zh}{len(own)}家的标准差为{plain(float(own.std()))}，是全部{case.size}家的{plain(ratio)}倍"
        f"（{least}—{most}）。"
    )
    en = (
        f"The standard deviation of the {len(own)} in {group.name.en} is {plain(float(own.std()))}, {plain(ratio)} "
        f"times that of all {case.size} ({least}–{most})."
    )
    found = _size_of_gap(case.degree, ratio)
    return Compared(found, zh, en, case.extremes(), data={"ratio": ratio, "n": len(own)})


def _size_of_gap(degree: str, gap: float) -> Finding:
    """Judge whether a gap is as small or large as is claimed."""
    if degree == "mixed":
        return "holds" if gap >= NEGLIGIBLE else "fails"
    if SMALL < gap < LARGE:
        return "open"
    return "holds" if (gap <= SMALL) == (degree == "small") else "fails"


def gap(case: Case) -> Compared:
    """Judge the distance between the means of two groups."""
    zh, en, effect, data = _means(case)
    return Compared(_size_of_gap(case.degree, abs(effect)), zh, en, case.extremes(), data=data)


def above(case: Case) -> Compared:
    """Judge whether the first group lies above the second, or below it; a unit that is named must not lie contrary."""
    zh, en, effect, data = _means(case)
    effect *= case.sign
    much = case.degree.startswith("much")
    if effect < SMALL if much else effect <= -NEGLIGIBLE:
        return Compared("fails", zh, en, case.extremes(), data=data)
    contrary = _contrary(case)
    if contrary:
        return _against(case, contrary, data)
    found: Finding = "holds" if effect >= (LARGE if much else NEGLIGIBLE) else "open"
    parts = _contrary_places(case)
    return _apart_from(case, parts, zh, en, data) if parts and found == "holds" else Compared(found, zh, en, data=data)


def _contrary_places(case: Case) -> list[tuple[Text, tuple[int, ...]]]:
    """Return the named places whose own mean lies clearly on the other side of the mean of the second group."""
    bound = case.sign * float(case.of(1).mean()) - NEGLIGIBLE * case.spread
    parts = case.groups[0].parts if len(case.groups[0].parts) > 1 else ()
    return [(name, rows) for name, rows in parts if rows and case.sign * case.values[list(rows)].mean() < bound]


def _apart_from(
    case: Case, parts: list[tuple[Text, tuple[int, ...]]], zh: str, en: str, data: dict[str, Any]
) -> Compared:
    """Say that the named places together lie as claimed, but not each of them."""
    own = [(name, len(rows), plain(float(case.values[list(rows)].mean()))) for name, rows in parts]
    told_zh = "、".join(f"{name.zh}{count}家平均{mean}" for name, count, mean in own)
    told_en = ", that of ".join(f"{name.en} (n = {count}) is {mean}" for name, count, mean in own)
    why = (
        "正文若分别指各地则不成立，若合并而言则成立。",
        "Said of each place the claim would not hold, said of all together it would.",
    )
    zh, en = f"{zh.removesuffix('。')}；但其中{told_zh}。", f"{en.removesuffix('.')}; but that of {told_en}."
    return Compared("open", zh, en, data={**data, "contrary": [name.zh for name, _ in parts]}, why=why)


def _contrary(case: Case) -> list[int]:
    """Return the named units that lie clearly on the other side of the mean and the median of the second group."""
    first, other = case.groups[0], case.of(1)
    if not first.named:
        return []
    bound = min(case.sign * float(np.mean(other)), case.sign * float(np.median(other))) - NEGLIGIBLE * case.spread
    return [row for row in first.rows if case.sign * case.values[row] < bound]


def _against(case: Case, contrary: list[int], data: dict[str, Any]) -> Compared:
    """Say which of the named units lies the other way, the farthest first."""
    rows = sorted(contrary, key=lambda row: float(case.sign * case.values[row]))
    name = case.ground.ranking.names[rows[0]]
    place = int((case.values > case.values[rows[0]]).sum()) + 1
    mean = plain(float(case.of(1).mean()))
    more = len(rows) - 1
    zh = (
        f"其中{name.zh}得{case.printed(rows[0])}，在{case.size}家中列第{place}，而{case.groups[1].name.zh}平均{mean}"
        + (f"；另有{more}家也相反。" if more else "。")
    )
    en = (
        f"Of those named, {name.en} scores {case.printed(rows[0])}, number {place} of {case.size}, while the mean of "
        f"{case.groups[1].name.en} is {mean}" + (f"; {more} more lie the other way too." if more else ".")
    )
    return Compared("fails", zh, en, tuple(rows), "moderate", {**data, "rank": place})


def mostly(case: Case) -> Compared:
    """Judge whether most of the first group lie above the median of the second, or below it."""
    first, second = case.groups
    own, middle = case.of(0), float(np.median(case.of(1)))
    along = int((case.sign * own > case.sign * middle).sum())
    against = int((case.sign * own < case.sign * middle).sum())
    higher = case.sign > 0
    zh = (
        f"{first.name.zh}{len(own)}家中有{along}家{'高于' if higher else '低于'}{second.name.zh}的中位数{plain(middle)}"
    )
    en = (
        f"{along} of {len(own)} in {first.name.en} lie {'above' if higher else 'below'} {plain(middle)}, the median of "
        f"{second.name.en}"
    )
    extreme = int(np.nanargmax(-case.sign * case.values))
    if extreme in first.rows and 2 * along > len(own):
        name = case.ground.ranking.names[extreme]
        zh += f"；但{name.zh}的{case.printed(extreme)}是全部{case.size}家中最{'低' if higher else '高'}的"
        end = "lowest" if higher else "highest"
        en += f"; yet {name.en} with {case.printed(extreme)} is the {end} of all {case.size}"
    found: Finding = "holds" if 2 * along > len(own) else "fails" if 2 * against > len(own) else "open"
    rows = tuple(row for row in first.rows if case.sign * case.values[row] < case.sign * middle)
    data = {
        "along": along,
        "against": against,
        "n": len(own),
        "median": middle,
        "exceptions": [case.ground.ranking.units[row] for row in rows],
    }
    return Compared(found, f"{zh}。", f"{en}.", rows, data=data)


def some_above(case: Case) -> Compared:
    """Judge whether at least one of the first group lies above the level of the second: its mean and its median."""
    first, second = case.groups
    own, other = case.of(0), case.of(1)
    top, mean, median = float(own.max()), float(np.mean(other)), float(np.median(other))
    zh = f"{first.name.zh}的最高分为{plain(top)}，{second.name.zh}最高{plain(float(other.max()))}、平均{plain(mean)}。"
    en = (
        f"The highest in {first.name.en} is {plain(top)}; in {second.name.en} the highest is "
        f"{plain(float(other.max()))} and the mean {plain(mean)}."
    )
    found: Finding = "holds" if top > max(mean, median) else "fails" if top <= min(mean, median) else "open"
    data = {"highest": top, "highest_of_second": float(other.max()), "mean_of_second": mean}
    return Compared(found, zh, en, case.extremes(), data=data)


BETWEEN: Mapping[str, Callable[[Case], Compared]] = {
    "small": gap,
    "large": gap,
    "mixed": gap,
    "higher": above,
    "lower": above,
    "much-higher": above,
    "much-lower": above,
    "mostly-higher": mostly,
    "mostly-lower": mostly,
    "some-higher": some_above,
}
"""Degree -> how two groups are judged."""


def _means(case: Case) -> tuple[str, str, float, dict[str, Any]]:
    """Say the means of two groups and their distance in standard deviations (positive: the first is above)."""
    one, two = case.groups
    first, second = float(case.of(0).mean()), float(case.of(1).mean())
    effect = (first - second) / case.spread
    zh = (
        f"{one.name.zh}{len(one.rows)}家平均{plain(first)}，{two.name.zh}{len(two.rows)}家平均{plain(second)}，"
        f"相差{plain(abs(effect))}个标准差（全部{case.size}家的标准差为{plain(case.spread)}）。"
    )
    en = (
        f"The mean of {one.name.en} (n = {len(one.rows)}) is {plain(first)}, of {two.name.en} (n = {len(two.rows)}) "
        f"{plain(second)}: {plain(abs(effect))} standard deviations apart (that of all {case.size} is "
        f"{plain(case.spread)})."
    )
    data: dict[str, Any] = {
        "means": [first, second],
        "n": [len(one.rows), len(two.rows)],
        "effect": effect,
        "standard_deviation": case.spread,
    }
    return zh, en, effect, data
