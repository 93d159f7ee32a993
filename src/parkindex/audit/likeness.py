"""How alike two printed names or sentences are, letter by letter, in any script."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkindex.framework.text import Text


def bare(words: str) -> str:
    """Return the letters and figures of a text alone, in one form: no spaces, quotation marks or punctuation."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", words).casefold() if letter.isalnum())


def likeness(first: str, second: str) -> float:
    """Return Dice's coefficient of the pairs of neighbouring letters, 0 to 1; a pair counts once in each text.

    Source: Dice (1945), Measures of the Amount of Ecologic Association Between Species, Ecology 26(3), 297-302,
    doi:10.2307/1932409.
    """
    a, b = (_pairs(bare(words)) for words in (first, second))
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def abbreviates(short: str, full: str) -> bool:
    """Tell whether all letters of ``short`` stand in ``full`` in the same order, with others between or around."""
    letters = iter(bare(full))
    return all(letter in letters for letter in bare(short))


def names_one_of(text: Text, words: tuple[str, ...]) -> bool:
    """Tell whether a text holds one of the words, in either language."""
    told = f"{text.zh} {text.en}".casefold()
    return any(word in told for word in words)


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(letters[place : place + 2] for place in range(len(letters) - 1)) or frozenset({letters} - {""})
