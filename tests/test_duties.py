"""Duties as rules word them: the verb behind 应当 and 不得, items that only name cases."""

from __future__ import annotations

import pytest

from analysis.judgements.actions import actions
from analysis.judgements.checkable import checkable
from analysis.judgements.enumerations import cases
from analysis.judgements.modes import modes
from analysis.judgements.strength import strength
from analysis.reading import read_text, sentences


def written(text: str) -> list[str]:
    return [action.written for action in actions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市水务部门应当按照国家有关规定核定用水指标。", ["核定:用水指标"]),
        ("规划管理部门应当在受理申请后十日内告知申请人。", ["告知:申请人"]),
        ("运营单位应当通过统一的信息平台报送检测数据。", ["报送:检测数据"]),
        ("区人民政府应当会同市交通行政管理部门制定疏导方案。", ["制定:疏导方案"]),
        ("主管部门应当为信用良好的参展企业提供便利。", ["提供:便利"]),
        ("未经业主同意，不得将业主信息向第三方转让。", ["不得转让:业主信息"]),
        ("任何单位不得占用消防通道。", ["不得占用:消防通道"]),
        ("水厂应当检测水质，并根据检测结果及时调整工艺。", ["检测:水质", "调整:工艺"]),
        ("预警解除的，应当及时撤除。", ["撤除:"]),
        ("登记事项应当依法变更或者注销。", ["变更:", "注销:"]),
    ],
)
def test_a_duty_does_what_stands_behind_its_circumstances(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize("text", ["建设单位不清楚的，", "除法律另有规定外，", "需要占用道路的，"])
def test_a_clause_that_only_says_in_what_case_does_nothing(text: str) -> None:
    assert written(text + "应当报告。") == ["报告:"]


def test_plans_are_read_as_before() -> None:
    assert written("大力推进数字化转型，加快建设智慧城市。") == ["推进:数字化转型", "建设:智慧城市"]


@pytest.mark.parametrize(
    ("lead", "item", "case"),
    [
        ("禁止下列行为：", "（一）倾倒垃圾；", True),
        ("有下列情形之一的，由市水务部门责令改正：", "（二）未按规定报送数据的；", True),
        ("申请人应当提交下列材料：", "（一）身份证明；", True),
        ("市水务部门履行下列职责：", "（一）编制供水规划；", False),
        ("各区应当采取下列措施：", "（一）完善管网；", False),
    ],
)
def test_items_are_cases_or_duties_by_the_line_that_opens_them(lead: str, item: str, case: bool) -> None:
    assert list(cases([lead, item])) == [False, case]


def test_an_item_behind_another_sentence_is_no_case_any_more() -> None:
    assert list(cases(["禁止下列行为：", "（一）倾倒垃圾；", "市政府加强管理。", "（一）完善管网；"])) == [
        False, True, False, False,
    ]  # fmt: skip


def test_named_acts_are_no_promises() -> None:
    text = (
        "某市供水条例\n第一章 总则\n第一条 禁止下列行为：\n（一）损坏供水设施；\n（二）倾倒垃圾。\n"
        "第二条 市水务部门履行下列职责：\n（一）编制供水规划；\n第三条 供水单位应当检测水质。\n"
    )
    document = read_text(text, id="x")
    found = dict(zip(sentences(document)["text"], modes(document, sentences(document)), strict=True))
    told = {text: one.mode for text, one in found.items() if text.startswith("（")}
    assert told == {
        "（一）损坏供水设施；": "other",
        "（二）倾倒垃圾。": "other",
        "（一）编制供水规划；": "forward",
    }


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("鼓励幼儿园利用现有场地开设托班，招收二至三周岁的幼儿。", 1),
        ("有下列情形之一的，由区卫生健康部门责令停止服务，处五万元以上罚款：", 3),
        ("托育机构应当向区卫生健康部门备案。", 3),
        ("市财政部门制定支持政策。", 2),
    ],
)
def test_a_rule_binds_by_duties_and_penalties_and_not_by_what_it_encourages(text: str, level: int) -> None:
    assert strength(text, actions(text), rule=True).wording == level


@pytest.mark.parametrize(
    "text",
    ["应当在三十日内备案。", "保存期不少于九十日。", "比例不低于一比三。", "四十八小时内放行。"],
)
def test_a_time_or_bound_can_be_checked(text: str) -> None:
    assert checkable(text)


@pytest.mark.parametrize(
    "text", ["及时备案。", "在职责范围内处理。", "不低于以往水平。", "建立三日内处理的机制。"]
)
def test_what_names_no_bound_cannot(text: str) -> None:
    assert not checkable(text)


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("全面启动第二轮土地承包到期后再延长30年整省试点。", False),
        ("第二轮土地承包到期后再延长30年。", True),
        ("确保基本实现现代化取得决定性进展。", False),
        ("到2035年基本实现现代化。", True),
    ],
)
def test_a_term_inside_a_name_and_progress_towards_an_end_cannot_be_checked(text: str, can: bool) -> None:
    assert bool(checkable(text)) is can


@pytest.mark.parametrize(
    "text", ["围绕全面建成强国，加强统筹。", "为决胜全面建成小康社会，加强统筹。", "开展对标达标行动。"]
)
def test_what_a_work_is_for_is_not_its_completion(text: str) -> None:
    assert not checkable(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("检验检测机构应当保存原始记录。", ["保存:原始记录"]),
        ("丧事承办人应当办理手续。", ["办理:手续"]),
        ("社会力量应当享受补贴。", ["享受:补贴"]),
        ("主管部门应当加强指导。", ["加强:指导"]),
        ("企业不得附加不合理的条件。", ["不得附加:不合理的条件"]),
    ],
)
def test_what_is_granted_held_or_forbidden_is_the_action(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("运营单位应当建立、健全巡查制度。", ["建立:巡查制度", "健全:巡查制度"]),
        ("养护单位应当检查、清洗和维修路灯。", ["检查:路灯", "清洗:路灯", "维修:路灯"]),
        ("人行天桥应当与道路同步设计、同步施工、同步验收。", ["设计:", "施工:", "验收:"]),
        ("县级人民政府应当组织实施改造方案。", ["组织实施:改造方案"]),
        ("主管部门应当督促检查隐患整改。", ["督促检查:隐患整改"]),
        ("产权人应当保持外墙整洁并修缮破损的雨棚。", ["保持:外墙整洁", "修缮:破损的雨棚"]),
        ("经营者应当记载食品的进货、销售情况。", ["记载:食品的进货、销售情况"]),
    ],
)
def test_verbs_in_a_row_are_actions_of_their_own(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任何人不得擅自拆除、移动路牌。", ["不得擅自拆除:路牌", "移动:路牌"]),
        ("库房净高不得低于三米。", ["不得低于:三米"]),
        ("从业人员不得有欺瞒旅客的行为。", ["不得有:欺瞒旅客的行为"]),
        ("逾期提出的，登记机构不予受理。", ["不予受理:"]),
        ("物业不得占用绿地或者擅自改变用途。", ["不得占用:绿地", "擅自改变:用途"]),
    ],
)
def test_a_ban_is_worded_with_its_verb(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("旅馆应当在大厅显著位置公示收费标准。", ["公示:收费标准"]),
        ("承租人应当自合同订立之日起十五日内提出书面异议。", ["提出:书面异议"]),
        ("使用人应当按照合同的约定，按时足额交纳租金。", ["交纳:租金"]),
        ("施工单位应当提前十日书面通知周边居民。", ["通知:周边居民"]),
        ("收费项目的调整，应当在收费场所提前三个月向社会公告。", ["公告:"]),
        ("生产企业应按有关规定配备消防器材。", ["配备:消防器材"]),
        ("管理单位应当制定预案，并每两年至少组织一次演练。", ["制定:预案", "组织:一次演练"]),
    ],
)
def test_times_places_and_grounds_before_the_verb_are_passed_over(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建、扩建厂房，应当安装除尘设备。", ["安装:除尘设备"]),
        ("编制防洪规划，应当征求公众意见。", ["征求:公众意见"]),
        ("工程竣工验收后，施工单位应当清理现场。", ["清理:现场"]),
        ("新建的车库，任何单位和个人不得擅自停用。", ["不得擅自停用:"]),
        ("企业应当制定方案，组织演练，不得弄虚作假。", ["制定:方案", "组织:演练", "不得弄虚作假:"]),
    ],
)
def test_what_stands_before_a_duty_is_whom_or_when_it_concerns(text: str, expected: list[str]) -> None:
    assert written(text) == expected


def test_applications_and_reactions_hold_no_duty() -> None:
    assert written("提高应急处置能力，推广应用新技术。") == ["提高:应急处置能力", "推广应用:新技术"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("住建部门应当对加固工程的验收进行监督。", ["进行监督:加固工程的验收"]),
        ("维保单位应当对电梯进行清洗、检查。", ["进行清洗:电梯", "检查:电梯"]),
        ("检测单位应当进行水质分析。", ["进行:水质分析"]),
        ("产权人应当予以配合。", ["予以配合:"]),
        ("乡镇人民政府应当编制村庄规划，并报县级人民政府批准。", ["编制:村庄规划", "报:县级人民政府批准"]),
        ("公用设备由其所有人负责维修养护。", ["负责:维修养护"]),
        ("交通部门负责发布路况信息。", ["发布:路况信息"]),
        ("具体标准由市财政部门另行制定。", ["制定:"]),
        ("鉴定费用由委托人承担。", ["承担:"]),
        ("禁止出租或者出借许可证件。", ["禁止出租:许可证件", "出借:许可证件"]),
        ("禁止损坏路灯或者妨碍照明的行为。", ["禁止:损坏路灯或者妨碍照明的行为"]),
        ("养护单位必须报经交通部门同意。", ["报经:交通部门同意"]),
        ("检验合格后方可恢复使用。", []),
        ("乘客可以要求退票，承运人应当办理手续。", ["办理:手续"]),
        ("承运人应当向快递服务企业移交承运查验单。", ["移交:承运查验单"]),
    ],
)
def test_light_verbs_and_charges_carry_what_is_done(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("必须坚持和完善基本制度。", ["坚持和完善:基本制度"]),
        ("以高度负责的精神做好工作。", ["做好:工作"]),
    ],
)
def test_plans_with_the_same_words_hold_no_duty_of_a_rule(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）查验设备的铭牌，并定期将结果向社会公布；", ["查验:设备的铭牌", "公布:结果"]),
        (
            "（三）督促和检查施工单位落实防尘要求；",
            ["督促:施工单位落实防尘要求", "检查:施工单位落实防尘要求"],
        ),
        ("（四）收集设备的档案并归档。", ["收集:设备的档案", "归档:"]),
        ("供热单位应当采取有效措施保障居民用热。", ["采取:有效措施", "保障:居民用热"]),
        ("企业不得倒卖名额或者采取挂靠等方式变相转让资质。", ["不得倒卖:名额", "变相转让:资质"]),
        ("申请人应当向交通部门申请车辆检验。", ["申请:车辆检验"]),
    ],
)
def test_items_and_verbs_behind_measures_and_means(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收费标准，由县级人民政府确定、公布。", ["确定:", "公布:"]),
        ("档案由形成该档案的机关负责公开。", ["公开:"]),
        ("机关应当为残疾人办理登记提供便利。", ["提供:便利"]),
        ("任何单位不得重复收取押金。", ["不得重复收取:押金"]),
        ("施工单位应当报送图纸，经主管部门审核同意后，领取证书。", ["报送:图纸", "领取:证书"]),
        ("统计机构应当根据普查资料及时维护、更新名录库。", ["维护:名录库", "更新:名录库"]),
        ("旅行社应当通过新闻媒体向社会公告。", ["公告:"]),
        ("管理单位应当巡查桥梁，发现破损的护栏，应当立即修复。", ["巡查:桥梁", "修复:"]),
        ("公园应当明确职责、完成期限。", ["明确:职责、完成期限"]),
    ],
)
def test_charges_cases_and_nouns_beside_a_duty(text: str, expected: list[str]) -> None:
    assert written(text) == expected
