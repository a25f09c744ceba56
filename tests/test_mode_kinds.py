"""Tasks named with 是, leads that call, rules of what is counted as what, courtesy, and truths."""

from __future__ import annotations

import pytest

from analysis.judgements.enumerations import cases
from analysis.judgements.mode_places import place_of
from analysis.judgements.modes import judge
from analysis.judgements.permissions import only_permits
from tests.conftest import study_of


@pytest.mark.parametrize(
    ("text", "place", "mode"),
    [
        ("今年林业工作的重点，是改造低产林，加强林场的统一管理。", "forward", "forward"),
        ("加固水库是过去三年水利工作的重点。", "backward", "backward"),
        ("附建车库应当与住宅一并验收。", "forward", "forward"),
        ("年末规模以上林业企业产值同比增长16%。", "forward", "forward"),
        ("全年完成造林5万亩，已超额两成。", "forward", "backward"),
        ("对认定的存量债务，按照已明确的方式进行管理。", "forward", "forward"),
        ("省政府将对各县林场进行抽查，并通报情况。", "forward", "forward"),
        ("降雨减少将对林业产生影响。", "forward", "situation"),
        ("现将名单一并印发。", "forward", "other"),
        ("要把植树造林当作长远大事，年复一年地抓下去。", "backward", "backward"),
        ("要把植树造林当作长远大事。", "forward", "forward"),
        ("凡是没有依据的证明，一律取消。", "forward", "forward"),
        ("各民族一律平等。", "", "other"),
        ("要着重抓好四个方面：", "forward", "forward"),
        ("主要有四个方面：", "forward", "other"),
        ("我们高度赞赏邻县为平息争端作出的努力。", "situation", "other"),
        ("我们高度赞赏邻县的做法，将继续开展联合护林。", "situation", "forward"),
        ("林场服务体系包括：苗圃、护林站、加工点。", "forward", "other"),
        ("林长的职责包括：巡查林地、制止盗伐。", "forward", "forward"),
        ("利用荒坡修建的便道视为公用道路。", "forward", "other"),
        ("利用荒坡修建便道的，应当报林业部门批准。", "forward", "forward"),
        ("下次职工代表大会将要选举工会主席。", "forward", "other"),
        ("今年秋天将要进行林场扩建。", "forward", "forward"),
        ("水利是农业的命脉。", "backward", "other"),
        ("发展是解决一切问题的第一要务。", "forward", "other"),
        ("这是全县三年来农业增产的前提。", "backward", "backward"),
    ],
)
def test_the_kind_of_sentence_gives_its_mode(text: str, place: str, mode: str) -> None:
    assert judge(text, place).mode == mode


def test_an_organisation_is_no_act_of_organising() -> None:
    assert only_permits("公民、法人和其他组织有异议的，可以提出复核。")
    assert not only_permits("村民委员会可以组织村民清理水渠，并应当公开费用。")


def test_things_to_be_had_are_listed_and_measures_are_to_be_done() -> None:
    item = "（一）符合标准的灭火器材；"
    assert list(cases(["林场应当配备下列消防设施：", item]))[-1]
    assert not list(cases(["林场应当采取下列安全措施：", "（一）检查灭火器材；"]))[-1]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("保护水源，是各级林长的基本职责。", "forward"),
        ("修通山区公路，直接关系群众增收，是一项重大任务。", "other"),
        ("林长是本片林地的第一责任人，负责林地的巡查、管护工作。", "forward"),
        ("本办法所称林长，是指负责林地巡查的人员。", "other"),
        ("已纳入年度造林方案的村组，不再另行报批。", "forward"),
        ("全县已编制造林规划，不再审批新的采伐点。", "backward"),
        ("根据县委建议，县政府编制了《全县林业发展规划（草案）》，提请大会审查。", "other"),
        ("根据县委建议，县政府制定了《林场管理办法》。", "backward"),
        ("必须认识到，全县林业发展的条件发生了很大变化。", "situation"),
        ("必须认识到林业的作用，要加快造林。", "forward"),
    ],
)
def test_what_is_said_to_be_someone_s_charge_is_a_task(text: str, mode: str) -> None:
    assert judge(text, "forward").mode == mode


def test_who_is_willing_to_do_it_together_will_do_it() -> None:
    assert judge("全县干部群众愿意与邻县人民一道，为护林作出努力。", "situation").mode == "forward"
    assert judge("不少农民不愿意同外来商户一道经营，纠纷增多。", "situation").mode == "situation"


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("三年来的工作", "backward"),
        ("过去几年的林业", "backward"),
        ("在培育苗木上下功夫", "forward"),
        ("开启林业发展的新征程", "forward"),
        ("苗木的种类", ""),
    ],
)
def test_a_heading_tells_the_place(title: str, place: str) -> None:
    assert place_of([title])[0] == place


def test_a_heading_that_is_out_to_better_surroundings_is_a_task() -> None:
    assert place_of(["优化人才发展环境"])[0] == ""
    assert place_of(["发展环境"])[0] == "situation"


@pytest.mark.parametrize(
    ("text", "permits"),
    [
        ("净资产不足的，财政部门也可给予一次性补助。", True),
        ("补偿金可从评估后的净资产中预留。", True),
        ("护林员可以自行组织巡查，也可以委托其他单位开展。", True),
        ("林场可从数据中查询，并应当留存记录。", False),
        ("苗圃可以扩建，鼓励社会资本参与。", False),
    ],
)
def test_what_may_be_done_binds_nobody(text: str, permits: bool) -> None:
    assert only_permits(text) is permits


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("（一）依法经营，诚实守信。", "other"),
        ("（二）具有良好的发展基础。", "other"),
        ("申请人应当提交复印件。", "forward"),
    ],
)
def test_what_applicants_must_be_is_nothing_to_be_done(text: str, mode: str) -> None:
    assert judge(text, place_of(["企业申报条件"])[0]).mode == mode


def test_new_results_below_a_heading_of_tasks_are_aims() -> None:
    assert place_of(["水利建设取得新进展", "明年主要任务"])[0] == "forward"
    assert place_of(["水利建设取得新进展", "过去一年工作回顾"])[0] == "backward"
    assert place_of(["在水利建设上取得新成效"])[0] == ""
    assert place_of(["水利建设取得新成效"])[0] == "backward"


def test_a_way_across_a_river_tells_of_no_past() -> None:
    assert judge("做好过江通道、过境公路前期工作。", "", "forward").mode == "forward"
    assert judge("工程已通过验收。", "", "forward").mode == "backward"


def test_an_occasion_is_not_what_is_told() -> None:
    assert judge("以获评国家园林城市为契机，加强绿地管护。", "", "forward").mode == "forward"
    assert judge("去年获评国家园林城市。", "", "forward").mode == "backward"
    assert judge("依托现有林场，规划建设苗圃。", "", "forward").mode == "forward"


def told(text: str) -> list[str]:
    return list(study_of(text).commitments()["mode"])


def test_a_part_on_the_work_of_a_year_is_of_the_year_before_where_a_later_one_stands() -> None:
    review = "某市人民政府工作报告\n一、2019年主要工作\n建设林场。\n二、2020年工作安排\n建设苗圃。\n"
    assert told(review) == ["backward", "forward"]
    assert (
        told(
            "某市人民政府工作报告\n二、2020年主要工作\n（一）林业\n规划布局苗圃。\n（二）水利\n以渠为界，北部重点建设林场。\n"
        )
        == ["forward"] * 2
    )


def test_behind_a_part_on_tasks_a_report_goes_on_with_them() -> None:
    head = "某省人民政府工作报告\n二、关于2014年工作总体安排\n"
    text = f"{head}三、关于水利\n西部重点建设水库。\n四、关于林业\n东部重点建设林场。\n"
    assert told(text) == ["forward", "forward"]


def test_years_of_work_are_parts_of_a_report_without_numbers() -> None:
    text = (
        "某省人民政府工作报告\n2008年工作回顾\n一、农业稳步发展。新增造林10万亩。\n"
        "2009年工作总体部署\n一、加快农业发展。铁路方面：建设支线。\n"
    )
    study = study_of(text)
    assert study.document.title == "某省人民政府工作报告"
    assert list(study.outline["title"])[::2] == ["2008年工作回顾", "2009年工作总体部署"]
    assert list(study.commitments()["mode"]) == ["backward", "forward"]


def test_work_of_a_year_that_is_to_be_done_is_ahead() -> None:
    text = (
        "某省人民政府工作报告\n一、“十三五”时期取得的成就及2020年工作\n建设林场。\n"
        "二、“十四五”时期的目标和任务\n建设苗圃。\n三、全面做好2021年工作\n深化政银企对接。\n"
    )
    assert told(text) == ["backward", "forward", "forward"]
    assert told(text.replace("全面做好2021年工作", "2021年工作")) == ["backward", "forward", "forward"]
    assert told("某省人民政府工作报告\n一、2020年工作\n建设林场。\n二、今后任务\n建设苗圃。\n") == [
        "backward",
        "forward",
    ]


def test_years_of_a_plan_are_a_part_of_a_report_without_a_number() -> None:
    text = "某省人民政府工作报告\n“十二五”工作回顾\n粮食产量达到100万吨。\n2016年工作安排\n"
    study = study_of(f"{text}一、加快发展。推进改革。\n")
    assert study.outline["title"].tolist()[0] == "“十二五”工作回顾"
    assert list(study.commitments()["mode"]) == ["backward", "forward"]


def test_the_government_s_own_reform_is_reviewed_below_a_review() -> None:
    head = "某市人民政府工作报告\n一、2016年工作回顾\n（一）政府自身建设不断加强\n"
    text = f"{head}提请市人大常委会审议法规2部。\n二、2017年工作安排\n（一）加强政府自身建设\n完善制度。\n"
    assert told(text) == ["backward", "forward"]


def test_a_heading_of_the_outlook_and_a_year_of_work_is_on_tasks() -> None:
    assert place_of(["当前形势和2018年重点工作"])[0] == "forward"
    assert place_of(["当前形势"])[0] == "situation"


def test_a_later_part_of_a_report_is_on_tasks_where_its_headings_act() -> None:
    head = "某省政府工作报告\n三、握紧拳头保重点\n"
    parts = "（四）加快林业发展\n水利，重点推进水库建设。\n（五）统筹城乡\n铁路，推进支线建设。\n"
    assert told(head + parts) == ["forward", "forward"]


def test_a_heading_that_calls_for_a_year_of_work_is_a_part_on_tasks() -> None:
    report = study_of(
        "2011年某省人民政府工作报告\n扎实做好2012年工作\n一、加快水利建设\n按照布局，做强灌区。\n"
    )
    first = next(iter(report.document.headings.values()))
    assert first.title == "扎实做好2012年工作"
    assert list(report.commitments()["mode"]) == ["forward"]
