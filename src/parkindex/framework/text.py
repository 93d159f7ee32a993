"""Bilingual text, and the base of everything that is read from YAML."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["zh", "en"]

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Number = Annotated[float, Field(allow_inf_nan=False)]


class Strict(BaseModel):
    """A frozen model that takes exactly the keys it declares, and each only in its own type."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Text(Strict):
    """The same words in Chinese and in English; neither may be empty."""

    zh: Words
    en: Words

    def of(self, language: Language) -> str:
        """Return the words in one language."""
        return self.zh if language == "zh" else self.en
