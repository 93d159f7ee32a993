"""The pages of the 2019 edition and of a synthetic one: all they name is there, and all there is is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parkindex.charts.setting import Unavailable
from parkindex.edition import Edition, open_edition
from parkindex.publishing.check import check_parity
from parkindex.publishing.compose import compose_with_findings
from parkindex.publishing.document import Document, Figure, Language, Note, Prose, SourceList, Table
from parkindex.publishing.figures import FIGURES
from parkindex.publishing.tables import TABLES
from parkindex.sample import write_sample

FOLDER = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"
LOST_WITH_THE_CHARTS = {
    "universities",
    "high-tech-firms",
    "operators",
    "occupancy-age",
    "occupancy-top",
    "vacancy-by-age",
    "vacancy-by-place",
}
NOT_USED = {"treated-indicators", "moved-values"}
"""What there would be to show if the default method of 2019 treated outliers."""
NOTHING_FOUND = {"audit-findings", "audit-lattice"}
"""What the audit has nothing to show of where an edition’s own ranking is in order."""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    sample = write_sample(tmp_path_factory.mktemp("pages") / "sample")
    return {"2019": open_edition(FOLDER), "sample": open_edition(sample)}


def shown(edition: Edition, kind: str) -> set[str]:
    pages = (edition.path / "pages").glob("*.zh.md")
    return {name for page in pages for name in re.findall(rf"{{{{ {kind} ([\w-]+) }}}}", page.read_text("utf-8"))}


def words(document: Document) -> str:
    return "\n".join(
        run.text for block in document.blocks if isinstance(block, Prose | Note) for run in block.runs
    )  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["2019", "sample"])
def test_the_pages_compose_without_a_finding(editions: dict[str, Edition], name: str, language: Language) -> None:
    document, findings = compose_with_findings(editions[name], language)
    assert findings == []
    assert any(isinstance(block, SourceList) for block in document.blocks)
    assert "{{" not in words(document)


@pytest.mark.parametrize("name", ["2019", "sample"])
def test_every_figure_and_table_there_is_is_shown(editions: dict[str, Edition], name: str) -> None:
    assert shown(editions[name], "figure") == set(FIGURES)
    assert shown(editions[name], "table") == set(TABLES)
    assert check_parity(editions[name]) == []


@pytest.mark.parametrize(("name", "missing"), [("2019", LOST_WITH_THE_CHARTS | NOT_USED), ("sample", NOTHING_FOUND)])
def test_what_cannot_be_drawn_is_what_the_source_lost_or_the_method_does_not_use(
    editions: dict[str, Edition], name: str, missing: set[str]
) -> None:
    built = {key: build(editions[name], "zh") for key, build in {**FIGURES, **TABLES}.items()}
    assert {key for key, block in built.items() if isinstance(block, Unavailable)} == missing


@pytest.mark.parametrize("units", [2, 5, 120])
def test_the_pages_of_the_sample_hold_for_any_draw(tmp_path: Path, units: int) -> None:
    edition = open_edition(write_sample(tmp_path / "edition", units, 7))
    for language in edition.about.languages:
        document, findings = compose_with_findings(edition, language)
        assert findings == []
        assert document.synthetic


def test_both_numbers_of_a_disagreement_are_printed(editions: dict[str, Edition]) -> None:
    document, _ = compose_with_findings(editions["2019"], "en")
    text = words(document)
    assert "Zhejiang and Guangdong level at the top with 4 parks each" in text
    assert "In its ranking table Guangdong has 4, but Zhejiang 5" in text
    assert re.search(r"71\.4% \(n\s=\s21\) lie near a motorway", text)
    assert "the park in Suzhou, however, has a total of 84.52, below 87".casefold() in text.casefold()


def test_numbering_runs_through_the_document(editions: dict[str, Edition]) -> None:
    document, _ = compose_with_findings(editions["2019"], "zh")
    for kind in (Figure, Table):
        numbers = [block.number for block in document.blocks if isinstance(block, kind)]
        assert numbers == list(range(1, len(numbers) + 1))
