from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from parkindex.errors import PublishingError
from parkindex.framework.reading import parse_yaml
from parkindex.framework.schema import SCHEMAS, schema, write_schemas

if TYPE_CHECKING:
    from pathlib import Path


def plain(value: Any) -> Any:
    """Return tuples as the lists that JSON has."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def test_a_good_framework_fits_its_schema(tree: str) -> None:
    found = schema("framework.yaml", SCHEMAS["framework.yaml"])
    assert found["title"] == "framework.yaml"
    jsonschema.Draft202012Validator.check_schema(found)
    jsonschema.validate(plain(parse_yaml(tree, "framework.yaml").value), found)


@pytest.mark.parametrize(
    ("old", "new"),
    [("direction: lower", "direction: down"), ("weight: 40", "weight: many"), ("code: funds", "kode: funds")],
)
def test_a_bad_framework_does_not(tree: str, old: str, new: str) -> None:
    value = plain(parse_yaml(tree.replace(old, new), "framework.yaml").value)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, schema("framework.yaml", SCHEMAS["framework.yaml"]))


def test_schemas_are_written_the_same_each_time(tmp_path: Path) -> None:
    first = write_schemas(tmp_path / "schemas")
    before = [path.read_bytes() for path in first]
    again = write_schemas(tmp_path / "schemas")
    assert [path.name for path in again] == ["framework.schema.json", "methods.schema.json"]
    assert [path.read_bytes() for path in again] == before
    assert sorted(path.name for path in (tmp_path / "schemas").iterdir()) == [path.name for path in again]
    assert json.loads(before[0])["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PublishingError) as caught:
        write_schemas(tmp_path / "file")
    assert caught.value.findings[0].code == "schema.unwritable"
