"""The finding as a user reads it, and the family that carries findings."""

from __future__ import annotations

import pytest

from parkindex.errors import EditionError, Finding, MethodError, ParkIndexError, PublishingError, UsageError, has_errors

NEGATIVE = Finding("framework.weight", "framework.yaml:41", "weight must not be negative (got -3)", "write 0 or more")
EXTRA = Finding("evidence.constant", "", "indicator 'x' is constant", severity="warning")


def test_a_finding_reads_as_address_message_and_hint() -> None:
    assert str(NEGATIVE) == "framework.yaml:41  weight must not be negative (got -3)\n    hint: write 0 or more"


def test_a_warning_says_so_and_a_missing_address_leaves_no_gap() -> None:
    assert str(EXTRA) == "warning: indicator 'x' is constant"


def test_an_error_carries_all_findings_in_their_order() -> None:
    error = EditionError([NEGATIVE, EXTRA])
    assert error.findings == (NEGATIVE, EXTRA)
    assert str(error) == f"{NEGATIVE}\n{EXTRA}"


def test_a_single_finding_may_be_given_alone() -> None:
    assert UsageError(NEGATIVE).findings == (NEGATIVE,)


@pytest.mark.parametrize("member", [EditionError, MethodError, PublishingError, UsageError])
def test_the_whole_family_is_caught_by_its_root(member: type[ParkIndexError]) -> None:
    with pytest.raises(ParkIndexError, match="must not be negative"):
        raise member(NEGATIVE)


def test_only_errors_count_as_errors() -> None:
    assert has_errors([EXTRA, NEGATIVE])
    assert not has_errors([EXTRA])
    assert not has_errors([])
