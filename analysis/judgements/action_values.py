"""An action as it is found: a verb with its object, and how its strength is weighed by manners."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.judgements.action_lists import ActionLists
from analysis.judgements.clause_phrases import stands
from analysis.judgements.clause_verbs import Clause
from analysis.judgements.objects import head

_PILOTED = frozenset(("开展", "进行", "组织", "组织开展", "联合开展", "启动"))


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


def action_of(clause: Clause, begin: int, stop: int, verb: str, level: str, word: str) -> Action:
    """The action of a verb whose object stands between `begin` and `stop`; a pilot (开展试点) only tries."""
    whole = clause.lists.takes(verb) == "clause"
    if verb in _PILOTED and clause.masked[begin:stop].endswith("试点"):
        level, word = "1", "试点"
    verb = verb[1:] if verb.startswith("狠抓") else verb  # 狠 only says how
    about, value = head(clause.sentence[begin:stop], whole), int(level) if level.isdecimal() else 0
    return Action(verb, about, value, word, clause.start, clause.end)


def weighed(action: Action, manners: list[str], lists: ActionLists) -> Action:
    """The action with the level that its manners give it (努力 1, 必须 3)."""
    for manner in manners:
        if lists.manners.values.get(manner) == "1":
            return replace(action, level=min(action.level, 1), word=manner)
        if lists.manners.values.get(manner) == "3":
            return replace(action, level=3, word=manner)
    return action


def ended(clause: Clause, place: int, verb: str) -> Action:
    """The action of a clause that ends in its verb; what it acts upon, if said, stands before it."""
    level = ("stance", verb) if stands(clause, verb, place, place) else clause.level(verb)
    return action_of(clause, place, place, verb, *level)
