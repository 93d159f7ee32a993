"""The commands in the order of the work: begin, look, score, compare, publish."""

from __future__ import annotations

from collections.abc import Callable

from parkindex.cli.commands.analyse import analyse
from parkindex.cli.commands.audit import audit
from parkindex.cli.commands.check import check
from parkindex.cli.commands.compare import compare
from parkindex.cli.commands.methods import methods
from parkindex.cli.commands.new import new
from parkindex.cli.commands.profile import profile
from parkindex.cli.commands.publish import publish
from parkindex.cli.commands.sample import sample
from parkindex.cli.commands.score import score
from parkindex.cli.commands.show import show

COMMANDS: tuple[Callable[..., None], ...] = (
    new,
    sample,
    check,
    show,
    score,
    profile,
    compare,
    analyse,
    audit,
    publish,
    methods,
)
