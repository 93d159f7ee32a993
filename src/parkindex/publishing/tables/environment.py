"""Tables of the environment: guidance, special policies, funds, cities in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.answers import place_numbers
from parkindex.analysis.concentration import effective_number, herfindahl, top_share
from parkindex.analysis.policies import PolicyRecord, policy_records
from parkindex.charts.cities import order_entries
from parkindex.charts.funds import NO_FUNDS, by_city, national_total, ordered_funds, total_yuan
from parkindex.charts.guidance import printed_count, province_of, shortfall
from parkindex.charts.numbers import format_money, number_word
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.wording import agree
from parkindex.framework.text import Text
from parkindex.publishing.tables.building import noted, number, number_head, percent, table, text_head, words

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.evidence.model import Dataset, Fund, PolicyMention
    from parkindex.publishing.document import Cell, Table

NO_POLICIES = Text(zh="本版没有专项政策的记录。", en="This edition records no special policies.")
TABLE_NAMES: dict[str, Text] = {
    "special": Text(zh="专项政策表", en="table of special policies"),
    "beneficiaries": Text(zh="受益园区表", en="table of beneficiaries"),
}
"""What the tables of the source are called in which a policy is printed; another stands for itself."""


def table_name(code: str) -> Text:
    """Return the name of a table of the source."""
    return TABLE_NAMES.get(code) or Text(zh=code, en=code)


def guidance_provinces(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return the provinces with guidance policies, their date and title where printed."""
    dataset = edition.dataset
    if not dataset.guidance:
        return Unavailable(
            Text(zh="本版没有省级指导意见的记录。", en="This edition records no guidance policies of provinces.")
        )
    unnamed = setting.say("未刊载", "not printed")
    columns = [
        text_head(setting, "省级行政区", "Province", 0.8),
        text_head(setting, "时间", "Date", 0.7),
        text_head(setting, "文件", "Document", 3.0),
    ]
    cells = []
    for row in dataset.guidance:
        province = province_of(dataset, row) or dataset.place(row.place)
        title = setting.text(row.title) if row.title else unnamed
        cells.append(
            [words(setting.text(province.name)), words(setting.date(row.date) if row.date else unnamed), words(title)]
        )
    named = len({row.place for row in dataset.guidance})
    printed = printed_count(dataset)
    short = shortfall(named, printed, setting)
    title = setting.say(
        f"{named}个省级行政区有指导意见" + (f"（{short}）" if short else ""),
        f"{number_word(named, capital=True)} {agree(named, 'province')} {agree(named, 'has')} guidance policies"
        + (f" ({short})" if short else ""),
    )
    rows = [*dataset.guidance, *([printed] if printed else [])]
    notes = [noted(setting, setting.say("说明", "Remark"), row.note) for row in dataset.guidance]
    return table(
        "guidance-provinces", title, (columns, cells), source_line(dataset, addresses_of(rows), setting), notes
    )


def special_policies(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return every special policy once, with every date and title that is printed of it; disagreements are marked."""
    dataset = edition.dataset
    records = policy_records(dataset)
    if not records:
        return Unavailable(NO_POLICIES)
    columns = [
        text_head(setting, "地点", "Place", 0.8),
        text_head(setting, "时间", "Date", 0.9),
        text_head(setting, "政策", "Policy", 2.2),
        text_head(setting, "要点", "Gist", 2.8),
        text_head(setting, "见于", "Printed in", 0.9),
    ]
    cells = [_policy_row(record, dataset, setting) for record in records]
    differ = [record for record in records if record.dates_disagree or record.titles_disagree]
    count = len(records)
    title = setting.say(
        f"共{count}项专项政策，其中{len(differ)}项在原报告两处所载的时间或名称不一"
        if differ
        else f"共{count}项专项政策",
        f"{number_word(count, capital=True)} special {agree(count, 'policy')} {agree(count, 'is')} on record"
        + (f"; of {number_word(len(differ))} the source prints two dates or titles" if differ else ""),
    )
    notes = [setting.say("* 两处所载不一，均予保留", "* printed in two ways; both are kept")] if differ else []
    notes += [
        noted(setting, _quoted(record.first, setting), mention.note)
        for record in records
        for mention in record.mentions
    ]
    return table(
        "special-policies",
        title,
        (columns, cells),
        source_line(dataset, addresses_of(dataset.policies), setting),
        notes,
    )


def _policy_row(record: PolicyRecord, dataset: Dataset, setting: Setting) -> list[Cell]:
    """Return one policy; where mentions differ, each version."""
    dates = dict.fromkeys(setting.date(mention.date) for mention in record.mentions)
    titles = dict.fromkeys(_quoted(mention, setting) for mention in record.mentions)
    summary = next((setting.text(mention.summary) for mention in record.mentions if mention.summary), "–")
    printed = dict.fromkeys(setting.text(table_name(mention.table)) for mention in record.mentions)
    slash = setting.say("；", "; ")
    return [
        words(place_name(record.first.place, dataset, setting)),
        words(slash.join(dates), mark="*" if record.dates_disagree else ""),
        words(slash.join(titles), mark="*" if record.titles_disagree else ""),
        words(summary),
        words(setting.say("、", ", ").join(printed)),
    ]


def _quoted(mention: PolicyMention, setting: Setting) -> str:
    """Return a title with the marks of the language."""
    return setting.say(f"《{mention.title.zh}》", mention.title.en)


def place_name(code: str, dataset: Dataset, setting: Setting) -> str:
    """Return a place with its city where it lies below one: ``广州黄埔区``, ``Huangpu District, Guangzhou``."""
    place = dataset.place(code)
    city = dataset.at_level(code, "city")
    own = setting.text(place.name)
    if city is None or city.code == code:
        return own
    name = setting.text(city.name)
    if setting.language == "zh":
        return own if own.startswith(name) else name + own
    return own if name in own else f"{own}, {name}"


def funds(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return every fund with park, city, amount and share of the total."""
    dataset = edition.dataset
    if not dataset.funds:
        return Unavailable(NO_FUNDS)
    total = total_yuan(dataset)
    columns = [
        text_head(setting, "基金", "Fund", 2.2),
        text_head(setting, "园区", setting.noun(1).capitalize(), 2.0),
        text_head(setting, "城市", "City", 0.7),
        number_head(setting, "规模", "Amount", setting.say("亿元", "CNY 100m")),
        number_head(setting, "占比", "Share", "%"),
    ]
    cells = [_fund_row(fund, total, dataset, setting) for fund in ordered_funds(dataset)]
    ended = [words(setting.say("合计", "Total"), strong=True), words(""), words("")]
    cells.append([*ended, number(setting, total / 1e8, 1, strong=True), number(setting, 100.0, 1, strong=True)])
    outside = [fund for fund in dataset.funds if not fund.unit]
    count = len(dataset.funds)
    title = setting.say(
        f"{count}只基金合计{format_money(total, 'yuan', 'zh')}",
        f"{number_word(count, capital=True)} {agree(count, 'fund')} add up to {format_money(total, 'yuan', 'en')}",
    )
    mark = setting.say("* 园区不在参评名单内", "* the park is not among those evaluated") if outside else ""
    notes = [mark, *(noted(setting, setting.text(fund.name), fund.note) for fund in dataset.funds)]
    return table("funds", title, (columns, cells), source_line(dataset, addresses_of(dataset.funds), setting), notes)


def _fund_row(fund: Fund, total: float, dataset: Dataset, setting: Setting) -> list[Cell]:
    """Return one fund; a park that is not among the units stands as printed."""
    outsider = setting.say(fund.park_as_printed, fund.park_en or fund.park_as_printed)
    name = setting.text(dataset.unit(fund.unit).name) if fund.unit else outsider
    city = dataset.at_level(fund.place, "city") or dataset.place(fund.place)
    return [
        words(setting.text(fund.name)),
        words(name, mark="" if fund.unit else "*"),
        words(setting.text(city.name)),
        number(setting, fund.yuan / 1e8, 1),
        number(setting, 100 * fund.yuan / total, 1),
    ]


def fund_concentration(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return how far the money rests on single funds and cities."""
    dataset = edition.dataset
    if not dataset.funds:
        return Unavailable(NO_FUNDS)
    funds_yuan = [fund.yuan for fund in dataset.funds]
    cities_yuan = [yuan for _, yuan in by_city(dataset)]
    columns = [
        text_head(setting, "指标", "Measure", 2.2),
        number_head(setting, "按基金", "By fund", share=0.8),
        number_head(setting, "按城市", "By city", share=0.8),
    ]
    pair = (funds_yuan, cities_yuan)
    cells = [
        [words(setting.say("数目", "Number")), *(number(setting, len(each)) for each in pair)],
        [
            words(setting.say("最大者所占份额", "Share of the largest")),
            *(percent(setting, 100 * top_share(each)) for each in pair),
        ],
        [
            words(setting.say("前三者所占份额", "Share of the largest three")),
            *(percent(setting, 100 * top_share(each, 3)) for each in pair),
        ],
        [
            words(setting.say("赫芬达尔指数（0—1）", "Herfindahl–Hirschman index (0–1)")),
            *(number(setting, herfindahl(each), 3) for each in pair),
        ],
        [
            words(setting.say("相当于多少个等额者", "Equivalent number of equal ones")),
            *(number(setting, effective_number(each), 1) for each in pair),
        ],
    ]
    national = national_total(dataset)
    rows: list[object] = [*dataset.funds]
    note = ""
    if national is not None:
        rows.append(national)
        share = setting.percent(100 * total_yuan(dataset) / (national.value * 1e8), 1)
        note = setting.say(
            f"所列基金占全国产业基金（约{format_money(national.value, national.unit, 'zh')}）的{share}",
            f"The listed funds make up {share} of all industry funds "
            f"(about {format_money(national.value, national.unit, 'en')})",
        )
    share = setting.percent(100 * top_share(cities_yuan), 1)
    equal = setting.number(effective_number(funds_yuan), 1)
    title = setting.say(
        f"资金高度集中：最大城市占{share}，{len(funds_yuan)}只基金只相当于{equal}只等额基金",
        f"One city holds {share} of the money; {number_word(len(funds_yuan))} funds are as concentrated as {equal} "
        "equal ones",
    )
    line = source_line(dataset, addresses_of(rows), setting, computed=True)
    return table("fund-concentration", title, (columns, cells), line, [note])


def city_orders(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return the printed orders of cities beside each other, with values where the evidence has them."""
    dataset = edition.dataset
    listed = {order.code: order_entries(dataset, order.code) for order in dataset.orders}
    orders = [order for order in dataset.orders if listed[order.code]]
    if not orders:
        return Unavailable(Text(zh="本版没有只印次序的排名。", en="This edition has no order of cities."))
    columns = [number_head(setting, "位次", "Place", share=0.4)]
    columns += [text_head(setting, order.name.zh, order.name.en) for order in orders]
    deepest = max(len(entries) for entries in listed.values())
    cells: list[list[Cell]] = []
    for position in range(1, min(deepest, 10) + 1):
        row = [words(str(position))]
        for order in orders:
            held = [entry for entry in listed[order.code] if entry.position == position]
            values = place_numbers(dataset, order.code.replace("-", "_"))
            names = [_entry_name(entry.place, entry.unit, values, dataset, setting) for entry in held]
            row.append(words(setting.say("、", ", ").join(names)))
        cells.append(row)
    leaders = {cell.text for cell in cells[0][1:] if cell.text}
    bare = [name.partition("（")[0].partition(" (")[0] for name in sorted(leaders)]
    either = setting.names(bare).replace("和", "或").replace(" and ", " or ")
    title = setting.say(f"各项次序均以{either}居首", f"{either} comes first in every order")
    entries = [entry for rows in listed.values() for entry in rows]
    notes = [noted(setting, setting.text(order.name), entry.note) for order in orders for entry in listed[order.code]]
    notes.append(setting.say("空格表示原报告未列到该位次", "An empty cell: the source does not go down to that place"))
    line = source_line(dataset, addresses_of(entries), setting)
    return table("city-orders", title, (columns, cells), line, notes)


def _entry_name(place: str, unit: str, values: object, dataset: Dataset, setting: Setting) -> str:
    """Return who holds a position, with the value where there is one."""
    name = setting.text(dataset.unit(unit).short) if unit else setting.text(dataset.place(place).name)
    value = values.get(place) if isinstance(values, dict) else None
    return name if value is None else name + setting.bracketed(setting.number(value))
