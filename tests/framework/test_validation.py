from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Discriminator, Field, RootModel, Tag

from parkindex.framework.reading import parse_yaml
from parkindex.framework.text import Code, Number, Strict, Text
from parkindex.framework.validation import keys_at, line_of, said, validate


class Leaf(Strict):
    code: Code
    name: Text
    weight: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    direction: Literal["higher", "lower"] = "higher"
    stars: int = 0
    coastal: bool = False
    bound: Number | None = Field(default=None, alias="from")


class Branch(Strict):
    code: Code
    children: Annotated[tuple[Node, ...], Field(min_length=1)]


def _sort(value: object) -> str:
    return "@branch" if isinstance(value, dict) and "children" in value else "@leaf"


Node = Annotated[Annotated[Branch, Tag("@branch")] | Annotated[Leaf, Tag("@leaf")], Discriminator(_sort)]
Branch.model_rebuild()


class Leaves(RootModel[tuple[Leaf, ...]]):
    """A list of leaves."""


class Named(RootModel[dict[str, Leaf]]):
    """Leaves by name."""


GOOD = "code: a\nname: {zh: 一, en: one}\n"


def findings(text: str, model: type[BaseModel] = Leaf) -> list[tuple[str, str, str, str]]:
    value: BaseModel | None
    value, found = validate(parse_yaml(text, "x.yaml"), model)
    assert (value is None) == bool(found)
    return [(item.code, item.where, item.message, item.hint) for item in found]


def test_a_good_file_becomes_the_model() -> None:
    value, found = validate(parse_yaml(GOOD + "weight: 25\nfrom: 3\n", "x.yaml"), Leaf)
    assert found == []
    assert value == Leaf.model_validate({"code": "a", "name": {"zh": "一", "en": "one"}, "weight": 25, "from": 3})


def test_an_unknown_key_is_met_with_the_one_that_was_meant() -> None:
    assert findings(GOOD + "direcshun: lower\n") == [
        (
            "yaml.unknown-key",
            "x.yaml:3",
            "a: unknown key 'direcshun'",
            "did you mean 'direction'? allowed: code, name, weight, direction, stars, coastal, from",
        )
    ]


def test_a_missing_key_is_told_where_it_belongs() -> None:
    assert findings("- code: a\n  name:\n    zh: 一\n", Leaves) == [
        ("yaml.missing-key", "x.yaml:2", "a: key 'en' is missing", "add 'en: …'")
    ]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("weight: '3'", "yaml.wrong-type", "a: 'weight' must be a number (got text '3')"),
        ("weight: twenty", "yaml.wrong-type", "a: 'weight' must be a number (got text 'twenty')"),
        ("weight: ３", "yaml.wrong-type", "a: 'weight' must be a number (got text '３')"),
        ("weight: [1]", "yaml.wrong-type", "a: 'weight' must be a number (got a list)"),
        ("weight: true", "yaml.wrong-type", "a: 'weight' must be a number (got true)"),
        ("weight: -1", "yaml.wrong-value", "a: 'weight' must be at least 0 (got number -1)"),
        ("stars: 1.5", "yaml.wrong-type", "a: 'stars' must be a whole number (got number 1.5)"),
        ("coastal: yes", "yaml.wrong-type", "a: 'coastal' must be true or false (got text 'yes')"),
        ("direction: up", "yaml.wrong-value", "a: 'direction' must be 'higher' or 'lower' (got text 'up')"),
        ("from: x", "yaml.wrong-type", "a: 'from' must be a number (got text 'x')"),
    ],
)
def test_a_wrong_value_says_what_was_got_and_expected(line: str, code: str, message: str) -> None:
    ((got_code, where, got, hint),) = findings(f"{GOOD}{line}\n")
    assert (got_code, where, got) == (code, "x.yaml:3", message)
    assert hint


def test_a_code_that_is_not_well_formed_is_explained() -> None:
    ((code, where, message, hint),) = findings("code: Policy Count\nname: {zh: 一, en: one}\n")
    assert (code, where) == ("yaml.wrong-value", "x.yaml:1")
    assert message == "'code' is not well formed (got text 'Policy Count')"
    assert hint == "a code begins with a letter and holds only a-z, 0-9 and _"


def test_a_text_in_place_of_a_mapping_is_explained() -> None:
    ((code, _, message, _),) = findings("code: a\nname: 一\n")
    assert (code, message) == ("yaml.wrong-type", "a: 'name' must be a mapping (got text '一')")


def test_problems_deep_in_a_tree_of_two_kinds_have_their_lines() -> None:
    text = (
        "code: root\n"
        "children:\n"
        "  - code: b\n"
        "    children:\n"
        "      - {code: c, name: {zh: 一, en: one}, wieght: 3}\n"
        "  - code: d\n"
        "    name: {zh: 二, en: ''}\n"
    )
    assert [(code, where, message) for code, where, message, _ in findings(text, Branch)] == [
        ("yaml.unknown-key", "x.yaml:5", "c: unknown key 'wieght'"),
        ("yaml.wrong-value", "x.yaml:7", "d: 'en' is empty"),
    ]


def test_an_empty_list_is_reported_once() -> None:
    assert [message for _, _, message, _ in findings("code: root\nchildren: []\n", Branch)] == [
        "root: 'children' is empty"
    ]


def test_a_mapping_of_models_names_its_keys() -> None:
    (found,) = findings("first:\n  code: a\n  nam: {zh: 一, en: one}\n  name: {zh: 一, en: one}\n", Named)
    assert found[1:3] == ("x.yaml:3", "a: unknown key 'nam'")


def test_a_file_that_cannot_be_read_is_not_validated() -> None:
    assert [code for code, *_ in findings("code: a\ncode: b\n")] == ["yaml.duplicate-key"]


def test_the_keys_at_a_location_are_those_of_the_model_there() -> None:
    assert keys_at(Branch, ("children", 0, "@leaf", "name")) == ["zh", "en"]
    assert keys_at(Branch, ("children", 0, "@branch")) == ["code", "children"]
    assert keys_at(Leaves, (3, "name")) == ["zh", "en"]
    assert keys_at(Leaf, ("nothing",)) == []


def test_values_are_quoted_in_words() -> None:
    values: tuple[object, ...] = ("a", 3, 2.5, False, None, (1,), {})
    assert [said(value) for value in values] == [
        "text 'a'", "number 3", "number 2.5", "false", "nothing", "a list", "a mapping",
    ]  # fmt: skip
    assert said("x" * 80) == f"text '{'x' * 57}…'"


def test_the_line_of_an_address() -> None:
    assert [line_of(where) for where in ("x.yaml:41", "units.csv:7 column 'place'", "x.yaml")] == [41, 7, 0]
