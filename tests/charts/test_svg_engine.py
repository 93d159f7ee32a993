from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from parkindex.charts import KINDS, Chart, svg_engine
from parkindex.charts.svg_engine import SvgEngine, shared_engine
from parkindex.errors import PublishingError


def test_the_bundle_draws_the_kinds_that_python_knows() -> None:
    assert shared_engine().kinds() == KINDS


def test_the_shared_engine_is_made_once() -> None:
    assert shared_engine() is shared_engine()


def test_wrong_data_name_the_chart_and_its_kind() -> None:
    with pytest.raises(PublishingError) as caught:
        shared_engine().render(Chart("park-sizes", "bars", "", data={"lines": []}))
    (finding,) = caught.value.findings
    assert finding.code == "charts.drawing"
    assert finding.where == "figure 'park-sizes'"
    assert "of kind 'bars' could not be drawn" in finding.message
    assert "docs/charts.md" in finding.hint


def test_an_engine_goes_on_after_wrong_data() -> None:
    engine = SvgEngine()
    with pytest.raises(PublishingError):
        engine.render(Chart("wrong", "tree", "", data={}))
    chart = Chart("right", "bars", "", data={"rows": [{"label": "甲", "value": 1, "text": "1"}]})
    assert engine.render(chart) == shared_engine().render(chart)


def test_a_package_without_the_bundle_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(svg_engine, "files", lambda _: tmp_path)
    with pytest.raises(PublishingError, match="the chart bundle is not in the package") as caught:
        SvgEngine()
    assert "install the package anew" in caught.value.findings[0].hint


def test_a_chart_takes_less_than_fifty_milliseconds_of_a_processor() -> None:
    rows = [{"label": f"杭州区块链产业园区{place}", "value": place, "text": str(place)} for place in range(22)]
    chart = Chart("speed", "bars", "", data={"rows": rows})
    engine = shared_engine()
    engine.render(chart)
    times = []
    for _ in range(10):
        start = time.process_time()
        engine.render(chart)
        times.append(time.process_time() - start)
    assert min(times) < 0.05


def test_every_thread_has_an_engine_of_its_own() -> None:
    here = id(shared_engine())
    with ThreadPoolExecutor(1) as thread:
        other, again = (thread.submit(lambda: id(shared_engine())).result() for _ in range(2))
    assert other == again != here
