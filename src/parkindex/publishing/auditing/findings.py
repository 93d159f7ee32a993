"""The findings in the order of print, with their numbers, and where their printed numbers stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.audit import CHECKS, FAMILIES
from parkindex.charts.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.audit import Audit, Exhibit, Outcome, Ranking
    from parkindex.audit.outcome import Severity
    from parkindex.charts.setting import Setting
    from parkindex.evidence.model import Dataset
    from parkindex.framework.text import Text

MOST_IN_PRINT = 6
"""Printed numbers up to which a finding shows them all; the data of the audit hold the rest."""


@dataclass(frozen=True)
class Finding:
    """What does not hold, with the number by which tables and prose call it."""

    number: int
    outcome: Outcome

    @property
    def severity(self) -> Severity:
        """How serious it is."""
        return self.outcome.severity or "minor"


def numbered(audit: Audit) -> tuple[Finding, ...]:
    """Give what does not hold its numbers: by family, in each the most serious first."""
    order = list(FAMILIES)
    found = sorted(audit.failing(), key=lambda outcome: order.index(outcome.family))
    return tuple(Finding(number, outcome) for number, outcome in enumerate(found, 1))


def question(outcome: Outcome) -> Text:
    """Return what the check of an outcome asks."""
    return CHECKS[outcome.check].asks


def exhibits_text(outcome: Outcome, ranking: Ranking, evidence: Dataset, setting: Setting) -> str:
    """Return the printed numbers behind an outcome; each address, and each unit or column, is named once."""
    shown = outcome.exhibits[:MOST_IN_PRINT]
    by_place: dict[str, list[Exhibit]] = {}
    for exhibit in shown:
        by_place.setdefault(place_text(exhibit.where, evidence, setting), []).append(exhibit)
    groups = []
    for place, held in by_place.items():
        cells = [each for each in held if each.unit and each.column]
        said = _cells(cells, ranking, setting) + [each.line(setting.language) for each in held if each not in cells]
        groups.append(setting.joined(said) + (setting.bracketed(place) if place else ""))
    more = len(outcome.exhibits) - len(shown)
    if more:
        groups.append(setting.say(f"另有{more}处", f"{more} more"))
    return upper_first(setting.joined(groups))


def _cells(cells: Sequence[Exhibit], ranking: Ranking, setting: Setting) -> list[str]:
    """Name cells of the ranking by unit, or by column where there are fewer of those."""
    units, columns = {each.unit for each in cells}, {each.column for each in cells}
    by_unit = len(units) <= len(columns)
    groups: dict[str, list[str]] = {}
    for each in cells:
        unit = setting.text(ranking.names[ranking.row(each.unit)])
        column = _column_name(each.column, ranking, setting)
        first, second = (unit, column) if by_unit else (column, unit)
        groups.setdefault(first, []).append(f"{second}\u00a0{each.printed}")
    return [f"{name}{setting.colon()}{setting.say('，', ', ').join(held)}" for name, held in groups.items()]


def _column_name(code: str, ranking: Ranking, setting: Setting) -> str:
    places = {"rank": ("排名", "rank"), "tier": ("梯队", "tier")}
    return setting.say(*places[code]) if code in places else setting.text(ranking.column(code).name)


def place_text(where: str, evidence: Dataset, setting: Setting) -> str:
    """Return an address as a reader knows it: the title of a source's part, else the address itself."""
    parts = {
        f"{source.code}#{part.code}": part.title.of(setting.language)
        for source in evidence.sources
        for part in source.parts
    }
    titles = {source.code: source.title.of(setting.language) for source in evidence.sources}
    return parts.get(where) or titles.get(where) or where
