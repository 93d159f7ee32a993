"""Funds: by fund, by city, and against the national total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.concentration import top_share
from parkindex.charts.limits import MOST_BARS, shown
from parkindex.charts.numbers import format_money
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.wording import agree
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.evidence.model import Dataset, Fund, Statistic

NO_FUNDS = Text(zh="本版没有基金的记录。", en="This edition records no funds.")
NATIONAL = "funds_national"
"""Code of the statistic that prints the total of all industry funds in the country."""


def ordered_funds(dataset: Dataset) -> list[Fund]:
    """Return the funds, the greatest first."""
    return sorted(dataset.funds, key=lambda fund: -fund.yuan)


def by_city(dataset: Dataset) -> list[tuple[str, float]]:
    """Return the yuan of the funds by the code of their city.

    (or of the place itself where it has none), greatest first.
    """
    found: dict[str, float] = {}
    for fund in dataset.funds:
        city = dataset.at_level(fund.place, "city")
        code = city.code if city is not None else fund.place
        found[code] = found.get(code, 0.0) + fund.yuan
    return sorted(found.items(), key=lambda item: -item[1])


def total_yuan(dataset: Dataset) -> float:
    """Return the sum of all listed funds in yuan."""
    return sum(fund.yuan for fund in dataset.funds)


def national_total(dataset: Dataset) -> Statistic | None:
    """Return the printed total of industry funds in the country."""
    return next((row for row in dataset.statistics if row.code == NATIONAL), None)


def funds_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return every fund as a bar."""
    if not dataset.funds:
        return Unavailable(NO_FUNDS)
    every = ordered_funds(dataset)
    kept, left_out = shown(every, MOST_BARS, setting)
    rows = [
        {
            "label": setting.text(fund.name),
            "value": fund.yuan / 1e8,
            "text": format_money(fund.yuan / 1e8, "yuan_100m", setting.language),
            "emphasis": position == 0 and len(every) > 1,
        }
        for position, fund in enumerate(kept)
    ]
    total = total_yuan(dataset)
    share = setting.percent(100 * every[0].yuan / total, 1)
    title = setting.say(
        f"最大的一只基金（{every[0].name.zh}）占基金总规模的{share}",
        f"The largest fund, {every[0].name.en}, holds {share} of the money",
    )
    subtitle = setting.say(
        f"基金规模，合计{format_money(total, 'yuan', 'zh')}，n = {len(every)}只",
        f"Size of funds, {format_money(total, 'yuan', 'en')} in all, n = {len(every)} {agree(len(every), 'fund')}",
    )
    alt = described(
        setting, [(str(row["label"]), str(row["text"])) for row in rows], setting.say("基金规模", "Funds by size")
    )
    words = Words(title, setting.joined([subtitle, left_out]), _line(dataset, setting), alt)
    return setting.chart("funds", "bars", {"rows": rows}, words)


def funds_by_city_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the funds added up by city."""
    if not dataset.funds:
        return Unavailable(NO_FUNDS)
    cities = by_city(dataset)
    kept, left_out = shown(cities, MOST_BARS, setting)
    total = total_yuan(dataset)
    rows = [
        {
            "label": setting.text(dataset.place(code).name),
            "value": yuan / 1e8,
            "text": format_money(yuan / 1e8, "yuan_100m", setting.language),
            "note": setting.percent(100 * yuan / total, 1),
        }
        for code, yuan in kept
    ]
    leaders = [str(row["label"]) for row in rows[:2]]
    share = setting.percent(100 * top_share([yuan for _, yuan in cities], len(leaders)), 1)
    title = setting.say(
        f"{setting.names(leaders)}合占基金总规模的{share}" if len(cities) > 1 else f"基金全部设在{leaders[0]}",
        f"{setting.names(leaders)} hold {share} of the money" if len(cities) > 1 else f"All funds are in {leaders[0]}",
    )
    count = len(dataset.funds)
    subtitle = setting.say(
        f"各城市的基金规模及占比，n = {count}只，{len(cities)}座城市",
        f"Funds by city with shares of the total, n = {count} {agree(count, 'fund')} in {len(cities)} "
        f"{agree(len(cities), 'city')}",
    )
    alt = described(
        setting, [(str(row["label"]), str(row["text"])) for row in rows], setting.say("各城市基金", "Funds by city")
    )
    words = Words(title, setting.joined([subtitle, left_out]), _line(dataset, setting), alt)
    return setting.chart("funds-by-city", "bars", {"rows": rows}, words)


def national_share_chart(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the listed funds as a part of the printed national total."""
    national = national_total(dataset)
    if not dataset.funds or national is None:
        reason = Text(zh="本版没有全国基金总规模的数字。", en="This edition has no national total of funds.")
        return Unavailable(reason)
    listed, whole = total_yuan(dataset) / 1e8, national.value
    if listed > whole:
        reason = Text(
            zh="所列基金合计超过全国总规模，两者口径不同，无法成图。",
            en="The listed funds exceed the national total: the two differ in scope, and no share can be drawn.",
        )
        return Unavailable(reason)
    share = setting.percent(100 * listed / whole, 1)
    about = "" if national.relation == "=" else setting.say("约", "about ")
    money = format_money(listed, "yuan_100m", setting.language)
    rest = format_money(whole - listed, "yuan_100m", setting.language)
    parts = [
        {
            "label": setting.say("所列园区基金", "Listed funds of parks"),
            "value": listed,
            "text": f"{money} · {share}",
            "emphasis": True,
        },
        {
            "label": setting.say("其他产业基金", "Other industry funds"),
            "value": whole - listed,
            "text": f"{about}{rest}",
        },
    ]
    printed = format_money(whole, "yuan_100m", setting.language)
    words = Words(
        setting.say(
            f"所列基金合计{money}，{about}占全国产业基金的{share}",
            f"The listed funds add up to {money}, {about}{share} of all industry funds",
        ),
        setting.say(
            f"占全国产业基金总规模（{about}{printed}）的份额，n = {len(dataset.funds)}只",
            f"Share of the national total ({about}{printed}), n = {len(dataset.funds)} "
            f"{agree(len(dataset.funds), 'fund')}",
        ),
        source_line(dataset, addresses_of([*dataset.funds, national]), setting, computed=True),
        described(setting, [(str(part["label"]), str(part["text"])) for part in parts]),
    )
    return setting.chart("funds-national-share", "shares", {"bars": [{"parts": parts}], "total": whole}, words)


def _line(dataset: Dataset, setting: Setting) -> str:
    return source_line(dataset, addresses_of(dataset.funds), setting, computed=True)
