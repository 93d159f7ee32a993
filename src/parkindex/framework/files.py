"""Files as text: read once, decoded strictly, with a finding for whatever is not plain UTF-8."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parkindex.errors import Finding

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT = 32 * 1024 * 1024
"""The most bytes that a table may have."""

_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MARKS = {b"\xef\xbb\xbf": "UTF-8", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def read_text(path: Path, name: str, *, limit: int = SIZE_LIMIT) -> tuple[str | None, list[Finding]]:
    """Return a file's text, or None with the findings that say why it cannot be read. ``name`` is its address."""
    data, finding = _read_bytes(path, name, limit)
    if data is None:
        return None, [finding] if finding else []
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return None, [_byte_order_mark(name, encoding)]
    control = _CONTROL.search(data)
    if control:
        return None, [_control_character(data, name, control.start())]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, name, error)]


def _control_character(data: bytes, name: str, start: int) -> Finding:
    line = data.count(b"\n", 0, start) + 1
    code, what, hint = "encoding.control", f"a control character (U+{data[start]:04X})", "remove the character"
    if not data[start]:
        code, what, hint = "encoding.nul", "a NUL byte", _SAVE_AGAIN
    return Finding(code, f"{name}:{line}", f"holds {what}; expected plain text", hint)


_SAVE_AGAIN = "save the file again as plain text in UTF-8"


def _read_bytes(path: Path, name: str, limit: int) -> tuple[bytes | None, Finding | None]:
    try:
        size = path.stat().st_size
        if size > limit:
            message = f"has {size:,} bytes; expected at most {limit:,}"
            return None, Finding("file.too-large", name, message, "split the file, or remove what is not needed")
        return path.read_bytes(), None
    except FileNotFoundError:
        return None, Finding(
            "file.missing", name, "the file is missing", f"write {name}, or copy it from another edition"
        )
    except IsADirectoryError:
        return None, Finding("file.unreadable", name, "is a folder; expected a file", "move the folder away")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, Finding("file.unreadable", name, f"cannot be read ({reason})", "check the file's permissions")


def _byte_order_mark(name: str, encoding: str) -> Finding:
    message = f"begins with a byte order mark of {encoding}; expected UTF-8 without one"
    hint = f"save as “UTF-8” rather than “UTF-8 with BOM”: sed -i '1s/^\\xEF\\xBB\\xBF//' {name}"
    if encoding != "UTF-8":
        hint = f"convert it: iconv -f UTF-16 -t UTF-8 {name} > converted"
    return Finding("encoding.bom", f"{name}:1", message, hint)


def _not_utf8(data: bytes, name: str, error: UnicodeDecodeError) -> Finding:
    line = data.count(b"\n", 0, error.start) + 1
    likely = _likely_encoding(data)
    message = f"is not UTF-8 (byte 0x{data[error.start]:02X})" + (f"; it looks like {likely[0]}" if likely else "")
    hint = f"convert it: iconv -f {likely[1]} -t UTF-8 {name} > converted" if likely else _SAVE_AGAIN
    return Finding("encoding.not-utf8", f"{name}:{line}", message, hint)


def _likely_encoding(data: bytes) -> tuple[str, str] | None:
    """Name the encoding that the bytes decode in, the one with the more common Chinese characters first."""
    for label, codec, command in (("GBK", "gb18030", "GB18030"), ("Big5", "big5", "BIG5")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        foreign = [letter for letter in text if ord(letter) > 0x7F]
        if (
            sum("\u4e00" <= letter <= "\u9fff" or letter in "，。、；：“”《》（）" for letter in foreign)
            >= len(foreign) / 2
        ):
            return label, command
    return None
