"""What figures, tables and cards of an edition share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.publishing.shared import framework_line, second_result, setting_of

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_the_setting_is_the_editions(report_2019: Edition, sample_22: Edition) -> None:
    setting = setting_of(report_2019, "zh")
    assert (setting.language, setting.synthetic) == ("zh", False)
    assert setting.subject.zh == "区块链产业园"
    assert str(setting.cut_off) == "2019-05"
    assert setting_of(sample_22, "en").synthetic


def test_the_second_method_is_shown_beside_the_first(report_2019: Edition) -> None:
    second = second_result(report_2019)
    assert second is not None
    assert second.method.name == "sound"
    alone = replace(report_2019, about=report_2019.about.model_copy(update={"second_method": None}))
    assert second_result(alone) is None


def test_the_framework_has_an_address_of_its_own(report_2019: Edition, sample_22: Edition) -> None:
    line = framework_line(report_2019, setting_of(report_2019, "en"))
    assert line == "Source: 2019 Report on the Development of China’s Blockchain Parks, “Indicator Framework”"
    assert framework_line(sample_22, setting_of(sample_22, "en")) == "Source: computed by ParkIndex"
