"""Source lines: where the rows behind a figure or table come from, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parkindex.charts.setting import Setting
    from parkindex.evidence.model import Dataset, Source
    from parkindex.framework.text import Language


def addresses_of(rows: Iterable[object]) -> tuple[str, ...]:
    """Return the source addresses of rows, each once, in the order of their first use."""
    found: dict[str, None] = {}
    for row in rows:
        found.update(dict.fromkeys(getattr(row, "source", ()) or ()))
    return tuple(found)


def source_title(source: Source, language: Language) -> str:
    """Return a source's title with the marks of the language: ``《…》``, or plain."""
    title = source.title.of(language)
    return title if language == "en" or source.kind == "own" or "《" in title else f"《{title}》"


def source_line(dataset: Dataset, addresses: Sequence[str], setting: Setting, *, computed: bool = False) -> str:
    """Return the line under a figure.

    Each source once, with the parts of it that are used, and whether a number was computed.
    """
    parts: dict[str, list[str]] = {}
    for address in addresses:
        code, _, part = address.partition("#")
        parts.setdefault(code, [])
        if part and part not in parts[code]:
            parts[code].append(part)
    known = {source.code: source for source in dataset.sources}
    titles = Counter(known[code].title.of(setting.language) for code in parts if code in known)
    alike = {code for code in parts if code in known and titles[known[code].title.of(setting.language)] > 1}
    named = [_one(known[code], used, setting, publisher=code in alike) for code, used in parts.items() if code in known]
    if computed or not named:
        named.append(setting.say("ParkIndex 计算", "computed by ParkIndex"))
    return setting.say("来源：", "Source: ") + setting.joined(named)


def _one(source: Source, used: Sequence[str], setting: Setting, *, publisher: bool = False) -> str:
    """Return one source with the titles of its used parts; its publisher where another has the same title."""
    titles = {part.code: part.title.of(setting.language) for part in source.parts}
    parts = [titles[code] for code in used if code in titles]
    title = source_title(source, setting.language)
    if publisher and source.publisher:
        title += setting.bracketed(setting.text(source.publisher))
    if not parts:
        return title
    quoted = [setting.say(f"“{part}”", f"“{part}”") for part in parts[:3]]
    more = setting.say("等", " and others") if len(parts) > 3 else ""
    return title + setting.say("，", ", ") + setting.say("、", ", ").join(quoted) + more
