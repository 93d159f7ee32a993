"""The HTML report of the 2019 edition as a whole: complete, linked, described, light."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from parkindex.charts import render as draw
from parkindex.edition import Edition, open_edition
from parkindex.publishing.compose import compose
from parkindex.publishing.document import Document, Figure, Table
from parkindex.publishing.html import render

EDITION = Path(__file__).parents[2] / "editions/blockchain-parks-2019"
MOST_BYTES = 3_000_000


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.found if attribute in attributes]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return open_edition(EDITION)


@pytest.fixture(scope="module", params=["zh", "en"])
def document(edition: Edition, request: pytest.FixtureRequest) -> Document:
    return compose(edition, request.param)


@pytest.fixture(scope="module")
def markup(document: Document) -> str:
    return render(document, {chart.name: draw(chart) for chart in document.figures()}).decode()


@pytest.fixture(scope="module")
def elements(markup: str) -> Elements:
    return Elements(markup)


def test_light_enough_to_mail(markup: str) -> None:
    assert len(markup.encode()) < MOST_BYTES


def test_every_unit_has_its_card(edition: Edition, elements: Elements) -> None:
    cards = [attributes["id"] for tag, attributes in elements.found if tag == "article"]
    assert cards == [f"card-{unit}" for unit in edition.result().order()]


def test_every_link_leads_somewhere(elements: Elements) -> None:
    anchored = elements.values("id")
    assert len(anchored) == len(set(anchored))
    inside = [target for target in elements.values("href") if target.startswith("#")]
    assert len(inside) > 100
    assert {target[1:] for target in inside} <= set(anchored)


def test_every_drawing_is_described(elements: Elements) -> None:
    drawings = [attributes for tag, attributes in elements.found if attributes.get("role") == "img"]
    assert len(drawings) > 40
    assert all(len(drawing["aria-label"]) > 10 for drawing in drawings)


def test_every_figure_and_table_says_its_source(document: Document) -> None:
    figures = [block.chart for block in document.blocks if isinstance(block, Figure)]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert all(chart.note.startswith(("来源：", "Source: ")) for chart in figures)
    assert all(table.source for table in tables)
    assert all(table.title and table.rows for table in tables)


def test_the_chapters_come_in_order(document: Document, markup: str) -> None:
    parts = re.findall(r'<h1 id="([a-z]+)">', markup)
    assert parts == [
        "summary",
        "overview",
        "environment",
        "operation",
        "competitiveness",
        "trends",
        "method",
        "audit",
        "sources",
    ]
    assert document.synthetic is False
