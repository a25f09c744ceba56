"""
Verbs in a row that 、 parts (完善平台功能、提升服务能力): which of them begin an action of their own.

What stands in a modifier begins none: 增强推动发展、化解矛盾的能力, 分工明确、功能齐全的机场群.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.judgements import verb_words as words
from analysis.judgements.clause_verbs import FAR, Clause, behind_manners

_ABILITY = re.compile(r"(?:能力|水平|本领|机制|体系|作用|功能|制度|意识)(?:和..)?$")
_SERIES = re.compile(r"(?:[一-龥]{4}、)+[一-龥]{4}(?:[和与及][一-龥]{4})?的")  # 分工明确、功能齐全的
_FOUGHT, _FIGHT = (
    frozenset(("打好", "打赢")),
    re.compile("[仗战](?:[和与及、]|$)"),
)  # 打好转型升级、化解风险攻坚战
_LED = re.compile(
    "更好|更加|积极|主动|大力|全力|不断|持续|进一步"
)  # behind which no noun stands: 、更好服务大局
_ALSO = re.compile("和|以及|并且?")
_MARK = re.compile("、|并(?![联列网购轨行发且])|和")
_NAMED = re.compile(
    "(?:[上”力]|并重|相?结合|两?方面|措施|行动|工程|计划|成果|制度|机制|体系|政策|工作|活动|斗争)$"
)
_STEPS = re.compile(
    "等[\u4e00-\u9fff]{0,6}(?:流程|环节|平台|过程|手续|场景|内容|内容和要求|事项|信息|要素|因素|材料|业务|功能)$"
)  # in which a member may be a verb
_HEADS = re.compile(
    "(?:登记|管理|工作|保障|服务)?(?:制度|机制|体系|理念|观念|程序|情况|流程|环节|体制|办法)$"
)  # of a row of four: 选拔、任用、评价、激励制度
_ONWARD = re.compile(  # to what end it is done, with no mark between: 做强制造业促进产业集聚
    r"(?<![、和与及的以并地对为不来要院])(?:促进|推动|带动|拉动|助推|助力)(?=[\u4e00-\u9fff“]{4})"
)
_LEADING = re.compile(  # verbs of what is done to such an end
    "[做抓管用][强大优好精细实活]|采取|发挥|加大|加强|强化|创新(?!和)|挖掘|盘活|抢抓|落实|开展|举办|打造"
)
_OF_WORK = re.compile(  # what names a work or a means that 促进 is a part of: 完善消费促进长效机制
    "(?:的|机制|政策|措施|工作|体系|制度|办法|计划|行动|工程|活动|作用|能力|功能|合力|意见|方案|条例|平台|力度|模式|格局|要求|案例|示范区|法)(?:等)?$"
)
_MOST_STEPS = 10  # characters at the end in which steps are named
_SHORT = 8  # characters of the longest noun


def pieces(clause: Clause, at: int, verb: str) -> Iterator[tuple[int, int, str]]:
    """The actions that 、 parts in a clause: where each one's object begins and ends, and its verb."""
    for first, begin, stop, one in _rows(clause, at, verb):
        onward = _onward(clause, one, begin, stop)
        for single in _singles(clause, first, one):
            yield begin, onward[0] if onward else stop, single
        if onward:
            yield onward[1], stop, clause.masked[slice(*onward)]


def _onward(clause: Clause, verb: str, begin: int, stop: int) -> tuple[int, int] | None:
    """Where 促进 stands behind the object of a verb, which it goes on from (做大平台带动产业升级)."""
    if _LEADING.match(verb) is None:
        return None
    found = _ONWARD.search(clause.masked, begin + 2, stop)
    if found is None or _OF_WORK.search(clause.masked, max(begin, stop - 4), stop):
        return None
    of_other = clause.masked.find("的", begin, stop) >= 0 or "对" in clause.masked[begin : found.start()]
    ends_in_verb = any(
        len(clause.one_verb(found.start() - length)) == length
        and clause.one_verb(found.start() - length) not in clause.lists.nouns
        for length in (2, 3, 4)
        if found.start() - length >= begin
    )
    return None if of_other or ends_in_verb else found.span()


def _singles(clause: Clause, at: int, verb: str) -> Iterator[str]:
    """Verbs that share an object, apart where a manner of its own leads a later one (打击、坚决取缔)."""
    parts = verb.split("、")
    places = [at + sum(len(part) + 1 for part in parts[:index]) for index in range(len(parts))]
    ends = [place + len(part) for place, part in zip(places, parts, strict=True)]
    begun = [min(behind_manners(clause, place)[0], end) for place, end in zip(places, ends, strict=True)]
    singles = [clause.masked[place:end] for place, end in zip(begun, ends, strict=True)]
    yield from singles if begun[1:] != places[1:] and all(singles) else [verb]


def _rows(clause: Clause, at: int, verb: str) -> Iterator[tuple[int, int, int, str]]:
    """The rows of verbs, by where they begin, where their object begins and ends, and as they are written."""
    begin, current, first = at + len(verb), verb, at
    if shared := _shared(clause, begin):
        place, other = shared
        begin, current, first = place + len(other), other, place
        yield at, begin, clause.end, verb
    place, link = _next(clause, begin)
    able = clause.lists.takes(verb) == "ability" and _ends_in_ability(clause, begin)
    while place >= 0 and clause.lists.takes(verb) != "clause" and not _is_modifier(clause, begin, place):
        after, _ = behind_manners(clause, place + len(link))
        other = clause.verb_at(after)
        inside = (able and clause.lists.takes(other) != "ability") or (
            verb in _FOUGHT and _FIGHT.search(clause.masked, place, clause.end) is not None
        )
        led = link == "并" or _LED.fullmatch(clause.masked, place + 1, after) is not None
        inside = inside or (clause.masked[begin] in "对在与从向" and _about(clause, begin, place))
        inside = inside or (link != "、" and _is_one_of_two(clause, (at, begin), place, after + len(other)))
        if link == "、" and _is_member(clause, other, after):
            inside, after = True, after + len(other)
        if place - begin >= 2 and not inside and _begins_anew(clause, other, after, led=led):
            yield first, begin, place, current
            begin, current, first = after + len(other), other, after
        place, link = _next(clause, max(after, place + 1))
    yield first, begin, clause.end, current


def _is_member(clause: Clause, verb: str, at: int) -> bool:
    """Whether a verb is a member of a row of nouns that a head closes (评价、激励制度, 提交票据等流程)."""
    if _STEPS.search(clause.masked, max(at, clause.end - _MOST_STEPS), clause.end):
        return True
    behind = at + len(verb)
    return "、" in verb and _HEADS.match(clause.masked, behind, clause.end) is not None


def _next(clause: Clause, begin: int) -> tuple[int, str]:
    """Where the next mark or word stands that may part two actions, and it."""
    found = _MARK.search(clause.masked, begin, clause.end)
    return (found.start(), found[0]) if found else (-1, "")


def _ahead(clause: Clause, place: int) -> int:
    return min(clause.end, place + 2 * FAR)


def _about(clause: Clause, begin: int, place: int) -> bool:
    """Whether a mark stands within what 对 … 的 is about (加强对申请、调取水样等工序的监测)."""
    return (
        clause.masked.find("的", begin, place) < 0 <= clause.masked.find("的", place, _ahead(clause, place))
    )


def _is_one_of_two(clause: Clause, first: tuple[int, int], place: int, behind: int) -> bool:
    """Whether what 和 or 并 joins is no action of its own: within a name, behind a verb, or too short."""
    at, begin = first
    verbs = (clause.one_verb(place - length) for length in (2, 3, 4) if place - length >= begin)
    if any(len(verb) > 1 and verb not in clause.lists.nouns for verb in verbs):
        return True  # 签订并履行合同
    if clause.masked.startswith("和协调推进", place):
        return True  # 统筹推进“五位一体”总体布局和协调推进“四个全面”战略布局 is one
    if clause.masked[place] == "并":
        return False
    led = at != behind_manners(clause, clause.start)[0] or clause.lists.takes(clause.one_verb(at)) == "name"
    short = place - begin < 3 or clause.end - behind < 3
    named = _NAMED.search(clause.masked, max(behind, clause.end - 4), clause.end) is not None
    return led or short or named or clause.masked.find("的", place, _ahead(clause, place)) >= 0


def _shared(clause: Clause, behind: int) -> tuple[int, str] | None:
    """A second verb with a manner of its own that shares the object (加强和认真改进管理), and its place."""
    link = _ALSO.match(clause.masked, behind, clause.end)
    place = behind_manners(clause, link.end())[0] if link else behind
    verb = clause.verb_at(place) if link and place - link.end() > 1 else ""
    return (place, verb) if _begins_anew(clause, verb, place, led=True) else None


def _is_modifier(clause: Clause, begin: int, place: int) -> bool:
    """Whether what follows a verb is a row before 的, of verbs (增强推动发展、化解矛盾的能力) or of fours."""
    if _SERIES.match(clause.masked, begin, clause.end):
        return True
    noun = clause.one_verb(begin) in clause.lists.nouns
    closed = (
        noun and _ABILITY.search(clause.masked, max(begin, place - 4), place) is not None
    )  # 完善协同机制、提升服务水平
    if (
        not closed
        and clause.one_verb(begin)
        and _ABILITY.search(clause.masked, max(begin, clause.end - 8), clause.end)
    ):
        return True
    return bool(clause.one_verb(begin)) and "的" in clause.masked[begin : min(clause.end, begin + 2 * FAR)]


def _ends_in_ability(clause: Clause, begin: int) -> bool:
    """Whether a clause ends in an ability with what it is for before it (应对威胁、完成任务的能力)."""
    found = _ABILITY.search(clause.masked, max(begin, clause.end - 8), clause.end)
    return found is not None and clause.masked[found.start() - 1] in "的等"


def _begins_anew(clause: Clause, verb: str, at: int, *, led: bool) -> bool:
    behind = at + len(verb)
    if (
        len(verb) < 2
        or (verb in clause.lists.nouns and not led)
        or words.COMPOUND.match(clause.masked, at, clause.end)
        or clause.level(verb)[0] in ("stance", "result")
    ):
        return False
    if clause.end - behind < _SHORT and clause.masked[behind : clause.end] in clause.lists.nouns:
        return False  # 互联互通、整合运营
    return clause.end - behind >= 2 and clause.masked[behind] not in "的、和"
