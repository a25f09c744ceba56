"""Verbs of rules and notices by kinds of wording: behind the means of a ban, in rows, beside conditions."""

from __future__ import annotations

import pytest

from analysis.judgements.actions import actions


def verbs(text: str) -> list[str]:
    return [action.verb for action in actions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("油库不得超出许可范围销售柴油。", ["不得销售"]),
        ("不得跨流域转移废渣。", ["不得转移"]),
        ("不得超标准建设办公楼。", ["不得建设"]),
        ("不得违反规定程序印制票据。", ["不得印制"]),
        ("不得以营利为目的使用他人照片。", ["不得使用"]),
        ("不得利用采购便利收受礼品。", ["不得收受"]),
        ("不得以学历作为分房的依据或者评选条件。", ["不得作为"]),
        ("不得将维修资金用于聚餐。", ["不得用于"]),
        ("不得直接或者间接经商。", ["不得经商"]),
        ("不得为无牌车辆加油。", ["不得加油"]),
        ("不得滥用检查权限排除、限制外地商户。", ["不得滥用"]),
        ("不得变相收取定金。", ["不得变相收取"]),
        ("渔船未登记的，应当不予加油。", ["不予加油"]),
    ],
)
def test_a_ban_forbids_what_stands_behind_its_means(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不得超过核定人数。", ["不得超过"]),
        ("不得低于国家标准要求。", ["不得低于"]),
        ("不得违反操作规程。", ["不得违反"]),
        ("不得跨越栏杆。", ["不得跨越"]),
        ("不得利用网络平台。", ["不得利用"]),
        ("不得擅自改变线路。", ["不得擅自改变"]),
        ("不得向乘客推销饮料。", ["不得推销"]),
    ],
)
def test_a_ban_keeps_a_limit_or_means_with_no_verb_behind_it(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动实施旧厂改造。", ["推动实施"]),
        ("推动建设充电站。", ["推动建设"]),
        ("推动实施细则出台。", ["推动"]),
        ("推动建设单位复工。", ["推动"]),
        ("组织评估桥梁隐患。", ["组织评估"]),
        ("组织评估专家进校。", ["组织"]),
        ("服务构建区域市场。", ["服务"]),
        ("服务保障秋粮外运。", ["服务保障"]),
        ("公布实施方案。", ["公布"]),
        ("主动承担起扶贫责任。", ["承担起"]),
        ("重新编制规划。", ["编制"]),
        ("章程经村民会议表决通过后施行。", ["表决通过", "施行"]),
        ("规划经审定后实施。", ["实施"]),
    ],
)
def test_verbs_in_a_row_are_one_where_no_noun_begins_with_the_second(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("——立足车间、服务职工。", ["服务"]),
        ("各校要结合实际制定方案。", ["制定"]),
        ("注重依法依规推荐护士。", ["推荐"]),
        ("注重从村组选拔能手。", ["选拔"]),
        ("注重节俭，加强审计。", ["加强"]),
        ("把守信作为一种习惯，完善名册。", ["完善"]),
        ("突出结果导向，强化督查。", ["强化"]),
        ("力争到2028年，努力建成环湖步道。", ["建成"]),
        ("可参照本办法委托养护，维护业主权益。", ["维护"]),
        ("高度重视，加强值守。", ["加强"]),
    ],
)
def test_what_one_goes_by_is_no_action_before_what_is_done(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("注重节俭。", ["注重"]),
        ("注重高品质服务和体验，改进设施。", ["改进"]),
        ("突出重点，推进清淤。", ["推进"]),
        ("力争客流达到5万人。", ["达到"]),
        ("重视山洪防治，加强值守。", ["重视", "加强"]),
        ("要结合实际，制定方案。", ["制定"]),
    ],
)
def test_what_one_goes_by_stays_with_an_object_or_alone(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("优化窗口受理、材料审核、发放牌照、费用缴纳等环节。", ["优化"]),
        ("健全护士选拔、任用、评价、激励制度。", ["健全"]),
        ("规范开设、变更、注销登记程序。", ["规范"]),
        ("围绕河道清淤、修复湿地、提高标准等方面，制定计划。", ["制定"]),
        ("结合校园文化建设和评比活动，加强教育。", ["加强"]),
        ("采取发放手册、张贴公告等方式加强宣传。", ["加强"]),
        ("完善制度、提交报告、落实责任。", ["完善", "提交", "落实"]),
        ("共享、开放实验设备。", ["共享、开放"]),
    ],
)
def test_a_member_of_a_row_of_nouns_is_no_verb(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("供应商按期送货，建立台账。", ["建立"]),
        ("实施机构与承运方签订合同。", ["签订"]),
        ("种植户与加工厂建立购销关系。", ["建立"]),
        ("采购人应当公布结果。", ["公布"]),
        ("承包方应当根据核定后的修缮方案，购置门窗。", ["购置"]),
        ("粮库的实施主体为县粮食局。", []),
        ("实施机构改革，完善考核。", ["实施", "完善"]),
        ("供应商品粮，稳定粮价。", ["供应", "稳定"]),
        ("种植户外草坪，改善绿化。", ["种植", "改善"]),
    ],
)
def test_the_name_of_a_party_is_no_verb(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按月支付护工工资。", ["支付"]),
        ("租金由双方按照行情定价。", ["定价"]),
        ("应当单独列示捐赠收入。", ["列示"]),
        ("退租日期应当与合同日期一致。", ["一致"]),
        ("逾期不缴的，每日加收滞纳金。", ["加收"]),
        ("完善移动支付。", ["完善"]),
        ("应当与村民协商一致。", ["协商"]),
    ],
)
def test_verbs_of_paying_and_pricing(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占用河道的施工队或者个人，完工后清理场地的，应当恢复河道。", ["恢复"]),
        ("承接送餐任务的门店，在送餐中应当保持餐箱清洁。", ["保持"]),
        ("对联合培养学徒的作坊，县政府给予奖励。", ["给予"]),
        ("供货商按照本细则提交报告不实的，依照《食品法》追究责任。", ["追究"]),
        ("推进已建成的冷库，加快投用。", ["推进", "加快"]),
        ("建设标准化的操场，配齐器材。", ["建设", "配齐"]),
    ],
)
def test_whom_a_duty_binds_does_nothing_by_what_it_is(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在公告栏公开收费标准。", ["公开"]),
        ("应当向村民公开预留林地面积。", ["公开"]),
        ("应当自2025年起向县政府报告招工情况。", ["报告"]),
        ("酒后出车的，依照《道路法》等规定追究责任。", ["追究"]),
        ("考核结果作为干部任用的重要参考。", ["作为"]),
        ("检测结果作为发放补贴的依据。", ["作为"]),
        ("健全由省级指标、医疗机构考核规范等组成的质量体系。", ["健全"]),
        ("完善信息公开平台。", ["完善"]),
    ],
)
def test_verbs_behind_places_grounds_and_bases(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("损坏路灯的，责令改正，处五百元罚款。", ["责令改正", "处"]),
        ("情节严重的，责令停业整顿。", ["责令停业整顿"]),
        ("逾期未改正的，责令停止经营。", ["责令"]),
        ("为加强校车管理，保障学生安全，制定本细则。", ["制定"]),
        ("各地要加强领导，精心组织，确保完成。", ["加强", "组织", "确保"]),
        ("执行中遇到问题，及时报告县政府。", ["报告"]),
        ("检查食堂是否整洁，是否设置水池。", ["检查"]),
        ("充分认识改善就餐条件的重要性，落实责任。", ["落实"]),
        ("管理措施：加强巡查，完善台账。", ["加强", "完善"]),
        ("要采取以下措施：加强巡查。", ["采取", "加强"]),
    ],
)
def test_penalties_purposes_and_clauses_that_do_nothing(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（二）规定学员不得转让名额，教练不得私自收费；", ["规定"]),
        ("（三）要求取得摊位的商户将部分面积转租给残疾人。", ["要求"]),
        ("学员不得转让名额，教练不得私自收费。", ["不得转让", "不得私自收费"]),
        ("（二）规定的期限；", []),
    ],
)
def test_an_item_of_contents_rules_what_others_must_not_do(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("养护单位应当清理河道，建设便民的停车场，应当公示标准。", ["清理", "建设", "公示"]),
        ("建设便民的停车场，应当公示标准。", ["公示"]),
        ("各校要组织学习，认真贯彻执行。", ["组织", "贯彻执行"]),
    ],
)
def test_a_duty_that_goes_on_is_no_case_of_the_next(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("申请人应当提交下列材料：（一）申请书；（二）审计报告；（三）检测报告。", ["提交"]),
        ("申请时应当提供以下材料：（一）登记证书；（二）经营计划。", ["提供"]),
        ("申报材料包括：申请书、承诺书。", []),
        ("填写登记表并签署承诺书。", ["填写", "签署"]),
        ("重点任务如下：编制专项规划；完善配套政策。", ["编制", "完善"]),
        ("要与企业共同制定培养方案。", ["制定"]),
        ("各区要建立推进机制。", ["建立"]),
        ("加快建立健全机制。", ["建立健全"]),
        ("完善落实政策。", ["完善落实"]),
    ],
)
def test_papers_that_are_named_and_what_is_named_by_a_work(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("施工单位应当根据地质、水文等因素，确定方案。", ["确定"]),
        ("服务合同履行期限一般不超过1年。", ["不超过"]),
        ("行政单位不得以任何形式将国有资产用于对外投资。", ["不得用于"]),
        ("捐赠物资应当按照约定的用途使用。", ["使用"]),
        ("运输车辆应当按照规定的时间和路线作业。", ["作业"]),
        ("评审人员不得私下接触投标人。", ["不得私下接触"]),
        ("运营单位应当将计量数据实时传输到主管部门。", ["传输"]),
        ("专项资金实行专账管理，任何单位不得挪用。", ["实行", "不得挪用"]),
        ("受助企业应当于项目完成后两个月内提出验收申请。", ["提出"]),
        ("收到预算后，应当在30日内分解下达到市县。", ["分解下达"]),
        ("学校不得设重点班。", ["不得设"]),
        ("工程竣工后及时清理现场。", ["清理"]),
        ("检验机构应当自收到样品之日起十日内，出具报告。", ["出具"]),
        ("举办大型活动，承办者应当制定安全方案。", ["制定"]),
        ("举办大型活动，丰富群众生活。", ["举办", "丰富"]),
        ("学校应当采取多种形式，开展节水教育。", ["开展"]),
        ("狠抓工程质量。", ["抓"]),
        ("狠抓好秋冬防火。", ["抓好"]),
        ("落实土地承包到期后再延长三十年的政策。", ["落实"]),
        ("验收专家组由管理等方面专家组成，人数不少于5人。", ["不少于"]),
    ],
)
def test_verbs_of_rules_on_money_schools_and_works(text: str, expected: list[str]) -> None:
    assert [action.verb for action in actions(text)] == expected
