"""Tests of what claims may say, and of the words they say it with."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from parkindex.evidence.claims import Claims, claim_references
from parkindex.framework.reading import parse_yaml
from parkindex.framework.validation import validate

TEXT = {"zh": "一", "en": "one"}


def claim(**keys: Any) -> Any:
    written = {"code": "c1", "source": "report", "says": TEXT, **keys}
    return Claims.model_validate((written,)).root[0]


def named(found: Any) -> dict[str, tuple[str, ...]]:
    """Return what a claim names, without what it names nothing of."""
    names: dict[str, tuple[str, ...]] = {}
    for kind, codes in claim_references(found):
        if codes and kind != "source":
            names[kind] = (*names.get(kind, ()), *codes)
    return names


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ({"kind": "tier_cutoff", "tier": 1, "at": 95}, {}),
        ({"kind": "tier_cutoff", "tier": 3, "below": 87}, {}),
        ({"kind": "tier_members", "tier": 1, "units": ("yimi",), "complete": True}, {"unit": ("yimi",)}),
        (
            {"kind": "leader", "node": "policy", "unit": "yimi", "scope": "tier:1"},
            {"node": ("policy",), "unit": ("yimi",)},
        ),
        (
            {"kind": "leader", "node": "policy", "place": "310100", "which": "lowest"},
            {"node": ("policy",), "place": ("310100",)},
        ),
        ({"kind": "leader", "statistic": "age_under_2"}, {"statistic": ("age_under_2",)}),
        (
            {"kind": "order", "order": "universities", "places": ("310100", "320100")},
            {"order": ("universities",), "place": ("310100", "320100")},
        ),
        ({"kind": "order", "by": "parks", "ordered": False, "places": ("310100",)}, {"place": ("310100",)}),
        ({"kind": "count", "what": "units", "value": 22}, {}),
        ({"kind": "count", "what": "fund:xiongan", "value": 100}, {"fund": ("xiongan",)}),
        (
            {"kind": "count", "what": "support:huangpu:talent", "value": 50},
            {"scheme": ("huangpu",), "category of support": ("talent",)},
        ),
        ({"kind": "count", "what": "series:ccid:2018", "value": 0.81}, {"series": ("ccid",)}),
        ({"kind": "share", "what": "units:coastal", "value": 60, "relation": ">"}, {}),
        ({"kind": "share", "what": "units:310100+440100", "value": 50}, {"place": ("310100", "440100")}),
        ({"kind": "share", "what": "units:310100:and:2", "value": 50}, {"place": ("310100",)}),
        (
            {"kind": "growth", "series": "ccid", "from": 2016, "to": 2020, "rate": 115.6},
            {"series": ("ccid",)},
        ),
        (
            {"kind": "comparison", "what": "index", "degree": "small", "between": ("tier:1", "tier:2")},
            {"node or question": ("index",)},
        ),
        (
            {"kind": "comparison", "what": "parks", "degree": "most", "between": ("region:east_china",)},
            {},
        ),
        (
            {"kind": "comparison", "what": "index", "degree": "lower", "between": ("units:a+b", "others")},
            {"node or question": ("index",), "unit": ("a", "b")},
        ),
        ({"kind": "names", "list": "cities-with-parks", "places": ("310100",)}, {"place": ("310100",)}),
        ({"kind": "names", "list": "index>100", "units": ("yimi",)}, {"unit": ("yimi",), "node": ("index",)}),
        ({"kind": "names", "list": "support-categories", "categories": ("talent",)}, {"category of support": ("talent",)}),  # noqa: E501
        ({"kind": "trend", "what": "gap", "direction": "rising"}, {}),
        ({"kind": "other", "testable": False, "because": TEXT}, {}),
    ],
)  # fmt: skip
def test_every_kind_of_claim_has_its_form(keys: dict[str, Any], names: dict[str, tuple[str, ...]]) -> None:
    found = claim(**keys)
    assert found.kind == keys["kind"]
    assert named(found) == names


@pytest.mark.parametrize(
    "keys",
    [
        {"kind": "rumour"},
        {"kind": "count", "what": "units"},
        {"kind": "count", "what": "units", "value": "many"},
        {"kind": "leader", "node": "policy", "unit": "a", "scope": "tier:x"},
        {"kind": "other", "testable": True, "because": TEXT},
        {"kind": "trend", "what": "gap", "direction": "rising", "value": 3},
        {"kind": "trend", "what": "gap", "direction": "up"},
        {"kind": "names", "list": "cities-with-parks", "complete": True},
        {"kind": "tier_members", "tier": 1},
        {"kind": "tier_members", "tier": 0, "units": ("a",)},
    ],
)
def test_a_claim_of_another_form_is_refused(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        claim(**keys)


@pytest.mark.parametrize(
    ("keys", "message", "hint"),
    [
        ("kind: count, value: 3, what: unit", "'what': unknown measure 'unit'", "did you mean 'units'? allowed: "),
        ("kind: share, value: 3, what: tiers", "unknown measure of a share 'tiers'", "allowed: funds:share:STATISTIC"),
        (
            "kind: comparison, what: index, degree: smal, between: [all]",
            "'degree': unknown degree 'smal'",
            "did you mean 'small'? allowed: much-higher",
        ),
        (
            "kind: comparison, what: index, degree: small, between: [tiers:1]",
            "'between': unknown group 'tiers:1'",
            "did you mean 'tier:N'? allowed: all, others",
        ),
        (
            "kind: comparison, what: index, degree: small, between: [region:east]",
            "'between': unknown group 'region:east'",
            "allowed: all, others",
        ),
        (
            "kind: comparison, what: index, degree: lower, between: [tier:3]",
            "'lower' compares two groups; name the second, such as others",
            "change it",
        ),
        (
            "kind: comparison, what: index, degree: lower, between: [others]",
            "'lower' compares two groups; name the second, such as others",
            "change it",
        ),
        (
            "kind: comparison, what: index, degree: most, between: [all]",
            "'most' is said of 'parks'; of scores say mostly-higher or mostly-lower",
            "change it",
        ),
        ("kind: names, list: cities, places: ['1']", "'list': unknown list 'cities'", "allowed: cities-with-parks"),
        (
            "kind: names, list: cities-with-parks, units: [a]",
            "the list 'cities-with-parks' names 'places' and nothing else",
            "change it",
        ),
        ("kind: tier_cutoff, tier: 1", "state 'at', 'below' or both", "change it"),
        ("kind: leader, node: index", "name exactly one of 'unit', 'place' and 'statistic'", "change it"),
        ("kind: leader, unit: a", "state 'node' for a unit or place, and none for a statistic", "change it"),
        ("kind: order, node: index", "name either places or units", "change it"),
        ("kind: order, by: parks, units: [a]", "'by' orders places and stands without 'node'", "change it"),
    ],
)  # fmt: skip
def test_an_unknown_word_is_met_at_its_line_with_those_there_are(keys: str, message: str, hint: str) -> None:
    text = "- {code: a, source: report, says: {zh: 一, en: one}, kind: other, because: {zh: 一, en: one}}\n"
    text += f"- {{code: b, source: report, says: {{zh: 一, en: one}}, {keys}}}\n"
    _, (finding,) = validate(parse_yaml(text, "claims.yaml"), Claims)
    assert (finding.where, finding.message.removeprefix("b: ")) == ("claims.yaml:2", message)
    assert finding.hint.startswith(hint) or hint in finding.hint


def test_an_unknown_kind_of_claim_is_met_with_those_there_are() -> None:
    text = "- {code: a, source: report, says: {zh: 一, en: one}, kind: trends, what: gap, direction: up}\n"
    _, (finding,) = validate(parse_yaml(text, "claims.yaml"), Claims)
    assert finding.message == "a: unknown kind 'trends'"
    assert finding.hint.startswith("did you mean 'trend'? allowed: tier_cutoff, tier_members, leader, order")


def test_a_wrong_key_of_a_claim_is_met_with_those_of_its_kind() -> None:
    text = "- {code: a, source: report, says: {zh: 一, en: one}, kind: order, ordr: universities, places: ['1']}\n"
    _, (finding,) = validate(parse_yaml(text, "claims.yaml"), Claims)
    assert (finding.code, finding.message) == ("yaml.unknown-key", "a: unknown key 'ordr'")
    assert finding.hint.startswith("did you mean 'order'?")
