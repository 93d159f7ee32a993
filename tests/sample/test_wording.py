from __future__ import annotations

import re
from typing import cast

import numpy as np
import pytest

from parkindex.sample.wording import LADDER, WORDINGS, draw_words, step, yuan


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (5, "CNY 50,000"),
        (60, "CNY 600,000"),
        (100, "CNY 1 million"),
        (150, "CNY 1.5 million"),
        (1000, "CNY 10 million"),
    ],
)
def test_amounts_in_english(amount: int, words: str) -> None:
    assert yuan(amount) == words


def test_generous_places_stand_higher_on_the_ladder() -> None:
    generator = np.random.default_rng(1)
    mean = [np.mean([step(g, generator) for _ in range(300)]) for g in (0.1, 0.5, 0.9)]
    assert mean == sorted(mean)
    assert {step(1.0, generator, 0, 2) for _ in range(200)} <= {0, 1, 2}


@pytest.mark.parametrize("category", list(WORDINGS))
def test_every_wording_is_written_in_both_languages_with_the_same_rates(category: str) -> None:
    generator = np.random.default_rng(5)
    for _ in range(40):
        zh, en = draw_words(category, float(generator.random()), generator)
        assert re.search(r"[一-鿿]", zh)
        assert not re.search(r"[一-鿿]", en)
        assert re.findall(r"(\d+)%", zh) == re.findall(r"(\d+)%", en)


def test_ranges_run_upwards() -> None:
    generator = np.random.default_rng(6)
    for _ in range(200):
        zh, _ = draw_words("standards", 0.5, generator)
        amounts = [int(number) for number in re.findall(r"\d+", zh)]
        assert amounts == sorted(amounts)
        assert set(amounts) <= set(LADDER)


class Fixed:
    """A generator that always draws the middle: the centre of a normal, the first option, half of the interval."""

    def normal(self, centre: float, _: float) -> float:
        return centre

    def integers(self, low: int, _: int | None = None) -> int:
        return 0 if _ is None else low

    def choice(self, options: list[int]) -> int:
        return options[0]

    def random(self) -> float:
        return 0.5


@pytest.mark.parametrize(
    ("category", "zh", "en"),
    [
        ("talent", "30—150万元", "CNY 300,000 to CNY 1.5 million"),
        ("premises", "最高150万元/年", "up to CNY 1.5 million a year"),
        (
            "operation",
            "门槛：200万营收，补贴：30—150万元",
            "threshold: revenue of CNY 2 million; grant: CNY 300,000 to CNY 1.5 million",
        ),
        ("research", "10%研发补贴；专利最高20万元/件", "10% of research costs; up to CNY 200,000 a patent"),
        ("financing", "20%利息补贴，8亿产业基金", "20% of interest, industry fund of CNY 0.8 billion"),
        ("events", "最高150万元", "up to CNY 1.5 million"),
        ("other", "开放40个应用场景", "opens 40 application scenarios"),
    ],
)
def test_wordings_of_a_middling_district(category: str, zh: str, en: str) -> None:
    assert draw_words(category, 0.5, cast("np.random.Generator", Fixed())) == (zh, en)
