"""One tested door: what a package says it exports is there, documented, and in order."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import pytest

import parkindex

PACKAGES = [
    "parkindex",
    *(name for _, name, is_package in pkgutil.walk_packages(parkindex.__path__, "parkindex.") if is_package),
]
MODULES = [
    name for _, name, _ in pkgutil.walk_packages(parkindex.__path__, "parkindex.") if not name.endswith("__main__")
]


@pytest.mark.parametrize("name", PACKAGES)
def test_every_exported_name_exists(name: str) -> None:
    package: ModuleType = importlib.import_module(name)
    exported = getattr(package, "__all__", [])
    assert [one for one in exported if not hasattr(package, one)] == []
    assert len(exported) == len(set(exported))


@pytest.mark.parametrize("name", PACKAGES)
def test_exported_names_are_documented(name: str) -> None:
    package = importlib.import_module(name)
    bare = [
        one
        for one in getattr(package, "__all__", [])
        if callable(getattr(package, one)) and not (getattr(package, one).__doc__ or "").strip()
    ]
    assert bare == []


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    module = importlib.import_module(name)
    assert (module.__doc__ or "").strip(), f"{name} has no docstring"
