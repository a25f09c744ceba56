"""
What a sentence says is to be done: its main verbs, each with the object that it acts upon.

A clause is opened by manner words (大力, 努力, 必须), by a subject, or by what is acted upon (把, 对); then
comes its verb, the longest entry of the list there. What stands behind the verb is its object: words in it
are no actions, whatever they are (完善全覆盖走访机制 covers nothing, 探索落实办法 carries nothing out).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.judgements.action_lists import ActionLists, load_actions
from analysis.judgements.action_values import Action, action_of, ended, weighed
from analysis.judgements.ban_verbs import ban_of, in_rule, ruled
from analysis.judgements.clause_phrases import (
    ASIDE,
    BEARS,
    HANGING,
    bearing,
    behind_phrase,
    behind_stance,
    called_for,
    linked,
    only_stands,
    only_strives,
    stands,
)
from analysis.judgements.clause_subjects import behind_leads, by_ground, is_state, only_means
from analysis.judgements.clause_turns import and_then, behind_case, behind_tries, turned
from analysis.judgements.clause_verbs import Clause, behind_manners, further
from analysis.judgements.clauses import clauses, closed
from analysis.judgements.duty_modals import BANS, has_charge, has_duty, is_condition, only_grounds, only_may
from analysis.judgements.duty_rows import duty_pieces
from analysis.judgements.duty_verbs import duty_object, duty_verb, is_mutual
from analysis.judgements.enumerations import ITEM
from analysis.judgements.fronted_actions import about, fronted, handled
from analysis.judgements.late_verbs import LIGHT, adopted, late_verb, light_verb, names
from analysis.judgements.objects import subject_of
from analysis.judgements.paper_lists import are_asked, is_paper
from analysis.judgements.short_rows import short_row
from analysis.judgements.told_verbs import LIMITS, SIZED, told
from analysis.judgements.verb_rows import pieces
from analysis.judgements.verb_words import BANNING

__all__ = ["Action", "actions", "opening"]

_STRIVES = "力争"
_UNTIL = re.compile(r"[^，,；;。]{0,4}(?:力争|争取)[^，,；;。]{0,16}?[年月底末前内间右季度”]")  # 力争年内，…
_COMES = re.compile(
    "(?:建成通车|建成投用|建成投产|完工|开工|竣工|投产|投用|通车|建成|开通|开业|投运|交付|开园)$"
)
_ADDED = re.compile(r"新增[^，,；;。]{0,6}\d")  # what is added stands behind it


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
    found: list[Action] = []
    papers = False
    owed = ITEM.match(sentence) is not None  # what an item of a rule begins with is owed
    for start, end in clauses(masked):
        clause = behind_case(Clause(sentence, masked, start, end, lists))
        papers = are_asked(clause) or (papers and is_paper(clause))
        if not papers or are_asked(clause):
            found += _of_clause(clause, owed=owed)
        owed = owed or has_duty(clause)
    whole = list(_without_hanging(sentence, _behind_strives(sentence, found, lists), lists))
    return [action for action in whole if action.level] or whole


def _behind_strives(sentence: str, found: list[Action], lists: ActionLists) -> list[Action]:
    """The actions, those behind 力争年内 alone tried for; it stays where nothing else is done."""
    alone = [one for one in found if _UNTIL.fullmatch(sentence, one.start, one.end)]
    others = [one for one in found if one not in alone and one.level]
    if not alone or not others:
        return found
    begin = alone[0].start
    return [weighed(one, [_STRIVES], lists) if one.start > begin else one for one in others]


def _without_hanging(sentence: str, found: list[Action], lists: ActionLists) -> Iterator[Action]:
    """The actions, those taken in whose verb one before still waits for (支持企业按照要求，培育产品)."""
    at = 0
    while at < len(found):
        action, at = found[at], at + 1
        if action.level == 1 and lists.takes(action.verb) == "clause" and HANGING.search(action.object):
            begin, end = sentence.find(action.object, action.start), action.end
            if at < len(found) and found[at].start <= end + 2:
                end, at = found[at].end, at + 1
            action = replace(action, object=sentence[begin:end], end=end)
        yield action


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
        clause = Clause(sentence, masked, start, end, lists)
        at, _ = behind_manners(clause, start)
        front = fronted(clause, at)
        verb = front.verb if front else clause.verb_at(at)
        return verb if front or clause.is_acting(verb, at) else ""
    return ""


def _of_clause(clause: Clause, *, owed: bool = False) -> Iterator[Action]:
    """The actions of a clause; of one that only says until when one strives, that (力争年内，…)."""
    behind = behind_tries(clause, clause.start)
    if clause.start < behind < clause.end - 1:
        aims = list(_done_in(replace(clause, start=behind), owed=owed))
        yield from (weighed(one, [_STRIVES], clause.lists) for one in aims)
        last = clause.verb_at(behind) or "".join(_COMES.findall(clause.sentence[behind : clause.end]))
        if not aims and last and clause.masked.endswith(last, behind, clause.end):
            aims = [weighed(ended(clause, clause.end - len(last), last), [_STRIVES], clause.lists)]
            yield from aims
        if aims:
            return
    yield from _done_in(clause, owed=owed)


def _done_in(clause: Clause, *, owed: bool) -> Iterator[Action]:
    at, manners = behind_manners(clause, clause.start)
    if at and clause.masked[at - 1] in "将把" and at > clause.start and (front := handled(clause, at)):
        yield weighed(front, manners, clause.lists)
        return
    if _is_aside(clause, at, owed=owed):
        return
    if row := list(short_row(clause, at)):
        for begin, stop, one in row:
            yield weighed(action_of(clause, begin, stop, one, "2", one), manners, clause.lists)
        return
    if owed or has_duty(clause) or has_charge(clause):
        owing = list(_owed(clause, manners, owed=owed))
        yield from owing
        if owing or (has_duty(clause, bound=True) and clause.one_verb(at) in clause.lists.nouns):
            return  # 检验检测机构应当…: what bears a duty does nothing by its name
    if at == clause.start and (called := bearing(clause, at))[1]:
        for begin, stop, one in pieces(clause, *called):
            grade = ("2", one) if one in BEARS else clause.level(one)
            yield weighed(action_of(clause, begin, stop, one, *grade), manners, clause.lists)
        return
    begun, bare = behind_phrase(clause, behind_leads(clause, at))
    if begun > at:
        at, more = behind_manners(clause, begun)
        manners += more
    if shaped := list(_shaped(clause, at, manners)):
        yield from shaped
    else:
        yield from _by_verb(clause, at, manners, bare=bare)


def _is_aside(clause: Clause, at: int, *, owed: bool) -> bool:
    """Whether a clause only says by what, when, for whom or on what condition something is done."""
    aside = ASIDE.match(clause.masked, at, clause.end) is not None
    return (
        (aside and not (owed and clause.masked.startswith("遵循", at)))
        or is_condition(clause, owed=owed)
        or only_may(clause)
        or only_grounds(clause)
        or only_means(clause, at)
        or only_strives(clause)
        or in_rule(clause)
    )


def _shaped(clause: Clause, at: int, manners: list[str]) -> Iterator[Action]:
    """The actions of a clause whose verb does not stand before its object: 加以解决, 把…纳入…, 变…为…."""
    if light := light_verb(clause) if clause.one_verb(at) in LIGHT else None:
        yield weighed(ended(clause, *light), manners, clause.lists)
    elif front := fronted(clause, at) or about(clause, at):
        yield weighed(front, manners, clause.lists)
        for place in and_then(clause, at + 2):
            yield from _of_clause(replace(clause, start=place + 1))
    elif turn := turned(clause, at):
        yield weighed(action_of(clause, at + 1, clause.end, turn, "2", turn), manners, clause.lists)


def _by_verb(clause: Clause, at: int, manners: list[str], *, bare: bool) -> Iterator[Action]:
    """The actions of a clause by its verb: the one it opens with, the one behind its subject, or its last."""
    begun, tool = behind_stance(clause, at, manners)
    at, verb = linked(clause, begun, tool, manners)
    if tool in ("运用", "应用") and at > begun:  # and then what it is used for: 运用大数据提升效能
        used = action_of(clause, begun + 2, at, tool, *clause.level(tool))
        yield weighed(used, manners, clause.lists)
    behind = at + len(verb)
    banned = clause.one_verb(at) in BANNING and len(verb) > len(clause.one_verb(at))
    left, noun = clause.end - behind + banned, verb in clause.lists.nouns
    came = clause.level(verb)[0] == "result" if verb else True
    told = came or noun or left < 1 or verb in (_STRIVES, "结合")
    if told and (of_subject := _told_of(clause, verb, behind)):
        yield weighed(of_subject, manners, clause.lists)
        return
    if not verb or left < 1 + noun or clause.lacks_object(behind) or clause.becomes(verb, at):
        at, verb = (at, "") if bare else _behind_subject(clause, at, manners)
    named = noun and names(clause, at + len(verb))
    if (len(verb) < 1 + bare or named) and (late := late_verb(clause)):
        for last in filter(None, (adopted(clause, late[0]), late)):
            yield weighed(ended(clause, *last), manners, clause.lists)
        return
    resulted = bool(verb) and clause.level(verb)[0] == "result" and not manners
    if len(verb) < 1 + bare or resulted or is_state(clause, at, verb):
        return
    for begin, stop, one in pieces(clause, at, verb):
        level, word = ("stance", one) if stands(clause, one, begin, stop) else clause.level(one)
        yield weighed(action_of(clause, begin, stop, one, level, word), manners, clause.lists)


def _owed(clause: Clause, manners: list[str], *, owed: bool) -> Iterator[Action]:
    """The actions of a clause that words a duty, or goes on with one; a ban keeps its 不得."""
    clause = replace(clause, lists=clause.lists.of_rules)
    if owed and (told := ruled(clause)):
        yield action_of(clause, clause.start + len(told), clause.end, told, *clause.level(told))
        return
    place, verb, modal = duty_verb(clause, owed=owed)
    ways = [*manners, *([modal] if modal and modal not in manners else [])]
    ban = ban_of(clause, place, modal)
    for begin, stop, one in duty_pieces(clause, place, verb) if verb else ():
        about = (begin, stop) if stop > begin else duty_object(clause, place)
        one = clause.masked[place - 1] + one if is_mutual(clause, place, one) else one
        action = action_of(clause, *about, one, *clause.level(one))
        if modal in BANS:
            action, ban = replace(action, verb=ban + one, level=3), ""
        yield weighed(action, ways, clause.lists)


def _behind_subject(clause: Clause, at: int, manners: list[str]) -> tuple[int, str]:
    """The verb of a clause that begins with something else: the one a modal calls for, or the first."""
    if only_stands(clause, at):
        return at, ""
    place, verb = called_for(clause, at, manners)
    return (place, verb) if verb else further(clause, at, manners)


def _told_of(clause: Clause, verb: str, behind: int) -> Action | None:
    """The action of a clause whose object is its subject: what rises to a number, what must be removed."""
    if settled := by_ground(clause):
        action = action_of(clause, clause.start, clause.start, settled[0], *clause.level(settled[0]))
        return replace(action, object=settled[1])
    if verb == _STRIVES and _ADDED.search(clause.masked, clause.start, clause.end):
        return None
    found = told(clause)
    if found is None:
        return None
    at, place, one = found
    if behind - len(verb) < place < behind:
        return None  # 改造提升2万亩 does both
    sized = SIZED.search(clause.masked, max(clause.start, place - 10), place) is not None
    if (
        one in LIMITS
        and not (sized and not verb)
        and (verb == _STRIVES or _behind_subject(clause, behind, [])[1] not in ("", one))
    ):
        return None  # 安排资金不少于三千万元 does 安排
    level, word = clause.level(one)
    begin = behind_manners(clause, clause.start)[0]
    begin = min(begin + len(_STRIVES) * clause.masked.startswith(_STRIVES, begin), at)
    action = action_of(clause, clause.start, clause.start, one, level, word)
    tries = ("力争", "努力", "争取", "必须", "一律")
    manners = [word for word in tries if word in clause.sentence[clause.start : place]]
    tried = max(action.level, int(bool(manners)), 2 * (level == "result"))  # by its number a target
    action = replace(action, object=subject_of(clause.sentence[begin:at]), level=tried)
    return weighed(action, manners, clause.lists)
