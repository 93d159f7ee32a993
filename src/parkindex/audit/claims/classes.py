"""Polarised: whether the printed classes of a question are fullest at both ends."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from parkindex.analysis.shares import distribution
from parkindex.audit.claims.saying import it_fails, it_holds, it_stays_open, number
from parkindex.audit.outcome import Exhibit
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.analysis.shares import ClassShare
    from parkindex.audit.claims.ground import Ground
    from parkindex.audit.outcome import Outcome
    from parkindex.evidence.claims import Comparison


def polarised(ground: Ground, claim: Comparison) -> Outcome:
    """Judge whether fewer stand in the middle classes than at either end.

    A middle class that is the fullest of all does not look like two poles; it is worth knowing, no more, because the
    text does not say how it divides them. One that is fuller than only one end decides nothing.
    """
    found = distribution(ground.evidence, claim.what)
    rows = [] if found is None else [row for row in found.exclusive if row.option is not None]
    if found is None or found.multiple or len(rows) < 3 or any(math.isnan(row.share) for row in rows):
        return it_stays_open(
            claim,
            "无法检验：没有刊载由低到高至少三档的份额。",
            "This cannot be tested: the shares of three or more ordered classes are not printed.",
        )
    low, *middle, high = rows
    fullest = max(row.share for row in middle)
    zh, en = _said(rows, "zh"), _said(rows, "en")
    data: dict[str, Any] = {"shares": {row.code: row.share for row in rows}, "n": found.n}
    exhibits = tuple(
        Exhibit(row.option.name, f"{number(row.share)}%", found.sources[0] if found.sources else "")
        for row in rows
        if row.option is not None
    )
    if fullest > max(low.share, high.share):
        zh, en = f"{zh}；居中的一档最多。", f"{en}; the fullest class is one in the middle."
        return it_fails("minor", claim, zh, en, *exhibits, **data)
    if sum(row.share for row in middle) < min(low.share, high.share):
        return it_holds(
            claim, f"{zh}；两端多而中间少。", f"{en}; both ends hold more than the middle.", *exhibits, **data
        )
    return it_stays_open(claim, f"{zh}。不足以判断。", f"{en}. That is not clear.", *exhibits, **data)


def _said(rows: list[ClassShare], language: str) -> str:
    names = [Text(zh=row.code, en=row.code) if row.option is None else row.option.name for row in rows]
    shares = [("约" if language == "zh" else "about ") if row.relation != "=" else "" for row in rows]
    told = [f"{name.of('zh' if language == 'zh' else 'en')}: {about}{number(row.share)}%"
            for name, about, row in zip(names, shares, rows, strict=True)]  # fmt: skip
    if language == "zh":
        return "所载各档为" + "、".join(each.replace(": ", "的") for each in told)
    return "The printed classes are " + ", ".join(told)
