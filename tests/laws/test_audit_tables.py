"""Laws of the tables family: one table written twice is left alone, a row changed in one of them is found."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.tables import CHECKS
from parkindex.audit.tables.funds import funds
from parkindex.audit.tables.parks import names, park_places, unranked
from parkindex.audit.tables.policies import amounts, dates, lists, places, titles
from parkindex.audit.tables.support import missing_kinds, stars
from parkindex.evidence.model import PartialDate

from ..audit.evidence_cases import around, cell, failing, fund, gains, mention, place, scheme, unit, words
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


@MANY
@given(sizes=SIZES, data=st.data())
def test_another_place_in_one_table_is_found(sizes: list[int], data: st.DataObject) -> None:
    held = of(sizes)
    rows = list(held.evidence.policies)
    at = data.draw(st.integers(0, len(rows) - 1))
    others = [each.code for each in held.evidence.places if each.code != rows[at].place]
    rows[at] = replace(rows[at], place=data.draw(st.sampled_from(others)))
    (found,) = failing(places, changed(held, policies=tuple(rows)))
    assert found.subject == rows[at].policy


@MANY
@given(sizes=SIZES, data=st.data())
def test_a_fund_away_from_its_park_is_found(sizes: list[int], data: st.DataObject) -> None:
    held = of(sizes)
    rows = list(held.evidence.funds)
    at = data.draw(st.integers(0, 2))
    others = [each.code for each in held.evidence.places if each.code != rows[at].place]
    rows[at] = replace(rows[at], place=data.draw(st.sampled_from(others)))
    (found,) = failing(park_places, changed(held, funds=tuple(rows)))
    assert found.subject == f"f{at}"


@MANY
@given(granted=st.lists(st.integers(1, 900), min_size=1, max_size=6, unique=True), data=st.data())
def test_an_amount_left_out_of_the_matrix_is_found(granted: list[int], data: st.DataObject) -> None:
    summary = words("，".join(f"补贴最高{amount}万元" for amount in granted))
    kept = data.draw(st.lists(st.sampled_from(granted), min_size=1, unique=True))
    held = around(
        policies=(mention("a", "one", summary=summary),),
        schemes=(scheme("s", "a"),),
        support=tuple(cell("s", f"c{k}", f"最高{amount}万元") for k, amount in enumerate(kept)),
    )
    found = [each.data["yuan"] for each in failing(amounts, held)]
    assert found == [[amount * 1e4 for amount in granted if amount not in kept]][: len(granted) > len(kept)]


@MANY
@given(marks=st.lists(st.lists(st.sampled_from(["/", "现行政策", "最高50万元"]), min_size=3, max_size=3), max_size=8))
def test_columns_with_two_marks_are_found(marks: list[list[str]]) -> None:
    support = tuple(cell(f"s{row}", f"c{k}", text) for row, texts in enumerate(marks) for k, text in enumerate(texts))
    mixed = [f"c{k}" for k in range(3) if {"/", "现行政策"} <= {texts[k] for texts in marks}]
    found = failing(missing_kinds, around(support=support))
    assert [sorted(each.data["columns"]) for each in found] == [mixed][: len(mixed)]


@MANY
@given(rated=st.lists(st.tuples(st.integers(1, 6), st.integers(1, 5)), min_size=2, max_size=8))
def test_stars_are_shown_when_they_do_not_rise_with_the_categories(rated: list[tuple[int, int]]) -> None:
    held = around(
        schemes=tuple(scheme(f"s{k}", stars=given) for k, (_, given) in enumerate(rated)),
        support=tuple(cell(f"s{k}", f"c{c}", "最高50万元") for k, (many, _) in enumerate(rated) for c in range(many)),
    )
    turned = sum(a[0] > b[0] and a[1] < b[1] for a in rated for b in rated)
    (found,) = stars(held)
    assert (found.verdict, found.data["turned"]) == ("untestable" if turned else "holds", turned)
