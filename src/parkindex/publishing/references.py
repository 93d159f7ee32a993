"""References into the sources: bracketed numbers in the text, and the chapter that resolves them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from parkindex.charts.sources import source_title
from parkindex.publishing.document import Language, SourceEntry, SourceList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.model import Dataset, Source, SourcePart


class References:
    """Numbers the sources in the order in which the edition declares them: ``[2]`` a source, ``[2.7]`` a part of it."""

    def __init__(self, dataset: Dataset, language: Language) -> None:
        """Give every source and its parts a number."""
        self.dataset = dataset
        self.language: Language = language
        self._labels: dict[str, tuple[str, str]] = {}
        self._used = set(_addresses(dataset))
        for number, source in enumerate(dataset.sources, start=1):
            self._labels[source.code] = (f"[{number}]", f"#{anchor(source)}")
            for position, part in enumerate(source.parts, start=1):
                label = f"[{number}.{position}]"
                self._labels[f"{source.code}#{part.code}"] = (label, f"#{anchor(source)}")

    def cite(self, address: str) -> tuple[str, str] | None:
        """Return the bracketed number and the target of an address, None for an unknown one."""
        if address in self._labels:
            self._used.add(address)
        return self._labels.get(address)

    def known(self) -> tuple[str, ...]:
        """Return every address that can be cited."""
        return tuple(self._labels)

    def chapter(self) -> SourceList:
        """Return the list of sources, each with those of its parts that the evidence or the text uses."""
        return SourceList(
            tuple(
                SourceEntry(anchor(source), self._line(source), tuple(self._parts(number, source)))
                for number, source in enumerate(self.dataset.sources, start=1)
            )
        )

    def _line(self, source: Source) -> str:
        title = source_title(source, self.language)
        facts = [source.publisher.of(self.language)] if source.publisher else []
        facts += [source.date.of(self.language)] if source.date else []
        stop, comma = ("。", "，") if self.language == "zh" else (".", ", ")
        note = source.note.of(self.language) if source.note else ""
        if self.language == "zh":
            return comma.join((title, *facts)) + stop + note
        return f"{title}. {comma.join(facts)}{stop if facts else ''} {note}".strip()

    def _parts(self, number: int, source: Source) -> Iterator[str]:
        for position, part in enumerate(source.parts, start=1):
            if f"{source.code}#{part.code}" in self._used:
                yield f"[{number}.{position}] {part.title.of(self.language)}{self._page(part)}"

    def _page(self, part: SourcePart) -> str:
        if part.page is None:
            return ""
        return f"（第{part.page}页）" if self.language == "zh" else f" (p. {part.page})"


def anchor(source: Source) -> str:
    """Return the anchor of a source in its chapter."""
    return f"source-{source.code}"


def _addresses(dataset: Dataset) -> Iterator[str]:
    """Yield the source addresses of every row of the dataset."""
    for table in fields(dataset):
        rows = getattr(dataset, table.name)
        if isinstance(rows, tuple):
            for row in rows:
                source = getattr(row, "source", ())
                yield from (source,) if isinstance(source, str) else source or ()
