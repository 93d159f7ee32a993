"""Tests of the bases behind printed shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.audit import Publication
from parkindex.audit.percentages.bases import common_bases, stated_bases
from parkindex.framework.text import Text

from ..evidence_cases import around, failing, of_2019, printed, question, share, unit, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition

NEAR = question("near", "road", "rail", kind="multiple")
SIZE = question("size", "small", "middle", "large")


def of(*rows: tuple[str, float], asked: str = "near", units: int = 22, n: int | None = None) -> Publication:
    return around(
        units=tuple(unit(f"u{k}", f"园{k}") for k in range(units)),
        variables=(NEAR, SIZE),
        statistics=tuple(share(asked, code, value, stated_n=n) for code, value in rows),
    )


def test_shares_without_a_common_base_are_told_with_the_bases_of_each() -> None:
    (found,) = failing(common_bases, of(("road", 82), ("rail", 66.7)))
    assert (found.severity, found.subject, printed(found)) == ("minor", "near", ["82%", "66.7%"])
    assert found.data["bases"] == {"near_road": [11, 17, 22], "near_rail": [3, 6, 9, 12, 15, 18, 21]}
    assert found.data["nested"] == [12, 18]
    assert "66.7%若以82%所指的18家为基数，则为其中12家" in found.says.zh


def test_shares_that_cannot_be_of_one_another_either_are_the_more_serious() -> None:
    (found,) = failing(common_bases, of(("road", 71.4), ("rail", 53)))
    assert (found.severity, found.data["nested"]) == ("moderate", None)


def test_shares_of_one_base_hold_and_tell_it() -> None:
    (found,) = common_bases(of(("road", 71.4), ("rail", 61.9)))
    assert (found.verdict, found.data["bases"], found.data["counts"]) == ("holds", [21], [[15, 13]])


def test_a_tie_may_be_rounded_to_the_even_number() -> None:
    held = of(("road", 12), ("rail", 38), units=8)  # 12.5 and 37.5 of 8 units, as Python and R round them
    (found,) = common_bases(held)
    assert (found.verdict, found.data["bases"]) == ("holds", [8])


def test_many_units_give_every_share() -> None:
    (found,) = common_bases(of(("road", 82), ("rail", 66.7), units=400))
    assert found.verdict == "holds"


def test_a_share_moved_to_make_100_is_told() -> None:
    (found,) = failing(common_bases, of(("small", 46), ("middle", 36), ("large", 18), asked="size"))
    assert (found.severity, found.data["bases"], found.data["rounding"]) == ("minor", [11, 22], "adjusted")
    assert "45.45%" in found.says.zh


def test_an_average_in_percent_needs_no_base() -> None:
    asked = SIZE.model_copy(update={"unit_of_measure": Text(zh="%", en="%")})
    held = around(variables=(asked,), statistics=(share("size", "small", 63.7, stated_n=3),))
    assert verdicts(common_bases, held) == verdicts(stated_bases, held) == ["untestable"]


def test_bounds_alone_are_not_tested() -> None:
    held = around(variables=(NEAR,), statistics=(share("near", "road", 60, ">"),))
    assert verdicts(common_bases, held) == ["untestable"]
    assert verdicts(stated_bases, held) == ["untestable"]


def test_a_stated_base_that_cannot_give_a_share_is_told_with_what_lies_next_to_it() -> None:
    (found,) = failing(stated_bases, of(("road", 71.4), ("rail", 61.9), n=22))
    assert (found.severity, found.data["stated"], found.data["bases"]) == ("moderate", 22, [21])
    assert "15/22（68.2%）和16/22（72.7%）" in found.says.zh
    assert found.says.en.endswith("the only base possible is 21.")


@pytest.mark.parametrize("value", [68.2, 68.1])
def test_a_stated_base_that_gives_the_share_rounded_or_cut_off_holds(value: float) -> None:
    assert verdicts(stated_bases, of(("road", value), n=22)) == ["holds"]


def test_a_base_stated_elsewhere_does_not_condemn_a_share_without_one() -> None:
    held = around(
        variables=(NEAR, SIZE),
        statistics=(share("near", "road", 50, stated_n=22), share("size", "small", 80), share("size", "large", 9.1)),
    )
    assert verdicts(stated_bases, held) == ["holds", "untestable"]


def test_bases_in_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    common = {outcome.subject: outcome for outcome in common_bases(held)}
    assert {subject for subject, outcome in common.items() if outcome.verdict == "fails"} == {"age", "investment"}
    assert common["age"].data["nested"] == [12, 18]
    assert (common["location"].data["bases"], common["location"].data["rounding"]) == ([21], "truncated")
    stated = {outcome.subject: outcome for outcome in stated_bases(held)}
    assert {subject for subject, outcome in stated.items() if outcome.verdict == "fails"} == {"location", "area"}
    assert (stated["location"].data["bases"], stated["area"].data["bases"]) == ([21], [19])
    assert stated["age"].verdict == stated["established"].verdict == "untestable"
