"""Laws of the tables family: one table written twice is left alone, a row changed in one of them is found."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.tables import CHECKS
from parkindex.audit.tables.funds import funds
from parkindex.audit.tables.parks import names, unranked
from parkindex.audit.tables.policies import dates, lists, titles
from parkindex.evidence.model import PartialDate

from ..audit.evidence_cases import around, cell, failing, fund, gains, mention, place, scheme, unit
from .sound_tables import sound_tables

MANY = settings(max_examples=80, deadline=None)
SIZES = st.lists(st.integers(1, 500), min_size=3, max_size=12, unique=True)


def of(sizes: list[int]) -> Publication:
    """Return places each with a park, a policy printed in two tables, a scheme and a fund of the same size in two."""
    codes = range(len(sizes))
    return around(
        places=tuple(place(f"p{k}") for k in codes),
        units=tuple(unit(f"u{k + 1}", f"第{k + 1}园", f"p{k}") for k in codes),
        policies=tuple(
            mention(f"a{k}", table, f"{2010 + k % 9}-0{1 + k % 9}", f"办法{k}", place=f"p{k}")
            for table in ("one", "two")
            for k in codes
        ),
        beneficiaries=tuple(gains(f"a{k}", f"第{k + 1}园", f"u{k + 1}") for k in codes[:3]),
        schemes=tuple(scheme(f"s{k}", f"a{k}", where=f"p{k}") for k in codes),
        support=tuple(cell(f"s{k}", "finance", f"{sizes[k]}亿产业基金") for k in codes),
        funds=tuple(
            fund(f"f{k}", sizes[k], f"u{k + 1}" if k < 3 else "", f"第{k + 1}园" if k < 3 else "", where=f"p{k}")
            for k in codes
        ),
    )


def changed(held: Publication, **tables: object) -> Publication:
    return replace(held, evidence=replace(held.evidence, **tables))  # type: ignore[arg-type]


@MANY
@given(sizes=SIZES)
def test_tables_that_agree_have_no_finding(sizes: list[int]) -> None:
    assert [each.says.en for check in CHECKS.values() for each in failing(check.run, of(sizes))] == []


@MANY
@given(table=sound_tables())
def test_a_sound_table_by_itself_has_no_finding(table: Publication) -> None:
    assert [each.says.en for check in CHECKS.values() for each in failing(check.run, table)] == []


@MANY
@given(sizes=SIZES, data=st.data(), months=st.integers(1, 100))
def test_another_date_or_title_in_one_table_is_found(sizes: list[int], data: st.DataObject, months: int) -> None:
    held = of(sizes)
    rows = list(held.evidence.policies)
    at = data.draw(st.integers(0, len(rows) - 1))
    date = rows[at].date
    assert date is not None
    later = date.year * 12 + (date.month or 1) - 1 + months
    rows[at] = replace(rows[at], date=PartialDate(later // 12, later % 12 + 1))
    (found,) = failing(dates, changed(held, policies=tuple(rows)))
    assert found.subject == rows[at].policy
    rows[at] = replace(rows[at], title=rows[at].title.model_copy(update={"zh": rows[at].title.zh + "试行"}))
    (found,) = failing(titles, changed(held, policies=tuple(rows)))
    assert found.subject == rows[at].policy


@MANY
@given(sizes=SIZES, data=st.data())
def test_a_policy_left_out_of_each_table_is_found(sizes: list[int], data: st.DataObject) -> None:
    held, n = of(sizes), len(sizes)
    rows = held.evidence.policies
    first, second = data.draw(st.lists(st.integers(0, n - 1), min_size=2, max_size=2, unique=True))
    without_one = tuple(row for k, row in enumerate(rows) if k != first)
    assert not failing(lists, changed(held, policies=without_one))
    without_two = tuple(row for k, row in enumerate(rows) if k not in {first, n + second})
    (found,) = failing(lists, changed(held, policies=without_two))
    assert found.data["only"] == [[f"a{second}"], [f"a{first}"]]


@MANY
@given(sizes=SIZES, data=st.data(), factor=st.sampled_from([2, 3, 10]))
def test_a_fund_of_another_size_is_found(sizes: list[int], data: st.DataObject, factor: int) -> None:
    held = of(sizes)
    at = data.draw(st.integers(0, len(sizes) - 1))
    rows = list(held.evidence.support)
    rows[at] = cell(f"s{at}", "finance", f"{sizes[at] * factor}亿产业基金")
    found = {each.subject for each in failing(funds, changed(held, support=tuple(rows)))}
    assert found == {f"s{at}", "absent"}


@MANY
@given(sizes=SIZES, data=st.data())
def test_an_unranked_park_and_another_name_are_found(sizes: list[int], data: st.DataObject) -> None:
    held = of(sizes)
    at = data.draw(st.integers(0, 2))
    rows = list(held.evidence.beneficiaries)
    rows[at] = replace(rows[at], unit="", name_as_printed="外地园")
    (found,) = failing(unranked, changed(held, beneficiaries=tuple(rows)))
    assert found.subject == "外地园"
    rows[at] = replace(rows[at], unit=f"u{at + 1}")
    (found,) = failing(names, changed(held, beneficiaries=tuple(rows)))
    assert found.subject == f"u{at + 1}"
