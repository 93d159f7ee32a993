"""Audit a published index: what adds up in print, what does not, and what cannot be told.

`audit` runs every check of the registry over a `Publication` (a printed ranking and what was printed around it) and
returns an `Audit` of outcomes. A check never accuses: it says *holds*, *does not hold* or *cannot be tested*, and gives
the printed numbers that prove it.
"""

from __future__ import annotations

from parkindex.audit.checks import CHECKS, FAMILIES
from parkindex.audit.outcome import Exhibit, Outcome
from parkindex.audit.publication import Column, Publication, Ranking
from parkindex.audit.running import Audit, audit

__all__ = ["CHECKS", "FAMILIES", "Audit", "Column", "Exhibit", "Outcome", "Publication", "Ranking", "audit"]
