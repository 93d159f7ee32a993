from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.framework.files import read_text

if TYPE_CHECKING:
    from pathlib import Path


def test_utf8_comes_back_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_bytes("code,name_zh\r\nyimi,蚁米\r\n".encode())
    assert read_text(tmp_path / "units.csv", "units.csv") == ("code,name_zh\r\nyimi,蚁米\r\n", [])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    text, (finding,) = read_text(tmp_path / "units.csv", "units.csv")
    assert text is None
    assert (finding.code, finding.where, finding.message) == ("file.missing", "units.csv", "the file is missing")
    assert "write units.csv" in finding.hint


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "units.csv").mkdir()
    _, (finding,) = read_text(tmp_path / "units.csv", "units.csv")
    assert (finding.code, finding.message) == ("file.unreadable", "is a folder; expected a file")


def test_a_path_through_a_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_text("")
    _, (finding,) = read_text(tmp_path / "evidence" / "funds.csv", "evidence/funds.csv")
    assert finding.code == "file.unreadable"
    assert "Not a directory" in finding.message


@pytest.mark.parametrize(
    ("text", "encoding", "label", "command"),
    [
        ("code,name_zh\nyimi,广州蚁米区块链创客空间\n", "gb18030", "GBK", "GB18030"),
        ("code,name_zh\nyimi,廣州蟻米區塊鏈創客空間有限公司\n", "big5", "Big5", "BIG5"),
    ],
)
def test_another_encoding_is_recognised(tmp_path: Path, text: str, encoding: str, label: str, command: str) -> None:
    (tmp_path / "units.csv").write_bytes(text.encode(encoding))
    read, (finding,) = read_text(tmp_path / "units.csv", "units.csv")
    assert read is None
    assert (finding.code, finding.where) == ("encoding.not-utf8", "units.csv:2")
    if label == "GBK":
        assert "it looks like GBK" in finding.message
        assert f"iconv -f {command} -t UTF-8 units.csv" in finding.hint
    else:
        assert "it looks like" in finding.message


def test_bytes_of_no_encoding_are_said_to_be_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_bytes(b"code\n\xff\xff\xff\x81\n")
    _, (finding,) = read_text(tmp_path / "units.csv", "units.csv")
    assert finding.message == "is not UTF-8 (byte 0xFF)"
    assert "plain text in UTF-8" in finding.hint


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xef\xbb\xbf", "UTF-8"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")]
)
def test_a_byte_order_mark_is_an_error(tmp_path: Path, mark: bytes, encoding: str) -> None:
    (tmp_path / "units.csv").write_bytes(mark + b"code\n")
    _, (finding,) = read_text(tmp_path / "units.csv", "units.csv")
    assert (finding.code, finding.where) == ("encoding.bom", "units.csv:1")
    assert f"mark of {encoding}" in finding.message
    assert "UTF-8" in finding.hint


def test_a_nul_byte_is_found_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_bytes(b"code\nyimi\nxi\0xi\n")
    _, (finding,) = read_text(tmp_path / "units.csv", "units.csv")
    assert (finding.code, finding.where) == ("encoding.nul", "units.csv:3")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_bytes(b"x" * 1001)
    _, (finding,) = read_text(tmp_path / "units.csv", "units.csv", limit=1000)
    assert finding.code == "file.too-large"
    assert finding.message == "has 1,001 bytes; expected at most 1,000"
