"""Figures of survey questions: how the units spread over the answers, from raw answers or printed shares."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from parkindex.analysis.shares import ClassShare, Distribution, distribution
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import source_line
from parkindex.charts.survey_words import base_words, headline, option_name, share_text
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset


def question_chart(dataset: Dataset, setting: Setting, *, name: str, code: str, kind: str) -> Chart | Unavailable:
    """Return the shares of a question as bars, columns (ordered classes) or parts of one whole (``shares``)."""
    found = distribution(dataset, code, cut_off=setting.cut_off)
    if found is None:
        return Unavailable(
            Text(
                zh=f"本版没有“{code}”一问的回答或比例。", en=f"This edition has neither answers nor shares of '{code}'."
            )
        )
    if all(math.isnan(row.share) for row in found.rows):
        return Unavailable(_unprinted(found))
    pairs = [(option_name(row, setting), share_text(row, setting)) for row in found.rows]
    words = Words(
        headline(found, code, setting),
        setting.joined([_measured(found, setting), *_remarks(found, setting)]),
        source_line(dataset, found.sources, setting, computed=found.origin == "answers"),
        described(setting, pairs, setting.text(found.variable.name)),
    )
    return setting.chart(name, kind, _data(found, kind, setting), words)


def first_question_chart(
    dataset: Dataset, setting: Setting, *, name: str, codes: tuple[str, ...], kind: str
) -> Chart | Unavailable:
    """Return the figure of the first of these questions that anything is known of."""
    known = next((code for code in codes if distribution(dataset, code, cut_off=setting.cut_off)), codes[-1])
    return question_chart(dataset, setting, name=name, code=known, kind=kind)


def _measured(found: Distribution, setting: Setting) -> str:
    """Return what is measured, with its base."""
    base = base_words(found, setting)
    return setting.say(
        f"{found.variable.name.zh}：各类园区占比，{base}",
        f"{found.variable.name.en}: share of {setting.noun()}, {base}",
    )


def _remarks(found: Distribution, setting: Setting) -> list[str]:
    """Return what a reader must know to read the shares rightly."""
    remarks = []
    if found.multiple:
        remarks.append(setting.say("多选，合计不等于100%", "several answers allowed, so shares do not add up to 100%"))
    if any(row.union for row in found.rows):
        remarks.append(setting.say("虚线框为包含其他类别的合并类", "a dashed class contains other classes"))
    if any(row.remainder for row in found.rows):
        remarks.append(
            setting.say("标*者原报告未刊载，为其余各类之余数", "* not printed: what the other classes leave")
        )
    return remarks


def _unprinted(found: Distribution) -> Text:
    """Return why a question whose answers are named without shares cannot be drawn."""
    zh = "、".join(row.option.name.zh for row in found.rows if row.option)
    en = ", ".join(row.option.name.en for row in found.rows if row.option)
    return Text(
        zh=f"原报告只列出{found.variable.name.zh}的类别（{zh}），没有刊载各类占比。",
        en=f"The source names the classes of {found.variable.name.en} ({en}) but prints no share of any.",
    )


def _data(found: Distribution, kind: str, setting: Setting) -> Mapping[str, Any]:
    """Return the data in the shape that the kind draws."""
    if kind == "shares":
        return {"bars": [{"parts": _parts(found, setting)}], "total": 100}
    rows = found.rows
    if kind == "bars" and (found.multiple or found.variable.kind == "category"):
        rows = tuple(sorted(rows, key=lambda row: -row.share if not math.isnan(row.share) else math.inf))
    drawn = [_row(row, found, setting) for row in rows]
    return {"rows": drawn, "maximum": 100} if kind == "bars" else {"rows": drawn}


def _row(row: ClassShare, found: Distribution, setting: Setting) -> dict[str, Any]:
    """Return one bar or column with its value as text, and its count where that is known."""
    drawn: dict[str, Any] = {
        "label": option_name(row, setting),
        "value": None if math.isnan(row.share) else row.share,
        "text": share_text(row, setting) + ("*" if row.remainder else ""),
    }
    if row.count is not None and found.n:
        drawn["note"] = f"{row.count}/{found.n}"
    if row.relation in {">", ">="}:
        drawn["open"] = "at_least"
    if row.relation in {"<", "<="} or row.union or row.remainder:
        drawn["open"] = "at_most"
    return drawn


def _parts(found: Distribution, setting: Setting) -> list[dict[str, Any]]:
    """Return the parts of one whole, and what no answer accounts for as missing.

    Options stand with the greatest first, classes of a number in their own order.
    """
    rows = [row for row in found.exclusive if not math.isnan(row.share)]
    if found.variable.kind != "number":
        rows.sort(key=lambda row: -row.share)
    parts: list[dict[str, Any]] = [
        {
            "label": option_name(row, setting),
            "value": row.share,
            "text": share_text(row, setting) + _of_base(row, found),
            "open": row.relation != "=",
        }
        for row in rows
        if row.share > 0
    ]
    left = 100 - sum(row.share for row in rows)
    if left > 0.5:
        parts.append({"label": setting.say("未刊载", "Not printed"), "value": left, "text": "", "missing": True})
    return parts


def _of_base(row: ClassShare, found: Distribution) -> str:
    """Return the count behind a share, where it is known."""
    return f" ({row.count}/{found.n})" if row.count is not None and found.n else ""
