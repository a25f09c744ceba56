"""The words by which a rule binds, permits and forbids; clauses that only say in what case it does."""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import FAR, Clause

_OUGHT = (
    r"(?<![适相反对供响呼回感顺报照理答因])应(?![用急对变付答邀聘届当该])"
    r"|(?<=[位人业构门府员关会者方])应(?=对[^，；。]{2,40}(?:进行|予以|给予|加以))"
)
_MAY = r"(?<![尽])可以(?!说|看|预|肯|相信)|有权|方[可能](?![以言案])"
_DEED = r"[^，,；;。]{2,60}的(?:行为|活动)(?:$|[。；;，])"  # 禁止…的行为 is a ban on what it names
_FORBIDS = (
    rf"(?<![和、与及并令])禁止(?!的|或者|和|[\u4e00-\u9fff]{{2}}的|下列|以下|任何|一切|性|令|类|{_DEED})"
)
_MUST = r"(?<=[府门构位业会人关员方院局委厅社校者])必须(?![的是]|品)"
MODAL = re.compile(
    rf"(?<!不)应当(?![看认承])|不得(?!不|已)|不予(?![\u4e00-\u9fff]{{2}}的)|{_MUST}|(?<![必务急无莫])须(?![知臾眉])|{_FORBIDS}|{_OUGHT}|{_MAY}"
)
_BINDS = ("应当", "不得", "应", "须", "必须", "禁止", "不予")
BANS = ("不得", "不予", "禁止")
_CONDITION = re.compile(
    r"(?:[^是]{2,300})的$|[^，]{2,60}[前后](?:已经?|尚?未|仍)[^，]{1,40}的[^，]{1,20}$|除[^，]{2,120}外$|未经[^，]{2,120}$|[^，]{4,120}(?:(?<![及按准定同临])时|以?前|之?后|期间)$"
)
_ANSWERED = re.compile(
    "(?<![自理缘事])由(?![于此来])|责令|没收|吊销|处[^，,；;。]{1,30}(?:罚款|拘留)|给予|予以|处以|只能|一律|可以|取消|属于|依照|追究|撤销|不予"
)  # what holds in that case
_ASKED = re.compile("[，,](?:也|均|都|还)?(?:要(?![求素点害])|须(?!知)|必须)")  # 涉及其他单位的，要沟通
_PARTY = re.compile(  # whom a duty binds that comes later: 占用河道的施工队或者个人，完工后…的，应当…
    r"[^，,；;。]{2,60}的(?:[^，,；;。的]{1,8}(?:或者|和|、|以及))?[^，,；;。的]{0,8}(?:[户队者位店场摊社厂点区]|个人|单位|企业|学校|机构|公司|船舶|车辆)$"
)
_BOUND_IN = re.compile(r"[，,][在自对因按将向于每][^，,；;。]{1,24}(?:应当|不得)")
_ENGAGED = re.compile(  # whom it is about: 从事餐饮加工的单位, 税务机关对出口的货物
    r"从事[^，,；;。]{2,40}的[^，,；;。的]{1,8}$|[^，,；;。对]{0,10}(?<![针相面反])对(?![于照])[^，,；;。]{2,60}的[^，,；;。的]{1,8}$(?=[，,](?:按照|依照|按|可|免|实行|一律|应|要|给予|予以))"
)
_OCCASION = re.compile(  # on what occasion somebody named behind it is bound: 举办活动，承办者应当…
    "(?:举办|从事|开展|销售|生产|经营|进行|使用|建设|新建|出租|转让|设立|申请|运输|购买|采购|发布|占用|挖掘|拆除|安装|开办|承办|提供)[^，,；;。]{2,60}$"
)
_WHO_THEN = re.compile("[，,][^，,；;。的]{1,12}[者人位户员构门关](?:应当|不得|必须)")
_WHOSE = re.compile(r"对[^，,；;。]{2,60}的[^，,；;。的]{1,8}$")
_GIVES = re.compile("给予|予以|处以")
_GROUND_ALONE = re.compile(
    r"(?:根据|依据|按照|依照|结合|在)[^，,；;。]{2,80}(?:需要|要求|规定|情况|实际|因素|后的[^，,；;。的]{0,6}(?:方案|计划|结果|意见)|前|后|时|期间|过程中|前提下|基础上|条件下)$"
    r"|(?:通过|采取|采用)[^，,；;。]{2,80}等[^，,；;。]{0,4}(?:措施|方式|办法|方法|形式|手段|途径|渠道)$|(?:采取|采用|通过)多种(?:形式|方式|措施|途径|渠道)$|(?:自|于)[^，,；;。]{2,60}[内前起]$|采取措施$|结合[^，,；;。]{2,60}$"
)
_BOUND = re.compile("应当|不得|必须")
_NEAR = 200  # characters before and behind a clause in which another binds
_PASSED = re.compile(
    r"经[^，,；;。]{1,60}(?:后|同意|批准|合格|核实|认定|公示|审核)$"
)  # what was gone through before
_CASE = re.compile("发现|接到|收到|遇有|需要|确需|涉及|属于|符合|达到|超过")
_CHARGE = re.compile("(?<![自理缘事])由(?![于此来衷])|负责(?![任人制]|同志|干部|部门|单位)|报(?![告道导])")
_FORBID = re.compile("[，,](?:也|均|都|任何[^，,；;。]{2,10})?(?:不得|严禁)")
_DONE = re.compile(  # what is done as well, no case of the ban behind it: 严格落实责任制，不得推诿
    "(?:(?:严格|切实|全面|认真|依法|坚决|进一步|不断|积极|主动|及时|统一|合理|科学|持续|充分|规范){1,3}(?!使用)"
    "|[^，,；;。的]{2,12}(?<!试)实行(?!细则)|加强|健全|完善|落实|强化|坚持|推进|优化|保障|确保|维护|做好|加大|尊重|杜绝|防止)(?=[\u4e00-\u9fff“]{2})(?![^，,；;。]{0,60}的[，,])"
)
_BARE = re.compile(  # a duty whose bearer or case stands before the comma
    rf"[，,](?:也|均|都|任何[^，,；;。]{{2,10}})?(?:应当(?![看认承])|不得(?!不|已)|{_OUGHT})"
)
_TOPIC = re.compile(r"[，,](?:原则上)?(?:必须|都要|一律)(?![\u4e00-\u9fff]{2,4}的)")
_AIM = re.compile(
    "(?:要)?(?:实现|完成|达到|做到|做好|搞好|落实)(?:上述|以上|这些?|今年|既定|预期|今后)[^，,；;。]{0,20}(?:目标|任务|工作|要求|点)"
)
_NEEDED = re.compile("[，,](?:我们|就|还|全县|全市|全省)?(?:必须|要(?![求素点害])|需要|关键)")
_CALLS = re.compile("努力|力争|争取|坚决|大力|切实|要(?![求素点害])|必须|须|应|能|决不|绝不|不得|禁止")


def _is_topic(clause: Clause) -> bool:
    """Whether a clause that calls for nothing says what the next one is about (实现梦想，必须奋斗)."""
    called = _CALLS.search(clause.masked, clause.start, clause.end) is not None
    return not called and _TOPIC.match(clause.masked, clause.end) is not None


def _is_aim(clause: Clause) -> bool:
    """Whether a clause only names the aim that the next says what is needed for (实现上述目标，要…)."""
    named = _AIM.fullmatch(clause.masked, clause.start, clause.end) is not None
    return named and _NEEDED.match(clause.masked, clause.end) is not None


def is_condition(clause: Clause, *, owed: bool = False) -> bool:
    """
    Whether a clause only says in what case, or for whom, something holds (需要改造的，, 新建道路，应当…).

    Where a duty is `owed` since a clause before, one that goes on with it may stand before another duty.
    """
    if clause.masked[clause.end : clause.end + 1] not in ("，", ","):
        return False
    bare = not owed and not has_duty(clause, bound=True) and _BARE.match(clause.masked, clause.end)
    if bare:
        return not (_FORBID.match(clause.masked, clause.end) and _DONE.match(clause.masked, clause.start))
    if _PASSED.match(clause.masked, clause.start, clause.end) or _is_topic(clause) or _is_aim(clause):
        return True
    if _CASE.match(clause.masked, clause.start, clause.end) and _BARE.match(clause.masked, clause.end):
        return True
    ahead = (clause.masked, clause.end, clause.end + 2 * FAR)
    if _WHOSE.match(clause.masked, clause.start, clause.end) and _GIVES.search(*ahead):
        return True
    party = _PARTY.match(clause.masked, clause.start, clause.end) is not None
    if party and not owed and not has_duty(clause) and (_BARE.search(*ahead) or _BOUND_IN.match(*ahead)):
        return True
    of_case = clause.masked[clause.end - 1] == "的" and clause.masked[clause.end - 2] != "目"
    deed = not owed and not has_duty(clause) and _OCCASION.match(clause.masked, clause.start, clause.end)
    if deed and _WHO_THEN.match(clause.masked, clause.end):
        return True
    if _ENGAGED.match(clause.masked, clause.start, clause.end) and not has_duty(clause):
        return True
    if of_case and _ASKED.match(clause.masked, clause.end):
        return True
    case = of_case and _ANSWERED.search(*ahead) is not None
    bound = case or MODAL.search(*ahead) is not None
    return bound and _CONDITION.match(clause.masked, clause.start, clause.end) is not None


def only_grounds(clause: Clause) -> bool:
    """Whether a duty is worded whose clause ends with when or on what ground (应当在开工前，告知居民)."""
    modal = MODAL.search(clause.masked, clause.start, clause.end)
    if (
        modal is None
        or modal[0] not in _BINDS
        or clause.masked[clause.end : clause.end + 1] not in ("，", ",")
    ):
        return False
    return _GROUND_ALONE.match(clause.masked, modal.end(), clause.end) is not None


def only_may(clause: Clause) -> bool:
    """Whether a clause permits something in a sentence that binds as well; what it permits is no duty."""
    modal = MODAL.search(clause.masked, clause.start, clause.end)
    if modal is None or modal[0] in _BINDS:
        return False
    near = (max(0, clause.start - _NEAR), min(len(clause.masked), clause.end + _NEAR))
    return modal[0][0] == "方" or _BOUND.search(clause.masked, *near) is not None


def has_duty(clause: Clause, *, bound: bool = False) -> bool:
    """Whether a clause words a duty, a permission or a ban; no permission where it must be `bound`."""
    modal = MODAL.search(clause.masked, clause.start, clause.end)
    return modal is not None and not (bound and modal[0] not in _BINDS)


def has_charge(clause: Clause) -> bool:
    """Whether a clause may say without a modal who does something: 由…, 负责, 报…批准."""
    return _CHARGE.search(clause.masked, clause.start, clause.end) is not None
