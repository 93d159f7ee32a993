"""Source lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.sources import addresses_of, source_line, source_title
from parkindex.evidence.model import Dataset, Guidance, Source, SourcePart
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting

REPORT = Source(
    code="report",
    title=Text(zh="发展报告", en="The Report"),
    kind="report",
    parts=tuple(SourcePart(code=f"t{i}", title=Text(zh=f"表{i}", en=f"Table {i}")) for i in range(1, 6)),
)
OWN = Source(code="own", title=Text(zh="自行调查", en="Own survey"), kind="own")
QUOTED = Source(code="law", title=Text(zh="《规划》及说明", en="Plan"), kind="policy")
DATASET = Dataset(sources=(REPORT, OWN, QUOTED))


def test_each_source_stands_once_with_its_parts(zh: Setting, en: Setting) -> None:
    addresses = ("report#t1", "own", "report#t2", "report#t1")
    assert source_line(DATASET, addresses, zh) == "来源：《发展报告》，“表1”、“表2”；自行调查"
    assert source_line(DATASET, addresses, en) == "Source: The Report, “Table 1”, “Table 2”; Own survey"


def test_many_parts_are_cut_short(en: Setting) -> None:
    line = source_line(DATASET, [f"report#t{i}" for i in range(1, 6)], en)
    assert line == "Source: The Report, “Table 1”, “Table 2”, “Table 3” and others"


def test_two_sources_of_one_title_are_told_apart_by_their_publishers(zh: Setting, en: Setting) -> None:
    title = Text(zh="高校排名", en="University Ranking")
    both = (
        Source(code="a", title=title, kind="statistics", publisher=Text(zh="甲院", en="Institute A")),
        Source(code="b", title=title, kind="statistics", publisher=Text(zh="乙院", en="Institute B")),
    )
    dataset = Dataset(sources=both)
    assert source_line(dataset, ("a", "b"), zh) == "来源：《高校排名》（甲院）；《高校排名》（乙院）"
    assert source_line(dataset, ("a", "b"), en) == (
        "Source: University Ranking (Institute A); University Ranking (Institute B)"
    )
    assert source_line(dataset, ("a",), en) == "Source: University Ranking"


def test_what_is_computed_is_said_to_be(zh: Setting, en: Setting) -> None:
    assert source_line(DATASET, ("own",), zh, computed=True) == "来源：自行调查；ParkIndex 计算"
    assert source_line(DATASET, (), en) == "Source: computed by ParkIndex"
    assert source_line(DATASET, ("nobody#t1",), en) == "Source: computed by ParkIndex"


def test_titles_take_the_marks_of_the_language_once() -> None:
    assert source_title(REPORT, "zh") == "《发展报告》"
    assert source_title(REPORT, "en") == "The Report"
    assert source_title(OWN, "zh") == "自行调查"
    assert source_title(QUOTED, "zh") == "《规划》及说明"


def test_addresses_of_rows_in_the_order_of_their_use() -> None:
    rows = [Guidance("1", source=("b", "a")), Guidance("2", source=("a", "c")), object()]
    assert addresses_of(rows) == ("b", "a", "c")
