"""National documents on a time axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.limits import MOST_BARS, shown
from parkindex.charts.numbers import number_word
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import addresses_of, source_line
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset

KINDS: dict[str, Text] = {
    "plan": Text(zh="规划", en="Plan"),
    "opinion": Text(zh="意见", en="Opinion"),
    "speech": Text(zh="讲话", en="Speech"),
    "white_paper": Text(zh="白皮书", en="White paper"),
    "notice": Text(zh="通知", en="Notice"),
}


def kind_name(kind: str) -> Text:
    """Return the name of a kind of document; an unknown kind stands for itself."""
    return KINDS.get(kind) or Text(zh=kind or "文件", en=(kind or "document").replace("_", " "))


def national_documents(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the documents and speeches by date."""
    every = sorted(dataset.background, key=lambda row: row.date.sort_key)
    if not every:
        return Unavailable(Text(zh="本版没有国家层面文件的记录。", en="This edition records no national documents."))
    rows, left_out = shown(every, MOST_BARS, setting)
    first, last = setting.date(rows[0].date), setting.date(rows[-1].date)
    count = len(rows)
    one_day = first == last
    title = setting.say(
        f"{count}份国家层面的文件与讲话{f'出现在{first}' if one_day else f'先后出现在{first}至{last}之间'}",
        f"{number_word(count, capital=True)} national {'document' if count == 1 else 'documents and speeches'} "
        + (f"came in {first}" if one_day else f"came between {first} and {last}"),
    )
    events = [
        {
            "date": str(row.date),
            "label": setting.text(row.title),
            "text": setting.text(row.issuer),
            "kind": setting.text(kind_name(row.kind)),
        }
        for row in rows
    ]
    alt = described(
        setting,
        [
            (setting.date(row.date), f"{setting.text(row.issuer)}{setting.colon()}{setting.text(row.title)}")
            for row in rows
        ],
        setting.say("时间轴", "Timeline"),
    )
    subtitle = setting.joined([setting.say(f"按发布时间排列，n = {count}", f"By date of issue, n = {count}"), left_out])
    words = Words(title, subtitle, source_line(dataset, addresses_of(rows), setting), alt)
    return setting.chart("national-documents", "timeline", {"events": events}, words)
