"""The seven regions of China that provinces are grouped into, by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.evidence.dataset import Dataset

REGIONS: dict[str, Text] = {
    "east_china": Text(zh="华东", en="East China"),
    "south_china": Text(zh="华南", en="South China"),
    "central_china": Text(zh="华中", en="Central China"),
    "north_china": Text(zh="华北", en="North China"),
    "northeast_china": Text(zh="东北", en="Northeast China"),
    "southwest_china": Text(zh="西南", en="Southwest China"),
    "northwest_china": Text(zh="西北", en="Northwest China"),
}


def region_name(code: str) -> Text:
    """Return a region's name; a code of one's own stands for itself."""
    return REGIONS.get(code) or Text(zh=code, en=code.replace("_", " "))


def place_or_region_name(dataset: Dataset, code: str) -> Text:
    """Return the name of a place of the evidence, of any other code that of a region."""
    return dataset.place(code).name if dataset.has_place(code) else region_name(code)
