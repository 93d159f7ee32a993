"""Keys and codes that are unknown or stand twice, in every file that has any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .broken import (
    CLAIMS,
    EDITION,
    FRAMEWORK,
    METHODS,
    OBSERVATIONS,
    ORDERS,
    SERIES,
    SOURCES,
    VARIABLES,
    Case,
    after,
    cases,
    cell,
    change,
    change_sound,
    examine,
    line_of,
)

if TYPE_CHECKING:
    from .broken import Broken
    from .conftest import Run

FIRST_CODES = {
    EDITION: ("code: blockchain-parks-2019\n", "blockchain-parks-2019: "),
    FRAMEWORK: ("code: index\n", "index: "),
    SOURCES: ("  title: {zh: 2019 中国区块链产业园发展报告", "report: "),
    VARIABLES: ("  kind: date\n", "opened: "),
    SERIES: ("  currency: CNY\n", "ccid-market-size: "),
    ORDERS: ("  source: report#research\n", "universities: "),
    CLAIMS: ("  what: units\n", "parks-total-preface: "),
    METHODS: ("  title: {zh: 原报告方法", ""),
}
KEYS = [
    Case(
        f"an unknown key in {name}",
        change(name, words, f"{' ' * (len(words) - len(words.lstrip()))}colour: red\n{words}"),
        f"{name}:{{line}}",
        f"{owner}unknown key 'colour'",
        "allowed: code, " if name != METHODS else "allowed: title, because, decimals, ",
    )
    for name, (words, owner) in FIRST_CODES.items()
] + [
    Case(
        "a key that is nearly right",
        change(EDITION, "cut_off:", "cutoff:"),
        "edition.yaml:{line}",
        "blockchain-parks-2019: unknown key 'cutoff'",
        "did you mean 'cut_off'? allowed: code, title, subject, cut_off, ",
        also=True,
    ),
    Case(
        "a key is missing",
        change(EDITION, "cut_off: 2019-05\n", ""),
        f"edition.yaml:{line_of(EDITION, 'code:')}",
        "blockchain-parks-2019: key 'cut_off' is missing",
        "add 'cut_off: …'",
    ),
    Case(
        "one language is missing",
        change(FRAMEWORK, "name: {zh: 政策扶持, en: Policy support}", "name: {zh: 政策扶持}"),
        "framework.yaml:{line}",
        "policy: key 'en' is missing",
        "add 'en: …'",
    ),
    *(
        Case(
            f"a key twice in {name}",
            after(name, words, f"{indent}{key}: 1\n{indent}{key}: 2\n{words}"),
            f"{name}:{{line}}",
            f"key '{key}' is written twice (first in line {{above}})",
            "keep one of the two",
        )
        for name, words, indent, key in (
            (EDITION, "title:", "", "again"),
            (FRAMEWORK, "children:", "", "again"),
            (METHODS, "published:", "", "again"),
            (SOURCES, "  kind: report\n", "  ", "again"),
            (VARIABLES, "  kind: date\n", "  ", "again"),
            (SERIES, "  currency: CNY\n", "  ", "again"),
            (ORDERS, "  source: report#research\n", "  ", "again"),
            (CLAIMS, "  what: units\n", "  ", "again"),
        )
    ),
]


@cases(KEYS)
def test_keys_of_yaml(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


def repeated(name: str, said: str, *, also: bool = False) -> Case:
    return Case(
        f"a row twice in {name}",
        lambda broken: broken.twice(name),
        f"{name}:3",
        f"{said} is there twice (first at {name}:2)",
        "keep one row, or give it a code of its own",
        also=also,
    )


def declared(name: str, old: str, new: str, said: str, *, also: bool = True) -> Case:
    return Case(
        f"{said} twice",
        change(name, old, new),
        f"{name}:{{line}}",
        f"{said} is declared twice (first at {name}:{line_of(name, new.strip())})",
        "give each a code of its own",
        also=also,
    )


CODES = [
    repeated("places.csv", "code '100000'"),
    repeated("units.csv", "code 'china-hangzhou'"),
    repeated(OBSERVATIONS, "subject 'china-hangzhou', node 'policy'"),
    repeated("evidence/statistics.csv", "code 'parks_total'"),
    repeated("evidence/policies.csv", "policy 'yangpu-2018', table 'special'"),
    repeated(
        "evidence/beneficiaries.csv",
        "policy 'xixi-valley-2017', unit 'xixi-valley', name_as_printed '杭州西溪谷区块链产业园'",
    ),
    repeated("evidence/schemes.csv", "scheme 'huangpu'"),
    repeated("evidence/support.csv", "scheme 'huangpu', category 'talent'"),
    repeated("evidence/funds.csv", "fund 'xiongan'"),
    repeated("evidence/guidance.csv", "place '440000'"),
    repeated("evidence/market.csv", "series 'ccid-market-size', year '2015'"),
    repeated("evidence/growth.csv", "series 'ccid-market-size', from '2016', to '2020'"),
    repeated("evidence/background.csv", "code 'informatisation-plan-2016'"),
    repeated("evidence/orders.csv", "order 'universities', place '310100'", also=True),
    repeated("evidence/published.csv", "unit 'china-hangzhou', node 'index'"),
    declared(SOURCES, "- code: ccid\n", "- code: report\n", "source 'report'"),
    declared(SOURCES, "{code: contents,", "{code: cover,", "part 'cover' of source 'report'"),
    declared(VARIABLES, "- code: age\n", "- code: opened\n", "variable 'opened'"),
    declared(VARIABLES, "{code: from_1_to_2,", "{code: under_1,", "class 'under_1' of variable 'age'"),
    declared(SERIES, "- code: idc-spending", "- code: ccid-market-size", "series 'ccid-market-size'"),
    declared(ORDERS, "- code: park-count", "- code: universities", "order 'universities'"),
    declared(CLAIMS, "- code: first-park", "- code: parks-surveyed", "claim 'parks-surveyed'", also=False),
    Case(
        "a node of the framework twice",
        change(FRAMEWORK, "code: policy_duration", "code: policy_count"),
        "framework.yaml:{line}",
        f"code 'policy_count' is used twice (first at framework.yaml:{line_of(FRAMEWORK, 'code: policy_count')})",
        "give each node a code of its own",
    ),
    Case(
        "a method twice",
        after(METHODS, "\nsound:\n", "\npublished:\n"),
        "methods.yaml:{line}",
        "key 'published' is written twice (first in line 2)",
        "keep one of the two",
    ),
    Case(
        "a page twice",
        change(EDITION, "pages: [summary,", "pages: [summary, summary,"),
        "edition.yaml:{line}",
        "'pages' names 'summary' twice",
        "keep one of the two",
    ),
    Case(
        "a language twice",
        change(EDITION, "languages: [zh, en]", "languages: [zh, zh]"),
        "edition.yaml:{line}",
        "'languages' names 'zh' twice",
        "keep one of the two",
    ),
    Case(
        "a unit with the code of a place",
        lambda broken: broken.append("units.csv", "330100,园区,Park,园,Park,,330106,,\n"),
        "units.csv:{line}",
        "unit '330100' has the code of a place",
        "give one of the two another code",
        also=True,
    ),
    Case(
        "an alias of two units",
        cell("units.csv", "aliases", "杭州区块链产业园", "yimi"),
        "units.csv:{line}",
        "'杭州区块链产业园' names both 'china-hangzhou' and 'yimi'",
        "remove the alias from one of the two",
    ),
]


@cases(CODES)
def test_codes_that_stand_twice(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)


def unknown(name: str, column: str, kind: str, code: str, declared_in: str, key: str | None = None) -> Case:
    return Case(
        f"an unknown {kind} in {name}, column {column}",
        cell(name, column, code, key),
        f"{name}:{{line}} column '{column}'",
        f"unknown {kind} '{code}'",
        f"it must be declared in {declared_in}",
        also=True,
    )


NODES = "    nodes:\n      polizy: {method: min_max}\n"
UNKNOWN = [
    unknown("places.csv", "parent", "place", "999999", "places.csv"),
    unknown("units.csv", "place", "place", "999999", "places.csv"),
    unknown("evidence/policies.csv", "place", "place", "999999", "places.csv"),
    unknown("evidence/schemes.csv", "place", "place", "999999", "places.csv"),
    unknown("evidence/funds.csv", "place", "place", "999999", "places.csv"),
    unknown("evidence/guidance.csv", "place", "place", "999999", "places.csv"),
    unknown("evidence/orders.csv", "place", "place", "999999", "places.csv"),
    unknown(OBSERVATIONS, "subject", "unit or place", "nobody", "units.csv or places.csv"),
    unknown("evidence/beneficiaries.csv", "unit", "unit", "nobody", "units.csv"),
    unknown("evidence/funds.csv", "unit", "unit", "nobody", "units.csv"),
    unknown("evidence/orders.csv", "unit", "unit", "nobody", "units.csv", "universities"),
    unknown("evidence/published.csv", "unit", "unit", "nobody", "units.csv"),
    unknown(OBSERVATIONS, "node", "node", "wealth", "framework.yaml"),
    unknown("evidence/published.csv", "node", "node", "wealth", "framework.yaml"),
    unknown("evidence/statistics.csv", "question", "question", "wealth", VARIABLES),
    unknown("evidence/beneficiaries.csv", "policy", "policy", "wealth", "evidence/policies.csv"),
    unknown("evidence/schemes.csv", "policies", "policy", "wealth", "evidence/policies.csv"),
    unknown("evidence/support.csv", "scheme", "scheme", "wealth", "evidence/schemes.csv"),
    unknown(
        "evidence/support.csv",
        "category",
        "category of support",
        "wealth",
        "evidence/variables.yaml, variable 'support'",
    ),
    unknown("evidence/market.csv", "series", "series", "wealth", SERIES),
    unknown("evidence/growth.csv", "series", "series", "wealth", SERIES),
    unknown("evidence/orders.csv", "order", "order", "wealth", ORDERS),
    *(
        unknown(f"evidence/{name}.csv", "source", "source", "wealth", SOURCES)
        for name in (
            *("observations", "statistics", "policies", "beneficiaries", "schemes", "support", "funds", "guidance"),
            *("market", "growth", "background", "orders", "published"),
        )
    ),
    Case(
        "an unknown part of a source, with the one that was meant",
        cell(OBSERVATIONS, "source", "report#rankin-table"),
        f"{OBSERVATIONS}:2 column 'source'",
        "unknown source 'report#rankin-table'",
        "did you mean 'report#ranking-table'? it must be declared in evidence/sources.yaml",
    ),
    Case(
        "an unknown source in series.yaml",
        change(SERIES, "source: report#market-size-chart", "source: wealth"),
        f"{SERIES}:{line_of(SERIES, '- code')}",
        "unknown source 'wealth'",
        "it must be declared in evidence/sources.yaml",
    ),
    Case(
        "an unknown source in orders.yaml",
        change(ORDERS, "source: report#research", "source: wealth"),
        f"{ORDERS}:{line_of(ORDERS, '- code')}",
        "unknown source 'wealth'",
        "it must be declared in evidence/sources.yaml",
    ),
    Case(
        "an unknown source in claims.yaml",
        change(CLAIMS, "source: report#preface", "source: wealth"),
        f"{CLAIMS}:{line_of(CLAIMS, '- code')}",
        "unknown source 'wealth'",
        "it must be declared in evidence/sources.yaml",
    ),
    Case(
        "an unknown place and unit in claims.yaml",
        lambda broken: broken.append(
            CLAIMS,
            "- {code: x, source: report, kind: names, says: {zh: 一, en: A}, list: index>3, units: [nobody]}\n",
        ),
        f"{CLAIMS}:{{line}}",
        "unknown unit 'nobody'",
        "it must be declared in units.csv",
    ),
    Case(
        "an unknown node in methods.yaml",
        lambda broken: change_sound("    method: share_of_best", NODES + "    method: share_of_best")(broken) + 2,
        "methods.yaml:{line}",
        "sound: normalisation of node 'polizy': no such node",
        "did you mean 'policy'?",
    ),
    Case(
        "an unknown method in edition.yaml",
        change(EDITION, "second_method: sound", "second_method: soundd"),
        "edition.yaml:{line}",
        "'second_method' names an unknown method 'soundd'",
        "there are published, sound",
    ),
    Case(
        "an unknown normalisation",
        change_sound("method: share_of_best", "method: share_of_bst"),
        "methods.yaml:{line}",
        "sound: normalisation: unknown normalisation 'share_of_bst'",
        "did you mean 'share_of_best'? there are none, min_max, ",
    ),
    Case(
        "an unknown parameter",
        lambda broken: change_sound("    to: 100", "    too: 100")(broken) + 2,
        "methods.yaml:{line}",
        "sound: normalisation: unknown parameter 'too'",
        "did you mean 'to'?",
    ),
    Case(
        "a parameter that is no number",
        lambda broken: change_sound("    to: 100", "    to: high")(broken) + 2,
        "methods.yaml:{line}",
        "sound: normalisation: parameter 'to' must be a number above 0 (got 'high')",
        "`parkindex methods normalisation` shows what each asks for",
    ),
    Case(
        "cut-offs in the wrong order",
        lambda broken: broken.change(METHODS, "at: [95, 87]", "at: [87, 95]") - 2,
        "methods.yaml:{line}",
        "published: tiers: cut-offs must fall from the best down (got [87, 95])",
        "for example [95, 87]",
        also=True,
    ),
    Case(
        "no method at all",
        lambda broken: broken.write(METHODS, "{}\n"),
        "methods.yaml:1",
        "the file is empty",
        "write something",
    ),
]


@cases(UNKNOWN)
def test_codes_that_name_nothing(case: Case, broken: Broken, run: Run) -> None:
    examine(case, broken, run)
