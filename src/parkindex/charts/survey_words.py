"""How shares of a survey question are said: the base, the relation, the headline of each question."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.analysis.bases import Derivation
    from parkindex.analysis.shares import ClassShare, Distribution
    from parkindex.charts.setting import Setting

RELATIONS: dict[str, Text] = {
    ">": Text(zh="超过", en="more than "),
    ">=": Text(zh="不低于", en="at least "),
    "<": Text(zh="不足", en="less than "),
    "<=": Text(zh="不超过", en="at most "),
    "≈": Text(zh="约", en="about "),
}

HEADLINES: dict[str, Text] = {
    "established": Text(zh="{share}的园区成立时间{option}", en="{share} of parks are {option} old"),
    "age": Text(zh="{share}的园区运营年限{option}", en="{share} of parks have operated for {option}"),
    "area": Text(zh="{share}的园区面积{option}", en="{share} of parks have a floor area of {option}"),
    "investment": Text(zh="{share}的园区投资规模{option}", en="{share} of parks have an investment of {option}"),
    "vacancy": Text(zh="{share}的园区空置率{option}", en="{share} of parks have a vacancy rate of {option}"),
}
"""Sentences for the questions whose classes are ranges of a number."""

CHOSEN: dict[str, Text] = {
    "development_mode": Text(zh="{share}的园区为{option}", en="{share} of parks are {option}"),
    "downstream.unsupported": Text(
        zh="{share}的园区下游产业{option}", en="{share} of parks have {option} from downstream industry"
    ),
    "operator": Text(
        zh="运营主体为{option}的园区最多，占{share}", en="The most frequent operator is the {option} ({share} of parks)"
    ),
}
"""Sentences for questions with options, or for one option; any other question names its option in quotes."""


def share_text(row: ClassShare, setting: Setting) -> str:
    """Return a share as a label: ``71.4%``, ``>60%``, ``≈50%``; a dash where none is printed."""
    relation = {">=": "≥", "<=": "≤"}.get(row.relation, row.relation)
    sign = "" if row.relation == "=" or math.isnan(row.share) else relation
    return sign + setting.percent(row.share)


def share_words(row: ClassShare, setting: Setting) -> str:
    """Return a share as a sentence has it: ``超过60%``, ``more than 60%``."""
    head = setting.text(RELATIONS[row.relation]) if row.relation in RELATIONS else ""
    # A model of text strips its ends, so the blank between the English words and the number is put here.
    return f"{head}{setting.say('', ' ') if head else ''}{setting.percent(row.share)}"


def option_name(row: ClassShare, setting: Setting) -> str:
    """Return the name of an answer; one that the question does not declare stands for itself."""
    return row.code if row.option is None else setting.text(row.option.name)


def in_sentence(name: str) -> str:
    """Return an English option as it stands within a sentence.

    Its first letter small unless a name or acronym begins it.
    """
    second = name[1:2]
    return name[:1].lower() + name[1:] if second.islower() and name.split(" ", maxsplit=1)[0] not in {"CNY"} else name


def ranged(name: str) -> str:
    """Return a Chinese class as it stands after its noun: ``不足2年``, but ``在1—3万m²``."""
    return name if name.startswith(("不足", "不超过", "超过", "至少", "低于", "高于")) else f"在{name}"


def headline(distribution: Distribution, code: str, setting: Setting) -> str:
    """Return the sentence that says what the shares of a question show.

    It tells of the greatest union of classes that is printed, else of the greatest class; a multiple answer tells of
    both ends.
    """
    rows = [row for row in distribution.rows if not math.isnan(row.share)]
    if distribution.multiple and len(rows) > 1:
        return _ends(rows, setting)
    unions = [row for row in rows if row.union]
    row = max(unions or rows, key=lambda each: each.share)
    template = HEADLINES.get(code)
    option = option_name(row, setting)
    if template is None:
        chosen = (
            CHOSEN.get(f"{code}.{row.code}")
            or CHOSEN.get(code)
            or Text(
                zh=f"{distribution.variable.name.zh}以“{{option}}”最多，占{{share}}",
                en=f"{distribution.variable.name.en}: “{{option}}” is the most frequent answer ({{share}})",
            )
        )
        said = option if "“" in chosen.en else setting.say(option, in_sentence(option))
        return chosen.of(setting.language).format(share=share_words(row, setting), option=said)
    return template.of(setting.language).format(
        share=share_words(row, setting), option=setting.say(ranged(option), in_sentence(option))
    )


def _ends(rows: list[ClassShare], setting: Setting) -> str:
    """Return the most and the least frequent answers of a multiple question."""
    most = max(rows, key=lambda row: row.share)
    least = min(rows, key=lambda row: row.share)
    if most.share == least.share:
        share = share_words(most, setting)
        return setting.say(f"各项回答均占{share}", f"Every answer was given by {share}")
    pair = [(f"“{option_name(row, setting)}”", share_words(row, setting)) for row in (most, least)]
    (high, high_share), (low, low_share) = pair
    return setting.say(
        f"{high}最多（{high_share}），{low}最少（{low_share}）",
        f"{high} is the most frequent answer ({high_share}), {low} the least ({low_share})",
    )


def base_words(distribution: Distribution, setting: Setting) -> str:
    """Return the base of the shares and how it is known."""
    derivation = distribution.derivation
    if distribution.origin == "answers" or derivation is None:
        return setting.n(distribution.n)
    if distribution.n is None:
        return _undecided(derivation, distribution, setting)
    if distribution.n == distribution.stated_n:
        return setting.n(distribution.n) + setting.say("（原报告所述）", " (as stated)")
    rounding = _rounding(derivation, setting)
    stated = distribution.stated_n
    if stated is not None:
        return setting.say(
            f"n = {distribution.n}（原报告称以{stated}家计，所载比例只与{distribution.n}相容{rounding}）",
            f"n = {distribution.n} (the text says {stated}, but the shares fit only {distribution.n}{rounding})",
        )
    return setting.say(
        f"n = {distribution.n}（原报告未刊载，由所载比例反推{rounding}）",
        f"n = {distribution.n} (not printed; derived from the printed shares{rounding})",
    )


def _rounding(derivation: Derivation, setting: Setting) -> str:
    """Return the remark on shares that were not simply rounded."""
    rounding = derivation.bases[0].rounding if derivation.bases else "half_up"
    if rounding == "truncated":
        return setting.say("，比例系截尾而非四舍五入", ", taken as cut off, not rounded")
    if rounding == "adjusted":
        return setting.say("，且其中一项经调整使合计为100%", ", if one share was moved so that they add to 100%")
    return ""


def _undecided(derivation: Derivation, distribution: Distribution, setting: Setting) -> str:
    """Return which bases are possible where several or none are."""
    unknown = setting.n(None)
    possible = [setting.number(n, 0) for n in derivation.possible]
    exact = any(row.relation == "=" and not math.isnan(row.share) for row in distribution.rows)
    if not exact:
        return unknown
    if not possible:
        limit = derivation.limit
        return unknown + setting.say(
            f"，{limit}以内没有任何一个基数能同时得出所载比例",
            f"; no single base up to {limit} gives all printed shares",
        )
    if len(possible) > 4:
        return unknown + setting.say(f"，有{len(possible)}个值可能", f"; {len(possible)} values of n would fit")
    joined = setting.names(possible).replace(" and ", " or ").replace("和", "或")
    return unknown + setting.say(
        f"，与n = {joined}相容{_rounding(derivation, setting)}",
        f"; compatible with n = {joined}{_rounding(derivation, setting)}",
    )
