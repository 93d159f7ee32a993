"""Whatever is done to the files of an edition, the answer is findings with an address, never another exception."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parkindex.edition import open_edition
from parkindex.errors import EditionError, Finding
from parkindex.publishing.check import check_edition
from parkindex.sample.sample import write_sample

PUBLISHED = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

Files = Mapping[str, bytes]
Draw = Callable[[st.SearchStrategy[Any]], Any]

NASTY = (
    *(
        "",
        " ",
        "0",
        "-1",
        "-0",
        "1e308",
        "1e-308",
        "nan",
        "inf",
        "３",
        "1,234",
        "12%",
        "3亿",
        "2019-02-31",
        "/",
        "现行政策",
    ),
    *(
        "none",
        "observed",
        "estimated",
        "not_asked",
        "yes",
        "null",
        "~",
        "true",
        "[]",
        "{}",
        "- a",
        "a: b",
        "!!python/name:os",
    ),
    *(
        "&a",
        "*a",
        '"',
        "'",
        ",",
        ";",
        "#",
        "a#b",
        "\0",
        "\ufeff",
        "\u202e",
        "\U0001f600",
        "\U000f0000",
        "{{",
        "}}",
        "{{ x }}",
    ),
    *("park", "city", "province", "country", "100000", "index", "policy", "yimi", "sample-1", "9" * 400, "x" * 5_000),
)
"""Words that break things."""


def lines_of(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True) or [b""]


def drop_line(draw: Draw, data: bytes) -> bytes:
    lines = lines_of(data)
    del lines[draw(st.integers(0, len(lines) - 1))]
    return b"".join(lines)


def repeat_line(draw: Draw, data: bytes) -> bytes:
    lines = lines_of(data)
    place = draw(st.integers(0, len(lines) - 1))
    return b"".join([*lines[:place], lines[place], *lines[place:]])


def swap_lines(draw: Draw, data: bytes) -> bytes:
    lines = lines_of(data)
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def indent_line(draw: Draw, data: bytes) -> bytes:
    lines = lines_of(data)
    place = draw(st.integers(0, len(lines) - 1))
    lines[place] = draw(st.sampled_from([b" ", b"  ", b"\t", b"    - "])) + lines[place]
    return b"".join(lines)


def truncate(draw: Draw, data: bytes) -> bytes:
    end: int = draw(st.integers(0, len(data)))
    return data[:end]


def cut_bytes(draw: Draw, data: bytes) -> bytes:
    start: int = draw(st.integers(0, len(data)))
    length: int = draw(st.integers(1, 80))
    return data[:start] + data[start + length :]


def put_bytes(draw: Draw, data: bytes) -> bytes:
    start: int = draw(st.integers(0, len(data)))
    put: bytes = draw(st.binary(min_size=1, max_size=12))
    return data[:start] + put + data[start:]


def put_words(draw: Draw, data: bytes) -> bytes:
    start: int = draw(st.integers(0, len(data)))
    word: str = draw(st.sampled_from(NASTY))
    return data[:start] + word.encode() + data[start:]


def replace_value(draw: Draw, data: bytes) -> bytes:
    """Replace what stands behind a colon (YAML), or a whole line."""
    lines = lines_of(data)
    place = draw(st.integers(0, len(lines) - 1))
    head, colon, _ = lines[place].partition(b": ")
    lines[place] = (head + colon if colon else b"") + draw(st.sampled_from(NASTY)).encode() + b"\n"
    return b"".join(lines)


def replace_cell(draw: Draw, data: bytes) -> bytes:
    """Replace a cell of a table by a nasty word, or by another cell of the same table."""
    rows = list(csv.reader(io.StringIO(data.decode(errors="replace"), newline="")))
    if not rows or not all(rows):
        return data
    row, other = (draw(st.sampled_from(rows)) for _ in range(2))
    place = draw(st.integers(0, len(row) - 1))
    row[place] = draw(st.sampled_from(NASTY)) if draw(st.booleans()) else draw(st.sampled_from(other))
    return written(rows)


def swap_columns(draw: Draw, data: bytes) -> bytes:
    rows = list(csv.reader(io.StringIO(data.decode(errors="replace"), newline="")))
    if not rows or not all(rows):
        return data
    one, other = (draw(st.integers(0, len(rows[0]) - 1)) for _ in range(2))
    for row in rows[draw(st.integers(0, 1)) :]:
        if max(one, other) < len(row):
            row[one], row[other] = row[other], row[one]
    return written(rows)


def empty_column(draw: Draw, data: bytes) -> bytes:
    rows = list(csv.reader(io.StringIO(data.decode(errors="replace"), newline="")))
    if not rows or not all(rows):
        return data
    place, word = draw(st.integers(0, len(rows[0]) - 1)), draw(st.sampled_from(["", "0", "5"]))
    for row in rows[1:]:
        row[place : place + 1] = [word]
    return written(rows)


def written(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


ANYWHERE = (drop_line, repeat_line, swap_lines, truncate, cut_bytes, put_bytes, put_words)
BY_KIND: Mapping[str, tuple[Callable[[Draw, bytes], bytes], ...]] = {
    "csv": (*ANYWHERE, replace_cell, replace_cell, replace_cell, swap_columns, empty_column),
    "yaml": (*ANYWHERE, indent_line, replace_value, replace_value, replace_value),
    "md": (*ANYWHERE, replace_value),
}
"""What is done to a file, by its ending."""


def spoil(draw: Draw, files: Files) -> dict[str, bytes | None]:
    """Return up to three files, spoilt; None for one that is taken away."""
    spoilt: dict[str, bytes | None] = {}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        data = spoilt.get(name, files[name])
        gone = data is None or draw(st.integers(0, 30)) == 0
        change = draw(st.sampled_from(BY_KIND[name.rpartition(".")[2]]))
        spoilt[name] = None if gone or data is None else change(draw, data)
    return spoilt


@st.composite
def spoilt_files(draw: st.DrawFn, files: Files) -> dict[str, bytes | None]:
    return spoil(draw, files)


class Spoilt:
    """A copy of an edition in which files are spoilt and mended again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: Files = {
            file.relative_to(path).as_posix(): file.read_bytes()
            for file in sorted(path.rglob("*"))
            if file.suffix in {".csv", ".yaml", ".md"} and file.parent.name != "expected"
        }

    def spoil(self, spoilt: Mapping[str, bytes | None]) -> None:
        for name, data in spoilt.items():
            if data is None:
                (self.path / name).unlink()
            else:
                (self.path / name).write_bytes(data)

    def mend(self, spoilt: Mapping[str, bytes | None]) -> None:
        for name in spoilt:
            (self.path / name).write_bytes(self.files[name])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    path = tmp_path_factory.mktemp("laws") / "published"
    shutil.copytree(PUBLISHED, path, ignore=shutil.ignore_patterns("build"))
    return Spoilt(path)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    return Spoilt(write_sample(tmp_path_factory.mktemp("laws") / "sample", units=5, seed=2))


def addressed(finding: Finding, files: Files) -> bool:
    """Tell whether a finding names a file of the edition, or one that should be there."""
    file = finding.where.split(":")[0].split(" ")[0]
    return file in files or file.startswith("report.") or file.rpartition(".")[2] in {"csv", "yaml", "md"}


def check_law(edition: Spoilt, spoilt: Mapping[str, bytes | None], examine: Callable[[Path], list[Finding]]) -> None:
    edition.spoil(spoilt)
    try:
        findings = examine(edition.path)
    finally:
        edition.mend(spoilt)
    for finding in findings:
        assert finding.message, finding
        assert addressed(finding, edition.files), finding
        assert finding.hint or finding.severity != "error", finding


def scored(path: Path) -> list[Finding]:
    """Open and score an edition; its findings are the result, whatever exception carries them."""
    try:
        opened = open_edition(path)
    except EditionError as error:
        return list(error.findings)
    failing = {name for name in opened.methods if opened.failures(name)}
    for name in opened.methods.keys() - failing:
        json.dumps(opened.result(name).records(), allow_nan=False)
    return opened.check()


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_opening_and_scoring_the_published_edition_gives_findings(published: Spoilt, data: st.DataObject) -> None:
    check_law(published, data.draw(spoilt_files(published.files)), scored)


@settings(max_examples=50, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_opening_and_scoring_a_sample_gives_findings(sample: Spoilt, data: st.DataObject) -> None:
    check_law(sample, data.draw(spoilt_files(sample.files)), scored)


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_checking_the_pages_of_a_sample_gives_findings(sample: Spoilt, data: st.DataObject) -> None:
    check_law(sample, data.draw(spoilt_files(sample.files)), check_edition)
