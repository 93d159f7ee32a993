"""Values of the national documents and of the rules of judgement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.model import Background, PartialDate
from parkindex.framework.text import Text
from parkindex.publishing.resolving import look_up
from parkindex.publishing.values.value import UnknownValueError, written

if TYPE_CHECKING:
    from parkindex.edition import Edition


def document(code: str, year: int, month: int) -> Background:
    words = Text(zh="文件", en="Document")
    return Background(code, PartialDate(year, month), words, words, "plan")


@pytest.fixture
def with_documents(edition: Edition) -> Edition:
    documents = (document("b", 2018, 5), document("a", 2016, 12), document("c", 2017, 8))
    return replace(edition, dataset=replace(edition.dataset, background=documents))


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("documents.count", "3", "3"),
        ("documents.first", "2016年12月", "December 2016"),
        ("documents.last", "2018年5月", "May 2018"),
        ("rule.strong", "25%", "25%"),
        ("rule.tier_margin", "10%", "10%"),
    ],
)
def test_values(with_documents: Edition, name: str, zh: str, en: str) -> None:
    value = look_up(with_documents, name)
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


def test_without_documents_there_is_no_first_one(edition: Edition) -> None:
    bare = replace(edition, dataset=replace(edition.dataset, background=()))
    assert written(look_up(bare, "documents.count"), "en") == "0"
    with pytest.raises(UnknownValueError):
        look_up(bare, "documents.first")
