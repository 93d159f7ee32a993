"""The analyses as rows: exact numbers for machines, three decimals for people, and years from an edition folder."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from parkindex.cli.analyses import ANALYSES, correlations, denominators, panel, summary
from parkindex.cli.answers import Question
from parkindex.edition import Edition, open_edition
from parkindex.errors import UsageError
from parkindex.sample import write_sample

METHOD = """\
now:
  title: {zh: 现行, en: Now}
  because: {zh: 试, en: To try}
  imputation: {method: linear, because: {zh: 试, en: tried}}
  screening: {method: units, exclude: [%s], because: {zh: 试, en: tried}}
  across: [normalisation]
later:
  title: {zh: 其后, en: Later}
  because: {zh: 试, en: To try}
  imputation: {method: linear, because: {zh: 试, en: tried}}
  normalisation: {method: percentile_rank, because: {zh: 试, en: tried}}
  weighting: {method: equal, because: {zh: 试, en: tried}}
"""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A synthetic edition with two years: in 2018 every value is half as great, and those of the first unit turn up."""
    path = write_sample(tmp_path_factory.mktemp("years") / "edition", 22, 1)
    unit = open_edition(path).dataset.units[0].code
    table = path / "evidence/observations.csv"
    head, *rows = table.read_text("utf-8").splitlines()
    value = head.split(",").index("value")
    written = [f"{head},year"]
    for row in rows:
        cells = row.split(",")
        before = [f"{float(cells[value]) / 2:g}" if cells[value] else "", *cells[value + 1 :]]
        written += [",".join([*cells[:value], *before, "2018"]), f"{row},2019"]
    table.write_text("\n".join(written) + "\n", "utf-8")
    (path / "methods.yaml").write_text(METHOD % unit, "utf-8")
    about = (path / "edition.yaml").read_text("utf-8")
    about = about.replace("method: sound\n", "method: now\n", 1).replace("second_method: geometric\n", "")
    (path / "edition.yaml").write_text(about, "utf-8")
    return open_edition(path)


def test_years_become_columns(years: Edition) -> None:
    answer = panel(Question(years, against="later", language="en"))
    assert answer.n == 22
    first = answer.rows[0]
    assert [key for key in first if key[-4:].isdigit()] == ["score 2018", "rank 2018", "score 2019", "rank 2019"]
    assert first["rank 2019"] == 1
    for row in answer.rows:
        if not math.isnan(row["places"]):
            assert row["places"] == pytest.approx(row["by data"] + row["by method"])
    assert any("2 years" in note for note in answer.notes)
    assert any("under 'later' in the last year" in note for note in answer.notes)


def test_a_node_is_followed_without_a_split_of_the_index_rank(years: Edition) -> None:
    answer = panel(Question(years, node="talent"))
    assert "places" not in answer.rows[0]


def test_two_units_tell_nothing_from_chance(tmp_path: Path) -> None:
    edition = open_edition(write_sample(tmp_path / "edition", 2, 3))
    notes = correlations(Question(edition)).notes
    assert "n = 2 at least: so few units tell nothing from chance" in notes
    assert not any("nan" in note for note in notes)


def test_what_screening_left_out_is_noted(years: Edition) -> None:
    assert any("left out" in note and "unit 'sample-" in note for note in summary(Question(years)).notes)


def test_unknown_names_are_refused(years: Edition) -> None:
    with pytest.raises(UsageError, match="nobody"):
        panel(Question(years, against="nobody"))
    with pytest.raises(UsageError, match="talnt"):
        summary(Question(years, node="talnt"))


def test_indicators_stand_beside_the_variables_that_could_divide_them(years: Edition) -> None:
    answer = denominators(Question(years, node="capital"))
    assert {row["node"] for row in answer.rows} == {"fund_total", "financing"}
    assert {"area", "investment"} <= {row["variable"] for row in answer.rows}


def test_every_analysis_has_a_name() -> None:
    behind = ["summary", "correlations", "denominators", "coherence", "importance", "panel"]
    assert list(ANALYSES) == [*behind, "uncertainty", "sensitivity"]
