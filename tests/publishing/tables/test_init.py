"""Every table by name: rules that hold for any edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from parkindex.charts.setting import Unavailable
from parkindex.edition import open_edition
from parkindex.framework.text import Language
from parkindex.publishing.document import Table
from parkindex.publishing.tables import TABLES
from parkindex.sample.sample import write_sample

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.edition import Edition

LANGUAGES: tuple[Language, ...] = get_args(Language)
KEEPS_CHINESE = {"audit-findings", "funds", "policy-beneficiaries", "statistics", "support-amounts"}
"""Tables that quote the names or words of the source as printed."""


@pytest.fixture(scope="module", params=["2019", "sample"])
def edition(request: pytest.FixtureRequest, report_2019: Edition, sample_22: Edition) -> Edition:
    return report_2019 if request.param == "2019" else sample_22


def built(edition: Edition) -> list[tuple[str, Language, Table]]:
    """Return every table that the edition allows, in both languages."""
    return [
        (name, language, table)
        for name, build in TABLES.items()
        for language in LANGUAGES
        if isinstance(table := build(edition, language), Table)
    ]


def test_2019_allows_every_table(report_2019: Edition) -> None:
    # its default method treats no outliers, so that none is moved
    assert {name for name, _, _ in built(report_2019)} == set(TABLES) - {"moved-values"}


def test_the_sample_lacks_only_quoted_statistics(sample_22: Edition) -> None:
    absent = {name for name, build in TABLES.items() if isinstance(build(sample_22, "en"), Unavailable)}
    assert absent <= {"profile-groups", "statistics", "audit-findings"}


def test_tables_are_whole(edition: Edition) -> None:
    for name, language, table in built(edition):
        assert table.name == name
        assert table.title
        assert table.rows, name
        assert all(len(row) == len(table.columns) for row in table.rows), name
        assert table.source.startswith("来源：" if language == "zh" else "Source: "), name
        assert all(column.head for column in table.columns), name
        assert not any(re.search(r"\b(nan|None(?! of)|inf)\b", cell.text) for row in table.rows for cell in row), name


def test_both_languages_have_the_same_shape(edition: Edition) -> None:
    shapes: dict[str, set[tuple[int, int]]] = {}
    for name, _, table in built(edition):
        shapes.setdefault(name, set()).add((len(table.columns), len(table.rows)))
    assert all(len(shape) == 1 for shape in shapes.values()), shapes


def test_english_tables_have_no_han_but_quotations(report_2019: Edition) -> None:
    for name, language, table in built(report_2019):
        if language == "en" and name not in KEEPS_CHINESE:
            words = [table.title, *(column.head for column in table.columns)]
            words += [cell.text for row in table.rows for cell in row]
            assert not any(re.search(r"[\u4e00-\u9fff]", text) for text in words), name


@pytest.mark.parametrize(("units", "seed"), [(2, 3), (3, 5), (60, 4)])
def test_editions_of_any_size_can_be_tabled(tmp_path: Path, units: int, seed: int) -> None:
    small = open_edition(write_sample(tmp_path / "edition", units, seed))
    assert len(built(small)) >= 40
