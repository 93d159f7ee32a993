"""The words of claims.yaml: what is counted, which groups are compared, how far apart, and which lists there are.

A word is a pattern of parts joined by colons (``units:tier:2:coastal``). Each entry of a registry says its form and the
kinds of thing that its codes name; anything else is refused with the forms that are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from parkindex.evidence.regions import REGIONS


class UnknownWordError(ValueError):
    """A word that no registry has; ``hint`` lists the forms that are allowed."""

    def __init__(self, kind: str, word: str, allowed: tuple[str, ...]) -> None:
        """Say the word and look for the nearest form."""
        super().__init__(f"unknown {kind} '{word}'")
        near = get_close_matches(word, allowed, n=1)
        self.hint = (f"did you mean '{near[0]}'? " if near else "") + f"allowed: {', '.join(allowed)}"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that has been read: the name of its form, its codes, and the codes by the kind of thing they name."""

    form: str
    codes: tuple[str, ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tier: int | None = None
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a word: the pattern, and what the codes of each of its groups name."""

    pattern: str
    kinds: tuple[str, ...] = ()


_PLACES = r"([0-9a-z-]+(?:\+[0-9a-z-]+)*)"
_CODE = r"([a-z0-9][a-z0-9_-]*)"
_CODES = r"([a-z0-9][a-z0-9_-]*(?:\+[a-z0-9][a-z0-9_-]*)*)"
_TIER = r"(?P<tier>[1-9])"

MEASURES: Mapping[str, Form] = {
    "units": Form("units"),
    "units:coastal": Form("units:coastal"),
    "units:inland": Form("units:inland"),
    "units:tier:N": Form(f"units:tier:{_TIER}"),
    "units:tier:N:coastal": Form(f"units:tier:{_TIER}:coastal"),
    "units:tier:N:inland": Form(f"units:tier:{_TIER}:inland"),
    "units:tier:N:special-policy": Form(f"units:tier:{_TIER}:special-policy"),
    "units:PLACE+PLACE:and:N": Form(rf"units:{_PLACES}:and:(?P<number>\d+)", ("place",)),
    "units:PLACE+PLACE": Form(f"units:{_PLACES}", ("place",)),
    "cities:special-policy": Form("cities:special-policy"),
    "cities:special-policy:tier:N": Form(f"cities:special-policy:tier:{_TIER}"),
    "cities:beneficiaries": Form("cities:beneficiaries"),
    "parks:beneficiaries": Form("parks:beneficiaries"),
    "places:guidance": Form("places:guidance"),
    "policies:first-year": Form("policies:first-year"),
    "documents": Form("documents"),
    "funds:total": Form("funds:total"),
    "funds:share:STATISTIC": Form(f"funds:share:{_CODE}", ("statistic",)),
    "fund:CODE": Form(f"fund:{_CODE}", ("fund",)),
    "support:SCHEME:CATEGORY": Form(f"support:{_CODE}:{_CODE}", ("scheme", "category of support")),
    "statistic:CODE": Form(f"statistic:{_CODE}", ("statistic",)),
    "series:CODE:YEAR": Form(rf"series:{_CODE}:(?P<number>\d{{4}})", ("series",)),
    "tiers": Form("tiers"),
    "framework:levels": Form("framework:levels"),
    "framework:weights": Form("framework:weights"),
}
"""``what`` of a count or share. Units are the ranked ones; a share of a tier is of the units of that tier."""

SHARED = frozenset(
    {
        "units:coastal",
        "units:inland",
        "units:tier:N",
        "units:tier:N:coastal",
        "units:tier:N:inland",
        "units:tier:N:special-policy",
        "units:PLACE+PLACE:and:N",
        "units:PLACE+PLACE",
        "funds:share:STATISTIC",
        "statistic:CODE",
    }
)
"""The measures that a share can be of."""

GROUPS: Mapping[str, Form] = {
    "all": Form("all"),
    "others": Form("others"),
    "coastal": Form("coastal"),
    "inland": Form("inland"),
    "tier:N": Form(r"tier:([1-9](?:\+[1-9])*)", ("tier",)),
    "units:A+B": Form(f"units:{_CODES}", ("unit",)),
    "places:A+B": Form(f"places:{_PLACES}", ("place",)),
    "region:CODE": Form(f"region:({'|'.join(REGIONS)})"),
}
"""Members of ``between``. One group alone: the comparison is within it; ``others`` are all units of no other group."""

DEGREES: Mapping[str, str] = {
    "much-higher": "the first group lies far above the second",
    "higher": "the first group lies above the second",
    "lower": "the first group lies below the second",
    "much-lower": "the first group lies far below the second",
    "mostly-higher": "most of the first group lie above the second",
    "mostly-lower": "most of the first group lie below the second",
    "some-higher": "at least one of the first group lies above the second",
    "most": "the groups hold most of all units",
    "small": "the groups, or the units of one group, differ little",
    "large": "the groups, or the units of one group, differ much",
    "mixed": "the units of one group differ to some extent",
    "polarised": "the printed classes of a question are fullest at both ends",
    "stepped": "the units fall into steps with gaps between them",
}
"""``degree`` of a comparison."""

WITHIN = frozenset({"small", "large", "mixed", "most", "polarised", "stepped"})
"""Degrees that one group alone can have."""

LISTS: Mapping[str, Form] = {
    "cities-with-parks": Form("cities-with-parks"),
    "cities-with-most-parks": Form("cities-with-most-parks"),
    "provinces-with-most-parks": Form("provinces-with-most-parks"),
    "provinces-tied-for-most-parks": Form("provinces-tied-for-most-parks"),
    "provinces-with-guidance": Form("provinces-with-guidance"),
    "cities-with-special-policies": Form("cities-with-special-policies"),
    "cities-planning-parks": Form("cities-planning-parks"),
    "coastal-cities": Form("coastal-cities"),
    "support-categories": Form("support-categories"),
    "NODE>NUMBER": Form(r"([a-z][a-z0-9_]*)>(?P<number>\d+(?:\.\d+)?)", ("node",)),
    "NODE<NUMBER": Form(r"([a-z][a-z0-9_]*)<(?P<number>\d+(?:\.\d+)?)", ("node",)),
}
"""``list`` of names: what the named places, units or categories have in common."""

LISTED: Mapping[str, str] = {"support-categories": "categories", "NODE>NUMBER": "units", "NODE<NUMBER": "units"}
"""Lists of other things than places -> the key that names them."""


def read(word: str, forms: Mapping[str, Form], kind: str) -> Word:
    """Return a word taken apart; `UnknownWordError` with the allowed forms when it has none of them."""
    for form, entry in forms.items():
        match = re.fullmatch(entry.pattern, word)
        if match is not None:
            return _word(form, entry, match)
    raise UnknownWordError(kind, word, tuple(forms))


def _word(form: str, entry: Form, match: re.Match[str]) -> Word:
    named = match.groupdict()
    groups = [group for place, group in enumerate(match.groups(), 1) if place not in match.re.groupindex.values()]
    parts = [tuple(group.split("+")) for group in groups]
    names = tuple(pair for pair in zip(entry.kinds, parts, strict=False) if pair[0] != "tier")
    return Word(
        form,
        tuple(code for part in parts for code in part),
        names,
        int(named["tier"]) if "tier" in named else None,
        Decimal(named["number"]) if "number" in named else None,
    )


def measure(word: str) -> Word:
    """Read ``what`` of a count or share."""
    return read(word, MEASURES, "measure")


def group(word: str) -> Word:
    """Read a member of ``between``."""
    return read(word, GROUPS, "group")


def listing(word: str) -> Word:
    """Read ``list`` of names."""
    return read(word, LISTS, "list")


def checked_degree(word: str) -> str:
    """Return a degree that there is."""
    if word not in DEGREES:
        raise UnknownWordError("degree", word, tuple(DEGREES))
    return word
