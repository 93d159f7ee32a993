"""Synthetic policies: the districts' special policies, whom they reach, what they offer, and provincial guidance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.sample.folder import csv_text
from parkindex.sample.gazetteer import Spot, province_of, spots
from parkindex.sample.parks import CUT_OFF, Park
from parkindex.sample.wording import WORDINGS, draw_words

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = "policy-file#policies"
SUPPORT_SOURCE = "policy-file#support"


@dataclass(frozen=True, slots=True)
class Policy:
    """A special policy of a district; ``issued`` is (year, month)."""

    code: str
    district: Spot
    issued: tuple[int, int]
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the policies of one district offer together: ``cells`` maps a category to words zh, words en and status."""

    code: str
    district: Spot
    policies: tuple[str, ...]
    stars: int
    cells: dict[str, tuple[str, str, str]]

    @property
    def breadth(self) -> int:
        """Return the number of categories with support of its own."""
        return sum(1 for _, _, status in self.cells.values() if not status)


def draw_policies(parks: Sequence[Park], generator: np.random.Generator) -> tuple[Policy, ...]:
    """Draw none to three special policies for each district that holds a park; two districts in ten have none."""
    drawn: list[Policy] = []
    homes = sorted({park.district.code: park.district for park in parks}.values(), key=lambda spot: spot.code)
    last = CUT_OFF[0] * 12 + CUT_OFF[1] - 2
    for district in homes:
        count = 0 if generator.random() < 0.2 else 1 + int(generator.binomial(2, 0.35))
        for month in sorted(int(m) for m in last - np.round(generator.gamma(2.0, 8.0, count)).astype(int)):
            number = f"{len(drawn) + 1:02d}"
            city = spots()[district.parent]
            drawn.append(
                Policy(
                    f"policy-{number}",
                    district,
                    (month // 12, month % 12 + 1),
                    f"（合成）{city.zh}{district.zh}区块链扶持办法第{number}号",
                    f"(Synthetic) Blockchain Measures No. {number}, {district.en}, {city.en}",
                )
            )
    return tuple(drawn)


def draw_schemes(policies: Sequence[Policy], generator: np.random.Generator) -> tuple[Scheme, ...]:
    """Draw for each district with a policy the ten cells of its support; generous districts cover more and pay more."""
    by_district: dict[str, list[Policy]] = {}
    for policy in policies:
        by_district.setdefault(policy.district.code, []).append(policy)
    schemes = []
    for number, (district, own) in enumerate(by_district.items(), start=1):
        generosity = float(np.clip(generator.normal(0.55, 0.22), 0.05, 1.0))
        cells = {category: draw_cell(category, generosity, generator) for category in WORDINGS}
        breadth = sum(1 for _, _, status in cells.values() if not status)
        stars = int(np.clip(round(breadth / 2.5), 1, 4))
        codes = tuple(policy.code for policy in own)
        schemes.append(Scheme(f"scheme-{number:02d}", spots()[district], codes, stars, cells))
    return tuple(schemes)


def draw_cell(category: str, generosity: float, generator: np.random.Generator) -> tuple[str, str, str]:
    """Draw one cell: words of its own, or nothing (``/``), or a pointer to other policies in force."""
    luck = generator.random()
    if luck < 0.3 + 0.6 * generosity:
        return (*draw_words(category, generosity, generator), "")
    if luck > 0.97:
        return ("现行政策", "policy in force", "refers_elsewhere")
    return ("/", "/", "none")


def policy_files(
    policies: Sequence[Policy], schemes: Sequence[Scheme], parks: Sequence[Park], generator: np.random.Generator
) -> dict[str, str]:
    """Return the files of the policies by their names in the edition."""
    return {
        "evidence/policies.csv": csv_text(
            "policy,table,place,date,title_zh,title_en,summary_zh,summary_en,source,note", map(_policy_row, policies)
        ),
        "evidence/beneficiaries.csv": csv_text(
            "policy,unit,name_as_printed,source,note", _beneficiaries(policies, parks)
        ),
        "evidence/schemes.csv": csv_text(
            "scheme,name_zh,name_en,place,stars,policies,source,note",
            (
                (s.code, *_full_name(s.district), s.district.code, s.stars, ";".join(s.policies), SUPPORT_SOURCE, "")
                for s in schemes
            ),
        ),
        "evidence/support.csv": csv_text(
            "scheme,category,words,words_en,status,source,note",
            ((s.code, category, *cell, SUPPORT_SOURCE, "") for s in schemes for category, cell in s.cells.items()),
        ),
        "evidence/guidance.csv": guidance_csv(parks, generator),
    }


def guidance_csv(parks: Sequence[Park], generator: np.random.Generator) -> str:
    """Return ``guidance.csv``: three provinces in four have issued guidance, each at its own date."""
    rows = []
    for province in sorted({province_of(park.city).code for park in parks}):
        month, issued = int(generator.integers(2017 * 12, 2019 * 12 + 4)), generator.random() < 0.75
        if issued:
            spot = spots()[province]
            date = f"{month // 12}-{month % 12 + 1:02d}"
            zh, en = f"（合成）{spot.zh}区块链产业发展指导意见", f"(Synthetic) Guidance of {spot.en} on Blockchain"
            rows.append((province, date, zh, en, SOURCE, ""))
    return csv_text("place,date,title_zh,title_en,source,note", rows)


def _policy_row(policy: Policy) -> tuple[str, ...]:
    year, month = policy.issued
    return (
        policy.code,
        "special",
        policy.district.code,
        f"{year}-{month:02d}",
        policy.zh,
        policy.en,
        "对入驻企业给予多项补贴。",
        "Grants several kinds of support to resident firms.",
        SOURCE,
        "",
    )


def _beneficiaries(policies: Sequence[Policy], parks: Sequence[Park]) -> list[tuple[str, ...]]:
    inside: dict[str, list[Park]] = {}
    for park in parks:
        inside.setdefault(park.district.code, []).append(park)
    return [
        (policy.code, park.code, park.zh, SOURCE, "") for policy in policies for park in inside[policy.district.code]
    ]


def _full_name(district: Spot) -> tuple[str, str]:
    city = spots()[district.parent]
    return f"{city.zh}{district.zh}", f"{district.en}, {city.en}"
