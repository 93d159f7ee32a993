"""The synthetic edition: everything that an edition can hold, drawn from one seed."""

from __future__ import annotations

import tempfile
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from parkindex.errors import EditionError, Finding, UsageError
from parkindex.sample.finance import draw_funds, funds_csv, market_files, statistics_csv
from parkindex.sample.folder import csv_text, refuse_occupied, write_folder
from parkindex.sample.gazetteer import places_csv, province_of
from parkindex.sample.indicators import World, observations_csv
from parkindex.sample.parks import Park, draw_parks
from parkindex.sample.policies import Scheme, draw_policies, draw_schemes, policy_files
from parkindex.sample.survey import City, answers_csv, draw_cities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from importlib.resources.abc import Traversable

MOST_UNITS = 2_500
ENOUGH = 60
"""From so many parks on, no indicator comes out the same for all."""
ATTEMPTS = 500


def write_sample(path: str | Path, units: int = 22, seed: int = 1) -> Path:
    """Write a synthetic edition of ``units`` parks to the new folder ``path`` and return it.

    The same ``units`` and ``seed`` give the same bytes. Raises `UsageError` when a number is out of its range or
    ``path`` is occupied or cannot be written; then nothing is left behind.
    """
    target = Path(path)
    _check(units, seed)
    refuse_occupied(target)
    return write_folder(target, sample_files(units, seed))


def sample_files(units: int = 22, seed: int = 1) -> dict[str, str]:
    """Return the files of a synthetic edition by their names.

    Among few parks some indicator may come out the same for all of them, which no method can score; then everything is
    drawn again from the next stream of the same seed. A single park is drawn once: nothing can rank it.
    """
    _check(units, seed)
    files = draw_files(units, seed)
    if 1 < units < ENOUGH:
        attempts = (draw_files(units, seed, attempt) for attempt in range(1, ATTEMPTS))
        files = next((drawn for drawn in chain([files], attempts) if can_be_scored(drawn)), files)
    return files


def draw_files(units: int, seed: int, attempt: int = 0) -> dict[str, str]:
    """Draw all files once."""
    streams = np.random.default_rng([attempt, seed]).spawn(10)
    parks = draw_parks(units, streams[0])
    towns = draw_cities(parks, streams[1])
    policies = draw_policies(parks, streams[2])
    schemes = draw_schemes(policies, streams[3])
    funds = draw_funds(parks, streams[4])
    world = World(parks, towns, policies, funds, draw_general_policies(parks, streams[5]))
    return {
        "edition.yaml": edition_yaml(seed),
        **packaged("edition"),
        "methods.yaml": methods_yaml(units),
        "places.csv": places_csv(park.district for park in parks),
        "units.csv": units_csv(parks),
        "evidence/observations.csv": observations_csv(world, streams[6]),
        "evidence/answers.csv": answers_csv(parks, towns, streams[7]),
        **policy_files(policies, schemes, parks, streams[8]),
        "evidence/funds.csv": funds_csv(funds),
        "evidence/statistics.csv": statistics_csv(funds),
        "evidence/orders.csv": orders_csv(towns, schemes),
        **market_files(streams[9]),
    }


def can_be_scored(files: Mapping[str, str]) -> bool:
    """Tell whether an edition of these files has neither findings nor a method that fails on it."""
    from parkindex.edition import open_edition

    with tempfile.TemporaryDirectory() as folder:
        try:
            return not open_edition(write_folder(Path(folder) / "edition", files)).check()
        except EditionError:
            return False


def methods_yaml(units: int) -> str:
    """Return ``methods.yaml``; two parks make two tiers at most."""
    return packaged("edition")["methods.yaml"].replace("count: 3", f"count: {min(3, max(2, units))}")


def packaged(folder: str) -> dict[str, str]:
    """Return the files of a folder of this package's data, by their names relative to it."""
    root = files("parkindex.sample") / "data" / folder
    return {name: entry.read_text(encoding="utf-8") for name, entry in _walk(root, "")}


def edition_yaml(seed: int) -> str:
    """Return ``edition.yaml``."""
    template = (files("parkindex.sample") / "data/edition.yaml").read_text(encoding="utf-8")
    return f"{template}seed: {seed}\n"


def units_csv(parks: Sequence[Park]) -> str:
    """Return ``units.csv``."""
    return csv_text(
        "code,name_zh,name_en,short_zh,short_en,aliases,place,place_note,note",
        (
            (p.code, p.zh, p.en, f"合成{p.label}", f"Sample {p.label}", "", p.district.code, "", "合成 | Synthetic")
            for p in parks
        ),
    )


def draw_general_policies(parks: Sequence[Park], generator: np.random.Generator) -> dict[str, int]:
    """Draw how many general policies each province (none to five) and each district (none to two) has in force."""
    places = dict.fromkeys(sorted(code for park in parks for code in (province_of(park.city).code, park.district.code)))
    return {code: int(generator.binomial(*((5, 0.5) if code.endswith("0000") else (2, 0.3)))) for code in places}


def orders_csv(towns: Sequence[City], schemes: Sequence[Scheme]) -> str:
    """Return ``orders.csv``: the first five cities by universities and by high-tech firms, and districts by support."""
    first = {
        "universities": sorted(towns, key=lambda town: (-town.universities, town.spot.code)),
        "high-tech-firms": sorted(towns, key=lambda town: (-town.high_tech_firms, town.spot.code)),
    }
    rows = [
        (order, position, town.spot.code, "", "city-table#cities", "")
        for order, ranked in first.items()
        for position, town in enumerate(ranked[:5], start=1)
    ]
    strongest = sorted(schemes, key=lambda scheme: (-scheme.breadth, scheme.code))[:3]
    rows += [
        ("support-strength", position, scheme.district.code, "", "policy-file#support", "")
        for position, scheme in enumerate(strongest, start=1)
    ]
    return csv_text("order,position,place,unit,source,note", rows)


def _walk(folder: Traversable, prefix: str) -> Iterable[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry


def _check(units: int, seed: int) -> None:
    findings = []
    if not 1 <= units <= MOST_UNITS:
        findings.append(
            Finding(
                "usage.units",
                "--units",
                f"{units} parks were asked for; expected a whole number from 1 to {MOST_UNITS}",
                "22 parks make a report as long as that of 2019",
            )
        )
    if seed < 0:
        findings.append(
            Finding(
                "usage.seed", "--seed", f"the seed is {seed}; expected a whole number from 0", "leave it out for seed 1"
            )
        )
    if findings:
        raise UsageError(findings)
