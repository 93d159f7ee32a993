"""Everything the evidence is made of, by name: rows of tables, what YAML declares, and the dataset of them all."""

from __future__ import annotations

from parkindex.evidence.amounts import Clause
from parkindex.evidence.claims import Claim
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.dates import PartialDate
from parkindex.evidence.declared import Order, Series, Source, SourcePart, Variable, VariableClass
from parkindex.evidence.matrix import ValueMatrix
from parkindex.evidence.rows import (
    Answer,
    Background,
    Beneficiary,
    Fund,
    GrowthRate,
    Guidance,
    MarketValue,
    Observation,
    OrderEntry,
    Place,
    PolicyMention,
    Published,
    Scheme,
    Statistic,
    SupportCell,
    Unit,
)
from parkindex.evidence.status import Status

__all__ = [
    "Answer",
    "Background",
    "Beneficiary",
    "Claim",
    "Clause",
    "Dataset",
    "Fund",
    "GrowthRate",
    "Guidance",
    "MarketValue",
    "Observation",
    "Order",
    "OrderEntry",
    "PartialDate",
    "Place",
    "PolicyMention",
    "Published",
    "Scheme",
    "Series",
    "Source",
    "SourcePart",
    "Statistic",
    "Status",
    "SupportCell",
    "Unit",
    "ValueMatrix",
    "Variable",
    "VariableClass",
]
