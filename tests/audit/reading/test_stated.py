from __future__ import annotations

from decimal import Decimal

import pytest

from parkindex.audit.reading.columns import Field
from parkindex.audit.reading.stated import heads_of, read_cut_offs, read_full_mark, read_weights, weights_of
from parkindex.errors import UsageError

FIELDS = [Field(place, head, ("1",), ("",), (Decimal(1),)) for place, head in enumerate(("政策", "Policy 2", "运营"))]


def test_weights_by_position_and_by_name() -> None:
    assert read_weights("25, 45.5，15,14.5") == (Decimal(25), Decimal("45.5"), Decimal(15), Decimal("14.5"))
    assert read_weights("25%,75%") == (Decimal(25), Decimal(75))
    assert read_weights("政策=25, b = 75") == {"政策": Decimal(25), "b": Decimal(75)}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("25,x,15,y", r"got 'x'\)(.|\n)*got 'y'"),
        ("", "takes numbers"),
        ("25,,5", "takes numbers"),
        ("25,-5", r"never negative \(got -5\)"),
        ("0,0", "sum to 0"),
        ("a=0,b=0", "sum to 0"),
        ("a=1,2", "got both"),
        ("a=1,a=2", "'a' has 2 weights"),
    ],
)
def test_weights_that_cannot_be(words: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_weights(words)


def test_cut_offs() -> None:
    assert read_cut_offs("95,87") == (Decimal(95), Decimal(87))
    assert read_cut_offs("60") == (Decimal(60),)


@pytest.mark.parametrize(
    ("words", "said"),
    [("87,95", r"each lower than the one before(.|\n)*--tiers 95,87"), ("95,95", "each lower"), ("a,b", r"got 'a'\)")],
)
def test_cut_offs_that_cannot_be(words: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_cut_offs(words)


def test_heads_are_found_in_any_case_and_near_ones_are_shown() -> None:
    assert heads_of(FIELDS, ["ＰＯＬＩＣＹ 2", "政策"], "weights") == (["Policy 2", "政策"], [])
    heads, findings = heads_of(FIELDS, ["polcy 2", "x"], "weights")
    assert heads == []
    assert [finding.code for finding in findings] == ["usage.weights"] * 2
    assert findings[0].hint == "did you mean 'Policy 2'? columns: 政策, Policy 2, 运营"
    assert findings[1].hint == "columns: 政策, Policy 2, 运营"


def test_weights_are_laid_on_columns() -> None:
    assert weights_of(FIELDS, ()) == ((None, None, None), [])
    assert weights_of(FIELDS, {"运营": Decimal(2)}) == ((None, None, Decimal(2)), [])
    found, findings = weights_of(FIELDS, (Decimal(1), Decimal(2)))
    assert found == (None, None, None)
    assert findings[0].message == "--weights gives 2 weights for 3 columns of scores"


def test_a_full_mark_is_printed_as_it_is_written() -> None:
    assert [str(read_full_mark(number)) for number in (100.0, 99.5, 5.0)] == ["100", "99.5", "5"]


@pytest.mark.parametrize("number", [0.0, -1.0, float("nan"), float("inf")])
def test_full_marks_that_cannot_be(number: float) -> None:
    with pytest.raises(UsageError, match="takes a number above 0"):
        read_full_mark(number)
