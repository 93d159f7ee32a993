from __future__ import annotations

import pytest

from parkindex.evidence.status import WRITTEN, Status


def test_the_kinds_of_missing_are_kept_apart() -> None:
    assert [status for status in Status if not status.has_value] == [
        Status.ABSENT, Status.NOT_ASKED, Status.NOT_ANSWERED, Status.NOT_APPLICABLE, Status.NONE,
        Status.REFERS_ELSEWHERE,
    ]  # fmt: skip


@pytest.mark.parametrize("word", [word for word in WRITTEN if word])
def test_a_status_is_written_as_its_word(word: str) -> None:
    assert WRITTEN[word].word == word


def test_an_empty_cell_means_observed_and_nobody_writes_what_is_computed() -> None:
    assert WRITTEN[""] is Status.OBSERVED
    assert set(Status) - set(WRITTEN.values()) == {Status.ABSENT, Status.DERIVED}
