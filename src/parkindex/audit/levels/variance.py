"""How much of the spread of each column, and of the totals, goes with the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.below import claimed_levels
from parkindex.audit.chance import ALARM
from parkindex.audit.levels.places import grouping
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.wording import plain

if TYPE_CHECKING:
    from parkindex.audit.levels.places import Grouping
    from parkindex.audit.publication import Column, Publication
    from parkindex.engine.arrays import FloatArray

MOSTLY = 0.8
"""Share of the variance (ω²) from which a column that claims the units' own values goes with the place instead."""


@dataclass(frozen=True)
class Explained:
    """Shares of the variance of n numbers that places explain: η² in these units, ω² corrected for their number."""

    eta_squared: float
    omega_squared: float
    f: float
    p: float
    n: int
    places: int

    def record(self) -> dict[str, float | int]:
        """Return the shares as plain data."""
        return {
            "eta_squared": self.eta_squared,
            "omega_squared": self.omega_squared,
            "f": self.f,
            "p": self.p,
            "n": self.n,
            "places": self.places,
        }


def variance_of_places(publication: Publication) -> Iterator[Outcome]:
    """Say how much of the variance of each column and of the totals places explain."""
    ranking, places = publication.ranking, grouping(publication)
    columns = ranking.all_columns
    found = {column.code: share for column in columns if (share := explained(column.values, places)) is not None}
    if not found:
        yield untestable(
            "无法检验：有两家以上的地方太少。",
            "This cannot be tested: too few places hold two units or more.",
        )
        return
    for column in columns:
        share = found.get(column.code)
        if share is None or claimed_levels(publication, column) != {"park"}:
            continue
        if share.omega_squared >= MOSTLY and share.p * len(columns) < ALARM:
            yield _mostly(column, share)
    held = [column for column in columns if column.code in found]
    zh = "，".join(f"{column.name.zh}{_percent(found[column.code])}%" for column in held[-6:])
    en = ", ".join(f"{column.name.en} {_percent(found[column.code])}%" for column in held[-6:])
    any_share = next(iter(found.values()))
    yield holds(
        f"所在地解释各列方差的份额（η²，{any_share.places}个地方，n = {any_share.n}）：{zh}。",
        f"Shares of the variance that places explain (η², {any_share.places} places, n = {any_share.n}): {en}.",
        shares={code: share.record() for code, share in found.items()},
    )


def explained(values: FloatArray, places: Grouping) -> Explained | None:
    """Return the one-way analysis of variance over places with at least two units that print a number.

    η² is the correlation ratio of Fisher (1925), Statistical Methods for Research Workers, chapter 8; ω² that of Hays
    (1963), Statistics for Psychologists, section 12.18. None with fewer than two places, or without spread.
    """
    from scipy.special import fdtrc

    number = np.where(np.isnan(values), -1, places.number)
    counts = np.bincount(number[number >= 0], minlength=int(places.number.max()) + 1)
    kept = (number >= 0) & (counts[number] > 1)
    at, held = number[kept], values[kept]
    groups = int((counts > 1).sum())
    n = held.size
    if groups < 2 or n <= groups:
        return None
    sizes = np.where(counts > 1, counts, 1)
    means = np.bincount(at, held, minlength=counts.size) / sizes
    between = float((np.where(counts > 1, counts, 0) * (means - held.mean()) ** 2).sum())
    inside = float(((held - means[at]) ** 2).sum())
    if between + inside <= 0:
        return None
    error = inside / (n - groups)
    f = between / (groups - 1) / error if error > 0 else float("inf")
    omega = (between - (groups - 1) * error) / (between + inside + error)
    p = float(fdtrc(groups - 1, n - groups, f)) if error > 0 else 0.0
    return Explained(between / (between + inside), omega, min(f, 1e300), p, n, groups)


def _percent(share: Explained) -> str:
    return plain(100 * share.eta_squared, 0)


def _mostly(column: Column, share: Explained) -> Outcome:
    return fails(
        "minor",
        f"{column.name.zh}应为各家自身的数值，而其方差的{_percent(share)}%由所在地解释（η²，{share.places}个地方，"
        f"n = {share.n}）。",
        f"{column.name.en} is said to hold the units’ own values, yet places explain {_percent(share)}% of its "
        f"variance (η², {share.places} places, n = {share.n}).",
        subject=column.code,
        column=column.code,
        **share.record(),
    )
