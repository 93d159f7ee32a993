"""The report as one HTML file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.document import Cards, Cell, Column, Document, Figure, Prose, Run, Table
from parkindex.publishing.html import anchors, browser_bundle, css_string, environment, parts, prepare, render, row_head

if TYPE_CHECKING:
    from pathlib import Path

Make = Callable[..., Document]
Draw = Callable[[Document], dict[str, str]]
VOID = {"meta", "link", "br", "col", "img", "path", "circle", "rect", "line", "polyline", "polygon", "use", "stop"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and what is left open."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(params=["zh", "en"])
def document(request: pytest.FixtureRequest, make_document: Make) -> Document:
    return make_document(request.param)


@pytest.fixture
def page(document: Document, draw: Draw) -> Page:
    return Page(render(document, draw(document)).decode())


def test_every_element_is_closed(page: Page) -> None:
    assert page.open == []


def test_nothing_is_fetched(document: Document, draw: Draw) -> None:
    markup = render(document, draw(document)).decode()
    outside = re.sub(r"<script>.*?</script>", "", markup, flags=re.DOTALL)
    addresses = re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?([^\"')\s>]+)", outside)
    assert addresses
    assert all(address.startswith(("#", "data:")) for address in addresses)


def test_the_same_document_gives_the_same_bytes(document: Document, draw: Draw) -> None:
    assert render(document, draw(document)) == render(document, draw(document))


def test_light_enough_to_mail(document: Document, draw: Draw) -> None:
    assert len(render(document, draw(document))) < 1_500_000


def test_landmarks_and_language(page: Page, document: Document) -> None:
    assert page.all("html")[0]["lang"] == {"zh": "zh-Hans", "en": "en-GB"}[document.language]
    assert [len(page.all(tag)) for tag in ("main", "nav", "footer")] == [1, 2, 1]
    assert all(nav["aria-label"] for nav in page.all("nav"))
    first = page.all("a")[0]
    assert (first["class"], first["href"]) == ("skip", "#content")


def test_every_link_leads_somewhere_and_no_anchor_is_given_twice(page: Page, document: Document) -> None:
    anchored = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(anchored) == len(set(anchored))
    targets = [link["href"] for link in page.all("a")]
    assert {target.removeprefix("#") for target in targets} <= set(anchored)
    assert set(anchors(document)) <= set(anchored)


def test_headings_come_in_order(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 3


def test_figures_have_words_for_who_cannot_see_them(page: Page, document: Document) -> None:
    images = [attributes for tag, attributes in page.elements if attributes.get("role") == "img"]
    assert [image["aria-label"] for image in images] == [chart.alt for chart in document.figures()]
    assert len(page.all("figcaption")) == 1
    assert page.all("figure")[0]["data-chart"].startswith('{"name": "parks-by-city"')


def test_tables_have_captions_and_scopes(page: Page) -> None:
    (table,) = [attributes for attributes in page.all("div") if attributes.get("class") == "table"]
    assert table["id"] == "table-ranking"
    (caption,) = page.all("caption")
    (region,) = [attributes for attributes in page.all("div") if attributes.get("role") == "region"]
    assert region["aria-labelledby"] == caption["id"]
    assert region["tabindex"] == "0"
    assert [head["scope"] for head in page.all("th")] == ["col"] * 4 + ["row"] * 3


def test_cells(document: Document, draw: Draw) -> None:
    markup = render(document, draw(document)).decode()
    assert '<sup class="mark">†</sup>' in markup
    assert 'class="tier tier-2" aria-hidden="true">▲</span>' in markup
    assert re.search(r'class="centre shaded[^"]*" style="background:#[0-9a-f]{6};color:#[0-9a-f]{6}">', markup)
    assert ("分" if document.language == "zh" else "points") in markup


def test_words_of_an_edition_are_never_markup(document: Document) -> None:
    hostile = '<script>alert("x")</script>'
    figure = next(block for block in document.blocks if isinstance(block, Figure))
    chart = replace(figure.chart, title="'><b>" + hostile, note="&#39;")
    text = Prose((Run(hostile), Run("x", target='"><b>')))
    spoiled = replace(document, title=hostile, blocks=(text, Figure(chart, 1)))
    markup = render(spoiled, {chart.name: "<svg></svg>"}).decode()
    assert hostile not in markup
    assert markup.count("<script>") == 1
    assert '"><b>' not in markup
    assert "'><b>" not in markup
    assert json.loads(Page(markup).all("figure")[0]["data-chart"]) == json.loads(chart.to_json())


def test_a_running_head_cannot_leave_its_rule(document: Document, draw: Draw) -> None:
    head = 'a"; } </style> & \\'
    markup = render(replace(document, running_head=head), draw(document)).decode()
    assert '@top-left { content: "a\\22 ; } \\3c /style\\3e  \\26  \\5c "; }' in markup
    assert css_string("评价 · 2019") == "评价 · 2019"


def test_a_synthetic_report_says_so_all_the_way(make_document: Make, draw: Draw) -> None:
    synthetic = make_document("zh", synthetic=True)
    markup = render(synthetic, draw(synthetic)).decode()
    assert 'class="banner" role="note">合成数据' in markup
    assert 'class="banner"' not in render(make_document("zh"), draw(make_document("zh"))).decode()


def test_a_card_without_tier_has_no_mark(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    cards = next(block for block in document.blocks if isinstance(block, Cards))
    untiered = Cards((replace(cards.cards[0], tier=0, tier_name="未分梯队"),))
    markup = render(replace(document, blocks=(untiered,)), draw(document)).decode()
    body = markup[markup.index("<main") : markup.index("</main")]
    assert "未分梯队" in body
    assert "tier-1" not in body


def test_parts_gather_their_blocks(make_document: Make) -> None:
    found = parts(make_document("zh").blocks)
    assert [part.heading.anchor for part in found if part.heading] == ["summary", "overview", "sources"]
    assert [section.anchor for section in found[1].sections] == ["overview-1"]
    loose = parts((Prose((Run("x"),)),))
    assert (len(loose), loose[0].heading) == (1, None)


def test_the_row_head_is_the_first_column_of_words() -> None:
    cells = ((Cell("1"), Cell("甲")),)
    assert row_head(Table("t", "", (Column("a", align="right"), Column("b")), cells, "")) == 1
    assert row_head(Table("t", "", (Column("a", align="right"), Column("b", align="right")), cells, "")) == 0


def test_the_bundle_cannot_end_its_element() -> None:
    assert "</" not in browser_bundle()


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def browse(path: Path, width: int) -> str:
    """Return the page as the browser has it after its script ran."""
    assert CHROMIUM
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--window-size={width},900",
        "--virtual-time-budget=3000",
    ]
    command = [CHROMIUM, *options, "--dump-dom", path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine to open the page with")
def test_in_a_browser_no_page_is_wider_than_its_window(make_document: Make, draw: Draw, tmp_path: Path) -> None:
    seen_at_once = """<script>
      window.IntersectionObserver = class {
        constructor(call) { this.call = call; }
        observe(target) { this.call([{ target, isIntersecting: true }]); }
        unobserve() {}
      };
    </script></head>"""
    measure = """<script>
      setInterval(() => {
        document.title = [
          document.documentElement.scrollWidth <= innerWidth,
          document.querySelectorAll(".live-chart svg").length > 0,
          [...document.fonts].some((face) => face.status === "loaded"),
        ].join();
      }, 100);
    </script></body>"""
    document = make_document("en")
    markup = render(document, draw(document)).decode()
    markup = markup.replace("</head>", seen_at_once).replace("</body>", measure)
    (tmp_path / "page.html").write_text(markup, encoding="utf-8")
    for width in (500, 1400):
        seen = browse(tmp_path / "page.html", width)
        title = re.search(r"<title>(.*?)</title>", seen)
        assert title
        assert title[1] == "true,true,true", (width, title[1])


def test_templates_can_be_compiled_before_there_is_anything_to_set() -> None:
    environment.cache_clear()
    prepare()
    held = environment().cache
    assert held is not None
    assert len(held) > 0
