"""The claims of an edition: read when they are first asked for, and then checked like everything else."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest

from parkindex.edition import open_edition
from parkindex.errors import EditionError, Finding
from parkindex.evidence import read
from parkindex.evidence.claims import Claim, Claims
from parkindex.evidence.claims_file import ClaimsFile, checked_claims
from parkindex.publishing.check import check_edition
from parkindex.publishing.publish import compose_all

from .conftest import Folder

TEXT = "says: {zh: 一, en: one}"
GOOD = f"- {{code: c1, source: report, {TEXT}, kind: count, what: units, value: 22}}\n"
UNKNOWN = f"- {{code: c1, source: report, {TEXT}, kind: leader, node: firms, unit: yimi}}\n"


@pytest.fixture
def edition_2019(tmp_path: Path) -> Path:
    source = Path(__file__).parents[2] / "editions/blockchain-parks-2019"
    return Path(shutil.copytree(source, tmp_path / "edition", ignore=shutil.ignore_patterns("build")))


def test_the_file_is_read_once_and_not_before_it_is_asked_for() -> None:
    asked = []
    (claim,) = Claims.model_validate(
        (
            {
                "code": "c",
                "source": "report",
                "says": {"zh": "一", "en": "one"},
                "kind": "count",
                "what": "units",
                "value": 1,
            },
        )
    ).root

    def reading() -> tuple[tuple[Claim, ...], list[Finding]]:
        asked.append("read")
        return (claim, claim), [Finding("x", "claims.yaml:1", "odd", "", "note")]

    claims = ClaimsFile(reading)
    assert asked == []
    assert (len(claims), claims[0], claims[:1], list(claims)) == (2, claim, (claim,), [claim, claim])
    assert [finding.message for finding in claims.findings] == ["odd"]
    assert asked == ["read"]


def test_an_edition_without_claims_has_none(folder: Folder) -> None:
    assert checked_claims(folder.path, folder.framework, folder.dataset) == ((), [])


def test_codes_of_claims_are_checked_where_there_is_a_framework(folder: Folder) -> None:
    folder.write("claims.yaml", GOOD)
    claims, findings = checked_claims(folder.path, folder.framework, folder.dataset)
    assert ([claim.code for claim in claims], findings) == (["c1"], [])
    folder.write("claims.yaml", UNKNOWN)
    dataset, _ = read.read_what_can_be_read(folder.path)
    (finding,) = checked_claims(folder.path, folder.framework, dataset)[1]
    assert (finding.where, finding.message) == ("claims.yaml:1", "unknown unit 'yimi'")
    assert checked_claims(folder.path, None, dataset)[1] == []


def test_scores_do_not_wait_for_claims_and_the_check_reads_them(
    edition_2019: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (edition_2019 / "claims.yaml").write_text(UNKNOWN.replace("yimi", "nobody").replace("firms", "policy"), "utf-8")
    monkeypatch.setattr(read, "read_claims", lambda *_: pytest.fail("nobody asked for claims"))
    assert open_edition(edition_2019).result().order()[0] == "china-hangzhou"
    monkeypatch.undo()
    edition = open_edition(edition_2019)
    with pytest.raises(EditionError, match="unknown unit 'nobody'"):
        len(edition.dataset.claims)
    for found in (edition.check(), check_edition(edition_2019)):
        assert [finding.where for finding in found if finding.code == "unknown.unit"] == ["claims.yaml:1"]
    with pytest.raises(EditionError, match="unknown unit 'nobody'"):
        compose_all(edition, ["zh"])


def test_where_anything_else_is_wrong_claims_are_told_with_it(edition_2019: Path) -> None:
    (edition_2019 / "claims.yaml").write_text("- {code: c1}\n", encoding="utf-8")
    (edition_2019 / "units.csv").write_text("code\n", encoding="utf-8")
    with pytest.raises(EditionError) as caught:
        open_edition(edition_2019)
    assert {finding.where.partition(":")[0] for finding in caught.value.findings} >= {"claims.yaml", "units.csv"}


def test_a_dataset_can_be_sent_to_other_processes(edition_2019: Path) -> None:
    dataset = open_edition(edition_2019).dataset
    assert list(pickle.loads(pickle.dumps(dataset)).claims) == list(dataset.claims)
