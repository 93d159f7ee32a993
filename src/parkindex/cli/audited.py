"""An audit as lines to read: what does not hold with its proof, what cannot be tested and why, what holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from parkindex.audit.checks import CHECKS, FAMILIES
from parkindex.audit.outcome import SEVERITIES, SEVERITY_NAMES
from parkindex.audit.together import told_together
from parkindex.audit.untested import parted, summed_up, would_help
from parkindex.errors import Finding, UsageError
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.audit.outcome import Exhibit, Outcome, Verdict
    from parkindex.audit.publication import Publication
    from parkindex.audit.running import Audit
    from parkindex.framework.text import Language

Line = tuple[int, str]
"""How far a line is indented, and its words."""

VERDICTS: Mapping[Verdict, Text] = {
    "fails": Text(zh="不成立", en="Does not hold"),
    "untestable": Text(zh="无法检验", en="Cannot be tested"),
    "holds": Text(zh="成立", en="Holds"),
}
MOST_EXHIBITS = 10
"""Exhibits up to which all are shown; JSON has them all."""


def check_family(family: str | None) -> None:
    """Raise `UsageError` where no family is called so."""
    if family is not None and family not in FAMILIES:
        message = f"--family takes the name of a family of checks (got '{family}')"
        raise UsageError(Finding("usage.family", "", message, f"families: {', '.join(FAMILIES)}"))


def check_out(out: Path | None, to: list[str] | None) -> None:
    """Raise `UsageError` where a format is asked for and no folder to write it into."""
    if out is None and to:
        message = f"--to {to[0]} says how to write the audit, not where"
        raise UsageError(Finding("usage.out", "", message, "name a folder with --out"))


def check_stated(given: Mapping[str, Any]) -> None:
    """Raise `UsageError` with every option that is for a bare table, where an edition is audited."""
    found = [
        Finding("usage.option", "", f"--{option} is for a table; an edition says it itself", "leave the option out")
        for option, value in given.items()
        if value is not None
    ]
    if found:
        raise UsageError(found)


def lines(audit: Audit, language: Language) -> Iterator[Line]:
    """Yield the lines of an audit, in the order of the registry, the most serious of each family first."""
    yield 0, audit.publication.title.of(language)
    failing = audit.failing()
    if failing:
        yield from _heading("fails", len(failing), language)
    for family, name in FAMILIES.items():
        own = [outcome for outcome in failing if outcome.family == family]
        if own:
            yield 0, ""
            yield 0, name.of(language)
        for outcome in own:
            yield from _failing(outcome, language)
    untestable, around = parted(audit)
    if untestable or around:
        yield from _heading("untestable", len(untestable) + len(around), language)
        yield from _untestable(untestable, audit.publication, language)
    if around:
        yield 1, f"? {summed_up(around).of(language)}"
    holding = [outcome for outcome in audit.outcomes if outcome.verdict == "holds"]
    if holding:
        yield from _heading("holds", len(holding), language)
        yield from ((1, f"+ {outcome.says.of(language)}") for outcome in holding)


def _heading(verdict: Verdict, count: int, language: Language) -> Iterator[Line]:
    words = VERDICTS[verdict].of(language)
    yield 0, ""
    yield 0, f"== {words}（{count}）==" if language == "zh" else f"== {words} ({count}) =="


def _failing(outcome: Outcome, language: Language) -> Iterator[Line]:
    severity = SEVERITY_NAMES[outcome.severity or "minor"].of(language)
    mark = f"× [{severity}]"
    yield 1, f"{mark} {outcome.says.of(language)}"
    for exhibit in outcome.exhibits[:MOST_EXHIBITS]:
        yield 3, _exhibit(exhibit, language)
    if len(outcome.exhibits) > MOST_EXHIBITS:  # how many more there are is said above, where it is known
        yield 3, "……其余见 --json" if language == "zh" else "… for the rest see --json"


def _exhibit(exhibit: Exhibit, language: Language) -> str:
    where = f"    {exhibit.where}" if exhibit.where else ""
    return f"{exhibit.line(language)}{where}"


def _untestable(outcomes: list[Outcome], publication: Publication, language: Language) -> Iterator[Line]:
    """Yield each reason once, with what it stands in the way of and what could be stated to mend it."""
    for told in told_together(outcomes):
        blocked = told.outcomes
        yield 1, f"? {told.says.of(language)}"
        for code in dict.fromkeys(outcome.check for outcome in blocked):
            if code in CHECKS:
                yield 3, CHECKS[code].asks.of(language)
        options = dict.fromkeys(option for outcome in blocked for option in would_help(publication, outcome))
        if options:
            listed = " ".join(options)
            yield 3, f"提示：可用 {listed} 写明" if language == "zh" else f"hint: state it with {listed}"


def summary(audit: Audit, language: Language) -> str:
    """Return how many outcomes there are of each verdict, and of each severity, in one line."""
    failing = audit.failing()
    by_severity = {level: sum(outcome.severity == level for outcome in failing) for level in SEVERITIES}
    told = [(SEVERITY_NAMES[level].of(language), count) for level, count in by_severity.items() if count]
    counts = [audit.count(verdict) for verdict in ("fails", "untestable", "holds")]
    if language == "zh":
        listed = f"（{'，'.join(f'{name}{count}' for name, count in told)}）" if told else ""
        return f"不成立{counts[0]}项{listed}，无法检验{counts[1]}项，成立{counts[2]}项"
    listed = f" ({', '.join(f'{count} {name}' for name, count in told)})" if told else ""
    verb = "does" if counts[0] == 1 else "do"
    return f"{counts[0]} {verb} not hold{listed}, {counts[1]} cannot be tested, {counts[2]} hold"
