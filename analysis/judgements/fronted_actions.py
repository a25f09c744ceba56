"""
Actions of clauses whose object stands before its verb: 把安全发展贯穿各领域, 将名单发至街道, 对材料进行评审.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.judgements.action_values import Action, action_of, ended
from analysis.judgements.clause_phrases import is_last
from analysis.judgements.clause_subjects import MOVED
from analysis.judgements.clause_verbs import FAR, Clause, behind_manners
from analysis.judgements.duty_light import BODY
from analysis.judgements.late_verbs import LIGHT, light_verb
from analysis.judgements.objects import subject_of

_BROUGHT = re.compile(
    r"(?<=[到在成为于给入上至])|(?:到|至|在|成|为|于(?![都田洪][、和与县区])|给|入|进|起来|下去)"
)  # 摆在, 建设成, 组织起来; but 支持|于都、会昌
_LIGHT = re.compile(r"进行|加以|给予|予以|实行|开展")
_LED = re.compile("[对把将向为在从以按经因给让使与]|通过|根据|依托|结合|支持|鼓励|引导|围绕")
_GIVEN = re.compile(r"提供|创造|营造|注入|增添|减负增能|减负")
_FOR_WHOM = re.compile(  # 为老年人建设家庭养老床位
    "为(?!了)[^，,；;。为的]{0,16}(?:人|者|员|户|企业|群众|居民|学生|职工|家庭|主体|农民|儿童|妇女|[村站校院室]|中心|机构|单位|乡镇|社区|园区|地区)(?:免费|集中|及时)?"
    "(?P<verb>建设|开展|配备|设立|办理|安装|购买|发放|减免|落实|争取|搭建|开辟|开通|解决|新增|筹集|补充|选派|输送|引进|选聘)(?![、和与的及]|[^，,；;。]{0,24}(?:提供|创造|奠定|营造|做出|作出))(?=[^，,；;。]{2})"
)
_ENDED = frozenset(
    ("完成", "形成", "构成", "组成")
)  # end in 成 and bring nothing anywhere: 将完成情况纳入考核
_TO_WHOM = re.compile(  # 向社会力量开放公共设施
    "(?:并)?向(?![上下前后内外心])[^，,；;。向的]{2,16}?(?P<verb>开放|推荐|推介|反馈|转移|承诺|提供|发放|征集)"
    "(?![、和与的及工型力水程]|(?:情况|工作|合作)$)(?=[^，,；;。]{2})"
)
_FROM = re.compile(r"(?<=..)(?:进一步|逐步|加快)?[由从][^由从的]{2,12}$")  # 把产能由东部转到西部
_CALL = re.compile("(?<=..)(?:都|均|也)?(?:必须|要|应当|应该|应|须)[\u4e00-\u9fff]{0,6}$")

_ABOUT = re.compile(  # who does something about a thing: 县卫健委对整改情况进行复查
    rf"[^，,；;。：:对]{{1,20}}[{BODY}](?:将|要|应|须|可|均|统一|定期|不定期|负责|依法|及时|逐项|逐一|同步|适时|认真|重点|组织|严格|全面"
    r"|(?:对照|按照|根据)[^，,；;。对]{2,24}){0,3}对(?![象外应接比照口策标话])(?=[^，,；;。]{2,60}(?:进行|开展|予以|给予|加以))"
)


_HANDS = re.compile(  # who is to hand something on by when: 各单位要于六月底前将总结报送我局
    rf"[^，,；;。：:将把]{{1,24}}[{BODY}](?:要|须|应|务必|请)?(?:于|在)[^，,；;。将把]{{2,14}}前(?:将|把)(?=[^，,；;。]{{3}})"
)


def about(clause: Clause, at: int) -> Action | None:
    """The action of a clause that says who does something and then about what (专家组对材料进行评审)."""
    found = None if _LED.match(clause.masked, at) else _ABOUT.match(clause.masked, at, clause.end)
    hands = None if found else _HANDS.match(clause.masked, clause.start, clause.end)
    if hands:
        return handled(clause, hands.end())
    return fronted(clause, found.end() - 1) if found else None


def fronted(clause: Clause, at: int) -> Action | None:
    """The action of a clause whose object stands before its verb (把安全发展贯穿各领域)."""
    text = clause.masked[at : clause.end]
    if text[:1] in ("把", "将"):
        return handled(clause, at + 1)
    if text[:1] != "对" and clause.masked[at - 1 : at] in ("把", "将") and at > clause.start:
        return handled(clause, at)
    if whom := _FOR_WHOM.match(clause.masked, at, clause.end):
        return action_of(clause, whom.end(), clause.end, whom["verb"], *clause.level(whom["verb"]))
    if to := _TO_WHOM.match(clause.masked, at, clause.end):
        return action_of(clause, to.end(), clause.end, to["verb"], *clause.level(to["verb"]))
    pattern = {"对": _LIGHT, "为": _GIVEN}.get(text[:1])
    found = pattern.search(text, 2) if pattern else None
    if found is None:
        return None
    if found[0] in LIGHT and (light := light_verb(clause)):
        about = _CALL.sub("", clause.sentence[at + 1 : at + found.start()])
        return replace(ended(clause, *light), object=subject_of(about))
    begin = at + found.end()
    return action_of(clause, begin, clause.end, found[0], *clause.level(found[0]))


def handled(clause: Clause, begin: int) -> Action | None:
    """把 and what is brought somewhere: the object lies between, the verb has a complement behind it."""
    for at in range(begin + 2, min(clause.end, begin + FAR)):
        passed, _ = behind_manners(clause, at)
        verb = clause.one_verb(passed)
        brought = (
            verb not in _ENDED and _BROUGHT.match(clause.masked, passed + len(verb), clause.end)
        ) or verb == "贯穿"
        if len(verb) > 1 and (
            brought or MOVED.fullmatch(verb) or is_last(clause, passed, verb, led=passed > at)
        ):
            framed = verb == "作为" and clause.masked[begin - 1] == "把"  # 把…作为…, and then what is done
            level, word = ("stance", verb) if framed else clause.level(verb)
            between = _FROM.sub("", subject_of(clause.sentence[begin:at]))
            return replace(action_of(clause, at, at, verb, level, word), object=between)
    return None
