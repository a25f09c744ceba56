"""
How firmly a sentence commits: 1 tries or encourages, 2 does, 3 binds (``corpus/codebook/commitments.md``).

The highest of its actions counts. Words inside an object do not, nor does what merely comes of an
encouragement (倡导绿色出行，营造良好风尚 stays at 1).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.judgements.actions import Action
from analysis.judgements.checkable import checkable
from analysis.judgements.clauses import closed
from analysis.judgements.enumerations import ITEM

_OUTCOMES = frozenset(
    ("营造", "提升", "增强", "提高", "促进", "激发", "实现", "拓宽", "助力", "扩大", "维护", "提供")
)
_BOUND = re.compile(
    r"必须|务必|一定要|严禁|不得(?!不)|决不|绝不|不允许|不准|禁止|限期(?![^，。；]{0,8}的)|切实(?:有效)?(?:保障|保护)|保障到位|落实到位|坚决(?:守护|维护|杜绝|遏制|执行)"
)
# In a law, rules or measures 应当 states a duty as 必须 does (the codebook has reports and plans in mind, and
# leaves it at 2 there; drafters of laws are told to write 应当 and keep 必须 for what must stand out).
_DUTY = re.compile(r"应当|应予|应(?=[在按于自对将由])|须(?!知)")
_PERMITS = re.compile(r"可以")
_STRIVES = re.compile(
    r"(?:而|继续|共同|团结|不懈|努力|接续){1,3}奋斗[！!。]"
)  # the wish that a speech ends with
_PUNISHED = re.compile("责令|处以?[^，,；;。]{0,30}罚[款金]|没收|吊销")
_ENCOURAGES = re.compile(r"(?:(?:国家|本市|本省|本[州区县])\s?)?(鼓励|支持|提倡|倡导|引导)(?!政策|措施|资金)")
_BINDING = 3
_COMPLETES = frozenset(("完成", "建成", "按期完成", "如期完成", "超额完成"))


@dataclass(frozen=True, slots=True)
class Strength:
    """The level, the level with numbers, dates and completion masked, and the word that decided the first."""

    level: int
    wording: int
    word: str


def strength(sentence: str, actions: Sequence[Action], *, rule: bool = False, owed: str = "") -> Strength:
    """
    How firmly a sentence with these actions commits; in a `rule` 应当 is a duty and 可以 alone a permission.

    `owed` is the word by which the line above a list binds its items (应当履行下列职责：).

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> for text in ("探索落实办法。", "落实办法。", "新增企业100家。", "力争新增企业100家。"):
    ...     print(strength(text, actions(text)))
    Strength(level=1, wording=1, word='探索')
    Strength(level=3, wording=3, word='落实')
    Strength(level=3, wording=2, word='100家')
    Strength(level=1, wording=1, word='力争')
    >>> strength("经营者应当报告。", actions("经营者应当报告。"), rule=True).level
    3
    >>> strength("（一）建立制度；", actions("（一）建立制度；"), rule=True, owed="应当")
    Strength(level=3, wording=3, word='应当')
    """
    wording, word = _worded(sentence, actions)
    if rule and (ruled := _ruled(sentence, actions, wording, owed)):
        wording, word = ruled
    target = "" if wording == 3 or _STRIVES.search(sentence) else _target(sentence, actions)
    level = 3 if target else wording
    completes = [action for action in actions if action.word in _COMPLETES]
    if wording == 3 and completes and all(action.level < 3 for action in actions if action not in completes):
        wording = 3 if _bound(sentence) else 2
    return Strength(level, wording, target or word)


def _worded(sentence: str, actions: Sequence[Action]) -> tuple[int, str]:
    """The level by the words of a sentence alone, and the one that gives it."""
    if striving := _STRIVES.search(sentence):
        return 1, striving[0]
    if word := _bound(sentence):
        return 3, word
    counted = _without_outcomes(actions)
    if not counted:
        return 2, ""
    strongest = max(counted, key=lambda action: action.level)
    return max(strongest.level, 2) if not strongest.level else strongest.level, strongest.word


def _ruled(sentence: str, actions: Sequence[Action], wording: int, owed: str) -> tuple[int, str] | None:
    """What the modals of a rule make of its wording, and the one that does."""
    masked = closed(sentence)
    duty = _DUTY.search(masked)
    if duty and wording < _BINDING:
        return _BINDING, duty[0]
    if wording < _BINDING and (punished := _PUNISHED.search(masked)):
        return _BINDING, punished[0]
    number = ITEM.match(sentence)
    if encouraged := _ENCOURAGES.match(masked, number.end() if number else 0):
        return 1, encouraged[1]
    if owed and wording < _BINDING:
        return _BINDING, owed
    permits = _PERMITS.search(masked)
    return (1, permits[0]) if permits and not actions else None


def _bound(sentence: str) -> str:
    masked = closed(sentence)
    found = _BOUND.search(masked)
    return found[0] if found else ""


def _without_outcomes(actions: Sequence[Action]) -> list[Action]:
    """The actions without what merely comes of a first one that tries or encourages."""
    kept = list(actions)
    while len(kept) > 1 and kept[0].level == 1 and kept[-1].level == 2 and kept[-1].verb in _OUTCOMES:
        kept.pop()
    return kept


def _target(sentence: str, actions: Sequence[Action]) -> str:
    """What can be checked in a sentence, in clauses that do more than try."""
    starts = [action.start for action in actions]
    for start, end in checkable(sentence):
        at = max(bisect_right(starts, start) - 1, 0)  # a date before the first action is of that one
        if not actions or actions[at].level != 1 or start >= actions[at].end:
            return sentence[start:end]
    return ""
