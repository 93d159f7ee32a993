"""Fractions inside lists, as judgements are written: ``[1, 1/3]``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_FRACTION = re.compile(r"([0-9]+)/([1-9][0-9]*)")


def with_fractions(value: Any) -> Any:
    """Read ``1/3`` inside a list as a number; anything else stays as it is, and lists become tuples."""
    if isinstance(value, Mapping):
        return {key: with_fractions(each) for key, each in value.items()}
    if not isinstance(value, list | tuple):
        return value
    read = []
    for each in value:
        fraction = _FRACTION.fullmatch(each) if isinstance(each, str) else None
        read.append(int(fraction[1]) / int(fraction[2]) if fraction else with_fractions(each))
    return tuple(read)
