"""Places whose names go on behind a division, and what is told of a place that is the object itself."""

from __future__ import annotations

import pytest

from tests.conftest import study_of


def rows(text: str) -> dict[str, str]:
    found = study_of(f"甲市发展规划\n一、主要任务\n{text}\n").table("places")
    return dict(zip(found["place"], found["actions"], strict=True))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推动佛山三龙湾、东莞滨海湾、中山翠亨新区建设。", ["佛山三龙湾", "东莞滨海湾", "中山翠亨新区"]),
        ("推动东莞建设海湾。", ["东莞"]),
        ("支持汕尾海上风电装备制造及工程基地建设。", ["汕尾海上风电装备制造及工程基地"]),
        ("推进广州人工智能与数字经济试验区建设。", ["广州人工智能与数字经济试验区"]),
        ("推进广州高新区和深圳高新区建设。", ["广州高新区", "深圳高新区"]),
        ("推进宁波舟山港一体化。", ["宁波舟山港"]),
        ("推进宁波舟山协同发展。", ["宁波", "舟山"]),
        ("打造京津石保沧百分钟经济圈。", ["京津石保沧百分钟经济圈"]),
        ("打造沈阳现代化都市圈。", ["沈阳现代化都市圈"]),
        ("加快鄂州花湖机场三期建设。", ["鄂州花湖机场"]),
        ("推进山西转型综改示范区建设。", ["山西转型综改示范区"]),
        ("加快广州站至广州南站联络线建设。", ["广州站", "广州南站"]),
        ("规划港深西部铁路。", ["港深西部铁路"]),
        ("振兴县域经济。", []),
        ("办好珠三角与粤东粤西经贸合作招商会。", []),
        ("河北长安、河北旭阳等企业超200亿元。", []),
        ("做好深圳枢纽西丽站改造。", ["深圳枢纽西丽站"]),
        ("稳步推进旧城区改造，加强欠发达地区帮扶。", []),
        ("满城工业园、湛江石化工业区扩容。", ["满城工业园", "湛江石化工业区"]),
    ],
)
def test_a_name_is_whole(text: str, names: list[str]) -> None:
    assert list(rows(text)) == names


@pytest.mark.parametrize(
    ("text", "place", "promise"),
    [
        ("把涿州建设成为强势崛起的桥头堡。", "涿州", "建设成为:强势崛起的桥头堡"),
        ("保定高新区达到2000亿元以上。", "保定高新区", "达到:2000亿元以上"),
        ("满城工业园、高阳工业园分别达到100亿元。", "高阳工业园", "达到:100亿元"),
        ("涿州主城区面积要达到40平方公里。", "涿州主城区", "达到:面积"),
        ("有关事项下放给临港地区管理。", "临港地区", "下放给:临港地区管理"),
        ("打造立足湾区、协同港澳、面向世界的战略平台。", "港澳", ""),
        ("支持浙江开展国家生态文明试验区建设。", "浙江", "支持:浙江开展国家生态文明试验区建设"),
        ("在配合西成里—合肥路地块改造的过程中，培育改造条件。", "合肥路", ""),
        ("出台粤港澳大湾区规划纲要。", "粤港澳大湾区", "出台:粤港澳大湾区规划纲要"),
    ],
)
def test_what_is_told_of_a_place_that_is_the_object(text: str, place: str, promise: str) -> None:
    assert rows(text)[place] == promise


def test_a_role_that_begins_with_its_place_is_that_place_s() -> None:
    found = study_of("甲市发展规划\n一、主要任务\n推进闽宁镇乡村振兴示范镇建设。\n").table("places")
    assert found[["place", "role"]].to_numpy().tolist() == [["闽宁镇", "乡村振兴示范镇"]]
