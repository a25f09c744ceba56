"""How far the phrase goes that names what a number measures: its coordinated parts, and no verb."""

from __future__ import annotations

import pytest

from analysis.setup import Setup
from tests.test_dealt_indicators import measured


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("帮助120万名失业人员和就业困难人员实现就业", "失业人员和就业困难人员"),
        ("通达127个国家和地区", "国家和地区"),
        ("建成10座特色公园和郊野公园", "特色公园和郊野公园"),
        ("制定70项食品、药品和其他消费品安全标准", "食品、药品和其他消费品安全标准"),
        # what has a number of its own, or is of another row, is no part of it
        ("新增甲类企业和乙类工厂各5家", "新增甲类企业和乙类工厂"),
        ("实施六大攻坚行动和房地产八大提升行动", "攻坚行动"),
        ("实施七大专项行动和第四批合作项目", "专项行动"),
        ("应对9轮强降雨、秋汛和大范围高温", "强降雨"),
        ("形成两个物流基地和外高桥、芦潮港两处节点站", "物流基地"),
        ("具备二十万千瓦抽水蓄能机组和四万千瓦贯流式机组", "抽水蓄能机组"),
    ],
)
def test_what_is_coordinated_is_whole(setup: Setup, text: str, name: str):
    assert measured(setup, text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("转化科研成果328项", "科研成果"),
        ("更新住宅老旧电梯6193部", "住宅老旧电梯"),
        ("提请审议地方性法规10件", "地方性法规"),
        ("资助家庭经济困难学生180万人次", "家庭经济困难学生"),
        ("累计发送旅客6400万人次", "旅客"),
        ("转移支付规模达10亿元", "转移支付规模"),
        ("更新改造项目12个", "更新改造项目"),
        ("接待游客人次增长10%", "接待游客人次"),
        ("城乡居民基础养老金最低标准调增11.8%", "城乡居民基础养老金最低标准"),
        ("经济总量相当于2015年的2.3倍", "经济总量"),
        ("生产总值年均增长4.5%，高于“十三五”时期1.2个百分点", "生产总值"),
        ("实际使用外资比“十三五”时期增长78.9%", "实际使用外资"),
        ("100多项改革经验受到肯定和推广", "改革经验"),
        ("3所高职高专升格本科", "高职高专"),
        ("600个新型公共文化空间投入使用", "新型公共文化空间"),
        ("健全两级财政资金投入机制", "财政资金投入机制"),
        ("5大支柱产业迈入万亿级规模", "支柱产业"),
    ],
)
def test_no_verb_is_part_of_it(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("设立总规模500亿元的产业投资基金", "产业投资基金总规模"),
        ("六大高耗能行业增加值占比降至22%", "高耗能行业增加值占比"),
        ("5个县区财政收入突破50亿元", "县区财政收入"),
        ("公共预算收入增长2%、支出首次超过7000亿元", "公共预算支出"),
        ("居民人均可支配收入保持全国领先，超过7万元", "居民人均可支配收入"),
        ("产业结构调整为6∶40∶54", "产业结构"),
        ("出口机电产品4500亿元，占出口总额的58%", "出口机电产品占出口总额"),
        ("中欧班列全年开行4000列", "中欧班列"),
        ("门诊费用实现直接结算，惠及5700万人次", ""),
    ],
)
def test_a_side_has_the_thing_that_it_is_of(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“医检互认”累计为群众节省医疗费用3亿元", "医疗费用"),
        ("保险业为全社会提供风险保障120万亿元", "风险保障"),
        ("为各类经营主体新增减税降费260亿元", "减税降费"),
        ("盘活低效用地2万亩", "低效用地"),
        ("带动就地就业36万人", "就业"),
        ("派出各类劳务人员1万人", "各类劳务人员"),
    ],
)
def test_whoever_brings_it_is_no_part_of_it(setup: Setup, text: str, name: str):
    assert measured(setup, text)[-1] == name
