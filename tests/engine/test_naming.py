from __future__ import annotations

import pytest

from parkindex.engine.naming import naming
from parkindex.errors import Finding, MethodError


def test_positions_become_codes_and_the_rest_stays() -> None:
    with pytest.raises(MethodError) as error, naming(["patents", "firms"], "normalisation"):
        raise MethodError([Finding("a", "indicator #1", "message"), Finding("b", "weights", "message")])
    assert [finding.where for finding in error.value.findings] == [
        "normalisation: indicator 'firms'",
        "normalisation: weights",
    ]


def test_no_context_no_prefix() -> None:
    with pytest.raises(MethodError, match=r"^indicator 'patents'"), naming(["patents"]):
        raise MethodError(Finding("a", "indicator #0", "message"))


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), naming(["a"]):
        _ = 1 / 0
