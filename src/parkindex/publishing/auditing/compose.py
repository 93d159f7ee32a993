"""The audit as a document of its own: summary, the marked table, findings, figures, what is open, what holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import parkindex
from parkindex.audit import CHECKS
from parkindex.audit.outcome import SEVERITIES, SEVERITY_NAMES
from parkindex.audit.untested import of_bare_table
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Setting, Unavailable
from parkindex.publishing.auditing import figures
from parkindex.publishing.auditing.findings import numbered
from parkindex.publishing.document import Bullets, Document, Figure, Heading, Note, Prose, Run, Table
from parkindex.publishing.tables import audit as tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from parkindex.audit import Audit
    from parkindex.publishing.document import Block

FIGURES = (figures.effective_weights, figures.place_spread, figures.lattice, figures.gaps)
"""What the checks look at, drawn: weights, levels, lattice, tiers."""


def compose_audit(audit: Audit, setting: Setting, *, colophon: Sequence[str] = ()) -> Document:
    """Return the audit of a publication as a document in the language of the setting."""
    title = setting.text(audit.publication.title)
    n = len(audit.publication.ranking.units)
    until = "" if setting.cut_off is None else setting.date(setting.cut_off)
    date = setting.say(f"证据截至{until}", f"Evidence up to {until}") if until else ""
    head = setting.say(f"审计：{title}", f"Audit: {title}")
    mark = [setting.say("合成数据", "Synthetic data")] if setting.synthetic else []
    return Document(
        language=setting.language,
        title=head,
        subtitle=setting.say(f"所载{n}家的排名", f"The printed ranking of {n}")
        if of_bare_table(audit.publication)
        else setting.say(f"所载{n}家的排名及其正文", f"The printed ranking of {n} and the text around it"),
        running_head=" · ".join([head, *([date] if date else []), *mark]),
        publisher=f"ParkIndex {parkindex.__version__}",
        date=date,
        synthetic=setting.synthetic,
        blocks=tuple(_counted(_blocks(audit, setting))),
        colophon=tuple(colophon),
    )


def _counted(blocks: Iterator[Block]) -> Iterator[Block]:
    """Give figures and tables their numbers, in their order."""
    counts = {"figure": 0, "table": 0}
    for block in blocks:
        if isinstance(block, Table):
            counts["table"] += 1
            yield replace(block, number=counts["table"])
        elif isinstance(block, Figure):
            counts["figure"] += 1
            yield replace(block, number=counts["figure"])
        else:
            yield block


def _blocks(audit: Audit, setting: Setting) -> Iterator[Block]:
    yield Heading(1, setting.say("结论", "Summary"), "summary")
    yield from _summary(audit, setting)
    yield tables.families(audit, setting)
    yield _block(tables.marked_ranking(audit, setting), setting)
    yield Heading(1, setting.say("不成立之处", "What does not hold"), "findings")
    yield _block(tables.findings(audit, setting), setting)
    yield from _drawn(audit, setting)
    yield Heading(1, setting.say("无法检验与成立之处", "What is open and what holds"), "rest")
    yield _block(tables.left_open(audit, setting), setting)
    yield _block(tables.well(audit, setting), setting)
    yield Heading(1, setting.say("检验方法", "How it was tested"), "method")
    yield from _method(setting)


def _block(built: Table | Chart | Unavailable, setting: Setting) -> Block:
    if isinstance(built, Unavailable):
        return Note((Run(setting.text(built.reason)),), built.kind)
    return Figure(built) if isinstance(built, Chart) else built


def _summary(audit: Audit, setting: Setting) -> Iterator[Block]:
    found = numbered(audit)
    fails, open_, holds = (audit.count(verdict) for verdict in ("fails", "untestable", "holds"))
    by = {severity: sum(each.severity == severity for each in found) for severity in SEVERITIES}
    levels = setting.names(
        [
            setting.say(f"{SEVERITY_NAMES[s].zh}{count}项", f"{count} {SEVERITY_NAMES[s].en}")
            for s, count in by.items()
            if count
        ]
    )
    told = setting.bracketed(levels) if fails else ""
    yield Prose(
        (
            Run(
                setting.say(
                    f"{len(CHECKS)}种检验给出{len(audit.outcomes)}个结果：{fails}项不成立{told}，"
                    f"{open_}项无法检验，{holds}项成立。",
                    f"{len(CHECKS)} checks gave {len(audit.outcomes)} outcomes: {fails} do not hold{told}, "
                    f"{open_} cannot be tested, {holds} hold.",
                )
            ),
        )
    )
    major = [each for each in found if each.severity == "major"]
    if major:
        yield Prose(
            (Run(setting.say("影响名次、梯队或结论的有：", "Those that bear on a rank, a tier or a conclusion are:")),)
        )
        yield Bullets(
            tuple((Run(f"{each.number}  ", strong=True), Run(setting.text(each.outcome.says))) for each in major)
        )
    yield Note(
        (
            Run(
                setting.say(
                    "审计只比较所载的数字与文字，不判断原因，也不推断任何人的意图。",
                    "An audit compares printed numbers and words. It does not say why they differ, "
                    "and infers nobody’s intent.",
                )
            ),
        )
    )


def _drawn(audit: Audit, setting: Setting) -> Iterator[Block]:
    for build in FIGURES:
        drawn = build(audit, setting)
        if isinstance(drawn, Chart):
            yield Figure(drawn)


SEVERITY_MEANINGS: Mapping[str, tuple[str, str]] = {
    "major": ("会改变名次、梯队或所述结论", "changes a rank, a tier or a stated conclusion"),
    "moderate": ("所载的某个数字或说法不成立", "leaves a printed number or sentence wrong"),
    "minor": (
        "形式问题，或使用数字之前应当知道的情况",
        "is a matter of form, or worth knowing before the numbers are used",
    ),
}


def _method(setting: Setting) -> Iterator[Block]:
    yield Prose(
        (
            Run(
                setting.say(
                    "每项检验都是对所载内容的一个问题，答案为成立、不成立或无法检验。"
                    "求和、百分比、增长率与格点用分数精确计算，凡四舍五入能够解释的差异一律不算。"
                    "统计检验只在偶然性极小时才报不成立。",
                    "Every check is a question about what is printed, answered by holds, does not hold or "
                    "cannot be tested. Sums, percentages, growth and lattices are reckoned exactly, in fractions; "
                    "no difference that rounding can explain counts. "
                    "Statistical checks speak only where chance is next to none.",
                )
            ),
        )
    )
    yield Bullets(
        tuple(
            (
                Run(setting.text(SEVERITY_NAMES[severity]), strong=True),
                Run(setting.colon() + setting.say(*SEVERITY_MEANINGS[severity]) + setting.say("。", ".")),
            )
            for severity in SEVERITIES
        )
    )
