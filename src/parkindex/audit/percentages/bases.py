"""Which counts and bases can produce the printed shares. Exact fractions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import exact, half_unit
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.percentages.questions import (
    MOST_TRIED,
    Question,
    alone,
    bases_listed,
    countable,
    neighbours,
    percent,
    questions,
    share_text,
    shares_listed,
    shares_of,
)

if TYPE_CHECKING:
    from parkindex.analysis.bases import Base
    from parkindex.audit.publication import Publication
    from parkindex.evidence.rows import Statistic

NO_SHARES = (
    "无法检验：没有刊载确切的份额，只有界限或约数。",
    "This cannot be tested: no share is printed exactly, only bounds and round figures.",
)


def common_bases(publication: Publication) -> Iterator[Outcome]:
    """Find the bases from which all shares of each question can come, up to the number of units or the stated n."""
    asked = [question for question in questions(publication.evidence) if question.counted and question.exact]
    if not asked:
        yield untestable(*NO_SHARES)
    for question in asked:
        found = question.bases()
        if found.bases and found.bases[0].rounding == "adjusted":
            yield _adjusted(question, found.bases)
        elif found.bases:
            yield _possible(question, found.bases)
        elif question.limit > MOST_TRIED or _by_ties(question):
            yield _with_ties(question)
        else:
            yield _impossible(question)


def _by_ties(question: Question) -> list[int]:
    """Return the bases that fit when each share may be cut off, or a tie rounded, in its own way."""
    shares = shares_of(question.exact)
    most = min(question.limit, MOST_TRIED)
    return [n for n in range(1, most + 1) if all(countable(share, n) for share in shares)]


def _possible(question: Question, bases: tuple[Base, ...]) -> Outcome:
    name, shares, n = question.name, shares_listed(question.exact), bases_listed([base.n for base in bases])
    cut_off = bases[0].rounding == "truncated"
    how_zh, how_en = ("（舍去尾数而非四舍五入）", ", cut off instead of rounded") if cut_off else ("", "")
    many = len(question.exact) > 1
    return holds(
        f"“{name.zh}”的{shares.zh}{'都' if many else ''}可出自基数{n.zh}{how_zh}。",
        f"“{name.en}”: {shares.en} can {'all ' if many else ''}come from a base of {n.en}{how_en}.",
        *question.cells(question.exact),
        subject=question.code,
        **_data(question, bases),
    )


def _with_ties(question: Question) -> Outcome:
    name, shares = question.name, shares_listed(question.exact)
    return holds(
        f"“{name.zh}”的{shares.zh}可有共同的基数。",
        f"“{name.en}”: {shares.en} can have a base in common.",
        *question.cells(question.exact),
        subject=question.code,
        bases=_by_ties(question),
        limit=question.limit,
    )


def _adjusted(question: Question, bases: tuple[Base, ...]) -> Outcome:
    """Tell which share was moved so that all add up to 100."""
    n, counts = bases[-1].n, bases[-1].counts
    row, count = next(
        (row, count)
        for row, count in zip(question.rows, counts, strict=True)
        if count is not None and abs(Fraction(100 * count, n) - exact(row.value)) > half_unit(row.value)
    )
    name, written, possible = question.name, share_text(row), bases_listed([base.n for base in bases])
    true = percent(Fraction(100 * count, n), 2)
    return fails(
        "minor",
        f"“{name.zh}”的{written.zh}不是四舍五入所得：基数为{possible.zh}时为{true}（如{count}/{n}），"
        f"印作{written.zh}后各项恰合计100%。",
        f"“{name.en}”: {written.en} is not what rounding gives: with a base of {possible.en} it is {true} "
        f"({count} of {n}); printed as {written.en}, the shares add up to 100%.",
        *question.cells(),
        subject=question.code,
        **_data(question, bases),
    )


def _impossible(question: Question) -> Outcome:
    """Say which bases each share would need, and whether one share can be of the units that another counts.

    If it can, the shares agree once that base is understood, and only its not being said is at fault.
    """
    name, shares = question.name, shares_listed(question.exact)
    needed = [(row, alone(row, question.limit)) for row in question.exact]
    zh = "，".join(f"{share_text(row).zh}只可出自{bases_listed(n).zh if n else '更大的基数'}" for row, n in needed[:3])
    en = ", ".join(
        f"{share_text(row).en} needs {bases_listed(n).en if n else 'a greater one'}" for row, n in needed[:3]
    )
    nested = _nested(question)
    if nested is not None:
        part, whole, counts = nested
        zh += f"；{share_text(part).zh}若以{share_text(whole).zh}所指的{counts[1]}家为基数，则为其中{counts[0]}家"
        en += f"; {share_text(part).en} can be {counts[0]} of the {counts[1]} that {share_text(whole).en} stands for"
    return fails(
        "moderate" if nested is None else "minor",
        f"“{name.zh}”的{shares.zh}没有不超过{question.limit}的共同基数：{zh}。",
        f"“{name.en}”: no base up to {question.limit} gives {shares.en}: {en}.",
        *question.cells(question.exact),
        subject=question.code,
        limit=question.limit,
        bases={row.code: list(n) for row, n in needed},
        nested=None if nested is None else list(nested[2]),
    )


def _nested(question: Question) -> tuple[Statistic, Statistic, tuple[int, int]] | None:
    """Return a share that can be of the units of another share, with both counts, at the limit as base."""
    n = question.limit
    for whole in question.exact:
        counts = [
            count for count, share in neighbours(whole, n) if abs(share - exact(whole.value)) <= half_unit(whole.value)
        ]
        for part in question.exact:
            if part is whole or len(counts) != 1:
                continue
            of = counts[0]
            found = [k for k in range(1, of) if abs(Fraction(100 * k, of) - exact(part.value)) <= half_unit(part.value)]
            if len(found) == 1 and not countable(shares_of([part])[0], n):
                return part, whole, (found[0], of)
    return None


def stated_bases(publication: Publication) -> Iterator[Outcome]:
    """Test whether the base that is stated with shares can produce them; without one, whether that of others can."""
    asked = [question for question in questions(publication.evidence) if question.counted and question.exact]
    elsewhere = list(dict.fromkeys(n for question in questions(publication.evidence) for n in question.stated))
    if not asked or not elsewhere:
        yield untestable(
            "无法检验：没有既刊载确切份额又写明基数的问题。",
            "This cannot be tested: no question has both an exact share and a stated base.",
        )
        return
    for question in asked:
        for n in question.stated:
            yield _stated(question, n)
        if not question.stated and len(elsewhere) == 1:
            yield from _unstated(question, elsewhere[0])


def _stated(question: Question, n: int) -> Outcome:
    name, exact_rows = question.name, question.exact
    shares = shares_listed(exact_rows)
    if _fits(question, n):
        return holds(
            f"“{name.zh}”的{shares.zh}可出自所写的基数{n}。",
            f"“{name.en}”: {shares.en} can be shares of {n}, as stated.",
            *question.cells(exact_rows),
            subject=question.code,
            stated=n,
        )
    possible = [base.n for base in question.bases().bases]
    row = next((row for row in exact_rows if not countable(shares_of([row])[0], n)), None)
    zh_other = f"；可能的基数是{bases_listed(possible).zh}" if possible else ""
    en_other = f"; the bases possible are {bases_listed(possible).en}" if len(possible) > 1 else ""
    en_other = f"; the only base possible is {possible[0]}" if len(possible) == 1 else en_other
    if len(possible) == 1:
        zh_other = f"；唯一可能的基数是{possible[0]}"
    zh_near = en_near = ""
    if row is not None:
        near = neighbours(row, n)
        zh_near = f"：{share_text(row).zh}不可得，与之相邻的是" + "和".join(f"{k}/{n}（{percent(s)}）" for k, s in near)
        en_near = f": next to {share_text(row).en} stand " + " and ".join(f"{k} of {n} ({percent(s)})" for k, s in near)
    return fails(
        "moderate",
        f"“{name.zh}”的{shares.zh}不能都出自所写的基数{n}{zh_near}{zh_other}。",
        f"“{name.en}”: {shares.en} cannot all be shares of {n}, as stated{en_near}{en_other}.",
        *question.cells(exact_rows),
        subject=question.code,
        stated=n,
        bases=possible,
        limit=question.limit,
    )


def _unstated(question: Question, n: int) -> Iterator[Outcome]:
    """Say of shares printed without a base that the base of other questions cannot be theirs."""
    if _fits(question, n):
        return
    name, shares = question.name, shares_listed(question.exact)
    yield untestable(
        f"无法检验：“{name.zh}”的{shares.zh}没有写明基数；其它问题所写的基数{n}得不出。",
        f"This cannot be tested: no base is stated for “{name.en}”, {shares.en}; the {n} stated for other questions "
        f"cannot produce {'them' if len(question.exact) > 1 else 'it'}.",
        *question.cells(question.exact),
        subject=question.code,
        elsewhere=n,
        bases=[base.n for base in question.bases().bases],
    )


def _fits(question: Question, n: int) -> bool:
    """Tell whether a base can produce the shares; moved to add up to 100, or ties rounded either way, they do too."""
    return bool(question.bases(least=n, limit=n).bases) or all(
        countable(share, n) for share in shares_of(question.exact)
    )


def _data(question: Question, bases: tuple[Base, ...]) -> dict[str, object]:
    return {
        "bases": [base.n for base in bases],
        "counts": [list(base.counts) for base in bases],
        "rounding": bases[0].rounding,
        "limit": question.limit,
    }
