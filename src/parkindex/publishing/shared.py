"""What figures, tables and cards of an edition share: the setting, the second result, the line of the framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.setting import Setting
from parkindex.charts.sources import source_line

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.index import Result
    from parkindex.publishing.document import Language


def setting_of(edition: Edition, language: Language) -> Setting:
    """Return what all figures and tables of an edition share in one language."""
    about = edition.about
    return Setting(language, about.subject, about.cut_off, about.synthetic)


def second_result(edition: Edition) -> Result | None:
    """Return the result of the method that is shown beside the default one, None where the edition names none."""
    return None if edition.about.second_method is None else edition.result(edition.about.second_method)


def framework_line(edition: Edition, setting: Setting) -> str:
    """Return the source line of the framework: where an edition's sources say that it stands."""
    addresses = sorted(edition.dataset.source_addresses)
    found = [address for address in addresses if address.partition("#")[2].startswith("framework")]
    return source_line(edition.dataset, found[:1], setting)
