"""Pages that name what is not there, hold numbers by hand, or characters that no font has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.sample.new import new_edition

from .broken import EDITION, FRAMEWORK, PAGE, Broken, Case, assert_told, cases, cell, change

if TYPE_CHECKING:
    from pathlib import Path

    from .broken import Spoil
    from .conftest import Run

ENGLISH = "pages/results.en.md"


@pytest.fixture
def small(tmp_path: Path) -> Broken:
    """A copy of the edition of three units that `parkindex new` writes."""
    return Broken(new_edition(tmp_path / "small"), tmp_path / "broken")


def page(words: str, name: str = PAGE) -> Spoil:
    """Append a paragraph."""
    return lambda broken: broken.append(name, f"\n{words}\n") + 1


def wrong(name: str, words: str, message: str, hint: str, *, also: bool = False, file: str = PAGE) -> Case:
    return Case(name, page(words, file), f"{file}:{{line}}", message, hint, also)


FORMS = "the forms are {{ NAME }}, "
PLAIN = "pages hold headings, paragraphs, flat lists, quotes, **bold**, `code`, links and placeholders"
LITERAL = "write it as a value, {{ NAME }}; where it is no result, as `code` or in other words"
GBK = "write it with a character of GBK, or spell it out"

NAMES = [
    wrong("an unknown value", "{{ units.cuont }}", "no value is called 'units.cuont'", "did you mean units.count"),
    wrong("an unknown family", "{{ wealth }}", "no value is called 'wealth'", "did you mean "),
    wrong(
        "an unknown unit",
        "{{ score.example-z }}",
        "no value is called 'score.example-z'",
        "did you mean score.example-",
    ),
    wrong("an unknown tier", "{{ tier.9.name }}", "no value is called 'tier.9.name'", "after 'tier.' come "),
    wrong(
        "an unknown format",
        "{{ units.count | shrot }}",
        "'units.count' (count) has no format 'shrot'",
        "its formats are ",
    ),
    wrong(
        "an unknown figure",
        "{{ figure tier-scoers }}",
        "no figure is called 'tier-scoers'",
        "did you mean tier-scores",
        also=True,
    ),
    wrong("an unknown table", "{{ table rankin }}", "no table is called 'rankin'", "did you mean ranking", also=True),
    wrong(
        "a reference to what is not shown",
        "{{ see parks-by-city }}",
        "no figure or table called 'parks-by-city' is shown in the report",
        "there are ",
    ),
    wrong(
        "an unknown source",
        "{{ cite own-survey#nowhere }}",
        "no source has the address 'own-survey#nowhere'",
        "did you mean own-survey",
    ),
    wrong("an unclosed placeholder", "{{ units.count", "'{{' is not closed by '}}' in the same line", FORMS),
    wrong("an empty placeholder", "{{ }}", "'{{ }}' is not a placeholder", FORMS),
    wrong(
        "a figure in a sentence",
        "共{{ figure tier-scores }}图",
        "a figure, table or list stands inside a sentence",
        "leave an empty line",
    ),
    wrong(
        "a table twice",
        "{{ table ranking }}",
        "'table ranking' is shown twice",
        "show it once and refer to it elsewhere",
    ),
    wrong("a second title", "# 又", "a second heading of level 1", "one part a page; sections open with ##"),
    wrong("a picture", "![图](x.png)", "a page cannot hold an image", PLAIN),
    wrong("a rule", "---", "a page cannot hold a rule", PLAIN),
    wrong(
        "a private character",
        "\U000f0000",
        "holds a private character (U+F0000)",
        "remove the character: no font has it",
    ),
    Case(
        "no title",
        lambda broken: broken.write(PAGE, "没有标题\n"),
        f"{PAGE}:1",
        "a page opens with a heading of level 1",
        "write '# Title' in the first line; the title opens the part",
        also=True,
    ),
    Case(
        "a figure in one language only",
        page("{{ figure tier-scores }}"),
        "pages/summary.en.md",
        f"'figure tier-scores' of {PAGE} is not shown",
        "both languages show the same",
    ),
]

NUMBERS = [
    wrong(f"{literal} in {file}", words, f"the prose holds the literal number '{literal}'", LITERAL, file=file)
    for file, words, literal in (
        (PAGE, "共22家园区。", "22"),
        (PAGE, "占２２％。", "２２％"),
        (PAGE, "占12.5%。", "12.5%"),
        (PAGE, "共三家园区。", "三家"),
        (PAGE, "超过五成。", "五成"),
        (PAGE, "百分之七十在沿海。", "百分之七十"),
        (ENGLISH, "There are 22 parks.", "22"),
        (ENGLISH, "Of all, 5% are new.", "5%"),
        (ENGLISH, "There are twelve parks.", "twelve"),
        (ENGLISH, "About half are new.", "half"),
    )
]

GLYPHS = [
    wrong(
        "a rare character in a page",
        "一个\U00020bb7字",
        "the font has no '\U00020bb7' (U+20BB7) (shown in report.zh, paragraph '一个\U00020bb7字')",
        GBK,
    ),
    wrong(
        "a hidden mark in a page",
        "一\u202e二",
        "the font has no U+202E (shown in report.zh, paragraph '一\u202e二')",
        GBK,
    ),
    Case(
        "a rare character in the name of a unit",
        cell("units.csv", "name_zh", "示例\U00020bb7园"),
        "units.csv:2 column 'name_zh'",
        "the font has no '\U00020bb7' (U+20BB7) (shown in report.zh, ",
        GBK,
        also=True,
    ),
    Case(
        "a smile in the short name of a unit",
        cell("units.csv", "short_en", "Park \U0001f600"),
        "units.csv:2 column 'short_en'",
        "the font has no '\U0001f600' (U+1F600) (shown in report.en, ",
        GBK,
        also=True,
    ),
    Case(
        "a rare character in the title",
        change(EDITION, "zh: 产业园综合评估", "zh: 产业园\U00020bb7评估"),
        "edition.yaml:{line}",
        "the font has no '\U00020bb7' (U+20BB7) (shown in report.zh, cover)",
        GBK,
    ),
    Case(
        "a rare character in the framework",
        change(FRAMEWORK, "zh: 入驻企业,", "zh: 入驻\U00020bb7企业,"),
        "framework.yaml:{line}",
        "the font has no '\U00020bb7' (U+20BB7) (shown in report.zh, ",
        GBK,
        also=True,
    ),
]


@cases([*NAMES, *NUMBERS, *GLYPHS])
@pytest.mark.parametrize("command", ["check", "publish"])
def test_pages(case: Case, command: str, small: Broken, run: Run) -> None:
    line = case.spoil(small)
    before = small.contents()
    if command == "publish" and "is not shown" in case.message:
        pytest.skip("a difference between the languages does not stop publishing")
    assert_told(case._replace(also=case.also or command == "publish"), line, run(command, small.path))
    assert small.contents() == before
    assert not (small.path / "build").exists()


def test_a_missing_page_stops_publishing(small: Broken, run: Run) -> None:
    small.remove(ENGLISH)
    code, out, err = run("publish", small.path)
    assert (code, out) == (1, "")
    assert f"{ENGLISH}  the page does not exist\n    hint: write the page, or take 'results' out of 'pages'" in err
    assert not (small.path / "build").exists()


def test_the_problems_of_all_pages_are_shown_at_once(small: Broken, run: Run) -> None:
    lines = [
        small.append(PAGE, "\n共22家，{{ units.cuont }}\n") + 1,
        small.append("pages/summary.en.md", "\n{{ tabel ranking }}\n") + 1,
        small.append(ENGLISH, "\n{{ figure nothing }}\n") + 1,
    ]
    for command in ("check", "publish"):
        code, _, err = run(command, small.path)
        assert code == 1
        for words in (
            f"{PAGE}:{lines[0]}  the prose holds the literal number '22'\n",
            f"{PAGE}:{lines[0]}  no value is called 'units.cuont'\n",
            f"pages/summary.en.md:{lines[1]}  '{{{{ tabel ranking }}}}' is not a placeholder\n",
            f"{ENGLISH}:{lines[2]}  no figure is called 'nothing'\n",
        ):
            assert words in err
