"""Values of the edition itself: its title and dates, framework, methods and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.publishing.values.lookup import Family, choose, entry, plain, words
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkindex.edition import Edition
    from parkindex.framework.text import Text


def weight(edition: Edition, names: tuple[str, ...]) -> Value:
    """``weight.NODE``: the nominal share of a node among its siblings, in percent; equal where none is stated."""
    (code,) = words(names, 1)
    node = entry(edition.framework.nodes, code)
    parent = edition.framework.parent(code)
    if parent is None:
        return Value("percent", 100.0)
    siblings = getattr(edition.framework.node(parent), "children", ())
    stated = [sibling.weight for sibling in siblings]
    own = node.weight if node.weight is not None else 1.0
    total = sum(1.0 if each is None else each for each in stated)
    return Value("percent", 100 * own / total)


def node(edition: Edition, names: tuple[str, ...]) -> Value:
    """``node.CODE``: the name of a node of the framework."""
    (code,) = words(names, 1)
    return Value("name", entry(edition.framework.nodes, code).name)


def source(edition: Edition, names: tuple[str, ...]) -> Value:
    """``source.CODE``: the title of a source."""
    (code,) = words(names, 1)
    return Value("name", entry({each.code: each for each in edition.dataset.sources}, code).title)


def variable(edition: Edition, names: tuple[str, ...]) -> Value:
    """``variable.CODE`` or ``variable.CODE.CLASS``: the name of a survey question, or of one of its classes."""
    code, option = words(names, 1, 2)
    found = entry({each.code: each for each in edition.dataset.variables}, code)
    if not option:
        return Value("name", found.name)
    return Value("name", entry({each.code: each for each in found.classes}, option).name)


def method(edition: Edition, names: tuple[str, ...]) -> Value:
    """``method.title`` (of the default one), ``method.NAME`` (by its name), ``method.count``."""
    (name,) = words(names, 1)
    if name == "count":
        return Value("count", len(edition.methods))
    chosen = {"title": edition.about.method, "second": edition.about.second_method or edition.about.method}
    return Value("text", entry(edition.methods, chosen.get(name, name)).title)


def bilingual(text: Text | None) -> Value:
    """Return a text as a value; `UnknownValueError` where the edition has none."""
    if text is None:
        raise UnknownValueError("")
    return Value("text", text)


def _published(edition: Edition) -> Value:
    if edition.about.published is None:
        raise UnknownValueError("published")
    return Value("date", edition.about.published)


def _depths(edition: Edition) -> Iterable[int]:
    return (len(edition.framework.ancestors(code)) for code in edition.framework.codes)


def _count(number: int) -> Value:
    return Value("count", number)


EDITION: Family = choose(
    {
        "title": plain(lambda edition: Value("text", edition.about.title)),
        "subject": plain(lambda edition: Value("text", edition.about.subject)),
        "cut_off": plain(lambda edition: Value("date", edition.about.cut_off)),
        "published": plain(_published),
        "publisher": plain(lambda edition: Value("text", edition.about.publisher)),
        "coastal_definition": plain(lambda edition: bilingual(edition.about.coastal_definition)),
        "seed": plain(lambda edition: _count(edition.about.seed)),
    }
)
"""``edition.title`` …"""

FRAMEWORK: Family = choose(
    {
        "levels": plain(lambda edition: _count(max(_depths(edition)))),
        "pillars": plain(lambda edition: _count(len(edition.framework.pillars))),
        "second": plain(lambda edition: _count(sum(depth == 2 for depth in _depths(edition)))),
        "indicators": plain(lambda edition: _count(len(edition.framework.indicators))),
        "numeric": plain(lambda edition: _count(sum(i.type == "numeric" for i in edition.framework.indicators))),
        "index": plain(lambda edition: _count(sum(i.type == "index" for i in edition.framework.indicators))),
        "pillar_names": plain(lambda edition: Value("names", tuple(p.name for p in edition.framework.pillars))),
    }
)
"""``framework.pillars`` (how many), ``framework.second`` (nodes of the second level), ``framework.indicators`` …"""

SOURCES: Family = choose({"count": plain(lambda edition: _count(len(edition.dataset.sources)))})
"""``sources.count``."""
