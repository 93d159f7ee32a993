"""YAML with the position of every key and value, read without surprises.

Only the plain part of YAML 1.2 is taken: mappings with text keys, lists, and scalars of the core schema (text,
numbers, ``true`` and ``false``, ``null``); a date is text. Tags, anchors and aliases are refused, so that a file can
neither build objects nor grow while it is read. Problems are findings; nothing is raised.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parkindex.errors import Finding, has_errors
from parkindex.framework.files import read_text
from parkindex.framework.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Located", "read_yaml", "validate"]

DEPTH_LIMIT = 40
YAML_SIZE_LIMIT = 4 * 1024 * 1024

_INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

Path_ = tuple[str | int, ...]
Position = tuple[int, int]


@dataclass(frozen=True)
class Located:
    """A YAML file: plain data, and the line and column (from 1) of every value and key, by path.

    Mappings are dictionaries, lists are tuples. ``value`` is None where the findings hold an error.
    """

    name: str
    value: Any
    values: Mapping[Path_, Position] = field(default_factory=dict, repr=False)
    keys: Mapping[Path_, Position] = field(default_factory=dict, repr=False)
    findings: tuple[Finding, ...] = ()

    def where(self, path: Path_ = ()) -> str:
        """Return the address (``framework.yaml:41``) of a key, or of the value or the nearest thing around it."""
        for length in range(len(path), -1, -1):
            position = self.keys.get(path[:length]) or self.values.get(path[:length])
            if position:
                return f"{self.name}:{position[0]}"
        return self.name

    @cached_property
    def has_errors(self) -> bool:
        """Whether the file could not be read."""
        return has_errors(self.findings)


def read_yaml(path: Path, *, name: str | None = None) -> Located:
    """Read a YAML file. ``name`` is its address in findings (the file's name when not given)."""
    name = name or path.name
    text, findings = read_text(path, name, limit=YAML_SIZE_LIMIT)
    return Located(name, None, findings=tuple(findings)) if text is None else parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Located:
    """Read YAML from text; ``name`` is its address in findings."""
    from ruamel.yaml.error import YAMLError

    builder = _Builder(name)
    try:
        for event in _events(text):
            if not builder.take(event):
                break
    except YAMLError as error:
        builder.findings.append(_syntax(error, name, text))
    if not builder.findings and builder.documents == 0:
        message = "is empty; expected a mapping or a list"
        builder.findings.append(Finding("yaml.empty", name, message, "write the keys that the edition format asks for"))
    value = None if builder.findings else builder.root
    return Located(name, value, builder.values, builder.keys, tuple(builder.findings))


def _events(text: str) -> Iterator[Any]:
    """Yield the parser's events.

    The pure parser reads YAML 1.2. The C parser, which ruamel.yaml would take where it is installed, is seven times as
    fast but reads YAML 1.1 and refuses some of what the other takes; an edition must read the same on every machine.
    """
    from ruamel.yaml import YAML

    yield from YAML(typ="safe", pure=True).parse(text)


def _syntax(error: Exception, name: str, text: str) -> Finding:
    control = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        message = f"holds a control character (U+{ord(control[0]):04X}); expected plain text"
        return Finding("yaml.syntax", f"{name}:{line}", message, "remove the character")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = " ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None))))
    where = f"{name}:{mark.line + 1}" if mark else name
    begun = getattr(error, "context_mark", None)
    if begun and mark and begun.line != mark.line:
        problem += f" (begun in line {begun.line + 1})"
    message = f"is not valid YAML: {problem or str(error).splitlines()[0]}"
    hint = "check indentation (spaces only) and put text that holds ': ' or begins with a mark into quotes"
    return Finding("yaml.syntax", where, message, hint)


class _Builder:
    """Puts events together; iterative, so that nesting cannot exhaust the stack."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.documents = 0
        self.values: dict[Path_, Position] = {}
        self.keys: dict[Path_, Position] = {}
        self.findings: list[Finding] = []
        self.stack: list[tuple[Path_, dict[str, Any] | list[Any]]] = []
        self.key: list[str | None] = []

    def take(self, event: Any) -> bool:
        """Take one event; False ends the reading."""
        sort = type(event).__name__
        if sort == "DocumentStartEvent":
            return self._open_document(event)
        if sort == "AliasEvent" or getattr(event, "anchor", None):
            return self._refuse(event, "yaml.anchor", "uses an anchor or alias (& or *)", "write the value out in full")
        if getattr(event, "tag", None):
            return self._refuse(event, "yaml.tag", f"uses a tag ('{event.tag}')", "remove the tag: write plain values")
        if sort == "ScalarEvent":
            self._scalar(event)
        elif sort in {"MappingStartEvent", "SequenceStartEvent"}:
            return self._open(event, {} if sort == "MappingStartEvent" else [])
        elif sort in {"MappingEndEvent", "SequenceEndEvent"}:
            self._close()
        return True

    def _open_document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents > 1:
            return self._refuse(event, "yaml.documents", "begins a second document", "remove the line '---'")
        return True

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> bool:
        self._report(event, code, f"{message}; expected plain YAML", hint)
        return False

    def _report(self, event: Any, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(code, f"{self.name}:{event.start_mark.line + 1}", message, hint))

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> bool:
        if len(self.stack) >= DEPTH_LIMIT:
            return self._refuse(event, "yaml.depth", f"is nested deeper than {DEPTH_LIMIT} levels", "flatten the file")
        if self._awaits_key():
            return self._refuse(event, "yaml.key", "has a list or mapping as a key", "use a word as the key")
        self.stack.append((self._place(event), container))
        self.key.append(None)
        return True

    def _close(self) -> None:
        _, container = self.stack.pop()
        self.key.pop()
        self._put(tuple(container) if isinstance(container, list) else container)

    def _awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1][1], dict) and self.key[-1] is None

    def _place(self, event: Any) -> Path_:
        """Return the path of the value that begins here, and keep its position."""
        if self.stack:
            above, container = self.stack[-1]
            step = len(container) if isinstance(container, list) else self.key[-1]
            path: Path_ = (*above, step if step is not None else "")
        else:
            path = ()
        self.values[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        return path

    def _put(self, value: Any) -> None:
        if not self.stack:
            self.root = value
            return
        container = self.stack[-1][1]
        if isinstance(container, list):
            container.append(value)
        else:
            container[self.key[-1] or ""] = value
            self.key[-1] = None

    def _scalar(self, event: Any) -> None:
        if self._awaits_key():
            self._take_key(event)
            return
        path = self._place(event)
        plain = event.style in {None, ""}
        if plain and _NOT_FINITE.fullmatch(event.value):
            message = f"'{path[-1] if path else ''}' must be a finite number (got {event.value})"
            self._report(event, "yaml.not-finite", message, "leave the key out where there is no number")
        self._put(_plain(event.value) if plain else event.value)

    def _take_key(self, event: Any) -> None:
        above, container = self.stack[-1]
        key = str(event.value)
        path = (*above, key)
        if isinstance(container, dict) and key in container:
            first = self.keys[path][0]
            self._report(
                event, "yaml.duplicate-key", f"key '{key}' is written twice (first in line {first})", _KEEP_ONE
            )
        else:
            self.keys[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.key[-1] = key


_KEEP_ONE = "keep one of the two"


def _plain(written: str) -> str | int | float | bool | None:
    """Resolve a plain scalar by the core schema of YAML 1.2 (section 10.3.2), without octal and hexadecimal numbers."""
    if written in _WORDS:
        return _WORDS[written]
    if len(written) < 300:
        if _INTEGER.fullmatch(written):
            return int(written)
        if _FLOAT.fullmatch(written):
            number = float(written)
            return number if math.isfinite(number) else written
    return written
