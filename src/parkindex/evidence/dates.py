"""Dates that keep the precision with which they were printed: a year, a month, or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Self

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FORMS = "write 2019, 2019-05 or 2019-05-31"
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class DateError(ValueError):
    """Words that are no date, and how to write what they may mean."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; what is not known is None."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a date that no calendar has (`ValueError`)."""
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read ``2019``, ``2019-05`` or ``2019-05-31``; anything else is a `DateError` that says why."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise DateError(f"not a date: '{written}'", _meant(written))
        try:
            return cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
        except ValueError as error:
            raise DateError(f"no such date: '{written}' ({error})", FORMS) from None

    @property
    def first(self) -> dt.date:
        """The earliest day that the date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day that the date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def years_until(self, later: PartialDate) -> float:
        """Return the years to a later date.

        They are counted in whole months, and in whole years where either date has no month.
        """
        if self.month is None or later.month is None:
            return float(later.year - self.year)
        months = (later.year - self.year) * 12 + later.month - self.month
        if self.day is not None and later.day is not None and later.day < self.day:
            months -= 1
        return months / 12

    def of(self, language: str) -> str:
        """Return the date as it is written in a language: ``2019年5月``, ``May 2019``."""
        if language == "zh":
            month = f"{self.month}月" if self.month else ""
            return f"{self.year}年{month}{f'{self.day}日' if self.day else ''}"
        month = f"{_MONTHS[self.month - 1]} " if self.month else ""
        return f"{f'{self.day} ' if self.day else ''}{month}{self.year}"

    def __str__(self) -> str:
        """Return the date as it is written in an edition: ``2019-05``."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: PartialDate) -> bool:
        """Order by the earliest day, the coarser date first."""
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[dt.date, dt.date]:
        """The key by which dates are ordered."""
        return self.first, self.last


def _meant(written: str) -> str:
    """Return the hint that goes with words which are no date: the date that their numbers make, where they make one."""
    numbers = re.findall(r"\d+", unicodedata.normalize("NFKC", written))
    guess = "-".join(f"{int(number):02d}" for number in numbers[:3] if len(number) <= 4)
    if guess == written or re.search("[A-Za-z]", written):
        return FORMS
    try:
        PartialDate.parse(guess)
    except DateError:
        return FORMS
    return f"write {guess}"
