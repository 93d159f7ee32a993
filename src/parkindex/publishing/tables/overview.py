"""Tables of the overview: national documents, market, parks by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.census import by_level, coastal_units
from parkindex.analysis.market import GrowthCheck, growth_checks
from parkindex.charts.background import kind_name
from parkindex.charts.census import NO_PLACE, unit_line
from parkindex.charts.market import NO_MARKET
from parkindex.charts.numbers import format_money, number_word
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.wording import agree
from parkindex.evidence.regions import region_name
from parkindex.framework.text import Text
from parkindex.publishing.tables.building import noted, number, number_head, signed, table, text_head, words

if TYPE_CHECKING:
    from parkindex.analysis.census import Count
    from parkindex.edition import Edition
    from parkindex.evidence.model import Background, Dataset
    from parkindex.publishing.document import Cell, Table


CURRENCIES = {"CNY": "人民币", "USD": "美元"}
"""What the currencies of the series are called in Chinese; any other stands under its code."""


def document_title(row: Background, setting: Setting) -> str:
    """Return the title of a document with the marks of the language; a speech has none."""
    return setting.say(row.title.zh if row.kind == "speech" else f"《{row.title.zh}》", row.title.en)


def national_documents(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return the national documents and speeches with issuer and gist."""
    dataset = edition.dataset
    rows = sorted(dataset.background, key=lambda row: row.date.sort_key)
    if not rows:
        return Unavailable(Text(zh="本版没有国家层面文件的记录。", en="This edition records no national documents."))
    columns = [
        text_head(setting, "时间", "Date", 0.7),
        text_head(setting, "发布者", "Issuer", 0.9),
        text_head(setting, "文件或讲话", "Document or speech", 1.8),
        text_head(setting, "类别", "Kind", 0.6),
        text_head(setting, "要点", "Gist", 2.2),
    ]
    cells = [
        [
            words(setting.date(row.date)),
            words(setting.text(row.issuer)),
            words(document_title(row, setting)),
            words(setting.text(kind_name(row.kind))),
            words(setting.text(row.gist) if row.gist else ""),
        ]
        for row in rows
    ]
    issuers = len({row.issuer.zh for row in rows})
    title = setting.say(
        f"{len(rows)}份国家层面的文件与讲话出自{issuers}个发布者",
        f"{number_word(len(rows), capital=True)} national {'document' if len(rows) == 1 else 'documents and speeches'} "
        f"{'comes' if len(rows) == 1 else 'come'} from {number_word(issuers)} {agree(issuers, 'issuer')}",
    )
    notes = [noted(setting, document_title(row, setting), row.note) for row in rows]
    return table(
        "national-documents", title, (columns, cells), source_line(dataset, addresses_of(rows), setting), notes
    )


def market_size(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return every value of every market series."""
    dataset = edition.dataset
    if not dataset.market:
        return Unavailable(NO_MARKET)
    names = {series.code: series for series in dataset.series}
    kinds = {"observed": setting.say("实际或估计", "actual or estimate"), "forecast": setting.say("预测", "forecast")}
    columns = [
        text_head(setting, "序列", "Series", 1.6),
        text_head(setting, "发布者", "Publisher", 1.0),
        number_head(setting, "年份", "Year", share=0.5),
        number_head(setting, "数值", "Value", share=0.9),
        text_head(setting, "性质", "Kind", 0.8),
    ]
    cells = [
        [
            words(setting.text(names[row.series].name)),
            words(setting.text(names[row.series].publisher)),
            words(str(row.year)),
            words(("" if row.relation == "=" else row.relation) + format_money(row.value, row.unit, setting.language)),
            words(kinds[row.kind]),
        ]
        for row in dataset.market
        if row.series in names
    ]
    currencies = list(dict.fromkeys(series.currency for series in dataset.series))
    named = [CURRENCIES.get(each, each) for each in currencies]
    title = setting.say(
        f"{len(dataset.series)}个市场序列分别以{'和'.join(named)}计，不可相加",
        f"{number_word(len(dataset.series), capital=True)} market series in {setting.names(currencies)} "
        "cannot be added up",
    )
    notes = [
        noted(setting, f"{setting.text(names[row.series].publisher)} {row.year}", row.note)
        for row in dataset.market
        if row.series in names
    ]
    return table(
        "market-size", title, (columns, cells), source_line(dataset, addresses_of(dataset.market), setting), notes
    )


def market_growth(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return printed growth rates with the growth that the printed values give."""
    dataset = edition.dataset
    checks = growth_checks(dataset)
    if not checks:
        return Unavailable(NO_MARKET)
    names = {series.code: setting.text(series.publisher) for series in dataset.series}
    unit = setting.say("%/年", "% a year")
    columns = [
        text_head(setting, "序列", "Series", 1.2),
        text_head(setting, "时段", "Interval", 0.8),
        number_head(setting, "原报告所载", "As printed", unit),
        number_head(setting, "由数值推算", "Computed", unit),
        number_head(setting, "相差", "Difference", setting.say("百分点", "points")),
        text_head(setting, "说明", "Remark", 2.0),
    ]
    cells = [_growth_row(check, names, dataset, setting) for check in checks]
    sources = tuple(dict.fromkeys(address for check in checks for address in check.source))
    notes = [noted(setting, names.get(row.series, row.series), row.note) for row in dataset.growth]
    line = source_line(dataset, sources, setting, computed=True)
    return table("market-growth", _growth_title(checks, names, setting), (columns, cells), line, notes)


def _growth_row(check: GrowthCheck, names: dict[str, str], dataset: Dataset, setting: Setting) -> list[Cell]:
    """Return one interval; where the first value is not printed, the value that the printed rate implies."""
    remark = ""
    if check.printed is not None and check.computed is None:
        remark = setting.say(
            "端点数值未全部刊载，无法复算", "an end value is not printed, so nothing can be recomputed"
        )
    if check.implied is not None:
        unit = next(row.unit for row in dataset.market if row.series == check.series)
        implied = format_money(check.implied, unit, setting.language)
        remark = setting.say(
            f"{check.first}年数值未刊载；按所载增速倒推约为{implied}",
            f"the value of {check.first} is not printed; the printed rate implies about {implied}",
        )
    if check.printed is None:
        remark = setting.say("原报告未载增速", "no rate is printed")
    return [
        words(names.get(check.series, check.series)),
        words(setting.say(f"{check.first}—{check.last}", f"{check.first}–{check.last}")),
        number(setting, check.printed, 1),
        number(setting, check.computed, 1),
        signed(setting, check.difference, 1),
        words(remark),
    ]


def _growth_title(checks: tuple[GrowthCheck, ...], names: dict[str, str], setting: Setting) -> str:
    """Return how far printed and computed rates differ at most, or that none can be checked."""
    both = [check for check in checks if check.difference is not None]
    printed = sum(check.printed is not None for check in checks)
    if not both:
        return setting.say(
            "所载增速均无法由所载数值复算", "No printed growth rate can be recomputed from the printed values"
        )
    worst = max(both, key=lambda check: abs(check.difference or 0))
    name, gap = names.get(worst.series, worst.series), setting.number(abs(worst.difference or 0), 1)
    return setting.say(
        f"所载{printed}个增速中有{len(both)}个可以复算，最大相差{gap}个百分点（{name}）",
        f"{number_word(len(both), capital=True)} of {number_word(printed)} printed "
        f"{agree(printed, 'rate')} can be recomputed; the largest difference is {gap} points ({name})",
    )


def parks_by_place(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return cities with their province, region and parks, the greatest first."""
    dataset = edition.dataset
    cities = by_level(dataset, "city")
    if not cities:
        return Unavailable(NO_PLACE)
    columns = [
        text_head(setting, "地区", "Region", 0.8),
        text_head(setting, "省级行政区", "Province", 0.8),
        text_head(setting, "城市", "City", 0.8),
        text_head(setting, "沿海", "Coastal", 0.5),
        number_head(setting, "园区", setting.noun().capitalize(), setting.say("家", "")),
        number_head(setting, "占比", "Share", "%"),
        text_head(setting, "园区名称", "Names", 3.0),
    ]
    total = sum(count.count for count in cities)
    cells = [_place_row(count, total, dataset, setting) for count in cities]
    shore, known = coastal_units(dataset)
    about = edition.about.coastal_definition
    definition = f"{setting.say('沿海', 'Coastal')}{setting.colon()}{setting.text(about)}" if about else ""
    share = setting.percent(100 * len(shore) / known, 1) if known else ""
    counted = (
        setting.say(
            f"位于沿海城市者{len(shore)}家，占{share}（n = {known}）",
            f"In coastal cities: {len(shore)}, {share} (n = {known})",
        )
        if known
        else ""
    )
    provinces = len(by_level(dataset, "province"))
    title = setting.say(
        f"{total}家园区位于{provinces}个省级行政区的{len(cities)}座城市",
        f"The {total} {agree(total, setting.noun(1))} stand in {number_word(len(cities))} {agree(len(cities), 'city')} "
        f"of {number_word(provinces)} provincial {agree(provinces, 'division')}",
    )
    return table("parks-by-place", title, (columns, cells), unit_line(dataset, setting), [counted, definition])


def _place_row(count: Count, total: int, dataset: Dataset, setting: Setting) -> list[Cell]:
    """Return one city."""
    city = dataset.place(count.group)
    line = dataset.line(city.code)
    province = next((place for place in line if place.level == "province"), None)
    region = next((place.region for place in line if place.region), "")
    coastal = {True: setting.say("是", "yes"), False: setting.say("否", "no"), None: "–"}[city.coastal]
    names = [setting.text(dataset.unit(unit).short) for unit in count.members]
    return [
        words(setting.text(region_name(region)) if region else ""),
        words(setting.text(province.name) if province else ""),
        words(setting.text(city.name)),
        words(coastal),
        number(setting, count.count),
        number(setting, 100 * count.count / total, 1),
        words(setting.say("、", ", ").join(names)),
    ]
