"""Put codes into findings: the steps know indicators and units by position only, the user knows them by code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from parkindex.errors import Finding, MethodError


@contextmanager
def naming(codes: Sequence[str], context: str = "", *, units: Sequence[str] = ()) -> Iterator[None]:
    """Rename ``indicator #2`` to ``indicator 'patents'`` in findings raised inside, and ``unit #3`` to its code.

    ``context`` says at which node, or step. Positions without a code stay as they are, for an outer naming to fill in.
    """
    try:
        yield
    except MethodError as error:
        raise MethodError([_named(finding, codes, context, units) for finding in error.findings]) from None


def _named(finding: Finding, codes: Sequence[str], context: str, units: Sequence[str]) -> Finding:
    where, message = (_coded(text, codes, units) for text in (finding.where, finding.message))
    return replace(finding, where=f"{context}: {where}" if context else where, message=message)


def _coded(text: str, codes: Sequence[str], units: Sequence[str]) -> str:
    """Replace the positions in a text by codes where there are any."""
    text = re.sub(r"(?<=\bindicator )#(\d+)", lambda found: _code(found, codes), text)
    return re.sub(
        r"\bunits? #\d+(, #\d+)*", lambda found: re.sub(r"#(\d+)", lambda one: _code(one, units), found[0]), text
    )


def _code(found: re.Match[str], codes: Sequence[str]) -> str:
    position = int(found[1])
    return f"'{codes[position]}'" if position < len(codes) else found[0]
