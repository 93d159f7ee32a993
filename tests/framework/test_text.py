from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from parkindex.framework.text import Code, Slug, Strict, Text


def test_a_text_says_the_same_in_both_languages() -> None:
    text = Text(zh="政策扶持", en="Policy support")
    assert (text.of("zh"), text.of("en")) == ("政策扶持", "Policy support")


@pytest.mark.parametrize("words", [{"zh": "政策"}, {"zh": "政策", "en": ""}, {"zh": "政策", "en": "  "}])
def test_a_text_lacks_no_language(words: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Text.model_validate(words)


def test_a_text_is_frozen_and_hashable() -> None:
    text = Text(zh="一", en="one")
    with pytest.raises(ValidationError):
        text.zh = "二"  # type: ignore[misc]
    assert hash(text) == hash(Text(zh="一", en="one"))


@pytest.mark.parametrize(("kind", "good", "bad"), [(Code, "policy_count2", "Policy"), (Slug, "china-hangzhou", "a_b")])
def test_codes_are_lower_case(kind: Any, good: str, bad: str) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(kind)
    assert adapter.validate_python(good) == good
    for wrong in (bad, "", f"{good}\n", "编号"):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)


def test_a_strict_model_takes_no_number_for_text() -> None:
    class Named(Strict):
        name: str

    with pytest.raises(ValidationError, match="valid string"):
        Named.model_validate({"name": 3})
