"""JSON Schemas of the YAML files, so that an editor can complete and check them while they are written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkindex.errors import Finding, PublishingError
from parkindex.framework.methods import Methods
from parkindex.framework.model import Aggregate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

SCHEMAS: dict[str, type[BaseModel]] = {"framework.yaml": Aggregate, "methods.yaml": Methods}
"""The model of each YAML file of this room, by its path in an edition."""


def schema(name: str, model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file."""
    found = model.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found, "title": name}


def write_schemas(folder: Path, schemas: Mapping[str, type[BaseModel]] = SCHEMAS) -> list[Path]:
    """Write ``framework.schema.json`` and so on into a folder; return the files in the order of their names."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, model in sorted(schemas.items()):
            target = folder / f"{Path(name).stem}.schema.json"
            draft = target.with_suffix(f".{os.getpid()}.part")
            draft.write_text(json.dumps(schema(name, model), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            draft.replace(target)
            written.append(target)
    except OSError as error:
        message = f"cannot be written ({error.strerror})"
        raise PublishingError(
            Finding("schema.unwritable", str(folder), message, "name a folder you may write to")
        ) from error
    return written
