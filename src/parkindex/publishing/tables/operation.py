"""Tables of the operation: who benefits from which policy, and the support matrix in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.policies import benefiting_units, policy_records
from parkindex.analysis.support import SchemeSupport, breadth_and_stars, scheme_supports
from parkindex.charts.numbers import number_word
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.support import NO_MATRIX, category_names, cell_amount, largest_amounts, stars
from parkindex.charts.wording import agree
from parkindex.evidence.model import Status
from parkindex.framework.text import Text
from parkindex.publishing.document import Cell
from parkindex.publishing.tables.building import mark_head, noted, number_head, table, text_head, words
from parkindex.publishing.tables.environment import place_name

if TYPE_CHECKING:
    from parkindex.analysis.policies import PolicyRecord
    from parkindex.edition import Edition
    from parkindex.evidence.model import Dataset, SupportCell
    from parkindex.publishing.document import Table

NO_BENEFICIARIES = Text(zh="本版没有受益园区的记录。", en="This edition records no beneficiaries of policies.")


def policy_beneficiaries(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return each policy with the parks that gain from it; parks that are not evaluated are marked."""
    dataset = edition.dataset
    records = [record for record in policy_records(dataset) if record.beneficiaries]
    if not records:
        return Unavailable(NO_BENEFICIARIES)
    columns = [
        text_head(setting, "地点", "Place", 0.9),
        text_head(setting, "时间", "Date", 0.8),
        text_head(setting, "政策", "Policy", 2.2),
        text_head(setting, "受益园区", "Benefiting parks", 2.4),
    ]
    cells = [_beneficiary_row(record, dataset, setting) for record in records]
    gaining = benefiting_units(dataset)
    outside = {row.name_as_printed for row in dataset.beneficiaries if not row.unit}
    n = len(dataset.units)
    share = setting.percent(100 * len(gaining) / n, 1)
    title = setting.say(
        f"{len(records)}项政策惠及{n}家中的{len(gaining)}家（{share}）",
        f"{number_word(len(records), capital=True)} {agree(len(records), 'policy')} "
        f"{agree(len(records), 'reaches')} {number_word(len(gaining))} of {n} "
        f"{setting.noun(n)} ({share})",
    )
    mark = setting.say("* 不在参评名单内，不计入", "* not among those evaluated and not counted") if outside else ""
    notes = [mark, *(noted(setting, row.name_as_printed, row.note) for row in dataset.beneficiaries)]
    rows = [*dataset.beneficiaries, *(mention for record in records for mention in record.mentions)]
    line = source_line(dataset, addresses_of(rows)[:3], setting)
    return table("policy-beneficiaries", title, (columns, cells), line, notes)


def _beneficiary_row(record: PolicyRecord, dataset: Dataset, setting: Setting) -> list[Cell]:
    """Return one policy, as the table of beneficiaries prints it where it does."""
    mention = next((each for each in record.mentions if each.table == "beneficiaries"), record.first)
    names = [
        setting.text(dataset.unit(row.unit).name)
        if row.unit
        else setting.say(row.name_as_printed, row.name_en or row.name_as_printed) + "*"
        for row in record.beneficiaries
    ]
    return [
        words(place_name(mention.place, dataset, setting)),
        words(setting.date(mention.date)),
        words(setting.say(f"《{mention.title.zh}》", mention.title.en)),
        words(setting.say("；", "; ").join(names)),
    ]


def support_matrix(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return the matrix in words, each cell shaded by its largest amount in its category, with breadth and stars."""
    dataset = edition.dataset
    supports = scheme_supports(dataset)
    if not supports:
        return Unavailable(NO_MATRIX)
    names = category_names(dataset, setting)
    columns = [
        text_head(setting, "地区", "Scheme", 1.1),
        *(text_head(setting, name, name) for name in names.values()),
        number_head(setting, "覆盖", "Breadth", f"/{len(names)}", share=0.5),
        mark_head(setting, "星级", "Stars", 0.7),
    ]
    largest = largest_amounts(dataset)
    cells = [_support_row(support, names, largest, setting) for support in supports]
    agreement = setting.number(breadth_and_stars(supports), 2)
    rated = sum(support.stars is not None for support in supports)
    stated = sum(support.with_amount for support in supports)
    granted = sum(support.breadth for support in supports)
    title = setting.say(
        f"{len(supports)}地的政策共规定{granted}项扶持，其中{stated}项写明数额",
        f"{number_word(len(supports), capital=True)} {agree(len(supports), 'scheme')} provide "
        f"{granted} measures of support, {stated} of them with stated figures",
    )
    notes = [
        setting.say(
            "/：原报告标明无此项；现行政策：原报告指向另外的政策",
            "/: the source states that there is none; other policy in force: the source refers to another policy",
        ),
        setting.say(
            f"覆盖类别数与星级的秩相关系数为{agreement}（n = {rated}）",
            f"Rank correlation of breadth and stars: {agreement} (n = {rated})",
        ),
        setting.say(
            "底色越深，所载最高金额占同类最高额的比重越大",
            "The darker a cell, the nearer its amount to the category’s largest",
        ),
        *(noted(setting, setting.text(support.scheme.name), support.scheme.note) for support in supports),
    ]
    line = source_line(dataset, addresses_of([*dataset.schemes, *dataset.support]), setting)
    return table("support-matrix", title, (columns, cells), line, notes)


def _support_row(
    support: SchemeSupport, names: dict[str, str], largest: dict[str, float], setting: Setting
) -> list[Cell]:
    """Return one scheme."""
    held = {cell.category: cell for cell in support.cells}
    row = [words(setting.text(support.scheme.name), strong=True)]
    row += [_support_cell(held.get(category), largest.get(category, 0.0), setting) for category in names]
    return [*row, words(str(support.breadth)), words(stars(support.stars))]


def _support_cell(cell: SupportCell | None, largest: float, setting: Setting) -> Cell:
    """Return a cell in the words of the source, or of its translation."""
    if cell is None:
        return words("")
    if cell.status is Status.REFERS_ELSEWHERE:
        return words(setting.say("现行政策", "other policy in force"))
    if not cell.status.has_value:
        return words("/")
    said = cell.words if setting.language == "zh" else cell.words_en or cell.words
    return Cell(said, shade=cell_amount(cell) / largest if largest else 0.0)
