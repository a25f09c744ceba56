"""Numbers and units are no key words; words that are written with a numeral are."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.measures.numerals import numerals
from analysis.study import Study


def is_numeral(word: str, tag: str) -> bool:
    return word in numerals(pd.DataFrame({"token": [word], "tag": [tag]}))


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (
            "m",
            "1万 亿元 万元 元 年 一 两 多 第二 第3 首批 十九 二〇三五年 三分之一 百分之五 24.6万 99.3% 5.5％",
        ),
        ("m", "２０２５年 100多 三十多 一百万 15104亿 千亿 百年 几 3个 20余家 个百分点 一级 1,200"),
        ("q", "个 批 平方米 公里 分钟 家 座"),
        ("t", "2025年 2020年 二〇三五年 日 月"),
        ("eng", "500 3.5%"),
        ("", "500 一百万元"),
    ],
)
def test_numbers_and_units(tag: str, words: str):
    kept = [word for word in words.split() if not is_numeral(word, tag)]
    assert not kept


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("nz", "十四五 十九大 一网通办 一带一路 三农 五四"),
        ("m", "多层次 多元 全方位 第三方 一系列 七五 八五 港澳台 整顿 大宗 左"),
        ("t", "现代 未来 青年 老年 当前 今年"),
        ("mq", "零部件"),
        ("n", "一流 百姓 2号线 年"),
        ("eng", "5G PM2.5 G60 500Mbps"),
        ("d", "进一步 一致 千万"),
    ],
)
def test_words_with_a_numeral(tag: str, words: str):
    gone = [word for word in words.split() if is_numeral(word, tag)]
    assert not gone


def test_a_word_is_a_numeral_when_most_of_its_places_are():
    table = pd.DataFrame({"token": ["点"] * 3 + ["家"] * 3, "tag": ["q", "q", "n", "q", "n", "n"]})
    assert numerals(table) == {"点"}
    assert numerals(table.head(0)) == set()


def test_they_stand_in_the_table_when_asked_for(study: Study):
    usual, every = study.keyness("chapter"), study.keyness("chapter", numerals=True)
    more = set(every["term"]) - set(usual["term"])
    assert {"年", "二〇三五年"} <= more and not more & {"十四五", "多层次", "现代", "未来"}
    both = usual.merge(every, on=["group", "term"], suffixes=("", "_every"))
    assert (both["g2"] == both["g2_every"]).all() and (both["total"] == both["total_every"]).all()
