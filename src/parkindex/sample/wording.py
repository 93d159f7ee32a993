"""Words of synthetic support measures, in the grammar in which Chinese districts write them, with an English rendering.

A wording is drawn from `WORDINGS`: for each of the ten categories some templates, each a function of the generosity
(about 0 to 1) and the generator, that returns the Chinese words and their English translation.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Words = tuple[str, str]
Template = Callable[[float, np.random.Generator], Words]

LADDER = (5, 10, 20, 30, 50, 60, 80, 100, 150, 200, 300, 500, 600)


def yuan(ten_thousands: int) -> str:
    """Return an amount of 万元 as English words (``60`` -> ``CNY 600,000``, ``500`` -> ``CNY 5 million``)."""
    if ten_thousands >= 100:
        return f"CNY {ten_thousands / 100:g} million"
    return f"CNY {ten_thousands * 10_000:,}"


def step(generosity: float, generator: np.random.Generator, least: int = 0, most: int = len(LADDER) - 1) -> int:
    """Draw a position of the ladder between ``least`` and ``most``, higher for generous places."""
    centre = least + np.clip(generosity, 0, 1) * (most - least)
    return int(np.clip(np.round(generator.normal(centre, 1.2)), least, most))


def _range(generosity: float, generator: np.random.Generator) -> Words:
    low = step(generosity, generator, 0, 6)
    high = step(generosity, generator, low + 1)
    return f"{LADDER[low]}—{LADDER[high]}万元", f"{yuan(LADDER[low])} to {yuan(LADDER[high])}"


def _up_to(generosity: float, generator: np.random.Generator) -> Words:
    most = LADDER[step(generosity, generator, 3)]
    return f"最高{most}万元", f"up to {yuan(most)}"


def _up_to_a_year(generosity: float, generator: np.random.Generator) -> Words:
    zh, en = _up_to(generosity, generator)
    return f"{zh}/年", f"{en} a year"


def _settling(generosity: float, generator: np.random.Generator) -> Words:
    most = LADDER[step(generosity, generator, 5)]
    return f"安家补贴最高{most}万元", f"settling-in allowance of up to {yuan(most)}"


def _rent_free(generosity: float, generator: np.random.Generator) -> Words:
    years = 1 + int(generator.integers(0, 3))
    most = LADDER[step(generosity, generator, 2, 8)]
    return (
        f"最高{years}年免租，最高{most}万装修补贴",
        f"up to {years} year{'s' if years > 1 else ''} rent-free, fitting-out grant of up to {yuan(most)}",
    )


def _threshold(generosity: float, generator: np.random.Generator) -> Words:
    threshold = int(generator.choice([200, 500, 1000]))
    zh, en = _range(generosity, generator)
    return f"门槛：{threshold}万营收，补贴：{zh}", f"threshold: revenue of {yuan(threshold)}; grant: {en}"


def _research_rate(generosity: float, generator: np.random.Generator) -> Words:
    rate = int(generator.choice([10, 15, 20]))
    most = LADDER[step(generosity, generator, 0, 4)]
    return f"{rate}%研发补贴；专利最高{most}万元/件", f"{rate}% of research costs; up to {yuan(most)} a patent"


def _high_tech(generosity: float, generator: np.random.Generator) -> Words:
    zh, en = _range(generosity, generator)
    return f"高新：{zh}", f"high-tech firms: {en}"


def _interest(generosity: float, generator: np.random.Generator) -> Words:
    rate = int(generator.choice([20, 30, 40, 50]))
    fund = max(1, round(30 * float(np.clip(generosity, 0, 1)) * generator.random()))
    return (
        f"{rate}%利息补贴，{fund}亿产业基金",
        f"{rate}% of interest, industry fund of CNY {fund / 10:g} billion",
    )


def _incubator(generosity: float, generator: np.random.Generator) -> Words:
    most = LADDER[step(generosity, generator, 4)]
    return f"最高{most}万众创空间奖励", f"makerspace award of up to {yuan(most)}"


def _scenarios(generosity: float, generator: np.random.Generator) -> Words:
    count = 10 * step(generosity, generator, 1, 8)
    return f"开放{count}个应用场景", f"opens {count} application scenarios"


def _rebate(_generosity: float, _generator: np.random.Generator) -> Words:
    return "财政返还", "fiscal rebate"


WORDINGS: dict[str, tuple[Template, ...]] = {
    "talent": (_range, _settling, _rebate),
    "premises": (_up_to_a_year, _up_to_a_year, _rent_free),
    "operation": (_threshold, _up_to_a_year),
    "research": (_research_rate, _high_tech),
    "standards": (_range, _up_to),
    "financing": (_interest,),
    "listing": (_range, _up_to),
    "laboratory": (_range, _incubator),
    "events": (_up_to, _range),
    "other": (_scenarios, _up_to),
}


def draw_words(category: str, generosity: float, generator: np.random.Generator) -> Words:
    """Draw the words of one cell of the support matrix."""
    templates = WORDINGS[category]
    return templates[int(generator.integers(len(templates)))](generosity, generator)
