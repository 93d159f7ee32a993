"""An audit as lines."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from parkindex.audit import CHECKS, Audit, Column, Exhibit, Outcome, Publication, Ranking
from parkindex.audit.outcome import Severity, fails, holds, untestable
from parkindex.cli.audited import MOST_EXHIBITS, check_family, check_stated, lines, summary
from parkindex.errors import UsageError
from parkindex.framework.text import Text

FIRST, SECOND = list(CHECKS)[:2]


def exhibit(number: int) -> Exhibit:
    return Exhibit(Text(zh=f"甲园，列{number}", en=f"Park A, column {number}"), f"{number}.50", f"t.csv:{number}")


def failing(severity: Severity, words: str, *exhibits: Exhibit, check: str = FIRST) -> Outcome:
    return replace(fails(severity, f"{words}不合。", f"{words} does not fit.", *exhibits), check=check)


def audit_of(*outcomes: Outcome) -> Audit:
    return Audit(Publication(Text(zh="一张表", en="A table"), Ranking((), ())), outcomes)


WHOLE = audit_of(
    failing("minor", "b", exhibit(1), exhibit(2)),
    replace(holds("都合。", "All fit."), check=FIRST),
    failing("major", "a"),
    replace(untestable("无法检验：没有总分。", "This cannot be tested: no totals."), check=FIRST),
    replace(untestable("无法检验：没有总分。", "This cannot be tested: no totals."), check=SECOND),
)


def test_the_most_serious_of_a_family_comes_first_and_every_reason_once() -> None:
    assert list(lines(WHOLE, "en")) == [
        (0, "A table"),
        (0, ""),
        (0, "== Does not hold (2) =="),
        (0, ""),
        (0, "Arithmetic"),
        (1, "× [major] a does not fit."),
        (1, "× [minor] b does not fit."),
        (3, "Park A, column 1: 1.50    t.csv:1"),
        (3, "Park A, column 2: 2.50    t.csv:2"),
        (0, ""),
        (0, "== Cannot be tested (2) =="),
        (1, "? This cannot be tested: no totals."),
        (3, CHECKS[FIRST].asks.en),
        (3, CHECKS[SECOND].asks.en),
        (0, ""),
        (0, "== Holds (1) =="),
        (1, "+ All fit."),
    ]


def test_the_same_in_chinese() -> None:
    told = [words for _, words in lines(WHOLE, "zh")]
    assert told[:6] == ["一张表", "", "== 不成立（2）==", "", "算术", "× [重大] a不合。"]
    assert "甲园，列1：1.50    t.csv:1" in told


def test_parts_without_outcomes_are_left_out() -> None:
    assert list(lines(audit_of(), "en")) == [(0, "A table")]


def test_many_exhibits_are_cut_and_said() -> None:
    many = audit_of(failing("minor", "c", *(exhibit(number) for number in range(MOST_EXHIBITS + 3))))
    assert list(lines(many, "en"))[-1] == (3, "… for the rest see --json")
    assert list(lines(many, "zh"))[-1] == (3, "……其余见 --json")


def test_as_many_exhibits_as_are_shown_leave_no_rest() -> None:
    all_shown = audit_of(failing("minor", "c", *(exhibit(number) for number in range(MOST_EXHIBITS))))
    assert list(lines(all_shown, "en"))[-1] == (3, "Park A, column 9: 9.50    t.csv:9")


def test_a_bare_table_is_told_in_one_line_what_would_stand_around_it_and_which_options_help() -> None:
    def open_(code: str, words: str) -> Outcome:
        return replace(untestable(f"无法检验：{words}。", f"This cannot be tested: {words}."), check=code)

    whole = audit_of(
        open_("weights.stated-sum", "no weights"),
        open_("claims.leaders", "no sentences"),
        open_("growth.rates", "no series"),
    )
    columns = tuple(Column(code, Text(zh=code, en=code), (Decimal(1),) * 3, ("",) * 3) for code in ("a", "b"))
    names = tuple(Text(zh=name, en=name) for name in "甲乙丙")
    whole = replace(whole, publication=replace(whole.publication, ranking=Ranking(("x", "y", "z"), names, columns)))
    told = list(lines(whole, "en"))
    assert told[2:5] == [
        (0, "== Cannot be tested (3) =="),
        (1, "? This cannot be tested: no weights."),
        (3, CHECKS["weights.stated-sum"].asks.en),
    ]
    assert told[5] == (3, "hint: state it with --weights 25,45,…")
    assert told[6][1].startswith("? This cannot be tested: 2 more checks compare a ranking with what stands around it")
    assert len(told) == 7
    assert (3, "提示：可用 --weights 25,45,… 写明") in lines(whole, "zh")


def test_the_last_line_counts() -> None:
    assert summary(WHOLE, "en") == "2 do not hold (1 major, 1 minor), 2 cannot be tested, 1 hold"
    assert summary(WHOLE, "zh") == "不成立2项（重大1，轻微1），无法检验2项，成立1项"
    assert summary(audit_of(), "en") == "0 do not hold, 0 cannot be tested, 0 hold"
    assert summary(audit_of(failing("moderate", "c")), "en").startswith("1 does not hold (1 moderate)")


def test_an_unknown_family() -> None:
    check_family(None)
    check_family("weights")
    with pytest.raises(UsageError, match=r"got 'wieghts'\)(.|\n)*arithmetic, weights"):
        check_family("wieghts")


def test_options_for_a_table_are_refused_of_an_edition() -> None:
    check_stated({"weights": None, "sheet": None})
    with pytest.raises(UsageError, match=r"--weights is for a table(.|\n)*--sheet is for a table"):
        check_stated({"weights": "1,2", "tiers": None, "sheet": "S"})
