"""The table of targets: where rows stand, their status and deadline, and what its options show."""

from __future__ import annotations

from time import process_time

import pandas as pd
import pytest

from analysis.judgements.mode_marks import Mode
from analysis.judgements.mode_places import place_of
from analysis.judgements.modes import judge
from analysis.judgements.quantities import quantities
from analysis.judgements.quantity_status import deadlines, estimates, status_of
from analysis.judgements.targets import targets
from analysis.reading import headings_above, read_text
from analysis.study import Study
from analysis.tables import InputProblem, declared
from tests.conftest import study_of

REPORT = """2026年某省政府工作报告

（2026年1月20日）

一、2025年工作回顾

预计地区生产总值增长5%。完成5%的目标任务。新增养老床位5万张。

二、2026年重点任务

新增养老床位3万张以上。开展专项整治（10月底完成，牵头单位：市民政局）。到2030年建成5个中心，每年新增2万人。
"""


@pytest.fixture(scope="module")
def report() -> pd.DataFrame:
    return study_of(REPORT, id="report").targets()


def test_rows_stand_where_they_say(study: Study):
    text = study.document.text
    table = study.targets()
    assert len(table) > 90
    assert all(
        text[row.start : row.end] == row.expression
        for row in table[["start", "end", "expression"]].itertuples()
    )


def test_the_one_numeric_promise_of_the_proposal(study: Study):
    table = study.targets(names="hidden")
    (row,) = table[table["expression"] == "不少于100万平方米"].to_dict("records")
    assert (row["status"], row["comparator"], row["value"]) == ("promised", "at_least", "1000000")
    assert row["deadline"] == ""  # 每年 is a frequency


def test_names_are_shown_hidden_or_alone(study: Study):
    shown, hidden, only = (study.targets(names=names) for names in ("shown", "hidden", "only"))
    assert len(hidden) + len(only) == len(shown)
    assert only["in_name"].all()
    assert not hidden["in_name"].any()


def test_an_unknown_choice_is_told(study: Study):
    with pytest.raises(InputProblem, match="names must be shown, hidden or only"):
        study.targets(names="some")


def test_done_and_planned_come_apart(report: pd.DataFrame):
    status = dict(zip(report["expression"], report["status"], strict=True))
    assert status["5万张"] == status["5%"] == "achieved"
    assert status["3万张以上"] == status["5个"] == status["2万人"] == "promised"


def test_a_target_cited_in_a_review_is_no_promise(report: pd.DataFrame):
    assert report.loc[report["expression"] == "5%", "status"].tolist() == ["achieved", "achieved"]
    assert report.loc[report["expression"] == "5%", "estimated"].tolist() == [True, False]


def test_a_deadline_in_brackets_is_one(report: pd.DataFrame):
    deadline = dict(zip(report["expression"], report["deadline"], strict=True))
    assert (deadline["10月底"], deadline["5个"], deadline["3万张以上"]) == ("10月底", "2030年", "")


def test_a_document_without_quantities_has_an_empty_table():
    table = study_of("本文没有数字。我们继续努力工作。").targets()
    assert table.empty
    assert table["in_name"].dtype == bool


@pytest.mark.parametrize(
    ("text", "names", "why"),
    [
        ("In 2020, 35 people came.", "shown", "numbers are read in Chinese sentences"),
        ("本文没有数字。我们继续努力工作。", "shown", "no sentence has a quantity"),
        ("编制“十四五”规划。", "hidden", "left out by names=hidden"),
        ("新增5家企业。", "only", "left out by names=only"),
    ],
)
def test_an_empty_table_says_why(text: str, names: str, why: str):
    table = declared("targets")
    assert table.when_empty is not None
    assert why in table.when_empty(study_of(text), names=names)


def test_modes_of_another_table_decide():
    row = {"sentence_id": "1.1.1", "start": 0, "text": "新增床位500张。"}
    made = {
        mode: targets(pd.DataFrame([{**row, "mode": mode}])).loc[0, "status"]
        for mode in ("forward", "backward", "situation", "other")
    }
    assert made == {"forward": "promised", "backward": "achieved", "situation": "diagnosed", "other": "none"}


@pytest.mark.parametrize(
    ("title", "year"),
    [("1987年政府工作报告", 1987), ("某市2035年远景目标纲要", 0), ("2026年某省政府工作报告", 2026)],
)
def test_the_year_of_a_work_report_without_a_date_is_its_title_s(title: str, year: int):
    document = read_text(f"{title}\n\n国民收入由3010亿元增加到7790亿元。\n", id="report")
    assert document.title == title
    assert document.year == year


def test_headings_are_those_above():
    document = read_text(REPORT, id="report")
    above = headings_above(document)
    assert above(0) == []
    assert above(document.text.index("3万张")) == ["2026年重点任务"]


# --- rules of mode, status and deadline ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "headings", "mode"),
    [
        ("新增床位500张。", ["工作回顾"], "backward"),
        ("下一步将新增床位500张。", ["工作回顾"], "forward"),
        ("新增床位500张。", ["工作安排"], "forward"),
        ("去年新增床位500张。", ["工作安排"], "backward"),
        ("全市生产总值从2015年的2万亿元上升到2020年的3万亿元。", [], "backward"),
        ("到2025年达到3万亿元。", [], "forward"),
        ("2025年是“十四五”收官之年。", ["工作回顾"], "other"),
        ("发展不平衡不充分问题仍然突出。", ["工作回顾"], "situation"),
        ("各位代表！", ["工作安排"], "other"),
        ("三是抓好三大攻坚战。", ["工作安排"], "forward"),
        ("严格落实150万亩特别是永久农田的目标。", [], "forward"),
        ("现在，我代表国务院，报告过去五年工作，请予审议。", [], "other"),
        ("需要解决好哪几个问题呢？", [], "other"),
        ("钢产量达到5205万吨，比上年增长11.2%。", [], "backward"),
        ("贸易中心建成。", ["新起点", "既定目标如期实现", "功能实现整体提升"], "backward"),
        ("首批10个未来产业先导区集聚企业150家。", ["工作回顾"], "backward"),
        ("将增值税率从17%降至13%。", ["工作回顾"], "backward"),
        ("新增企业5家，将审批事项纳入清单。", ["工作回顾"], "backward"),
        ("未来五年将新增企业5家。", ["工作回顾"], "forward"),
        ("跨国公司地区总部累计达到1000家。", ["主要目标"], "forward"),
        ("推进已建污水处理设施改造，处理率达到90%。", ["主要任务"], "forward"),
        ("第二个阶段，从二○三五年到本世纪中叶，再奋斗十五年，基本实现现代化。", [], "forward"),
        ("到2025年公园增至1000座以上，公园处处是美景。", ["主要任务"], "forward"),
        ("展望2035年，美好愿景将成为生动图景。", ["目标"], "forward"),
        ("过去一年安定团结的局面继续得到巩固。", [], "backward"),
        ("生产总值在2018年基础上翻两番。", ["主要目标"], "forward"),
    ],
)
def test_which_way_a_sentence_looks(text: str, headings: list[str], mode: str):
    assert judge(text, place_of(reversed(headings))[0]).mode == mode


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("由155%提高到160%以上", ["achieved", "promised"]),
        ("比2020年增长5%", ["none", "promised"]),
        ("到2030年建成", ["promised"]),
        ("棉花450万吨，比1995年的400万吨增加", ["promised", "none", "achieved"]),
        ("落实“四个意识”", ["none"]),
        ("对两国人民有益", ["none"]),
        ("制定第十四个五年规划和二〇三五年远景目标", ["none", "none"]),
        ("依据《甲省2035年远景目标纲要》建设5个中心", ["none", "promised"]),
    ],
)
def test_status_in_a_sentence_that_looks_ahead(text: str, statuses: list[str]):
    assert [status_of(one, text, "forward", 2021) for one in quantities(text)] == statuses


@pytest.mark.parametrize(
    ("text", "mode", "statuses"),
    [
        ("新增床位5万张，下一步将再增3万张", "forward", ["achieved", "promised"]),
        ("已建成中心5个，力争达到8个", "forward", ["achieved", "promised"]),
        ("五年来建成10个中心，要再建20个", "forward", ["achieved", "achieved", "promised"]),
        ("将税率降至3%", "backward", ["achieved"]),
        ("要完成5%的目标", "backward", ["achieved"]),
        ("建设5个未来产业园", "backward", ["achieved"]),
        ("过去五年是极不平凡的五年，建成5个中心", "backward", ["none", "none", "achieved"]),
        ("5项指标未能完成", "situation", ["diagnosed"]),
        ("一是围绕发展，提出6项指标，生产总值增长5%", "forward", ["none", "promised"]),
        ("其中预期性指标19项", "forward", ["none"]),
        ("到2030年，按2025年价格计算的增加值达到50亿元", "forward", ["promised", "none", "promised"]),
        ("以2020年为基期，2030年价格涨幅控制在2%", "forward", ["none", "promised", "promised"]),
        ("增长4.5%，同我省2035年远景目标衔接", "forward", ["promised", "none"]),
        ("到2035年远景目标基本实现", "forward", ["promised"]),
        ("在新的一年要有新作为，用两年完成", "forward", ["none", "promised"]),
        ("首次入选的企业给予奖励", "forward", ["none"]),
        ("抓好全国首批试点建设，争取入选国家首批名单", "forward", ["none", "promised"]),
        ("地下二层按30%收取", "forward", ["none", "promised"]),
        ("达到国际八十年代初的先进水平", "forward", ["none"]),
        ("回顾五年成就，过去五年取得的成绩", "forward", ["none", "none"]),
    ],
)
def test_a_number_follows_the_way_its_sentence_looks(text: str, mode: Mode, statuses: list[str]):
    assert [status_of(one, text, mode) for one in quantities(text)] == statuses


@pytest.mark.parametrize(
    "text",
    [
        "新增床位5万张，力争到2030年达到8万张。", "预期目标是：生产总值增长5%。",
        "45万人以上的目标，体现了导向。",
        "5项指标未能完成。", "这五年，是难忘的五年。", "对未来五年作出了部署，安排了18个项目。",
        "从环境看，6.5%左右的增速可以保证就业。", "各位代表，今年就业100万人。",
    ],
)  # fmt: skip
@pytest.mark.parametrize("heading", ["工作回顾", "重点任务", "面临的形势", "其他"])
def test_only_a_sentence_that_looks_ahead_promises(text: str, heading: str):
    study = Study(read_text(f"某省报告\n\n一、{heading}\n\n{text}\n", id="report"))
    modes = study.commitments().set_index("sentence_id")["mode"]
    of_mode = {"forward": "promised", "situation": "diagnosed", "backward": "achieved"}
    for row in study.targets(names="hidden").itertuples():
        told = of_mode.get(modes[row.sentence_id], "none")
        assert row.status in {told, "none"} | ({"achieved"} if told == "promised" else set())


@pytest.mark.parametrize(
    "text", ["贯彻九条重要方针", "抓好十一个方面工作", "统筹国内国际两个大局", "以上十四条，"]
)
def test_what_a_text_counts_of_its_own_is_no_promise(text: str):
    assert [status_of(one, text, "forward", 2026) for one in quantities(text)] == ["none"]


@pytest.mark.parametrize("mode", ["forward", "backward"])
@pytest.mark.parametrize(
    "text", ["按照三档并两档方向", "从54万亿元增加到", "由10.2%下降到", "比1995年的400万吨增加"]
)
def test_what_a_change_starts_from_is_there_and_not_promised(text: str, mode: Mode):
    first = next(one for one in quantities(text) if one.kind not in ("name", "date"))
    assert status_of(first, text, mode) == "achieved"


@pytest.mark.parametrize(
    "text",
    [
        # ordinals that only number, and what is ranked by nobody
        "推进第四批合作项目", "开展首批试点", "落实第二轮土地承包", "全面实现第二步战略目标",
        "规范发展第三支柱",
        "坚持质量第一、效益优先", "上线“第一家园”平台", "人才是第一资源", "摆在首位",
        "作为首要任务", "第一个阶段",
        "到生产第一线", "召开第八次外长会", "建设第二通道",
        # levels, ages and sizes that say which things are meant
        "完善县乡三级网络", "处置6.4级地震", "为65岁以上老年人体检", "新增三岁以下婴幼儿托位",
        "引进总投资超10亿元项目", "30万吨/年以下煤矿一律停产整顿",
        "支持年收入2000万元以上企业", "建设500千伏输变电工程", "铺设1000毫米管道",
        "淘汰30万千瓦以下煤电机组", "建设年产10万吨生产线", "时速350公里高铁通车", "抓好三件事",
        "处三千元罚款", "处工程造价3%以下的罚款", "处一万元以上罚款",
        "单机容量70万千瓦",
        "针对首年关税为零的2034种商品，加大市场开拓力度",
        # times that are told of
        "有五千年文明", "五年的实践很不平凡", "过去的五年极不平凡", "学前一年免费教育", "长江十年禁渔",
        "比前五年增长", "提供24小时服务", "围绕建军一百年奋斗目标",
        "整治长江沿线1公里化工用地", "建设川渝千亿立方米天然气生产基地",
        "领导十三亿多人的社会主义大国", "十亿人口的大国应当有所作为",
    ],
)  # fmt: skip
@pytest.mark.parametrize("mode", ["forward", "backward"])
def test_what_numbers_or_describes_is_neither_done_nor_promised(text: str, mode: Mode):
    first = next(one for one in quantities(text) if one.kind not in ("name", "date"))
    assert status_of(first, text, mode) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "产量居全国第一", "规模稳居全国第一档", "入选国家首批试点", "成为全国首批试点", "建成全国首个平台",
        "首次突破",
        "考评居全国首位", "进入前三名", "成为我国第七个美食之都", "建成世界第二大市场", "制成我国第一颗卫星",
        "预期寿命提高到80岁以上", "建成500万千瓦光伏", "新增45万人以上", "成为首个总量超3万亿元的城市",
        "连续5年增长", "用三年时间建成",
    ],
)  # fmt: skip
def test_and_a_place_among_others_or_an_amount_is(text: str):
    statuses = [status_of(one, text, "backward") for one in quantities(text)]
    assert statuses and set(statuses) == {"achieved"}


def test_results_by_estimate_are_marked():
    text = "投资增长4%，初步核算，地区生产总值增长5%"
    assert estimates(text, quantities(text), ["achieved", "achieved"]) == [False, True]
    assert estimates(text, quantities(text), ["achieved", "promised"]) == [False, False]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["到2030年增长5%，", "预计增长5%、", "比2020年增加3个，", "“十五五”"])
def test_the_time_grows_with_the_text_alone(unit: str):
    """Four times the text: about four times the time."""

    def seconds(times: int) -> float:
        row = {"sentence_id": "1.1.1", "start": 0, "text": unit * times, "mode": "forward"}
        spent = []
        for _ in range(3):
            begun = process_time()
            targets(pd.DataFrame([row]))
            spent.append(process_time() - begun)
        return max(0.01, min(spent))

    assert seconds(2_000) / seconds(500) < 8


def test_a_date_of_another_clause_is_no_deadline():
    text = "任期内完成110万平方米，到2025年完成20万平方米"
    found = quantities(text)
    assert deadlines(text, found, ["promised"] * 3) == ["", "2025年", "2025年"]
