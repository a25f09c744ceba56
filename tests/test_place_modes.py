"""Which way the clause of a place looks, where the sentence has clauses of different modes."""

from __future__ import annotations

import pytest

from analysis.judgements.place_modes import own_mode
from analysis.judgements.place_names import PlaceName


def mode_of(text: str, name: str, sentence: str) -> str:
    at = text.index(name)
    return own_mode(text, PlaceName(name, "prefecture", at, at + len(name)), sentence)


@pytest.mark.parametrize(
    ("text", "place", "sentence", "mode"),
    [
        ("建成枢纽五个，芜湖港明年将开工扩建。", "芜湖", "backward", "forward"),
        ("将合肥列入试点，完成改造。", "合肥", "backward", "backward"),  # 将 brings an object
        ("安徽保持稳定，合肥经济增长。", "合肥", "backward", "backward"),
        ("合肥正在进行试点，要总结推广。", "合肥", "forward", "situation"),
        ("湖北正以开放融入循环，我们愿共享机遇。", "湖北", "forward", "situation"),
        ("继合肥之后，支持芜湖开展试点。", "合肥", "forward", "backward"),
        ("继合肥之后，支持芜湖开展试点。", "芜湖", "forward", "forward"),
        ("黄山市被命名为国家森林城市，支持宣城创建。", "黄山市", "forward", "backward"),
        ("力争安庆获评文明城市。", "安庆", "forward", "forward"),
        ("去年合肥经济增长百分之五，要巩固势头。", "合肥", "forward", "backward"),
        ("今年上海新增公园十个。", "上海", "forward", "forward"),  # no 今年上半年
        ("今年上半年合肥经济增长百分之五，要巩固势头。", "合肥", "forward", "backward"),
        ("为了合肥发展，加大投入。", "合肥", "forward", "forward"),
        ("主要包括：合肥机场、芜湖港。", "芜湖", "forward", "other"),
        ("任务包括：建设合肥机场。", "合肥", "forward", "forward"),
        ("合肥正在进行试点。", "合肥", "situation", "situation"),
    ],
)
def test_a_place_is_told_of_as_its_own_clause_looks(text: str, place: str, sentence: str, mode: str):
    assert mode_of(text, place, sentence) == mode
