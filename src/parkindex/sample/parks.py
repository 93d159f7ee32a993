"""The synthetic parks: where they stand, how old, large and full they are, and how these hang together.

Every relation is plausible rather than measured: parks in coastal cities and older parks are fuller, larger parks cost
more, more firms attract more finance. A few parks are outliers, and many values are rounded so that ties occur.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parkindex.sample.gazetteer import Spot, cities, districts

CUT_OFF = (2019, 5)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Park:
    """One synthetic park.

    ``opened`` is (year, month), after the cut-off for a park under construction; ``age`` in years, below zero then;
    ``area`` in 10,000 m²; ``investment`` and ``financing`` in 100 million yuan; ``occupancy`` in per cent of the area;
    ``quality`` is the latent strength behind the other draws, about standard normal.
    """

    number: int
    width: int
    district: Spot
    city: Spot
    opened: tuple[int, int]
    age: float
    area: float
    investment: float
    occupancy: int
    firms: int
    leading_firms: int
    financing: float
    quality: float

    @property
    def code(self) -> str:
        """Return the code of the unit."""
        return f"sample-{self.label}"

    @property
    def label(self) -> str:
        """Return the number, padded so that codes sort as numbers do."""
        return f"{self.number:0{self.width}d}"

    @property
    def zh(self) -> str:
        """Return the Chinese name."""
        return f"合成示例园区{self.label}"

    @property
    def en(self) -> str:
        """Return the English name."""
        return f"Synthetic Sample Park {self.label}"

    @property
    def building(self) -> bool:
        """Tell whether the park is still under construction at the cut-off."""
        return self.age < 0


def draw_parks(count: int, generator: np.random.Generator) -> tuple[Park, ...]:
    """Draw ``count`` parks in cities that are drawn first, each of them with one park at least."""
    homes = draw_homes(count, generator)
    strength = {code: generator.normal() for code in dict.fromkeys(home.parent for home in homes)}
    city = {spot.code: spot for spot in cities()}
    coastal = np.array([city[home.parent].coastal for home in homes], dtype=float)
    quality = 0.5 * np.array([strength[home.parent] for home in homes]) + 0.8 * generator.normal(size=count)
    months = draw_months(count, generator)
    area, investment = draw_size(count, generator)
    occupancy = 40 + 10 * np.maximum(months, 0) / 12 + 7 * coastal + 8 * quality + generator.normal(0, 8, count)
    occupancy = np.clip(np.round(occupancy), 4, 98)
    firms = generator.poisson(4 + 22 * np.sqrt(np.minimum(area, 8)) * occupancy / 100)
    leading = generator.binomial(firms, np.clip(0.1 + 0.04 * quality, 0.02, 0.3))
    financing = np.round(0.08 * firms * generator.lognormal(0, 0.6, count), 1)
    financing[generator.random(count) < 0.03] *= 12
    return tuple(
        Park(
            number=i + 1,
            width=max(2, len(str(count))),
            district=homes[i],
            city=city[homes[i].parent],
            opened=_before_cut_off(int(months[i])),
            age=months[i] / 12,
            area=float(area[i]),
            investment=float(investment[i]),
            occupancy=int(occupancy[i]),
            firms=int(firms[i]),
            leading_firms=int(leading[i]),
            financing=round(float(financing[i]), 1),
            quality=float(quality[i]),
        )
        for i in range(count)
    )


def draw_homes(count: int, generator: np.random.Generator) -> list[Spot]:
    """Draw the district of each park: about twice the square root of the parks as cities, coastal ones more often."""
    all_cities = cities()
    pull = generator.lognormal(0, 0.8, len(all_cities)) * np.array([2.0 if c.coastal else 1.0 for c in all_cities])
    number = min(count, len(all_cities), max(2, round(2.2 * count**0.5)))
    chosen = generator.choice(len(all_cities), number, replace=False, p=pull / pull.sum())
    share = pull[chosen] / pull[chosen].sum()
    picks = np.concatenate([chosen, generator.choice(chosen, count - number, p=share)])
    generator.shuffle(picks)
    inside = generator.random(count)
    homes = []
    for pick, where in zip(picks, inside, strict=True):
        options = districts(all_cities[pick].code)
        homes.append(options[int(where * len(options))])
    return homes


def draw_months(count: int, generator: np.random.Generator) -> Floats:
    """Draw the age of each park in months; most are below two years, some still under construction (negative)."""
    months = np.minimum(np.round(12 * generator.gamma(2.2, 0.85, count)), 108)
    building = generator.random(count) < 0.05
    building[:1] = False
    return np.where(building, -generator.integers(1, 13, count), months).astype(float)


def draw_size(count: int, generator: np.random.Generator) -> tuple[Floats, Floats]:
    """Draw area (10,000 m²) and investment (100 million yuan); one park in thirty is ten times too large."""
    area = generator.lognormal(np.log(2.6), 0.8, count)
    area[generator.random(count) < 0.03] *= 10
    area = np.where(area > 3, np.round(area * 2) / 2, np.round(area, 1))
    area = np.maximum(area, 0.2)
    investment = np.maximum(np.round(0.7 * area**0.8 * generator.lognormal(0, 1.0, count), 1), 0.1)
    return area, investment


def _before_cut_off(months: int) -> tuple[int, int]:
    year, month = CUT_OFF
    index = year * 12 + (month - 1) - months
    return index // 12, index % 12 + 1
