from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from parkindex.charts import fonts
from parkindex.errors import PublishingError


def opened(name: str) -> TTFont:
    return TTFont(io.BytesIO((fonts.folder() / name).read_bytes()), lazy=True)


def test_all_of_gb_2312_and_the_rare_characters_of_names_are_there() -> None:
    hanzi = (
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA) or row > 0xD7
    )
    assert fonts.uncovered("".join(hanzi)) == []
    assert fonts.uncovered("堃喆镕闫昶旸珺翀") == []
    assert fonts.uncovered("ABCabcéüñΑΩαω，。《》“”‘’…——·★☆①⑳→≥≤±×㎡％（）＋ 12.5%") == []


def test_what_is_not_there_is_named_once_and_in_order() -> None:
    assert fonts.uncovered("园🏭区\U00020000🏭\n\t") == ["🏭", "\U00020000"]


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_digits_are_tabular_and_the_family_keeps_its_name(face: str) -> None:
    font = opened(f"NotoSansSC-{face}.ttf")
    cmap, advances = font.getBestCmap(), font["hmtx"].metrics
    assert len({advances[cmap[ord(digit)]][0] for digit in "0123456789"}) == 1
    assert font["name"].getDebugName(1) == "Noto Sans SC"
    assert advances[cmap[ord("园")]][0] == font["head"].unitsPerEm


def test_the_companion_has_latin_quotation_marks_and_a_name_of_its_own() -> None:
    font = opened("NotoSansSCLatin-Regular.ttf")
    cmap, advances = font.getBestCmap(), font["hmtx"].metrics
    assert all(advances[cmap[ord(mark)]][0] < 500 for mark in "“”‘’")
    assert font["name"].getDebugName(1) == "Noto Sans SC Latin"
    assert ord("园") not in cmap


def test_families_by_language() -> None:
    assert fonts.families("zh") == ("Noto Sans SC",)
    assert fonts.families("en") == ("Noto Sans SC Latin", "Noto Sans SC")


def test_a_web_font_holds_just_what_is_asked_and_is_the_same_each_time() -> None:
    data = fonts.web_font(["区块链", "园区 22"])
    font = TTFont(io.BytesIO(data))
    assert font.flavor == "woff"
    assert set(font.getBestCmap()) == {ord(character) for character in "区块链园 2"}
    assert data == fonts.web_font("2园 链块区")
    assert len(data) < 20_000
    latin = TTFont(io.BytesIO(fonts.web_font("“a”", "Bold", "Noto Sans SC Latin")))
    assert set(latin.getBestCmap()) == {ord(character) for character in "“a”"}


def test_a_package_without_fonts_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "files", lambda _: tmp_path)
    with pytest.raises(PublishingError, match="the fonts are not in the package"):
        fonts.folder()


def test_the_licence_of_the_fonts_goes_with_them() -> None:
    assert "SIL Open Font License" in (fonts.folder() / "OFL.txt").read_text(encoding="utf-8").replace(
        "SIL OPEN FONT LICENSE", "SIL Open Font License"
    )
