"""The build hook: what it asks for, and that nothing is rebuilt in vain."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_stamp_is_fresh_only_for_the_very_inputs(hook: ModuleType, tmp_path: Path) -> None:
    source, stamp = tmp_path / "a.ts", tmp_path / ".stamp"
    source.write_text("one")
    assert not hook.Stamp(stamp, [source]).fresh
    hook.Stamp(stamp, [source]).write()
    assert hook.Stamp(stamp, [source]).fresh
    source.write_text("two")
    assert not hook.Stamp(stamp, [source]).fresh
    source.rename(tmp_path / "b.ts")
    assert not hook.Stamp(stamp, [tmp_path / "b.ts"]).fresh


def test_nothing_is_rebuilt_in_vain(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a step was run although everything is up to date")

    hook.build(ROOT)
    monkeypatch.setattr(hook, "run", refuse)
    monkeypatch.setattr(hook, "cut_fonts", refuse)
    hook.build(ROOT)


@pytest.mark.parametrize(("version", "asks"), [("v20.19.0", False), ("v24.1.0", False), ("v18.19.0", True), ("", True)])
def test_the_wheel_of_node_is_asked_for_where_node_is_missing_or_old(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str, asks: bool
) -> None:
    for name in ("node", "npm"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    assert (hook.node_on_path() is None) is asks


def test_without_node_on_the_path_the_wheel_is_asked_for(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    dependencies = hook.FrontendBuildHook.dependencies(None)
    assert dependencies == [hook.NODE_WHEEL]
    name = dependencies[0].split(">=")[0]
    assert f"{name}==" in (ROOT / "requirements-build.txt").read_text(encoding="utf-8")


def test_a_failed_step_ends_the_build_with_a_word(hook: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="building the front end failed at: false"):
        hook.run(["false"], tmp_path)


def test_the_lock_file_has_no_addresses_and_whole_checksums() -> None:
    lock = (ROOT / "frontend/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') > 20
