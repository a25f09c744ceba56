"""Which number of a row is which thing's, and what the things of a list share."""

from __future__ import annotations

import pytest

from analysis.judgements.name_words import Word
from analysis.judgements.quantities import quantities
from analysis.judgements.quantity_indicators import indicators
from analysis.setup import Setup


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


def measured(setup: Setup, text: str) -> list[str]:
    """What each number of a text measures, names and times left out, its words known."""
    words = [Word(text[a.start : a.end], a.start, a.end, a.tag) for a in setup.segmenter().cut(text)]
    found = quantities(text)
    named = zip(found, indicators(text, found, words), strict=True)
    return [name for one, name in named if one.kind not in ("name", "date", "period")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("毛入园率、九年义务教育巩固率分别达到94%、98%", ["毛入园率", "九年义务教育巩固率"]),
        (
            "对欧盟、东盟和“一带一路”共建国家进出口分别增长6%、12%、9%",
            ["欧盟进出口", "东盟进出口", "“一带一路”共建国家进出口"],
        ),
        ("先后4次获国务院通报表扬，5次受到国务院督查激励。", ["获国务院通报表扬", "受到国务院督查激励"]),
        ("长江十年禁渔连续4次获评全国优秀。", ["长江禁渔"]),
        ("货物贸易、实际利用外资分别占比达30%、20%", ["货物贸易占比", "实际利用外资占比"]),
        ("外贸进出口在对美贸易下降超3成的情况下增长12%", ["对美贸易", "外贸进出口"]),
        ("产业项目总投资1022亿元，主要枢纽节点集装箱到发增长14%", ["产业项目总投资", ""]),  # of another
        ("第一、第三产业增加值分别增长3%、5%", ["第一产业增加值", "第三产业增加值"]),
        (
            "2007年中、高等职业教育在校生分别达到2000万人和861万人",
            ["中等职业教育在校生", "高等职业教育在校生"],
        ),
    ],
)
def test_a_numeral_in_a_name_does_not_cut_a_list(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("食品、药品合格率分别达99%、98%，比上年提高2%和1%", ["食品合格率", "药品合格率"] * 2),
        ("城市、农村低保标准分别达到780元、620元，同比增长5%、7%", ["城市低保标准", "农村低保标准"] * 2),
        ("水利投资520亿元、交通投资130亿元，增长12%、9%", ["水利投资", "交通投资"] * 2),
        ("新增甲类企业87家、乙类工厂12家，累计分别达到152家和28家", ["新增甲类企业", "新增乙类工厂"] * 2),
    ],
)
def test_a_row_that_names_nothing_is_of_the_things_before(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("提高城市居民、农村居民低保标准，分别达到183元、750元", ["城市居民低保标准", "农村居民低保标准"]),
        ("事故起数和死亡人数实现“双下降”，分别下降15%、9%", ["事故起数", "死亡人数"]),
        (
            "能耗下降3%，化学需氧量、二氧化硫排放总量近年来出现下降，比上年分别下降3%和4%",
            ["能耗", "化学需氧量", "二氧化硫排放总量"],
        ),
    ],
)
def test_the_list_may_stand_in_the_clause_before(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


def test_a_row_of_another_length_or_subject_is_left(setup: Setup):
    assert measured(setup, "水利投资520亿元、交通投资130亿元，民间投资增长12%、9%")[2:] == ["民间投资"] * 2
    assert measured(setup, "水利投资520亿元、交通投资130亿元，增长12%")[2:] == ["交通投资"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("进口、出口通关时间分别压减67%和92%", ["进口通关时间", "出口通关时间"]),
        (
            "全国和自由贸易试验区负面清单条数分别压减51%、72%",
            ["全国负面清单条数", "自由贸易试验区负面清单条数"],
        ),
        ("制造业、普惠小微贷款余额分别增长10%、13%", ["制造业贷款余额", "普惠小微贷款余额"]),
        ("港口货物、集装箱吞吐量分别突破18亿吨和30万标箱", ["港口货物吞吐量", "集装箱吞吐量"]),
        ("社会保险基金收入、支出分别为32亿元和29亿元", ["社会保险基金收入", "社会保险基金支出"]),
        (
            "居民医保和基本公共卫生服务经费人均财政补助标准分别再提高30元和5元",
            ["居民医保人均财政补助标准", "基本公共卫生服务经费人均财政补助标准"],
        ),
        ("绿化覆盖率、绿地率分别提升2%和3%", ["绿化覆盖率", "绿地率"]),
        ("各类事故起数、较大事故起数分别下降8%、12%", ["各类事故起数", "较大事故起数"]),
        ("不良率、关注率分别下降0.3个和0.5个百分点", ["不良率", "关注率"]),
        ("城市生活垃圾、污水无害化处理率分别达到100%和97%", ["城市生活垃圾无害化处理率", "污水无害化处理率"]),
        ("货运量、新增贷款等先行指标分别增长8%和11%", ["货运量", "新增贷款"]),
        ("民营经济税收、就业占比分别达到70%和85%", ["民营经济税收占比", "就业占比"]),
        ("新增城镇就业、转移农村劳动力分别达到65万人、12万人", ["新增城镇就业", "农村劳动力"]),
    ],
)
def test_each_thing_has_what_the_list_shares(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("食品抽检率、药品合格率、产品达标率达到45%、92%、98%", ["食品抽检率", "药品合格率", "产品达标率"]),
        (
            "民营企业45万户、个体工商户70万户，占比分别为37%、58%",
            ["民营企业", "个体工商户", "民营企业占比", "个体工商户占比"],
        ),
        ("教育、社会保障和就业支出分别增长6%、8%", ["教育支出", "社会保障和就业支出"]),
        ("PM2.5和PM10平均浓度分别为30微克和52微克", ["PM2.5平均浓度", "PM10平均浓度"]),
        ("接待总人数、总收入、过夜游客数量增长15%、18%、65%", ["接待总人数", "总收入", "过夜游客数量"]),
    ],
)
def test_a_list_of_as_many_things_is_dealt_without_a_word_for_it(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


def test_people_of_a_whole_have_what_was_told_of_all(setup: Setup):
    assert measured(setup, "居民人均可支配收入达到5万元，其中城镇、农村居民分别为6万元和3万元") == [
        "居民人均可支配收入",
        "城镇居民人均可支配收入",
        "农村居民人均可支配收入",
    ]
    assert measured(setup, "居民人均可支配收入增长5%，其中农村居民增长6%")[1] == "农村居民人均可支配收入"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "钢铁业、化工业增加值分别增长6%、8%，占规上工业比重达到15%、33%",
            ["钢铁业增加值", "化工业增加值", "钢铁业增加值占规上工业比重", "化工业增加值占规上工业比重"],
        ),
        (
            "企业总部和研发中心分别达到21家和68家，占全区的比重分别为28%和14%",
            ["企业总部", "研发中心", "企业总部占全区的比重", "研发中心占全区的比重"],
        ),
        (
            "新增绿色工厂6家、零碳园区2家，总数分别达到41家、5家",
            ["新增绿色工厂", "新增零碳园区", "绿色工厂总数", "零碳园区总数"],
        ),
    ],
)
def test_the_shares_and_totals_of_a_row_are_each_of_its_own_thing(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "每千人口执业医师数、注册护士数分别为3.6人和4.2人",
            ["每千人口执业医师数", "每千人口注册护士数"],
        ),
        ("单位生产总值能耗和水耗分别降低14%和18%", ["单位生产总值能耗", "单位生产总值水耗"]),
        # what is told of no head and no product stays as it is
        ("单位生产总值能耗、污水排放总量分别下降3%、5%", ["单位生产总值能耗", "污水排放总量"]),
        (
            "每万人口发明专利拥有量、技术合同成交额分别增长8%、9%",
            ["每万人口发明专利拥有量", "技术合同成交额"],
        ),
    ],
)
def test_what_is_told_of_each_head_is_so_throughout_its_list(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "工业投资、房产投资分别完成52亿元、38亿元，增长11%和下降8%",
            ["工业投资", "房产投资"] * 2,
        ),
        (
            "货物吞吐量、集装箱吞吐量分别达到3亿吨和28万标箱，居全国内河港口第三位和第五位",
            ["货物吞吐量", "集装箱吞吐量"] * 2,
        ),
        ("生猪存栏量、出栏量分别为12万头、21万头", ["生猪存栏量", "生猪出栏量"]),
        # a level and its growth are of one thing
        ("工业和建筑业增加值达到3亿元、增长5%", ["工业和建筑业增加值"] * 2),
    ],
)
def test_rises_and_falls_and_places_are_dealt_as_well(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


def test_a_share_told_of_the_last_of_a_list_is_of_all(setup: Setup):
    assert measured(setup, "高新产业增加值、数字产业增加值占生产总值比重分别达到15%、10%") == [
        "高新产业增加值占生产总值比重",
        "数字产业增加值占生产总值比重",
    ]
    assert measured(setup, "城镇化率、服务业占生产总值比重分别达到65%、50%")[0] == "城镇化率"


def test_the_three_sectors_are_three_things(setup: Setup):
    assert measured(setup, "三次产业增加值分别增长4%、8%和7%") == [
        "第一产业增加值",
        "第二产业增加值",
        "第三产业增加值",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("供水率、普及率分别由85%、80%提高到96%、92%", ["供水率", "普及率"] * 2),
        (
            "消费支出、资本形成对经济增长的贡献率分别达到65%和28%",
            ["消费支出对经济增长的贡献率", "资本形成对经济增长的贡献率"],
        ),
        ("绿色建筑占新建建筑面积比例达到78%", ["绿色建筑占新建建筑面积比例"]),
        ("全市开通5G基站3万个，全域完成农村改厕21万户", ["5G基站", "农村改厕"]),
    ],
)
def test_what_a_row_rises_from_and_to_is_dealt(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("签约内外资分别达到60亿元、9亿元。", ["内资", "外资"]),
        ("一二三产投资分别增长3%、5%、7%。", ["一产投资", "二产投资", "三产投资"]),
        ("金融机构存贷款余额分别增长8%、7%。", ["金融机构存款余额", "金融机构贷款余额"]),
        ("城乡居民人均可支配收入分别增长5%、6%。", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("进出口增长8%、6%。", ["进出口"] * 2),  # not dealt out
        ("进出口总额分别达到800亿元、900亿元、1000亿元。", ["进出口总额"] * 3),  # of three years
        ("内外资企业达到700家、增长5%。", ["内外资企业"] * 2),
    ],
)
def test_a_word_that_contracts_things_is_dealt_out(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("竹园、梨园改造分别完成3万亩、2万亩。", ["竹园改造", "梨园改造"]),
        (
            "县级仓库、自建车间、村级晒场改造分别完成20%、50%、10%。",
            ["县级仓库改造", "自建车间改造", "村级晒场改造"],
        ),
        ("铁路、机场建设分别完成投资60亿元、30亿元。", ["铁路建设投资", "机场建设投资"]),
        ("公路、水路投资分别完成500亿元、70亿元。", ["公路投资", "水路投资"]),
        ("水利投资、管网改造分别完成50亿元、300公里。", ["水利投资", "管网改造"]),  # of the last alone
    ],
)
def test_what_is_done_to_a_whole_list_is_told_of_each(setup: Setup, text: str, names: list[str]):
    assert measured(setup, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("引进6个百亿元、30个10亿元以上制造项目", ["百亿元制造项目", "10亿元以上制造项目"]),
        ("建成4个万亩、15个千亩果园", ["万亩果园", "千亩果园"]),
        ("培育2个千亿元、5个百亿元和9个十亿元集群", ["千亿元集群", "百亿元集群", "十亿元集群"]),
        ("培育3个国家级、8个省级园区", ["国家级园区", "省级园区"]),
        ("打造2个千亿元产业、5个百亿元园区", ["千亿元产业", "百亿元园区"]),  # each of its own
    ],
)
def test_a_class_that_stands_alone_is_of_the_things_behind_the_next(
    setup: Setup, text: str, names: list[str]
):
    assert measured(setup, text) == names
