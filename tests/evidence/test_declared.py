from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from parkindex.evidence.dates import PartialDate
from parkindex.evidence.declared import Claims, Source, Sources, Variable, VariableClass, claim_references
from parkindex.framework.reading import parse_yaml
from parkindex.framework.validation import validate

TEXT = {"zh": "一", "en": "one"}


def claim(**keys: Any) -> Any:
    written = {"code": "c1", "source": "report", "says": TEXT, **keys}
    return Claims.model_validate((written,)).root[0]


@pytest.mark.parametrize(
    ("written", "date"), [("2019", PartialDate(2019)), ("2019-07", PartialDate(2019, 7)), ("'2019'", PartialDate(2019))]
)
def test_a_date_may_be_a_year_alone(written: str, date: PartialDate) -> None:
    text = f"- {{code: a, title: {{zh: 一, en: one}}, kind: report, date: {written}}}\n"
    sources, findings = validate(parse_yaml(text, "sources.yaml"), Sources)
    assert findings == []
    assert sources is not None
    assert sources.root[0].date == date


@pytest.mark.parametrize("written", ["2019-02-31", "2019-7", "true", "20.5", "soon", "[2019]"])
def test_a_date_that_is_none_is_a_finding(written: str) -> None:
    text = f"- code: a\n  title: {{zh: 一, en: one}}\n  kind: report\n  date: {written}\n"
    sources, (finding,) = validate(parse_yaml(text, "sources.yaml"), Sources)
    assert sources is None
    assert (finding.code, finding.where) == ("yaml.wrong-value", "sources.yaml:4")
    assert "date" in finding.message


def test_a_source_writes_its_date_as_it_was_written() -> None:
    source = Source.model_validate({"code": "a", "title": TEXT, "kind": "report", "date": "2019-07"})
    assert source.model_dump(mode="json")["date"] == "2019-07"


def test_a_class_holds_its_lower_bound_and_not_its_upper_one() -> None:
    classes = tuple(
        VariableClass.model_validate({"code": code, "name": TEXT, **bounds})
        for code, bounds in {"low": {"to": 30}, "middle": {"from": 30, "to": 50}, "high": {"from": 50}}.items()
    )
    variable = Variable(code="vacancy", name=TEXT, level="park", kind="number", classes=classes)  # type: ignore[arg-type]
    found = [variable.class_of(value) for value in (-1, 29.9, 30, 49.9, 50, 100)]
    assert [option.code for option in found if option] == ["low", "low", "middle", "middle", "high", "high"]
    assert Variable(code="x", name=TEXT, level="park", kind="number").class_of(3) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "units", "places"),
    [
        ({"kind": "tier_cutoff", "tier": 1, "at": 95}, (), ()),
        ({"kind": "tier_members", "tier": 1, "units": ("yimi",), "complete": True}, ("yimi",), ()),
        ({"kind": "leader", "node": "policy", "unit": "yimi", "scope": "tier:1"}, ("yimi",), ()),
        ({"kind": "leader", "node": "policy", "place": "310100"}, (), ("310100",)),
        ({"kind": "order", "order": "universities", "places": ("310100", "320100")}, (), ("310100", "320100")),
        ({"kind": "count", "what": "units", "value": 22}, (), ()),
        ({"kind": "share", "what": "coastal", "value": 60, "relation": ">"}, (), ()),
        ({"kind": "growth", "series": "ccid", "from": 2016, "to": 2020, "rate": 115.6}, (), ()),
        ({"kind": "comparison", "what": "score", "degree": "small", "between": ("tier:1", "tier:2")}, (), ()),
        ({"kind": "names", "list": "cities", "places": ("310100",)}, (), ("310100",)),
        ({"kind": "trend", "what": "gap", "direction": "rising"}, (), ()),
        ({"kind": "other", "testable": False, "because": TEXT}, (), ()),
    ],
)
def test_every_kind_of_claim_has_its_form(
    keys: dict[str, Any], units: tuple[str, ...], places: tuple[str, ...]
) -> None:
    found = claim(**keys)
    assert found.kind == keys["kind"]
    assert claim_references(found) == (units, places)


@pytest.mark.parametrize(
    "keys",
    [
        {"kind": "rumour"},
        {"kind": "count", "what": "units"},
        {"kind": "count", "what": "units", "value": "many"},
        {"kind": "leader", "node": "policy", "scope": "tier:x"},
        {"kind": "other", "testable": True, "because": TEXT},
        {"kind": "trend", "what": "gap", "direction": "rising", "value": 3},
    ],
)
def test_a_claim_of_another_form_is_refused(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        claim(**keys)


def test_an_unknown_kind_of_claim_is_met_with_those_there_are() -> None:
    text = "- {code: a, source: report, says: {zh: 一, en: one}, kind: trends, what: gap, direction: up}\n"
    _, (finding,) = validate(parse_yaml(text, "claims.yaml"), Claims)
    assert finding.message == "a: unknown kind 'trends'"
    assert finding.hint.startswith("did you mean 'trend'? allowed: tier_cutoff, tier_members, leader, order")


def test_a_wrong_key_of_a_claim_is_met_with_those_of_its_kind() -> None:
    text = "- {code: a, source: report, says: {zh: 一, en: one}, kind: order, ordr: universities}\n"
    _, (finding,) = validate(parse_yaml(text, "claims.yaml"), Claims)
    assert (finding.code, finding.message) == ("yaml.unknown-key", "a: unknown key 'ordr'")
    assert finding.hint.startswith("did you mean 'order'?")
