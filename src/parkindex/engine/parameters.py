"""The parameters of a method: which there are, of what kind, within which bounds.

Read from the function's own signature.

A registered function takes its arrays by position and its parameters by keyword. The annotation of a parameter says
what is allowed: a `Literal`, or a number with `Between` bounds (the aliases below), a flag, text, or a list of numbers.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from parkindex.errors import Finding


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds of a number; ``above`` excludes the low bound itself."""

    low: float = -math.inf
    high: float = math.inf
    above: bool = False

    def holds(self, value: float) -> bool:
        """Tell whether ``value`` lies within the bounds."""
        return (value > self.low if self.above else value >= self.low) and value <= self.high

    def __str__(self) -> str:
        """Say the bounds in words."""
        low = f"above {self.low:g}" if self.above else f"of at least {self.low:g}"
        if math.isinf(self.high):
            return "" if math.isinf(self.low) else low
        if math.isinf(self.low):
            return f"of at most {self.high:g}"
        return f"between {self.low:g} and {self.high:g}" if not self.above else f"{low} and at most {self.high:g}"


Number = Annotated[float, Between()]
Share = Annotated[float, Between(0.0, 1.0)]
Positive = Annotated[float, Between(0.0, above=True)]
NotNegative = Annotated[float, Between(0.0)]
Count = Annotated[int, Between(1)]
Counted = Annotated[int, Between(0)]
Decimals = Annotated[int, Between(0, 12)]
Numbers = Annotated[Sequence[float] | NDArray[np.float64], "numbers"]
Range = Annotated[tuple[float, float], "range"]
Budgets = Annotated[Any, "budgets"]
Judgements = Annotated[Any, "judgements"]
Weightings = Annotated[Any, "weightings"]
Points = Annotated[Any, "points"]
PerIndicator = Annotated[Any, "per indicator"]
Group = Annotated[Any, "group"]
Variables = Annotated[Any, "variables"]
OneUnit = Annotated[Any, "unit"]
Codes = Annotated[Any, "codes"]
Units = Annotated[Any, "units"]
Years = Annotated[Any, "years"]
Choices = Annotated[Any, "choices"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a method: its name, its default (`inspect.Parameter.empty` when required) and what it allows."""

    name: str
    default: Any
    kind: Any

    @property
    def required(self) -> bool:
        """Tell whether the parameter must be stated."""
        return self.default is inspect.Parameter.empty

    @property
    def allowed(self) -> str:
        """Say in words what the parameter allows."""
        return _words(self.kind)


@cache
def parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """Return the keyword-only parameters of a registered function, in order."""
    hints = get_type_hints(function, include_extras=True)
    return tuple(
        Parameter(name, found.default, hints.get(name, Any))
        for name, found in inspect.signature(function).parameters.items()
        if found.kind is inspect.Parameter.KEYWORD_ONLY
    )


def mark_of(kind: Any) -> str | None:
    """Return the mark of an annotated kind ('group', 'codes' …), also where nothing (None) is allowed beside it."""
    marks = [
        inner[1] for inner in map(get_args, (kind, *get_args(kind))) if len(inner) == 2 and isinstance(inner[1], str)
    ]
    return marks[0] if marks else None


def check_parameters(where: str, function: Callable[..., Any], given: Mapping[str, Any]) -> list[Finding]:
    """Find parameters that ``function`` does not take, that are required and missing, or whose value is not allowed."""
    known = {parameter.name: parameter for parameter in parameters(function)}
    findings = []
    for name, value in given.items():
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"it takes {', '.join(known) or 'no parameters'}"
            findings.append(Finding("method.unknown-parameter", where, f"unknown parameter '{name}'", hint))
        elif not _fits(value, known[name].kind):
            message = f"parameter '{name}' must be {known[name].allowed} (got {value!r})"
            findings.append(Finding("method.parameter", where, message))
    for name in (parameter.name for parameter in known.values() if parameter.required and parameter.name not in given):
        message = f"parameter '{name}' must be stated: {known[name].allowed}"
        findings.append(Finding("method.missing-parameter", where, message))
    return findings


def _is_number(value: Any) -> bool:
    real = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, (bool, np.bool_))
    return real and not math.isnan(value)


def _is_numbers(value: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "fiu"
    return isinstance(value, Sequence) and not isinstance(value, str) and all(map(_is_number, value))


def _fits(value: Any, kind: Any) -> bool:
    """Tell whether ``value`` is of the annotated ``kind``."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return any(value == one and type(value) is type(one) for one in inner)
    if origin is Annotated:
        return _fits_annotated(value, inner[0], inner[1])
    if isinstance(kind, type):
        return isinstance(value, kind)
    return kind is Any or any(_fits(value, one) for one in inner)


def _fits_annotated(value: Any, kind: Any, mark: Any) -> bool:
    if isinstance(mark, str):
        return _FITS[mark](value)
    whole = kind is not int or (
        isinstance(value, (int, np.integer)) or (isinstance(value, float) and value.is_integer())
    )
    return _is_number(value) and whole and mark.holds(value)


def _words(kind: Any) -> str:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return "one of " + ", ".join(repr(one) for one in inner)
    if origin is Annotated:
        return _annotated_words(inner[0], inner[1])
    simple = {bool: "true or false", str: "text", type(None): "nothing (null)", Any: "any value"}
    return simple[kind] if kind in simple else " or ".join(_words(one) for one in inner)


def _annotated_words(kind: Any, mark: Any) -> str:
    if isinstance(mark, str):
        return _SAID[mark]
    noun = "a whole number" if kind is int else "a number"
    return f"{noun} {mark}".rstrip()


def _is_table(value: Any) -> bool:
    return isinstance(value, (Sequence, Mapping, np.ndarray)) and not isinstance(value, str)


def _is_per_indicator(value: Any) -> bool:
    return (
        _is_number(value)
        or _is_numbers(value)
        or (isinstance(value, Mapping) and all(_is_number(one) for one in value.values()))
    )


def _is_list(value: Any) -> bool:
    return _is_table(value) and not isinstance(value, Mapping) and len(value) > 0


def _is_codes(value: Any) -> bool:
    return (
        _is_table(value)
        and not isinstance(value, Mapping)
        and all(isinstance(one, (str, int, np.integer)) and not isinstance(one, bool) for one in value)
    )


_FITS: dict[str, Callable[[Any], bool]] = {
    "numbers": lambda value: _is_numbers(value) and len(value) > 0,
    "range": lambda value: _is_numbers(value) and len(value) == 2 and value[0] < value[1],
    "budgets": _is_list,
    "judgements": _is_list,
    "weightings": _is_list,
    "points": lambda value: isinstance(value, Mapping) and len(value) > 0,
    "per indicator": _is_per_indicator,
    "group": lambda value: isinstance(value, (str, Sequence, np.ndarray)),
    "variables": lambda value: _is_table(value) or isinstance(value, str),
    "unit": lambda value: isinstance(value, (str, int, np.integer)) and not isinstance(value, bool),
    "codes": _is_codes,
    "units": _is_codes,
    "years": lambda value: value is None or _is_numbers(value),
    "choices": lambda value: (
        isinstance(value, str) or (_is_table(value) and all(isinstance(one, str) for one in value))
    ),
}

_SAID: dict[str, str] = {
    "numbers": "a list of numbers",
    "range": "two numbers, the lower first",
    "budgets": "a list of points, one for each child, or such a list for each expert",
    "judgements": "a square table of judgements, a row and a column for each child, or one for each expert",
    "weightings": "a list of weightings",
    "points": "points for each category",
    "per indicator": "a number, or a number for each indicator",
    "group": "the name of a variable that groups the units",
    "variables": "the name of a variable, or one for each indicator",
    "unit": "a unit",
    "codes": "a list of nodes",
    "units": "a list of units",
    "years": "a list of years",
    "choices": "a name, or a name for each child",
}
