"""Two whole editions, opened once: the report of 2019 (pillar scores and printed shares) and a sample (raw answers)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from parkindex.charts.setting import Setting
from parkindex.edition import Edition, open_edition
from parkindex.evidence.dates import PartialDate
from parkindex.framework.text import Text

ROOT = Path(__file__).parents[1]

# Every run tries the same examples, so that only a change can turn main red; `--hypothesis-profile default` explores.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def report_2019() -> Edition:
    """Return the edition of the 22 blockchain parks."""
    return open_edition(ROOT / "editions/blockchain-parks-2019")


@pytest.fixture(scope="session")
def sample_22(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return a synthetic edition with raw answers to every question."""
    from parkindex.sample.sample import write_sample

    return open_edition(write_sample(tmp_path_factory.mktemp("sample") / "edition", 22, 1))


@pytest.fixture(scope="session")
def zh() -> Setting:
    """Return a setting in Chinese."""
    return Setting("zh", Text(zh="区块链产业园", en="blockchain park"), PartialDate(2019, 5))


@pytest.fixture(scope="session")
def en() -> Setting:
    """Return a setting in English."""
    return Setting("en", Text(zh="区块链产业园", en="blockchain park"), PartialDate(2019, 5))
