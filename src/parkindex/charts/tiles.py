"""The tile grid: all 34 provincial divisions of China as equal tiles, roughly where they lie.

No boundary, not to scale.
"""

from __future__ import annotations

from dataclasses import dataclass

from parkindex.framework.text import Text


@dataclass(frozen=True, slots=True)
class Tile:
    """A provincial division with its GB/T 2260 code and its place in the grid, counted from the upper left."""

    code: str
    name: Text
    row: int
    column: int


def _tile(code: str, zh: str, en: str, row: int, column: int) -> Tile:
    return Tile(code, Text(zh=zh, en=en), row, column)


TILES: tuple[Tile, ...] = (
    _tile("230000", "黑龙江", "Heilongjiang", 0, 7),
    _tile("150000", "内蒙古", "Inner Mongolia", 1, 4),
    _tile("110000", "北京", "Beijing", 1, 5),
    _tile("210000", "辽宁", "Liaoning", 1, 6),
    _tile("220000", "吉林", "Jilin", 1, 7),
    _tile("650000", "新疆", "Xinjiang", 2, 0),
    _tile("620000", "甘肃", "Gansu", 2, 1),
    _tile("640000", "宁夏", "Ningxia", 2, 2),
    _tile("140000", "山西", "Shanxi", 2, 3),
    _tile("130000", "河北", "Hebei", 2, 4),
    _tile("120000", "天津", "Tianjin", 2, 5),
    _tile("540000", "西藏", "Xizang", 3, 0),
    _tile("630000", "青海", "Qinghai", 3, 1),
    _tile("610000", "陕西", "Shaanxi", 3, 2),
    _tile("410000", "河南", "Henan", 3, 3),
    _tile("370000", "山东", "Shandong", 3, 4),
    _tile("510000", "四川", "Sichuan", 4, 1),
    _tile("500000", "重庆", "Chongqing", 4, 2),
    _tile("420000", "湖北", "Hubei", 4, 3),
    _tile("340000", "安徽", "Anhui", 4, 4),
    _tile("320000", "江苏", "Jiangsu", 4, 5),
    _tile("310000", "上海", "Shanghai", 4, 6),
    _tile("530000", "云南", "Yunnan", 5, 1),
    _tile("520000", "贵州", "Guizhou", 5, 2),
    _tile("430000", "湖南", "Hunan", 5, 3),
    _tile("360000", "江西", "Jiangxi", 5, 4),
    _tile("330000", "浙江", "Zhejiang", 5, 5),
    _tile("450000", "广西", "Guangxi", 6, 3),
    _tile("440000", "广东", "Guangdong", 6, 4),
    _tile("350000", "福建", "Fujian", 6, 5),
    _tile("710000", "台湾", "Taiwan", 6, 6),
    _tile("460000", "海南", "Hainan", 7, 3),
    _tile("820000", "澳门", "Macao", 7, 4),
    _tile("810000", "香港", "Hong Kong", 7, 5),
)
"""All tiles, from north to south."""
