"""The exception family of ParkIndex, and the finding that all of its members carry.

::

    ParkIndexError                 anything the user can mend; carries one or many findings
    ├── EditionError               an edition folder cannot be read, or contradicts itself
    ├── MethodError                a method, or one of its parameters, cannot be applied to these values
    ├── PublishingError            a page, figure or file cannot be produced or written
    └── UsageError                 the call itself is wrong: an unknown option, name or path

A finding is data: the checks return findings, the reading of an edition collects them, and only the outermost call
raises them, once and all together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, with its address.

    ``code`` is stable (``framework.weight-sum``); ``where`` is a file with line, or a cell (``framework.yaml:41``,
    ``units.csv:7 column 'place'``); ``message`` says what was got and what was expected; ``hint`` says how to mend it.
    """

    code: str
    where: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return the finding as the lines shown to a user."""
        mark = "" if self.severity == "error" else f"{self.severity}: "
        head = f"{self.where}  {mark}{self.message}" if self.where else f"{mark}{self.message}"
        return f"{head}\n    hint: {self.hint}" if self.hint else head


class ParkIndexError(Exception):
    """Root of the family. ``findings`` holds every problem that was found, in the order of their addresses."""

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        """Keep the findings; a single one may be given alone."""
        self.findings: tuple[Finding, ...] = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class EditionError(ParkIndexError):
    """An edition folder cannot be read, or contradicts itself."""


class MethodError(ParkIndexError):
    """A method, or one of its parameters, cannot be applied to these values."""


class PublishingError(ParkIndexError):
    """A page, figure or file cannot be produced or written."""


class UsageError(ParkIndexError):
    """The call itself is wrong: an unknown option, name or path."""


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error, as against a warning or a note."""
    return any(finding.severity == "error" for finding in findings)
