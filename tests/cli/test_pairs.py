"""Which two results are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.cli.pairs import pair_of_results
from parkindex.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def names(edition: Path, other: Path | None, methods: list[str]) -> tuple[str, str]:
    first, second = pair_of_results(edition, other, methods)
    return first.method.name, second.method.name


def test_the_methods_as_named(edition: Path) -> None:
    assert names(edition, None, ["sound", "published"]) == ("sound", "published")


def test_the_two_methods_of_the_edition(edition: Path) -> None:
    assert names(edition, None, []) == ("published", "sound")


def test_one_method_in_two_editions(edition: Path) -> None:
    assert names(edition, edition, ["sound"]) == ("sound", "sound")
    assert names(edition, edition, []) == ("published", "published")


@pytest.mark.parametrize("methods", [["sound"], ["sound", "sound"], ["published", "sound", "sound"]])
def test_nothing_to_compare(edition: Path, methods: list[str]) -> None:
    with pytest.raises(UsageError, match="this edition has published, sound"):
        pair_of_results(edition, None, methods)
