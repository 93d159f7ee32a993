from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.checks.units import number_of_units, short_names

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder


@pytest.mark.parametrize(("count", "said"), [(0, "no unit"), (1, "one unit only")])
def test_a_rank_compares_at_least_two_units(folder: Folder, count: int, said: str) -> None:
    lines = (folder.path / "units.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    folder.write("units.csv", "".join(lines[: count + 1]))
    (finding,) = number_of_units(folder.framework, folder.dataset)
    assert (finding.code, finding.where, finding.severity) == ("units.too-few", "units.csv", "error")
    assert finding.message == f"there is {said}; expected at least two, because a rank compares"


@pytest.mark.parametrize(
    ("short_zh", "short_en", "column", "message"),
    [
        ("西溪谷区块链产业园", "Xixi", "short_zh", "'西溪谷区块链产业园' is 9 characters long; expected at most 8"),
        (
            "西溪谷",
            "Xixi Valley Blockchain Park",
            "short_en",
            "'Xixi Valley Blockchain Park' is 27 characters long; expected at most 24",
        ),
    ],
)
def test_a_short_name_fits_a_chart(folder: Folder, short_zh: str, short_en: str, column: str, message: str) -> None:
    folder.change("units.csv", "西溪谷,Xixi Valley,西", f"{short_zh},{short_en},西")
    (finding,) = short_names(folder.framework, folder.dataset)
    assert (finding.code, finding.severity, finding.message) == ("units.short-name", "warning", message)
    assert finding.where == f"units.csv:2 column '{column}'"


def test_a_latin_letter_is_half_as_wide(folder: Folder) -> None:
    folder.change("units.csv", "西溪谷,Xixi Valley,西", "APBC亚太中心,Xixi Valley,西")
    assert list(short_names(folder.framework, folder.dataset)) == []
