"""Tests of printed rates and values as exhibits."""

from __future__ import annotations

from parkindex.audit.growth.printed import amount, name_of, printed_rates, value_cell, values_of
from parkindex.evidence.model import Dataset

from ..evidence_cases import growth_claim, market, rate, series

SIZE = series("size", "规模")


def test_a_sentence_that_repeats_the_table_is_one_rate() -> None:
    dataset = Dataset(
        series=(SIZE,),
        growth=(rate("size", 2016, 2020, 10),),
        claims=(growth_claim("size", 2016, 2020, 10), growth_claim("size", 2017, 2020, 10)),
    )
    found = printed_rates(dataset)
    assert [(each.first, each.last, each.years) for each in found] == [(2016, 2020, 4), (2017, 2020, 3)]
    assert [each.exhibit.where for each in found] == ["report#growth", "report#heading"]
    assert found[1].exhibit.printed == "10%"


def test_amounts_are_written_in_the_words_of_each_language() -> None:
    assert (amount(0.81, "yuan_100m").zh, amount(0.81, "yuan_100m").en) == ("0.81亿元", "CNY 81 million")
    assert amount(14.2, "usd_100m").en == "USD 1.42 billion"
    assert amount(0.23697, "yuan_100m", digits=3).zh == "0.237亿元"
    assert amount(3, "tonnes").en == "3 tonnes"


def test_values_are_found_by_year() -> None:
    dataset = Dataset(series=(SIZE,), market=(*market("size", {2018: 1.5}), *market("other", {2018: 9})))
    (held,) = values_of(dataset, "size").values()
    assert value_cell(dataset, held).what.zh == "规模，2018年"
    assert value_cell(dataset, held).printed == "1.5"
    assert name_of(dataset, "unknown").en == "unknown"
