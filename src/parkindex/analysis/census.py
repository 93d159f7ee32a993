"""Census: how many units stand where, or belong to which class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parkindex.evidence.model import Dataset
    from parkindex.evidence.rows import PlaceLevel


@dataclass(frozen=True, slots=True)
class Count:
    """A group with its members, in the order in which they were given."""

    group: str
    members: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many members the group has."""
        return len(self.members)


def count_by(groups: Mapping[str, str | None]) -> tuple[Count, ...]:
    """Count members by group, the greatest first and equal ones in the order of their first member.

    None is left out.
    """
    members: dict[str, list[str]] = {}
    for member, group in groups.items():
        if group is not None:
            members.setdefault(group, []).append(member)
    counts = [Count(group, tuple(names)) for group, names in members.items()]
    return tuple(sorted(counts, key=lambda each: -each.count))


def leading_groups(counts: Sequence[Count], share: float = 0.5) -> tuple[Count, ...]:
    """Return the fewest groups that together hold at least ``share`` of all members.

    And those that tie with the last.
    """
    total = sum(each.count for each in counts)
    taken: list[Count] = []
    held = 0
    for each in sorted(counts, key=lambda group: -group.count):
        if held >= share * total and (not taken or each.count < taken[-1].count):
            break
        taken.append(each)
        held += each.count
    return tuple(taken)


def by_level(dataset: Dataset, level: PlaceLevel) -> tuple[Count, ...]:
    """Count the units by the place of a level that they stand in; the groups are place codes."""
    found = {unit.code: dataset.at_level(unit.place, level) for unit in dataset.units}
    return count_by({unit: None if place is None else place.code for unit, place in found.items()})


def by_region(dataset: Dataset) -> tuple[Count, ...]:
    """Count the units by region; the groups are region codes, and regions without units are absent."""
    return count_by({unit.code: dataset.region_of(unit.code) or None for unit in dataset.units})


def coastal_units(dataset: Dataset) -> tuple[tuple[str, ...], int]:
    """Return the units of coastal cities, and how many units have a city that says whether it is coastal."""
    known = {unit.code: dataset.coastal(unit.code) for unit in dataset.units}
    return tuple(unit for unit, coastal in known.items() if coastal), sum(each is not None for each in known.values())
