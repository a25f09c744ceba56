"""Of which kind a number is, which way it goes, and whether its sentence promises it."""

from __future__ import annotations

import pytest

from analysis.judgements.mode_marks import Mode
from analysis.judgements.quantities import quantities
from analysis.judgements.quantity_kinds import judged
from analysis.judgements.quantity_status import status_of


@pytest.mark.parametrize(
    ("text", "value", "kind", "direction"),
    [
        ("人均产值是全国平均水平的1.5倍", "1.5", "proportion", ""),
        ("规模提高到原来的2倍", "2", "growth", "up"),
        ("销量是上年的1.2倍", "1.2", "growth", "up"),
        ("主体数量是十年前的3倍", "3", "growth", "up"),
        ("三次产业结构为6.2∶39.5∶54.3", "6.2;39.5;54.3", "proportion", ""),
        ("师生比达到1:16", "0.0625", "proportion", ""),
        ("孕产妇死亡率降至9.5/10万", "0.000095", "proportion", ""),
        ("收入之比为2.3", "2.3", "proportion", ""),
        ("城乡收入比由2.36缩小到2.14", "2.14", "proportion", ""),
        ("恩格尔系数降到0.28", "0.28", "proportion", ""),
        ("每千人口执业（助理）医师数达到3.6人", "3.6", "proportion", ""),
        ("节能15%", "0.15", "growth", "down"),
        ("提速30%", "0.3", "growth", "up"),
        ("节能产业占比30%", "0.3", "proportion", ""),
        ("下调费率0.5个百分点", "0.5", "growth", "down"),
        ("增速比全市农村居民高3.2个百分点", "3.2", "proportion", ""),
        ("消费比重提高3.2个百分点", "3.2", "growth", "up"),
        ("利率低于全国0.5个百分点", "0.5", "proportion", ""),
        ("每10万人口医师数达260人", "260", "proportion", ""),
        ("每10万人火灾起数下降8%", "0.08", "growth", "down"),
        ("每年新增床位260张", "260", "count", ""),
    ],
)
def test_a_ratio_is_a_share_and_a_change_goes_its_way(text: str, value: str, kind: str, direction: str):
    one = quantities(text)[-1]
    assert (one.value, one.kind, one.direction) == (value, kind, direction)


def test_an_age_is_no_share():
    aged, beds = quantities("每千名65岁以上老年人拥有床位42张")
    assert (aged.kind, beds.kind) == ("count", "proportion")


def test_a_time_of_day_is_no_ratio():
    assert not [one for one in quantities("从8:30至17:00受理") if one.unit == "ratio"]


def test_the_way_of_a_list_is_that_of_all_its_numbers():
    assert [one.direction for one in quantities("补助标准分别提高30元和5元")] == ["up", "up"]
    assert [one.direction for one in quantities("补助标准提高30元，发放5元")] == ["up", ""]


@pytest.mark.parametrize(
    "text", ["落实五大发展理念", "划定三条控制线", "振兴三大球", "培育10亿元级企业", "壮大100亿级集群"]
)
def test_a_fixed_name_or_a_size_class_counts_nothing(text: str):
    assert [one.kind for one in quantities(text)] == ["name"]


@pytest.mark.parametrize(
    ("text", "mode", "status"),
    [
        ("处理100万人以上个人信息的，应当申报", "forward", "none"),
        ("占比超过50%的，给予奖励", "forward", "none"),
        ("占比超过50%，给予奖励", "forward", "promised"),
        ("占人口95%以上的群众是要革命的，", "forward", "promised"),
        ("新增30万千瓦储能装置", "forward", "promised"),
        ("建成30万千瓦机组", "forward", "none"),
        ("投产30万千瓦机组2台", "forward", "none"),
        ("高铁于2024年12月26日建成通车", "backward", "achieved"),
        ("2024年12月26日，召开会议", "backward", "none"),
    ],
)
def test_what_is_added_is_promised_and_a_threshold_is_not(text: str, mode: Mode, status: str):
    assert status_of(quantities(text)[0], text, mode, 2026) == status


def test_a_bare_measure_word_before_points_is_points():
    assert [(one.unit, one.kind) for one in quantities("分别下降0.3个和0.5个百分点")] == [
        ("个百分点", "growth")
    ] * 2


def test_what_is_saved_has_fallen_and_what_is_counted_in_part_has_not():
    assert judged("ratio", "各项开支比去年节约", "。") == ("growth", "down")
    assert judged("ratio", "节约集约用地率达", "。").kind == "proportion"
    assert judged("ratio", "减按", "计入").kind == "proportion"


def test_the_parts_of_a_whole_are_one_number_and_a_time_of_day_is_none():
    found = quantities("产业结构由10.5：42.3：47.2调整为8.9∶39.1∶52.0")
    assert [(one.value, one.kind) for one in found] == [
        ("10.5;42.3;47.2", "proportion"),
        ("8.9;39.1;52", "proportion"),
    ]
    assert not any(";" in one.value for one in quantities("会议于9：30开始"))


def test_what_is_passed_is_more():
    assert [one.comparator for one in quantities("税收过千万元企业15家")] == ["more_than", "exactly"]
    assert [one.kind for one in quantities("新增软件等4个过五千亿、北斗等4个过千亿产业")][:2] == [
        "count",
        "name",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("二氧化氮平均浓度改善8%", "growth", "down"),
        ("空气质量综合指数同比改善6%", "growth", "down"),
        ("不良贷款率改善0.2个百分点", "growth", "down"),
        ("优良水体比例改善3个百分点", "growth", "up"),
        ("营商环境得分优化4%", "growth", "up"),
        ("营商环境改善率达到90%", "proportion", ""),
        ("甲公司压缩饲料加工等9个项目动工", "count", ""),
        ("减少排放技术等6个中试项目结题", "count", ""),
        ("压缩办事环节等20个。", "count", "down"),
        ("压减审批事项15个。", "count", "down"),
    ],
)
def test_what_gets_better_grows_and_examples_take_nothing_away(text: str, kind: str, direction: str):
    one = quantities(text)[-1]
    assert (one.kind, one.direction) == (kind, direction)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("对连续两次抽查不合格的单位，取消评优资格。", "none"),
        ("连续三年未开展业务的，注销登记。", "none"),
        ("逾期20日未整改的，予以清退。", "none"),
        ("每年开展两次评估。", "promised"),
        ("三年建成覆盖全市的网络，优先保障民生。", "promised"),
    ],
)
def test_what_a_sanction_hangs_on_is_no_promise(text: str, status: str):
    assert status_of(quantities(text)[-1], text, "forward") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("推动东岭、西河等240万千瓦煤电机组并网。", "promised"),
        ("建成北山一期等120万千瓦水电站。", "promised"),
        ("建设一台66万千瓦机组。", "none"),
        ("建设8英寸晶圆生产线。", "none"),
    ],
)
def test_a_sum_of_plants_is_promised_and_a_size_is_not(text: str, status: str):
    assert status_of(quantities(text)[-1], text, "forward") == status
