"""``claims.yaml``, read when something first asks for a claim.

It takes longer to read than all other files of an edition together, and only the audit and the check ask for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from parkindex.errors import EditionError, Finding, has_errors

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.evidence.claims import Claim
    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

Read = Callable[[], "tuple[tuple[Claim, ...], list[Finding]]"]


class ClaimsFile(Sequence["Claim"]):
    """The claims of an edition in the order of the file. Raises `EditionError` with all of its problems when asked."""

    def __init__(self, read: Read) -> None:
        """Take what reads the file and returns its claims with everything that is wrong with them."""
        self._read = read

    @cached_property
    def _found(self) -> tuple[tuple[Claim, ...], list[Finding]]:
        return self._read()

    @property
    def findings(self) -> list[Finding]:
        """Everything that is wrong with the file."""
        return self._found[1]

    @property
    def _claims(self) -> tuple[Claim, ...]:
        claims, findings = self._found
        if has_errors(findings):
            raise EditionError(findings)
        return claims

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self._claims)

    @overload
    def __getitem__(self, position: int) -> Claim: ...
    @overload
    def __getitem__(self, position: slice) -> tuple[Claim, ...]: ...
    def __getitem__(self, position: int | slice) -> Claim | tuple[Claim, ...]:
        """Return the claim at a position, or those of a slice."""
        return self._claims[position]


def checked_claims(
    folder: Path, framework: Framework | None, dataset: Dataset
) -> tuple[tuple[Claim, ...], list[Finding]]:
    """Read the claims of an edition, with what is wrong with the file and with the codes that they name.

    Codes are left unchecked where there is no framework.
    """
    from parkindex.evidence.checks.references import unknown_in_claims
    from parkindex.evidence.read import read_claims

    claims, findings = read_claims(folder, dataset)
    unknown = [] if framework is None else unknown_in_claims(framework, dataset, claims)
    return claims, [*findings, *unknown]
