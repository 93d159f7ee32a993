"""A computed value as the prose asks for it, and how it is written in each language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from parkindex.charts.numbers import (
    format_date,
    format_money,
    format_number,
    format_percent,
    format_signed,
    number_word,
)
from parkindex.charts.wording import listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from parkindex.framework.text import Text
    from parkindex.publishing.document import Language

Kind = Literal["count", "number", "percent", "money", "date", "name", "names", "text"]
NO_BREAK = "\u00a0"
HAN_COUNTS = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
RELATIONS: Mapping[str, tuple[str, str]] = {
    "=": ("", ""),
    ">": ("超过", "more than "),
    "<": ("不足", "less than "),
    "≈": ("约", "about "),
    ">=": ("至少", "at least "),
    "<=": ("至多", "at most "),
}


class UnknownValueError(LookupError):
    """A family has no value of this name; ``known`` are the words that could stand in its place."""

    def __init__(self, asked: str, known: tuple[str, ...] = ()) -> None:
        """Keep what was asked for and what there is."""
        super().__init__(asked)
        self.asked = asked
        self.known = known


@dataclass(frozen=True, slots=True)
class Value:
    """What a name in the prose stands for.

    ``content`` by kind: a whole number (count), a number, a share in percent, an amount in the money ``unit``
    (``yuan_100m`` …), a `PartialDate`, a `Text` (name, text), a tuple of `Text` (names). ``short`` holds shorter
    names. ``n`` is the base of a share; ``n_known`` is False where the source prints none and none can be
    derived. ``relation`` is how the source states it (``>``).
    """

    kind: Kind
    content: Any
    n: int | None = None
    n_known: bool = True
    decimals: int | None = None
    unit: str = ""
    relation: str = "="
    short: Any = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How a value is written; the formats of `FORMATS` change it."""

    decimals: int | None = None
    bare: bool = False
    short: bool = False
    words: bool = False
    ordinal: bool = False
    signed: bool = False
    capital: bool = False
    plain: bool = False


NUMBERS: frozenset[Kind] = frozenset({"count", "number", "percent", "money"})
EVERY: frozenset[Kind] = NUMBERS | {"date", "name", "names", "text"}

FORMATS: Mapping[str, tuple[frozenset[Kind], Mapping[str, Any]]] = {
    "bare": (frozenset({"percent"}), {"bare": True}),
    "plain": (NUMBERS, {"plain": True}),
    "whole": (NUMBERS, {"decimals": 0}),
    "one": (NUMBERS, {"decimals": 1}),
    "two": (NUMBERS, {"decimals": 2}),
    "three": (NUMBERS, {"decimals": 3}),
    "signed": (frozenset({"count", "number"}), {"signed": True}),
    "words": (frozenset({"count"}), {"words": True}),
    "ordinal": (frozenset({"count"}), {"ordinal": True}),
    "short": (frozenset({"name", "names"}), {"short": True}),
    "capital": (EVERY, {"capital": True}),
}
"""Format -> the kinds of value it suits, and what it changes: no n, no relation, decimals, a sign …"""


def style_of(value: Value, formats: tuple[str, ...]) -> Style:
    """Return the style that formats ask for; `UnknownValueError` for one that does not suit the value."""
    style = Style()
    for name in formats:
        kinds, change = FORMATS.get(name, (frozenset(), {}))
        if value.kind not in kinds:
            raise UnknownValueError(name, tuple(known for known, (suits, _) in FORMATS.items() if value.kind in suits))
        style = replace(style, **change)
    return style


def written(value: Value, language: Language, formats: tuple[str, ...] = ()) -> str:
    """Return the value as text of a language."""
    style = style_of(value, formats)
    text = WRITERS[value.kind](value, language, style)
    return upper_first(text) if style.capital else text


def _count(value: Value, language: Language, style: Style) -> str:
    number = int(value.content)
    if style.ordinal:
        return f"第{number}" if language == "zh" else english_ordinal(number)
    if style.words:
        if language == "zh":
            return HAN_COUNTS[number] if 0 <= number < len(HAN_COUNTS) else str(number)
        return number_word(number)
    text = format_signed(number, 0, language) if style.signed else format_number(number, 0, language)
    return _related(text, value, language, style)


def _number(value: Value, language: Language, style: Style) -> str:
    decimals = value.decimals if style.decimals is None else style.decimals
    write = format_signed if style.signed else format_number
    return _related(write(value.content, decimals, language), value, language, style)


def _percent(value: Value, language: Language, style: Style) -> str:
    decimals = value.decimals if style.decimals is None else style.decimals
    share = _related(format_percent(value.content, decimals, language), value, language, style)
    if style.bare or (value.n is None and value.n_known):
        return share
    if value.n is None:
        return share + ("（样本数未刊载）" if language == "zh" else " (n not printed)")
    base = f"n{NO_BREAK}={NO_BREAK}{value.n}"
    return share + (f"（{base}）" if language == "zh" else f" ({base})")


def _money(value: Value, language: Language, style: Style) -> str:
    decimals = value.decimals if style.decimals is None else style.decimals
    return _related(format_money(value.content, value.unit, language, decimals), value, language, style)


def _date(value: Value, language: Language, style: Style) -> str:  # noqa: ARG001 - the shape of a writer
    return format_date(value.content, language)


def _text(value: Value, language: Language, style: Style) -> str:
    chosen = value.short if style.short and value.short is not None else value.content
    return str(chosen.of(language))


def _names(value: Value, language: Language, style: Style) -> str:
    chosen: tuple[Text, ...] = value.short if style.short and value.short is not None else value.content
    return listed([name.of(language) for name in chosen], language) or ("无" if language == "zh" else "none")


def _related(text: str, value: Value, language: Language, style: Style) -> str:
    """Put the relation the source states before a number: 超过, about."""
    return text if style.plain else RELATIONS[value.relation][language == "en"] + text


WRITERS: Mapping[Kind, Callable[[Value, Language, Style], str]] = {
    "count": _count,
    "number": _number,
    "percent": _percent,
    "money": _money,
    "date": _date,
    "name": _text,
    "names": _names,
    "text": _text,
}


def english_ordinal(number: int) -> str:
    """Return the English ordinal: ``1st``, ``2nd``, ``11th``."""
    last = 0 if 10 <= number % 100 <= 20 else number % 10
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')}"
