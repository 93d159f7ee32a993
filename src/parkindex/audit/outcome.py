"""What a check says: a verdict, how serious it is, a sentence in two languages, and the numbers that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.framework.text import Language

Verdict = Literal["holds", "fails", "untestable"]

Severity = Literal["major", "moderate", "minor"]
"""``major`` changes a rank, a tier or a stated conclusion; ``moderate`` leaves a printed number or sentence wrong;

``minor`` is a matter of form, or worth knowing before the numbers are used.
"""

SEVERITIES: tuple[Severity, ...] = ("major", "moderate", "minor")

SEVERITY_NAMES: Mapping[Severity, Text] = {
    "major": Text(zh="重大", en="major"),
    "moderate": Text(zh="一般", en="moderate"),
    "minor": Text(zh="轻微", en="minor"),
}

TOLD_ONE_BY_ONE = 10
"""Units with one and the same defect up to which each is an outcome of its own; of more a single one counts them."""

MOST_SHOWN = 10
"""Units, cells or pairs up to which an outcome shows them all; its data hold the rest."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One printed number or word. ``where`` is its address; ``unit`` and ``column`` are codes where it is a cell.

    ``column`` is the code of a column of the ranking, or ``total``, ``rank`` or ``tier``.
    """

    what: Text
    printed: str
    where: str = ""
    unit: str = ""
    column: str = ""

    def line(self, language: Language) -> str:
        """Return what is printed with what it is; a sentence of the text loses its full stop before what it states."""
        what = self.what.of(language)
        if not self.printed:
            return what
        return f"{what.rstrip('。.')}{'：' if language == 'zh' else ': '}{self.printed}"


@dataclass(frozen=True)
class Outcome:
    """What a check found about one thing.

    ``subject`` tells outcomes of one check apart (the code of a claim, unit, column or question). ``exhibits`` is the
    smallest set of printed numbers that proves it. ``data`` holds what JSON can hold: the numbers computed from them.
    ``severity`` is None unless the verdict is ``fails``. ``check`` is the code in the registry; the runner sets it.
    """

    verdict: Verdict
    says: Text
    subject: str = ""
    severity: Severity | None = None
    exhibits: tuple[Exhibit, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    check: str = ""

    @property
    def family(self) -> str:
        """The family of the check: what stands before the point in its code."""
        return self.check.partition(".")[0]

    def record(self) -> dict[str, Any]:
        """Return the outcome as plain data."""
        return {
            "check": self.check,
            "family": self.family,
            "subject": self.subject,
            "verdict": self.verdict,
            "severity": self.severity,
            "says": _words(self.says),
            "exhibits": [
                {
                    "what": _words(exhibit.what),
                    "printed": exhibit.printed,
                    "where": exhibit.where,
                    "unit": exhibit.unit,
                    "column": exhibit.column,
                }
                for exhibit in self.exhibits
            ],
            "data": dict(self.data),
        }


def holds(zh: str, en: str, *exhibits: Exhibit, subject: str = "", **data: Any) -> Outcome:
    """Say that something adds up."""
    return Outcome("holds", Text(zh=zh, en=en), subject, None, exhibits, data)


def fails(severity: Severity, zh: str, en: str, *exhibits: Exhibit, subject: str = "", **data: Any) -> Outcome:
    """Say that something does not add up, with what was printed."""
    return Outcome("fails", Text(zh=zh, en=en), subject, severity, exhibits, data)


def untestable(zh: str, en: str, *exhibits: Exhibit, subject: str = "", **data: Any) -> Outcome:
    """Say that something cannot be tested, and why."""
    return Outcome("untestable", Text(zh=zh, en=en), subject, None, exhibits, data)


def _words(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
