from __future__ import annotations

import itertools

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


def test_text_is_legible_on_every_fill_and_on_paper() -> None:
    look = looks()
    for fill in (*look.ramp, *look.parts, *(tier.colour for tier in look.tiers)):
        light, dark = sorted((luminance(fill), luminance(look.ink_on(fill))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) > 3.2, fill
    for name in ("text", "soft"):
        assert 1.05 / (luminance(look.ink[name]) + 0.05) > 4.5


def test_the_ramp_darkens_step_by_step() -> None:
    steps = [luminance(colour) for colour in looks().ramp]
    assert steps == sorted(steps, reverse=True)
    assert looks().ramp_colour(0) == looks().ramp[0]
    assert looks().ramp_colour(1) == looks().ramp[-1]


def test_luminance_of_black_and_white() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


def test_a_tier_beyond_the_palette_is_grey() -> None:
    look = looks()
    assert look.tier(1) is look.tiers[0]
    for tier in (None, 0, 4):
        assert look.tier(tier).colour == look.ink["faint"]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (105.505, "score", "105.50"),
        (1234.5, "amount", "1,234.50"),
        (61.94, "share", "61.9%"),
        (-0.004, "score", "0.00"),
        (-3.5, "coefficient", "−3.500"),
        (22, "count", "22"),
    ],
)
def test_number_formats(value: float, form: str, text: str) -> None:
    assert looks().number(value, form) == text


def test_css_variables_name_every_colour() -> None:
    css = looks().css_variables()
    assert "--tier-1: #10365a;" in css
    assert f"--accent: {looks().accent};" in css
    assert css.count("--ramp-") == len(looks().ramp)
