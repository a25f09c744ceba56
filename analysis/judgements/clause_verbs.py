"""
The words of a clause: manners, verbs, and verbs that go together, looked for from a place on.

What is looked for is bounded: a subject or manner takes up so many characters, a phrase before its verb so
many, so that time grows with the length of a text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.judgements import verb_words as words
from analysis.judgements.action_lists import ActionLists
from analysis.judgements.verb_complements import COMPLEMENTS, WELL_TOO, anew, well_done

_REACH = 14  # characters before a verb that a subject or a manner may take up
FAR = 60  # and a phrase that names what is acted upon
_MOST = 24  # characters of verbs in a row
_FRONTED = re.compile(
    r"把|将|对|为|向|在|从|由|以|与|同|和|通过|按照|按|根据|依靠|立足|着眼|针对|面向|依托|用|给|就|到|凡|经"
)
_WORK = re.compile(r"[^、，,；;。]{4,24}(?:行动|工程|计划|体系建设)(?=[、，,；;。]|$)")
_NO_OBJECT = re.compile(  # 酸雨控制区, 巩固地保持, 团结起来, 对实施负总责, 积累多
    r"[的者]|负(?:总|全|主要|直接|领导)?责(?![任制])|[多少快慢](?=[、，,；;。]|$)|(?<=控制|开发|示范|保护|集聚|集中|居住|生活|生产|办公|试验|实验|承载|服务)区(?=[、的等和与及，；。（内]|$|建设|为|管委)|地(?![区位方域块带下面理质价产铁标球力基震税])|(?:起来|下去|下来|上来)(?=$|[，,；;。、！!])"
)
_PACE = re.compile("[一-龥]{0,6}(?:步伐|进程|进度|节奏|速度)$")  # 加快改革开放步伐
USED = ("运用", "利用", "应用")
_GOT = frozenset(("取得", "得到", "获得", "呈现"))  # behind what came of something
_LED = re.compile(
    "(?:方式|形式|态度|力度|姿态|标准|向社会|向公众)$"
)  # 以划拨方式供应土地, 以更大力度改革体制
_NUMBER = re.compile(r"\d|[一二三四五六七八九十两几]{1,4}[十百千万亿]")
_JOINED = re.compile(r"[和并、及与或]|以及|并且")


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A clause of a sentence by where it stands; in `masked` the sentence is closed (see ``clauses.closed``).

    `lists` are the words it is read by.
    """

    sentence: str
    masked: str
    start: int
    end: int
    lists: ActionLists

    def manner_at(self, at: int) -> str:
        """The manner word at a place."""
        listed = self._cut(self.lists.manners.at(self.masked, at), at)
        if words.NO_MANNER.match(self.masked, at):
            return ""
        how = None if listed else words.AS_MANNER.match(self.masked, at, self.end)
        return how[0] if how else listed

    def verb_at(self, at: int) -> str:
        """The verb at a place, with those that follow it without an object of their own."""
        verb = self.one_verb(at)
        if verb in words.BANNING and (banned := self._banned(at, verb)):
            return banned
        while 0 < len(verb) < _MOST and (more := self._joined(at, verb)):
            verb = more
        return verb

    def one_verb(self, at: int) -> str:
        """The single verb at a place, listed or made with a complement (抓实, 织密)."""
        listed = self._cut(self.lists.verbs.at(self.masked, at), at)
        if listed and (
            words.MEASURE.match(self.masked, at + len(listed))
            or words.PAIR.match(self.masked, at)
            or words.STYLED.match(self.masked, at + len(listed))
        ):
            return ""
        if drawn := words.IMPLEMENTING.match(self.masked, at, self.end):
            return drawn[0]
        if nouned := words.NOUNED.match(self.masked, at, self.end):
            return nouned["verb"]
        if listed == "严格" and not words.STRICT.match(self.masked, at, self.end):
            return ""
        new = anew(self.masked, at, self.end, self.lists)
        if whole := well_done(self.masked, at, self.end) or (new if len(new) > len(listed) else ""):
            return whole
        complement = COMPLEMENTS.match(self.masked, at, self.end)
        if complement is None or len(listed) > 1 or len(self.lists.manners.at(self.masked, at + 1)) > 1:
            return listed  # 重用牢固树立… has no 用牢
        return complement[0]

    def _banned(self, at: int, ban: str) -> str:
        """A ban with how and what it forbids, be it a verb of the list or none (不要盲目引种)."""
        how = words.HOW.match(self.masked, at + len(ban), self.end)
        begin = how.end() if how else at + len(ban)
        begin += 0 if self.one_verb(begin) else len(self.manner_at(begin))
        if words.UNBANNED.match(self.masked, begin) or self.end - begin < 2:
            return ""
        one = words.ONE.match(self.masked, begin, self.end)
        verb = self.one_verb(begin) or (one[0] if one else self.masked[begin : begin + 2])
        if not words.WORDS.fullmatch(verb):
            return ""
        more = words.OR.match(self.masked, begin + len(verb), self.end)
        other = self._also_banned(more.end()) if more else ""
        return self.masked[at : more.end() + len(other) if more and other else begin + len(verb)]

    def _also_banned(self, at: int) -> str:
        last = words.LAST.match(self.masked, at, self.end)
        return self.one_verb(at) or (last[0] if last else "")

    def _joined(self, at: int, verb: str) -> str:
        behind = at + len(verb)
        link = _JOINED.match(self.masked, behind, self.end)
        begin = link.end() if link else behind
        if link and link[0] == "、":
            manner = self.manner_at(begin)  # 高起点规划、高标准建设
            begin += len(manner) if len(manner) > 1 and manner not in self.lists.verbs.values else 0
        other = self.one_verb(begin)
        if (
            not other
            or begin + len(other) >= self.end - (link is None)
            or self._are_apart(verb, other, link, begin)
        ):
            return ""
        if (
            link is None
            and self.lists.takes(verb) == "ability"
            and "的" in self.masked[begin : min(self.end, begin + 2 * FAR)]
        ):
            return ""  # 强化守住底线的意识
        unended = "的化性率" if other.endswith("好") else "的、化性率"  # 保护好、传承好、利用好
        return "" if self.masked[begin + len(other)] in unended else self.masked[at : begin + len(other)]

    def _are_apart(self, verb: str, other: str, link: object, begin: int) -> bool:
        """Whether the second verb is no part of the first: its object, a name, or another kind of verb."""
        kinds = {self._level(verb), self._level(other)}
        if link is None and (verb in words.BIDS or words.COMPOUND.match(self.masked, begin, self.end)):
            return True  # 推动修订条例, of which what follows is the clause
        system = (self.masked, begin - len(verb), self.end)
        if link is None and (words.SYSTEM.match(*system) or words.MADE.match(*system)):
            return True  # 健全防止返贫机制, 制定培养方案
        if link is None and verb.endswith("好") and not WELL_TOO.fullmatch(other):
            return True  # 当好统筹发展的载体, 落实好缩减清单工作
        both = words.BOTH.match(self.masked, begin + len(other), self.end)
        if verb == "坚持" and (link is not None or both):
            return both is not None or bool(kinds & {"1", "result"})  # 坚持和完善, 坚持并落实
        if verb == "探索" and link is None:
            return bool(kinds & {"stance", "result"})
        if kinds & {"stance", "result"} or (link is None and "1" in kinds and len(kinds) > 1):
            return True
        if self.lists.takes(verb) == "action" or link is not None:
            return False
        if self.lists.takes(other) == "clause" or (
            self.lists.takes(verb) == "ability" and self._level(other) == "3"
        ):
            return True
        if self._level(other) != "3" and COMPLEMENTS.fullmatch(other):
            return False  # 增加并管好用好
        named = self.lists.takes(verb) == "name" or len(verb) > 3 or self._names_work(verb, other, begin)
        return other in self.lists.nouns or named or len(other) < 2

    def _names_work(self, verb: str, other: str, begin: int) -> bool:
        """Whether the second verb begins the name of a work that the first carries on (推进提升水质行动)."""
        if verb != "推进" or (work := _WORK.match(self.masked, begin, self.end)) is None:
            return False
        return self.lists.takes(other) == "ability" or work[0].endswith("体系建设")

    def _level(self, verb: str) -> str:
        return self.lists.verbs.values.get(verb, "2")

    def is_acting(self, verb: str, at: int) -> bool:
        """Whether a verb that begins a clause acts on something, and is no subject (管理得到加强)."""
        behind = at + len(verb)
        if len(verb) < 2 or behind >= self.end or self.masked[behind] in "的者":
            return False
        follows = self.lists.verbs.at(self.masked, behind) or self.lists.manners.at(self.masked, behind)
        return verb not in self.lists.nouns or not (follows or self.masked[behind] == "不")

    def lacks_object(self, behind: int) -> bool:
        """Whether what stands behind a verb makes it no action on anything: 控制区, 巩固地, 团结起来."""
        return _NO_OBJECT.match(self.masked, behind, self.end) is not None

    def becomes(self, verb: str, at: int) -> bool:
        """Whether a word that is a noun as well is the subject of what came of it (发展取得成效)."""
        follows = self.lists.verbs.at(self.masked, at + len(verb))
        if self.lists.verbs.values.get(follows) != "result":
            return False
        return verb in self.lists.nouns or (follows in _GOT and self._takes_thing(verb))

    def _takes_thing(self, verb: str) -> bool:
        """Whether a verb takes neither a clause nor a try (培养, but not 支持 or 争取)."""
        return self.lists.takes(verb) != "clause" and self.level(verb)[0] not in ("1", "stance")

    def level(self, verb: str) -> tuple[str, str]:
        """The level of a verb, of several the highest, and the one that has it."""
        if verb in self.lists.verbs.values:
            return self._level(verb), verb
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


def behind_manners(clause: Clause, at: int) -> tuple[int, list[str]]:
    """The place behind the manner words that begin at `at`, and those of them that bear on strength."""
    manners: list[str] = []
    verbal = -1  # where a manner stands that is a verb itself (加快)
    while at < clause.end and (manner := clause.manner_at(at)):
        if len(clause.one_verb(at)) > len(manner) or at + len(manner) >= clause.end:
            break
        verbal = at if manner in clause.lists.verbs.values and clause.one_verb(at) else verbal
        if clause.lists.manners.values.get(manner):
            manners.append(manner)
        at += len(manner)
        at += clause.masked[at : at + 1] == "地"
    verb = clause.one_verb(at)
    ends = at + len(verb)
    if verbal >= 0 and (
        (not verb and clause.masked[at : at + 1] not in "把将")
        or (
            verb in clause.lists.nouns
            and (_heeds(clause, verbal, verb) or _is_noun(clause.masked, ends, clause.end))
        )
    ):
        return verbal, [one for one in manners if clause.masked.find(one, clause.start) < verbal]
    return at, manners


def _heeds(clause: Clause, at: int, verb: str) -> bool:
    """Whether what 重视 or 注重 is given to begins with a noun that is a verb as well (重视培训工作)."""
    strict = words.STRICT.match(clause.masked, at, clause.end) is not None  # 严格审批程序
    return strict or (clause.masked.startswith(("重视", "注重"), at) and verb not in ("发展", "调整", *USED))


def _is_noun(masked: str, behind: int, end: int) -> bool:
    """Whether a word that is both stands as a noun: at the end, or in a row (高质量发展和分配)."""
    return behind >= end or masked[behind] in "和与及" or _PACE.match(masked, behind, end) is not None


def further(clause: Clause, at: int, manners: list[str]) -> tuple[int, str]:
    """The first verb behind a subject, a manner that no list has, or what is acted upon."""
    reach = FAR if _FRONTED.match(clause.masked, at) else _REACH
    stop = min(clause.end - 1, at + reach)
    by = "以" in clause.masked[at : at + _REACH]
    at += 1
    while at < stop:
        passed, more = behind_manners(clause, at)
        manners += more
        first = clause.one_verb(passed)
        noun = first in clause.lists.nouns
        of_other = noun and (
            clause.masked[at - 1] == "的" or (by and _is_led_on(clause, passed + len(first)))
        )
        row = clause.masked.startswith("以及", clause.start) and clause.masked[passed - 1] in "和与及、"
        if row or (first and clause.becomes(clause.verb_at(passed), passed)):
            at = passed + (len(clause.verb_at(passed)) or 1)
            continue
        led = passed > at or _LED.search(clause.masked, at - 3, at) is not None
        led = led or words.SHOWN.match(clause.masked, clause.start, passed + len(first)) is not None
        if not of_other and acts(clause, first, passed, led=led):
            return passed, clause.verb_at(passed)
        at = max(passed, at) + (len(first) or passed == at)
    return at, ""


def _is_led_on(clause: Clause, behind: int) -> bool:
    """Whether manners and a verb follow a noun (以高水平开放全面融入循环), which is how it is done then."""
    passed, _ = behind_manners(clause, behind)
    return passed > behind and acts(clause, clause.one_verb(passed), passed, led=True)


def acts(clause: Clause, verb: str, at: int, *, led: bool) -> bool:
    """Whether a word within a clause is its verb: no noun (unless manners lead to it), with an object."""
    behind = at + len(verb)
    counted = _NUMBER.match(clause.masked, behind, clause.end) is not None  # 转移四千万劳动力
    if len(verb) < 2 or (verb in clause.lists.nouns and not led and not counted):
        return False
    kind = clause.level(verb)[0]
    if clause.masked[at - 1 : at] in ("无", "未") or words.COMPOUND.match(clause.masked, at, clause.end):
        return False  # 尚无明确规定, 围绕实施意见
    if kind in ("stance", "result") or behind >= clause.end or clause.becomes(verb, at):
        return False
    return clause.masked[behind] != "、" and not clause.lacks_object(behind)
