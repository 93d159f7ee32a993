"""The scores as data: the same content as ``parkindex score --json``, with the method and the date they stand for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkindex.edition import Edition


def render_scores(edition: Edition) -> bytes:
    """Return the result of the default method as JSON: edition, method, cut-off, units best first in full precision."""
    result = edition.result()
    record = {
        "edition": edition.about.code,
        "method": result.method.name,
        "cut_off": str(edition.about.cut_off),
        "synthetic": edition.about.synthetic,
        "units": result.records(),
    }
    return (json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
