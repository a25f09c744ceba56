"""The words by which a rule binds, permits and forbids; clauses that only say in what case it does."""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import FAR, Clause

_OUGHT = (
    r"(?<![适相反对供响呼回感顺报照理答因])应(?![用急对变付答邀聘届当该])"
    r"|(?<=[位人业构门府员关会者方])应(?=对[^，；。]{2,40}(?:进行|予以|给予|加以))"
)
MODAL = re.compile(rf"应当(?![看认承])|不得(?!不|已)|不予|{_OUGHT}|(?<![尽])可以(?!说|看|预|肯|相信)|有权")
_BINDS = ("应当", "不得", "应")
BANS = ("不得", "不予")
_CONDITION = re.compile(
    r"(?:[^是]{2,300})的$|除[^，]{2,120}外$|未经[^，]{2,120}$|[^，]{4,120}(?:(?<![及按准定同临])时|以?前|之?后|期间)$"
)
_BARE = re.compile(  # a duty whose bearer or case stands before the comma
    rf"[，,](?:也|均|都|任何[^，,；;。]{{2,10}})?(?:应当(?![看认承])|不得(?!不|已)|{_OUGHT})"
)


def is_condition(clause: Clause, *, owed: bool = False) -> bool:
    """
    Whether a clause only says in what case, or for whom, something holds (需要改造的，, 新建道路，应当…).

    Where a duty is `owed` since a clause before, one that goes on with it may stand before another duty.
    """
    if clause.masked[clause.end : clause.end + 1] not in ("，", ","):
        return False
    if not owed and not has_duty(clause) and _BARE.match(clause.masked, clause.end):
        return True
    bound = MODAL.search(clause.masked, clause.end, clause.end + 2 * FAR) is not None
    return bound and _CONDITION.match(clause.masked, clause.start, clause.end) is not None


def has_duty(clause: Clause, *, bound: bool = False) -> bool:
    """Whether a clause words a duty, a permission or a ban; no permission where it must be `bound`."""
    modal = MODAL.search(clause.masked, clause.start, clause.end)
    return modal is not None and not (bound and modal[0] not in _BINDS)
