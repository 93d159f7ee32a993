"""The tests mirror the package, file for file."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/parkindex"


def holds_code(path: Path) -> bool:
    """Tell whether a module has a function or class; doors and tables of constants are tested where they are used."""
    text = path.read_text(encoding="utf-8")
    return any(line.lstrip().startswith(("def ", "class ", "async def ")) for line in text.splitlines())


MODULES = sorted(
    path.relative_to(SOURCE)
    for path in SOURCE.rglob("*.py")
    if path.name not in {"__init__.py", "__main__.py"} and holds_code(path)
)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_has_its_tests(module: Path) -> None:
    mirror = ROOT / "tests" / module.parent / f"test_{module.stem.removeprefix('_')}.py"
    assert mirror.is_file(), f"src/parkindex/{module} has no tests in {mirror.relative_to(ROOT)}"
    assert "assert" in mirror.read_text(encoding="utf-8") or "raises" in mirror.read_text(encoding="utf-8")
