"""Organisations and programmes: what is a name, who acts, what is a bare word."""

from __future__ import annotations

import pytest

from analysis.judgements.organisations import acts
from analysis.study import Study
from tests.conftest import study_of


def plan_of(text: str) -> Study:
    return study_of(f"甲市发展规划\n一、主要任务\n{text}\n")


def organisations(text: str) -> dict[str, str]:
    found = plan_of(text).table("organisations")
    return dict(zip(found["organisation"], found["type"], strict=True))


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("市发展改革委加强管理。", "市发展改革委", "department"),
        ("由省商务厅负责。", "省商务厅", "department"),
        ("支持华东政法大学发展。", "华东政法大学", "education"),
        ("建设上海图书馆。", "上海图书馆", "culture"),
        ("支持合肥海关优化流程。", "合肥海关", "border"),
        ("经国务院批准。", "国务院", "government"),
        ("贯彻落实国务院安委会部署。", "国务院安委会", "government"),
        ("推动中国出口信用保险公司扩大承保。", "中国出口信用保险公司", "company"),
        ("提请省人大常委会审议草案。", "省人大常委会", "congress"),
        ("建好教育部重庆高等研究院。", "教育部重庆高等研究院", "research"),
        ("在中共湖北省委领导下工作。", "中共湖北省委", "party"),
        ("我代表省人民政府报告工作。", "省人民政府", "government"),
        ("中宣部授予称号。", "中宣部", "party"),
        ("兰州市荣获联合国奖项。", "联合国", "international"),
        ("在贵州省委领导下工作。", "省委", "party"),
        ("在郑州市委领导下工作。", "市委", "party"),
        ("市政府支持建设研究院。", "市政府", "government"),
        ("中央决定召开全省工作会议。", "中央", "party"),
        ("联合国支持建设产业园。", "联合国", "international"),
        ("组建大连港投融资控股集团。", "大连港投融资控股集团", "company"),
        ("按照中央节俭办会要求推进。", "中央", "party"),
        ("全力推进中车株洲电机公司整体搬迁。", "中车株洲电机公司", "company"),
        ("引进西安交大苏州研究院等8家机构。", "西安交大苏州研究院", "research"),
        ("国家南海博物馆启动建设。", "国家南海博物馆", "culture"),
        ("湘雅医院岳阳院区开诊。", "湘雅医院岳阳院区", "health"),
        ("续建四川大学东盟国际护理学院。", "四川大学东盟国际护理学院", "education"),
        ("北京理工大学（珠海）招收新生。", "北京理工大学（珠海）", "education"),
        ("支持清华大学苏州创新中心建设。", "清华大学苏州创新中心", "education"),
        ("支持清华大学建设苏州创新中心。", "清华大学", "education"),
        ("建成南京图书馆东馆。", "南京图书馆东馆", "culture"),
        ("发挥市政府发展研究中心作用。", "市政府发展研究中心", "research"),
        ("推动上海银行上市。", "上海银行", "company"),
        ("支持合肥国际医院建设。", "合肥国际医院", "health"),
    ],
)
def test_an_organisation_is_named(text: str, name: str, type_: str):
    assert organisations(text) == {name: type_}


@pytest.mark.parametrize(
    "text",
    [
        "支持各类企业和医疗机构发展。",
        "加强干部教育，优化产业布局，部署农业工作。",  # 育部, 业局 and 业部 name nobody
        "完善财政办法。",
        "推进数字政府建设。",
        "中央财政收支符合预算。",  # the budget, the units, and no Party body
        "感谢中央驻鄂单位支持。",
        "完成省市县政府机构改革。",  # three levels
        "筹建3个重庆实验室。",  # a kind that is counted
        "二级以上中医院实现全覆盖。",
        "开行“东盟快班”班列。",
        "全部教育部署落实到位。",
        "落实中央八项规定精神。",
        "中央经济工作会议作出部署。",
        "办好中国—东盟博览会。",  # an event
        "走近世界舞台中央。",
        "组建国家、省、市、县监察委员会。",  # of four levels
        "感谢各民主党派。",  # several parties, of which none is named
        "向中央和省驻厦单位表示感谢。",
        "实现中央大道全线贯通。",
        "坚持“小财政办大民生”。",
        "修缮中共满洲省委旧址。",
        "以旗县政府所在地城镇为重点。",
        "推进广西—东盟通关提速。",  # of two sides
        "建设上合组织国际物流园。",
        "首届国际博物馆高峰论坛召开。",
        "与多所名校签约建设深圳校区。",  # of whom is not said
        "引进国际医院和国际大公司。",
        "引入非银行金融机构。",
        "加快电力局域网建设。",
        "完善上海银行间同业拆放利率。",
        "向中央在汉单位致谢。",
        "落实中央城镇化工作会议精神。",
        "获评中国最佳期货交易所。",
        "支持浙江省四大实验室建设。",
    ],
)
def test_a_kind_of_organisation_is_none(text: str):
    assert organisations(text) == {}


def test_who_acts_by_hand():
    found = plan_of("市商务局应当加强管理。支持市商务局工作（责任单位：市财政局）。").table("organisations")
    rows = found.set_index("organisation")[["n", "as_actor", "sentence_ids", "actor_ids"]]
    assert rows.loc["市商务局"].tolist() == [2, 1, "1.1.1 | 1.1.2", "1.1.1"]
    assert rows.loc["市财政局"].tolist() == [1, 1, "1.1.2", "1.1.2"]


def test_who_is_in_charge_in_brackets():
    found = plan_of("优化通关（省商务厅牵头，合肥海关按职责分工配合）。").table("organisations")
    assert found.set_index("organisation")["as_actor"].to_dict() == {"省商务厅": 1, "合肥海关": 1}
    found = plan_of("先后获国务院表扬。").table("organisations")
    assert found["as_actor"].tolist() == [0]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("以习近平同志为核心的党中央团结带领全国人民奋斗。", 1),
        ("这是省委团结带领全省人民奋斗的结果。", 1),
        ("重庆大学累计输送人才1000人。", 1),
        ("新央企中国长安汽车集团落户重庆。", 1),
        ("同以习近平同志为核心的党中央保持高度一致。", 0),
        ("学习重庆大学经验。", 0),
        ("重庆大学集聚科研人员1110人。", 1),
        ("重庆大学挂牌成立。", 0),  # it is founded
        ("重庆大剧院新建工程有序推进。", 0),
    ],
)
def test_who_leads_or_does_is_an_actor(text: str, acts: int):
    assert plan_of(text).table("organisations")["as_actor"].tolist() == [acts]


def test_with_the_last_of_a_list_those_before_it_act():
    found = plan_of("省委、省政府隆重表彰先进集体。").table("organisations")
    assert found.set_index("organisation")["as_actor"].to_dict() == {"省委": 1, "省政府": 1}
    found = plan_of("认真贯彻中央要求和省委部署。").table("organisations")
    assert found["as_actor"].tolist() == [0, 0], "what they want is done"
    found = plan_of("我们按照市委、市政府深化改革部署推进工作。").table("organisations")
    assert found["as_actor"].tolist() == [0, 0], "so too"
    found = plan_of("支持省委、省政府工作。").table("organisations")
    assert found["as_actor"].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("旅居云南入选中央财办典型案例。", "中央财办"),
        ("建设浙江大学上海高等研究院。", "浙江大学上海高等研究院"),
        ("中国人民解放军是人民军队。", "中国人民解放军"),
        ("中国出口信用保险公司安徽分公司负责。", "中国出口信用保险公司安徽分公司"),
        ("党中央和各级党委支持这项工作。", "党中央"),
        ("成立中央全面依法治国领导小组。", "中央全面依法治国领导小组"),
    ],
)
def test_a_body_has_its_whole_name(text: str, name: str):
    assert next(iter(organisations(text))) == name


@pytest.mark.parametrize(
    "text", ["国务院部门行政审批事项削减44%。", "县政府部门公布清单。", "中央财政投入资金。"]
)
def test_bodies_of_a_kind_are_none(text: str):
    assert organisations(text) == {}


def programmes(text: str) -> list[str]:
    return plan_of(text).table("programmes")["programme"].tolist()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("实施“百千万”工程。", "“百千万”工程"),
        ("深入实施城市更新行动。", "城市更新行动"),
        ("打好污染防治攻坚战。", "污染防治攻坚战"),
        ("实施文化惠民工程。", "文化惠民工程"),
        ("推进白龙港污水厂三期工程。", "白龙港污水厂三期工程"),
        ("实施重要生态系统保护和修复重大工程。", "重要生态系统保护和修复重大工程"),
        ("制定大气治理三年行动计划。", "大气治理三年行动计划"),
        ("坚持实施扩大内需战略。", "扩大内需战略"),  # verbs and adjectives of the name
        ("实施百亿级农业龙头企业培育计划。", "百亿级农业龙头企业培育计划"),
        ("深化AI赋能超大城市治理三年行动。", "AI赋能超大城市治理三年行动"),
        ("实施终身阅读计划。", "终身阅读计划"),
        ("实施“三创”盘活存量资源提升行动。", "“三创”盘活存量资源提升行动"),
        ("深入实施长江大保护提档升级行动。", "长江大保护提档升级行动"),
        ("推进智慧医疗建设、“三医”联动改革和全民健康行动。", "全民健康行动"),  # 和 joins two
        ("厦门入选国家城市更新行动。", "国家城市更新行动"),
        ("深化拓展“三争”行动。", "“三争”行动"),
        ("出台职业教育改革行动方案。", "职业教育改革行动方案"),
        ("开展黑土地保护工程1036万亩。", "黑土地保护工程"),  # with its extent behind it
        ("3部作品入选“五个一工程”。", "五个一工程"),
        ("实施“五项人才工程”。", "五项人才工程"),
        ("启动建设东部新城供水工程。", "东部新城供水工程"),  # and not what is done with it
        ("动工建设东部新城供水工程。", "东部新城供水工程"),
        ("实施好国家黑土地保护工程。", "国家黑土地保护工程"),
        ("全面启动并开工高速公路“能通全通”工程。", "高速公路“能通全通”工程"),
        ("推进“凤凰行动”宁波计划。", "“凤凰行动”宁波计划"),
        ("实施科技创新战略。", "科技创新战略"),
        ("实施“凤凰行动”和若干计划。", "凤凰行动"),
        ("推进水资源管理考核和水生态文明城市试点建设。", "水生态文明城市试点"),
        ("9个镇入选省小城镇培育三年行动计划名单。", "省小城镇培育三年行动计划"),
    ],
)
def test_a_programme_is_named(text: str, name: str):
    assert programmes(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "推进重大工程建设。",
        "实施行动计划。",
        "签约重点项目100个。",
        "签约产业转移项目59个。",
        "完成“九五”计划。",  # a plan's period
        "培养工程师和项目负责人。",
        "加强水利工程管理。",
        "把决心化为切实行动。",
        "实行更加积极主动的开放战略。",  # told, and not named
        "成为高质量共建“一带一路”标志性项目。",
        "12部作品获得“五个一工程”奖。",  # an award
        "确保总书记有号令、重庆见行动。",
        "坚决杜绝形象工程、政绩工程。",
        "开展10个潜力地区试点。",  # counted
        "实施四大行动，完成三年行动计划。",
        "在思想上政治上行动上保持一致。",
        "推进伟大工程。",
        "坚持全民行动、干部带头。",
        "提出一系列新理念新思想新战略。",
        "深入贯彻系列重要讲话精神和治国理政新理念新思想新战略。",
        "实施一批老旧供热管网改造工程。",
        "大力实施“三年行动计划”。",
        "坚决打击强揽工程、阻挠施工等行为。",
        "把招商引资作为“一把手工程”。",
        "制定系列三年行动计划。",
        "打好六场硬仗、实施八项战略。",
        "坚持主基调主战略。",
        "吸引京津雄优质项目落地。",
        "1788个“4+4”现代产业项目完成投资。",
        "启动14个总投资652亿元的PPP示范项目。",
        "促进一批重点IC设计项目落地。",
        "处置集合理财、信托计划等风险。",
        "实施面向农村学生的专项招生计划。",
    ],
)
def test_a_bare_word_is_none(text: str):
    assert programmes(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("持续打好蓝天、碧水、净土保卫战。", "蓝天、碧水、净土保卫战"),
        ("启动城市更新三年行动计划。", "城市更新三年行动计划"),
        ("根治欠薪行动取得成效。", "根治欠薪行动"),
        ("实施一批重点领域质量提升工程。", "重点领域质量提升工程"),
        ("实施“十项行动”。", "十项行动"),
        ("深入实施乡村振兴补短板工程。", "乡村振兴补短板工程"),  # with what stands before it
        ("大力实施全面振兴新突破三年行动。", "全面振兴新突破三年行动"),
        ("乡村建设品质提升行动完成投资310亿元。", "乡村建设品质提升行动"),
        ("实施优化营商环境行动方案。", "优化营商环境行动方案"),
        ("开展规范涉企行政执法专项行动。", "规范涉企行政执法专项行动"),
        ("开展城市管理精细化“三年行动计划”。", "城市管理精细化“三年行动计划”"),
        ("实施基层文化设施“更新计划”。", "基层文化设施“更新计划”"),
        ("优化升级江淮英才计划。", "江淮英才计划"),  # without the verbs that carry it out
        ("深入推进和努力普及健康中国行动。", "健康中国行动"),
        ("服务海洋强国战略。", "海洋强国战略"),
        ("深化拓展“三争”行动。", "“三争”行动"),
        ("重庆直辖30周年、长江经济带发展战略实施10周年。", "长江经济带发展战略"),
    ],
)
def test_a_name_is_whole(text: str, name: str):
    assert programmes(text) == [name]


def test_a_name_that_is_cut_is_as_another_sentence_has_it():
    found = plan_of("兴边富民行动深入实施。\n推进兴边富民行动。\n实施富民行动。").table("programmes")
    told = {name: ids.count("|") + 1 for name, ids in found[["programme", "sentence_ids"]].values.tolist()}
    assert told == {"兴边富民行动": 2, "富民行动": 1}


def test_a_sports_centre_is_no_campaign():
    assert programmes("加快王家湾冰上运动中心建设。") == []
    assert programmes("深入开展爱国卫生运动。") == ["爱国卫生运动"]


def test_two_programmes_that_和_joins():
    found = programmes("开展全民健康行动和爱国卫生运动。")
    assert found == ["全民健康行动", "爱国卫生运动"]
    text = "实施文明创建提质扩面工程、“渝见好风尚”城市文明建设促进行动。"
    assert programmes(text) == ["文明创建提质扩面工程", "“渝见好风尚”城市文明建设促进行动"]


def test_quoted_and_ahead_by_hand():
    found = plan_of("实施“雪亮工程”。去年实施了“雪亮工程”。").table("programmes")
    assert found[["programme", "quoted", "n", "forward"]].values.tolist() == [["雪亮工程", True, 2, 1]]


def test_the_proposal(study: Study):
    found = study.table("programmes").set_index("programme")
    assert found.loc["文化惠民工程", "type"] == "works"
    assert study.table("organisations", type="party").set_index("organisation").loc["市委", "n"] >= 7


@pytest.mark.parametrize(
    ("bracket", "named"),
    [
        ("省商务厅牵头，省外办、省贸促会按职责分工配合", {"省商务厅", "省外办", "省贸促会"}),
        ("省经济和信息化厅、省商务厅等按职责分工负责", {"省经济和信息化厅", "省商务厅"}),  # 和 within a name
        ("责任单位：市教育局和市财政局", {"市教育局", "市财政局"}),  # and between two
        ("2025年底前完成，牵头单位：市民政局", {"市民政局"}),
        ("合肥海关牵头，省港航集团、人行合肥中心支行配合", {"合肥海关", "省港航集团", "人行合肥中心支行"}),
        ("市有关部门、工作专班成员单位按职责分工负责", set()),  # bodies of a kind
        ("含市外办等机构", set()),  # nobody is charged
    ],
)
def test_whom_a_bracket_charges_is_a_body_that_acts(bracket: str, named: set[str]):
    found = plan_of(f"优化通关服务。（{bracket}）").table("organisations")
    assert set(found.loc[found["as_actor"] > 0, "organisation"]) == named


@pytest.mark.parametrize(
    ("name", "actors", "acting"),
    [
        ("省经济和信息化厅", ["省商务厅、省经济和信息化厅牵头"], True),
        ("信息化厅", ["省经济和信息化厅牵头"], True),  # behind 和 an item may begin
        ("国务院", ["先后4次获国务院"], False),
        ("省商务厅", ["会同省商务厅"], True),
        ("商务厅", ["省商务厅牵头"], False),  # within an item
    ],
)
def test_an_item_of_a_list_of_those_who_act(name: str, actors: list[str], acting: bool):
    assert acts(name, actors) is acting


def test_a_department_of_rules_is_named_with_its_level_and_acts_where_it_is_bound():
    text = (
        "市卫生健康部门应当会同市规划资源部门编制规划。\n"
        "有关教育部门、各区民政部门做好工作。\n罚款由区卫生健康部门责令缴纳。"
    )
    found = plan_of(text).table("organisations").set_index("organisation")["as_actor"].to_dict()
    assert found == {"市卫生健康部门": 1, "市规划资源部门": 0, "区卫生健康部门": 1}


def test_a_fine_is_what_its_sums_measure():
    found = study_of(
        "甲市条例\n第一条 违反规定的，处五万元以上十万元以下罚款。\n第二条 投资10万元。\n"
    ).targets()
    told = found.loc[found["kind"] == "count", ["expression", "indicator"]]
    assert told.to_numpy().tolist() == [["五万元以上", "罚款"], ["十万元以下", "罚款"], ["10万元", "投资"]]
