"""An edition folder as one object: opened whole or not at all, its results kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parkindex.edition import About, open_edition
from parkindex.errors import EditionError, Finding, MethodError, UsageError
from parkindex.evidence.status import Status

EDITION = Path(__file__).parents[1] / "editions" / "blockchain-parks-2019"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy to break."""
    target = tmp_path / "edition"
    shutil.copytree(EDITION, target, ignore=shutil.ignore_patterns("build", "pages"))
    return target


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path) -> EditionError:
    with pytest.raises(EditionError) as caught:
        open_edition(folder)
    return caught.value


def test_what_the_edition_is_about() -> None:
    about = open_edition(EDITION).about
    assert (about.code, str(about.cut_off), about.languages) == ("blockchain-parks-2019", "2019-05", ("zh", "en"))
    assert (about.method, about.second_method, about.synthetic) == ("published", "sound", False)


def test_a_result_is_computed_once_and_kept() -> None:
    edition = open_edition(EDITION)
    assert edition.result() is edition.result("published")
    assert edition.result("sound") is not edition.result()


def test_analyses_are_computed_when_asked_for_once_and_with_the_stated_draws(folder: Path) -> None:
    replaced(folder / "edition.yaml", "seed: 2019", "seed: 2019\ndraws: 300")
    edition = open_edition(folder)
    found = edition.uncertainty()
    assert found is not None
    assert (found.draws, found.seed) == (300, 2019)
    assert edition.uncertainty("published") is found
    assert edition.uncertainty("sound") is not found
    assert edition.sensitivity() is edition.sensitivity()
    assert edition.stability() is edition.stability()
    assert edition.levers() is edition.levers()


def test_assumptions_that_do_not_hold_are_found_at_their_line(folder: Path) -> None:
    replaced(folder / "methods.yaml", "size: 0.01", "size: 0.01\n      nodes: [politics]")
    found = open_edition(folder).check()
    assert [each.code for each in found if each.severity == "error"] == ["assumption.unknown-node"]
    assert found[-1].where.startswith("methods.yaml:")
    assert "politics" in found[-1].message


def test_a_refusal_is_kept_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(_: object) -> None:
        asked.append("again")
        raise MethodError(Finding("assumptions.idle", "methods.yaml:3", "nothing can be varied"))

    monkeypatch.setattr("parkindex.analysis.trust.assumptions_for", refuse)
    edition = open_edition(folder)
    for _ in range(3):
        with pytest.raises(MethodError, match="nothing can be varied"):
            edition.assumptions()
    assert asked == ["again"]


@pytest.mark.parametrize("draws", ["99", "many", "2000000"])
def test_a_number_of_draws_is_held_to_its_bounds(folder: Path, draws: str) -> None:
    replaced(folder / "edition.yaml", "seed: 2019", f"seed: 2019\ndraws: {draws}")
    assert any("draws" in each.message or "draws" in each.where for each in refused(folder).findings)


def test_an_unknown_method_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="this edition has published, sound"):
        open_edition(EDITION).result("fair")


@pytest.mark.parametrize("words", ["qingdao", "青岛链湾", "Qingdao Chain Bay"])
def test_a_unit_is_found_by_any_of_its_names(words: str) -> None:
    assert open_edition(EDITION).find_unit(words) == "qingdao"


def test_an_alias_finds_its_unit() -> None:
    edition = open_edition(EDITION)
    unit = next(unit for unit in edition.dataset.units if unit.aliases)
    assert edition.find_unit(unit.aliases[0]) == unit.code


def test_an_unknown_unit_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean"):
        open_edition(EDITION).find_unit("青岛链湾区")


def test_a_path_that_is_no_folder() -> None:
    assert "no such folder" in str(refused(EDITION / "nowhere"))
    assert "is a file" in str(refused(EDITION / "edition.yaml"))


def test_problems_of_all_files_come_together(folder: Path) -> None:
    replaced(folder / "edition.yaml", "method: published", "method: publisched")
    replaced(folder / "framework.yaml", "weight: 25", "weight: 26")
    (folder / "evidence" / "sources.yaml").unlink()
    found = {finding.where.partition(":")[0] for finding in refused(folder).findings}
    assert {"framework.yaml", "evidence/sources.yaml"} <= found


def test_a_default_method_that_is_not_there_is_found_at_its_line(folder: Path) -> None:
    replaced(folder / "edition.yaml", "second_method: sound", "second_method: fair")
    (finding,) = refused(folder).findings
    lines = (folder / "edition.yaml").read_text(encoding="utf-8").splitlines()
    assert finding.where == f"edition.yaml:{lines.index('second_method: fair') + 1}"
    assert finding.hint == "there are published, sound"


def with_rubric(folder: Path) -> None:
    """Let a rubric derive the number of policies."""
    text = (folder / "framework.yaml").read_text(encoding="utf-8")
    at = text.index("code: policy_count")
    indent = at - text.rindex("\n", 0, at) - 1
    line_end = text.index("\n", at)
    added = f"\n{' ' * indent}rubric: policy_count"
    (folder / "framework.yaml").write_text(text[:line_end] + added + text[line_end:], encoding="utf-8")


def test_a_rubric_fills_an_indicator_when_nothing_is_published_above_it(folder: Path) -> None:
    observations = folder / "evidence" / "observations.csv"
    rows = observations.read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if ",policy," not in row]
    assert len(rows) - len(kept) == 22
    observations.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with_rubric(folder)
    with pytest.raises(EditionError) as caught:
        open_edition(folder)
    # The other policy indicators now have no way to a value, and only they are named.
    assert {finding.code for finding in caught.value.findings} == {"indicator.no-value"}
    assert "'policy_count'" not in str(caught.value)


def test_a_rubric_below_a_published_node_is_left_alone_and_noted(folder: Path) -> None:
    with_rubric(folder)
    edition = open_edition(folder)
    assert [(finding.code, finding.severity) for finding in edition.findings] == [("rubric.given-above", "note")]
    assert all(row.status is not Status.DERIVED for row in edition.dataset.observations)


def test_about_refuses_keys_it_does_not_know() -> None:
    assert "colour" not in About.model_fields
    assert About.model_config["extra"] == "forbid"


def with_years(folder: Path, *years: int) -> None:
    """Give the observations a year: the first rows those stated, all others none."""
    table = folder / "evidence/observations.csv"
    head, *rows = table.read_text("utf-8").splitlines()
    written = [f"{row},{year}" for row, year in zip(rows, years, strict=False)]
    table.write_text("\n".join([f"{head},year", *written, *(f"{row}," for row in rows[len(years) :])]) + "\n", "utf-8")


def test_values_of_years_up_to_the_cut_off_make_a_panel(folder: Path) -> None:
    with pytest.raises(UsageError, match="column 'year'"):
        open_edition(folder).panel()
    with_years(folder, 2019, 2019)
    edition = open_edition(folder)
    assert edition.panel("sound").years == (2019,)
    assert edition.result().scores.tobytes() == open_edition(EDITION).result().scores.tobytes()
    assert edition.check() == []


def test_a_value_after_the_cut_off_is_refused_at_its_cell(folder: Path) -> None:
    with_years(folder, 2019, 2020)
    (finding,) = refused(folder).findings
    assert (finding.code, finding.where) == ("evidence.year", "evidence/observations.csv:3 column 'year'")
    assert "of 2020, after the cut-off date 2019-05" in finding.message
