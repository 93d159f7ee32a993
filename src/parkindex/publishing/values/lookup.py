"""How a dotted name finds its value: families are plain functions, grouped by literal mappings.

``score.china-hangzhou.policy`` asks the family ``score`` with the words ``("china-hangzhou", "policy")``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from parkindex.edition import Edition

Family: TypeAlias = Callable[["Edition", tuple[str, ...]], Value]
Item = TypeVar("Item")


def choose(options: Mapping[str, Family]) -> Family:
    """Return the family that hands over to the option its first word names."""

    def look_up(edition: Edition, names: tuple[str, ...]) -> Value:
        if names and names[0] in options:
            return options[names[0]](edition, names[1:])
        raise UnknownValueError(names[0] if names else "", tuple(options))

    return look_up


def plain(compute: Callable[[Edition], Value]) -> Family:
    """Return the family of a single value, which takes no further word."""

    def look_up(edition: Edition, names: tuple[str, ...]) -> Value:
        if names:
            raise UnknownValueError(".".join(names))
        return compute(edition)

    return look_up


def entry(items: Mapping[str, Item], name: str) -> Item:
    """Return one item by its name; `UnknownValueError` with the names there are."""
    if name not in items:
        raise UnknownValueError(name, tuple(items))
    return items[name]


def words(names: tuple[str, ...], least: int, most: int | None = None) -> tuple[str, ...]:
    """Return the words, filled up with empty ones to ``most``; `UnknownValueError` for too few or too many."""
    limit = least if most is None else most
    if not least <= len(names) <= limit:
        raise UnknownValueError(".".join(names))
    return names + ("",) * (limit - len(names))


def whole(word: str, known: Iterable[int] = ()) -> int:
    """Return a word as a whole number; `UnknownValueError` where it is none."""
    if not word.isascii() or not word.isdigit():
        raise UnknownValueError(word, tuple(str(number) for number in known))
    return int(word)
