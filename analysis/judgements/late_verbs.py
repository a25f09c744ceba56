"""
Verbs that end their clause, behind how or by whom, for what they act upon stands before it or is understood.

按法定程序批准, 其余五件另行公布, 向民间资本开放, 认真加以解决, 落后产能全部淘汰. Looked for where a clause
has no verb with an object.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import Clause, behind_manners

_DEED = (
    "公布|发布|公开|公示|实施|施行|执行|办理|批准|审批|审定|启动|推进|推广|推行|开展|拨付|发放|兑现|修订|修改|清理|处理|处置|解决|落实|整改"
    "|制定|编制|印发|通报|报告|上报|备案|验收|取消|废止|停止|关闭|关停|淘汰|拆除|下放|移交|收回|提交|报送|上传|申报|安排|配备|建设|组织实施|组织开展|检查|考核"
    "|纠正|查处|惩处|监督|管理|保护|开放|开工|供应|收购|分配|调整|确定|改造|治理|消除|改进|克服|反馈|竣工|投产|完工|投入使用|清零|列示|贯彻执行|贯彻落实"
)
_BY = re.compile(  # by what, through what, or after what; then at once the verb
    r"(?:严格)?(?:按照?|依照|经|通过|采取|采用|以|会同|报)(?![^，,；;。]{0,40}的[\u4e00-\u9fff]{1,4}$)[^，,；;。]{2,60}?"
    r"(?:程序|规定|方式|形式|办法|渠道|途径|方法|标准|原则|要求|计划|平台|系统|网站|窗口|批准后|同意后|审定后|审核后|审议后)"
    rf"(?:另行|统一|网上|在线|线上|分别|陆续|分批|组织|逐步|及时|全部|对外|向社会)?(?P<verb>{_DEED})$"
)
_AFTER = re.compile(  # after whose consent: 经批准后实施, 章程经理事会表决通过后施行
    rf"(?:经(?:[^，,；;。的]{{1,30}}?)?(?:批准|同意|审定|审核|审议|审查|验收|评审|论证|评估|核实)(?:合格|通过)?后|(?:(?:审议|表决|讨论|审核|审查)通过)后)(?P<verb>{_DEED})$"
)
_ADOPTED = re.compile(r"(?P<verb>(?:审议|表决|讨论|审查)通过)后$")
_WAY = re.compile(  # how it is done, which is never said of what comes about by itself
    r"(?:另行|统一|单独|分别|陆续|分批|分期|依法|按期|按时|定期|及时|立即|一并|逐一|逐项|逐个|从严|从重|限期|第一时间|当场|随时|全部|一律|坚决|认真|如期|同步"
    rf"|有计划地|有步骤地){{1,3}}(?:加以|予以)?(?P<verb>{_DEED})$"
)
_TO = re.compile(  # to whom
    r"(?:对|向)(?![^，,；;。]{0,40}的)[^，,；;。]{2,24}?(?P<verb>报告|通报|公开|公布|公示|反馈|开放|倾斜|承诺)(?:工作|情况)?$"
)
LIGHT = ("加以", "予以")
_LIGHT = re.compile(r"加以(?P<verb>[\u4e00-\u9fff]{2,4})(?:[和、并][\u4e00-\u9fff]{2})?$")
_GIVEN = re.compile(
    r"(?P<verb>予以(?:通报批评|通报表扬|表彰奖励|行政处罚|严肃处理|公开曝光|通报曝光|[\u4e00-\u9fff]{2}))(?:[和、并][\u4e00-\u9fff]{2})?$"
)
_FINE = re.compile(  # what a breach costs
    r"(?<![办各到查惩此某])并?(?P<verb>处)(?=[^，,；;。以]{0,2}[^，,；;。]{2,40}(?:罚款|罚金|拘留)$)"
)
_OUT_OF = re.compile(  # from what means it is paid
    r"从[^，,；;。]{2,30}(?:中|渠道|预算|资金|经费)(?P<verb>列支|支付|解决|拨付|提取|扣除|安排|支出|抵扣|开支)$"
)
_CAREFULLY = re.compile("(?:精心|周密|严密)(?P<verb>组织|部署)$")
_ORDERED = re.compile("(?P<verb>责令(?:改正|限期改正|停业整顿|停产整顿|停产停业))$")
_OUT = re.compile(r"贫困(?:县|村|户|人口|群众|家庭)[^，,；;。]{0,8}?(?P<verb>脱贫|摘帽|出列|退出)$")
_CALL = re.compile(r"(?<![需重主只想不紧简首必])(?:必须|应当|应该|要(?![求素点害领])|须(?!知))")
_HEADS = re.compile(
    "(?:经费|资金|项目|工程|工作|费用|人员|机构|设施|用地|事项|活动|计划|方案|成果|收入|支出|产品|任务|质量)(?![和与及、])|经(?![营济历验])"
)
_THOUGHT = frozenset(("认识", "明确", "提高", "增强", "改善", "增长"))  # states, and what one is to see
_TAIL = 90  # characters at the end of a clause that these are looked for in
_NEAR = 16  # and in which what is called for stands


def late_verb(clause: Clause) -> tuple[int, str] | None:
    """
    The place and verb of a clause that ends in its verb; none where it does not.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "按法定程序批准"
    >>> late_verb(Clause(text, text, 0, len(text), load_actions()))
    (5, '批准')
    """
    return light_verb(clause) or _called(clause) or _by(clause)


def _tail(clause: Clause, most: int) -> int:
    return max(clause.start, clause.end - most)


def light_verb(clause: Clause) -> tuple[int, str] | None:
    """
    The place and verb of what 加以 only leads to, or of 予以 with what is given; none elsewhere.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> light_verb(Clause("认真加以解决", "认真加以解决", 0, 6, load_actions()))
    (4, '解决')
    """
    for pattern in (_LIGHT, _GIVEN):
        if found := pattern.search(clause.masked, _tail(clause, _NEAR), clause.end):
            return found.start("verb"), found["verb"]
    return None


def _called(clause: Clause) -> tuple[int, str] | None:
    """What a modal calls for with manners between (必须认真克服)."""
    for modal in _CALL.finditer(clause.masked, _tail(clause, _NEAR), clause.end):
        passed, _ = behind_manners(clause, modal.end())
        verb = clause.one_verb(passed)
        if (
            passed > modal.end()
            and len(verb) > 1
            and verb not in _THOUGHT
            and passed + len(verb) == clause.end
        ):
            return passed, verb
    return None


def _by(clause: Clause) -> tuple[int, str] | None:
    """What is done by, after or through something, to somebody, or in a way of its own."""
    for pattern in (_AFTER, _BY, _TO, _WAY, _FINE, _OUT, _OUT_OF, _CAREFULLY, _ORDERED):
        if found := pattern.search(clause.masked, _tail(clause, _TAIL), clause.end):
            return found.start("verb"), found["verb"]
    return None


def adopted(clause: Clause, at: int) -> tuple[int, str] | None:
    """
    The place and verb of what is adopted before the verb at `at` is done to it (表决通过后施行); else none.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> adopted(Clause("章程表决通过后施行", "章程表决通过后施行", 0, 9, load_actions()), 7)
    (2, '表决通过')
    """
    found = _ADOPTED.search(clause.masked, max(clause.start, at - 5), at)
    return (found.start("verb"), found["verb"]) if found else None


def names(clause: Clause, behind: int) -> bool:
    """Whether a verb that ends there only names a thing (教育经费向山区倾斜, 建设项目按程序审批)."""
    return _HEADS.match(clause.masked, behind, clause.end) is not None
