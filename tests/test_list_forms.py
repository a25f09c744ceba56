"""Rows, entries and leads of lists ask nothing by themselves; items with a verb do."""

from __future__ import annotations

import pytest

from analysis.judgements.modes import judge, modes
from analysis.reading import read_text, sentences


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("2．渔港改造工程。", "other"),
        ("3.台账登记制度；", "other"),
        ("2．改造渔港三座。", "forward"),
        ("3.建立台账登记制度；", "forward"),
        ("（二）各乡镇设立登记站；", "forward"),
        ("（二）为渔民免费体检；", "forward"),
        ("粮食产量（万吨）　12.6　14　约束性", "other"),
        ("指标　2020年　2025年　属性", "other"),
        ("注：带括号的为五年累计数。", "other"),
        ("今后三年渔业发展的主要目标是：", "other"),
        ("今年主要预期目标是：粮食产量增长3%。", "forward"),
        ("建设渔港必须把握三条原则：", "forward"),
        ("要实现下列目标：", "forward"),
        ("渔港水域：指防波堤以内、供渔船停泊的水域。", "other"),
        ("河道采砂，依照水法律、法规的规定执行。", "other"),
        ("国有农场修建的水渠，参照本规定办理。", "other"),
        ("取水单位应当按照有关规定缴纳水费。", "forward"),
        ("水价按照听证确定的标准执行。", "forward"),
        ("下面，我就渔业工作讲三点意见。", "other"),
        ("本纲要共分四篇十二章。", "other"),
    ],
)
def test_what_only_lists_or_heads_asks_nothing(text: str, mode: str) -> None:
    assert judge(text, "forward").mode == mode


def modes_of(text: str) -> list[str]:
    document = read_text(text, id="x")
    return [one.mode for one in modes(document, sentences(document))]


def test_cases_and_principles_are_listed_in_other_documents_than_rules_too() -> None:
    text = (
        "某县渔业实施意见\n有下列情形之一的，优先给予担保：\n（1）养殖水面20亩以上的；\n（2）建账三年以上的。"
    )
    assert modes_of(text)[-2:] == ["other", "other"]
    text = (
        "某县渔港实施意见\n渔港管理应当遵循下列原则：\n（一）统一规划、分级负责；\n（二）加强对渔港的巡查。"
    )
    assert modes_of(text)[-2:] == ["other", "forward"]
