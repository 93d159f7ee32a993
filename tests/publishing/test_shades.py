"""Colours: contrast and the ramp."""

from __future__ import annotations

import pytest

from parkindex.charts.looks import looks
from parkindex.publishing.shades import contrast, fill, ink, palette, tier_mark


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("name", ["ink-text", "ink-soft", "mark", "accent", "tier-1"])
def test_text_colours_can_be_read_on_paper(name: str) -> None:
    assert contrast(palette()[name], palette()["ink-paper"]) >= 4.5


def test_soft_text_can_be_read_on_pale_ground() -> None:
    assert contrast(palette()["ink-soft"], palette()["ink-pale"]) >= 4.5


@pytest.mark.parametrize("shade", [step / 20 for step in range(21)])
def test_ink_can_be_read_on_every_shade(shade: float) -> None:
    assert contrast(fill(shade), ink(shade)) >= 4.5


def test_the_ramp_is_hit_at_its_ends_and_never_left() -> None:
    ramp = looks().ramp
    assert fill(0) == fill(-1) == ramp[0]
    assert fill(1) == fill(2) == ramp[-1]
    assert fill(0.5) not in (ramp[0], ramp[-1])


def test_tiers_differ_by_shape() -> None:
    assert [tier_mark(tier) for tier in (1, 2, 3, 4)] == ["●", "▲", "■", "■"]
