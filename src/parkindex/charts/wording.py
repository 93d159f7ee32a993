"""Words around numbers: English plurals, lists of names, and whole sentences in the two languages side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.framework.text import Language

_IRREGULAR = {
    "country": "countries",
    "is": "are",
    "has": "have",
    "stands": "stand",
    "was": "were",
    "its": "their",
    "reaches": "reach",
}


def plural(noun: str) -> str:
    """Return an English noun (or one of a few verbs) in the plural; only the last word changes."""
    head, _, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        many = _IRREGULAR[last]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = f"{last[:-1]}ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        many = f"{last}es"
    else:
        many = f"{last}s"
    return f"{head} {many}".strip()


def agree(count: int, noun: str) -> str:
    """Return the noun or verb in the number that ``count`` asks for."""
    return noun if count == 1 else plural(noun)


def listed(names: Sequence[str], language: Language, *, shown: int | None = None) -> str:
    """Return names as a list: ``甲、乙和丙``, ``A, B and C``; beyond ``shown`` only how many more there are."""
    if shown is not None and len(names) > shown:
        more = len(names) - shown
        head = ("、" if language == "zh" else ", ").join(names[:shown])
        return f"{head}等{len(names)}个" if language == "zh" else f"{head} and {more} more"
    if len(names) < 2:
        return "".join(names)
    comma, last = ("、", "和") if language == "zh" else (", ", " and ")
    return f"{comma.join(names[:-1])}{last}{names[-1]}"


def upper_first(text: str) -> str:
    """Return the text with its first letter capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def remark(note: str, language: Language) -> str:
    """Return a note of a table in one language: ``中文 | English``; one without the bar stands for both."""
    zh, bar, en = note.partition(" | ")
    return zh.strip() if language == "zh" or not bar else en.strip()
