"""What stands around the pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import parkindex
from parkindex.publishing.cover import colophon, cover

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_cover(edition: Edition) -> None:
    assert cover(edition, "zh") == {
        "language": "zh",
        "title": "手工版",
        "subtitle": "4家产业园的综合竞争力",
        "running_head": "手工版 · 证据截至2019年5月",
        "publisher": "研究院",
        "date": "证据截至2019年5月",
        "synthetic": False,
    }
    english = cover(edition, "en")
    assert english["subtitle"] == "Overall competitiveness of 4 industrial parks"
    assert english["date"] == "Evidence up to May 2019"


def test_a_synthetic_edition_says_so_in_the_running_head(edition: Edition) -> None:
    synthetic = replace(edition, about=edition.about.model_copy(update={"synthetic": True}))
    assert cover(synthetic, "zh")["running_head"].endswith("合成数据")
    assert cover(synthetic, "en")["running_head"].endswith("Synthetic data")


def test_colophon_tells_how_to_make_it_again(edition: Edition) -> None:
    for language in ("zh", "en"):
        said = "\n".join(colophon(edition, language))
        assert f"ParkIndex {parkindex.__version__}" in said
        assert "parkindex publish hand" in said
        assert str(edition.path.parent) not in said
    assert "许可：署名" in colophon(edition, "zh")


def test_no_licence_no_line(edition: Edition) -> None:
    free = replace(edition, about=edition.about.model_copy(update={"licence": None}))
    assert not any(line.startswith("Licence") for line in colophon(free, "en"))
