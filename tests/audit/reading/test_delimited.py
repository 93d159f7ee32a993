from __future__ import annotations

import codecs

import pytest

from parkindex.audit.reading.delimited import decode, find_separator, read_delimited
from parkindex.errors import UsageError

WORDS = "园区,总分\n中国杭州区块链产业园,105.51\n广州蚁米区块链创客空间,101.97\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "gb2312"])
def test_encodings_are_found(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "t.csv") == WORDS


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode("big5", errors="ignore") + "臺灣國際電腦學會".encode("big5"),
        "café,tête,naïve Ångström\n".encode("latin-1"),
        "ランキング,スコア\n".encode("shift-jis"),
        b"\x89PNG\r\n\x1a\n\x00\x00",
        bytes(range(256)),
        WORDS.encode("utf-16-le"),
        codecs.BOM_UTF8 + b"\xff\xff",
    ],
    ids=["big5", "latin-1", "shift-jis", "png", "bytes", "utf-16 without a mark", "broken utf-8"],
)
def test_other_encodings_are_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match="is not text in UTF-8, UTF-16 or GB 18030") as caught:
        decode(content, "t.csv")
    assert caught.value.findings[0].where == "t.csv"


@pytest.mark.parametrize("separator", [",", ";", "\t", "，"])
def test_separators_are_found(separator: str) -> None:
    assert find_separator(WORDS.replace(",", separator)) == separator


def test_a_comma_within_cells_is_no_separator() -> None:
    assert find_separator("a;b\nx;84,52\ny;1,5\nz;2,25\n") == ";"


def test_a_title_does_not_mislead() -> None:
    assert find_separator("名次，园区，得分\n2019\na\tb\tc\n1\t2\t3\n2\t3\t4\n") == "\t"


def test_quotes_and_lines_within_cells() -> None:
    grid = read_delimited('名称,分\n"甲,园\n二期","1,234.5"\n乙,2\n'.encode(), "t.csv")
    assert grid.rows == (("名称", "分"), ("甲,园\n二期", "1,234.5"), ("乙", "2"))
    assert grid.lines == (1, 2, 4)


def test_a_quote_that_is_never_closed() -> None:
    with pytest.raises(UsageError, match="every quote closed") as caught:
        read_delimited(b'a,b\n1,2\n"3,4\n', "t.csv")
    assert caught.value.findings[0].where == "t.csv:3"


def test_nothing_at_all() -> None:
    assert read_delimited(b"", "t.csv").rows == ()


@pytest.mark.parametrize(("content", "kind"), [(b"PK\x03\x04....", "an xlsx file"), (b"%PDF-1.4\n1 0 obj", "a PDF")])
def test_files_that_only_bear_the_name_of_a_text_are_called_what_they_are(content: bytes, kind: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_delimited(content, "t.csv")
    assert caught.value.findings[0].message.startswith(f"is {kind}")
