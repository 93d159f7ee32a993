"""Plain data into models: pydantic checks, and each of its errors becomes a finding at the right line."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag, ValidationError

from parkindex.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from parkindex.framework.reading import Located

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[str | int, ...]

TAG_MARK = "@"
"""What the tag of a union begins with, so that it is never taken for a key."""

PATTERNS = {
    "^[a-z][a-z0-9_]*$": "a code begins with a letter and holds only a-z, 0-9 and _",
    "^[a-z0-9][a-z0-9-]*$": "a code holds only a-z, 0-9 and -",
    "^(all|tier:[1-9])$": "write 'all', or 'tier:' and a number",
}
"""How the patterns of the models are said in words."""


def validate(located: Located, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """Return the model that a file holds, or None with every problem in it, each at its line."""
    findings = list(located.findings)
    if located.has_errors:
        return None, findings
    try:
        return model.model_validate(located.value), findings
    except ValidationError as error:
        details = error.errors(include_url=False)
        findings += [_finding(located, model, detail) for detail in details if not _echo(detail, details)]
        return None, sorted(findings, key=lambda finding: line_of(finding.where))


def line_of(where: str) -> int:
    """Return the line of an address (``framework.yaml:41``), 0 where it has none."""
    line = where.rpartition(":")[2].split(" ")[0]
    return int(line) if line.isdecimal() else 0


def _echo(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether an error only repeats that its entries were refused (a list whose entries all fail looks empty)."""
    length = len(detail["loc"])
    inside = (other for other in details if len(other["loc"]) > length and other["loc"][:length] == detail["loc"])
    return detail["type"] == "too_short" and next(inside, None) is not None


def _finding(located: Located, model: type[BaseModel], detail: ErrorDetails) -> Finding:
    location = tuple(item for item in detail["loc"] if not _is_tag(item))
    key = next((item for item in reversed(location) if isinstance(item, str)), "")
    code, message, hint = _describe(model, detail, f"'{key}'" if key else "the file", key)
    where = located.where(location[:-1] if code == "yaml.missing-key" else location)
    owner = _owner(located.value, location)
    return Finding(code, where, f"{owner}{message}", hint)


def _is_tag(item: str | int) -> bool:
    return isinstance(item, str) and item.startswith(TAG_MARK)


def _owner(value: Any, location: Location) -> str:
    """Name the thing with a code that the problem is in: ``policy_count: ``."""
    code = ""
    for item in location:
        if isinstance(value, Mapping):
            if isinstance(value.get("code"), str) and item != "code":
                code = value["code"]
            value = value.get(item)
        elif isinstance(value, tuple) and isinstance(item, int) and item < len(value):
            value = value[item]
        else:
            break
    if isinstance(value, Mapping) and isinstance(value.get("code"), str):
        code = value["code"]
    return f"{code}: " if code else ""


def _describe(model: type[BaseModel], detail: ErrorDetails, name: str, key: str) -> tuple[str, str, str]:
    """Return the finding's code, what was got and expected, and the hint; ``name`` is the key as it is quoted."""
    sort = detail["type"]
    if sort == "extra_forbidden":
        return "yaml.unknown-key", f"unknown key '{key}'", _meant(key, keys_at(model, detail["loc"][:-1]))
    if sort == "missing":
        return "yaml.missing-key", f"key '{key}' is missing", f"add '{key}: …'"
    if sort in _TYPES:
        expected, hint = _TYPES[sort]
        return "yaml.wrong-type", f"{name} must be {expected} (got {said(detail['input'])})", hint
    return "yaml.wrong-value", *_describe_value(detail, name)


def _describe_value(detail: ErrorDetails, name: str) -> tuple[str, str]:
    """Return the message and the hint for a value of the right type that is wrong all the same."""
    sort, context, got = detail["type"], detail.get("ctx", {}), said(detail["input"])
    match sort:
        case "value_error":
            # An error of a whole mapping names its keys itself.
            of_one_key = not isinstance(detail["input"], Mapping)
            message = f"{name}: {context['error']!s}" if of_one_key else str(context["error"])
            hint = getattr(context["error"], "hint", ALLOWED)
        case "literal_error":
            allowed = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
            message = f"{name} must be {context['expected']} (got {got})"
            hint = _meant(str(detail["input"]), allowed)
        case "union_tag_invalid" | "union_tag_not_found":
            tags = str(context.get("expected_tags", "")).replace("'", "").replace(TAG_MARK, "").split(", ")
            kind = str(context.get("tag", "")).removeprefix(TAG_MARK)
            message, hint = f"unknown kind '{kind}'", _meant(kind, tags)
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            message = f"{name} is not well formed (got {got})"
            hint = PATTERNS.get(pattern, f"the pattern is {pattern}")
        case "string_too_short" | "too_short":
            message, hint = f"{name} is empty", "write something, or leave the key out if it may be missing"
        case _ if sort in _BOUNDS:
            words, bound = _BOUNDS[sort]
            expected = f"{words} {context[bound]:g}"
            message, hint = f"{name} must be {expected} (got {got})", f"write a number of {expected}"
        case _:
            message, hint = f"{detail['msg'].replace('Input', name)} (got {got})", ALLOWED
    return message, hint


ALLOWED = "change it to a value that is allowed"
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}
"""How the bounds of the models are said in words, and where pydantic's error holds them."""


_TYPES = {
    "string_type": ("text", "put it in quotes"),
    "float_type": ("a number", "write digits, with a point for decimals and without quotes, comma or unit"),
    "int_type": ("a whole number", "write digits, without quotes, comma or unit"),
    "int_from_float": ("a whole number", "write digits without decimals"),
    "bool_type": ("true or false", "write true or false without quotes"),
    "tuple_type": ("a list", "write each entry on its own line after '- '"),
    "dict_type": ("a mapping", "write keys and values, 'key: value'"),
    "model_type": ("a mapping", "write keys and values, 'key: value'"),
    "model_attributes_type": ("a mapping", "write keys and values, 'key: value'"),
    "finite_number": ("a finite number", "leave the key out where there is no number"),
}


def said(value: object) -> str:
    """Return a value as it is quoted in a message."""
    if isinstance(value, str):
        return f"text '{value if len(value) <= 60 else value[:57] + '…'}'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"number {value}"
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, tuple | list) else "a mapping"


def _meant(word: str, allowed: list[str]) -> str:
    close = difflib.get_close_matches(word, allowed, n=1)
    listed = f"allowed: {', '.join(allowed)}"
    return f"did you mean '{close[0]}'? {listed}" if close else listed


def keys_at(model: type[BaseModel], location: Location) -> list[str]:
    """Return the keys that the model at a location of pydantic's error takes."""
    found: list[Any] = [model]
    for item in location:
        found = [step for annotation in found for step in _steps(annotation, item)]
    models = [option for annotation in found for option in _options(annotation) if _is_model(option)]
    return [field.alias or name for option in models[:1] for name, field in option.model_fields.items()]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _options(annotation: Any, tag: str = "") -> Iterator[Any]:
    """Yield the plain types that an annotation may mean, without None; ``tag`` narrows a tagged union."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extras = get_args(annotation)
        own = next((extra.tag for extra in extras if isinstance(extra, Tag)), None)
        if not tag or own in {None, tag}:
            yield from _options(inner, "" if own == tag else tag)
    elif origin in {Union, UnionType}:
        for option in get_args(annotation):
            yield from _options(option, tag)
    elif _is_model(annotation) and issubclass(annotation, RootModel):
        yield from _options(annotation.model_fields["root"].annotation, tag)
    elif annotation is not type(None):
        yield annotation


def _steps(annotation: Any, item: str | int) -> Iterator[Any]:
    """Yield what one step of an error's location leads to."""
    if isinstance(item, str) and item.startswith(TAG_MARK):
        yield from _options(annotation, item)
        return
    for option in _options(annotation):
        if _is_model(option):
            yield from (field.annotation for name, field in option.model_fields.items() if item in {name, field.alias})
        elif get_origin(option) is tuple and isinstance(item, int):
            yield get_args(option)[0]
        elif get_origin(option) in {dict, Mapping} and len(get_args(option)) == 2:
            yield get_args(option)[1]
