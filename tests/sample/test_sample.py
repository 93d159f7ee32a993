from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from parkindex.edition import Edition, open_edition
from parkindex.errors import EditionError, UsageError
from parkindex.evidence.rubrics import RUBRICS
from parkindex.evidence.status import Status
from parkindex.framework.model import Framework, Indicator
from parkindex.sample import sample_files, write_sample
from parkindex.sample.sample import can_be_scored, draw_files, methods_yaml, packaged

PAGES_OF = {
    "edition": {
        *("summary", "overview", "environment", "operation", "competitiveness", "trends", "method", "audit", "sources")
    },
    "starter": {"summary", "results", "sources"},
}
PARK_QUESTIONS = ("opened", "age", "area", "investment", "occupancy", "vacancy", "development_mode", "operator")
MORE_QUESTIONS = ("location", "downstream", "profit_source", "theme", "universities", "high_tech_firms", "support")
PUBLISHED = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return open_edition(write_sample(tmp_path_factory.mktemp("sample") / "edition"))


def test_the_same_numbers_give_the_same_bytes(tmp_path: Path) -> None:
    first, again = write_sample(tmp_path / "first", 30, 4), write_sample(tmp_path / "again", 30, 4)
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert all((first / name).read_bytes() == (again / name).read_bytes() for name in names)


def test_another_seed_draws_other_parks() -> None:
    one, other = sample_files(22, 1), sample_files(22, 2)
    assert one["evidence/observations.csv"] != other["evidence/observations.csv"]
    assert one["framework.yaml"] == other["framework.yaml"]
    assert "seed: 2\n" in other["edition.yaml"]


@pytest.mark.parametrize(
    ("units", "seed"), [(2, 0), (2, 1), (3, 8), (5, 3), (8, 0), (15, 9), (22, 1), (60, 5), (200, 1)]
)
def test_any_number_of_parks_is_scored_without_a_finding(tmp_path: Path, units: int, seed: int) -> None:
    edition = open_edition(write_sample(tmp_path / "edition", units, seed))
    assert edition.check() == []
    for method in edition.methods:
        result = edition.result(method)
        assert len(result.units) == units
        assert np.isfinite(result.ranks).all()
        assert result.tier_count == min(3, units)


def test_as_many_parks_as_there_may_be(tmp_path: Path) -> None:
    edition = open_edition(write_sample(tmp_path / "edition", 2_500, 3))
    result = edition.result()
    assert len(result.units) == 2_500
    assert np.nanmax(result.column()) <= 100
    assert len({place.code for place in edition.dataset.places if place.level == "city"}) > 40


def test_a_single_park_is_written_although_nothing_can_rank_it(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "edition", 1)
    with pytest.raises(EditionError, match="one unit only"):
        open_edition(path)


@pytest.mark.parametrize(("units", "seed", "what"), [(0, 1, "--units"), (2_501, 1, "--units"), (22, -1, "--seed")])
def test_numbers_out_of_range_are_refused(tmp_path: Path, units: int, seed: int, what: str) -> None:
    with pytest.raises(UsageError) as caught:
        write_sample(tmp_path / "edition", units, seed)
    assert [finding.where for finding in caught.value.findings] == [what]
    assert list(tmp_path.iterdir()) == []


def test_both_numbers_out_of_range_are_told_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        sample_files(0, -1)
    assert len(caught.value.findings) == 2


def test_an_occupied_folder_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me")
    with pytest.raises(UsageError, match="already holds files"):
        write_sample(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_it_says_that_it_is_synthetic(edition: Edition) -> None:
    assert edition.about.synthetic
    assert "合成" in edition.about.title.zh
    assert "ynthetic" in edition.about.title.en
    assert all("合成" in unit.name.zh and "Synthetic" in unit.name.en for unit in edition.dataset.units)
    names = [source.title for source in edition.dataset.sources if source.kind == "own"]
    assert all("合成" in name.zh and "Synthetic" in name.en for name in names)


def shape(framework: Framework) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for code, node in framework.nodes.items():
        leaf = (node.type, node.level, node.direction, node.unit_of_measure) if isinstance(node, Indicator) else ()
        found.append((code, framework.parent(code), node.weight, node.name, *leaf))
    return found


def test_its_framework_is_that_of_2019_but_for_the_rubrics(edition: Edition) -> None:
    published = open_edition(PUBLISHED).framework
    ours, theirs = shape(edition.framework), shape(published)
    assert [row[:3] for row in ours] == [row[:3] for row in theirs]
    assert [row[4:] for row in ours] == [row[4:] for row in theirs]
    rubrics = {node.code for node in edition.framework.indicators if node.rubric}
    assert rubrics == {node.code for node in published.indicators if node.type == "index"}
    assert not any(node.rubric for node in published.indicators)


def test_its_questions_are_those_of_2019_with_the_same_bounds(edition: Edition) -> None:
    ours = {variable.code: variable for variable in edition.dataset.variables}
    published = {variable.code: variable for variable in open_edition(PUBLISHED).dataset.variables}
    for code in (*PARK_QUESTIONS, *MORE_QUESTIONS):
        assert (ours[code].kind, ours[code].level) == (published[code].kind, published[code].level)
    for code in ("area", "investment", "vacancy", "occupancy"):
        bounds = {option.code: (option.least, option.below) for option in published[code].classes}
        assert all(bounds[option.code] == (option.least, option.below) for option in ours[code].classes)


def test_every_third_level_indicator_enters_the_index(edition: Edition) -> None:
    result = edition.result()
    assert result.entries == tuple(indicator.code for indicator in edition.framework.indicators)
    for code in result.entries:
        present = result.raw[:, result.column_of(code)]
        assert np.unique(present[~np.isnan(present)]).size > 1


def test_values_reach_the_parks_from_their_districts_and_cities(edition: Edition) -> None:
    matrix = edition.dataset.matrix(edition.framework)
    for unit, row in zip(matrix.units, matrix.lent_from, strict=True):
        lenders = dict(zip(matrix.nodes, row, strict=True))
        assert lenders["policy_count"] == edition.dataset.unit(unit).place
        assert lenders["talent"] == edition.dataset.unit(unit).place[:4] + "00"
        assert lenders["resident_firms"] is None


@pytest.mark.parametrize("node", ["policy_count", "policy_duration", "fund_total"])
def test_what_is_observed_agrees_with_what_the_tables_give(edition: Edition, node: str) -> None:
    derived = RUBRICS[node](edition.dataset, edition.about.cut_off)
    result = edition.result()
    for unit in result.units:
        city = edition.dataset.city_of(unit)
        assert city is not None
        expected = derived.get(unit) or derived[city.code]
        assert result.raw[result.row(unit), result.column_of(node)] == pytest.approx(expected.value, abs=0.006)


def test_every_cell_of_the_support_matrix_is_read(tmp_path: Path) -> None:
    dataset = open_edition(write_sample(tmp_path / "edition", 1_000, 12)).dataset
    assert len(dataset.support) > 500
    assert [cell.words for cell in dataset.support if cell.unread] == []
    assert all(cell.clauses for cell in dataset.support if cell.status is Status.OBSERVED)


def test_missing_values_of_several_kinds_outliers_and_ties(tmp_path: Path) -> None:
    edition = open_edition(write_sample(tmp_path / "edition", 150, 2))
    kinds = {row.status for row in edition.dataset.observations} | {row.status for row in edition.dataset.answers}
    assert {Status.NOT_ASKED, Status.NOT_ANSWERED, Status.NOT_APPLICABLE, Status.ESTIMATED} < kinds
    result = edition.result()
    assert result.outcome.treated.any()
    raw = result.raw[:, result.column_of("financing")]
    assert np.unique(raw[~np.isnan(raw)]).size < np.count_nonzero(~np.isnan(raw))


def test_two_parks_make_two_tiers_at_most() -> None:
    assert "count: 2" in methods_yaml(2)
    assert methods_yaml(3) == methods_yaml(2_500) == packaged("edition")["methods.yaml"]


def test_a_draw_that_cannot_be_scored_is_known() -> None:
    assert not can_be_scored(draw_files(1, 1))
    assert can_be_scored(sample_files(3, 1))


def test_orders_follow_the_city_table(edition: Edition) -> None:
    for order, variable in (("universities", "universities"), ("high-tech-firms", "high_tech_firms")):
        entries = [entry for entry in edition.dataset.order_entries if entry.order == order]
        assert [entry.position for entry in entries] == [1, 2, 3, 4, 5]
        values = [edition.dataset.number(entry.place, variable) for entry in entries]
        assert values == sorted(values, reverse=True)
        rest = {place.code for place in edition.dataset.places if place.level == "city"} - {e.place for e in entries}
        assert all(edition.dataset.number(code, variable) <= values[-1] for code in rest)


def test_the_strongest_support_is_the_broadest(edition: Edition) -> None:
    dataset = edition.dataset
    breadth = {
        scheme.place: sum(cell.status is Status.OBSERVED for cell in dataset.cells_of(scheme.scheme))
        for scheme in dataset.schemes
    }
    first = [entry.place for entry in dataset.order_entries if entry.order == "support-strength"]
    assert breadth[first[0]] == max(breadth.values())
    assert [breadth[place] for place in first] == sorted((breadth[place] for place in first), reverse=True)


def test_every_source_that_is_named_is_declared(edition: Edition) -> None:
    dataset = edition.dataset
    tables = (dataset.observations, dataset.answers, dataset.policies, dataset.schemes, dataset.support, dataset.funds)
    named = {address for table in tables for row in table for address in row.source}
    assert named
    assert named <= dataset.source_addresses


def test_the_index_types_are_scored_by_rubrics_from_the_tables(edition: Edition) -> None:
    matrix = edition.dataset.matrix(edition.framework)
    for node in ("policy_breadth", "policy_depth", "research_institutions"):
        column = matrix.nodes.index(node)
        assert set(matrix.status[:, column].tolist()) == {int(Status.DERIVED)}
        assert f",{node}," not in (edition.path / "evidence/observations.csv").read_text(encoding="utf-8")
        assert np.unique(matrix.values[:, column]).size > 2


def test_both_methods_start_from_the_same_values_and_differ(edition: Edition) -> None:
    sound, geometric = edition.result("sound"), edition.result("geometric")
    np.testing.assert_array_equal(sound.raw, geometric.raw)
    assert not sound.outcome.imputed.any()
    assert geometric.outcome.imputed.any()
    assert sound.order() != geometric.order()


@pytest.mark.parametrize("folder", ["edition", "starter"])
def test_packaged_pages_come_in_pairs(folder: str) -> None:
    pages = sorted(name for name in packaged(folder) if name.startswith("pages/"))
    assert pages
    assert [name for name in pages if name.endswith(".zh.md")] == [
        name.replace(".en.md", ".zh.md") for name in pages if name.endswith(".en.md")
    ]
    assert {name.removeprefix("pages/").split(".")[0] for name in pages} == PAGES_OF[folder]
