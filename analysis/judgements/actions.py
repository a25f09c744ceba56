"""
What a sentence says is to be done: its main verbs, each with the object that it acts upon.

A clause is opened by manner words (大力, 努力, 必须), by a subject, or by what is acted upon (把, 对); then
comes its verb, the longest entry of the list there. What stands behind the verb is its object: words in it
are no actions, whatever they are (完善全覆盖走访机制 covers nothing, 探索落实办法 carries nothing out).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.judgements.action_lists import ActionLists, load_actions
from analysis.judgements.clauses import clauses, closed

_REACH = 14  # characters before a verb that a subject or a manner may take up
_FAR = 60  # and a phrase that names what is acted upon
_FRONTED = re.compile(
    r"把|将|对|为|向|在|从|由|以|与|同|和|通过|按照|按|根据|依靠|立足|着眼|针对|面向|依托|用|给|就|到|凡|经"
)
_ASIDE = re.compile(  # clauses that say when, what for and on what ground, and do nothing
    r"以(?:便|求|期|保持|提高|推动|促进|增强|保证|确保|适应|满足|利)|以.+为(?:.{0,6})(?:导向|重点|核心|目标|基础|主线|抓手|载体|突破口"
    r"|契机|龙头|纽带|统领|支撑|根本|指导|中心|关键|前提|主体|主|本|要|依据|牵引|引领|动力|依托|保障|遵循|方向|标准|单位)$"
    r"|(?:为了|随着|由于|只要|如果|虽然|尽管|因为|使(?!用)|让(?!我们)"
    r"|为(?=决胜|实现|夺取|把|加快|全面|推进|谱写|完成|推动|建设))|在.*(?:上|中|下|时|后|里|内|方面|过程中|期间|领域)$|当.*[时后]$"
)
_BROUGHT = re.compile(
    r"(?<=[到在成为于给入])|(?:到|在|成|为|于|给|入|进|起来|下去)"
)  # 摆在, 建设成, 组织起来
_LIGHT = re.compile(r"进行|加以|给予|予以|实行|开展")
_GIVEN = re.compile(r"提供|创造|营造|注入|增添|减负增能|减负")
_COMPLEMENTS = re.compile(
    r"[做抓用打建织筑扛守兜练讲管走办站把扎拧压育塑当写答落种养选护理摸控盯绷扭唱订修拆补改](?:好|强|优|大|实|牢|密|细|准|足|活|稳|深|住|高|齐|紧|严|快|全|透)(?![的度化质水标事])"
)
_JOINED = re.compile(r"[和并、及与或]|以及|并且")
_WHOLE = frozenset(
    (
        "推动",
        "促进",
        "支持",
        "鼓励",
        "引导",
        "争取",
        "探索",
        "倡导",
        "提倡",
        "帮助",
        "吸引",
        "支持鼓励",
        "鼓励支持",
    )
)
_LEADING = re.compile(r"^(?:好|了|着|对(?![外内接口])|于|与|一批|一系列)(?=..)")
_FORBIDDING = frozenset(("不得", "不能", "不准", "不许", "不要", "决不", "绝不"))
_RAISING = frozenset(  # what they take is able to do something, and does not do it (提高贯彻能力)
    ("提高", "增强", "提升", "强化", "加强", "完善", "健全", "优化")
)
_TARGET = re.compile(
    r"(?P<verb>增长|下降|降低|增加|减少|提高|达到|控制|保持|压减|稳定|新增)(?:到|至|在)?(?:不少于|不超过|约)?"
    r"[\d一二三四五六七八九十百]"
)
_CALLED_FOR = re.compile(
    r"(?P<call>要|须|必须|应当|应该|应|需要|努力|坚决|严肃|下决心|抓紧|一律|依法)(?P<verb>[\u4e00-\u9fff]{2,4})$"
)
_CARRIED_OUT = frozenset(("实施", "开展", "启动", "推行", "组织", "完成", "落实"))  # what has a name follows
_QUANTITY = re.compile(
    r"(?:不少于|不低于|超过|突破|力争|达到|达|约|超)?(?:\d[\d.,多余]{0,12}[万亿千百]{0,3}|[一二三四五六七八九十百千两几]{1,8}(?=[万亿个项家条批座所处件名人])[万亿]{0,2})"
    r"[\u4e00-\u9fff%]{0,4}(?:以上|以下|左右|以内)?$"
)
_ABILITY = re.compile(r"(?:能力|水平|本领|机制|体系|作用|功能|制度|意识)(?:和..)?$")
_STATE = re.compile(
    r"(?:明显|显著|不断|日益|稳步|大幅|进一步|更加|持续|全面|充分)(?P<verb>[\u4e00-\u9fff]{2,4})$"
)
_PILOTED = frozenset(("开展", "进行", "组织", "组织开展", "联合开展", "启动"))
_TAIL = 30  # characters in which a quantity at the end is looked for
_MOST = 24  # characters of verbs in a row
_LONG = 12  # characters from which an object is cut to its head


@dataclass(frozen=True, slots=True)
class Action:
    """
    A verb with its object; `start` and `end` are where its clause stands in the sentence.

    `level` is 1 to 3, 0 for a stance; `word` is the one that gave the level (努力, 必须, or the verb).
    """

    verb: str
    object: str
    level: int
    word: str
    start: int
    end: int

    @property
    def written(self) -> str:
        """``verb:object``."""
        return f"{self.verb}:{self.object}"


def actions(sentence: str, lists: ActionLists | None = None) -> list[Action]:
    """
    The actions of a sentence in their order; those of a stance (坚持, 围绕) only where there are no others.

    Examples
    --------
    >>> [action.written for action in actions("大力完善全覆盖走访机制，探索落实办法。")]
    ['完善:全覆盖走访机制', '探索落实:办法']
    >>> [(action.verb, action.level) for action in actions("努力扩大就业，必须加强培训。")]
    [('扩大', 1), ('加强', 3)]
    """
    lists = load_actions() if lists is None else lists
    masked = closed(sentence)
    found = [
        action
        for start, end in clauses(masked)
        for action in _of_clause(_Clause(sentence, masked, start, end, lists))
    ]
    return [action for action in found if action.level] or found


def opening(sentence: str, lists: ActionLists | None = None) -> str:
    """
    The verb that a sentence begins with, manner words aside; empty where a subject or a phrase comes first.

    Examples
    --------
    >>> opening("大力加强管理。"), opening("管理得到加强。"), opening("把握机遇，推进改革。")
    ('加强', '', '把握')
    """
    lists = load_actions() if lists is None else lists
    masked = closed(sentence)
    for start, end in clauses(masked):
        clause = _Clause(sentence, masked, start, end, lists)
        at, _ = _behind_manners(clause, start)
        front = _fronted(clause, at)
        verb = front.verb if front else clause.verb_at(at)
        return verb if front or clause.is_acting(verb, at) else ""
    return ""


@dataclass(frozen=True, slots=True)
class _Clause:
    sentence: str
    masked: str
    start: int
    end: int
    lists: ActionLists

    def manner_at(self, at: int) -> str:
        """The manner word at a place."""
        return self._cut(self.lists.manners.at(self.masked, at), at)

    def verb_at(self, at: int) -> str:
        """The verb at a place, with those that follow it without an object of their own."""
        verb = self.one_verb(at)
        while 0 < len(verb) < _MOST and (more := self._joined(at, verb)):
            verb = more
        return verb

    def one_verb(self, at: int) -> str:
        """The single verb at a place, listed or made with a complement (抓实, 织密)."""
        listed = self._cut(self.lists.verbs.at(self.masked, at), at)
        complement = _COMPLEMENTS.match(self.masked, at, self.end)
        return complement[0] if complement and len(listed) < 2 else listed

    def _joined(self, at: int, verb: str) -> str:
        behind = at + len(verb)
        link = _JOINED.match(self.masked, behind, self.end)
        begin = link.end() if link else behind
        other = self.one_verb(begin)
        if not other or begin + len(other) >= self.end - (link is None) or self._are_apart(verb, other, link):
            return ""
        if link is None and verb in _RAISING and "的" in self.masked[begin : min(self.end, begin + 2 * _FAR)]:
            return ""  # 强化守住底线的意识
        return "" if self.masked[begin + len(other)] in "的、化性率" else self.masked[at : begin + len(other)]

    def _are_apart(self, verb: str, other: str, link: object) -> bool:
        """Whether the second verb is no part of the first: its object, a name, or another kind of verb."""
        kinds = {self._level(verb), self._level(other)}
        if verb == "探索" and link is None:
            return bool(kinds & {"stance", "result"})
        if kinds & {"stance", "result"} or (link is None and "1" in kinds and len(kinds) > 1):
            return True
        if verb in _FORBIDDING:
            return False
        if link is not None:
            return False
        if other in _WHOLE or (verb in _RAISING and self._level(other) == "3"):
            return True
        named = verb in _CARRIED_OUT or len(verb) > 3
        return other in self.lists.nouns or named or len(other) < 2

    def _level(self, verb: str) -> str:
        return self.lists.verbs.values.get(verb, "2")

    def is_acting(self, verb: str, at: int) -> bool:
        """Whether a verb that begins a clause acts on something, and is no subject (管理得到加强)."""
        behind = at + len(verb)
        if len(verb) < 2 or behind >= self.end or self.masked[behind] == "的":
            return False
        follows = self.lists.verbs.at(self.masked, behind) or self.lists.manners.at(self.masked, behind)
        return verb not in self.lists.nouns or not (follows or self.masked[behind] == "不")

    def level(self, verb: str) -> tuple[str, str]:
        """The level of a verb, of several the highest, and the one that has it."""
        tried = self.lists.verbs.at(verb, 0)
        if self._level(tried) == "1" and not _JOINED.match(verb, len(tried)):
            return "1", tried
        parts = [part for part in _JOINED.split(verb) if part] or [verb]
        levels = [(self._level(part), part) for part in parts for part in self._parts(part)]
        return max(levels, key=lambda one: {"3": 3, "2": 2, "1": 1}.get(one[0], 0))

    def _parts(self, verb: str) -> Iterator[str]:
        if verb in self.lists.verbs.values:
            yield verb
            return
        at = 0
        while at < len(verb):
            part = self.lists.verbs.at(verb, at) or verb[at : at + 2]
            yield part
            at += len(part)

    def _cut(self, word: str, at: int) -> str:
        return word if at + len(word) <= self.end else ""


def _of_clause(clause: _Clause) -> Iterator[Action]:
    at, manners = _behind_manners(clause, clause.start)
    if at and clause.masked[at - 1] in "将把" and at > clause.start and (front := _handled(clause, at)):
        yield _weighed(front, manners, clause.lists)
        return
    if _ASIDE.match(clause.masked, at, clause.end):
        return
    if front := _fronted(clause, at):
        yield _weighed(front, manners, clause.lists)
        return
    at, verb = _behind_stance(clause, at, manners)
    if not verb or at + len(verb) >= clause.end or clause.masked[at + len(verb)] == "的":
        if told := _told_of(clause):
            yield _weighed(told, manners, clause.lists)
            return
        at, verb = _further(clause, at, manners)
    if not verb or (clause.level(verb)[0] == "result" and not manners) or _is_state(clause, at, verb):
        return
    for begin, stop, one in _pieces(clause, at, verb):
        level, word = clause.level(one)
        yield _weighed(_action(clause, begin, stop, one, level, word), manners, clause.lists)


def _told_of(clause: _Clause) -> Action | None:
    """The action of a clause whose object is its subject: what rises to a number, what must be removed."""
    text = clause.masked[clause.start : clause.end]
    found = _TARGET.search(text, 2)
    called = None if found else _CALLED_FOR.search(text, max(0, len(text) - 8))
    if found is None and (called is None or called["verb"] not in clause.lists.verbs.values):
        return None
    told = found or called
    assert told is not None
    level, word = clause.level(told["verb"])
    subject = clause.sentence[clause.start : clause.start + told.start()]
    action = _action(clause, clause.start, clause.start, told["verb"], level, word)
    tries = [word for word in ("力争", "努力", "争取") if word in subject]
    manner = [called["call"], *tries] if called else tries
    return _weighed(replace(action, object=subject), manner, clause.lists)


def _is_state(clause: _Clause, at: int, verb: str) -> bool:
    """Whether the clause tells how something has become (质量效益明显提升), its verb being a part of that."""
    begin = max(at + len(verb), clause.end - 8)
    found = _STATE.search(clause.masked, begin, clause.end) if verb not in _WHOLE else None
    return found is not None and found["verb"] in clause.lists.verbs.values


def _behind_stance(clause: _Clause, at: int, manners: list[str]) -> tuple[int, str]:
    """The verb at a place, or that which stands right behind 坚持 or ends its clause (坚持…一体推进)."""
    verb = clause.verb_at(at)
    if not verb or clause.level(verb)[0] != "stance":
        return at, verb
    behind, more = _behind_manners(clause, at + len(verb))
    if _acts(clause, clause.one_verb(behind), behind, led=behind > at + len(verb)):
        manners += more
        return behind, clause.verb_at(behind)
    return at, verb


def _fronted(clause: _Clause, at: int) -> Action | None:
    """The action of a clause whose object stands before its verb (把安全发展贯穿各领域)."""
    text = clause.masked[at : clause.end]
    if text[:1] in ("把", "将"):
        return _handled(clause, at + 1)
    pattern = {"对": _LIGHT, "为": _GIVEN}.get(text[:1])
    found = pattern.search(text, 2) if pattern else None
    if found is None:
        return None
    begin = at + found.end()
    return _action(clause, begin, clause.end, found[0], *clause.level(found[0]))


def _handled(clause: _Clause, begin: int) -> Action | None:
    """把 and what is brought somewhere: the object lies between, the verb has a complement behind it."""
    for at in range(begin + 2, min(clause.end, begin + _FAR)):
        verb = clause.one_verb(at)
        if len(verb) > 1 and (_BROUGHT.match(clause.masked, at + len(verb), clause.end) or verb == "贯穿"):
            level, word = clause.level(verb)
            between = clause.sentence[begin:at]
            return replace(_action(clause, at, at, verb, level, word), object=between)
    return None


def _behind_manners(clause: _Clause, at: int) -> tuple[int, list[str]]:
    """The place behind the manner words that begin at `at`, and those of them that bear on strength."""
    manners: list[str] = []
    verbal = -1  # where a manner stands that is a verb itself (加快)
    while at < clause.end and (manner := clause.manner_at(at)):
        if len(clause.one_verb(at)) > len(manner) or at + len(manner) >= clause.end:
            break
        verbal = at if manner in clause.lists.verbs.values else verbal
        if clause.lists.manners.values[manner]:
            manners.append(manner)
        at += len(manner)
        at += clause.masked[at : at + 1] == "地"
    verb = clause.one_verb(at)
    ends = at + len(verb)
    if verbal >= 0 and (
        not verb or (verb in clause.lists.nouns and _is_noun(clause.masked, ends, clause.end))
    ):
        return verbal, [one for one in manners if clause.masked.find(one, clause.start) < verbal]
    return at, manners


def _is_noun(masked: str, behind: int, end: int) -> bool:
    """Whether a word that is both stands as a noun: at the end, or in a row (高质量发展和分配)."""
    return behind >= end or masked[behind] in "和与及"


def _further(clause: _Clause, at: int, manners: list[str]) -> tuple[int, str]:
    """The first verb behind a subject, a manner that no list has, or what is acted upon."""
    reach = _FAR if _FRONTED.match(clause.masked, at) else _REACH
    stop = min(clause.end - 1, at + reach)
    at += 1
    while at < stop:
        passed, more = _behind_manners(clause, at)
        manners += more
        first = clause.one_verb(passed)
        if _acts(clause, first, passed, led=passed > at):
            return passed, clause.verb_at(passed)
        at = passed if passed > at else at + 1
    return at, ""


def _acts(clause: _Clause, verb: str, at: int, *, led: bool) -> bool:
    """Whether a word within a clause is its verb: no noun (unless manners lead to it), with an object."""
    if len(verb) < 2 or (verb in clause.lists.nouns and not led):
        return False
    behind = at + len(verb)
    kind = clause.level(verb)[0]
    return kind not in ("stance", "result") and behind < clause.end and clause.masked[behind] not in "的、"


def _pieces(clause: _Clause, at: int, verb: str) -> Iterator[tuple[int, int, str]]:
    """The actions that 、 parts in a clause: where each one's object begins and ends, and its verb."""
    begin, current = at + len(verb), verb
    place = clause.masked.find("、", begin, clause.end)
    while place >= 0 and verb not in _WHOLE and not _is_modifier(clause, begin):
        after, _ = _behind_manners(clause, place + 1)
        other = clause.verb_at(after)
        if place - begin >= 2 and _begins_anew(clause, other, after):
            yield begin, place, current
            begin, current = after + len(other), other
        place = clause.masked.find("、", max(after, place + 1), clause.end)
    yield begin, clause.end, current


def _is_modifier(clause: _Clause, begin: int) -> bool:
    """Whether what follows a verb is a row of verbs before 的 (增强推动发展、化解矛盾的能力)."""
    if clause.one_verb(begin) and _ABILITY.search(clause.masked, max(begin, clause.end - 8), clause.end):
        return True
    return bool(clause.one_verb(begin)) and "的" in clause.masked[begin : min(clause.end, begin + 2 * _FAR)]


def _begins_anew(clause: _Clause, verb: str, at: int) -> bool:
    behind = at + len(verb)
    if len(verb) < 2 or verb in clause.lists.nouns or clause.level(verb)[0] in ("stance", "result"):
        return False
    if clause.masked[behind : clause.end] in clause.lists.nouns:
        return False  # 互联互通、整合运营
    return clause.end - behind >= 2 and clause.masked[behind] not in "的、和"


def _action(clause: _Clause, begin: int, stop: int, verb: str, level: str, word: str) -> Action:
    whole = verb in _WHOLE
    if verb in _PILOTED and clause.masked[begin:stop].endswith("试点"):
        level, word = "1", "试点"
    value = int(level) if level.isdecimal() else 0
    return Action(verb, _head(clause.sentence[begin:stop], whole), value, word, clause.start, clause.end)


def _head(object_: str, whole: bool) -> str:
    """The head of an object with its nearest modifier; a clause is left as it is."""
    object_ = _LEADING.sub("", object_.strip())
    if whole:
        return object_
    tail = object_[-_TAIL:]
    bare = object_[:-_TAIL] + _QUANTITY.sub("", tail)
    object_ = bare if len(bare) >= 2 else object_
    before, _, after = object_.rpartition("的")
    return after if before and len(object_) > _LONG and len(after) >= 2 else object_


def _weighed(action: Action, manners: list[str], lists: ActionLists) -> Action:
    for manner in manners:
        if lists.manners.values.get(manner) == "1":
            return replace(action, level=min(action.level, 1), word=manner)
        if lists.manners.values.get(manner) == "3":
            return replace(action, level=3, word=manner)
    return action
