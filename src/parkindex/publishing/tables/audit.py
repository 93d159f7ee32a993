"""Tables of an audit: verdicts by family, findings, the ranking with its marks, what is left open, what holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from parkindex.audit import FAMILIES
from parkindex.audit.outcome import SEVERITIES, SEVERITY_NAMES
from parkindex.audit.together import Told, told_together
from parkindex.audit.untested import parted, summed_up
from parkindex.charts.numbers import number_word
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.sources import source_line
from parkindex.charts.wording import agree, upper_first
from parkindex.framework.text import Text
from parkindex.publishing.auditing.findings import (
    exhibits_text,
    numbered,
    question,
)
from parkindex.publishing.document import Cell
from parkindex.publishing.tables.building import mark_head, number, number_head, table, text_head, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from parkindex.audit import Audit, Column
    from parkindex.audit.outcome import Severity
    from parkindex.publishing.auditing.findings import Finding
    from parkindex.publishing.document import Table

MOST_ROWS = 60
"""Rows up to which the printed ranking is shown whole; of a longer one only rows with a mark."""

NOTHING_FAILS = Text(zh="没有不成立之处。", en="Nothing fails to hold.")
MOST_ASKED = 14
"""Questions up to which a row of the table names them all."""

SHADES: Mapping[Severity, float] = {"major": 0.42, "moderate": 0.22, "minor": 0.08}
"""How dark a cell is by the most serious finding that rests on it."""


def families(audit: Audit, setting: Setting) -> Table:
    """Return how many outcomes of each verdict and severity every family has."""
    found = numbered(audit)
    cells = []
    for family, name in FAMILIES.items():
        held = audit.of_family(family)
        if not held:
            continue
        fails = [[each for each in found if each.outcome.family == family and each.severity == s] for s in SEVERITIES]
        open_, well = (sum(each.verdict == verdict for each in held) for verdict in ("untestable", "holds"))
        counts = [len(each) for each in fails]
        cells.append([words(setting.text(name)), *(number(setting, count) for count in (*counts, open_, well))])
    sums = [sum(int(row[place].text.replace(",", "")) for row in cells) for place in range(1, 6)]
    cells.append(
        [words(setting.say("合计", "Total"), strong=True), *(number(setting, each, strong=True) for each in sums)]
    )
    columns = [
        text_head(setting, "方面", "Family", 1.6),
        *(number_head(setting, *_head(severity)) for severity in SEVERITIES),
        number_head(setting, "无法检验", "Cannot be tested", share=0.8),
        number_head(setting, "成立", "Holds"),
    ]
    count, total = len(found), len(audit.outcomes)
    title = setting.say(
        f"{total}项检验结果中，{count}项不成立，{sums[3]}项无法检验，{sums[4]}项成立",
        f"Of {total} outcomes {count} do not hold, {sums[3]} cannot be tested and {sums[4]} hold",
    )
    return table("audit-families", title, (columns, cells), _line(audit, setting))


def _head(severity: Severity) -> tuple[str, str]:
    name = SEVERITY_NAMES[severity]
    return f"不成立（{name.zh}）", f"Fails: {name.en}"


def findings(audit: Audit, setting: Setting) -> Table | Unavailable:
    """Return what does not hold, by family and severity, with the printed numbers that prove it."""
    found = numbered(audit)
    if not found:
        return Unavailable(NOTHING_FAILS, "remark")
    columns = [
        number_head(setting, "编号", "No.", share=0.3),
        text_head(setting, "方面", "Family", 0.65),
        mark_head(setting, "程度", "Severity", 0.55),
        text_head(setting, "所见", "What does not hold", 3.0),
        text_head(setting, "所载数值与出处", "Printed numbers and where they stand", 2.6),
    ]
    published = audit.publication
    opening = {each.outcome.family: each.number for each in reversed(found)}
    cells = [
        [
            number(setting, each.number),
            words(setting.text(FAMILIES[each.outcome.family]) if each.number == opening[each.outcome.family] else ""),
            words(setting.text(SEVERITY_NAMES[each.severity])),
            words(setting.text(each.outcome.says)),
            words(exhibits_text(each.outcome, published.ranking, published.evidence, setting)),
        ]
        for each in found
    ]
    count = len(found)
    title = setting.say(
        f"{count}项所见不成立，涉及{len(opening)}个方面",
        f"{number_word(count, capital=True)} {agree(count, 'finding')} in {number_word(len(opening))} "
        f"{'family' if len(opening) == 1 else 'families'}",
    )
    return table("audit-findings", title, (columns, cells), _line(audit, setting))


def marked_ranking(audit: Audit, setting: Setting) -> Table | Unavailable:
    """Return the printed ranking, every cell that a finding rests on marked with the number of the finding."""
    ranking = audit.publication.ranking
    marks = _marks(numbered(audit))
    if not ranking.units:
        return Unavailable(Text(zh="没有刊载的排名表。", en="No ranking is printed."))
    marked = {unit for unit, _ in marks}
    rows = [row for row, unit in enumerate(ranking.units) if len(ranking.units) <= MOST_ROWS or unit in marked]
    rows = rows[:MOST_ROWS]
    printed = ranking.all_columns
    columns = [
        *([number_head(setting, "排名", "Rank", share=0.5)] if any(ranking.ranks) else []),
        text_head(setting, "名称", "Name", 2.4),
        *(number_head(setting, column.name.zh, upper_first(column.name.en), share=0.9) for column in printed),
        *([number_head(setting, "梯队", "Tier", share=0.5)] if any(ranking.tiers) else []),
    ]
    cells = [_ranking_row(audit, row, printed, marks, setting) for row in rows]
    count = len(marks)
    title = setting.say(
        f"所载排名表中有{count}格是不成立之处的依据" if count else "所载排名表中没有不成立之处的依据",
        f"{number_word(count, capital=True)} {agree(count, 'cell')} of the printed ranking "
        f"{'bears' if count == 1 else 'bear'} on a finding"
        if count
        else "No cell of the printed ranking bears on a finding",
    )
    notes = [
        setting.say(
            "格中小号数字为所见的编号（至多列两个）；底色越深，程度越重。",
            "Small figures are the numbers of findings (two at most are shown); the darker a cell, the more serious.",
        )
        if count
        else "",
        setting.say(
            f"共{len(ranking.units)}行，只列出有标记的{len(rows)}行。",
            f"Of {len(ranking.units)} rows the {len(rows)} with marks are shown.",
        )
        if len(rows) < len(ranking.units)
        else "",
    ]
    return table("audit-ranking", title, (columns, cells), _line(audit, setting), notes)


Marks: TypeAlias = "dict[tuple[str, str], list[Finding]]"


def _marks(found: Iterable[Finding]) -> Marks:
    """Return the findings that rest on each cell, by unit and column."""
    marks: Marks = {}
    for each in found:
        for exhibit in each.outcome.exhibits:
            if exhibit.unit and exhibit.column:
                held = marks.setdefault((exhibit.unit, exhibit.column), [])
                held += [] if each in held else [each]
    return marks


def _ranking_row(audit: Audit, row: int, printed: Sequence[Column], marks: Marks, setting: Setting) -> list[Cell]:
    ranking = audit.publication.ranking
    unit = ranking.units[row]

    def cell(column: str, text: str) -> Cell:
        held = marks.get((unit, column), [])
        mark = ",".join(str(each.number) for each in held[:2]) + ("…" if len(held) > 2 else "")
        shade = max((SHADES[each.severity] for each in held), default=None)
        return Cell(text or "–", mark, shade)

    return [
        *([cell("rank", _whole(ranking.ranks[row]))] if any(ranking.ranks) else []),
        words(setting.text(ranking.names[row])),
        *(cell(column.code, column.printed(row)) for column in printed),
        *([cell("tier", ranking.tier_cell(row).printed)] if any(ranking.tiers) else []),
    ]


def _whole(value: int | None) -> str:
    return "" if value is None else str(value)


def left_open(audit: Audit, setting: Setting) -> Table | Unavailable:
    """Return what cannot be tested, and why; of a bare table what would stand around it is one row."""
    own, around = parted(audit)
    found = [*own, *around]
    if not found:
        return Unavailable(Text(zh="没有无法检验之处。", en="Nothing is left untested."), "remark")
    title = setting.say(
        f"{len(found)}项无法检验，各有其原因",
        f"{number_word(len(found), capital=True)} {agree(len(found), 'matter')} cannot be tested, each for a reason",
    )
    rows = [*told_together(own), *([Told(summed_up(around), tuple(around))] if around else [])]
    return _spoken("audit-untestable", title, rows, audit, setting)


def well(audit: Audit, setting: Setting) -> Table | Unavailable:
    """Return what holds."""
    found = [outcome for outcome in audit.outcomes if outcome.verdict == "holds"]
    if not found:
        return Unavailable(Text(zh="没有可以确认成立之处。", en="Nothing could be confirmed to hold."), "remark")
    title = setting.say(
        f"{len(found)}项经检验成立",
        f"{number_word(len(found), capital=True)} {agree(len(found), 'matter')} {agree(len(found), 'holds')}"
        if len(found) == 1
        else f"{number_word(len(found), capital=True)} matters hold",
    )
    return _spoken("audit-holds", title, told_together(found), audit, setting)


def _spoken(name: str, title: str, found: Sequence[Told], audit: Audit, setting: Setting) -> Table:
    """Return outcomes with their families and what their checks ask; what is said of several things stands once."""
    columns = [
        text_head(setting, "方面", "Family", 0.8),
        text_head(setting, "检验", "What is asked", 2.0),
        text_head(setting, "结果", "Outcome", 3.2),
    ]
    cells = [
        [
            words(_once(setting, (FAMILIES[each.family] for each in told.outcomes))),
            words(_asked(told, setting)),
            words(setting.text(told.says)),
        ]
        for told in found
    ]
    shared = any(len(told.outcomes) > 1 for told in found)
    notes = [setting.say("理由相同的几处并为一行。", "What is said for one reason shares a row.")] if shared else []
    return table(name, title, (columns, cells), _line(audit, setting), notes)


def _asked(told: Told, setting: Setting) -> str:
    """Return what is asked; of many questions only how many there are."""
    asked = list(dict.fromkeys(question(each) for each in told.outcomes))
    if len(asked) > MOST_ASKED:
        return setting.say(f"{len(asked)}项检验", f"{number_word(len(asked), capital=True)} checks")
    return _once(setting, asked)


def _once(setting: Setting, texts: Iterable[Text]) -> str:
    """Join texts, each named once."""
    return setting.joined(list(dict.fromkeys(setting.text(text) for text in texts)))


def _line(audit: Audit, setting: Setting) -> str:
    evidence, total = audit.publication.evidence, audit.publication.ranking.total
    addresses = dict.fromkeys(total.addresses) if total else {}
    return source_line(evidence, [each for each in addresses if each], setting, computed=True)
