"""The mathematics of composite indicators on arrays, step by step as in the OECD/JRC handbook.

Arrays are ``(..., units, indicators)``, NaN is missing, leading axes are draws. Nothing here knows names, files or
parks.
"""

from __future__ import annotations

from parkindex.engine.method import METHODS, Context, Method, Scores, Step, check_method, entries, run
from parkindex.engine.structure import Structure

__all__ = ["METHODS", "Context", "Method", "Scores", "Step", "Structure", "check_method", "entries", "run"]
