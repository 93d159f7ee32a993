"""Kinds of missing, kept apart."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """Why a value is there, or is not. The number is what a value matrix holds; the word is what a table holds."""

    ABSENT = 0
    """No row at all says anything."""
    OBSERVED = 1
    ESTIMATED = 2
    DERIVED = 3
    """Computed by a rubric from the edition's tables; never written in a table."""
    NOT_ASKED = 4
    NOT_ANSWERED = 5
    NOT_APPLICABLE = 6
    NONE = 7
    """The source says that there is none (printed as "/")."""
    REFERS_ELSEWHERE = 8
    """The source points to another text (printed as "现行政策")."""

    @property
    def word(self) -> str:
        """The status as written in a table."""
        return self.name.lower()

    @property
    def has_value(self) -> bool:
        """Whether a value goes with this status."""
        return self in _WITH_VALUE


_WITH_VALUE = frozenset({Status.OBSERVED, Status.ESTIMATED, Status.DERIVED})

WRITTEN: dict[str, Status] = {
    "": Status.OBSERVED,
    "observed": Status.OBSERVED,
    "estimated": Status.ESTIMATED,
    "not_asked": Status.NOT_ASKED,
    "not_answered": Status.NOT_ANSWERED,
    "not_applicable": Status.NOT_APPLICABLE,
    "none": Status.NONE,
    "refers_elsewhere": Status.REFERS_ELSEWHERE,
}
"""The words that a ``status`` column may hold; empty means observed."""
