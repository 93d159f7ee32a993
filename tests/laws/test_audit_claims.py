"""Laws of the claims family: what is true of a table is never held against its text, and what is false is found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Outcome, Publication
from parkindex.audit.claims import CHECKS
from parkindex.evidence import claim_words
from parkindex.evidence.claims import Claims
from parkindex.evidence.model import Dataset, Place
from parkindex.framework.text import Text

from .sound_tables import sound_tables

MANY = settings(max_examples=25, deadline=None)
TABLES = sound_tables(most_units=40)


def with_claims(table: Publication, claims: list[dict[str, Any]]) -> Publication:
    """Put claims around a table, and its places as cities of which every other one lies on the coast."""
    names = table.ranking.place_names
    cities = tuple(
        Place(code, "", name, "city", coastal=int(code[1:]) % 2 == 0) for code, name in sorted(names.items())
    )
    says = {"zh": "一。", "en": "One."}
    written = [{"code": f"c{number}", "source": "report", "says": says} | claim for number, claim in enumerate(claims)]
    held = Claims.model_validate(tuple(written)).root
    return replace(table, evidence=Dataset(places=cities, claims=held))


def outcomes(table: Publication, claims: list[dict[str, Any]]) -> list[Outcome]:
    held = with_claims(table, claims)
    return [replace(found, check=code) for code, check in CHECKS.items() for found in check.run(held)]


def of_claims(table: Publication, claims: list[dict[str, Any]]) -> dict[str, str]:
    return {found.subject: found.verdict for found in outcomes(table, claims) if found.subject}


def best(table: Publication, column: int) -> str:
    values = table.ranking.values[:, column]
    return table.ranking.units[int(np.argmax(values))]


def counted(table: Publication) -> Counter[str]:
    return Counter(line[0] for line in table.ranking.places)


def true_claims(table: Publication) -> list[dict[str, Any]]:
    """Return sentences that are true of a table, worked out without the code under test."""
    held = table.ranking
    n, places = len(held.units), counted(table)
    tiers = Counter(tier for tier in held.tiers if tier is not None)
    place, count = places.most_common(1)[0]
    totals = held.total.values if held.total is not None else np.zeros(n)
    worst = held.units[int(np.argmin(held.values[:, 0]))]
    claims: list[dict[str, Any]] = [
        {"kind": "leader", "node": "c1", "unit": best(table, 0)},
        {"kind": "leader", "node": "c1", "unit": worst, "which": "lowest"},
        {"kind": "leader", "node": "total", "place": held.places[0][0]},
        {"kind": "count", "what": "units", "value": n},
        {"kind": "count", "what": f"units:{place}", "value": count},
        {"kind": "count", "what": "tiers", "value": len(tiers)},
        {"kind": "share", "what": f"units:{place}", "value": round(100 * count / n, 1)},
        {"kind": "share", "what": f"units:{place}", "value": float(int(100 * count / n)), "relation": ">="},
        {"kind": "names", "list": "cities-with-parks", "places": tuple(list(places)[:3])},
        {"kind": "names", "list": "cities-with-most-parks", "places": (place,)},
        {"kind": "order", "by": "parks", "places": tuple(code for code, _ in places.most_common(2))},
        {"kind": "order", "node": "total", "units": held.units[:3]},
    ]
    for tier in tiers:
        members = [row for row in range(n) if held.tiers[row] == tier]
        claims.append({"kind": "tier_members", "tier": tier, "units": tuple(held.units[row] for row in members),
                       "complete": True})  # fmt: skip
        claims.append({"kind": "tier_cutoff", "tier": tier, "at": float(totals[members].min())})
        if tier + 1 in tiers:
            claims.append({"kind": "comparison", "what": "total", "degree": "some-higher",
                           "between": (f"tier:{tier}", f"tier:{tier + 1}")})  # fmt: skip
    return claims


@MANY
@given(table=TABLES)
def test_what_is_true_is_never_called_false(table: Publication) -> None:
    told = outcomes(table, true_claims(table))
    assert [found.says.en for found in told if found.verdict == "fails"] == []
    assert sum(found.verdict == "holds" and bool(found.subject) for found in told) >= len(true_claims(table)) - 2


@MANY
@given(table=TABLES, data=st.data())
def test_what_is_false_is_found(table: Publication, data: st.DataObject) -> None:
    held = table.ranking
    n, places = len(held.units), counted(table)
    values = held.values[:, 0]
    place, count = places.most_common()[data.draw(st.integers(0, len(places) - 1))]
    lower = [held.units[row] for row in range(n) if values[row] < values.max()]
    tier = data.draw(st.sampled_from(sorted({tier for tier in held.tiers if tier is not None})))
    outside = [held.units[row] for row in range(n) if held.tiers[row] != tier]
    off = data.draw(st.integers(1, 5))
    false: list[dict[str, Any]] = [
        {"kind": "leader", "node": "c1", "unit": data.draw(st.sampled_from(lower))},
        {"kind": "count", "what": f"units:{place}", "value": count + off},
        {"kind": "count", "what": "units", "value": n - off},
        {"kind": "share", "what": f"units:{place}", "value": 100 * count / n + 1.5},
        {"kind": "share", "what": f"units:{place}", "value": float(int(100 * count / n)), "relation": "<"},
        {"kind": "tier_cutoff", "tier": 1, "at": float(held.total.values[0]) + 0.01 if held.total else 1e9},
        {"kind": "order", "node": "total", "units": (held.units[1], held.units[0])},
    ]
    if outside:
        false.append({"kind": "tier_members", "tier": tier, "units": (data.draw(st.sampled_from(outside)),)})
    if held.total is not None and held.total.cells[0] == held.total.cells[1]:
        false.remove(next(claim for claim in false if claim["kind"] == "order"))
    verdicts = of_claims(table, false)
    assert {code: verdict for code, verdict in verdicts.items() if verdict != "fails"} == {}


@MANY
@given(table=TABLES, first=st.integers(2, 6), second=st.integers(2, 6))
def test_gaps_are_judged_by_their_size_in_standard_deviations(table: Publication, first: int, second: int) -> None:
    units = table.ranking.units
    one, two = units[:first], units[-second:]
    values = table.ranking.total.values if table.ranking.total is not None else np.zeros(len(units))
    effect = (values[:first].mean() - values[-second:].mean()) / values.std()
    between = (f"units:{'+'.join(one)}", f"units:{'+'.join(two)}")
    degrees = ("small", "large", "higher", "lower", "much-higher")
    claims = [{"kind": "comparison", "what": "total", "degree": degree, "between": between} for degree in degrees]
    told = of_claims(table, claims)
    assert told["c0"] == ("fails" if effect >= 0.8 else "untestable" if effect > 0.5 else "holds")
    assert told["c1"] == {"fails": "holds", "untestable": "untestable", "holds": "fails"}[told["c0"]]
    assert told["c2"] == ("holds" if effect >= 0.2 else "untestable")
    assert told["c3"] == ("fails" if effect >= 0.2 else "untestable")


@MANY
@given(table=TABLES, data=st.data())
def test_one_value_under_two_verdicts_is_found(table: Publication, data: st.DataObject) -> None:
    held = table.ranking
    row, twin = data.draw(st.lists(st.integers(0, len(held.units) - 1), min_size=2, max_size=2, unique=True))
    column = held.columns[0]
    cells = list(column.cells)
    cells[twin] = cells[row]
    alike = replace(table, ranking=replace(held, columns=(replace(column, cells=tuple(cells)), *held.columns[1:])))
    between = (f"units:{held.units[row]}", f"units:{held.units[twin]}")
    claims = [{"kind": "comparison", "what": "c1", "degree": "higher", "between": between}]
    (found,) = (each for each in outcomes(alike, claims) if each.check == "claims.same-value")
    assert (found.verdict, found.data["units"]) == ("fails", [held.units[row], held.units[twin]])
    if held.values[row, 0] != held.values[twin, 0]:
        (found,) = (each for each in outcomes(table, claims) if each.check == "claims.same-value")
        assert found.verdict == "holds"


WORDS = {"N": "2", "PLACE+PLACE": "p0+p1", "A+B": "u1+u2", "CODE": "x", "SCHEME": "x", "CATEGORY": "x", "YEAR": "2018"}


def spelled(form: str) -> str:
    """Fill the parts of a form in."""
    parts = ["p0+p1" if part == "PLACE+PLACE" else WORDS.get(part, part) for part in form.split(":")]
    return ":".join("x" if part == "STATISTIC" else part for part in parts)


LEAVE_OUT: dict[str, dict[str, Any]] = {
    "nothing": {},
    "totals": {"total": None},
    "tiers": {"tiers": (), "cut_offs": ()},
    "places": {"places": (), "place_names": {"p0": Text(zh="地", en="Place")}},
    "columns": {"columns": (), "total": None},
    "ranks": {"ranks": (), "total": None},
}
"""What a table may lack."""


@MANY
@given(table=TABLES, data=st.data(), lacks=st.sampled_from(sorted(LEAVE_OUT)))
def test_every_claim_that_can_be_written_has_one_outcome(table: Publication, data: st.DataObject, lacks: str) -> None:
    table = replace(table, ranking=replace(table.ranking, **LEAVE_OUT[lacks]))
    node = data.draw(st.sampled_from(["c1", "total", "nothing"]))
    groups = [spelled(form) for form in claim_words.GROUPS if form != "region:CODE"] + ["region:east_china"]
    lists = [form.replace("NODE", node).replace("NUMBER", "50") for form in claim_words.LISTS]
    claims: list[dict[str, Any]] = [
        {"kind": kind, "what": spelled(form), "value": 3.0, "relation": relation}
        for form in claim_words.MEASURES
        for kind in ("count", "share")
        if kind == "count" or form in claim_words.SHARED
        for relation in data.draw(st.lists(st.sampled_from(["=", ">", "≈", "<="]), max_size=1))
    ]
    for degree in claim_words.DEGREES:
        pair = tuple(data.draw(st.lists(st.sampled_from(groups), min_size=2, max_size=2)))
        if pair != ("others", "others"):
            what = "parks" if degree == "most" else node
            claims.append({"kind": "comparison", "what": what, "degree": degree, "between": pair})
        if degree in claim_words.WITHIN:
            alone = data.draw(st.sampled_from([group for group in groups if group != "others"]))
            claims.append(
                {
                    "kind": "comparison",
                    "what": "parks" if degree == "most" else node,
                    "degree": degree,
                    "between": (alone,),
                }
            )
    claims += [
        {"kind": "names", "list": word, claim_words.LISTED.get(claim_words.listing(word).form, "places"): named}
        for word in lists
        for named in [("u1", "zz") if word.startswith(node) else ("p0", "zz")]
    ]
    claims += [
        {"kind": "tier_cutoff", "tier": 1, "at": 50.0},
        {"kind": "tier_members", "tier": 1, "units": ("u1", "zz")},
        {"kind": "tier_members", "tier": 1, "places": ("p0", "zz"), "complete": True},
        {"kind": "leader", "node": node, "unit": "u1", "scope": "tier:1"},
        {"kind": "order", "node": node, "units": ("u1", "zz")},
    ]
    claims += [{"kind": "leader", "node": node, "place": "zz"}, {"kind": "order", "node": node, "places": ("p0", "zz")}]
    told = [found for found in outcomes(table, claims) if found.subject and found.check != "claims.contradictions"]
    once = Counter(found.subject for found in told if found.check != "claims.same-value")
    assert once == {f"c{number}": 1 for number in range(len(claims))}
    assert [found.says for found in told if not found.says.zh.endswith("。") or not found.says.en.endswith(".")] == []
    assert [found.says.en for found in told if re.search(r"\bnan\b|\bNone\b(?! of)", found.says.en)] == []
