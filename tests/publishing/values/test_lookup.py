"""Dotted names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.values.lookup import choose, entry, plain, whole, words
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from parkindex.edition import Edition


def echo(_edition: Edition, names: tuple[str, ...]) -> Value:
    return Value("count", len(names))


def test_choose_hands_the_rest_on(edition: Edition) -> None:
    family = choose({"a": echo, "b": plain(lambda _: Value("count", 7))})
    assert family(edition, ("a", "x", "y")).content == 2
    assert family(edition, ("b",)).content == 7


def test_choose_knows_its_options(edition: Edition) -> None:
    for names in ((), ("c",)):
        with pytest.raises(UnknownValueError) as raised:
            choose({"a": echo, "b": echo})(edition, names)
        assert raised.value.known == ("a", "b")


def test_a_plain_value_takes_no_further_word(edition: Edition) -> None:
    with pytest.raises(UnknownValueError) as raised:
        plain(lambda _: Value("count", 7))(edition, ("x", "y"))
    assert raised.value.asked == "x.y"


def test_entry_names_what_there_is() -> None:
    assert entry({"a": 1}, "a") == 1
    with pytest.raises(UnknownValueError) as raised:
        entry({"a": 1, "b": 2}, "c")
    assert raised.value.known == ("a", "b")


def test_words_fill_up_and_count() -> None:
    assert words(("a",), 1, 3) == ("a", "", "")
    for names in ((), ("a", "b")):
        with pytest.raises(UnknownValueError):
            words(names, 1)


@pytest.mark.parametrize("word", ["", "x", "-1", "1.5", "１"])
def test_whole_numbers_only(word: str) -> None:
    assert whole("12") == 12
    with pytest.raises(UnknownValueError):
        whole(word)
