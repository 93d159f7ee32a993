"""The PDF: what a reader, a search and a machine find in it, and what is refused."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from parkindex.errors import PublishingError
from parkindex.publishing.document import Cell, Column, Document, Figure, Heading, Language, Prose, Run, Table
from parkindex.publishing.pdf import anchors, moment, render

Make = Callable[..., Document]
Draw = Callable[[Document], dict[str, str]]
A4_LANDSCAPE = (842, 595)
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def read(document: Document, svgs: Mapping[str, str]) -> PdfReader:
    return PdfReader(io.BytesIO(render(document, svgs)))


def page_texts(reader: PdfReader) -> list[str]:
    return [re.sub(r"\s+", "", page.extract_text()) for page in reader.pages]


def outline_titles(entries: Sequence[object]) -> list[str]:
    found: list[str] = []
    for entry in entries:
        found += outline_titles(entry) if isinstance(entry, list) else [str(entry["/Title"])]  # type: ignore[index]
    return found


def codes(error: PublishingError) -> list[str]:
    return [finding.code for finding in error.findings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_a4_landscape_and_the_file_calls_itself_pdf_a_2b(
    language: Language, make_document: Make, draw: Draw
) -> None:
    document = make_document(language)
    content = render(document, draw(document))
    reader = PdfReader(io.BytesIO(content))
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert sizes == {A4_LANDSCAPE}
    assert re.search(rb"pdfaid:part\W+2\W", content)
    assert re.search(rb"pdfaid:conformance\W+B\W", content)


def test_the_same_document_gives_the_same_bytes(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    svgs = draw(document)
    assert render(document, svgs) == render(document, dict(reversed(svgs.items())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_can_be_searched(language: Language, make_document: Make, draw: Draw) -> None:
    document = make_document(language)
    text = "".join(page_texts(read(document, draw(document))))
    wanted = [document.title, document.subtitle, document.publisher, *document.colophon]
    for block in document.blocks:
        if isinstance(block, Heading):
            wanted.append(block.text)
        elif isinstance(block, Prose):
            wanted += [run.text for run in block.runs]
        elif isinstance(block, Table):
            wanted += [block.title, block.source, *(cell.text for row in block.rows for cell in row)]
        elif isinstance(block, Figure):
            wanted += [block.chart.title, block.chart.subtitle, block.chart.note]
    squeezed = text.replace("-", "")
    missing = [words for words in wanted if not_in(words, squeezed)]
    assert missing == []


def not_in(words: str, text: str) -> bool:
    """Tell whether words are missing, leaving aside spaces, and hyphens at the ends of lines."""
    return re.sub(r"[\s-]+", "", words) not in text


def test_the_words_of_a_drawing_can_be_searched(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    text = "".join(page_texts(read(document, draw(document))))
    assert text.count("辽宁龙城区块链大数据产业园") >= 3  # the drawing, the table, the card


def test_the_running_head_is_on_every_page_but_the_cover(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    first, *others = page_texts(read(document, draw(document)))
    head = re.sub(r"\s+", "", document.running_head)
    assert head in first  # the foot of the cover
    assert all(text.startswith(head) for text in others)


@pytest.mark.parametrize(("language", "mark"), [("zh", "合成数据"), ("en", "Syntheticdata")])
def test_a_synthetic_document_says_so_on_every_page_and_a_real_one_nowhere(
    language: Language, mark: str, make_document: Make, draw: Draw
) -> None:
    synthetic, real = make_document(language, synthetic=True), make_document(language)
    assert all(mark in text for text in page_texts(read(synthetic, draw(synthetic))))
    assert not any(mark in text for text in page_texts(read(real, draw(real))))


def test_pages_are_numbered_as_they_are_counted(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    texts = page_texts(read(document, draw(document)))
    assert [text.endswith(str(number)) for number, text in enumerate(texts[1:], start=2)] == [True] * (len(texts) - 1)


def test_bookmarks_name_every_heading(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    titles = outline_titles(read(document, draw(document)).outline)
    assert titles == [block.text for block in document.blocks if isinstance(block, Heading)]


def test_the_file_says_who_wrote_what_when_and_in_which_language(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    reader = read(document, draw(document))
    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    assert reader.metadata.author == document.publisher
    assert reader.metadata.creation_date == datetime(2019, 5, 1, tzinfo=UTC)
    assert str(reader.trailer["/Root"]["/Lang"]) == "zh-CN"  # type: ignore[index]


def test_every_drawing_has_its_alternative_text(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    found = alternative_texts(read(document, draw(document)))
    assert sorted(found) == sorted(chart.alt for chart in document.figures())


def alternative_texts(reader: PdfReader) -> list[str]:
    """Return the alternative texts of all tagged elements."""
    found: list[str] = []
    waiting: list[object] = [reader.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, DictionaryObject):
            if node.get("/S") == "/Figure" and "/Alt" in node:
                found.append(str(node["/Alt"]))
            waiting.append(node.get("/K"))
    return found


def test_only_the_packaged_faces_are_used_and_all_are_embedded(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    faces: set[str] = set()
    for page in read(document, draw(document)).pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            (descendant,) = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            faces.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    assert faces
    assert all(face.startswith("NotoSansSC") for face in faces)


def test_links_lead_to_where_they_should(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    reader = read(document, draw(document))
    numbers = [page for page in reader.pages if "/Annots" in page]
    kinds = [str(link.get_object()["/Subtype"]) for page in numbers for link in page["/Annots"]]  # type: ignore[attr-defined]
    assert set(kinds) == {"/Link"}
    prose_links = 2
    contents_links = 4  # three parts and a section
    part_contents_links = 1
    assert len(kinds) >= prose_links + contents_links + part_contents_links


def long_table(rows: int) -> Table:
    columns = (
        Column("排名", align="right", share=0.3),
        Column("产业园", share=3),
        Column("总分", unit="分", align="right"),
    )
    body = tuple((Cell(str(i + 1)), Cell(f"第{i + 1}家产业园"), Cell(f"{100 - i / 10:.2f}")) for i in range(rows))
    return Table("long", "一张长表", columns, body, "来源：《报告》", number=2)


def test_a_table_over_several_pages_repeats_its_head_and_loses_no_row(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    part = Heading(1, "长表", "long-part")
    document = replace(document, blocks=(*document.blocks, part, Prose((Run("见下表。"),)), long_table(80)))
    texts = page_texts(read(document, draw(document)))
    pages = [text for text in texts if re.search(r"第\d+家产业园\d", text)]
    assert len(pages) >= 3
    assert all("排名产业园总分" in text for text in pages)
    assert [i for i in range(1, 81) if not any(f"第{i}家产业园" in text for text in pages)] == []


def test_a_heading_never_stands_alone_at_the_foot_of_a_page(make_document: Make) -> None:
    blocks: list[Heading | Prose] = [Heading(1, "长文", "long-part")]
    for number in range(40):
        words = "这一段话说明园区的分布。" * (number % 7 + 1)
        blocks += [Heading(2, f"小节{number}号", f"section-{number}"), Prose((Run(f"正文{number}号。{words}"),))]
    document = replace(make_document("zh"), blocks=tuple(blocks))
    pages = page_texts(read(document, {}))[2:]
    homes = [[f"正文{number}号" in text for text in pages if f"小节{number}号" in text] for number in range(40)]
    assert homes == [[True]] * 40


def test_figures_stand_in_their_order(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    figure = next(block for block in document.blocks if isinstance(block, Figure))
    text = Prose((Run("这一段话说明园区的分布。" * 12),))
    blocks: list[Heading | Prose | Figure] = [Heading(1, "图", "figures")]
    for number in range(1, 13):
        chart = replace(figure.chart, name=f"figure-{number}", title=f"第{number}幅图说明")
        blocks += [Figure(chart, number), *([text] * (number % 3))]
    document = replace(document, blocks=tuple(blocks))
    joined = "".join(page_texts(read(document, draw(document))))
    places = [joined.index(f"第{number}幅图说明") for number in range(1, 13)]
    assert places == sorted(places)


def test_all_that_is_wrong_is_said_at_once(make_document: Make) -> None:
    document = make_document("zh")
    broken = Prose((Run("见", target="#table-nowhere"),))
    twice = Heading(2, "又一节", "summary")
    document = replace(document, blocks=(*document.blocks, broken, twice))
    with pytest.raises(PublishingError) as raised:
        render(document, {})
    found = codes(raised.value)
    assert found.count("pdf.drawing-missing") == len(document.figures())
    assert found.count("pdf.link-broken") == 1
    assert found.count("pdf.anchor-twice") == 1
    assert "#table-nowhere" in str(raised.value)


def test_a_drawing_that_is_none_is_refused_with_words(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    svgs = draw(document) | {"parks-by-city": "<svg"}
    with pytest.raises(PublishingError) as raised:
        render(document, svgs)
    assert codes(raised.value) == ["pdf.typesetting"]
    assert "report.en.pdf" in str(raised.value)


def test_a_character_without_a_glyph_is_refused(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    document = replace(document, blocks=(*document.blocks, Prose((Run("\N{GRINNING FACE}"),))))
    with pytest.raises(PublishingError) as raised:
        render(document, draw(document))
    assert codes(raised.value) == ["pdf.typesetting"]


def test_words_are_never_read_as_markup(make_document: Make, draw: Draw) -> None:
    document = make_document("en")
    words = '#panic("no") *not bold* $x$ @nowhere <label> \\u{41} = no heading'
    document = replace(document, title=words, blocks=(*document.blocks, Prose((Run(words),))))
    text = "".join(page_texts(read(document, draw(document))))
    assert text.count(re.sub(r"[\s]+", "", words)) == 2


def test_a_document_may_be_empty(make_document: Make) -> None:
    document = replace(make_document("zh"), blocks=(), colophon=())
    assert len(read(document, {}).pages) == 2


def test_a_typesetter_of_another_kind_gets_the_record_and_the_date(make_document: Make, draw: Draw) -> None:
    document = make_document("zh")
    asked: list[tuple[datetime, str]] = []

    def typesetter(record: str, created: datetime, language: str) -> bytes:
        asked.append((created, language))
        return record.encode()

    assert document.title.encode() in render(document, draw(document), typesetter=typesetter)
    assert asked == [(datetime(2019, 5, 1, tzinfo=UTC), "zh")]


def test_anchors_hold_every_place_a_link_may_name(make_document: Make) -> None:
    found = list(anchors(make_document("zh")))
    assert {"summary", "overview-1", "table-ranking", "figure-parks-by-city", "card-park-2", "source-report"} <= set(
        found
    )
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019年5月", (2019, 5, 1)),
        ("证据截至2019年5月31日", (2019, 5, 31)),
        ("2019-05-31", (2019, 5, 31)),
        ("Evidence up to 31 May 2019", (2019, 5, 31)),
        ("May 31, 2019", (2019, 5, 31)),
        ("December 2018", (2018, 12, 1)),
        ("2019", (2019, 1, 1)),
        ("2019年13月", (2019, 1, 1)),
        ("undated", (2000, 1, 1)),
    ],
)
def test_moment_reads_the_dates_that_documents_carry(text: str, date: tuple[int, int, int]) -> None:
    assert moment(text) == datetime(*date, tzinfo=UTC)
