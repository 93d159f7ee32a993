"""Policies with all their mentions: the two tables of 2019 and where they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.policies import benefiting_units, policy_records
from parkindex.evidence.model import Beneficiary, Dataset, PartialDate, PolicyMention
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.edition import Edition


def mention(policy: str, table: str, date: PartialDate | None, title: str) -> PolicyMention:
    return PolicyMention(policy, table, "330100", date=date, title=Text(zh=title, en=title))


def gains(policy: str, unit: str) -> Beneficiary:
    return Beneficiary(policy=policy, unit=unit, name_as_printed=unit or "an outsider")


def test_policies_of_2019(report_2019: Edition) -> None:
    records = {record.policy: record for record in policy_records(report_2019.dataset)}
    assert len(records) == 12
    xixi = records["xixi-valley-2017"]
    assert xixi.dates_disagree
    assert xixi.titles_disagree
    assert [mention.table for mention in xixi.mentions] == ["special", "beneficiaries"]
    second = records["huangpu-2019"]
    assert second.titles_disagree
    assert not second.dates_disagree
    assert sum(record.dates_disagree or record.titles_disagree for record in records.values()) == 2


def test_beneficiaries_of_2019(report_2019: Edition) -> None:
    gaining = benefiting_units(report_2019.dataset)
    assert len(gaining) == 9
    assert set(gaining["yimi"]) == {"huangpu-2017", "huangpu-2019"}
    outside = [row.name_as_printed for row in report_2019.dataset.beneficiaries if not row.unit]
    assert outside == ["长沙区块链产业园"]


def test_mentions_are_gathered_in_the_order_of_the_first() -> None:
    dataset = Dataset(
        policies=(
            mention("b", "special", PartialDate(2018), "B"),
            mention("a", "special", None, "A"),
            mention("b", "other", PartialDate(2018), "B"),
        ),
        beneficiaries=(gains("b", "u"), gains("b", "u"), gains("b", "")),
    )
    first, second = policy_records(dataset)
    assert (first.policy, second.policy) == ("b", "a")
    assert not first.dates_disagree
    assert not first.titles_disagree
    assert first.units == ("u",)
    assert benefiting_units(dataset) == {"u": ("b",)}


def test_a_missing_date_does_not_disagree() -> None:
    dataset = Dataset(policies=(mention("a", "x", None, "A"), mention("a", "y", PartialDate(2018, 3), "A")))
    (record,) = policy_records(dataset)
    assert not record.dates_disagree
