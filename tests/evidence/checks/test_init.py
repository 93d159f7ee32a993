from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.checks import CHECKS, check

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework


def test_a_good_edition_passes_every_check(folder: Folder) -> None:
    assert check(folder.framework, folder.dataset) == []


def test_the_published_evaluation_passes_every_check(published: tuple[Framework, Dataset]) -> None:
    assert check(*published) == []


@pytest.mark.parametrize("name", list(CHECKS))
def test_a_check_is_called_like_its_function_and_passes_what_is_good(name: str, folder: Folder) -> None:
    assert CHECKS[name].__name__ == name
    assert CHECKS[name].__doc__
    assert list(CHECKS[name](folder.framework, folder.dataset)) == []


def test_all_findings_come_at_once_in_the_order_of_the_checks(folder: Folder) -> None:
    folder.add(
        "evidence/observations.csv", "nobody,firms,3,,report,", "xixi,firms,3,,gossip,", "320500,firms,3,,report,"
    )
    assert [finding.code for finding in check(folder.framework, folder.dataset)] == [
        "evidence.duplicate",
        "unknown.unit",
        "unknown.source",
        "value.level",
    ]
