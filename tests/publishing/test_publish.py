"""Publishing: every language and format, all files or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from parkindex.errors import PublishingError, UsageError
from parkindex.publishing import publish as publishing
from parkindex.publishing.publish import BESIDE, RENDERERS, publish

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.edition import Edition

pytestmark = pytest.mark.usefixtures("registries")
WritePages = Callable[..., "Edition"]
NAMES = ["report.en.html", "report.en.pdf", "report.zh.html", "report.zh.pdf", "scores.json"]


@pytest.fixture
def ready(write_pages: WritePages) -> Edition:
    return write_pages(
        overview=(
            "# 概览\n\n{{ figure dots }}\n\n{{ table ranking }}\n",
            "# Overview\n\n{{ figure dots }}\n\n{{ table ranking }}\n",
        )
    )


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_everything(ready: Edition) -> None:
    paths = publish(ready)
    assert [path.name for path in paths] == [
        "report.zh.html", "report.zh.pdf", "report.en.html", "report.en.pdf", "scores.json",
    ]  # fmt: skip
    assert listed(ready.path / "build") == NAMES
    assert (ready.path / "build/report.zh.html").read_bytes().startswith(b"<!doctype html>")
    assert (ready.path / "build/report.en.pdf").read_bytes().startswith(b"%PDF-")


def test_the_same_bytes_every_time(ready: Edition, tmp_path: Path) -> None:
    first, second = (publish(ready, out=tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_choice_of_languages_and_formats(ready: Edition, tmp_path: Path) -> None:
    assert [p.name for p in publish(ready, languages=["en"], formats=["html"], out=tmp_path / "a")] == [
        "report.en.html"
    ]
    assert [p.name for p in publish(ready, formats=["data"], out=tmp_path / "b")] == ["scores.json"]


def test_unknown_languages_and_formats_are_refused_together(ready: Edition) -> None:
    with pytest.raises(UsageError) as raised:
        publish(ready, languages=["fr"], formats=["docx", "html"])  # type: ignore[list-item]
    assert [finding.code for finding in raised.value.findings] == ["usage.language", "usage.format"]
    assert "html, pdf, data" in raised.value.findings[1].hint
    assert not (ready.path / "build").exists()


def test_the_findings_of_both_languages_come_at_once_and_nothing_is_written(write_pages: WritePages) -> None:
    edition = write_pages(overview=("# 概览\n\n共22家\n", "# X\n\n{{ figure none }}\n"))
    with pytest.raises(PublishingError) as raised:
        publish(edition)
    assert [finding.code for finding in raised.value.findings] == ["prose.literal-number", "page.unknown-name"]
    assert not (edition.path / "build").exists()


def test_a_character_that_the_fonts_lack_stops_it(write_pages: WritePages) -> None:
    edition = write_pages(overview=("# 概览\n\n\U00020bb7\n", "# X\n\n\U00020bb7\n"))
    with pytest.raises(PublishingError) as raised:
        publish(edition)
    assert [finding.code for finding in raised.value.findings] == ["font.missing-glyph"] * 2
    assert not (edition.path / "build").exists()


def test_an_output_folder_that_is_a_file_is_refused_before_any_work(
    ready: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ready.path / "build").write_bytes(b"")
    monkeypatch.setattr(publishing, "render_languages", lambda *_: pytest.fail("work was done in vain"))
    with pytest.raises(PublishingError) as raised:
        publish(ready)
    assert raised.value.findings[0].code == "output.not-a-folder"


@pytest.mark.parametrize("failing", ["html", "pdf"])
def test_ctrl_c_in_the_middle_leaves_nothing(ready: Edition, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    def interrupt(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "RENDERERS", {**RENDERERS, failing: interrupt})
    with pytest.raises(KeyboardInterrupt):
        publish(ready)
    assert not (ready.path / "build").exists()


def test_formats_made_beside_the_rest_are_formats() -> None:
    assert RENDERERS.keys() >= BESIDE
