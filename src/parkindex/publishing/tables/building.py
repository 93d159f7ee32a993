"""The pieces that every table is built of: heads and cells in the edition's language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parkindex.charts.numbers import format_signed
from parkindex.charts.wording import remark, upper_first
from parkindex.publishing.document import Cell, Column, Table

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting

Body = tuple[Sequence[Column], Sequence[Sequence[Cell]]]
"""The heads of a table and its rows."""


def text_head(setting: Setting, zh: str, en: str, share: float = 1.0) -> Column:
    """Return the head of a column of words."""
    return Column(setting.say(zh, en), share=share)


def number_head(setting: Setting, zh: str, en: str, unit: str = "", share: float = 0.6) -> Column:
    """Return the head of a column of numbers, which stand to the right."""
    return Column(setting.say(zh, en), unit, "right", share)


def mark_head(setting: Setting, zh: str, en: str, share: float = 0.5) -> Column:
    """Return the head of a column of short marks, which stand in the middle."""
    return Column(setting.say(zh, en), align="centre", share=share)


def words(text: str, *, strong: bool = False, mark: str = "") -> Cell:
    """Return a cell of words."""
    return Cell(text, mark, strong=strong)


def number(setting: Setting, value: float | None, decimals: int = 0, *, strong: bool = False) -> Cell:
    """Return a cell with a number, a dash where it is missing."""
    return Cell(setting.number(value, decimals), strong=strong)


def signed(setting: Setting, value: float | None, decimals: int = 0) -> Cell:
    """Return a cell with a number that shows its sign, a dash where it is missing; a difference of zero is ``0``."""
    missing = value is None or math.isnan(value)
    return Cell(setting.number(value, decimals) if missing else format_signed(value or 0.0, decimals, setting.language))


def percent(setting: Setting, value: float | None) -> Cell:
    """Return a cell with a share to one decimal and its sign, for columns whose head does not name the unit."""
    return Cell(setting.percent(value, 1))


def table(
    name: str,
    title: str,
    body: Body,
    source: str,
    notes: Sequence[str] = (),
) -> Table:
    """Return a table; empty notes are left out and equal ones stand once."""
    columns, rows = body
    kept = tuple(dict.fromkeys(note for note in notes if note))
    return Table(name, upper_first(title), tuple(columns), tuple(tuple(row) for row in rows), source, kept)


def noted(setting: Setting, label: str, note: str) -> str:
    """Return a note of the evidence under a table, with what it belongs to; empty when there is none."""
    said = remark(note, setting.language)
    return f"{label}{setting.colon()}{said}" if said else ""
