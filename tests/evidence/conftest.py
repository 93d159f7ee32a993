from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.read import read_dataset
from parkindex.framework.load import read_framework

if TYPE_CHECKING:
    from parkindex.errors import Finding
    from parkindex.evidence.dataset import Dataset
    from parkindex.framework.model import Framework

INDICATOR = "type: numeric, direction: higher, unit_of_measure: {zh: 项, en: items}, source_kind: first_hand"
FILES = {
    "framework.yaml": f"""\
code: index
name: {{zh: 综合, en: Overall}}
children:
  - code: policy
    name: {{zh: 政策, en: Policy}}
    children:
      - {{code: policy_count, name: {{zh: 数量, en: Count}}, level: district, {INDICATOR}}}
      - {{code: firms, name: {{zh: 企业, en: Firms}}, level: park, least: 0, most: 500, {INDICATOR}}}
  - code: talent
    name: {{zh: 人才, en: Talent}}
    children:
      - {{code: universities, name: {{zh: 高校, en: Universities}}, level: city, {INDICATOR}}}
      - {{code: guidance, name: {{zh: 指导, en: Guidance}}, level: province, {INDICATOR}}}
""",
    "places.csv": """\
code,gbt2260,name_zh,name_en,level,parent,region,longitude,latitude,coastal,note
100000,100000,中国,China,country,,,,,,
330000,330000,浙江,Zhejiang,province,100000,east_china,,,,
330100,330100,杭州,Hangzhou,city,330000,,120.2,30.3,yes,
330106,330106,西湖区,Xihu,district,330100,,,,,
330109,330109,萧山区,Xiaoshan,district,330100,,,,,
320000,320000,江苏,Jiangsu,province,100000,east_china,,,,
320500,320500,苏州,Suzhou,city,320000,,120.6,31.3,no,
320507,320507,相城区,Xiangcheng,district,320500,,,,,
320507-gtxc,320507,高铁新城,High-Speed Rail New Town,zone,320507,,,,,
""",
    "units.csv": """\
code,name_zh,name_en,short_zh,short_en,aliases,place,place_note,note
xixi,杭州西溪谷区块链产业园,Xixi Valley Blockchain Park,西溪谷,Xixi Valley,西溪谷区块链产业园;西溪谷园,330106,,
xiaoshan,萧山园,Xiaoshan Park,萧山,Xiaoshan,,330109,,
suzhou,苏州高铁新城大数据产业园,Suzhou Park,苏州,Suzhou,,320507-gtxc,,
""",
    "evidence/sources.yaml": """\
- code: report
  title: {zh: 报告, en: Report}
  publisher: {zh: 研究院, en: Institute}
  date: 2019-07
  kind: report
  parts:
    - {code: ranking-table, title: {zh: 排名表, en: Ranking table}, part: 4}
    - {code: funds-table, title: {zh: 基金表, en: Table of funds}}
- {code: survey, title: {zh: 调研, en: Survey}, date: 2019, kind: own}
""",
    "evidence/observations.csv": """\
subject,node,value,status,source,note
330106,policy_count,2,,report#ranking-table,
330100,policy_count,1,,report,
330100,universities,12,,report;survey,
320500,universities,4,,report,
330000,guidance,3,,report,
320000,guidance,1,,report,
xixi,firms,24,,survey,
xiaoshan,firms,,not_answered,survey,
suzhou,firms,36,estimated,survey,
""",
    "evidence/variables.yaml": """\
- code: support
  name: {zh: 扶持, en: Support}
  level: district
  kind: category
  classes:
    - {code: talent, name: {zh: 人才补贴, en: Talent}}
    - {code: premises, name: {zh: 场地补贴, en: Premises}}
- code: occupancy
  name: {zh: 入驻率, en: Occupancy}
  level: park
  kind: number
  least: 0
  most: 100
  classes:
    - {code: under_50, name: {zh: 五成以下, en: Under 50%}, to: 50}
    - {code: from_50, name: {zh: 五成以上, en: 50% and more}, from: 50}
- code: profit
  name: {zh: 盈利, en: Profit}
  level: park
  kind: multiple
  classes:
    - {code: rent, name: {zh: 租金, en: Rent}}
    - {code: equity, name: {zh: 股权, en: Equity}}
- {code: opened, name: {zh: 开园, en: Opened}, level: park, kind: date}
""",
}


class Folder:
    """An edition folder of a test: change a file, read it, and see what is found."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, text: str | bytes) -> Folder:
        """Write a file."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def change(self, name: str, old: str, new: str) -> Folder:
        """Replace words of a file; they must be there."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        return self.write(name, text.replace(old, new))

    def add(self, name: str, *lines: str) -> Folder:
        """Append lines to a file."""
        text = (self.path / name).read_text(encoding="utf-8")
        return self.write(name, text + "".join(f"{line}\n" for line in lines))

    def remove(self, name: str) -> Folder:
        """Remove a file."""
        (self.path / name).unlink()
        return self

    def read(self) -> tuple[Dataset | None, list[Finding]]:
        """Read the evidence."""
        return read_dataset(self.path)

    def problems(self) -> list[tuple[str, str, str]]:
        """Return what reading finds: code, address, message."""
        return [(finding.code, finding.where, finding.message) for finding in self.read()[1]]

    @property
    def dataset(self) -> Dataset:
        """The dataset, which must be readable."""
        dataset, findings = self.read()
        assert dataset is not None, findings
        return dataset

    @property
    def framework(self) -> Framework:
        """The framework, which must be readable."""
        framework, findings = read_framework(self.path / "framework.yaml")
        assert framework is not None, findings
        return framework


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A small edition: three units in two provinces, four indicators of four levels."""
    made = Folder(tmp_path)
    for name, text in FILES.items():
        made.write(name, text)
    return made


@pytest.fixture(scope="session")
def published() -> tuple[Framework, Dataset]:
    """The evaluation of 2019."""
    path = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"
    framework, framework_findings = read_framework(path / "framework.yaml")
    dataset, findings = read_dataset(path)
    assert (framework_findings, findings) == ([], [])
    assert framework is not None
    assert dataset is not None
    return framework, dataset
