from __future__ import annotations

import re

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
