from __future__ import annotations

import pytest

from parkindex.framework.fractions import with_fractions


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ([[1, "1/4"], [4, 1]], ((1, 0.25), (4, 1))),
        (
            {"of": ["entropy", {"parameters": {"matrix": [["1", "3/2"]]}}]},
            {"of": ("entropy", {"parameters": {"matrix": (("1", 1.5),)}})},
        ),
        ("1/2", "1/2"),
        (["1/0", "-1/2", "a/b"], ("1/0", "-1/2", "a/b")),
        (3, 3),
    ],
)
def test_fractions_are_numbers_inside_lists_alone(written: object, read: object) -> None:
    assert with_fractions(written) == read
