"""Words of the renderers."""

from __future__ import annotations

from parkindex.charts.fonts import uncovered
from parkindex.publishing.wording import SCRIPTS, WORDS, numbered


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["zh"].keys() == WORDS["en"].keys()
    assert all(words for language in WORDS.values() for words in language.values())
    assert set(SCRIPTS) == set(WORDS)


def test_the_fonts_have_every_word() -> None:
    assert uncovered("".join(words for language in WORDS.values() for words in language.values())) == []


def test_numbers_of_figures_do_not_break() -> None:
    assert numbered("figure", 3, "zh") == "图\u00a03"
    assert numbered("table", 12, "en") == "Table\u00a012"
