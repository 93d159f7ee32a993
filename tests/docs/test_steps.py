"""The pages of the steps: every method stands on its page, every page cites, every choice shown can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parkindex.engine.choices import METHODS
from parkindex.framework.methods import read_methods

STEPS = Path(__file__).parents[2] / "docs/steps"
PAGES = sorted(page for page in STEPS.glob("*.md") if page.name != "index.md")
PAGE_OF = {
    "screening": "screening", "denomination": "screening", "imputation": "imputation", "treatment": "treatment",
    "normalisation": "normalisation", "weighting": "weighting", "aggregation": "aggregation", "ranking": "ranking",
    "tiers": "ranking",
}  # fmt: skip
HEAD = "shown:\n  title: {zh: 示例, en: Shown}\n  because: {zh: 示例, en: As shown}\n"


@pytest.mark.parametrize(("step", "name"), [(step, name) for step, functions in METHODS.items() for name in functions])
def test_every_method_stands_on_the_page_of_its_step(step: str, name: str) -> None:
    assert f"`{name}`" in (STEPS / f"{PAGE_OF[step]}.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_cites_and_shows_an_executed_example(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.search(r"^Sources?: ", text, re.MULTILINE)
    assert "doi:10." in text
    assert re.search(r"^ *#> ", text, re.MULTILINE)


@pytest.mark.parametrize("page", [*PAGES, STEPS / "index.md"], ids=lambda page: page.stem)
def test_every_choice_shown_can_be_written_in_an_edition(page: Path, tmp_path: Path) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    for block in blocks:
        written = tmp_path / "methods.yaml"
        written.write_text(HEAD + "".join(f"  {line}\n" for line in block.splitlines()), "utf-8")
        methods, findings = read_methods(written)
        assert methods is not None, findings
        assert findings == []


def test_the_index_leads_to_every_page() -> None:
    text = (STEPS / "index.md").read_text("utf-8")
    assert {page.name for page in PAGES} <= set(re.findall(r"\]\((\w+\.md)\)", text))
