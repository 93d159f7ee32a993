"""Every kind of chart, in both languages and at three widths: nothing overlaps, nothing is cut, nothing varies."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from parkindex.charts import KINDS, Chart, render, render_many

from .drawn import sheet, texts, width
from .examples import examples

ALL = [chart for language in ("zh", "en") for chart in examples(language)]
NARROW = [chart for language in ("zh", "en") for chart in examples(language, 360)]
FIXED = {"heat", "tree", "similarity", "slope", "tile_map"}
"""Kinds that the page lets scroll on a phone instead of squeezing them."""


def named(chart: Chart) -> str:
    return f"{chart.name}-{chart.language}-{chart.width}"


def test_there_is_an_example_of_every_kind() -> None:
    assert {chart.kind for chart in ALL} == set(KINDS)


@pytest.mark.parametrize("chart", [*ALL, *(c for c in NARROW if c.kind not in FIXED)], ids=named)
def test_no_text_covers_another_or_leaves_the_sheet(chart: Chart) -> None:
    svg = render(chart)
    wide, high = sheet(svg)
    lines = texts(svg, chart.language)
    assert wide == chart.width
    for line in lines:
        assert line.left >= -1, line
        assert line.right <= wide + 1, line
        assert line.top >= -1, line
        assert line.bottom <= high + 1, line
    for position, line in enumerate(lines):
        for other in lines[position + 1 :]:
            assert not line.covers(other), (line, other)


@pytest.mark.parametrize("chart", ALL, ids=named)
def test_a_drawing_is_whole_and_alone(chart: Chart) -> None:
    svg = render(chart)
    ElementTree.fromstring(svg)
    assert "NaN" not in svg
    assert "undefined" not in svg
    assert not re.search(r"<(script|style|image|foreignObject)", svg)
    assert "href=" not in svg
    assert all(name.startswith(f"{chart.name}-{chart.language}-") for name in re.findall(r' id="([^"]+)"', svg))


@pytest.mark.parametrize("chart", [chart for chart in ALL if chart.kind not in {"radar", "shares"}], ids=named)
def test_every_label_of_the_data_is_in_the_drawing(chart: Chart) -> None:
    drawn = re.sub(r"\s", "", "".join(line.text for line in texts(render(chart), chart.language)))
    wanted = [entry["label"] for name in ("rows", "points", "pillars", "columns") for entry in chart.data.get(name, [])]
    for label in wanted:
        pieces = label.split()
        assert all(piece in drawn for piece in pieces), label


def test_the_same_chart_has_the_same_bytes_whatever_was_drawn_before() -> None:
    first = render_many(ALL)
    second = render_many(reversed(ALL))
    assert first == second[::-1]


def test_synthetic_data_is_marked_in_the_drawing() -> None:
    chart = next(chart for chart in ALL if chart.kind == "bars")
    assert "合成数据" not in render(chart)
    assert "合成数据" in render(replace(chart, synthetic=True))
    assert "Synthetic data" in render(replace(chart, synthetic=True, language="en"))


def test_a_given_height_is_kept() -> None:
    chart = replace(ALL[0], height=500)
    assert sheet(render(chart)) == (880, 500)


def test_text_from_an_edition_is_text_and_not_markup() -> None:
    row = {"label": "<b>&\"'</b>", "value": 1, "text": "</svg>"}
    svg = render(Chart("evil", "bars", "", data={"rows": [row]}))
    assert {line.text for line in texts(svg, "zh")} == {"<b>&\"'</b>", "</svg>"}


def test_one_row_and_all_zeros_can_be_drawn() -> None:
    for kind in ("bars", "columns"):
        svg = render(Chart("one", kind, "", data={"rows": [{"label": "甲", "value": 0, "text": "0"}]}))
        assert [line.text for line in texts(svg, "zh")].count("0") == 1


def test_a_row_without_a_value_keeps_its_words() -> None:
    rows = [{"label": "甲", "value": None, "text": "未答"}, {"label": "乙", "value": 3, "text": "3"}]
    svg = render(Chart("missing", "bars", "", data={"rows": rows}))
    assert {"甲", "乙", "3"} <= {line.text for line in texts(svg, "zh")}


def test_english_is_set_with_the_narrow_quotation_marks() -> None:
    svg = render(Chart("quotes", "bars", "", data={"rows": [{"label": "“a”", "value": 1, "text": "1"}]}, language="en"))
    assert "'Noto Sans SC Latin','Noto Sans SC'" in svg
    assert width("“", 100, False, "en") < 50 < width("“", 100, False, "zh")


def test_longer_bars_have_greater_values() -> None:
    rows = [{"label": str(value), "value": value, "text": f"={value}"} for value in (10, 5, 2.5)]
    ends = {line.text: line.left for line in texts(render(Chart("order", "bars", "", data={"rows": rows})), "zh")}
    lengths = [ends[f"={value}"] - ends["=2.5"] for value in (10, 5, 2.5)]
    assert lengths[0] == pytest.approx(3 * lengths[1], rel=0.02)
