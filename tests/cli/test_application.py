"""The table of contents of the command line."""

from __future__ import annotations

from inspect import getdoc

import pytest

from parkindex.cli.application import application
from parkindex.cli.commands import COMMANDS


def test_every_command_is_registered_once_in_the_order_of_the_work() -> None:
    assert [command.name for command in application.registered_commands] == [each.__name__ for each in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.__name__)
def test_every_command_says_what_it_does_and_gives_an_example(command: object) -> None:
    words = getdoc(command) or ""
    assert words.splitlines()[0].endswith(".")
    assert "Example: parkindex" in words
