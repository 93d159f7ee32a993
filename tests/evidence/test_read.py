from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.read import DECLARED, FIELDS

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

SUPPORT = "scheme,category,words,words_en,status,source,note\n"


def test_a_small_edition_is_read_without_a_word(folder: Folder) -> None:
    dataset, findings = folder.read()
    assert findings == []
    assert dataset is not None
    assert (len(dataset.places), len(dataset.units), len(dataset.observations), len(dataset.sources)) == (9, 3, 9, 2)
    assert dataset.funds == ()
    assert dataset.observations[0].where == "evidence/observations.csv:2"
    assert dataset.units[0].aliases == ("西溪谷区块链产业园", "西溪谷园")


@pytest.mark.parametrize("name", ["units.csv", "places.csv", "evidence/sources.yaml"])
def test_a_required_file_that_is_missing_is_named(folder: Folder, name: str) -> None:
    assert folder.remove(name).problems() == [("file.missing", name, "the file is missing")]


def test_there_must_be_observations_or_answers(folder: Folder) -> None:
    folder.remove("evidence/observations.csv")
    ((code, _, message),) = folder.problems()
    assert code == "file.missing"
    assert "neither evidence/observations.csv nor evidence/answers.csv" in message
    folder.write("evidence/answers.csv", "subject,variable,value\nxixi,occupancy,62\n")
    assert folder.problems() == []


def test_problems_of_all_files_come_at_once(folder: Folder) -> None:
    folder.change("units.csv", "330109", "Xiaoshan").change("evidence/sources.yaml", "kind: own", "kind: hearsay")
    folder.change("evidence/observations.csv", "24,,survey", "1，200,,survey").remove("places.csv")
    assert [(code, where.split(" ")[0]) for code, where, _ in folder.problems()] == [
        ("file.missing", "places.csv"),
        ("cell.code", "units.csv:3"),
        ("cell.thousands", "evidence/observations.csv:8"),
        ("yaml.wrong-value", "evidence/sources.yaml:9"),
    ]


def test_a_code_declared_twice_names_the_first(folder: Folder) -> None:
    folder.add("evidence/sources.yaml", "- {code: report, title: {zh: 又, en: Again}, kind: own}")
    assert folder.problems() == [
        (
            "declared.duplicate-code",
            "evidence/sources.yaml:10",
            "source 'report' is declared twice (first at evidence/sources.yaml:1)",
        )
    ]


def test_support_cells_are_read_into_clauses(folder: Folder) -> None:
    folder.write("evidence/support.csv", f"{SUPPORT}s1,talent,最高60万元/年,,,,\ns1,premises,/,,none,,\n")
    granted, nothing = folder.dataset.support
    assert [clause.most for clause in granted.clauses] == [6e5]
    assert (nothing.clauses, nothing.unread) == ((), "")


def test_a_support_cell_that_cannot_be_read_is_a_warning_with_its_rest(folder: Folder) -> None:
    folder.write("evidence/support.csv", f"{SUPPORT}s1,talent,最高60万元/年，视情况而定,,,,\n")
    dataset, (finding,) = folder.read()
    assert dataset is not None
    assert (finding.code, finding.severity) == ("support.unread", "warning")
    assert finding.where == "evidence/support.csv:2 column 'words'"
    assert finding.message == "cannot be read as a clause: '视情况而定' (of '最高60万元/年，视情况而定')"
    assert len(dataset.support[0].clauses) == 1


@pytest.mark.parametrize("name", [*FIELDS, *DECLARED])
def test_every_file_is_read_in_gbk_as_an_error(folder: Folder, name: str) -> None:
    found = folder.write(name, "编号,名称\n一,区块链产业园\n".encode("gbk")).problems()
    assert [(code, where.partition(":")[0]) for code, where, _ in found] == [("encoding.not-utf8", name)]


def test_the_published_evaluation_is_read_clean(published: tuple[Framework, Dataset]) -> None:
    _, dataset = published
    assert len(dataset.support) == 80
    assert not any(cell.unread for cell in dataset.support)
    assert len(dataset.observations) == 88
    assert len({mention.policy for mention in dataset.policies}) >= 10
    assert sum(fund.yuan for fund in dataset.funds) == 173.5e8
