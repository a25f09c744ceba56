"""From gap to measure, and who gets something: by hand, empty cells included."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.judgements.beneficiaries import beneficiaries, groups, named
from analysis.judgements.gaps import LIKELY, SURE, gaps, measured_elsewhere, stages
from analysis.judgements.troubles import admits
from analysis.reading import read_text, sentences
from analysis.study import Study
from tests.conftest import study_of


def test_stages_by_hand():
    aims, tasks = "一、主要目标\n学校更多。\n", "二、任务\n办好学校。\n新增学位100个。\n"
    text = f"甲市规划\n{aims}{tasks}三、现状\n学位不足。\n已建学校。\n"
    document = read_text(text, id="x")
    table = sentences(document).assign(
        mode=["forward", "forward", "forward", "situation", "backward"],
        actions=["", "办好:学校", "新增:学位", "", ""],
        has_target=[False, False, True, False, False],
    )
    assert [told for _, told in stages(document, table)] == [
        ("goal",),
        ("measure",),
        ("goal", "measure"),
        ("admitted",),
        ("achieved",),
    ]


@pytest.mark.parametrize(
    ("text", "mode", "told"),
    [
        ("经济社会发展主要预期目标是：新增就业70万人，增长5.5%。", "forward", ("goal",)),
        ("发展的指导思想是：统筹发展和安全，推进改革。", "forward", ("goal",)),
        ("力争到2030年，改革取得重大进展，体系全面构建。", "forward", ("goal",)),
        ("到二〇三五年，推进改革取得成效。", "forward", ("goal",)),
        ("推进改革，到2030年完成。", "forward", ("measure",)),  # the year is no more than its deadline
        ("《纲要（草案）》明确了主要指标：一是推进改革。", "forward", ("goal",)),
        ("推进改革。", "forward", ("measure",)),
        ("去年城镇调查失业率一度明显攀升。", "backward", ()),  # a difficulty
        ("请客送礼，铺张浪费发展到了相当严重的地步。", "backward", ()),
        ("就业保持稳定。", "backward", ("achieved",)),
    ],
)
def test_goals_and_difficulties_by_their_words(text: str, mode: str, told: tuple[str, ...]):
    document = read_text(f"甲市报告\n一、工作\n{text}\n", id="x")
    table = sentences(document).assign(mode=mode, actions="推进:改革", has_target=False)
    assert [stage for _, stage in stages(document, table)] == [told]


def test_a_figure_to_be_reached_is_a_goal_and_no_measure():
    columns = ["sentence_id", "start", "text", "mode", "actions", "has_target"]
    rows = [
        ("1.1.1", 0, "实现进出口总额增长5%。", "forward", "实现:进出口总额", True),
        ("1.1.2", 20, "新建学校20所。", "forward", "新建:学校", True),
        ("1.1.3", 40, "实现高质量发展。", "forward", "实现:高质量发展", False),
    ]
    document = read_text("甲市计划\n一、任务\n实现进出口总额增长5%。", id="x")
    told = dict(stages(document, pd.DataFrame(rows, columns=columns)))
    assert told == {"1.1.1": ("goal",), "1.1.2": ("goal", "measure"), "1.1.3": ("measure",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("社会治理水平明显提高，城市建设取得新的重大进展。", ("goal",)),
        ("整合优化自然保护地，国家公园设立取得突破性进展。", ("goal", "measure")),
        ("推动改革取得新突破，优化布局，完善机制。", ("measure",)),
    ],
)
def test_how_things_shall_stand_is_a_goal(text: str, told: tuple[str, ...]):
    study = study_of(f"甲市规划\n一、任务\n{text}\n")
    table = study.counted_sentences.merge(study.commitments(), on="sentence_id")
    assert [stage for _, stage in stages(study.document, table)] == [told]


def test_the_cases_and_terms_of_a_rule_are_no_measures_and_no_goals():
    text = (
        "甲市公园管理条例\n第一条 管理单位应当在10日内办理登记。\n"
        "第二条 有下列行为之一的，责令改正：\n（一）擅自占用绿地；\n（二）破坏设施的。\n第三条 加强巡查。\n"
    )
    study = study_of(text)
    table = study.counted_sentences.merge(study.commitments(), on="sentence_id")
    told = dict(zip(table["text"], [stage for _, stage in stages(study.document, table)], strict=True))
    assert told["管理单位应当在10日内办理登记。"] == ("measure",)
    assert told["（一）擅自占用绿地；"] == told["（二）破坏设施的。"] == ()
    assert told["加强巡查。"] == ("measure",)


def test_a_figure_is_the_goal_of_the_theme_whose_clause_it_stands_in():
    text = "加强生态修复，推进依法行政，新建学校20所。"
    columns = ["sentence_id", "start", "text", "mode", "has_target"]
    rows = pd.DataFrame([("1.1.1", 9, text, "forward", True)], columns=columns)
    themes = pd.DataFrame(
        [("1.1.1", "ecology", "生态修复"), ("1.1.1", "law", "依法行政"), ("1.1.1", "livelihood", "学校")],
        columns=["sentence_id", "theme", "evidence"],
    )
    document = read_text(f"甲市计划\n一、任务\n{text}", id="x")
    assert measured_elsewhere(document, rows, themes) == {("ecology", "1.1.1")}  # the next clause may lead on
    assert measured_elsewhere(document, rows, themes.head(1)) == set()
    aims = read_text(f"甲市计划\n一、主要目标\n{text}", id="x")
    assert measured_elsewhere(aims, rows, themes) == set()
    told = gaps({("ecology", ""): ["1.1.1"]}, {"1.1.1": ("goal", "measure")}, {("ecology", "1.1.1")})
    assert told.set_index("stage")["n"].to_dict() == {"achieved": 0, "admitted": 0, "goal": 0, "measure": 1}


def test_gaps_count_what_is_surely_of_a_theme(study: Study):
    mine = study.themes.query("theme == 'livelihood'").set_index("sentence_id")["confidence"]
    diagnosed = set(study.commitments(mode="situation")["sentence_id"])
    told = [
        set(cell.split(" | ")) - diagnosed for cell in study.gaps(theme="livelihood")["sentence_ids"] if cell
    ]
    assert any((mine[list(ids)] >= SURE).all() for ids in told if ids)
    for ids in filter(None, told):  # all surely of it, or none
        assert (mine[list(ids)] >= LIKELY).all()
        assert (mine[list(ids)] >= SURE).all() or (mine[list(ids)] < SURE).all()
    assert (mine < SURE).any()


def test_every_stage_has_its_row():
    found = gaps({("life", ""): ["1", "2"], ("life", "old"): []}, {"1": ("goal", "measure"), "2": ("goal",)})
    assert found[["subtheme", "stage", "n", "sentence_ids"]].values.tolist() == [
        ["", "achieved", 0, ""],
        ["", "admitted", 0, ""],
        ["", "goal", 2, "1 | 2"],
        ["", "measure", 1, "1"],
        *(["old", stage, 0, ""] for stage in ("achieved", "admitted", "goal", "measure")),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("优质教育资源供给不足。", True),
        ("有效防范化解重大风险。", False),  # what is overcome is not admitted
        ("瓶颈制约有所缓解。", False),
        ("防范风险能力仍有不足。", True),
        ("就业稳定，养老服务还有短板。", True),
        ("发展势头良好。", False),
        ("在住房、养老等方面，群众还有不少不满意的地方。", True),
        ("稳就业促增收难度加大。", True),
        ("重特大事故时有发生。", True),
        ("为调结构、防风险、促改革留出了空间。", False),
    ],
)
def test_what_admits_a_trouble(text: str, told: bool):
    assert admits(text) == told


def test_a_diagnosis_counts_for_the_sub_theme_whose_part_names_the_trouble(study: Study):
    found = study.table("gaps", theme="livelihood").set_index(["subtheme", "stage"])["n"]
    assert found["elderly", "admitted"] == 1
    assert found["income", "admitted"] == 0  # never admitted, and the cell is there
    assert len(found) == 4 * (1 + len(study.theme("livelihood").groups))


@pytest.mark.parametrize(
    ("text", "group", "gets"),
    [
        ("帮助残疾人就业。", "残疾人", True),
        ("完善空巢老人、困境儿童、残疾人等群体服务保障体系。", "老年人", True),  # the list is what is served
        ("保障农民工工资支付。", "农民工与进城务工人员", True),
        ("惠及50万名学生。", "学生", True),
        ("支持中小企业发展。", "中小微企业", True),
        ("加强教师队伍建设。", "教师", False),  # a staff, and named
        ("加强社区工作者队伍建设。", "社区工作者与基层干部", False),
        ("加强个体工商户分型分类精准培育。", "中小微企业", True),
        ("加大清理拖欠中小企业账款力度。", "中小微企业", True),
        ("将小微企业所得税实际税负率降至2.5%。", "中小微企业", True),
        ("累计赋能上千家创业团队。", "企业家与创业者", True),
        ("赋予科研人员更大自主权。", "人才", True),
        ("支持灵活就业人员参加职工保险。", "灵活就业与新业态劳动者", True),
        ("婴幼儿托位增至27.5万个。", "婴幼儿与托育家庭", True),
        ("市青少年活动中心建成投用。", "儿童与未成年人（婴幼儿另计）", True),
        ("累计免费筛查妇女“两癌”2万人次。", "妇女", True),
        ("落实职工带薪错峰休假制度。", "职工与劳动者", True),
        ("针对部分群众生活困难增多，强化基本民生保障。", "低收入与困难群众", True),
        ("推动生育保险拓宽至灵活就业人员。", "灵活就业与新业态劳动者", True),
        ("将科技型中小企业分别从50%、75%提高至100%。", "中小微企业", True),
        ("举办海峡青年荟。", "", False),  # an event
        ("加强青少年理想信念教育。", "儿童与未成年人（婴幼儿另计）", False),  # is done to them
        ("每万城镇常住人口拥有医生3人。", "", False),  # all who live there
        ("建设人才高地。", "", False),
        ("吸引集聚高层次人才。", "人才", False),  # who comes is told, not what he gets
        ("建设人才公寓。", "人才", True),
        ("加大对金融人才支持力度。", "人才", True),
        ("贯彻《残疾人保障法》。", "", False),  # the name of a law
        ("赋予领军人才更大的支配权。", "人才", True),
        ("产业、人才、基础设施形成支撑。", "人才", False),
        ("加大对就业困难人员援助力度。", "失业与就业困难人员", True),
        ("扩展享受所得税优惠政策的小微企业范围。", "中小微企业", True),
        ("鼓励支持致富带头人、回乡能人、技术能手、退役军人和企业从事农业。", "退役军人与军属", True),
        ("健全民营企业参与重大项目建设长效机制。", "民营企业", True),
        ("办好西南联合研究生院。", "", False),
        ("激发企业家精神。", "", False),
        ("教师参加了会议。", "教师", False),
        ("加强对流动人口的管理。", "非户籍人口", False),
        ("为5万名严重精神障碍患者免费提供药物。", "患者", True),
        ("建设老年友好型城市。", "老年人", True),
        ("发展普惠托育服务，发放生育补贴。", "婴幼儿与托育家庭", True),
        ("国际友人来访。", "境外人士", False),
        ("对住房困难家庭应保尽保。", "住房困难家庭", True),
    ],
)
def test_who_gets_something(text: str, group: str, gets: bool):
    assert named(text)[:1] == ([(group, gets)] if group else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("城乡居民基础养老金月最低标准提高到174元。", [("参保人与退休金领取者", True)]),
        ("落实育儿补贴等支持政策。", [("婴幼儿与托育家庭", True)]),
        ("稳步提升低保标准。", [("低收入与困难群众", True)]),
        ("发展养老金融。", []),
        ("推行个人养老金。", [("参保人与退休金领取者", False)]),
        ("养老金支出压力大。", [("参保人与退休金领取者", False)]),
        (
            "推进灵活就业人员参加企业职工养老保险。",
            [("灵活就业与新业态劳动者", True), ("职工与劳动者", False)],
        ),
        ("完善企业职工养老保险制度。", [("职工与劳动者", True)]),
        ("缓解中小微企业融资难。", [("中小微企业", True)]),
    ],
)
def test_a_benefit_that_is_paid_names_those_who_draw_it(text: str, told: list[tuple[str, bool]]):
    assert named(text) == told


def test_who_lies_across_words_is_not_named():
    text = "排查涉农民生项目。"
    edges = {0, 2, 4, 6, 8, 9}  # 排查 涉农 民生 项目
    assert (named(text, edges), named("增加农民收入。", {0, 2, 4, 6})) == ([], [("农民", True)])


def test_groups_never_named_have_their_row():
    table = pd.DataFrame(
        {"sentence_id": ["1", "2", "3"], "text": ["帮助残疾人就业。"] * 2 + ["残疾人很多。"]}
    )
    modes = pd.DataFrame({"sentence_id": ["1", "2", "3"], "mode": ["forward", "situation", "backward"]})
    found = beneficiaries(modes, table).set_index("group")
    assert found.loc["残疾人"].tolist() == ["disabled people", 1, 1, 2, "1", "2 | 3"]
    assert found.loc["老年人", ["n", "mentioned"]].tolist() == [0, 0]
    assert found.index.tolist() == [one.name for one in groups()]


def test_groups_that_plans_do_not_usually_name_are_not_looked_for():
    names = {one.name for one in groups()}
    assert not names & {"性少数", "库区与搬迁群众", "刑满释放与社区矫正人员", "独生子女与计生家庭"}


def test_a_stage_lists_the_likely_sentences_where_none_is_sure():
    told = {"1.1.1": ("admitted",), "1.1.2": ("admitted",), "2.1.1": ("measure",)}
    sure, likely = {("life", ""): ["1.1.1"]}, {("life", ""): ["1.1.1", "1.1.2", "2.1.1"]}
    found = gaps(sure, told, likely=likely).set_index("stage")["sentence_ids"]
    assert found.to_dict() == {"achieved": "", "admitted": "1.1.1", "goal": "", "measure": "2.1.1"}


def test_a_word_may_name_two_groups():
    table = study_of("某市规划\n一、目标\n保障师生健康。\n").table("beneficiaries").set_index("group")
    assert table.loc[["学生", "教师"], "n"].tolist() == [1, 1]
