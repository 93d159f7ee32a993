"""How far the units of one place differ in each column, beside how far all units differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.levels.places import grouping

if TYPE_CHECKING:
    from parkindex.audit.levels.places import Grouping
    from parkindex.audit.publication import Column, Publication


def spreads(publication: Publication) -> dict[str, float]:
    """Return for each column with any spread the mean range within a place, in per cent of the range over all units.

    Places that print at least two numbers of a column count, each alike; the totals are a column too.
    """
    places = grouping(publication)
    columns = {column.code: _spread(column, places) for column in publication.ranking.all_columns}
    return {code: share for code, share in columns.items() if share is not None}


def _spread(column: Column, places: Grouping) -> float | None:
    whole = np.ptp(column.values[list(column.present)]) if column.present else 0.0
    printed = (column.values[[row for row in rows if column.cells[row] is not None]] for rows in places.rows.values())
    ranges = [np.ptp(numbers) for numbers in printed if len(numbers) > 1]
    return float(100 * np.mean(ranges) / whole) if whole and ranges else None
