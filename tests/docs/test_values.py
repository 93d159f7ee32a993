"""The page on values names every family and every format, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from parkindex.publishing.values import FAMILIES
from parkindex.publishing.values.value import FORMATS

PAGE = (Path(__file__).parents[2] / "docs/values.md").read_text(encoding="utf-8")
FORMATS_SECTION, VALUES = PAGE.split("\n## The edition", 1)


def test_every_family_is_described_and_no_other() -> None:
    described = {name.partition(".")[0] for name in re.findall(r"`([a-z_]+\.[^`]*)`", VALUES)}
    assert described - {""} == set(FAMILIES)


def test_every_format_is_described_and_no_other() -> None:
    rows = [line.split("|")[1] for line in FORMATS_SECTION.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(FORMATS)
