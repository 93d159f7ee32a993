"""The few words that the renderers themselves put on a page, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.publishing.document import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "contents": "目录",
        "figure": "图",
        "table": "表",
        "source": "来源：",
        "note": "注：",
        "limit": "证据的局限",
        "remark": "说明",
        "rank": "排名",
        "tier": "梯队",
        "score": "总分",
        "strengths": "强项",
        "weaknesses": "弱项",
        "none": "无",
        "skip": "跳到正文",
        "synthetic-mark": "合成数据",
        "synthetic": "合成数据：本报告中的园区、政策与数值均由程序生成，不描述任何真实园区。",
        "top": "回到目录",
        "uses": "引用的部分",
    },
    "en": {
        "contents": "Contents",
        "figure": "Figure",
        "table": "Table",
        "source": "Source: ",
        "note": "Note: ",
        "limit": "Limit of the evidence",
        "remark": "Note",
        "rank": "Rank",
        "tier": "Tier",
        "score": "Score",
        "strengths": "Strengths",
        "weaknesses": "Weaknesses",
        "none": "none",
        "skip": "Skip to the text",
        "synthetic-mark": "Synthetic data",
        "synthetic": "Synthetic data: all parks, policies and values here are generated and describe no real park.",
        "top": "Back to contents",
        "uses": "Parts used",
    },
}

SCRIPTS: Mapping[Language, str] = {"zh": "zh-Hans", "en": "en-GB"}
"""The language tag that a browser and a reader aloud go by."""


def numbered(kind: str, number: int, language: Language) -> str:
    """Return how a figure or table is called: ``图 3``, ``Figure 3``."""
    return f"{WORDS[language][kind]}\u00a0{number}"
