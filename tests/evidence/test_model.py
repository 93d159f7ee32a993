from __future__ import annotations

import parkindex.evidence.model as model


def test_everything_named_is_there() -> None:
    assert [name for name in model.__all__ if not hasattr(model, name)] == []
    assert list(model.__all__) == sorted(model.__all__)
