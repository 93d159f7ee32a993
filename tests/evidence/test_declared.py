from __future__ import annotations

import pytest

from parkindex.evidence.dates import PartialDate
from parkindex.evidence.declared import Source, Sources, Variable, VariableClass
from parkindex.framework.reading import parse_yaml
from parkindex.framework.validation import validate

TEXT = {"zh": "一", "en": "one"}


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
