"""Tests of the files of an audit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from parkindex.errors import UsageError
from parkindex.publishing.auditing.publish import publish_audit

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.audit import Audit
    from parkindex.charts.setting import Setting


def test_every_language_and_format_is_written_twice_the_same(
    audit: Audit, zh: Setting, en: Setting, tmp_path: Path
) -> None:
    first = publish_audit(audit, [zh, en], out=tmp_path / "a", path=tmp_path)
    names = ["audit.zh.html", "audit.zh.pdf", "audit.en.html", "audit.en.pdf", "audit.json"]
    assert [path.name for path in first] == names
    second = publish_audit(audit, [zh, en], out=tmp_path / "b", path=tmp_path)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert "次序不符。" in first[0].read_text(encoding="utf-8")
    held = json.loads(first[-1].read_text(encoding="utf-8"))
    assert held["counts"] == {"fails": 2, "untestable": 1, "holds": 1}
    assert len(held["outcomes"]) == 4


def test_an_unknown_format_is_refused_before_anything_is_written(audit: Audit, zh: Setting, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format is called 'docx'"):
        publish_audit(audit, [zh], out=tmp_path / "a", path=tmp_path, formats=["docx"])
    assert not (tmp_path / "a").exists()
