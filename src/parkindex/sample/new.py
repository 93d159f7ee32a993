"""The start of a new edition: a small commented one that scores at once, or the frame of another without evidence."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from parkindex.sample.folder import refuse_occupied, write_folder
from parkindex.sample.sample import packaged

if TYPE_CHECKING:
    from pydantic import BaseModel

    from parkindex.edition import Edition

FRAME = ("framework.yaml", "methods.yaml", "places.csv", "evidence/variables.yaml")
FROM_STARTER = ("evidence/sources.yaml",)
HEADS_FROM_STARTER = ("units.csv", "evidence/observations.csv")


def new_edition(path: str | Path, source: Edition | None = None) -> Path:
    """Write the start of an edition to the new folder ``path`` and return it.

    Without ``source`` it is a small complete edition with three example units, commented throughout. With ``source``
    it takes over that edition's framework, methods, places, questions and pages, but none of its units and evidence.
    Raises `UsageError` when ``path`` is occupied or cannot be written.
    """
    target = Path(path)
    refuse_occupied(target)
    files = starter_files() if source is None else frame_files(source, slug(target.name))
    return write_folder(target, {**files, **schema_files()})


def starter_files() -> dict[str, str]:
    """Return the files of the small commented edition."""
    return packaged("starter")


def frame_files(source: Edition, code: str) -> dict[str, str]:
    """Return what a new edition takes over from ``source``, with the empty tables that it is to fill."""
    starter = starter_files()
    pages = sorted(source.path.glob("pages/*.md"))
    kept = {name: source.path / name for name in FRAME} | {f"pages/{p.name}": p for p in pages}
    files = {name: file.read_text(encoding="utf-8") for name, file in kept.items() if file.is_file()}
    about = (source.path / "edition.yaml").read_text(encoding="utf-8")
    about = re.sub(r"(?m)^code:.*$", f"code: {code}", about, count=1)
    files["edition.yaml"] = re.sub(r"(?m)^synthetic:.*$", "synthetic: false", about, count=1)
    files |= {name: starter[name] for name in FROM_STARTER}
    files |= {name: starter[name].splitlines()[0] + "\n" for name in HEADS_FROM_STARTER}
    return files


def slug(name: str) -> str:
    """Return a folder's name as the code of an edition: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "new-edition"


def schema_files() -> dict[str, str]:
    """Return the JSON Schemas by which an editor completes the YAML files, as files of the edition."""
    from parkindex.edition import About
    from parkindex.evidence.schema import SCHEMAS
    from parkindex.framework.schema import schema

    models: dict[str, type[BaseModel]] = {"edition.yaml": About, **SCHEMAS}
    return {
        f".schemas/{Path(name).stem}.schema.json": json.dumps(schema(name, model), ensure_ascii=False, indent=2) + "\n"
        for name, model in models.items()
    }
