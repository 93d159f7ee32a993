"""Rankings written down as files, in the shapes in which rankings are printed."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from hypothesis import strategies as st

from parkindex.audit import Publication, Ranking

HAN = "一二三"
Line = list[str]


@dataclass(frozen=True)
class Shape:
    """How a table is printed: its language, what stands around it, and how its numbers and tiers are written."""

    english: bool = False
    title: bool = False
    foot: bool = False
    mean: bool = False
    groups: bool = False
    two_rows: bool = False
    tiers_once: bool = False
    total_first: bool = False
    number: str = "plain"
    rank: str = "{}"


shapes = st.builds(
    Shape,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["plain", "full-width", "points", "percent", "spaces"]),
    st.sampled_from(["{}", "第{}名", "={}", "{}."]),
)
"""Strategy of shapes."""

_NUMBERS = {"plain": "{}", "full-width": "{}", "points": "{}分", "percent": "{} %", "spaces": "  {} "}
_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def lines_of(publication: Publication, shape: Shape) -> list[Line]:
    """Return the cells of a publication in a shape, row by row."""
    ranking = publication.ranking
    heads = heads_of(ranking, shape)
    found = [] if not shape.title else [["2019年排名" if not shape.english else "The ranking"], [""]]
    if shape.two_rows:
        width = len(ranking.columns)
        first = 4 if shape.total_first else 3
        group = "各项得分" if not shape.english else "Pillars"
        upper = [*heads[:first], group, *[""] * (width - 1), *heads[first + width :]]
        lower = ["" if not first <= place < first + width else head for place, head in enumerate(heads)]
        found += [upper, lower]
    else:
        found.append(heads)
    above: int | None = None
    for row in range(len(ranking.units)):
        if shape.groups and ranking.tiers[row] != above:
            above = ranking.tiers[row]
            found.append([_tier(above, shape)])
        found.append(_line(ranking, row, shape))
    if shape.mean:
        found.append(["平均", "", "", *["1.00"] * (len(heads) - 3)])
    return found + ([["注：数据来自问卷，2019年5月。"]] if shape.foot else [])


def heads_of(ranking: Ranking, shape: Shape) -> Line:
    """Return the heads of the columns."""
    scores = [column.name.en if shape.english else column.name.zh for column in ranking.columns]
    fixed = (
        ["Rank", "Park", "City", "Total", "Tier"] if shape.english else ["排名", "园区名称", "所在城市", "总分", "梯队"]
    )
    tier = [] if shape.groups else fixed[4:]
    return [*fixed[:3], fixed[3], *scores, *tier] if shape.total_first else [*fixed[:3], *scores, fixed[3], *tier]


def _line(ranking: Ranking, row: int, shape: Shape) -> Line:
    assert ranking.total is not None
    name = ranking.names[row].en if shape.english else ranking.names[row].zh
    scores = [_number(column.cells[row], shape) for column in ranking.columns]
    total = [_number(ranking.total.cells[row], shape)]
    tier = _tier(ranking.tiers[row], shape)
    if shape.tiers_once and row and ranking.tiers[row] == ranking.tiers[row - 1]:
        tier = ""
    numbers = total + scores if shape.total_first else scores + total
    return [
        shape.rank.format(ranking.ranks[row]),
        name,
        ranking.places[row][0],
        *numbers,
        *([] if shape.groups else [tier]),
    ]


def _number(cell: Decimal | None, shape: Shape) -> str:
    text = _NUMBERS[shape.number].format("/" if cell is None else cell)
    return text.translate(_WIDE) if shape.number == "full-width" else text


def _tier(tier: int | None, shape: Shape) -> str:
    assert tier is not None
    return f"Tier {tier}" if shape.english else f"第{HAN[tier - 1]}梯队"


def write_text(path: Path, lines: Sequence[Line], *, separator: str, encoding: str) -> Path:
    """Write lines as text."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(lines)
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def write_workbook(path: Path, publication: Publication, shape: Shape, *, merged: bool, above: int) -> Path:
    """Write lines as a sheet: numbers as numbers with a format, and what is printed once as merged cells."""
    lines = lines_of(publication, shape)
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("说明").write(0, 0, "本表由问卷汇总")
        sheet = book.add_worksheet("排名")
        formats = {text: book.add_format({"num_format": text}) for text in ("0.00", "0.00%")}
        for row, line in enumerate(lines, start=above):
            for column, text in enumerate(line):
                shown = "0.00%" if shape.number == "percent" else "0.00"
                number = _plain(text)
                if number is None:
                    sheet.write_string(row, column, text)
                else:
                    value = float(number) / 100 if shape.number == "percent" else float(number)
                    sheet.write_number(row, column, value, formats[shown])
        if merged and shape.title:
            sheet.merge_range(above, 0, above, max(map(len, lines)) - 1, lines[0][0])
    return path


def _plain(text: str) -> Decimal | None:
    words = text.strip().removesuffix("%").removesuffix("分").strip()
    return Decimal(words) if words.isascii() and words.replace(".", "", 1).isdigit() and "." in words[:-1] else None
