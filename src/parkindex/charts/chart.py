"""What a chart is before it is drawn: a kind, its data and its words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from parkindex.errors import Finding, PublishingError

Language = Literal["zh", "en"]

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

KINDS = (
    "bars",
    "columns",
    "contributions",
    "dots",
    "heat",
    "intervals",
    "lines",
    "point_map",
    "radar",
    "radar_multiples",
    "scatter",
    "score_line",
    "shares",
    "similarity",
    "slope",
    "strips",
    "tile_map",
    "timeline",
    "tree",
)


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure: what is asked, the answer as a title, and the data from which it is drawn.

    The title, subtitle and note are set by the document's renderers beside the drawing; only the mark of synthetic
    data is drawn in it. All texts are in the chart's language; `data` holds what JSON can hold and is described, kind
    by kind, in ``docs/charts.md``.
    """

    name: str
    """A stable identifier of letters, digits, hyphens and underscores; ids inside the drawing begin with it."""
    kind: str
    """One of `KINDS`."""
    title: str
    """A sentence that says the answer."""
    subtitle: str = ""
    """What is measured, with unit of measure and n."""
    data: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    """The source line."""
    alt: str = ""
    """The figure in words, for who cannot see it."""
    language: Language = "zh"
    width: int = 880
    """Pixels of the sheet the chart is designed for."""
    height: int | None = None
    """Pixels; None lets the marks decide."""
    synthetic: bool = False

    def __post_init__(self) -> None:
        """Refuse a kind that nothing draws, and a name that cannot begin an id."""
        if not NAME.fullmatch(self.name):
            message = f"'{self.name}' cannot name a chart"
            hint = "a letter first, then letters, digits, hyphens and underscores"
            raise PublishingError(Finding("charts.name", "", message, hint))
        if self.kind not in KINDS:
            message = f"unknown kind of chart '{self.kind}'"
            raise PublishingError(
                Finding("charts.kind", f"figure '{self.name}'", message, f"known are: {', '.join(KINDS)}")
            )

    def to_json(self) -> str:
        """Return the chart as JSON, as the drawing code and the published page read it; NaN is refused."""
        record = {name: getattr(self, name) for name in self.__slots__}
        try:
            return json.dumps(record, ensure_ascii=False, allow_nan=False, default=_plain)
        except (TypeError, ValueError) as problem:
            where = f"figure '{self.name}'"
            hint = "numbers, texts, lists and mappings only; a missing value is None"
            raise PublishingError(
                Finding("charts.data", where, f"its data cannot be written: {problem}", hint)
            ) from problem


def _plain(value: object) -> object:
    """Turn numpy scalars and arrays and read-only mappings into what JSON has."""
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "tolist"):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} is not JSON")
