"""Tables as files, written down in a few lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from parkindex.audit.reading.grid import Grid, make_grid

PRINTED = """\
排名,园区,城市,政策,运营,总分,梯队
1,甲园,杭州,30.50,50.25,80.75,第一梯队
2,乙园,杭州,30.50,40.00,70.50,第一梯队
3,丙园,广州,20.00,40.10,60.10,第二梯队
"""


def grid_of(text: str, name: str = "table.csv", separator: str = ",") -> Grid:
    """Return a grid of lines of text, cells between commas."""
    return make_grid(name, [(line, row.split(separator)) for line, row in enumerate(text.splitlines(), start=1)])


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write text as a file."""

    def written(text: str = PRINTED, name: str = "table.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return written


Cells = Sequence[Sequence[Any]]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets of values as an xlsx file.

    A value that is a pair is written with the number format that stands second, or as a formula without a result where
    that is None; ``merged`` are ranges with the value that they show.
    """

    def written(*sheets: Cells, merged: Sequence[tuple[str, Any]] = (), names: Sequence[str] = ()) -> Path:
        path = tmp_path / "table.xlsx"
        with xlsxwriter.Workbook(path) as book:
            for place, cells in enumerate(sheets):
                sheet = book.add_worksheet(names[place] if names else None)
                for row, values in enumerate(cells):
                    for column, value in enumerate(values):
                        if isinstance(value, tuple) and value[1] is None:
                            sheet.write_formula(row, column, value[0], None, "")
                        elif isinstance(value, tuple):
                            sheet.write(row, column, value[0], book.add_format({"num_format": value[1]}))
                        elif value is not None:
                            sheet.write(row, column, value)
                for span, value in merged:
                    sheet.merge_range(span, value)
        return path

    return written
