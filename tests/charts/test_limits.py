"""How much a figure shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.limits import shown

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting


def test_what_fits_is_shown_without_a_word(zh: Setting) -> None:
    assert shown([1, 2, 3], 3, zh) == ([1, 2, 3], "")


def test_what_is_left_out_is_said(zh: Setting, en: Setting) -> None:
    assert shown([1, 2, 3], 2, zh) == ([1, 2], "仅列前2项，共3项")
    assert shown([1, 2, 3], 2, en) == ([1, 2], "the first 2 of 3 are shown")
