"""Rubrics: values of indicators that are derived from an edition's tables rather than observed.

A rubric is a plain function of dataset and cut-off date. It returns, for each unit or place it can judge, a value and
the reason in both languages; who is left out has no value. `RUBRICS` lists them all; an indicator names one as its
``rubric``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parkindex.errors import Finding
from parkindex.evidence.dates import PartialDate
from parkindex.evidence.depth import points_of_depth
from parkindex.evidence.rows import Observation
from parkindex.evidence.status import Status
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import Answer, Fund, Guidance, PolicyMention, Scheme, SupportCell
    from parkindex.framework.model import Framework

BREADTH_STEPS = ((9, 5.0), (7, 4.0), (5, 3.0), (3, 2.0), (1, 1.0), (0, 0.0))
"""Points for policy breadth: from so many categories of support on, so many points."""

INSTITUTIONS = {"institutions_national": 3.0, "institutions_provincial": 2.0, "institutions_municipal": 1.0}
"""The questions that count research institutions of each rank, and the points of one institution."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived value, why it is that, and the addresses of the sources it rests on."""

    value: float
    because: Text
    source: tuple[str, ...] = ()


Derivation = Mapping[str, Derived]
Rubric = Callable[["Dataset", PartialDate], Derivation]


def policies_reaching(dataset: Dataset, unit: str, cut_off: PartialDate) -> Mapping[str, PartialDate]:
    """Return the special policies in force where a unit stands, with their earliest printed date.

    A policy reaches the units inside its place; one that is only dated after the cut-off, or nowhere, does not count.
    """
    around = {place.code for place in dataset.line(dataset.unit(unit).place)}
    first: dict[str, PartialDate] = {}
    for mention in dataset.policies:
        if mention.place in around and mention.date is not None and mention.date.first <= cut_off.last:
            known = first.get(mention.policy)
            first[mention.policy] = mention.date if known is None else min(known, mention.date)
    return first


def schemes_reaching(dataset: Dataset, unit: str, cut_off: PartialDate) -> tuple[Scheme, ...]:
    """Return the support schemes open to a unit: those that list it, and those of a place around it that list nobody.

    A scheme whose policies are all dated after the cut-off does not count.
    """
    around = {place.code for place in dataset.line(dataset.unit(unit).place)}
    dates: dict[str, list[PartialDate]] = {}
    for mention in dataset.policies:
        if mention.date is not None:
            dates.setdefault(mention.policy, []).append(mention.date)

    def in_force(scheme: Scheme) -> bool:
        known = [date for policy in scheme.policies for date in dates.get(policy, ())]
        return not known or any(date.first <= cut_off.last for date in known)

    reaching = (
        scheme for scheme in dataset.schemes if (unit in scheme.units if scheme.units else scheme.place in around)
    )
    return tuple(scheme for scheme in reaching if in_force(scheme))


def policy_count(dataset: Dataset, cut_off: PartialDate) -> Derivation:
    """Count the special policies in force where each unit stands."""
    found = {unit.code: policies_reaching(dataset, unit.code, cut_off) for unit in dataset.units}
    return {unit: _policies(dataset, policies, float(len(policies))) for unit, policies in found.items()}


def policy_duration(dataset: Dataset, cut_off: PartialDate) -> Derivation:
    """Measure the years from the first special policy where a unit stands to the cut-off; 0 where there is none."""
    found = {unit.code: policies_reaching(dataset, unit.code, cut_off) for unit in dataset.units}
    return {
        unit: _policies(dataset, policies, min(policies.values()).years_until(cut_off) if policies else 0.0)
        for unit, policies in found.items()
    }


def _policies(dataset: Dataset, policies: Mapping[str, PartialDate], value: float) -> Derived:
    """Name the policies that a value rests on, the earliest first."""
    if not policies:
        return Derived(value, Text(zh="所在辖区无专项政策", en="no special policy where it stands"))
    mentions: dict[str, PolicyMention] = {}
    for mention in dataset.policies:
        mentions.setdefault(mention.policy, mention)
    order = sorted(policies, key=lambda policy: (policies[policy].sort_key, policy))
    zh = "、".join(f"《{mentions[policy].title.zh}》（{policies[policy].of('zh')}）" for policy in order)
    en = "; ".join(f"“{mentions[policy].title.en}” ({policies[policy].of('en')})" for policy in order)
    return Derived(value, Text(zh=zh, en=en), _sources(mentions[policy] for policy in order))


def policy_breadth(dataset: Dataset, cut_off: PartialDate) -> Derivation:
    """Score how many categories of support are granted where a unit stands, by `BREADTH_STEPS` (0 to 5).

    A category counts when a scheme open to the unit states at least one clause in it; a cell that is empty ("/") or
    only points to other policies ("现行政策") does not count.
    """
    derivation = {}
    for unit in dataset.units:
        cells = _granting(dataset, schemes_reaching(dataset, unit.code, cut_off))
        count = len({cell.category for cell in cells})
        points = next(points for least, points in BREADTH_STEPS if count >= least)
        because = Text(zh=f"覆盖{count}类扶持", en=f"{count} {'category' if count == 1 else 'categories'} of support")
        derivation[unit.code] = Derived(points, because, _sources(cells))
    return derivation


def policy_depth(dataset: Dataset, cut_off: PartialDate) -> Derivation:
    """Score how much is granted where a unit stands; the points are those of `parkindex.evidence.depth` (0 to 5)."""
    every = [cell for cell in dataset.support if cell.clauses]
    derivation = {}
    for unit in dataset.units:
        cells = _granting(dataset, schemes_reaching(dataset, unit.code, cut_off))
        depth = points_of_depth(cells, every)
        derivation[unit.code] = Derived(depth.total, depth.because, _sources(cells))
    return derivation


def _granting(dataset: Dataset, schemes: tuple[Scheme, ...]) -> list[SupportCell]:
    codes = {scheme.scheme for scheme in schemes}
    return [cell for cell in dataset.support if cell.scheme in codes and cell.clauses]


def other_policy_count(dataset: Dataset, cut_off: PartialDate) -> Derivation:
    """Count the guidance policies of the city and province of each unit; an undated one counts."""
    derivation = {}
    for unit in dataset.units:
        around = {place.code: place for place in dataset.line(unit.place)}
        rows = [row for row in dataset.guidance if row.place in around]
        rows = [row for row in rows if row.date is None or row.date.first <= cut_off.last]
        names = list(dict.fromkeys(around[row.place].name.zh for row in rows))
        names_en = list(dict.fromkeys(around[row.place].name.en for row in rows))
        because = Text(zh="、".join(names) or "无指导意见", en=", ".join(names_en) or "no guidance policy")
        derivation[unit.code] = Derived(float(len(rows)), because, _sources(rows))
    return derivation


def fund_total(dataset: Dataset, _: PartialDate) -> Derivation:
    """Add up the funds placed in each city that has units, in 100 million yuan (亿元); 0 where there is none.

    A fund counts once, for the city that its place lies in; a fund of a whole province counts for no city.
    """
    cities = {city.code for unit in dataset.units if (city := dataset.city_of(unit.code)) is not None}
    derivation = {}
    for code in sorted(cities):
        funds = [fund for fund in dataset.funds if (city := dataset.at_level(fund.place, "city")) and city.code == code]
        because = Text(
            zh="、".join(fund.name.zh for fund in funds) or "无基金",
            en="; ".join(fund.name.en for fund in funds) or "no fund",
        )
        derivation[code] = Derived(sum(fund.yuan for fund in funds) / 1e8, because, _sources(funds))
    return derivation


def research_institutions(dataset: Dataset, _: PartialDate) -> Derivation:
    """Weigh the research institutions in each park by rank: 3 points a national, 2 a provincial, 1 a municipal one.

    The answers are those to the questions of `INSTITUTIONS`. A unit that left one of them open has no value; the status
    "none" counts as 0.
    """
    derivation = {}
    for unit in dataset.units:
        answers = [dataset.answers_of(unit.code, question)[:1] for question in INSTITUTIONS]
        if not all(answer and (answer[0].status.has_value or answer[0].status is Status.NONE) for answer in answers):
            continue
        counts = [float(answer[0].value or 0) for answer in answers]
        total = sum(count * points for count, points in zip(counts, INSTITUTIONS.values(), strict=True))
        national, provincial, municipal = (f"{count:g}" for count in counts)
        because = Text(
            zh=f"国家级{national}家、省级{provincial}家、市级{municipal}家",
            en=f"{national} national, {provincial} provincial, {municipal} municipal",
        )
        derivation[unit.code] = Derived(total, because, _sources(answer[0] for answer in answers))
    return derivation


def _sources(rows: Iterable[PolicyMention | SupportCell | Guidance | Fund | Answer]) -> tuple[str, ...]:
    """Return the addresses that rows rest on, each once."""
    return tuple(dict.fromkeys(address for row in rows for address in row.source))


RUBRICS: dict[str, Rubric] = {
    "policy_count": policy_count,
    "policy_duration": policy_duration,
    "policy_breadth": policy_breadth,
    "policy_depth": policy_depth,
    "other_policy_count": other_policy_count,
    "fund_total": fund_total,
    "research_institutions": research_institutions,
}
"""Every rubric, by the name that an indicator calls it."""


def derive(framework: Framework, dataset: Dataset, cut_off: PartialDate) -> dict[str, Derivation]:
    """Return what every rubric of the framework derives, by indicator."""
    return {
        indicator.code: RUBRICS[indicator.rubric](dataset, cut_off)
        for indicator in framework.indicators
        if indicator.rubric in RUBRICS
    }


def with_rubrics(framework: Framework, dataset: Dataset, cut_off: PartialDate) -> tuple[Dataset, list[Finding]]:
    """Add the derived values to the observations, with the reason as their note.

    An indicator below a node whose own value was published is left alone: a derived leaf would turn the given node into
    a computed one. A value that was observed stays, and the derived one is dropped. Both are noted in the findings. Of
    several years a rubric derives the latest, since it counts what there is at the cut-off.
    """
    year = dataset.years[-1] if dataset.years else None
    observed = {(item.subject, item.node) for item in dataset.observed_in()}
    given = {item.node for item in dataset.observations}
    added: list[Observation] = []
    findings: list[Finding] = []
    for node, derivation in derive(framework, dataset, cut_off).items():
        above = [code for code in framework.ancestors(node) if code in given]
        if above:
            message = f"'{node}' is not derived: '{above[0]}', which it is part of, was published as it is"
            findings.append(Finding("rubric.given-above", framework.where(node), message, "", "note"))
            continue
        for subject, derived in derivation.items():
            if (subject, node) in observed:
                message = f"'{node}' of '{subject}' was observed; the derived value {derived.value:g} is not used"
                findings.append(Finding("rubric.observed", framework.where(node), message, "", "note"))
                continue
            note = f"{derived.because.zh} | {derived.because.en}"
            added.append(Observation(subject, node, derived.value, Status.DERIVED, derived.source, note, year))
    return replace(dataset, observations=(*dataset.observations, *added)), findings
