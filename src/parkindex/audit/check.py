"""What an entry of the registry is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.needs import Need
    from parkindex.audit.outcome import Outcome
    from parkindex.audit.publication import Publication


@dataclass(frozen=True)
class Check:
    """One check: what it asks, the plain function that answers, and what has to be printed for it.

    The function yields at least one outcome: what holds is said too.
    """

    asks: Text
    run: Callable[[Publication], Iterable[Outcome]]
    needs: tuple[Need, ...] = ()
