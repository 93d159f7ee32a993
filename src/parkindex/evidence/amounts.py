"""Support clauses: the words of a support policy (最高60万元/年, 门槛：500万营收，补贴：50—500万元) read into numbers.

A cell is cut into pieces at its commas, and each piece is read by one small grammar: a label, a ceiling, an amount,
rate, period or count, and what it is paid for. Every word must be known (`parkindex.evidence.vocabulary`); a piece with
anything else in it is returned as unread, never guessed at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from parkindex.evidence.vocabulary import BENEFITS, CONDITIONS, LABELS, MEASURES

ClauseKind = Literal["amount", "rate", "fund", "period", "count", "benefit"]

YUAN = {"亿元": 1e8, "亿": 1e8, "万元": 1e4, "万": 1e4, "元": 1.0, "": 1.0}
"""How many yuan each unit is; figures without a unit (rates, numbers) count as they are."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a policy grants.

    ``least`` and ``most`` are yuan, or a number of things for a ``count``; both are the same where one amount is
    stated, and ``least`` is None under a mere ceiling. ``unit`` is the unit as written (万元, 亿元, 元, 个, 年).
    ``rate_least`` and ``rate_most`` are percent; ``years`` is the length of a ``period``; ``at_most`` tells a ceiling
    from an exact figure. ``label_words`` are the vocabulary's words that make up ``label``. ``threshold`` is the yuan
    of ``threshold_of`` (营收, 税收) that a firm must reach; ``condition`` is one in words.
    """

    kind: ClauseKind
    words: str
    label: str = ""
    least: float | None = None
    most: float | None = None
    unit: str = ""
    per: Literal["year", "item"] | None = None
    rate_least: float | None = None
    rate_most: float | None = None
    years: float | None = None
    at_most: bool = False
    threshold: float | None = None
    threshold_of: str = ""
    condition: str = ""
    label_words: tuple[str, ...] = ()

    def describe(self, language: Literal["zh", "en"]) -> str:
        """Return the clause as a phrase of one language."""
        from parkindex.evidence.phrases import phrase

        return phrase(self, language)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a cell grants; ``unread`` holds the pieces that could not be read, empty when all could."""

    clauses: tuple[Clause, ...]
    unread: str = ""


def _words(known: frozenset[str] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word)))


_NUMBER = r"\d+(?:\.\d+)?"
_TO = r"\s*(?:[—–~～-]+|至|到)\s*"
_MONEY = r"\s*(?:[亿万]元?|元)"
_TOKENS: dict[str, str] = {
    "threshold": r"门槛[：:]",
    "condition": _words(CONDITIONS),
    "money": rf"{_NUMBER}{_MONEY}?{_TO}{_NUMBER}{_MONEY}|{_NUMBER}{_MONEY}",
    "rate": rf"{_NUMBER}[%％]?{_TO}{_NUMBER}[%％]|{_NUMBER}[%％]",
    "years": rf"{_NUMBER}年",
    "count": rf"{_NUMBER}[个项家场次]",
    "per_year": r"/年|每年",
    "per_item": r"/件|每件",
    "ceiling": r"最高|不超过|至多|上限",
    "floor": r"最低|不低于|不少于|至少",
    "measure": _words(MEASURES),
    "label": _words(LABELS),
    "separator": r"[，,；;、]",
    "colon": r"[：:]",
    "space": r"\s+",
    "other": r".",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _TOKENS.items()), re.ASCII | re.DOTALL)
_AMOUNT = re.compile(rf"({_NUMBER})\s*([亿万]元?|元)?", re.ASCII)

Token = tuple[str, str]


def parse(words: str) -> Parsed:
    """Read the words of a support cell into clauses."""
    clauses: list[Clause] = []
    unread: list[str] = []
    terms = _Terms()
    pending = ""
    for piece in _pieces(words):
        found = _terms(piece, terms)
        if found is not None:
            terms = found
            pending = _text(piece)
            continue
        clause = _clause(piece)
        if clause is None:
            unread.append(_text(piece))
        else:
            clauses.append(terms.on(clause))
            pending = ""
    if pending:
        unread.append(pending)
    return Parsed(tuple(clauses), "，".join(unread))


def money(words: str) -> float | None:
    """Return the yuan of a single amount such as 3亿元, 3亿 or 1.5万, None for anything else."""
    match = re.fullmatch(rf"({_NUMBER})\s*([亿万]元?|元)", words, re.ASCII)
    return float(match[1]) * YUAN[match[2]] if match else None


def _pieces(words: str) -> list[list[Token]]:
    pieces: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(words):
        token = (str(match.lastgroup), match.group())
        if token[0] == "separator":
            pieces.append([])
        elif token[0] != "space":
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _text(piece: list[Token]) -> str:
    return "".join(text for _, text in piece)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What must be fulfilled for the clauses that follow in the same cell."""

    threshold: float | None = None
    threshold_of: str = ""
    condition: str = ""

    def on(self, clause: Clause) -> Clause:
        return replace(clause, threshold=self.threshold, threshold_of=self.threshold_of, condition=self.condition)


def _terms(piece: list[Token], terms: _Terms) -> _Terms | None:
    """Add what a piece demands to the terms so far; None when the piece demands nothing."""
    kinds = [kind for kind, _ in piece]
    texts = dict(piece)
    if kinds == ["condition"]:
        return replace(terms, condition=texts["condition"])
    if sorted(kinds) == ["measure", "money", "threshold"] and kinds[0] == "threshold":
        amount = money(texts["money"])
        return None if amount is None else replace(terms, threshold=amount, threshold_of=texts["measure"])
    return None


_FIGURES = ("money", "rate", "years", "count")
_ONCE = frozenset({*_FIGURES, "per_year", "per_item", "ceiling", "floor"})
_ALLOWED = _ONCE | {"label", "colon"}


def _clause(piece: list[Token]) -> Clause | None:
    """Read one piece; None when it holds an unknown word, or not exactly one figure or benefit."""
    kinds = [kind for kind, _ in piece]
    if any(kind not in _ALLOWED for kind in kinds) or any(kinds.count(kind) > 1 for kind in _ONCE):
        return None
    labels = tuple(text for kind, text in piece if kind == "label")
    texts = dict(piece)
    figures = [kind for kind in _FIGURES if kind in texts]
    common = Clause("benefit", _text(piece), label="".join(labels), label_words=labels)
    if not figures:
        return common if kinds == ["label"] and common.label in BENEFITS else None
    if len(figures) > 1 or ("ceiling" in texts and "floor" in texts):
        return None
    per: Literal["year", "item"] | None = "year" if "per_year" in texts else "item" if "per_item" in texts else None
    clause = replace(common, per=per, at_most="ceiling" in texts)
    return _with_figure(clause, figures[0], texts[figures[0]], floor="floor" in texts)


def _with_figure(clause: Clause, kind: str, written: str, *, floor: bool) -> Clause | None:
    """Add the figure to a clause; None where a range runs backwards."""
    numbers = [(float(number), unit) for number, unit in _AMOUNT.findall(written)]
    unit = numbers[-1][1]
    low, high = (number * YUAN[own or unit] for number, own in (numbers[0], numbers[-1]))
    if low > high:
        return None
    least = None if clause.at_most and len(numbers) == 1 else low
    most = None if floor else high
    match kind:
        case "money":
            sort: ClauseKind = "fund" if "基金" in clause.label else "amount"
            return replace(clause, kind=sort, least=least, most=most, unit=unit if unit.endswith("元") else f"{unit}元")
        case "rate":
            return replace(clause, kind="rate", rate_least=least, rate_most=most)
        case "years":
            return replace(clause, kind="period", years=high, unit="年")
        case _:
            return replace(clause, kind="count", least=least, most=most, unit=written[-1])
