"""Weights, places, values and dates that are wrong, and how every command tells all problems at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .broken import (
    EDITION,
    FRAMEWORK,
    METHODS,
    OBSERVATIONS,
    PAGE,
    SERIES,
    Case,
    cases,
    cell,
    change,
    change_sound,
    examine,
    line_of,
)

if TYPE_CHECKING:
    from .broken import Broken
    from .conftest import Run

NUMBER_HINT = "write digits, with a point for decimals and without quotes, comma or unit"
WEIGHTS = [
    Case(
        f"a weight of {written}",
        change(FRAMEWORK, "weight: 25", f"weight: {written}"),
        "framework.yaml:{line}",
        message,
        hint,
    )
    for written, message, hint in (
        ("-25", "policy: 'weight' must be at least 0 (got number -25)", "write a number of at least 0"),
        ("'25'", "policy: 'weight' must be a number (got text '25')", NUMBER_HINT),
        ("25%", "policy: 'weight' must be a number (got text '25%')", NUMBER_HINT),
        ("２５", "policy: 'weight' must be a number (got text '２５')", NUMBER_HINT),
        ("quarter", "policy: 'weight' must be a number (got text 'quarter')", NUMBER_HINT),
        ("[25]", "policy: 'weight' must be a number (got a list)", NUMBER_HINT),
        ("true", "policy: 'weight' must be a number (got true)", NUMBER_HINT),
        (".nan", "'weight' must be a finite number (got .nan)", "leave the key out where there is no number"),
        (".inf", "'weight' must be a finite number (got .inf)", "leave the key out where there is no number"),
    )
] + [
    Case(
        "weights that do not add up",
        change(FRAMEWORK, "weight: 25", "weight: 20"),
        f"framework.yaml:{line_of(FRAMEWORK, 'children:')}",
        "index: the weights of its children add up to 95 (20 + 45 + 15 + 15); expected 100 or 1",
        "change the weights of policy, operation, research, capital",
    ),
    Case(
        "a weight that is not stated among some that are",
        change(FRAMEWORK, "    weight: 25\n", ""),
        f"framework.yaml:{line_of(FRAMEWORK, 'children:')}",
        "index: policy has no weight, but operation, research, capital has",
        "state the weights of all siblings, or of none",
    ),
    Case(
        "weights of zero",
        lambda broken: sum(broken.change(FRAMEWORK, f"weight: {weight}", "weight: 0") for weight in (25, 45, 15, 15)),
        f"framework.yaml:{line_of(FRAMEWORK, 'children:')}",
        "index: the weights of its children add up to 0 (0 + 0 + 0 + 0); expected 100 or 1",
        "change the weights of policy, operation, research, capital",
    ),
]


@cases(WEIGHTS)
def test_weights(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


PLACES = [
    Case(
        "a place in itself",
        cell("places.csv", "parent", "440000", "440000"),
        "places.csv:{line} column 'parent'",
        "'440000' lies in itself: 440000 → 440000",
        "write the code of a wider place as the parent",
        also=True,
    ),
    Case(
        "places in each other",
        cell("places.csv", "parent", "440100", "440000"),
        "places.csv:{line} column 'parent'",
        "'440000' lies in itself: 440000 → 440100 → 440000",
        "write the code of a wider place as the parent",
        also=True,
    ),
    Case(
        "an orphan",
        cell("places.csv", "parent", "", "440100"),
        "places.csv:{line} column 'parent'",
        "city '440100' has no parent",
        "write the code of the place that it lies in",
        also=True,
    ),
    Case(
        "a parent that is not there",
        cell("places.csv", "parent", "999999", "440100"),
        "places.csv:{line} column 'parent'",
        "unknown place '999999'",
        "it must be declared in places.csv",
        also=True,
    ),
    Case(
        "a city in a district",
        cell("places.csv", "parent", "330106", "440100"),
        "places.csv:{line} column 'parent'",
        "city '440100' lies in district '330106'; expected a wider place",
        "change the level or the parent",
        also=True,
    ),
    Case(
        "a unit outside any city",
        cell("units.csv", "place", "100000"),
        "units.csv:2 column 'place'",
        "unit 'china-hangzhou' lies outside any city (its place is '100000')",
        "give it a city or district, or give its place a city as parent",
    ),
]


@cases(PLACES)
def test_the_tree_of_places(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


def value(written: str, message: str, hint: str) -> Case:
    return Case(
        f"a value of {written[:12]!r}",
        cell(OBSERVATIONS, "value", written),
        f"{OBSERVATIONS}:2 column 'value'",
        message,
        hint,
    )


EMPTY_HINT = "leave the cell empty and state a status such as 'not_answered'"
PLAIN_HINT = "write ASCII digits, with a point for decimals"
VALUES = [
    *(
        value(written, f"is not a finite number (got '{written}'); expected a number", EMPTY_HINT)
        for written in ("nan", "NaN", "inf", "-Infinity", "∞", "#DIV/0!")
    ),
    *(
        value(written, f"is not a number (got '{written}'); expected a number", PLAIN_HINT)
        for written in ("abc", "n.a.", "0x10", "1_000", "二十三", "23.85.1", "--", "٣")
    ),
    value("２３.８５", "has full-width digits (got '２３.８５'); expected a number", "write 23.85"),
    value("1,234", "has thousands marks (got '1,234'); expected a number", "write 1234"),
    value("23,85", "has a decimal comma (got '23,85'); expected a number", "write 23.85"),
    value("12%", "has a percent sign (got '12%'); expected a number", "write 12; the unit of measure is stated"),
    value("12％", "has a percent sign (got '12％'); expected a number", "write 12; the unit of measure is stated"),
    value(
        "3亿",
        "has a unit in it (got '3亿'); expected a number",
        "write the number alone, in the unit of the column: 30000 for 万元, 3 for 亿元",
    ),
    value("23.85 ", "has spaces around it (got '23.85 '); expected a number", "write 23.85"),
    value(
        "1e999",
        "is too large for a number to reckon with (got '1e999')",
        "check the digits, or write the number in a larger unit",
    ),
    value(
        "1e-200",
        "is too small for a number to reckon with (got '1e-200')",
        "check the digits, or write the number in a smaller unit",
    ),
    Case(
        "an empty value without a reason",
        cell(OBSERVATIONS, "value", ""),
        f"{OBSERVATIONS}:2 column 'status'",
        "the value is empty but its status is 'observed'",
        "fill the value in, or say why there is none: not_asked, not_answered, ",
    ),
    Case(
        "a value beside the status that there is none",
        cell(OBSERVATIONS, "status", "none", "china-hangzhou"),
        f"{OBSERVATIONS}:2 column 'status'",
        "the value is 23.85 but its status is 'none'",
        "empty the value, or write 'observed' or 'estimated'",
    ),
    Case(
        "an unknown status",
        cell(OBSERVATIONS, "status", "observd", "china-hangzhou"),
        f"{OBSERVATIONS}:2 column 'status'",
        "is not one of the allowed words (got 'observd')",
        "did you mean 'observed'? allowed: (empty), observed, estimated, ",
    ),
    Case(
        "a value out of the range of its indicator",
        lambda broken: broken.append(OBSERVATIONS, "440112,policy_count,-3,,report,\n"),
        f"{OBSERVATIONS}:{{line}} column 'value'",
        "'policy_count' is -3; expected at least 0",
        "check the digits, the decimal point and the unit",
        also=True,
    ),
    Case(
        "a value of a place that may not lend it",
        lambda broken: (
            broken.append(OBSERVATIONS, "440000,policy_count,3,,report,\n440000,resident_firms,3,,report,\n") + 1
        ),
        f"{OBSERVATIONS}:{{line}} column 'subject'",
        "'resident_firms' is of level park, but its value is given for province '440000'",
        "a value of this level may be given for: units only",
        also=True,
    ),
    Case(
        "3亿 as an amount in 万元",
        cell("evidence/funds.csv", "amount", "3亿"),
        "evidence/funds.csv:2 column 'amount'",
        "has a unit in it (got '3亿'); expected a number",
        "write the number alone, in the unit of the column: 30000 for 万元, 3 for 亿元",
    ),
    Case(
        "an amount below zero",
        cell("evidence/funds.csv", "amount", "-3"),
        "evidence/funds.csv:2 column 'amount'",
        "lies outside 0 to 1e+09 (got -3)",
        "check the digits and the unit",
    ),
    Case(
        "a share over 100",
        cell("evidence/statistics.csv", "value", "171.4", "coastal_share"),
        "evidence/statistics.csv:{line} column 'value'",
        "a share of 171.4 percent; expected 0 to 100",
        "check the value and its unit",
        also=True,
    ),
    Case(
        "a longitude beyond the globe",
        cell("places.csv", "longitude", "213"),
        "places.csv:{line} column 'longitude'",
        "lies outside -180 to 180 (got 213)",
        "check the digits and the unit",
    ),
    Case(
        "a year with decimals",
        cell("evidence/market.csv", "year", "2018.5"),
        "evidence/market.csv:2 column 'year'",
        "is not a whole number (got '2018.5')",
        "write it without decimals",
        also=True,
    ),
    Case(
        "a code in capitals",
        cell(OBSERVATIONS, "node", "Policy"),
        f"{OBSERVATIONS}:2 column 'node'",
        "is not a code (got 'Policy')",
        "a code holds only a-z, 0-9, - and _, and begins with a letter or digit",
    ),
]


@cases(VALUES)
def test_values(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


DATE_HINT = "write 2019, 2019-05 or 2019-05-31"
DATES = [
    case
    for written, message, hint in (
        ("2019-02-31", "no such date: '2019-02-31' (day is out of range for month)", DATE_HINT),
        ("2019-13", "no such date: '2019-13' (month must be in 1..12)", DATE_HINT),
        ("2019/05", "not a date: '2019/05'", "write 2019-05"),
        ("2019年5月", "not a date: '2019年5月'", "write 2019-05"),
        ("２０１９", "not a date: '２０１９'", "write 2019"),
        ("20190531", "not a date: '20190531'", DATE_HINT),
        ("May 2019", "not a date: 'May 2019'", DATE_HINT),
        ("soon", "not a date: 'soon'", DATE_HINT),
    )
    for case in (
        Case(
            f"{written} in a table",
            cell("evidence/policies.csv", "date", written),
            "evidence/policies.csv:2 column 'date'",
            f"{message}; expected a date",
            hint,
        ),
        Case(
            f"{written} in YAML",
            change(EDITION, "cut_off: 2019-05", f"cut_off: {written}"),
            "edition.yaml:{line}",
            f"blockchain-parks-2019: 'cut_off': {message}",
            hint,
        ),
    )
]


@cases(DATES)
def test_dates(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


@pytest.mark.parametrize("command", ["score", "show", "compare", "publish", "profile"])
def test_every_command_tells_the_same_and_writes_nothing(broken: Broken, run: Run, command: str) -> None:
    further = {"show": ["framework"], "profile": ["yimi"]}.get(command, [])
    broken.cell(OBSERVATIONS, "value", "12%")
    before = broken.contents()
    code, out, err = run(command, broken.path, *further)
    assert (code, out) == (1, "")
    assert f"{OBSERVATIONS}:2 column 'value'  has a percent sign (got '12%'); expected a number" in err
    assert "Traceback" not in err
    assert broken.contents() == before
    assert not (broken.path / "build").exists()


def test_problems_of_all_files_are_shown_at_once(broken: Broken, run: Run) -> None:
    broken.change(FRAMEWORK, "weight: 25", "weight: 20")
    change_sound("method: share_of_best", "method: share_of_bst")(broken)
    broken.change(EDITION, "second_method: sound", "second_method: soundd")
    broken.change(SERIES, "currency: CNY", "currency: CNY\n  colour: red")
    broken.cell(OBSERVATIONS, "value", "12%")
    broken.cell("units.csv", "place", "999999")
    broken.twice("evidence/funds.csv")
    broken.append(PAGE, "\n共22家。\n")
    code, _, err = run("check", broken.path)
    assert code == 1
    told = [words.split("  ")[0].partition(":")[0] for words in err.splitlines() if not words.startswith(" ")]
    spoilt = {FRAMEWORK, METHODS, OBSERVATIONS, SERIES, "units.csv", "evidence/funds.csv", PAGE}
    assert {name for name in told if "." in name} == spoilt
    assert err.endswith(" errors\n")


def test_warnings_alone_leave_with_0(broken: Broken, run: Run) -> None:
    broken.cell("units.csv", "short_en", "China Hangzhou, the very first of them")
    code, out, err = run("check", broken.path)
    assert (code, out) == (0, "")
    assert "units.csv:2 column 'short_en'  warning: " in err
