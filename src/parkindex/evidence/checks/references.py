"""Codes that name a thing which is not there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from parkindex.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from parkindex.evidence.claims import Claim
    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

    Known = Mapping[str, frozenset[str]]

SUPPORT = "support"
"""The variable whose classes are the categories of the support matrix."""

REFERENCES: dict[str, dict[str, str]] = {
    "places": {"parent": "place"},
    "units": {"place": "place"},
    "observations": {"subject": "unit or place", "node": "node"},
    "answers": {"subject": "unit or place", "variable": "question"},
    "statistics": {"question": "question"},
    "policies": {"place": "place"},
    "beneficiaries": {"policy": "policy", "unit": "unit"},
    "schemes": {"place": "place", "policies": "policy", "units": "unit"},
    "support": {"scheme": "scheme", "category": "category of support"},
    "funds": {"place": "place", "unit": "unit"},
    "guidance": {"place": "place"},
    "market": {"series": "series"},
    "growth": {"series": "series"},
    "order_entries": {"order": "order", "place": "place", "unit": "unit"},
    "published": {"unit": "unit", "node": "node"},
}
"""What each column of each table names; every table may also have a ``source`` column."""

DECLARED_IN = {
    "place": "places.csv",
    "unit": "units.csv",
    "unit or place": "units.csv or places.csv",
    "node": "framework.yaml",
    "question": "evidence/variables.yaml",
    "policy": "evidence/policies.csv",
    "scheme": "evidence/schemes.csv",
    "category of support": f"evidence/variables.yaml, variable '{SUPPORT}'",
    "node or question": "framework.yaml or evidence/variables.yaml",
    "series": "evidence/series.yaml",
    "statistic": "evidence/statistics.csv",
    "fund": "evidence/funds.csv",
    "order": "evidence/orders.yaml",
    "source": "evidence/sources.yaml",
}
"""Where each kind of thing is declared, for the hint."""

TABLES_OF: dict[str, frozenset[str]] = {
    "place": frozenset({"places"}),
    "unit": frozenset({"units"}),
    "unit or place": frozenset({"units", "places"}),
    "question": frozenset({"variables"}),
    "policy": frozenset({"policies"}),
    "scheme": frozenset({"schemes"}),
    "category of support": frozenset({"variables"}),
    "node or question": frozenset({"variables"}),
    "series": frozenset({"series"}),
    "statistic": frozenset({"statistics"}),
    "fund": frozenset({"funds"}),
    "order": frozenset({"orders"}),
    "source": frozenset({"sources"}),
}
"""The tables that declare each kind of thing: where one of them lacks rows, nobody knows which codes are unknown."""

_WITH_SOURCE = (*REFERENCES, "background")


def unknown_references(framework: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find every code, in any table or YAML file but the claims, that names nothing."""
    known = _certain(framework, dataset)
    for table, columns in REFERENCES.items():
        for row in getattr(dataset, table):
            for column, kind in columns.items():
                yield from _unknown(getattr(row, column), kind, known, f"{row.where} column '{column}'")
    for table in _WITH_SOURCE:
        for row in getattr(dataset, table):
            yield from _unknown(row.source if hasattr(row, "source") else (), "source", known, _source_at(row.where))
    yield from _in_yaml(dataset, known)


def _certain(framework: Framework, dataset: Dataset) -> Known:
    """Return the codes of every kind of thing whose tables are whole."""
    known = known_codes(framework, dataset)
    return {kind: codes for kind, codes in known.items() if not TABLES_OF.get(kind, frozenset()) & dataset.incomplete}


def _source_at(where: str) -> str:
    return f"{where} column 'source'"


def known_codes(framework: Framework, dataset: Dataset) -> Known:
    """Return the codes there are, by kind of thing."""
    places = frozenset(place.code for place in dataset.places)
    units = frozenset(unit.code for unit in dataset.units)
    support = [variable.classes for variable in dataset.variables if variable.code == SUPPORT]
    return {
        "place": places,
        "unit": units,
        "unit or place": places | units,
        "node": frozenset(framework.codes),
        "question": frozenset(variable.code for variable in dataset.variables),
        "node or question": frozenset(framework.codes) | {variable.code for variable in dataset.variables},
        "policy": frozenset(mention.policy for mention in dataset.policies),
        "scheme": frozenset(scheme.scheme for scheme in dataset.schemes),
        "category of support": frozenset(option.code for classes in support for option in classes),
        "series": frozenset(series.code for series in dataset.series),
        "order": frozenset(order.code for order in dataset.orders),
        "statistic": frozenset(statistic.code for statistic in dataset.statistics),
        "fund": frozenset(fund.fund for fund in dataset.funds),
        "source": dataset.source_addresses,
    }


def _in_yaml(dataset: Dataset, known: Known) -> Iterator[Finding]:
    for series in dataset.series:
        yield from _unknown(series.source, "source", known, dataset.where("series", series.code))
    for order in dataset.orders:
        yield from _unknown(order.source, "source", known, dataset.where("order", order.code))


def unknown_in_claims(framework: Framework, dataset: Dataset, claims: Iterable[Claim]) -> Iterator[Finding]:
    """Find codes in claims that nothing has."""
    from parkindex.evidence.claims import claim_references

    known = _certain(framework, dataset)
    for claim in claims:
        where = dataset.where("claim", claim.code)
        for kind, codes in claim_references(claim):
            yield from _unknown(codes, kind, known, where)


def _unknown(named: str | tuple[str, ...], kind: str, known: Known, where: str) -> Iterator[Finding]:
    """Yield a finding for each code that is not known; an empty code names nothing and is no error here."""
    for code in (named,) if isinstance(named, str) else named:
        if code and kind in known and code not in known[kind]:
            near = get_close_matches(code, known[kind], n=1)
            hint = f"did you mean '{near[0]}'? " if near else ""
            hint += f"it must be declared in {DECLARED_IN[kind]}"
            yield Finding(f"unknown.{kind.split(maxsplit=1)[0]}", where, f"unknown {kind} '{code}'", hint)
