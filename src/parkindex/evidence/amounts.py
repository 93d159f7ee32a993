"""Support clauses: what a cell of the support matrix grants, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ClauseKind = Literal["amount", "rate", "fund", "period", "count", "benefit"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a policy grants.

    ``least`` and ``most`` are yuan, or a number of things for a ``count``; both are the same where one amount is
    stated, and ``least`` is None under a mere ceiling. ``unit`` is the unit as written (万元, 亿元, 元, 个, 年).
    ``rate_least`` and ``rate_most`` are percent; ``years`` is the length of a ``period``; ``at_most`` tells a ceiling
    from an exact figure.
    ``threshold`` is the yuan of ``threshold_of`` (营收, 税收) that a firm must reach; ``condition`` is one in words.
    """

    kind: ClauseKind
    words: str
    label: str = ""
    least: float | None = None
    most: float | None = None
    unit: str = ""
    per: Literal["year", "item"] | None = None
    rate_least: float | None = None
    rate_most: float | None = None
    years: float | None = None
    at_most: bool = False
    threshold: float | None = None
    threshold_of: str = ""
    condition: str = ""
