"""A bare table as a publication: from CSV or xlsx in the shapes in which rankings are printed."""

from __future__ import annotations

from parkindex.audit.reading.stated import Stated, Weights, read_cut_offs, read_full_mark, read_weights
from parkindex.audit.reading.table import Reading, open_table, read_table

__all__ = [
    "Reading",
    "Stated",
    "Weights",
    "open_table",
    "read_cut_offs",
    "read_full_mark",
    "read_table",
    "read_weights",
]
