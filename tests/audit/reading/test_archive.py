from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from parkindex.audit.reading.archive import MOST_BYTES, check_size, position, read_sheets
from parkindex.errors import UsageError

Book = Callable[..., Path]


def code_of(path: Path, act: Callable[[Path], object]) -> str:
    with pytest.raises(UsageError) as caught:
        act(path)
    assert caught.value.findings[0].where.startswith(path.name)
    assert caught.value.findings[0].hint
    return caught.value.findings[0].code


def repacked(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Write the archive again with one part changed."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    held[part] = change(held[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("reference", "found"), [("A1", (0, 0)), ("D7", (6, 3)), ("AA10", (9, 26)), ("XFD1", (0, 16383))]
)
def test_references_of_cells(reference: str, found: tuple[int, int]) -> None:
    assert position(reference) == found


def test_a_reference_without_a_row() -> None:
    with pytest.raises(ValueError, match="'AB' is not the address of a cell"):
        position("AB")


def test_formats_and_formulas_of_every_sheet(workbook: Book) -> None:
    path = workbook(
        [["a", (1.5, "0.00")], [(0.125, "0.0%"), ("=1+1", None)]], [["b", (1, "#,##0")]], names=["一", "two"]
    )
    found = read_sheets(path)
    assert list(found) == ["一", "two"]
    assert found["一"].formats == {(0, 1): "0.00", (1, 0): "0.0%"}
    assert found["一"].uncomputed == {(1, 1)}
    assert found["two"].formats == {(0, 1): "#,##0"}
    assert found["two"].uncomputed == set()


def test_a_sound_file_passes(workbook: Book) -> None:
    check_size(workbook([["a", 1]]))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and nothing more", b"name,total\n"])
def test_a_file_that_is_no_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    assert code_of(path, check_size) == "table.broken"


def test_a_part_that_is_out_of_proportion(workbook: Book) -> None:
    path = repacked(workbook([["a", 1]]), "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 8_000_000)
    assert path.stat().st_size < 100_000
    assert code_of(path, check_size) == "table.ratio"


def test_a_file_that_is_too_large_unpacked(workbook: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook([["a", 1]])
    monkeypatch.setattr("parkindex.audit.reading.archive.MOST_BYTES", 100)
    assert MOST_BYTES > 100
    assert code_of(path, check_size) == "table.too-large"


def test_a_cell_in_the_last_row_of_the_last_column(workbook: Book) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path = repacked(workbook([["a", 1]]), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", far))
    assert code_of(path, read_sheets) == "table.too-large"


def test_a_document_type_is_refused(workbook: Book) -> None:
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'
    path = repacked(workbook([["a", 1]]), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<worksheet", entity, 1))
    assert code_of(path, read_sheets) == "table.broken"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_xml_that_ends_too_early(workbook: Book, part: str) -> None:
    assert code_of(repacked(workbook([["a", 1]]), part, lambda xml: xml[:-40]), read_sheets) == "table.broken"


def test_an_archive_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert code_of(path, read_sheets) == "table.broken"


def test_a_part_that_is_longer_than_it_declares(workbook: Book) -> None:
    path = repacked(workbook([["a", 1]]), "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 5000)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    start = 0
    while (at := content.find(size, start)) >= 0:
        content[at : at + 4] = (1000).to_bytes(4, "little")
        start = at + 4
    path.write_bytes(bytes(content))
    assert code_of(path, read_sheets) == "table.broken"
