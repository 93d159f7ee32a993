"""Outcomes that say the same for one reason, told in one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parkindex.audit.outcome import Outcome
from parkindex.audit.wording import MOST_NAMED
from parkindex.framework.text import Text

SHARE = re.compile(r"\d+(?:\.\d+)?%")
"""A printed share."""

STOPS = "。. "


@dataclass(frozen=True)
class Told:
    """One sentence, and the outcomes that it is said of."""

    says: Text
    outcomes: tuple[Outcome, ...]


def told_together(outcomes: Sequence[Outcome]) -> tuple[Told, ...]:
    """Put together what is said of several things in the same words, in the order of the first of each.

    Outcomes about statements differ in the statement that they begin with; those of one check with the same words
    behind it are told as a list of the statements, of many of the shares in them, with these words once.
    """
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in outcomes:
        reason = _reason(outcome)
        # Without a statement in front, the sentence alone is the key, whichever check says it.
        key = ("", outcome.says.zh) if reason is None else (outcome.check, reason.zh)
        groups.setdefault(key, []).append(outcome)
    return tuple(Told(_sentence(held), tuple(held)) for held in groups.values())


def _reason(outcome: Outcome) -> Text | None:
    """Return what is said behind the statement that the first exhibit holds; None where none stands in front."""
    if not outcome.exhibits:
        return None
    what = outcome.exhibits[0].what
    zh, en = (_behind(says, stated) for says, stated in ((outcome.says.zh, what.zh), (outcome.says.en, what.en)))
    return Text(zh=zh, en=en) if zh and en else None


def _behind(says: str, stated: str) -> str:
    """Return the words behind a statement that stands in front, after a label at most: ``正文：``, ``Text:``."""
    place = says.find(stated)
    label = says[: max(place, 0)].rstrip()
    return says[place + len(stated) :].lstrip() if place >= 0 and (not label or label.endswith(("：", ":"))) else ""


def _sentence(outcomes: list[Outcome]) -> Text:
    reason = _reason(outcomes[0])
    if len(outcomes) == 1 or reason is None:
        return outcomes[0].says
    statements = [outcome.exhibits[0] for outcome in outcomes]
    shares = [SHARE.findall(each.printed) for each in statements]
    if all(shares) and len(outcomes) > MOST_NAMED:
        numbers = list(dict.fromkeys(share for found in shares for share in found))
        zh, en = "、".join(numbers), ", ".join(numbers)
    else:
        zh = "；".join(each.what.zh.rstrip(STOPS) for each in statements)
        en = "; ".join(each.what.en.rstrip(STOPS) for each in statements)
    count = len(outcomes)
    because = reason.zh.removeprefix("无法检验："), reason.en.removeprefix("This cannot be tested: ")
    return Text(zh=f"{count}处说法（{zh}）：{because[0]}", en=f"{count} statements ({en}): {because[1]}")
