"""Tests of the words of claims."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parkindex.evidence.claim_words import (
    DEGREES,
    GROUPS,
    LISTS,
    MEASURES,
    SHARED,
    WITHIN,
    UnknownWordError,
    Word,
    checked_degree,
    group,
    listing,
    measure,
)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (measure("units"), Word("units")),
        (measure("units:tier:2:coastal"), Word("units:tier:N:coastal", tier=2)),
        (
            measure("units:330100+440100:and:2"),
            Word("units:PLACE+PLACE:and:N", ("330100", "440100"), (("place", ("330100", "440100")),), None, Decimal(2)),
        ),
        (measure("units:330106-xxg"), Word("units:PLACE+PLACE", ("330106-xxg",), (("place", ("330106-xxg",)),))),
        (
            measure("series:idc-spending:2018"),
            Word("series:CODE:YEAR", ("idc-spending",), (("series", ("idc-spending",)),), None, Decimal(2018)),
        ),
        (group("tier:1+2"), Word("tier:N", ("1", "2"))),
        (group("region:east_china"), Word("region:CODE", ("east_china",))),
        (group("units:a-b+c"), Word("units:A+B", ("a-b", "c"), (("unit", ("a-b", "c")),))),
        (listing("index>100"), Word("NODE>NUMBER", ("index",), (("node", ("index",)),), None, Decimal(100))),
    ],
)
def test_a_word_is_taken_apart(read: Word, expected: Word) -> None:
    assert read == expected


@pytest.mark.parametrize("word", ["", "unit", "units:", "units:tier:0", "units:A", "series:x:18", "tiers:3"])
def test_other_words_are_refused_with_those_there_are(word: str) -> None:
    with pytest.raises(UnknownWordError) as met:
        measure(word)
    assert all(form in met.value.hint for form in MEASURES)


def test_every_registry_reads_its_own_plain_words() -> None:
    for forms, read in ((MEASURES, measure), (GROUPS, group), (LISTS, listing)):
        for form in forms:
            if form == form.lower() and "n" not in form.rpartition(":")[2][:1]:
                assert read(form).form == form
    assert all(checked_degree(degree) == degree for degree in DEGREES)
    assert set(DEGREES) > WITHIN
    assert set(MEASURES) > SHARED
    with pytest.raises(UnknownWordError, match="unknown degree 'huge'"):
        checked_degree("huge")
