"""The document model."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkindex.publishing.document import Document


def test_figures_come_in_order_with_those_of_the_cards(make_document: Callable[..., Document]) -> None:
    names = [chart.name for chart in make_document("zh").figures()]
    assert names == ["parks-by-city", "card-park-1", "card-park-2", "card-park-3"]


def test_a_document_cannot_be_changed(make_document: Callable[..., Document]) -> None:
    with pytest.raises(FrozenInstanceError):
        make_document("zh").title = "x"  # type: ignore[misc]
