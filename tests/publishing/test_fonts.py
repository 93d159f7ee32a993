"""Faces inside a page."""

from __future__ import annotations

import base64
import io
import re

from fontTools.ttLib import TTFont

from parkindex.publishing.fonts import font_faces, font_path, font_stack


def fonts_in(rules: str) -> list[TTFont]:
    found = re.findall(r"base64,([^)]+)\)", rules)
    return [TTFont(io.BytesIO(base64.b64decode(each))) for each in found]


def test_the_packaged_faces_are_there() -> None:
    assert font_path("Regular").is_file()
    assert font_path("Bold").is_file()


def test_each_face_holds_what_is_shown_in_it() -> None:
    regular, bold = fonts_in(font_faces("zh", "园区排名", "园区"))
    assert set("园区排名") <= set(map(chr, regular.getBestCmap()))
    assert ord("排") not in bold.getBestCmap()


def test_the_same_characters_give_the_same_bytes() -> None:
    assert font_faces("zh", {"园", "区", "链"}, ["园"]) == font_faces("zh", ["链", "区", "园"], {"园"})


def test_english_has_its_own_quotation_marks_first() -> None:
    rules = font_faces("en", "“a”", "a")
    assert rules.index("Noto Sans SC Latin") < rules.index('"Noto Sans SC"')
    assert font_stack("en").startswith('"Noto Sans SC Latin", "Noto Sans SC"')
    assert font_stack("zh") == '"Noto Sans SC", sans-serif'
