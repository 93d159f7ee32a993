"""Bad input, as a list: every way in which files, YAML, tables, numbers and values go wrong has a finding of its own.

Each case spoils the small edition in one way and names the finding it must lead to, through the same door as a command:
everything is read and checked, nothing is raised, and the finding has an address and a hint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parkindex.errors import Finding, has_errors
from parkindex.evidence.checks import check
from parkindex.evidence.csv_reading import parse_table
from parkindex.evidence.read import DECLARED, read_dataset
from parkindex.evidence.tables import TABLES
from parkindex.framework.load import read_framework
from parkindex.framework.model import Aggregate
from parkindex.framework.reading import parse_yaml, validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel
    from tests.evidence.conftest import Folder

    Spoil = Callable[[Folder], object]

OBSERVATIONS, PLACES, UNITS = "evidence/observations.csv", "places.csv", "units.csv"
SOURCES, FRAMEWORK = "evidence/sources.yaml", "framework.yaml"


def findings(folder: Folder) -> list[Finding]:
    """Read and check an edition as a command does."""
    framework, found = read_framework(folder.path / FRAMEWORK)
    dataset, more = read_dataset(folder.path)
    found = [*found, *more]
    if framework is not None and dataset is not None:
        found += check(framework, dataset)
    return found


def value(cell: str) -> Spoil:
    """Put a cell into the column of values."""
    return lambda folder: folder.change(OBSERVATIONS, "xixi,firms,24", f"xixi,firms,{cell}")


def date(cell: str) -> Spoil:
    """Write a table with a date."""
    return lambda folder: folder.write("evidence/guidance.csv", f"place,date\n330000,{cell}\n")


def changed(name: str, old: str, new: str) -> Spoil:
    """Replace words of a file."""
    return lambda folder: folder.change(name, old, new)


def raw(name: str, data: str | bytes) -> Spoil:
    """Replace a file."""
    return lambda folder: folder.write(name, data)


def recoded(name: str, encoding: str) -> Spoil:
    """Write a file in another encoding."""
    return lambda folder: folder.write(name, (folder.path / name).read_text(encoding="utf-8").encode(encoding))


INDICATORS = "      - {code: policy_count,"
CASES: dict[str, tuple[Spoil, str, str]] = {
    "a missing framework": (lambda folder: folder.remove(FRAMEWORK), "file.missing", "framework.yaml"),
    "a missing table": (lambda folder: folder.remove(UNITS), "file.missing", "units.csv"),
    "no evidence at all": (lambda folder: folder.remove(OBSERVATIONS), "file.missing", OBSERVATIONS),
    "an empty YAML file": (raw(SOURCES, ""), "yaml.empty", SOURCES),
    "an empty table": (raw(UNITS, ""), "csv.empty", "units.csv"),
    "a table in GBK": (recoded(UNITS, "gbk"), "encoding.not-utf8", "units.csv:2"),
    "YAML in GBK": (recoded(FRAMEWORK, "gbk"), "encoding.not-utf8", "framework.yaml:2"),
    "a table in UTF-16": (recoded(UNITS, "utf-16"), "encoding.bom", "units.csv:1"),
    "a byte order mark": (recoded(UNITS, "utf-8-sig"), "encoding.bom", "units.csv:1"),
    "a byte order mark in YAML": (recoded(FRAMEWORK, "utf-8-sig"), "encoding.bom", "framework.yaml:1"),
    "a NUL byte": (changed(UNITS, "萧山园", "萧\0山园"), "encoding.nul", "units.csv:3"),
    "an unknown key": (
        changed(FRAMEWORK, "direction: higher", "directoin: higher"),
        "yaml.unknown-key",
        "framework.yaml:7",
    ),
    "a duplicate key": (changed(SOURCES, "  kind: report", "  date: 2019"), "yaml.duplicate-key", f"{SOURCES}:5"),
    "YAML that is none": (changed(FRAMEWORK, "children:", "children"), "yaml.syntax", "framework.yaml:4"),
    "a tag": (changed(SOURCES, "date: 2019-07", "date: !!python/name:os.system x"), "yaml.tag", f"{SOURCES}:4"),
    "an alias": (changed(SOURCES, "kind: report", "kind: &k report"), "yaml.anchor", f"{SOURCES}:5"),
    "deep nesting": (raw(SOURCES, "- code: " + "[" * 5000), "yaml.depth", f"{SOURCES}:1"),
    "a duplicate code in the tree": (
        changed(FRAMEWORK, "code: talent", "code: policy"),
        "framework.duplicate-code",
        "framework.yaml:9",
    ),
    "a duplicate unit": (changed(UNITS, "xiaoshan,萧", "xixi,萧"), "evidence.duplicate", "units.csv:3"),
    "an unknown place": (changed(UNITS, "330109", "330199"), "unknown.place", "units.csv:3 column 'place'"),
    "an unknown unit": (changed(OBSERVATIONS, "xixi,", "xix,"), "unknown.unit", f"{OBSERVATIONS}:8 column 'subject'"),
    "an unknown node": (
        changed(OBSERVATIONS, "xixi,firms", "xixi,frms"),
        "unknown.node",
        f"{OBSERVATIONS}:8 column 'node'",
    ),
    "an unknown source": (
        changed(OBSERVATIONS, "#ranking-table", "#rank-table"),
        "unknown.source",
        f"{OBSERVATIONS}:2 column 'source'",
    ),
    "a negative weight": (
        changed(FRAMEWORK, INDICATORS, f"{INDICATORS} weight: -1,"),
        "yaml.wrong-value",
        "framework.yaml:7",
    ),
    "a weight in words": (
        changed(FRAMEWORK, INDICATORS, f"{INDICATORS} weight: ten,"),
        "yaml.wrong-type",
        "framework.yaml:7",
    ),
    "a weight that is NaN": (
        changed(FRAMEWORK, INDICATORS, f"{INDICATORS} weight: .nan,"),
        "yaml.not-finite",
        "framework.yaml:7",
    ),
    "weights that do not add up": (
        lambda folder: folder.change(FRAMEWORK, INDICATORS, f"{INDICATORS} weight: 30,").change(
            FRAMEWORK, "{code: firms,", "{code: firms, weight: 60,"
        ),
        "framework.weight-sum",
        "framework.yaml:6",
    ),
    "a cycle of places": (
        changed(PLACES, "Hangzhou,city,330000", "Hangzhou,city,330106"),
        "places.cycle",
        "places.csv:4 column 'parent'",
    ),
    "an orphan": (
        changed(PLACES, "Hangzhou,city,330000", "Hangzhou,city,"),
        "places.orphan",
        "places.csv:4 column 'parent'",
    ),
    "a unit outside any city": (changed(UNITS, "330109", "330000"), "units.no-city", "units.csv:3 column 'place'"),
    "an indicator with no way to a value": (
        changed(OBSERVATIONS, "330000,guidance,3,,report,\n320000,guidance,1,,report,\n", ""),
        "indicator.no-value",
        "framework.yaml:13",
    ),
    "a value out of its range": (value("501"), "value.range", f"{OBSERVATIONS}:8 column 'value'"),
    "a value for too small a place": (
        changed(OBSERVATIONS, "330100,universities", "330106,universities"),
        "value.level",
        f"{OBSERVATIONS}:4 column 'subject'",
    ),
    "a value beside a status without": (
        changed(OBSERVATIONS, "xixi,firms,24,", "xixi,firms,24,none"),
        "value.status",
        f"{OBSERVATIONS}:8 column 'status'",
    ),
    "an empty value": (value(""), "value.status", f"{OBSERVATIONS}:8 column 'status'"),
    "NaN": (value("NaN"), "cell.not-finite", f"{OBSERVATIONS}:8 column 'value'"),
    "infinity": (value("-inf"), "cell.not-finite", f"{OBSERVATIONS}:8 column 'value'"),
    "text in a number": (value("many"), "cell.not-a-number", f"{OBSERVATIONS}:8 column 'value'"),
    "full-width digits": (value("２４"), "cell.full-width", f"{OBSERVATIONS}:8 column 'value'"),
    "a thousands comma": (value('"1,234"'), "cell.thousands", f"{OBSERVATIONS}:8 column 'value'"),
    "a percent sign": (value("12%"), "cell.percent", f"{OBSERVATIONS}:8 column 'value'"),
    "an amount with its unit": (value("3亿"), "cell.amount", f"{OBSERVATIONS}:8 column 'value'"),
    "a date that cannot be read": (date("2019年5月"), "cell.date", "evidence/guidance.csv:2 column 'date'"),
    "a date that no calendar has": (date("2019-02-31"), "cell.date", "evidence/guidance.csv:2 column 'date'"),
    "a row with too few cells": (changed(UNITS, ",330109,,", ",330109"), "csv.ragged", "units.csv:3"),
    "a row with too many cells": (changed(UNITS, ",330109,,", ",330109,,,"), "csv.ragged", "units.csv:3"),
    "an unclosed quote": (changed(UNITS, "萧山园,", '"萧山园,'), "csv.quote", "units.csv:3"),
    "an unknown column": (changed(UNITS, "aliases", "alias"), "csv.unknown-column", "units.csv:1"),
    "a missing column": (changed(UNITS, "place,place_note", "place_note,x"), "csv.missing-column", "units.csv:1"),
    "a constant indicator": (
        changed(OBSERVATIONS, "320500,universities,4", "320500,universities,12"),
        "indicator.constant",
        "framework.yaml:12",
    ),
    "one unit only": (
        lambda folder: folder.write(
            UNITS, "".join((folder.path / UNITS).read_text(encoding="utf-8").splitlines(True)[:2])
        ),
        "units.too-few",
        "units.csv",
    ),
    "no value at all": (raw(OBSERVATIONS, "subject,node,value\n"), "evidence.no-values", OBSERVATIONS),
    "support that cannot be read": (
        lambda folder: folder.write("evidence/schemes.csv", "scheme,name_zh,name_en,place\ns,名,Name,330106\n").write(
            "evidence/support.csv", "scheme,category,words,status\ns,talent,视情况而定,\ns,premises,/,none\n"
        ),
        "support.unread",
        "evidence/support.csv:2 column 'words'",
    ),
}


def test_the_small_edition_is_good_before_it_is_spoilt(folder: Folder) -> None:
    assert findings(folder) == []


@pytest.mark.parametrize("case", list(CASES))
def test_each_fault_has_its_finding_with_address_and_hint(case: str, folder: Folder) -> None:
    spoil, code, where = CASES[case]
    spoil(folder)
    found = [finding for finding in findings(folder) if finding.code == code]
    assert [finding.where for finding in found][:1] == [where], findings(folder)
    assert found[0].message
    assert found[0].hint


def test_faults_in_several_files_are_all_found_at_once(folder: Folder) -> None:
    for case in ("an unknown key", "a byte order mark", "a duplicate key", "a percent sign"):
        CASES[case][0](folder)
    assert {finding.code for finding in findings(folder)} == {
        "yaml.unknown-key", "yaml.missing-key", "encoding.bom", "yaml.duplicate-key", "cell.percent",
    }  # fmt: skip


ANY_TEXT = st.text(alphabet=st.sampled_from("abc01.-,;\"\n\r\t :{}[]&*!%#|>'-?@`亿万元％１\0\ufeff"), max_size=120)


@given(text=ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_no_text_makes_the_reading_of_yaml_raise(text: str) -> None:
    models: list[type[BaseModel]] = [Aggregate, *(model for _, _, model in DECLARED.values())]
    for model in models:
        value, found = validate(parse_yaml(text, "x.yaml"), model)
        assert (value is None) == has_errors(found)


@given(text=ANY_TEXT, name=st.sampled_from(sorted(TABLES)))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_the_reading_of_a_table_raise(text: str, name: str) -> None:
    table = TABLES[name]
    for content in (text, ",".join(table.columns) + "\n" + text):
        rows, found = parse_table(content, name, table)
        assert rows or found or not content.strip().partition("\n")[2].strip()


@given(data=st.binary(max_size=200), name=st.sampled_from([*TABLES, *DECLARED]))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_the_reading_of_an_edition_raise(folder: Folder, data: bytes, name: str) -> None:
    before = (folder.path / name).read_bytes() if (folder.path / name).exists() else None
    folder.write(name, data)
    dataset, found = read_dataset(folder.path)
    assert (dataset is None) == has_errors(found)
    folder.remove(name)
    if before is not None:
        folder.write(name, before)
