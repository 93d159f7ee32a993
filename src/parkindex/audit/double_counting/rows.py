"""Rows that stand in their table twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import row_cell
from parkindex.audit.likeness import bare
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.dataset import Dataset


def rows_twice(publication: Publication) -> Iterator[Outcome]:
    """Look for funds, policies and beneficiaries entered twice in one table."""
    dataset = publication.evidence
    counted = len(dataset.funds) + len(dataset.policies) + len(dataset.beneficiaries)
    if not counted:
        yield untestable(
            "无法检验：没有基金表、政策表或受益园区表。",
            "This cannot be tested: there is no table of funds, policies or beneficiaries.",
        )
        return
    twice = list(_twice(dataset))
    for first, second in twice[:10]:
        yield fails(
            "moderate",
            f"同一张表中“{first.printed}”（{first.what.zh}）列了两次。",
            f"One table lists “{first.printed}” ({first.what.en}) twice.",
            first,
            second,
            subject=first.printed,
            n=len(twice),
        )
    if not twice:
        yield holds(
            f"基金、政策与受益园区的{counted}行没有重复。",
            f"None of {counted} rows of funds, policies and beneficiaries stands in its table twice.",
            n=counted,
        )


def _twice(dataset: Dataset) -> Iterator[tuple[Exhibit, Exhibit]]:
    """Return the first and the second row of everything that one table lists twice."""
    fund, policy, park = (
        Text(zh="基金", en="fund"),
        Text(zh="政策", en="policy"),
        Text(zh="受益园区", en="park that benefits"),
    )
    keyed = [
        *(
            (("fund", bare(row.name.zh), row.place, row.yuan), row_cell(fund, row.name.zh, row.source, row.where))
            for row in dataset.funds
        ),
        *(
            (
                ("policy", row.table, bare(row.title.zh), row.place),
                row_cell(policy, row.title.zh, row.source, row.where),
            )
            for row in dataset.policies
        ),
        *(
            (
                ("park", row.policy, bare(row.name_as_printed)),
                row_cell(park, row.name_as_printed, row.source, row.where),
            )
            for row in dataset.beneficiaries
        ),
    ]
    seen: dict[tuple[object, ...], Exhibit] = {}
    for key, exhibit in keyed:
        if key in seen:
            yield seen[key], exhibit
        else:
            seen[key] = exhibit
