"""Placeholders become text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.publishing.document import Language, Run, Runs
from parkindex.publishing.draft import DraftProse, Page
from parkindex.publishing.inserts import Inserts
from parkindex.publishing.pages import parse_page
from parkindex.publishing.resolving import NEEDS, NOT_SHOWN, Resolver, suggestion
from parkindex.publishing.values.value import UnknownValueError

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.errors import Finding

pytestmark = pytest.mark.usefixtures("registries")

INSERTS = "\n\n{{ figure dots }}\n\n{{ figure absent }}\n\n{{ table ranking }}\n"


def resolve(edition: Edition, prose: str, language: Language = "zh") -> tuple[Runs, list[Finding], Page]:
    page, findings = parse_page(f"# T\n\n{prose}{INSERTS}", "overview", language, "pages/overview.zh.md")
    assert findings == []
    resolver = Resolver(edition, language, Inserts(edition, language, [page]))
    draft = page.drafts[1]
    assert isinstance(draft, DraftProse)
    return resolver.runs(draft.pieces, page), resolver.taken(page), page


def test_values_join_their_sentence(edition: Edition) -> None:
    runs, findings, _ = resolve(edition, "共{{ units.count }}家，占**{{ units.coastal_share | bare }}**。")
    assert runs == (Run("共4家，占"), Run("25.0%", strong=True), Run("。"))
    assert findings == []


def test_references_are_links(edition: Edition) -> None:
    runs, findings, _ = resolve(edition, "见{{ see dots }}与{{ see ranking }}{{ cite report#x }}。")
    assert runs == (
        Run("见"), Run("图\u00a01", target="#figure-dots"), Run("与"), Run("表\u00a01", target="#table-ranking"),
        Run("[1.2]", target="#source-report"), Run("。"),
    )  # fmt: skip
    assert findings == []


def test_a_citation_stands_close_to_the_word_before_it(edition: Edition) -> None:
    runs, _, _ = resolve(edition, "As printed {{ cite report }}, see {{ see dots }}.", "en")
    assert "".join(run.text for run in runs) == "As printed[1], see Figure\u00a01."


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reference_to_a_note_says_so(edition: Edition, language: Language) -> None:
    runs, findings, _ = resolve(edition, "{{ see absent }}", language)
    assert runs == (Run(NOT_SHOWN[language]),)
    assert findings == []


@pytest.mark.parametrize(
    ("prose", "code", "hint"),
    [
        ("{{ unit.count }}", "prose.unknown-value", "after 'unit.' come"),
        ("{{ units.cout }}", "prose.unknown-value", "did you mean units.count"),
        ("{{ unts.count }}", "prose.unknown-value", "units.count"),
        ("{{ score.alpa }}", "prose.unknown-value", "did you mean score.alpha?"),
        ("{{ tier.1.cont }}", "prose.unknown-value", "tier.1.count"),
        ("{{ units }}", "prose.unknown-value", "after 'units.' come count"),
        ("{{ units.count | short }}", "prose.unknown-format", "words"),
        ("{{ see dost }}", "page.unknown-reference", "did you mean dots?"),
        ("{{ cite report#y }}", "page.unknown-source", "did you mean report#"),
    ],
)
def test_what_cannot_be_filled_is_found_with_a_hint(edition: Edition, prose: str, code: str, hint: str) -> None:
    _, (finding,), _ = resolve(edition, prose)
    assert (finding.code, finding.where) == (code, "pages/overview.zh.md:3")
    assert hint in finding.hint


def test_a_value_that_the_evidence_does_not_allow_is_a_finding(edition: Edition) -> None:
    from dataclasses import replace

    empty = replace(edition, dataset=replace(edition.dataset, funds=()))
    _, (finding,), _ = resolve(empty, "{{ funds.largest }}")
    assert finding.code == "prose.value-not-computable"
    assert "funds.largest" in finding.message


def test_a_method_that_cannot_be_applied_is_a_finding(edition: Edition) -> None:
    from dataclasses import replace

    empty = replace(edition, dataset=replace(edition.dataset, observations=()))
    _, findings, _ = resolve(empty, "{{ score.alpha }}")
    assert findings
    assert all(finding.where == "pages/overview.zh.md:3" for finding in findings)


def test_suggestions_for_a_word_in_the_middle() -> None:
    unknown = UnknownValueError("citi", ("city", "province"))
    assert suggestion("units.top.citi.3", unknown) == "did you mean units.top.city.3?"


def test_a_word_is_not_suggested_in_its_own_place() -> None:
    assert suggestion("in_tier.1.policy.median", UnknownValueError("1", ("1", "2"))) == NEEDS


def test_a_name_that_nothing_comes_near_is_hinted_at_all_the_same() -> None:
    assert "second_method" in suggestion("agreement.kendall", UnknownValueError("agreement"))
    assert suggestion("tier.9.name", UnknownValueError("9", ("1", "2"))) == "after 'tier.' come 1, 2"
