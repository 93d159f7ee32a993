"""Where a character was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.origins import origins

if TYPE_CHECKING:
    from pathlib import Path


def test_every_line_and_cell_that_holds_one_of_them(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "evidence").mkdir()
    (tmp_path / "pages" / "summary.zh.md").write_text("# 摘要\n\n这是☯与☮\n", encoding="utf-8")
    (tmp_path / "pages" / "summary.en.md").write_text("# ☯\n", encoding="utf-8")
    (tmp_path / "edition.yaml").write_text("code: x\ntitle: ☮\n", encoding="utf-8")
    (tmp_path / "evidence" / "funds.csv").write_text('fund,note\na,"two\nlines"\nb,☯\n', encoding="utf-8")
    assert origins(tmp_path, "zh", "☯☮") == {
        "edition.yaml:2": "☮",
        "evidence/funds.csv:4 column 'note'": "☯",
        "pages/summary.zh.md:3": "☯☮",
    }


def test_what_stands_nowhere_has_no_address(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text("code: x\n", encoding="utf-8")
    assert origins(tmp_path, "en", "☯") == {}
