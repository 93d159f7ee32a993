"""The documents are true: every command line and every Python block in them runs, every link leads somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample, find_examples

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)")


def commands_of(page: Path) -> list[str]:
    """Return the lines after ``$`` in the console blocks of a page."""
    blocks = CONSOLE.findall(page.read_text(encoding="utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a fresh checkout to the commands of the documents."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "editions", folder / "editions", ignore=shutil.ignore_patterns("build"))
    return folder


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_command_runs(page: Path, workplace: Path) -> None:
    for command in commands_of(page):
        program, *arguments = shlex.split(command, comments=True)
        if program == "make":
            assert re.search(rf"^{arguments[0]}:", (ROOT / "Makefile").read_text(), re.MULTILINE), command
            continue
        if program in {"git", "cd", "pip"}:
            continue
        assert program == "parkindex", f"{page.name}: only parkindex, make, git, cd and pip are known, got {command}"
        expected = 1 if "# leaves with 1" in command else 0
        done = subprocess.run(
            [sys.executable, "-m", "parkindex", *arguments], cwd=workplace, capture_output=True, text=True, check=False
        )
        assert done.returncode == expected, f"{command}\n{done.stderr}"


@pytest.mark.parametrize("example", list(find_examples(*PAGES)), ids=str)
def test_every_python_block_runs_and_prints_what_it_says(
    example: CodeExample, eval_example: EvalExample, monkeypatch: pytest.MonkeyPatch, workplace: Path
) -> None:
    monkeypatch.chdir(workplace)
    if eval_example.update_examples:
        eval_example.run_print_update(example)
    else:
        eval_example.run_print_check(example)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached = {ROOT / "README.md"}
    waiting = list(reached)
    while waiting:
        page = waiting.pop()
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            found = (page.parent / target).resolve()
            if found.suffix == ".md" and found not in reached:
                reached.add(found)
                waiting.append(found)
    assert {page for page in PAGES if page not in reached} == set()
