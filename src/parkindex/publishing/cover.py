"""What stands around the pages: cover, running head, colophon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import parkindex
from parkindex.charts.wording import agree

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.publishing.document import Language


def cover(edition: Edition, language: Language) -> dict[str, Any]:
    """Return the fields of a `Document` that say what it is."""
    about = edition.about
    count = len(edition.dataset.units)
    subject, index = about.subject.of(language), edition.framework.root.name.of(language)
    until = about.cut_off.of(language)
    date = f"证据截至{until}" if language == "zh" else f"Evidence up to {until}"
    title = about.title.of(language)
    mark = {"zh": "合成数据", "en": "Synthetic data"}[language]
    head = [title, date, *([mark] if about.synthetic else [])]
    return {
        "language": language,
        "title": title,
        "subtitle": f"{count}家{subject}的{index}"
        if language == "zh"
        else f"{index} of {count} {agree(count, subject)}",
        "running_head": " · ".join(head),
        "publisher": about.publisher.of(language),
        "date": date,
        "synthetic": about.synthetic,
    }


def colophon(edition: Edition, language: Language) -> tuple[str, ...]:
    """Return the lines that say how the report was made, under which licence, and how to make it again."""
    about = edition.about
    title = edition.methods[about.method].title.of(language)
    made = f"ParkIndex {parkindex.__version__}"
    command = f"parkindex publish {edition.path.resolve().name}"
    if language == "zh":
        lines = [
            f"本报告由{made}从版本“{about.code}”的证据、框架与方法生成；默认方法：{title}；随机种子：{about.seed}。"
        ]
        lines.append(f"重新生成：{command}。相同的输入与版本得到逐字节相同的文件。")
        licence = f"许可：{about.licence.zh}" if about.licence else ""
    else:
        lines = [f"Made by {made} from the evidence, framework and methods of the edition “{about.code}”."]
        lines[0] += f" Default method: {title}. Seed: {about.seed}."
        lines.append(f"To make it again: {command}. The same inputs and version give the same bytes.")
        licence = f"Licence: {about.licence.en}" if about.licence else ""
    return (*lines, *([licence] if licence else []), *_fonts(language))


def _fonts(language: Language) -> tuple[str, ...]:
    if language == "zh":
        return ("字体：Noto Sans SC，SIL 开放字体许可 1.1。",)
    return ("Typeface: Noto Sans SC, SIL Open Font License 1.1.",)
