"""Reading ``STEP=METHOD`` settings of the command line."""

from __future__ import annotations

from collections.abc import Iterable

from parkindex.engine.choices import METHODS
from parkindex.engine.method import Step
from parkindex.errors import Finding, UsageError


def read_choices(settings: Iterable[str]) -> dict[str, Step]:
    """Return a `Step` for each ``STEP=METHOD`` or ``STEP=METHOD,PARAMETER=VALUE,…``.

    Values are numbers where they read as numbers, lists where several are joined by ``/`` (``at=95/87``), else words.
    Raises `UsageError` with every setting that cannot be read; the engine itself checks methods and parameters.
    """
    found: dict[str, Step] = {}
    findings: list[Finding] = []
    for setting in settings:
        step, equals, choice = setting.partition("=")
        if not equals or not choice or step not in METHODS:
            steps = ", ".join(METHODS)
            message = f"--set takes STEP=METHOD with a step out of {steps} (got '{setting}')"
            findings.append(Finding("usage.set", "", message, "for example --set aggregation=geometric"))
            continue
        name, *parameters = choice.split(",")
        found[step] = Step(name, dict(_parameter(parameter) for parameter in parameters))
    if findings:
        raise UsageError(findings)
    return found


def _parameter(written: str) -> tuple[str, object]:
    key, _, value = written.partition("=")
    parts = [_value(part) for part in value.split("/")]
    return key, tuple(parts) if len(parts) > 1 else parts[0]


def _value(written: str) -> float | int | str:
    for reader in (int, float):
        try:
            return reader(written)
        except ValueError:
            continue
    return written
