from __future__ import annotations

import csv
from itertools import pairwise

import numpy as np
import pytest

from parkindex.sample.finance import LAST_OBSERVED, SERIES, draw_funds, funds_csv, market_files
from parkindex.sample.parks import draw_parks


def test_funds_stand_with_a_park_of_their_city() -> None:
    parks = draw_parks(200, np.random.default_rng(1))
    funds = draw_funds(parks, np.random.default_rng(2))
    cities = {park.city.code for park in parks}
    with_funds = {fund.park.city.code for fund in funds}
    assert 0 < len(with_funds) < len(cities)
    assert len({fund.code for fund in funds}) == len(funds)
    table = list(csv.DictReader(funds_csv(funds).splitlines()))
    assert {row["unit_of_measure"] for row in table} == {"亿元"}
    assert [float(row["amount"]) for row in table] == [fund.amount for fund in funds]
    assert min(fund.amount for fund in funds) >= 0.5


def test_a_few_funds_dwarf_the_rest() -> None:
    parks = draw_parks(1_000, np.random.default_rng(1))
    amounts = np.array([fund.amount for fund in draw_funds(parks, np.random.default_rng(2))])
    assert amounts.max() > 4 * np.median(amounts)


@pytest.mark.parametrize("seed", range(5))
def test_the_printed_growth_follows_from_the_values(seed: int) -> None:
    files = market_files(np.random.default_rng(seed))
    values = list(csv.DictReader(files["evidence/market.csv"].splitlines()))
    for rate in csv.DictReader(files["evidence/growth.csv"].splitlines()):
        path = {int(v["year"]): float(v["value"]) for v in values if v["series"] == rate["series"]}
        first, last = int(rate["from"]), int(rate["to"])
        assert (min(path), max(path)) == (first, last) == SERIES[rate["series"]][3]
        growth = 100 * ((path[last] / path[first]) ** (1 / (last - first)) - 1)
        assert float(rate["rate"]) == pytest.approx(growth, abs=0.05)
        assert all(later > earlier for earlier, later in pairwise(path.values()))
    assert all((row["kind"] == "forecast") == (int(row["year"]) > LAST_OBSERVED) for row in values)
