"""The evidence of an edition folder into one `Dataset`, with everything that is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parkindex.errors import Finding, has_errors
from parkindex.evidence.amounts import parse
from parkindex.evidence.csv_reading import read_table
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.declared import Orders, SeriesList, Sources, Variables
from parkindex.evidence.status import Status
from parkindex.evidence.tables import TABLES
from parkindex.framework.reading import read_yaml, validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from parkindex.evidence.claims import Claim
    from parkindex.evidence.rows import SupportCell
    from parkindex.framework.reading import Located

FIELDS: dict[str, str] = {
    "places.csv": "places",
    "units.csv": "units",
    "evidence/observations.csv": "observations",
    "evidence/answers.csv": "answers",
    "evidence/statistics.csv": "statistics",
    "evidence/policies.csv": "policies",
    "evidence/beneficiaries.csv": "beneficiaries",
    "evidence/schemes.csv": "schemes",
    "evidence/support.csv": "support",
    "evidence/funds.csv": "funds",
    "evidence/guidance.csv": "guidance",
    "evidence/market.csv": "market",
    "evidence/growth.csv": "growth",
    "evidence/background.csv": "background",
    "evidence/orders.csv": "order_entries",
    "evidence/published.csv": "published",
}
"""Where in the dataset each table goes."""

DECLARED: dict[str, tuple[str, str, type[BaseModel]]] = {
    "evidence/sources.yaml": ("sources", "source", Sources),
    "evidence/variables.yaml": ("variables", "variable", Variables),
    "evidence/series.yaml": ("series", "series", SeriesList),
    "evidence/orders.yaml": ("orders", "order", Orders),
}
"""Where in the dataset the entries of each YAML file go, what one of them is called, and their model."""

CLAIMS = "claims.yaml"

REQUIRED = ("places.csv", "units.csv", "evidence/sources.yaml")
VALUES = ("evidence/observations.csv", "evidence/answers.csv")


def read_dataset(folder: Path) -> tuple[Dataset | None, list[Finding]]:
    """Read all tables of an edition and its claims; None where one has an error. What is not required may be absent."""
    dataset, findings = read_what_can_be_read(folder)
    claims, found = read_claims(folder, dataset)
    dataset, findings = replace(dataset, claims=claims), [*findings, *found]
    return None if has_errors(findings) else dataset, findings


def read_what_can_be_read(folder: Path) -> tuple[Dataset, list[Finding]]:
    """Read all tables of an edition without the rows that have an error, so that the others can be checked already.

    ``incomplete`` of the dataset names the tables that lack rows. Claims are left to `read_claims`.
    """
    findings = _missing_values(folder)
    parts: dict[str, Any] = {}
    addresses: dict[str, str] = {}
    incomplete = {"observations"} if findings else set()
    for name, field in FIELDS.items():
        if name in REQUIRED or (folder / name).exists():
            parts[field], found = read_table(folder, name, TABLES[name])
            findings += found
            incomplete |= {field} if has_errors(found) else set()
    for name, (field, kind, model) in DECLARED.items():
        if name in REQUIRED or (folder / name).exists():
            parts[field], found = _read_declared(folder, name, kind, model, addresses)
            findings += found
            incomplete |= {field} if has_errors(found) else set()
    parts["support"] = tuple(_with_clauses(cell) for cell in parts.get("support", ()))
    findings += [_unread(cell) for cell in parts["support"] if cell.unread]
    return Dataset(**parts, addresses=addresses, incomplete=frozenset(incomplete)), findings


def read_claims(folder: Path, dataset: Dataset) -> tuple[tuple[Claim, ...], list[Finding]]:
    """Read the claims of an edition, none where it has no ``claims.yaml``, with what is wrong with the file.

    ``addresses`` of the dataset then tell where each claim is written.
    """
    if not (folder / CLAIMS).exists():
        return (), []
    from parkindex.evidence.claims import Claims

    addresses: dict[str, str] = {}
    claims, findings = _read_declared(folder, CLAIMS, "claim", Claims, addresses)
    dataset.addresses.update(addresses)
    return claims, findings


def _missing_values(folder: Path) -> list[Finding]:
    if any((folder / name).exists() for name in VALUES):
        return []
    message = f"neither {VALUES[0]} nor {VALUES[1]} is there; expected at least one of them"
    return [
        Finding("file.missing", VALUES[0], message, "write subject,node,value,status,source,note and a row per value")
    ]


def _read_declared(
    folder: Path, name: str, kind: str, model: type[BaseModel], addresses: dict[str, str]
) -> tuple[tuple[Any, ...], list[Finding]]:
    located = read_yaml(folder / name, name=name)
    entries, findings = validate(located, model)
    if entries is None:
        return (), findings
    listed: tuple[Any, ...] = entries.root  # type: ignore[attr-defined]
    for called, where in _called(listed, kind, located):
        if called in addresses:
            message = f"{called} is declared twice (first at {addresses[called]})"
            findings.append(Finding("declared.duplicate-code", where, message, "give each a code of its own"))
        addresses.setdefault(called, where)
    return listed, findings


def _called(listed: tuple[Any, ...], kind: str, located: Located) -> Iterator[tuple[str, str]]:
    """Yield what everything with a code is called, and where that code is written: entries, their parts and classes."""
    for position, entry in enumerate(listed):
        yield f"{kind} '{entry.code}'", located.where((position, "code"))
        for key, part in (("parts", "part"), ("classes", "class")):
            for place, inner in enumerate(getattr(entry, key, ())):
                yield f"{part} '{inner.code}' of {kind} '{entry.code}'", located.where((position, key, place, "code"))


def _with_clauses(cell: SupportCell) -> SupportCell:
    """Read a cell's words, unless its status says that it grants nothing of its own."""
    if cell.status is not Status.OBSERVED:
        return cell
    parsed = parse(cell.words)
    return replace(cell, clauses=parsed.clauses, unread=parsed.unread)


def _unread(cell: SupportCell) -> Finding:
    message = f"cannot be read as a clause: '{cell.unread}' (of '{cell.words}')"
    hint = "write it as 最高60万元/年, 30—50万元, 10%研发补贴 or 最高3年免租, or add its words to the vocabulary"
    return Finding("support.unread", f"{cell.where} column 'words'", message, hint, "warning")
