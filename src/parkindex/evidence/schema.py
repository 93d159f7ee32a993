"""The YAML files of this room and of the framework, by their path in an edition, for their JSON Schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.evidence.read import DECLARED
from parkindex.framework.schema import SCHEMAS as FRAMEWORK_SCHEMAS

if TYPE_CHECKING:
    from pydantic import BaseModel

SCHEMAS: dict[str, type[BaseModel]] = {
    **FRAMEWORK_SCHEMAS,
    **{name: model for name, (_, _, model) in DECLARED.items()},
}
"""The model of each YAML file, for `parkindex.framework.schema.write_schemas`."""
