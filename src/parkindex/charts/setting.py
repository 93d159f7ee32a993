"""What all figures and tables of one edition share in one language.

The subject, the cut-off date, and how numbers are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parkindex.charts.chart import Chart
from parkindex.charts.looks import looks
from parkindex.charts.numbers import format_date, format_number, format_percent, number_word
from parkindex.charts.wording import agree, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parkindex.evidence.dates import PartialDate
    from parkindex.framework.text import Language, Text


HALF_WIDTH = frozenset(
    {
        "parks-by-region",
        "parks-by-province",
        "parks-by-city",
        "parks-tile-map",
        "parks-point-map",
        "age-classes",
        "guidance-map",
        "location-features",
        "downstream-support",
        "funds-by-city",
        "funds-national-share",
        "universities",
        "high-tech-firms",
        "size-classes",
        "investment-classes",
        "development-mode",
        "operators",
        "operating-age",
        "vacancy-classes",
        "profit-sources",
        "vacancy-by-age",
        "vacancy-by-place",
    }
)
"""The figures with few marks and short labels: half as wide, so that two may stand side by side on a page."""


def design_width(name: str, kind: str) -> int:
    """Return the width, in pixels, that a figure is designed for."""
    size = "card" if kind == "dots" else "half" if name in HALF_WIDTH else "width"
    return int(looks().sizes[size])


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A figure or table that there is not, and why; a report says so in its place.

    ``kind`` is 'limit' where the evidence does not allow it, 'remark' where the edition does not use what it would
    show.
    """

    reason: Text
    kind: Literal["limit", "remark"] = "limit"


@dataclass(frozen=True, slots=True)
class Setting:
    """The language and what is named in every title.

    ``subject`` is what a unit is (a blockchain park); ``cut_off`` is None where no date is known.
    """

    language: Language
    subject: Text
    cut_off: PartialDate | None
    synthetic: bool = False

    def say(self, zh: str, en: str) -> str:
        """Choose the sentence of the language; both are built, so both must hold."""
        return zh if self.language == "zh" else en

    def text(self, words: Text) -> str:
        """Return bilingual words in the language."""
        return words.of(self.language)

    def units(self, count: int) -> str:
        """Return a number of units: ``22家区块链产业园``, ``22 parks``."""
        return self.say(f"{count}家{self.subject.zh}", f"{format_number(count, 0)} {self.noun(count)}")

    def noun(self, count: int = 2) -> str:
        """Return the English noun for a unit, its last word only: ``park``, ``parks``."""
        return agree(count, self.subject.en.rpartition(" ")[2])

    def opening(self, count: int) -> str:
        """Return a number of units as an English sentence begins: ``Eleven parks``."""
        return f"{number_word(count, capital=True)} {self.noun(count)}"

    def names(self, names: Sequence[str], shown: int | None = None) -> str:
        """Return a list of names."""
        return listed(names, self.language, shown=shown)

    def number(self, value: float | None, decimals: int | None = None) -> str:
        """Return a number."""
        return format_number(value, decimals, self.language)

    def percent(self, value: float | None, decimals: int | None = None) -> str:
        """Return a share given in percent."""
        return format_percent(value, decimals, self.language)

    def date(self, date: PartialDate | None) -> str:
        """Return a date."""
        return format_date(date, self.language)

    def n(self, count: int | None) -> str:
        """Return the base of shares: ``n = 22``; unknown, that it was not printed."""
        return self.say("n未刊载", "n not printed") if count is None else f"n = {self.number(count, 0)}"

    def colon(self) -> str:
        """Return the colon of the language, with its space."""
        return self.say("：", ": ")

    def joined(self, parts: Sequence[str]) -> str:
        """Join clauses with the language's semicolon, empty ones left out."""
        return self.say("；", "; ").join(part for part in parts if part)

    def bracketed(self, text: str) -> str:
        """Put text into the language's brackets."""
        return self.say(f"（{text}）", f" ({text})")

    def chart(self, name: str, kind: str, data: Mapping[str, Any], words: Words) -> Chart:
        """Return a chart in this language, marked when the edition is synthetic."""
        return Chart(
            name=name,
            kind=kind,
            title=upper_first(words.title),
            subtitle=upper_first(words.subtitle),
            data=data,
            note=words.source,
            alt=words.alt,
            language=self.language,
            width=design_width(name, kind),
            synthetic=self.synthetic,
        )


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around a figure.

    The answer, what is measured with unit and n, the source line, and the figure in words.
    """

    title: str
    subtitle: str
    source: str
    alt: str


def described(setting: Setting, pairs: Sequence[tuple[str, str]], head: str = "") -> str:
    """Put a figure into words: each label with its value as text."""
    space = setting.say("", " ")
    body = setting.say("，", ", ").join(f"{label}{space}{value}" for label, value in pairs)
    stop = setting.say("。", ".")
    return f"{head}{setting.colon()}{body}{stop}" if head else f"{body}{stop}"
