"""Put codes into findings: the steps know indicators by position only, the user knows them by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from parkindex.errors import Finding, MethodError


@contextmanager
def naming(codes: Sequence[str], context: str = "") -> Iterator[None]:
    """Rename ``indicator #2`` to ``indicator 'patents'`` in findings raised inside.

    ``context`` says at which node, or step.
    """
    try:
        yield
    except MethodError as error:
        raise MethodError([_named(finding, codes, context) for finding in error.findings]) from None


def _named(finding: Finding, codes: Sequence[str], context: str) -> Finding:
    noun, _, position = finding.where.partition(" #")
    where = f"indicator '{codes[int(position)]}'" if noun == "indicator" and position.isdigit() else finding.where
    return replace(finding, where=f"{context}: {where}" if context else where)
