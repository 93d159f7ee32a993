"""A table as text into a grid: its encoding and its separator are found, not asked for."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from parkindex.audit.reading.grid import make_grid
from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from parkindex.audit.reading.grid import Grid

SEPARATORS = (",", "\t", ";", "，")

COMMON_HAN = 0.8
"""Share of the Han characters that must be among the 6,763 of GB 2312: text of another encoding hits them by chance."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_OTHERS = {
    b"PK\x03\x04": "an xlsx file, or another archive,",
    b"%PDF-": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an xls file of old",
}
"""What files begin with that only bear the name of a text."""

_HINT = "save the file again as CSV in UTF-8, or as xlsx"


def read_delimited(content: bytes, name: str) -> Grid:
    """Read a table separated by commas, semicolons or tabs, in UTF-8, UTF-16 with a mark, or GB 18030.

    Raises `UsageError` where the encoding or the quotes cannot be made out.
    """
    words = decode(content, name)
    separator = find_separator(words)
    return make_grid(name, _records(words, separator, name))


def decode(content: bytes, name: str) -> str:
    """Return the text of a file; `UsageError` where it is text in none of the encodings that are known."""
    kind = next((told for mark, told in _OTHERS.items() if content.startswith(mark)), "")
    if kind:
        message = f"is {kind} by its content; expected a table as CSV"
        raise UsageError(Finding("table.format", name, message, "give it its own ending, or save it as CSV in UTF-8"))
    encoding = next((known for mark, known in _MARKS.items() if content.startswith(mark)), "")
    for attempt in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            words = content.decode(attempt)
        except UnicodeDecodeError:
            continue
        if _is_text(words) and (attempt != "gb18030" or _is_chinese(words)):
            return words
    message = "is not text in UTF-8, UTF-16 or GB 18030; expected a table as CSV"
    raise UsageError(Finding("table.encoding", name, message, _HINT))


def _is_text(words: str) -> bool:
    """Tell whether there are no control characters and no code points without a meaning."""
    return not any(
        unicodedata.category(sign) in {"Cc", "Cn", "Co", "Cs"} and sign not in "\t\n\r\f\v" for sign in set(words)
    )


def _is_chinese(words: str) -> bool:
    han = [sign for sign in words if "\u3400" <= sign <= "\u9fff"]
    common = [sign for sign in han if _in_gb2312(sign)]
    return bool(han) and len(common) >= COMMON_HAN * len(han)


def _in_gb2312(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def find_separator(words: str) -> str:
    """Return the separator under which the most rows have the same number of cells, more than one; else the comma."""

    def agreement(separator: str) -> tuple[int, int]:
        try:
            widths = Counter(len(cells) for cells in csv.reader(io.StringIO(words, newline=""), delimiter=separator))
        except csv.Error:
            return (0, 0)
        several = {width: count for width, count in widths.items() if width > 1}
        width = max(several, key=lambda each: (several[each], each), default=0)
        return (several.get(width, 0), width)

    return max(SEPARATORS, key=agreement)


def _records(words: str, separator: str, name: str) -> list[tuple[int, list[str]]]:
    """Return each record with the line where it begins."""
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            found.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        message = f"is not a readable row ({error}); expected cells with every quote closed"
        hint = 'close the quote; a quote inside a quoted cell is written twice ("")'
        raise UsageError(Finding("table.quote", f"{name}:{begins}", message, hint)) from None
    return found
