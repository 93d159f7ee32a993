"""The same methods in pymcdm and scikit-criteria, each as a task that returns what can be compared with ParkIndex.

``pip install -r requirements-benchmarks.txt`` brings the two; nothing else needs them. scikit-criteria 0.10 has no
PROMETHEE.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

import numpy as np

from parkindex.engine.arrays import FloatArray

Task = Callable[[], FloatArray]

PACKAGES = {"pymcdm": "pymcdm", "scikit-criteria": "skcriteria"}

PREFERENCES = {"usual": "usual", "v_shape": "vshape", "linear": "vshape_2", "level": "level", "u_shape": "ushape"}
"""Preference functions by their names here and in pymcdm."""


def missing() -> list[str]:
    """Return the names of the libraries that are not installed."""
    return [name for name, package in PACKAGES.items() if not find_spec(package)]


def weighters(x: FloatArray, name: str) -> dict[str, Task]:
    """Return the weighting ``name`` of ``x`` (units, indicators), all better when high, in the libraries installed."""
    tasks: dict[str, Task] = {}
    types = np.ones(x.shape[1])
    if "pymcdm" not in missing():
        import pymcdm.weights

        weigh = getattr(pymcdm.weights, name)
        tasks["pymcdm"] = lambda: np.asarray(weigh(x, types))
    if "scikit-criteria" not in missing():
        import skcriteria.preprocessing.weighters as others

        other = getattr(others, name)
        arguments = (x,) if name == "entropy_weights" else (x, types)
        tasks["scikit-criteria"] = lambda: np.asarray(other(*arguments))
    return tasks


def topsis(x: FloatArray, weight: FloatArray) -> dict[str, Task]:
    """Return TOPSIS with vector normalisation: the closeness to the ideal."""
    tasks: dict[str, Task] = {}
    if "pymcdm" not in missing():
        import pymcdm.methods
        import pymcdm.normalizations

        method = pymcdm.methods.TOPSIS(pymcdm.normalizations.vector_normalization)
        tasks["pymcdm"] = lambda: np.asarray(method(x, weight, np.ones(x.shape[1])))
    if "scikit-criteria" not in missing():
        import skcriteria
        from skcriteria.agg.topsis import TOPSIS
        from skcriteria.preprocessing.scalers import VectorScaler

        decision = skcriteria.mkdm(x, [max] * x.shape[1], weights=weight)
        scaler, ranker = VectorScaler(target="matrix"), TOPSIS()
        tasks["scikit-criteria"] = lambda: np.asarray(ranker.evaluate(scaler.transform(decision)).e_.similarity)
    return tasks


def vikor(x: FloatArray, weight: FloatArray) -> dict[str, Task]:
    """Return VIKOR: 1 minus its index Q, as ParkIndex has it."""
    tasks: dict[str, Task] = {}
    if "pymcdm" not in missing():
        import pymcdm.methods

        method = pymcdm.methods.VIKOR()
        tasks["pymcdm"] = lambda: 1 - np.asarray(method(x, weight, np.ones(x.shape[1])))
    if "scikit-criteria" not in missing():
        import skcriteria
        from skcriteria.agg.vikor import VIKOR

        decision = skcriteria.mkdm(x, [max] * x.shape[1], weights=weight)
        tasks["scikit-criteria"] = lambda: 1 - np.asarray(VIKOR().evaluate(decision).e_.q_k)
    return tasks


def promethee(
    x: FloatArray, weight: FloatArray, preference: str = "usual", low: float = 0.0, high: float = 1.0
) -> dict[str, Task]:
    """Return PROMETHEE II: the net flow."""
    tasks: dict[str, Task] = {}
    if "pymcdm" not in missing():
        import pymcdm.methods

        types = np.ones(x.shape[1])
        low_each, high_each = np.full(x.shape[1], low), np.full(x.shape[1], high)

        def flow() -> FloatArray:
            # its object serves one call only when it has thresholds
            method = pymcdm.methods.PROMETHEE_II(PREFERENCES[preference], p=high_each, q=low_each)
            return np.asarray(method(x, weight, types))

        tasks["pymcdm"] = flow
    return tasks
