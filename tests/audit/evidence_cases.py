"""Evidence written down in a line or two, for the tests of checks that read more than the ranking."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parkindex.audit import Outcome, Publication
from parkindex.audit.of_edition import publication_of
from parkindex.evidence.amounts import parse
from parkindex.evidence.claims import GrowthClaim, Measure
from parkindex.evidence.model import (
    Beneficiary,
    Dataset,
    Fund,
    GrowthRate,
    MarketValue,
    PartialDate,
    Place,
    PolicyMention,
    Scheme,
    Series,
    Statistic,
    Status,
    SupportCell,
    Unit,
    Variable,
)
from parkindex.framework.model import Aggregate, Framework
from parkindex.framework.text import Text

from .conftest import publication

if TYPE_CHECKING:
    from parkindex.edition import Edition

Check = Callable[[Publication], Iterable[Outcome]]


def around(*, ranking: Publication | None = None, **tables: Any) -> Publication:
    """Return a publication of three units ``u1`` … with this evidence around it."""
    bare = ranking or publication([[1, 2], [3, 5], [5, 9]], [3, 8, 14])
    units = tuple(unit(code, name.zh) for code, name in zip(bare.ranking.units, bare.ranking.names, strict=True))
    return replace(bare, evidence=Dataset(**({"units": units} | tables)))


def of_2019(report: Edition) -> Publication:
    """Return the report of 2019 as it is audited."""
    return publication_of(report.result(), title=report.about.title)


def failing(check: Check, held: Publication) -> list[Outcome]:
    """Return what a check finds not to hold."""
    return [outcome for outcome in check(held) if outcome.verdict == "fails"]


def verdicts(check: Check, held: Publication) -> list[str]:
    """Return the verdicts of a check, in its order."""
    return [outcome.verdict for outcome in check(held)]


def printed(outcome: Outcome) -> list[str]:
    """Return what the exhibits of an outcome print."""
    return [exhibit.printed for exhibit in outcome.exhibits]


def words(zh: str) -> Text:
    return Text(zh=zh, en=f"en {zh}")


def unit(code: str, name: str, place: str = "") -> Unit:
    return Unit(code, words(name), words(name), place)


def place(code: str, level: str = "city", parent: str = "") -> Place:
    return Place(code, code, words(code), level, parent)  # type: ignore[arg-type]


def question(code: str, *classes: str | tuple[str, float | None, float | None], kind: str = "category") -> Variable:
    """Return a question with classes, each a code or a code with its bounds."""
    held = [(each, None, None) if isinstance(each, str) else each for each in classes]
    return Variable.model_validate(
        {
            "code": code,
            "name": {"zh": f"问{code}", "en": f"Question {code}"},
            "level": "park",
            "kind": kind,
            "classes": tuple(
                {"code": name, "name": {"zh": f"答{name}", "en": f"Answer {name}"}, "from": low, "to": high}
                for name, low, high in held
            ),
        }
    )


def share(asked: str, category: str, value: float, relation: Any = "=", **rest: Any) -> Statistic:
    """Return a printed share in percent; ``rest`` may state n, the words, the kind of answer."""
    held = {"unit": "percent", "source": ("report#text",), "as_printed": f"{value:g}%"} | rest
    return Statistic(f"{asked}_{category}", asked, category, relation, value, **held)


def stated(what: str, value: float, relation: str = "=") -> Measure:
    """Return a sentence that states a share."""
    return Measure.model_validate(
        {
            "code": "said",
            "source": "report#heading",
            "kind": "share",
            "says": {"zh": "一句话", "en": "A sentence"},
            "what": what,
            "value": value,
            "relation": relation,
        }
    )


def series(code: str, name: str, currency: str = "CNY") -> Series:
    return Series(code=code, name=words(name), currency=currency, publisher=words("甲"), source="report")


def market(code: str, values: dict[int, float], measure: str = "yuan_100m") -> tuple[MarketValue, ...]:
    return tuple(
        MarketValue(code, year, value, measure, "=", "observed", source=("report#market",))
        for year, value in values.items()
    )


def rate(code: str, first: int, last: int, percent: float) -> GrowthRate:
    return GrowthRate(code, first, last, percent, f"{percent:g}%", source=("report#growth",))


def growth_claim(code: str, first: int, last: int, percent: float) -> GrowthClaim:
    return GrowthClaim.model_validate(
        {
            "code": f"said-{first}",
            "source": "report#heading",
            "kind": "growth",
            "says": {"zh": "一句话", "en": "A sentence"},
            "series": code,
            "from": first,
            "to": last,
            "rate": percent,
        }
    )


def mention(policy: str, table: str, date: str | None = None, title: str = "", **rest: Any) -> PolicyMention:
    held = {"place": "p1", "source": (f"report#{table}",)} | rest
    when = None if date is None else PartialDate.parse(date)
    return PolicyMention(policy, table, title=words(title or policy), date=when, **held)


def gains(policy: str, name: str, code: str = "") -> Beneficiary:
    return Beneficiary(policy, name, code, source=("report#beneficiaries",))


def scheme(code: str, *policies: str, where: str = "p1", stars: int | None = None) -> Scheme:
    return Scheme(code, words(f"地{code}"), where, stars, policies, source=("report#support",))


def cell(of: str, category: str, text: str) -> SupportCell:
    """Return a cell of the matrix of support; ``/`` grants nothing and 现行政策 points elsewhere."""
    status = {"/": Status.NONE, "现行政策": Status.REFERS_ELSEWHERE}.get(text, Status.OBSERVED)
    clauses = parse(text).clauses if status is Status.OBSERVED else ()
    return SupportCell(of, category, text, text, status, ("report#support",), clauses=clauses)


def fund(code: str, amount: float, held_by: str = "", park: str = "", where: str = "p1") -> Fund:
    return Fund(code, words(f"基金{code}"), where, amount, "亿元", held_by, park, source=("report#funds",))


def indicator(code: str, name: str, definition: str, **rest: Any) -> dict[str, Any]:
    """Return an indicator as it is written in a framework."""
    measure = {"zh": "家", "en": "firms"}
    held = {"type": "numeric", "level": "park", "direction": "higher", "unit_of_measure": measure}
    told = {"name": {"zh": name, "en": name}, "definition": {"zh": definition, "en": definition}}
    return {"code": code, "source_kind": "first_hand"} | held | told | rest


def framework(**pillars: tuple[dict[str, Any], ...]) -> Framework:
    """Return a framework with these pillars, each with its indicators as they are written."""
    held = tuple(
        {"code": code, "name": {"zh": code, "en": code}, "children": children} for code, children in pillars.items()
    )
    return Framework(Aggregate.model_validate({"code": "index", "name": {"zh": "总", "en": "all"}, "children": held}))
