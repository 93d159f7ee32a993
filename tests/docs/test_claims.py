"""The page on the edition folder names every word that a claim can be made of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from parkindex.evidence import claim_words
from parkindex.evidence.claims import Claim, Claims
from parkindex.framework.reading import parse_yaml
from parkindex.framework.validation import validate

PAGE = (Path(__file__).parents[2] / "docs/edition-format.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("## claims.yaml") : PAGE.index("## Pages")]
NAMED = set(re.findall(r"`([^`]+)`", SECTION))
WORDS = [*claim_words.MEASURES, *claim_words.GROUPS, *claim_words.DEGREES, *claim_words.LISTS]


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_on_the_page(word: str) -> None:
    assert word in NAMED


def test_every_kind_and_key_is_on_the_page() -> None:
    kinds = [get_args(option)[0] for option in get_args(get_args(Claim)[0])]
    for kind in kinds:
        fields = kind.model_fields
        assert set(get_args(fields["kind"].annotation)) <= NAMED
        keys = {field.alias or name for name, field in fields.items()} - {"testable"}
        assert keys <= NAMED


def test_the_example_can_be_written() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", SECTION, re.DOTALL)
    claims, findings = validate(parse_yaml(example, "claims.yaml"), Claims)
    assert findings == []
    assert claims is not None
