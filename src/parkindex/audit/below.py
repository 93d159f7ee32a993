"""What stands below a printed column in the framework: its indicators, their types and the levels they claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.likeness import names_one_of
from parkindex.framework.model import Indicator

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication

SUPPORT_WORDS = ("广度", "深度", "金融补贴", "融资补贴", "breadth", "depth")
SUPPORT_RUBRICS = ("policy_breadth", "policy_depth")
"""What makes an indicator one that reads the matrix of support: its rubric, failing that words of its name."""


def indicators_below(publication: Publication, column: Column) -> tuple[Indicator, ...]:
    """Return the indicators that a column is made of; empty where no framework is given or it has no such node."""
    framework = publication.framework
    if framework is None or column.code not in framework.nodes:
        return ()
    return tuple(node for node in framework.indicators if column.code in {node.code, *framework.ancestors(node.code)})


def is_computed(publication: Publication, column: Column) -> bool:
    """Tell whether a column was computed here from values below it, so that nothing printed can be read from it.

    Scores that are combined from counts and scaled have equal numbers and regular steps of their own.
    """
    result = publication.result
    return result is not None and column.code in result.nodes and column.code not in result.entries


def printed_columns(publication: Publication) -> tuple[Column, ...]:
    """Return the columns that hold what was printed or entered."""
    return tuple(column for column in publication.ranking.columns if not is_computed(publication, column))


def claimed_levels(publication: Publication, column: Column) -> frozenset[str]:
    """Return whose values a column claims to hold: several for a mixed column, none where that is not said."""
    if column.level:
        return frozenset({column.level})
    return frozenset(indicator.level for indicator in indicators_below(publication, column))


def reads_support(indicator: Indicator) -> bool:
    """Tell whether an indicator rates what the matrix of support grants."""
    if indicator.rubric is not None:
        return indicator.rubric in SUPPORT_RUBRICS
    return names_one_of(indicator.name, SUPPORT_WORDS)


def support_column(publication: Publication) -> Column | None:
    """Return the printed column of the pillar under which support is rated, None where there is none."""
    framework = publication.framework
    if framework is None:
        return None
    pillars = {framework.pillar_of(each.code) for each in framework.indicators if reads_support(each)}
    return next((column for column in publication.ranking.columns if column.code in pillars), None)
