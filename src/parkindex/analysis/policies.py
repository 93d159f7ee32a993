"""Policies: what is printed about one policy in several places, and where the mentions disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkindex.evidence.model import Beneficiary, Dataset, PolicyMention


@dataclass(frozen=True, slots=True)
class PolicyRecord:
    """A policy with all its printed mentions, the first of which names it, and the parks that gain from it."""

    policy: str
    mentions: tuple[PolicyMention, ...]
    beneficiaries: tuple[Beneficiary, ...]

    @property
    def first(self) -> PolicyMention:
        """The mention by which the policy is named."""
        return self.mentions[0]

    @property
    def dates_disagree(self) -> bool:
        """Whether two mentions print different dates."""
        return len({mention.date for mention in self.mentions if mention.date is not None}) > 1

    @property
    def titles_disagree(self) -> bool:
        """Whether two mentions print different titles."""
        return len({mention.title.zh for mention in self.mentions}) > 1

    @property
    def units(self) -> tuple[str, ...]:
        """Codes of the units that gain, each once."""
        return tuple(dict.fromkeys(row.unit for row in self.beneficiaries if row.unit))


def policy_records(dataset: Dataset) -> tuple[PolicyRecord, ...]:
    """Return every policy once, in the order of its first mention."""
    mentions: dict[str, list[PolicyMention]] = {}
    for mention in dataset.policies:
        mentions.setdefault(mention.policy, []).append(mention)
    gains: dict[str, list[Beneficiary]] = {}
    for row in dataset.beneficiaries:
        gains.setdefault(row.policy, []).append(row)
    return tuple(PolicyRecord(policy, tuple(rows), tuple(gains.get(policy, ()))) for policy, rows in mentions.items())


def benefiting_units(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the policies from which each unit gains; units without one are left out."""
    found: dict[str, list[str]] = {}
    for row in dataset.beneficiaries:
        if row.unit:
            found.setdefault(row.unit, []).append(row.policy)
    return {unit: tuple(dict.fromkeys(policies)) for unit, policies in found.items()}
