"""Words that do not belong into what is committed: addresses of registries, folders of one machine, secrets."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# written apart, so that this file does not hold what it looks for
BANNED = [
    "pypi" + r"\.org",
    "files\\.python" + "hosted",
    "registry\\.npm" + "js",
    "npm" + "mirror",
    "jsdel" + "ivr",
    "unpkg" + r"\.com",
    r"(?<![\w.])/wo" + "rk/",
    r"(?<![\w.])/home/\w+/",
    r"(index|registry)[-_]?(url)?\s*=\s*http",
]


def committed() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a clone: there is no list of committed files")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("word", BANNED)
def test_no_file_holds(word: str) -> None:
    pattern = re.compile(word)
    found = []
    for path in committed():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    assert found == []


def test_nothing_built_is_committed() -> None:
    built = [path for path in committed() if "node_modules" in path.parts or path.suffix in {".ttf", ".woff", ".whl"}]
    assert built == []
    assert not [path for path in committed() if path.is_relative_to(ROOT / "src/parkindex/data")]


def test_requirements_are_pinned_and_name_no_index() -> None:
    for path in ROOT.glob("requirements*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[\w.+]+", line), f"{path.name}: {line}"
