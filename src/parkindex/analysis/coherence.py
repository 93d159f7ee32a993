"""Whether the children of a node belong together: principal components, Cronbach's alpha and Kaiser-Meyer-Olkin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from parkindex.analysis.correlations import families
from parkindex.engine.components import cronbach_alpha, principal_components, sampling_adequacy
from parkindex.errors import MethodError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from parkindex.engine.arrays import FloatArray
    from parkindex.index import Result

Found = TypeVar("Found")
UNITS_A_CHILD = 5
"""Below so many units for each child the components are not to be relied on (handbook, section 4)."""


@dataclass(frozen=True, slots=True)
class Coherence:
    """The children of one node over the ``n`` units that have all of them.

    ``alpha`` is Cronbach's, above 0.7 acceptable; ``adequacy`` is Kaiser-Meyer-Olkin's, of three children or more,
    above 0.6 acceptable; ``explained`` are the shares of variance of the components, the strongest first, ``strong``
    how many of them have an eigenvalue above 1, ``loadings`` the correlation of each child with the first. NaN and
    empty where they cannot be had, with the reason in ``because``; ``flags``: 'few units', 'opposed' (a negative
    loading).
    """

    node: str
    children: tuple[str, ...]
    n: int
    alpha: float
    adequacy: float
    explained: tuple[float, ...]
    strong: int
    loadings: Mapping[str, float]
    flags: tuple[str, ...]
    because: tuple[str, ...]


def cohere(result: Result, *, node: str | None = None) -> tuple[Coherence, ...]:
    """Look at every node with two or more children that have scores, in the order of the tree, or at one ``node``.

    Raises `UsageError` for a node that the framework does not have.
    """
    return tuple(
        _coherence(result, parent, children) for parent, children in families(result, node).items() if len(children) > 1
    )


def _coherence(result: Result, node: str, children: tuple[str, ...]) -> Coherence:
    scores = np.stack([result.column(child) for child in children], axis=-1)
    n = int(np.count_nonzero(~np.isnan(scores).any(axis=1)))
    because: list[str] = [] if n > 2 else ["fewer than three units have all children"]

    def tried(measure: Callable[[], Found]) -> Found | None:
        """Return a measure; None, with the reason kept, where it cannot be had."""
        try:
            return measure() if n > 2 else None
        except MethodError as error:
            because.extend(finding.message for finding in error.findings)
            return None

    components = tried(lambda: principal_components(scores))
    first = np.zeros(0) if components is None else components.loadings[:, 0]
    explained = () if components is None else tuple(float(share) for share in components.explained)
    alpha = tried(lambda: cronbach_alpha(scores))
    # of two children the measure is one half whatever they are
    adequacy = tried(lambda: sampling_adequacy(scores).overall) if len(children) > 2 else None
    flags = ("few units",) if n < UNITS_A_CHILD * len(children) else ()
    return Coherence(
        node=node,
        children=children,
        n=n,
        alpha=float("nan") if alpha is None else alpha,
        adequacy=float("nan") if adequacy is None else adequacy,
        explained=explained,
        strong=0 if components is None else int(np.count_nonzero(components.eigenvalues > 1)),
        loadings={child: float(loading) for child, loading in zip(children, _padded(first, children), strict=True)},
        flags=(*flags, *(("opposed",) if (first < 0).any() else ())),
        because=tuple(dict.fromkeys(because)),
    )


def _padded(loadings: FloatArray, children: tuple[str, ...]) -> FloatArray:
    return loadings if len(loadings) else np.full(len(children), np.nan)
