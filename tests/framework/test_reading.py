from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from parkindex.framework.reading import parse_yaml, read_yaml

if TYPE_CHECKING:
    from pathlib import Path


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in parse_yaml(text, "x.yaml").findings]


def test_every_key_and_value_has_its_position() -> None:
    located = parse_yaml(
        "code: index\nchildren:\n  - code: policy\n    name: {zh: 政策, en: Policy}\n", "framework.yaml"
    )
    assert located.value == {"code": "index", "children": ({"code": "policy", "name": {"zh": "政策", "en": "Policy"}},)}
    assert located.values[("children", 0)] == (3, 5)
    assert located.keys[("children", 0, "name", "en")] == (4, 20)
    assert located.where(("children", 0, "name", "en")) == "framework.yaml:4"


def test_the_address_of_something_absent_is_that_of_the_nearest_thing_around_it() -> None:
    located = parse_yaml("a: 1\nb:\n  c: 2\n", "x.yaml")
    assert located.where(("b", "c", "d")) == "x.yaml:3"
    assert located.where(("z",)) == "x.yaml:1"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3", 3), ("-3", -3), ("+4", 4), ("007", 7), ("0.81", 0.81), (".5", 0.5), ("1e3", 1000.0), ("1.", 1.0),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("no", "no"), ("on", "on"), ("2019-05", "2019-05"), ("2019-05-31", "2019-05-31"), ("0x10", "0x10"),
        ("1_000", "1_000"), ("１２", "１２"), ('"3"', "3"), ("'true'", "true"), ("1e999", "1e999"), ("12:30", "12:30"),
    ],
)  # fmt: skip
def test_scalars_follow_the_core_schema_and_dates_stay_words(written: str, value: Any) -> None:
    located = parse_yaml(f"key: {written}\n", "x.yaml")
    assert located.value == {"key": value}
    assert type(located.value["key"]) is type(value)


def test_block_scalars_keep_their_words() -> None:
    assert parse_yaml("a: |\n  12\nb: >\n  one\n  two\n", "x.yaml").value == {"a": "12\n", "b": "one two\n"}


def test_an_empty_mapping_and_list_are_values() -> None:
    assert parse_yaml("a: {}\nb: []\n", "x.yaml").value == {"a": {}, "b": ()}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", "yaml.syntax", 3),
        ("a: 1\n\tb: 2\n", "yaml.syntax", 2),
        ("a: b: c\n", "yaml.syntax", 1),
        ("a: 1\nb: \x07\n", "yaml.syntax", 2),
        ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", 3),
        ("a: !!python/object/apply:os.system ['true']\n", "yaml.tag", 1),
        ("a: 1\nb: !custom 2\n", "yaml.tag", 2),
        ("a: !!str 2\n", "yaml.tag", 1),
        ("a: &one 1\nb: *one\n", "yaml.anchor", 1),
        ("a: 1\n---\nb: 2\n", "yaml.documents", 2),
        ("a: 1\n? [b]\n: 2\n", "yaml.key", 2),
        ("weight: .nan\n", "yaml.not-finite", 1),
        ("a: 1\nweight: -.inf\n", "yaml.not-finite", 2),
    ],
)
def test_what_is_no_plain_yaml_is_refused_at_its_line(text: str, code: str, line: int) -> None:
    located = parse_yaml(text, "x.yaml")
    assert [(finding.code, finding.where) for finding in located.findings] == [(code, f"x.yaml:{line}")]
    assert located.value is None
    assert located.has_errors
    assert located.findings[0].hint


@pytest.mark.parametrize("text", ["", "# only a remark\n"])
def test_an_empty_file_is_an_error(text: str) -> None:
    assert codes(text) == [("yaml.empty", "x.yaml")]


def test_a_duplicate_key_names_the_first() -> None:
    (finding,) = parse_yaml("name:\n  zh: 一\n  en: one\n  zh: 二\n", "x.yaml").findings
    assert finding.message == "key 'zh' is written twice (first in line 2)"


def test_an_alias_bomb_is_not_expanded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{k}: &a{k} [{', '.join([f'*a{k - 1}'] * 9)}]" for k in range(1, 12)]
    started = time.process_time()
    assert codes("\n".join(lines)) == [("yaml.anchor", "x.yaml:1")]
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_nesting_does_not_exhaust_the_stack(opening: str) -> None:
    assert codes("a: " + opening * 20_000) == [("yaml.depth", "x.yaml:1")]


def test_forty_levels_are_read() -> None:
    assert parse_yaml("[" * 40 + "1" + "]" * 40, "x.yaml").findings == ()
    assert codes("[" * 41 + "1" + "]" * 41) == [("yaml.depth", "x.yaml:1")]


def test_several_problems_are_found_at_once() -> None:
    assert codes("a: 1\na: 2\nb: .inf\nb: 3\n") == [
        ("yaml.duplicate-key", "x.yaml:2"),
        ("yaml.not-finite", "x.yaml:3"),
        ("yaml.duplicate-key", "x.yaml:4"),
    ]


def test_a_file_is_read_under_its_name(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("- code: report\n", encoding="utf-8")
    located = read_yaml(tmp_path / "sources.yaml", name="evidence/sources.yaml")
    assert located.value == ({"code": "report"},)
    assert located.where((0, "code")) == "evidence/sources.yaml:1"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("code: 政策\n".encode("gb18030"), "encoding.not-utf8"),
        (b"\xef\xbb\xbfcode: x\n", "encoding.bom"),
        (b"code: \0\n", "encoding.nul"),
        (b"#" * (4 * 1024 * 1024 + 1), "file.too-large"),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "framework.yaml").write_bytes(data)
    located = read_yaml(tmp_path / "framework.yaml")
    assert [finding.code for finding in located.findings] == [code]
    assert located.value is None


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    located = read_yaml(tmp_path / "framework.yaml")
    assert [(finding.code, finding.where) for finding in located.findings] == [("file.missing", "framework.yaml")]


def test_a_thousand_lines_are_read_quickly() -> None:
    entry = (
        "- code: node_{0}\n  name: {{zh: 综合竞争力, en: Overall {0}}}\n  weight: 25\n"
        "  definition:\n    zh: 政策\n    en: Policy\n"
    )
    text = "".join(entry.format(number) for number in range(167))
    started = time.process_time()
    located = parse_yaml(text, "x.yaml")
    assert time.process_time() - started < 0.3
    assert len(located.value) == 167
    assert located.value[166]["name"]["en"] == "Overall 166"


def test_yaml_1_2_is_read_also_where_the_c_parser_of_yaml_1_1_is_installed() -> None:
    located = parse_yaml(
        "- {code: a, question: {zh: 有吗?, en: How many:few?}}\n- {name: {zh: 50%以下, en: yes}}\n", "x"
    )
    assert located.findings == ()
    assert located.value[0]["question"]["en"] == "How many:few?"
    assert located.value[1] == {"name": {"zh": "50%以下", "en": "yes"}}
