"""A support clause as a phrase of Chinese or English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from parkindex.evidence.vocabulary import CONDITIONS, LABELS, MEASURES

if TYPE_CHECKING:
    from parkindex.evidence.amounts import Clause

Language = Literal["zh", "en"]

_SCALES: dict[Language, tuple[tuple[float, str], ...]] = {
    "zh": ((1e8, "亿元"), (1e4, "万元"), (1.0, "元")),
    "en": ((1e9, " billion"), (1e6, " million"), (1.0, "")),
}
_PER: dict[Language, dict[str | None, str]] = {
    "zh": {"year": "/年", "item": "/件", None: ""},
    "en": {"year": " a year", "item": " each", None: ""},
}


def phrase(clause: Clause, language: Language) -> str:
    """Return the clause as a phrase: ``利息补贴：最高50万元``, ``Interest subsidy: up to CNY 500,000``."""
    parts = [part for part in (_label(clause, language), _figure(clause, language)) if part]
    terms = _terms(clause, language)
    if language == "zh":
        return "：".join(parts) + (f"（{terms}）" if terms else "")
    said = ": ".join(parts)
    return said[:1].upper() + said[1:] + (f" ({terms})" if terms else "")


def _label(clause: Clause, language: Language) -> str:
    return clause.label if language == "zh" else " ".join(LABELS[word] for word in clause.label_words)


def _terms(clause: Clause, language: Language) -> str:
    """Return what must be fulfilled: the threshold, the condition, or both."""
    terms = []
    if clause.threshold is not None:
        number, unit = _scaled(clause.threshold, language)
        zh, en = (
            f"门槛：{clause.threshold_of}{number}{unit}",
            f"threshold: {MEASURES[clause.threshold_of]} of CNY {number}{unit}",
        )
        terms.append(zh if language == "zh" else en)
    if clause.condition:
        terms.append(clause.condition if language == "zh" else CONDITIONS[clause.condition])
    return "；".join(terms) if language == "zh" else "; ".join(terms)


def _figure(clause: Clause, language: Language) -> str:
    """Return the amount, rate, period or number, with its ceiling and what it is paid for."""
    ends = [_end(clause, value, language) for value in _values(clause) if value is not None]
    if not ends:
        return ""
    if len(ends) == 2 and ends[0] == ends[1]:
        ends = ends[:1]
    currency = "CNY " if language == "en" and clause.kind in {"amount", "fund"} else ""
    return f"{_bound(clause, language)}{currency}{_joined(ends, language)}{_PER[language][clause.per]}"


def _values(clause: Clause) -> tuple[float | None, float | None]:
    match clause.kind:
        case "rate":
            return clause.rate_least, clause.rate_most
        case "period":
            return None, clause.years
        case _:
            return clause.least, clause.most


def _end(clause: Clause, value: float, language: Language) -> tuple[str, str]:
    """Return a number and its unit, apart, so that a range states a common unit once."""
    match clause.kind:
        case "rate":
            return f"{value:g}", "%"
        case "period":
            return f"{value:g}", "年" if language == "zh" else " year" if value == 1 else " years"
        case "count":
            return f"{value:g}", clause.unit if language == "zh" else ""
        case _:
            return _scaled(value, language)


def _scaled(yuan: float, language: Language) -> tuple[str, str]:
    scale, unit = next((step for step in _SCALES[language] if yuan >= step[0]), _SCALES[language][-1])
    return f"{yuan / scale:,.10g}" if language == "en" else f"{yuan / scale:.10g}", unit


def _joined(ends: list[tuple[str, str]], language: Language) -> str:
    if len(ends) == 1:
        return "".join(ends[0])
    (low, low_unit), (high, high_unit) = ends
    same = low_unit == high_unit
    dash = "—" if language == "zh" else "–" if same else " to "
    return f"{low}{'' if same else low_unit}{dash}{high}{high_unit}"


def _bound(clause: Clause, language: Language) -> str:
    if clause.at_most:
        return "最高" if language == "zh" else "up to "
    if clause.kind in {"amount", "fund", "rate", "count"} and _values(clause)[1] is None:
        return "至少" if language == "zh" else "at least "
    return ""
