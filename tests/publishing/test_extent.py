"""Widths and lines of words: single characters from the faces, breaks as the two scripts want them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.publishing.document import Language
from parkindex.publishing.extent import lines, stack, width

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def test_a_han_character_is_an_em_wide() -> None:
    assert width("区块链产业园", "zh") == 6.0


def test_digits_are_of_one_width_and_wider_in_bold() -> None:
    assert len({width(digit, "zh") for digit in "0123456789"}) == 1
    assert width("0", "zh", bold=True) > width("0", "zh")


def test_quotation_marks_are_an_em_in_chinese_and_narrow_in_english() -> None:
    assert width("“", "zh") == 1.0
    assert width("“", "en") < 0.5


def test_a_quarter_em_stands_between_han_and_latin_and_none_beside_punctuation() -> None:
    assert width("第22家", "zh") == pytest.approx(2 + width("22", "zh") + 2 * 0.25)
    assert width("（22）", "zh") == pytest.approx(2 + width("22", "zh"))


@pytest.mark.parametrize(("room", "count"), [(10.0, 1), (6.0, 1), (5.9, 2), (3.0, 2), (2.0, 3), (1.0, 6)])
def test_han_breaks_between_any_two_characters(room: float, count: int) -> None:
    assert lines("区块链产业园", room, "zh") == count


def test_no_line_begins_with_a_closing_mark() -> None:
    assert lines("产业园，", 3.0, "zh") == 1
    assert lines("产业园（", 3.0, "zh") == 2


def test_words_of_letters_are_kept_whole() -> None:
    word = width("blockchain", "en")
    assert lines("blockchain blockchain", word * 1.5, "en") == 2
    assert lines("blockchain", word / 2, "en") == 1


def test_a_word_may_be_broken_after_its_hyphen() -> None:
    room = width("blockchain-based", "en") - 0.5
    assert lines("blockchain-based", room, "en") == 2


def test_no_text_still_stands_on_a_line() -> None:
    assert lines("", 10.0, "zh") == 1


def test_a_stack_has_leading_between_its_lines_only() -> None:
    assert stack(0, 8.0, 0.4) == 0.0
    assert stack(1, 8.0, 0.4) == 8.0
    assert stack(3, 8.0, 0.5) == pytest.approx(3 * 8 + 2 * 4)


@given(text=st.text(alphabet="区块链产业园ABCdef 0123，。", max_size=60), room=st.floats(2, 40), more=st.floats(0, 40))
def test_more_room_never_needs_more_lines(text: str, room: float, more: float) -> None:
    for language in LANGUAGES:
        assert lines(text, room + more, language) <= lines(text, room, language)


@given(one=st.text(alphabet="区块链ABC0，", max_size=30), other=st.text(alphabet="区块链ABC0，", max_size=30))
def test_a_text_is_at_least_as_wide_as_its_parts(one: str, other: str) -> None:
    assert width(one + other, "zh") >= width(one, "zh") + width(other, "zh") - 1e-9
