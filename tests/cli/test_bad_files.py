"""Files that are missing or cannot be read: encodings, tables and YAML, each problem with its line and a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.tables import TABLES as TABLES_OF_AN_EDITION

from .broken import (
    CLAIMS,
    EDITION,
    FRAMEWORK,
    METHODS,
    OBSERVATIONS,
    PAGE,
    SOURCES,
    Case,
    cases,
    change,
    examine,
    line_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .broken import Broken
    from .conftest import Run

MISSING = [
    Case(
        f"{name} is missing",
        lambda broken, name=name: broken.remove(name),  # type: ignore[misc]
        name,
        "the file is missing",
        f"write {name}, or copy it from another edition",
        also=name in {SOURCES, "units.csv", "places.csv"},
    )
    for name in (EDITION, FRAMEWORK, METHODS, "places.csv", "units.csv", SOURCES)
] + [
    Case(
        "no values at all are there",
        lambda broken: broken.remove(OBSERVATIONS),
        OBSERVATIONS,
        "neither evidence/observations.csv nor evidence/answers.csv is there; expected at least one of them",
        "write subject,node,value,status,source,note and a row per value",
    ),
    Case(
        "a page is missing",
        lambda broken: broken.remove("pages/trends.en.md"),
        "pages/trends.en.md",
        "the page does not exist",
        "write the page, or take 'trends' out of 'pages' in edition.yaml",
        also=True,
    ),
    Case(
        "a folder lies in place of a file",
        lambda broken: broken.replace_by_a_folder("units.csv"),
        "units.csv",
        "is a folder; expected a file",
        "move the folder away",
    ),
]


@cases(MISSING)
def test_a_file_that_is_not_there(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


def inserted(data: bytes) -> Callable[[bytes], bytes]:
    """Put bytes at the beginning of the second line."""
    return lambda old: old.replace(b"\n", b"\n" + data, 1)


def encoded(name: str, told: str, change_bytes: Callable[[bytes], bytes], line: str, message: str, hint: str) -> Case:
    return Case(
        f"{told} in {name}", lambda broken: broken.recode(name, change_bytes), f"{name}{line}", message, hint, also=True
    )


ENCODINGS = [
    *(
        encoded(
            name,
            "GBK",
            lambda _, words=words: words.encode("gb18030"),  # type: ignore[misc]
            f":{line}",
            f"is not UTF-8 (byte 0x{byte}); it looks like GBK",
            f"convert it: iconv -f GB18030 -t UTF-8 {name} > converted",
        )
        for name, words, line, byte in (
            ("units.csv", "code,name_zh\nx,中国园区\n", 2, "D6"),
            (FRAMEWORK, "# index\ncode: index\nname: {zh: 综合竞争力, en: Overall}\n", 3, "D7"),
            (PAGE, "# Summary\n\n区块链产业园\n", 3, "C7"),
        )
    ),
    *(
        case
        for name in ("units.csv", FRAMEWORK, PAGE)
        for case in (
            encoded(
                name,
                "a byte order mark",
                lambda data: b"\xef\xbb\xbf" + data,
                ":1",
                "begins with a byte order mark of UTF-8; expected UTF-8 without one",
                f"save as “UTF-8” rather than “UTF-8 with BOM”: sed -i '1s/^\\xEF\\xBB\\xBF//' {name}",
            ),
            encoded(
                name,
                "UTF-16",
                lambda data: data.decode().encode("utf-16"),
                ":1",
                "begins with a byte order mark of UTF-16; expected UTF-8 without one",
                f"convert it: iconv -f UTF-16 -t UTF-8 {name} > converted",
            ),
            encoded(
                name,
                "NUL",
                inserted(b"\0"),
                ":2",
                "holds a NUL byte; expected plain text",
                "save the file again as plain text in UTF-8",
            ),
            encoded(
                name,
                "a bell",
                inserted(b"\x07"),
                ":2",
                "holds a control character (U+0007); expected plain text",
                "remove the character",
            ),
            encoded(
                name,
                "broken bytes",
                inserted(b"\xff\xff"),
                ":2",
                "is not UTF-8 (byte 0xFF)",
                "save the file again as plain text in UTF-8",
            ),
        )
    ),
]


@cases(ENCODINGS)
def test_encodings(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


QUOTE_HINT = 'close the quote; a quote inside a quoted cell is written twice ("")'
TABLES = [
    Case(
        "a row with too few cells",
        lambda broken: broken.append(OBSERVATIONS, "yimi,policy,3\n"),
        f"{OBSERVATIONS}:{{line}}",
        "has 3 cells; expected 6",
        "add the commas that are missing",
    ),
    Case(
        "a row with too many cells",
        lambda broken: broken.append(OBSERVATIONS, "yimi,policy,1,234,,report,\n"),
        f"{OBSERVATIONS}:{{line}}",
        "has 7 cells; expected 6",
        "put a cell that holds a comma into double quotes",
    ),
    Case(
        "an unclosed quote",
        lambda broken: broken.append(OBSERVATIONS, 'yimi,index,3,,report,"said\n'),
        f"{OBSERVATIONS}:{{line}}",
        "has a quote that is never closed; expected RFC 4180",
        QUOTE_HINT,
    ),
    Case(
        "words after a quote",
        change(OBSERVATIONS, "china-hangzhou,", '"china"-hangzhou,'),
        f"{OBSERVATIONS}:{{line}}",
        "is not valid CSV (',' expected after '\"'); expected RFC 4180",
        QUOTE_HINT,
    ),
    Case(
        "an endless cell",
        lambda broken: broken.append(OBSERVATIONS, "x" * 140_000 + "\n"),
        f"{OBSERVATIONS}:{{line}}",
        "has a quote that is never closed, or a cell of more than 131,072 characters; expected RFC 4180",
        QUOTE_HINT,
    ),
    Case(
        "an empty table",
        lambda broken: broken.write(OBSERVATIONS, ""),
        OBSERVATIONS,
        f"is empty; expected a header: {','.join(TABLES_OF_AN_EDITION[OBSERVATIONS].columns)}",
        "write the header, even where there are no rows",
    ),
    Case(
        "an unknown column",
        change(OBSERVATIONS, "status", "statsu"),
        f"{OBSERVATIONS}:1",
        "unknown column 'statsu'",
        "did you mean 'status'? columns: subject, node, value, status, source, note",
    ),
    Case(
        "a column twice",
        change(OBSERVATIONS, "status", "value"),
        f"{OBSERVATIONS}:1",
        "column 'value' is there 2 times",
        "keep one of them",
    ),
    Case(
        "a column too few",
        lambda broken: broken.put(OBSERVATIONS, [row[1:] for row in broken.rows(OBSERVATIONS)]),
        f"{OBSERVATIONS}:1",
        "column missing: subject",
        "columns: subject, node, value, status, source, note",
    ),
    Case(
        "semicolons",
        lambda broken: broken.write(OBSERVATIONS, broken.text(OBSERVATIONS).replace(",", ";")),
        f"{OBSERVATIONS}:1",
        "the cells are separated by ';'; expected commas",
        "save the file again as CSV, separated by commas",
    ),
]


@cases(TABLES)
def test_tables(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


def tree(depth: int) -> str:
    """Return a framework of so many levels."""
    levels = (f"{'    ' * n}children:\n{'    ' * n}  - code: c{n}\n" for n in range(depth))
    return "code: index\n" + "".join(levels)


BOMB = 'a: &a ["x","x"]\n' + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
YAML = [
    *(
        Case(
            f"the tag {tag}",
            change(FRAMEWORK, "code: index", f"code: {tag} index"),
            "framework.yaml:{line}",
            f"uses a tag ('{told}'); expected plain YAML",
            "remove the tag: write plain values",
        )
        for tag, told in (
            ("!!python/object/apply:os.system", "tag:yaml.org,2002:python/object/apply:os.system"),
            ("!!python/name:os.system", "tag:yaml.org,2002:python/name:os.system"),
            ("!!binary", "tag:yaml.org,2002:binary"),
            ("!include", "!include"),
        )
    ),
    Case(
        "an alias bomb",
        lambda broken: broken.write(FRAMEWORK, BOMB),
        "framework.yaml:1",
        "uses an anchor or alias (& or *); expected plain YAML",
        "write the value out in full",
    ),
    Case(
        "a merge key",
        change(FRAMEWORK, "children:\n", "<<: *defaults\nchildren:\n"),
        "framework.yaml:{line}",
        "uses an anchor or alias (& or *); expected plain YAML",
        "write the value out in full",
    ),
    Case(
        "a hundred thousand brackets",
        lambda broken: broken.write(FRAMEWORK, "[" * 100_000),
        "framework.yaml:1",
        "is nested deeper than 40 levels; expected plain YAML",
        "flatten the file",
    ),
    Case(
        "a tree of sixty levels",
        lambda broken: broken.write(FRAMEWORK, tree(60)),
        "framework.yaml:41",
        "is nested deeper than 40 levels; expected plain YAML",
        "flatten the file",
    ),
    Case(
        "a list as a key",
        change(FRAMEWORK, "code: index", "? [a, b]\n: 1\ncode: index"),
        "framework.yaml:{line}",
        "has a list or mapping as a key; expected plain YAML",
        "use a word as the key",
    ),
    Case(
        "a second document",
        lambda broken: broken.append(FRAMEWORK, "---\na: 1\n"),
        "framework.yaml:{line}",
        "begins a second document; expected plain YAML",
        "remove the line '---'",
    ),
    Case(
        "an empty file",
        lambda broken: broken.write(FRAMEWORK, "# nothing\n"),
        "framework.yaml",
        "is empty; expected a mapping or a list",
        "write the keys that the edition format asks for",
    ),
    Case(
        "a list in place of a mapping",
        lambda broken: broken.write(FRAMEWORK, "- code: index\n"),
        "framework.yaml:1",
        "the file must be a mapping (got a list)",
        "write keys and values, 'key: value'",
    ),
    Case(
        "a huge file",
        lambda broken: broken.write(FRAMEWORK, "# x\n" * 1_100_000),
        FRAMEWORK,
        "has 4,400,000 bytes; expected at most 4,194,304",
        "split the file, or remove what is not needed",
    ),
    Case(
        "a word in place of true or false",
        change(EDITION, "synthetic: false", "synthetic: no"),
        "edition.yaml:{line}",
        "blockchain-parks-2019: 'synthetic' must be true or false (got text 'no')",
        "write true or false without quotes",
    ),
    Case(
        "a seed with decimals",
        change(EDITION, "seed: 2019", "seed: 2019.5"),
        "edition.yaml:{line}",
        "blockchain-parks-2019: 'seed' must be a whole number (got number 2019.5)",
        "write digits, without quotes, comma or unit",
    ),
    Case(
        "an unknown language",
        change(EDITION, "languages: [zh, en]", "languages: [zh, fr]"),
        "edition.yaml:{line}",
        "blockchain-parks-2019: 'languages' must be 'zh' or 'en' (got text 'fr')",
        "allowed: zh, en",
    ),
    Case(
        "a page that leads out of the edition",
        change(EDITION, "pages: [summary,", "pages: [../../etc/passwd,"),
        "edition.yaml:{line}",
        "blockchain-parks-2019: 'pages' is not well formed (got text '../../etc/passwd')",
        "a code holds only a-z, 0-9 and -",
    ),
    Case(
        "an unknown kind of claim",
        change(CLAIMS, "kind: count", "kind: cuont"),
        f"{CLAIMS}:{line_of(CLAIMS, '- code')}",
        "parks-total-preface: unknown kind 'cuont'",
        "did you mean 'count'? allowed: tier_cutoff, ",
    ),
]


@cases(YAML)
def test_yaml(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


def test_a_tag_runs_nothing(broken: Broken, run: Run, tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    broken.change(FRAMEWORK, "code: index", f"code: !!python/object/apply:os.system ['touch {proof}']")
    assert run("check", broken.path).code == 1
    assert not proof.exists()


@pytest.mark.parametrize("mistake", ["unknown indentation", "a colon too many", "a tab"])
def test_syntax_errors_name_their_line(broken: Broken, run: Run, mistake: str) -> None:
    old, new = {
        "unknown indentation": ("    weight: 25", "   weight: 25"),
        "a colon too many": ("zh: 政策扶持", "zh: a: b"),
        "a tab": ("    weight: 25", "\tweight: 25"),
    }[mistake]
    line = broken.change(FRAMEWORK, old, new)
    code, out, err = run("check", broken.path)
    assert (code, out) == (1, "")
    assert err.startswith(f"framework.yaml:{line}  is not valid YAML: ")
    assert "\n    hint: check indentation (spaces only)" in err
