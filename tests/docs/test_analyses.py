"""The page on the analyses names every key that they write as JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parkindex.cli import main

ROOT = Path(__file__).parents[2]
EDITION = ROOT / "editions/blockchain-parks-2019"


def record(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    """Return what a command writes as JSON."""
    monkeypatch.setattr(sys, "argv", ["parkindex", *map(str, arguments), "--json"])
    with pytest.raises(SystemExit) as left:
        main()
    assert not left.value.code
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def keys(value: Any) -> Iterator[str]:
    """Yield every key of nested data."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from keys(held)
    if isinstance(value, list):
        for held in value:
            yield from keys(held)


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyse", EDITION, "uncertainty", "--draws", "200"),
        ("analyse", EDITION, "sensitivity", "--draws", "16", "--unit", "青岛链湾"),
    ],
    ids=["uncertainty", "sensitivity"],
)
def test_every_key_is_on_the_page(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = record(monkeypatch, capsys, *arguments)
    named = set(re.findall(r"`([^`\n]+)`", (ROOT / "docs/analyses.md").read_text("utf-8")))
    written = {key for part, held in told.items() for key in (part, *(keys(held) if part != "assumptions" else ()))}
    plain = {key.removesuffix("_within") for key in written if not key.startswith(("weight ", "tier_"))}
    assert plain - named == set()


def test_the_keys_of_reach_are_on_the_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    told = record(monkeypatch, capsys, "profile", EDITION, "青岛链湾", "--reach", "rank:3")["reach"]
    named = set(re.findall(r"`([^`\n]+)`", (ROOT / "docs/analyses.md").read_text("utf-8")))
    missing = {key for key in set(keys(told)) - named if not key.startswith("weight ")}
    assert missing == set()
