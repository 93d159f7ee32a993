"""Leave-one-out as rows: pillars, indicators, units and places, what moves ranks most first."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from parkindex.cli.answers import Part, Question
from parkindex.cli.left_out import FIRST_OF_EACH, leave_one_out
from parkindex.edition import Edition, open_edition
from parkindex.sample import write_sample

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return open_edition(write_sample(tmp_path_factory.mktemp("left") / "edition", 24, 5))


@pytest.fixture(scope="module")
def part(sample: Edition) -> Part:
    return leave_one_out(Question(sample, language="en"))


def test_everything_is_left_out_once(sample: Edition, part: Part) -> None:
    codes = [(row["kind"], row["code"]) for row in part.rows]
    assert len(codes) == len(set(codes))
    kinds = [row["kind"] for row in part.rows]
    assert list(dict.fromkeys(kinds)) == ["pillar", "indicator", "unit", "place"]
    assert kinds.count("pillar") == len(sample.framework.pillars)
    assert kinds.count("unit") == 24
    indicators = {row["code"] for row in part.rows if row["kind"] == "indicator"}
    assert indicators <= {indicator.code for indicator in sample.framework.indicators}


def test_places_are_those_with_several_units_and_never_twice(sample: Edition, part: Part) -> None:
    groups = sample.result().context.groups
    seen = set()
    for row in part.rows:
        if row["kind"] == "place":
            labels = [level for level in ("region", "province", "city") if row["code"] in np.asarray(groups[level])]
            assert labels, row
            units = frozenset(k for k, label in enumerate(np.asarray(groups[labels[0]])) if label == row["code"])
            assert len(units) > 1
            assert units not in seen
            seen.add(units)
    assert seen


def test_what_moves_ranks_most_stands_first(part: Part) -> None:
    for kind in ("pillar", "indicator", "unit", "place"):
        shifts = [row["mean_shift"] for row in part.rows if row["kind"] == kind and not row["failed"]]
        assert shifts == sorted(shifts, reverse=True)


def test_a_table_of_all_parts_shows_the_first_few_and_says_so(sample: Edition, part: Part) -> None:
    shown = part.rounded()
    assert len(shown) <= 4 * FIRST_OF_EACH < len(part.rows)
    assert any("--part leave-one-out shows all" in note for note in part.notes)
    alone = leave_one_out(Question(sample, language="en", parts=("leave-one-out",)))
    assert len(alone.rounded()) == len(part.rows)
    assert alone.rows == part.rows


def test_stated_cut_offs_are_not_compared_on_another_scale() -> None:
    edition = open_edition(ROOT / "editions" / "blockchain-parks-2019")
    part = leave_one_out(Question(edition, language="en"))
    changes = {row["kind"]: row["tier_changes"] for row in part.rows}
    assert changes["pillar"] is None
    assert changes["unit"] == []
    assert any("stated cut-offs mean nothing" in note for note in part.notes)
    assert "22 of 22 units change nothing when one of them is left out" in part.notes
    assert {row["name"] for row in part.rows} >= {"East China", "Zhejiang", "Policy support"}


def test_what_cannot_be_ranked_is_said(sample: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    from parkindex.analysis.uncertainty import leave_one_out as module
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.errors import Finding, MethodError

    def refused(*_: object) -> Evaluation:
        raise MethodError(Finding("test", "", "nothing is left"))

    monkeypatch.setattr(Evaluation, "without_nodes", refused)
    assert module.without_each_pillar(Evaluation.of(sample.result()))[0].failed
    part = leave_one_out(Question(sample, language="en", parts=("leave-one-out",)))
    failed = [row for row in part.rows if row["failed"]]
    assert {row["kind"] for row in failed} == {"pillar", "indicator"}
    assert any("nothing is left" in note for note in part.notes)
