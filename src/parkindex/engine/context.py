"""What a step may need beside the values: groups of units, other variables, the names of units, the years of a panel.

A method names them (``group: region``); `resolved` puts the arrays in the place of the names before the function is
called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from parkindex.engine.arrays import refuse
from parkindex.engine.parameters import mark_of, parameters


@dataclass(frozen=True, eq=False)
class Context:
    """Arrays that a method calls by name.

    ``groups``: name to labels (units,), text or numbers; ``variables``: name to values (..., units), for denominators;
    ``units``: codes of the units in the order of the values; ``years``: the years on the axis before the units.
    """

    groups: Mapping[str, ArrayLike] = field(default_factory=dict)
    variables: Mapping[str, ArrayLike] = field(default_factory=dict)
    units: Sequence[str] = ()
    years: Sequence[float] | None = None


EMPTY = Context()

SHOWN = 25
"""How many names a hint lists before it says how many more there are."""


def resolved(
    function: Callable[..., Any], given: Mapping[str, Any], codes: Sequence[str], context: Context
) -> dict[str, Any]:
    """Return the parameters with names replaced by arrays and positions; ``codes`` name the columns the function sees.

    Raises `MethodError` for a group, variable, unit or code that is not there.
    """
    kinds = {one.name: mark_of(one.kind) for one in parameters(function)}
    found: dict[str, Any] = {}
    for name, value in given.items():
        if kinds.get(name) == "group" and isinstance(value, str):
            found[name] = np.asarray(_known(value, context.groups, "group"))
        elif kinds.get(name) == "variables" and isinstance(value, (str, Mapping)):
            found[name] = _variables(value, codes, context)
        elif kinds.get(name) == "unit" and isinstance(value, str):
            found[name] = _position(value, context.units, "unit")
        elif kinds.get(name) == "codes":
            found[name] = _positions(value, codes, "node")
        elif kinds.get(name) == "units":
            found[name] = _positions(value, context.units, "unit")
        elif kinds.get(name) == "per indicator" and isinstance(value, Mapping):
            found[name] = np.array([float(_known(code, value, f"'{name}' of")) for code in codes])
        elif kinds.get(name) == "choices" and isinstance(value, Mapping):
            found[name] = [_known(code, value, f"'{name}' of") for code in codes]
        else:
            found[name] = value
    if kinds.get("years") == "years" and "years" not in found and context.years is not None:
        found["years"] = context.years
    return found


def _known(name: str, table: Mapping[str, Any], noun: str) -> Any:
    if name not in table:
        near = get_close_matches(name, table, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {_listed(list(table))}"
        refuse("method.unknown-name", f"{noun} '{name}'", "it is not there", hint)
    return table[name]


def _listed(names: Sequence[str]) -> str:
    """Return names for a hint, the first ones where there are many."""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return (", ".join(names[:SHOWN]) or "none") + more


def _positions(given: Sequence[str | int], names: Sequence[str], noun: str) -> list[int]:
    return [_position(one, names, noun) if isinstance(one, str) else int(one) for one in given]


def _position(name: str, names: Sequence[str], noun: str) -> int:
    return int(_known(name, {code: k for k, code in enumerate(names)}, noun))


def _variables(value: str | Mapping[str, Any], codes: Sequence[str], context: Context) -> Any:
    """Stack one variable per column, (..., units, columns); a column that names none is divided by one."""
    named = dict.fromkeys(codes, value) if isinstance(value, str) else value
    columns = []
    for code in codes:
        name = named.get(code)
        columns.append(
            np.asarray(1.0 if name is None else _known(name, context.variables, "variable"), dtype=np.float64)
        )
    shape = np.broadcast_shapes(*(column.shape for column in columns), (1,))
    return np.stack([np.broadcast_to(column, shape) for column in columns], axis=-1)
