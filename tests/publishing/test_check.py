"""The check of pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.check import check_edition, check_pages

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.edition import Edition

pytestmark = pytest.mark.usefixtures("registries")
WritePages = Callable[..., "Edition"]


def test_good_pages_have_no_finding(write_pages: WritePages) -> None:
    assert check_pages(write_pages(overview=("# 概览\n\n共{{ units.count }}家\n", "# Overview\n\nParks\n"))) == []


def test_both_languages_are_checked(write_pages: WritePages) -> None:
    found = check_pages(write_pages(overview=("# 概览\n\n共22家\n", "# Overview\n\n22 parks\n")))
    assert [finding.where for finding in found] == ["pages/overview.zh.md:3", "pages/overview.en.md:3"]


def test_what_one_language_shows_and_the_other_does_not(write_pages: WritePages) -> None:
    found = check_pages(write_pages(overview=("# 概览\n\n{{ figure dots }}\n", "# X\n\n{{ table ranking }}\n")))
    assert [(finding.code, finding.where) for finding in found] == [
        ("page.parity", "pages/overview.en.md"),
        ("page.parity", "pages/overview.zh.md"),
    ]
    assert "'figure dots'" in found[0].message
    assert "'table ranking'" in found[1].message


def test_a_character_that_the_fonts_lack_is_found_before_publishing(write_pages: WritePages) -> None:
    (finding,) = check_pages(write_pages(overview=("# 概览\n\n\U00020bb7\n", "# X\n")))
    assert finding.code == "font.missing-glyph"


def test_an_edition_that_cannot_be_opened_gives_its_findings(tmp_path: Path) -> None:
    assert [finding.code for finding in check_edition(tmp_path / "none")] == ["edition.folder"]
