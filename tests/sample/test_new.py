from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from parkindex.edition import open_edition
from parkindex.errors import EditionError, UsageError
from parkindex.sample import new_edition, write_sample
from parkindex.sample.new import slug

PUBLISHED = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"


def test_the_starter_is_scored_at_once(tmp_path: Path) -> None:
    edition = open_edition(new_edition(tmp_path / "mine"))
    assert edition.check() == []
    result = edition.result()
    assert result.order() == ("example-b", "example-a", "example-c")
    assert result.score("example-b") == pytest.approx(60 * (5 / 17 + 1) / 2 + 40, abs=0.005)
    assert [result.tier(unit) for unit in result.order()] == [1, 2, 3]
    assert edition.result("geometric").order()[-1] == "example-c"


def test_the_starter_explains_itself(tmp_path: Path) -> None:
    path = new_edition(tmp_path / "mine")
    for file in path.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        assert text.count("#") > 2
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named
        assert (file.parent / named[1]).resolve().is_file()


def test_every_yaml_file_satisfies_the_schema_it_names(tmp_path: Path) -> None:
    path = new_edition(tmp_path / "mine")
    for file in path.rglob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        schema = json.loads((file.parent / first.partition("=")[2]).read_text(encoding="utf-8"))
        data = json.loads(json.dumps(YAML(typ="safe").load(file), default=str))
        jsonschema.validate(data, schema)


def test_a_copy_takes_the_frame_and_no_evidence(tmp_path: Path) -> None:
    path = new_edition(tmp_path / "Parks 2021", open_edition(PUBLISHED))
    for name in ("framework.yaml", "methods.yaml", "places.csv", "evidence/variables.yaml"):
        assert (path / name).read_bytes() == (PUBLISHED / name).read_bytes()
    pages = {page.name: page.read_bytes() for page in (PUBLISHED / "pages").glob("*.md")}
    assert {page.name: page.read_bytes() for page in (path / "pages").glob("*.md")} == pages
    assert "code: parks-2021\n" in (path / "edition.yaml").read_text(encoding="utf-8")
    for name in ("units.csv", "evidence/observations.csv"):
        assert len((path / name).read_text(encoding="utf-8").splitlines()) == 1
    assert not (path / "evidence/funds.csv").exists()
    assert not (path / "claims.yaml").exists()


def test_a_copy_of_a_synthetic_edition_is_not_synthetic(tmp_path: Path) -> None:
    sample = open_edition(write_sample(tmp_path / "sample", 5))
    path = new_edition(tmp_path / "mine", sample)
    text = (path / "edition.yaml").read_text(encoding="utf-8")
    assert "synthetic: false\n" in text
    assert "synthetic: true" not in text


def test_a_copy_lacks_only_what_it_is_to_be_filled_with(tmp_path: Path) -> None:
    path = new_edition(tmp_path / "copy", open_edition(PUBLISHED))
    with pytest.raises(EditionError) as caught:
        open_edition(path)
    errors = [finding for finding in caught.value.findings if finding.severity == "error"]
    assert {finding.where.split(":")[0] for finding in errors} <= {"units.csv", "evidence/observations.csv"}


def test_an_occupied_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me")
    with pytest.raises(UsageError, match="already holds files"):
        new_edition(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("name", "code"), [("Parks 2021", "parks-2021"), ("园区", "new-edition"), ("a--b_", "a-b"), ("x", "x")]
)
def test_a_folder_name_becomes_a_code(name: str, code: str) -> None:
    assert slug(name) == code
