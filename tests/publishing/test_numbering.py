"""Numbers of parts and sections."""

from __future__ import annotations

from parkindex.publishing.numbering import Numbering, part_number


def test_parts_and_sections() -> None:
    numbering = Numbering("zh")
    found = []
    for page in ("summary", "overview", "trends", "method"):
        numbering.open_part(page)
        found += [numbering.heading(level) for level in (1, 2, 3, 2)]
    assert found == [
        ("summary", ""), ("summary-1", ""), ("summary-2", ""), ("summary-3", ""),
        ("overview", "第一部分"), ("overview-1", "1.1"), ("overview-2", ""), ("overview-3", "1.2"),
        ("trends", "第二部分"), ("trends-1", "2.1"), ("trends-2", ""), ("trends-3", "2.2"),
        ("method", ""), ("method-1", ""), ("method-2", ""), ("method-3", ""),
    ]  # fmt: skip


def test_part_numbers() -> None:
    assert part_number(3, "en") == "Part 3"
    assert part_number(10, "zh") == "第十部分"
    assert part_number(11, "zh") == "第11部分"
