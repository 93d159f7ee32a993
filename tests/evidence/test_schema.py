from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from parkindex.evidence.schema import SCHEMAS
from parkindex.framework.reading import read_yaml
from parkindex.framework.schema import schema, write_schemas

EDITION = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"


def plain(value: Any) -> Any:
    """Return tuples as the lists that JSON has."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_the_files_of_the_published_evaluation_fit_their_schemas(name: str) -> None:
    value = plain(read_yaml(EDITION / name).value)
    found = schema(name, SCHEMAS[name])
    jsonschema.Draft202012Validator.check_schema(found)
    jsonschema.validate(value, found)


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_schema_refuses_an_unknown_key(name: str) -> None:
    found = schema(name, SCHEMAS[name])
    wrong: Any = {"nonsense": 1} if found.get("type") != "array" else [{"nonsense": 1}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, found)


def test_all_schemas_can_be_written(tmp_path: Path) -> None:
    names = {path.name for path in write_schemas(tmp_path, SCHEMAS)}
    assert names == {f"{Path(name).stem}.schema.json" for name in SCHEMAS}
    assert names == {path.name for path in tmp_path.iterdir()}
