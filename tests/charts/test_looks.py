from __future__ import annotations

import itertools
import re

import pytest

from parkindex.charts.looks import looks, luminance


def deuteranope(colour: str) -> tuple[float, ...]:
    """Return a colour as seen without green cones (Viénot, Brettel and Mollon 1999, doi:10.1002/(SICI)1520-6378)."""
    red, green, blue = ((int(colour[start : start + 2], 16) / 255) ** 2.2 for start in (1, 3, 5))
    yellow = 0.29275 * red + 0.70725 * green
    return yellow, yellow, -0.02234 * red + 0.02234 * green + blue


def test_tiers_are_apart_in_greyscale_and_have_different_shapes() -> None:
    tiers = looks().tiers
    for one, other in itertools.combinations(tiers, 2):
        light, dark = sorted((luminance(one.colour), luminance(other.colour)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) > 1.5
    assert len({tier.shape for tier in tiers}) == len(tiers) == 3


def test_tiers_and_accent_are_apart_without_green_cones() -> None:
    colours = [*(tier.colour for tier in looks().tiers), looks().accent]
    for one, other in itertools.combinations(colours, 2):
        distance = sum((a - b) ** 2 for a, b in zip(deuteranope(one), deuteranope(other), strict=True)) ** 0.5
        assert distance > 0.1, (one, other)


def test_text_is_legible_on_paper() -> None:
    for name in ("text", "soft"):
        assert 1.05 / (luminance(looks().ink[name]) + 0.05) > 4.5


def test_the_ramp_darkens_step_by_step() -> None:
    steps = [luminance(colour) for colour in looks().ramp]
    assert steps == sorted(steps, reverse=True)


def test_luminance_of_black_and_white() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


def test_every_colour_is_written_out() -> None:
    look = looks()
    colours = [*look.ink.values(), look.mark, look.mark_soft, look.accent, *look.series, *look.parts, *look.ramp]
    colours += [colour for tier in look.tiers for colour in (tier.colour, tier.pale)]
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_the_looks_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        looks().ink["text"] = "#000000"  # type: ignore[index]
    assert looks() is looks()
