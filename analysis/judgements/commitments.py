"""
What a document commits to: which way each sentence looks, and of those that look forward what is to be done,
by whom, how firmly, and whether anybody can check it.

Two axes: `wording` is how firm the words are, `has_target` whether there is something to check. 落实 and
全面贯彻 are strong words that often carry nothing to check; a firm promise has both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING

from analysis.columns import SENTENCE_ID
from analysis.judgements.actions import actions
from analysis.judgements.actors import actor
from analysis.judgements.checkable import checkable, deadline
from analysis.judgements.enumerations import owed
from analysis.judgements.list_deadlines import list_deadlines
from analysis.judgements.mode_evidence import Judged
from analysis.judgements.mode_marks import MODES
from analysis.judgements.mode_places import states_rules
from analysis.judgements.modes import modes
from analysis.judgements.strength import strength
from analysis.tables import SEPARATOR, Column, Option, build, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document
    from analysis.study import Study

_MODE = Column(
    "mode",
    "str",
    "forward (to be done), backward (done), situation (diagnosis), other",
    ("mode", "语式"),
)
_COLUMNS = (
    SENTENCE_ID,
    _MODE,
    Column(
        "actions",
        "str",
        "of a forward sentence: verb:object, in their order, joined by ' | '",
        ("actions", "行动"),
    ),
    Column(
        "strength",
        "int64",
        "1 tries or encourages, 2 does, 3 binds, by words or by a stated target; 0 = not forward",
        ("strength", "力度"),
    ),
    Column(
        "has_target",
        "bool",
        "a forward sentence has a number, a date, full coverage or a work to be completed: it can be checked",
        ("checkable", "可核查"),
    ),
    Column(
        "actor",
        "str",
        "who is to do it, where the sentence says so, joined by ' | '",
        ("actor", "主体"),
    ),
    Column(
        "evidence",
        "str",
        "the mark or heading that gave the mode, then the word that gave the strength, joined by ' | '",
        ("decided by", "依据"),
    ),
    Column(
        "wording",
        "int64",
        "the strength with numbers, dates and completion masked; 0 = not forward",
        ("wording", "措辞"),
    ),
    Column("deadline", "str", "of a forward sentence or its list, as written", ("deadline", "期限")),
)


def find_commitments(document: Document, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    The mode of every sentence, and what the forward ones commit to.

    `sentences` has columns ``sentence_id``, ``start``, ``text``; columns of the table as
    ``tables.TABLES["commitments"]`` has them. How good it is: ``python -m tests.gold.commitment_scores``.
    """
    require(sentences, "sentences", ["sentence_id", "start", "text"])
    judged, rule = modes(document, sentences), states_rules(document)
    due = list_deadlines(sentences["text"])
    bound = owed(sentences["text"]) if rule else repeat("", len(sentences))
    columns = zip(sentences["sentence_id"], sentences["text"], judged, due, bound, strict=True)
    return build("commitments", (_row(*one, rule=rule) for one in columns))


def _row(
    sentence_id: str, text: str, judged: Judged, due: str, bound: str, *, rule: bool
) -> tuple[object, ...]:
    if judged.mode != "forward":
        return (sentence_id, judged.mode, "", 0, False, "", judged.mark, 0, "")
    done = actions(text)
    firm = strength(text, done, rule=rule, owed=bound)
    return (
        sentence_id,
        judged.mode,
        SEPARATOR.join(action.written for action in done),
        firm.level,
        bool(due or checkable(text)),
        SEPARATOR.join(actor(text)),
        SEPARATOR.join(_evidence(judged.mark, firm.word)),
        firm.wording,
        deadline(text) or due,
    )


def _evidence(*words: str) -> Iterator[str]:
    yield from dict.fromkeys(word for word in words if word)


@table(
    "commitments",
    row="a sentence of the body",
    key=("sentence_id",),
    help="what looks forward, back or at the situation; what is promised, how firmly, and whether it can be "
    "checked",
    options=(Option("mode", "sentences of this mode only", choices=MODES),),
    columns=_COLUMNS,
)
def commitments_of(study: Study, *, mode: str | None = None) -> pd.DataFrame:
    """What looks forward, back or at the situation; what is promised and how firmly."""
    if mode is None:
        return find_commitments(study.document, study.counted_sentences)
    every = study.table("commitments")
    return every[every["mode"] == mode]
