"""Typesetting in a process of its own."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from parkindex.errors import PublishingError
from parkindex.publishing.apart import REFUSED, typeset_apart
from parkindex.publishing.pdf import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkindex.publishing.document import Document

CREATED = datetime(2019, 5, 1, tzinfo=UTC)


def test_the_same_bytes_as_in_this_process(
    make_document: Callable[..., Document], draw: Callable[[Document], dict[str, str]]
) -> None:
    document = make_document("zh")
    svgs = draw(document)
    assert render(document, svgs, typesetter=typeset_apart) == render(document, svgs)


def test_findings_come_back_as_findings() -> None:
    with pytest.raises(PublishingError) as raised:
        typeset_apart("{}", CREATED, "en")
    assert raised.value.findings[0].code == "pdf.typesetting"
    assert raised.value.findings[0].where == "report.en.pdf"


@pytest.mark.parametrize(
    ("code", "stderr", "said"), [(1, b"Traceback\nMemoryError: x\n", "MemoryError: x"), (-9, b"", "-9: without a word")]
)
def test_a_process_that_ends_otherwise_leaves_its_last_words(
    monkeypatch: pytest.MonkeyPatch, code: int, stderr: bytes, said: str
) -> None:
    def end(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, code, b"", stderr)

    monkeypatch.setattr(subprocess, "run", end)
    with pytest.raises(PublishingError) as raised:
        typeset_apart("{}", CREATED, "zh")
    (finding,) = raised.value.findings
    assert finding.code == "pdf.typesetter-ended"
    assert said in finding.message


def test_the_code_of_a_refusal_is_no_code_that_python_uses() -> None:
    assert REFUSED not in (0, 1, 2)
