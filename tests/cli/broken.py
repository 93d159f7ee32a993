"""Editions with something broken in them, and what the command must say about it."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from .conftest import Outcome, Run

OBSERVATIONS = "evidence/observations.csv"
SOURCES, VARIABLES, CLAIMS = "evidence/sources.yaml", "evidence/variables.yaml", "claims.yaml"
SERIES, ORDERS = "evidence/series.yaml", "evidence/orders.yaml"
FRAMEWORK, METHODS, EDITION = "framework.yaml", "methods.yaml", "edition.yaml"
PAGE = "pages/summary.zh.md"
PUBLISHED = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"


class Broken:
    """A copy of an edition in which things can be broken. Every change returns the line where it was made."""

    def __init__(self, source: Path, path: Path) -> None:
        shutil.copytree(source, path, ignore=shutil.ignore_patterns("build", "expected"))
        self.path = path

    def text(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> int:
        (self.path / name).write_text(text, encoding="utf-8", newline="")
        return 1

    def change(self, name: str, old: str, new: str) -> int:
        """Replace the first occurrence of some words."""
        text = self.text(name)
        assert old in text, f"{name} does not hold {old!r}"
        self.write(name, text.replace(old, new, 1))
        return text.count("\n", 0, text.index(old)) + 1

    def append(self, name: str, lines: str) -> int:
        text = self.text(name)
        self.write(name, text + lines)
        return text.count("\n") + 1

    def recode(self, name: str, change: Callable[[bytes], bytes]) -> int:
        path = self.path / name
        path.write_bytes(change(path.read_bytes()))
        return 1

    def remove(self, name: str) -> int:
        (self.path / name).unlink()
        return 1

    def replace_by_a_folder(self, name: str) -> int:
        self.remove(name)
        (self.path / name).mkdir()
        return 1

    def rows(self, name: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.text(name), newline="")))

    def put(self, name: str, rows: list[list[str]]) -> int:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return self.write(name, out.getvalue())

    def cell(self, name: str, column: str, value: str, key: str | None = None) -> int:
        """Put a value into the row that begins with ``key``; without it, into the first row that has one there."""
        rows = self.rows(name)
        place = rows[0].index(column)
        line = next(n for n, row in enumerate(rows) if n and (row[place] if key is None else row[0] == key))
        rows[line][place] = value
        self.put(name, rows)
        return line + 1

    def column(self, name: str, node: str, value: str, status: str = "") -> int:
        """Put the same value and status into all observations of a node."""
        rows = self.rows(name)
        for row in rows[1:]:
            if row[rows[0].index("node")] == node:
                row[rows[0].index("value")], row[rows[0].index("status")] = value, status
        return self.put(name, rows)

    def twice(self, name: str) -> int:
        """Write the first row of a table a second time."""
        rows = self.rows(name)
        self.put(name, [*rows[:2], *rows[1:]])
        return 3

    def contents(self) -> dict[str, bytes]:
        """Return every file, to see that nothing was written."""
        return {str(path): path.read_bytes() for path in sorted(self.path.rglob("*")) if path.is_file()}


Spoil = Callable[[Broken], int]


def line_of(name: str, words: str) -> int:
    """Return the line of the 2019 edition in which some words stand first."""
    text = (PUBLISHED / name).read_text(encoding="utf-8")
    return text.count("\n", 0, text.index(words)) + 1


class Case(NamedTuple):
    """Something broken, and the finding it must give; ``{line}`` is the line of the change, ``{above}`` the one before.

    ``also`` tells that other findings follow from it.
    """

    name: str
    spoil: Spoil
    where: str
    message: str
    hint: str
    also: bool = False


def cases(listed: list[Case]) -> pytest.MarkDecorator:
    """Make a test of each case, under its name."""
    return pytest.mark.parametrize("case", listed, ids=[case.name for case in listed])


def assert_told(case: Case, line: int, outcome: Outcome) -> None:
    """Hold the outcome of a command against the finding of a case: its address, its words and its hint."""
    assert outcome.code == 1
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    said = outcome.err.splitlines()
    message = case.message.replace("{above}", str(line - 1))
    head = f"{case.where.format(line=line)}  {message}"
    place = next((place for place, words in enumerate(said) if _is(words, head)), None)
    assert place is not None, outcome.err
    hint = said[place + 1].removeprefix("    hint: ")
    assert case.hint
    assert hint.startswith(case.hint), hint
    if not case.also:
        errors = [words for words in said if re.match(r"\S+?(:\d+)?( column '\w+')?  ", words)]
        assert len(errors) == 1, outcome.err


def _is(said: str, head: str) -> bool:
    """Tell whether a line is the head of a finding; a message may end in a bracket that goes on (`` (shown in …``)."""
    return said.startswith(head) if "(shown in report" in head else said == head


def examine(case: Case, broken: Broken, run: Run) -> None:
    """Break one thing, check the edition, and see that the finding is told and nothing is written."""
    if case.where.startswith(CLAIMS):
        broken.write(CLAIMS, (PUBLISHED / CLAIMS).read_text(encoding="utf-8"))
    line = case.spoil(broken)
    before = broken.contents()
    assert_told(case, line, run("check", broken.path))
    assert broken.contents() == before


def change(name: str, old: str, new: str) -> Spoil:
    """Replace words."""
    return lambda broken: broken.change(name, old, new)


def change_sound(old: str, new: str) -> Spoil:
    """Replace words of the method ``sound``; the problem is told where its step begins."""

    def spoil(broken: Broken) -> int:
        head, mark, tail = broken.text(METHODS).partition("\nsound:\n")
        assert old in tail
        broken.write(METHODS, head + mark + tail.replace(old, new, 1))
        return (head + mark + tail[: tail.index("  normalisation:\n")]).count("\n") + 1

    return spoil


def after(name: str, old: str, new: str) -> Spoil:
    """Replace words; the problem is in the line below."""
    return lambda broken: broken.change(name, old, new) + 1


def cell(name: str, column: str, value: str, key: str | None = None) -> Spoil:
    """Put a value into a cell, as `Broken.cell` does."""
    return lambda broken: broken.cell(name, column, value, key)
