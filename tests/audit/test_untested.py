"""What is left untested, sorted for a reader."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parkindex.audit import CHECKS, Publication, audit
from parkindex.audit.outcome import Outcome, holds, untestable
from parkindex.audit.untested import OPTIONS, lies_around, of_bare_table, parted, summed_up, would_help
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.rows import Fund
from parkindex.framework.text import Text

from .conftest import publication

SCORES = [[1, 2], [3, 4], [5, 6]]


def bare() -> Publication:
    return publication(SCORES, [3, 7, 11])


def open_(code: str) -> Outcome:
    return replace(untestable("无法检验。", "This cannot be tested."), check=code)


def test_a_table_alone_is_bare_and_one_with_a_fund_is_not() -> None:
    assert of_bare_table(bare())
    fund = Fund(fund="f", name=Text(zh="基金", en="fund"), place="p", amount=1.0, unit_of_measure="亿元")
    assert not of_bare_table(replace(bare(), evidence=Dataset(funds=(fund,))))


@pytest.mark.parametrize(
    ("code", "around"),
    [
        ("claims.leaders", True),
        ("tables.policy-dates", True),
        ("percentages.bases", True),
        ("double-counting.rows", True),
        ("double-counting.funds", True),
        ("levels.jurisdiction", True),
        ("outliers.text", True),
        ("arithmetic.row-totals", False),
        ("levels.variance", False),
        ("weights.full-mark", False),
    ],
)
def test_what_lacks_the_text_or_other_tables_lies_around_the_ranking(code: str, around: bool) -> None:
    assert code in CHECKS
    assert lies_around(open_(code)) is around


def test_what_was_tested_lies_nowhere() -> None:
    assert not lies_around(replace(holds("都合。", "All fit."), check="tables.missing"))
    assert not lies_around(untestable("无法检验。", "This cannot be tested."))


def test_a_bare_table_is_parted_and_nothing_is_lost() -> None:
    held = audit(bare())
    own, around = parted(held)
    assert len(own) + len(around) == held.count("untestable")
    assert {"claims", "growth", "percentages"} <= {each.family for each in around}
    assert {each.family for each in own} <= {"arithmetic", "weights", "levels", "outliers", "tiers", "robustness"} | {
        "lattice",
        "double-counting",
    }


def test_one_sentence_sums_up_what_stands_around() -> None:
    one = summed_up([open_("claims.leaders"), open_("claims.leaders")])
    assert one.en.startswith("This cannot be tested: 1 more check compares a ranking with")
    assert summed_up([open_("claims.leaders"), open_("growth.rates")]).zh.startswith("无法检验：另有2项检验")


def test_options_are_named_where_they_are_all_that_is_lacking() -> None:
    assert would_help(bare(), open_("weights.stated-sum")) == (OPTIONS["weights"],)
    assert would_help(bare(), open_("levels.variance")) == (OPTIONS["places"],)
    assert would_help(bare(), open_("tiers.cut-offs")) == ()
    tiered = publication(SCORES, [3, 7, 11], tiers=(2, 1, 1))
    assert would_help(tiered, open_("tiers.cut-offs")) == (OPTIONS["cut_offs"],)
    assert would_help(publication(SCORES), open_("arithmetic.row-totals")) == ()


def test_the_options_of_the_command_exist() -> None:
    from typer.main import get_command

    from parkindex.cli.application import application

    known = {name for each in get_command(application).commands["audit"].params for name in each.opts}  # type: ignore[attr-defined]
    assert {option.split()[0] for option in OPTIONS.values()} <= known
