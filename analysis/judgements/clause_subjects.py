"""
Subjects that are long: bodies that do something, and what is done to a thing by a ground (押金按合同收取).

Behind bodies in a row the verb stands however far (市农业农村局会同各乡镇人民政府将古树纳入名录).
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import FAR, Clause, acts, behind_manners
from analysis.judgements.clear_verbs import clear_verb
from analysis.judgements.duty_circumstances import behind_circumstances
from analysis.judgements.duty_modals import has_duty

_FAR_BODY = 48  # characters that bodies in a row may take up
_BODY = re.compile(
    r"(?:人民政府|[市区县镇乡省]政府|委员会|小组|专家组|部门|机关|办事处|党委|党组|法院|检察院|单位|企业|机构|公司|医院|学校|(?:申请|当事|负责|委托)人|(?<=○○)人|[局厅委]|(?:[镇乡]|街道)(?:（○{1,40}）)?(?=重点|负责|牵头|具体|共同|分别|要|应))(?:（○{1,40}）)?"
    r"|(?<=[\u4e00-\u9fff]{4})(?=按照|依照)|所需(?:[\u4e00-\u9fff]{0,4})(?:资金|经费|费用)"
)
_WORKING = re.compile(  # bodies named by the work that they do, which begins no clause as its verb
    "(?:教育|建设|管理|监督|监管|规划|运营|监测|设计|施工|勘察|采购|检测|检验|审批|执法|登记|认定|评估|生产|经营|开发|培训|研究|保障|统计|服务|保护|遴选|评选|评审|审查|领导|专家)"
    "(?:行政|主管|执法|管理|监督|监管|综合|生产|经营|服务|检验|检测){0,2}(?:部门|单位|机构|企业|人员|中心|委员会|专家组|小组)(?!的|和|与|、|及)"
)
_GROUND = re.compile("按照|依照|根据|对照|在|自|于|每")
_DEED = re.compile(  # what bodies do though it is a noun as well: 市教育局组织学生研学
    "(?:发布|组织|指导|协调|监督|审核|评审|审查|调度|委托|受理|审批|通报|研究)(?!和|与|、|及|等|的|者|人|书|会|力|工作|活动|机构|部门|单位|能力|体系|制度"
    "|机制|水平|效果|作用|方式|程序|流程|权限|职责|服务|平台|管理|意见|建设|结果|生活|架构|领导|结构|报告|中心|开发|院|所|室|员)(?=[\u4e00-\u9fff“《]{3})"
)
_IN_FUTURE = re.compile("将(?=[在于自])")
_NO_SUBJECT = re.compile(
    "[对把将向为在从由以按经因到给让使与同]|通过|根据|按照|依托|依靠|结合|支持|鼓励|其中"
)
_OPENED = re.compile("[对把将向为由]|引导|支持|鼓励|服务(?!费|机构|单位|中心|人员)")
MOVED = re.compile(  # what is done with a thing behind 将 and the thing
    "告知|发至|送至|寄至|移至|纳入|列入|报送|抄送|通报|移交|移送|提交|上传|录入|转交|推送|归集|汇交|交由|存入|计入|载入|写入|送达|拨付|划拨|划转|划入|转入|返还|退还|下达|传输|接入|传送|发送|汇总"
)
_BY_GROUND = re.compile(
    r"(?:按照?|依照|参照|比照|根据|依托|结合(?![、体和的])|有利于)[^，,；;。]{2,60}?来?"
    r"(?P<verb>执行|办理|实施|开展|收取|确定|列支|减免|免收|免征|缴纳|清算|退还|拨付|分担|承担|补助|补偿|处置|计收|核定|支付|结算|安排|定价|计价|列示|制定|征收|发放|处理|调整|修订)$"
)
_STATE = re.compile(
    r"(?:明显|显著|初步|基本(?!建设|稳定|平衡)|日趋|更趋|不断|日益|稳步|大幅|进一步|更加|持续|全面|充分)(?P<verb>[\u4e00-\u9fff]{2,4})$"
)
_CAME = frozenset(("成型", "成势", "成形", "见效", "向好", "好转", "回升", "企稳"))
_MEANS = re.compile(
    r"(?:充分|灵活|综合)?(?:利用|运用|采用)(?:[^，,；;。]{2,60}等[^，,；;。]{0,4}(?:手段|方式|办法|方法|途径|形式|信息技术)"
    r"|[一二三四五六七八九十两几\d]{1,4}(?:年|个月|天|周)(?:左右)?的?(?:时间)?)$"
    r"|通过[^，,；;。]{2,80}等[^，,；;。]{0,4}(?:手段|方式|办法|方法|途径|形式|措施|渠道|活动|载体)$"
    r"|(?:围绕|聚焦)[^，；]{2,80}等[^，；]{0,4}(?:方面|环节)$|结合[^，；]{2,60}(?:活动|工作)$"
    r"|(?:各[^，；]{1,24}(?:要|应|必须))?(?:充分|深刻|切实|清醒)?认识[^，；]{2,80}(?:意义|重要性|必要性|紧迫性|艰巨性)$"
)
_SUITED = re.compile(r"[^，；]{0,20}与[^，；]{2,40}相(?:适应|匹配|协调|衔接|一致|称)$")
_RESTING = re.compile("依托|借助")
_BEGUN = re.compile(  # what is done on the strength of something: 依托园区建设基地
    r"(?<![、和与及的等])(?:建设|开展|组织|发展|培育|打造|实施)(?![、和与及的等]|优势|成果|经验|基础|项目|工程|用地|资金|过程|单位|计划|试验|示范|集聚|[区带])"
    r"(?=[^，,；;。]{3})"
)
_AND_THEN = re.compile(
    r"(?<![、和与及的])(?:促进|推动|带动|推进|实现|提升|提高|增强|激发|引导)(?![、和与及等的])(?=[\u4e00-\u9fff“]{2})"
)
_HOW = re.compile(r"(?:拟|均|严格|统一|主要|可|将|应当|一律|并){1,3}$")


def _behind_bodies(clause: Clause, at: int) -> int:
    """The place behind bodies that a clause begins with, where their verb or 将 stands; else `at` itself."""
    opened = "" if _WORKING.match(clause.masked, at, clause.end) else clause.one_verb(at)
    if (opened and clause.level(opened)[0] != "result") or _NO_SUBJECT.match(clause.masked, at, clause.end):
        return at
    stop = min(clause.end, at + _FAR_BODY)
    for body in _BODY.finditer(clause.masked, at, stop):
        short = body.end() - at < 4 and clause.masked[at] != "○" and not body[0].endswith("政府")
        if short or _OPENED.search(clause.masked, at, body.start()):
            continue
        begun = body.end() + (_IN_FUTURE.match(clause.masked, body.end(), clause.end) is not None)
        grounded = _GROUND.match(clause.masked, begun, clause.end)
        behind = behind_circumstances(clause, begun) if grounded else body.end()
        passed, _ = behind_manners(clause, behind)
        handled = (
            "将" in clause.masked[passed - 1 : passed + 1]
            and MOVED.search(clause.masked, passed, min(clause.end, passed + FAR)) is not None
        )
        led = behind > body.end() or _DEED.match(clause.masked, passed, clause.end) is not None
        if handled or acts(clause, clause.one_verb(passed), passed, led=led):
            return behind
    return at


def only_means(clause: Clause, at: int) -> bool:
    """Whether a clause names means or a time for what the next one does (利用遥感等手段，…)."""
    goes_on = clause.masked[clause.end : clause.end + 1] in ("，", ",")
    if _is_by_doing(clause, at):
        return goes_on and _AND_THEN.search(clause.masked, at + 6, min(clause.end, at + 2 * FAR)) is None
    suited = at == clause.start and not clause.one_verb(at) and not has_duty(clause)
    if suited and _SUITED.match(clause.masked, at, clause.end):
        return True  # 结构与发展要求相适应 is what comes of it
    return goes_on and _MEANS.match(clause.masked, at, clause.end) is not None


def behind_leads(clause: Clause, at: int) -> int:
    """The place behind bodies that a clause begins with, and behind what is done through something."""
    return _behind_by_doing(clause, _behind_bodies(clause, at))


def _behind_by_doing(clause: Clause, at: int) -> int:
    """The place of the verb behind 通过 and what is done to that end (通过完善机制促进合作)."""
    if _RESTING.match(clause.masked, at, clause.end):
        begun = _BEGUN.search(clause.masked, at + 4, min(clause.end, at + FAR))
        return begun.start() if begun else at
    found = _AND_THEN.search(clause.masked, at + 6, min(clause.end, at + 2 * FAR))
    if _is_by_doing(clause, at):
        return found.start() if found else at
    through = clause.masked.startswith("通过", at)
    clear = clear_verb(clause.masked, at + 4, min(clause.end, at + FAR), clause.lists) if through else -1
    return clear if clear > 0 else at  # 通过政府购买服务提升水平


def _is_by_doing(clause: Clause, at: int) -> bool:
    return clause.masked.startswith("通过", at) and acts(clause, clause.one_verb(at + 2), at + 2, led=True)


def by_ground(clause: Clause) -> tuple[str, str] | None:
    """What a thing undergoes by some ground, and the thing (押金按照市场行情收取); none elsewhere."""
    found = _BY_GROUND.search(clause.masked, clause.start, clause.end)
    if found is None or found.start() - clause.start > _FAR_BODY:
        return None
    thing = _HOW.sub("", clause.sentence[clause.start : found.start()])
    ends = clause.masked[clause.end : clause.end + 1] in ("", "。", "；", "！")
    before = found.start("verb")
    doubled = clause.lists.of_rules.verbs.at(clause.masked, before - 2) in ("部署", "规划", "统筹", "组织")
    if doubled or (len(thing) < 2 and not ends):
        return None
    return found["verb"], thing


def is_state(clause: Clause, at: int, verb: str) -> bool:
    """Whether the clause tells how something has become (质量效益明显提升), its verb being a part of that."""
    first = at == behind_manners(clause, clause.start)[0] and verb not in clause.lists.nouns
    if first or clause.lists.takes(verb) == "clause" or clause.level(verb)[0] == "stance":
        return False
    found = _STATE.search(clause.masked, max(at + len(verb), clause.end - 8), clause.end)
    return found is not None and (found["verb"] in clause.lists.verbs.values or found["verb"] in _CAME)
