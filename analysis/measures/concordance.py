"""Every place where words stand, in their context, sorted: the evidence behind a count."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analysis.columns import OFFSETS, SENTENCE_ID
from analysis.tables import Column, InputProblem, Option, build, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

Order = Literal["position", "left", "right", "match"]
ORDERS: tuple[Order, ...] = ("position", "left", "right", "match")
SECONDS = 5.0  # a search that takes longer on the words of a document runs away
MOST_CHARACTERS, SHOWN = 1000, 60  # of a pattern for one word: as long as it may be, as much as is told
_COUNT = re.compile(r"\{\s*(\d*)\s*(?:,\s*(\d*)\s*)?\}")
_RECURSION = re.compile(r"\(\?(?:R|&|P>|[+-]?\d)")


class TokenIndex:
    """
    A token table made ready for many searches: the same words, numbered.

    Examples
    --------
    >>> rows = [("1.1.1", 1, 0, 2, "改善", "v", None, None), ("1.1.1", 2, 2, 4, "民生", "n", None, None)]
    >>> TokenIndex(build("tokens", rows)).types.tolist()
    ['改善', '民生']
    """

    def __init__(self, tokens: pd.DataFrame) -> None:
        import pandas as pd

        require(tokens, "tokens", ["sentence_id", "position", "start", "end", "token"])
        self.codes, self.types = pd.factorize(tokens["token"].to_numpy(dtype=object))
        self.sentences, _ = pd.factorize(tokens["sentence_id"].to_numpy(dtype=object))
        self.words = tokens["token"].to_numpy(dtype=object)
        self.ids = tokens["sentence_id"].to_numpy(dtype=object)
        self.places = tokens[["position", "start", "end"]].to_numpy()
        new = np.flatnonzero(np.diff(self.sentences, prepend=-1, append=-1))
        self.first = np.repeat(new[:-1], np.diff(new))  # where the sentence of each word begins
        self.behind = np.repeat(new[1:], np.diff(new))  # and where it ends

    def matching(self, pattern: str, *, end: float | None = None) -> np.ndarray:
        """
        Which types a regular expression matches as a whole; `end`: when (``time.monotonic``) it is given up.
        """
        import regex

        shown = repr(pattern if len(pattern) <= SHOWN else f"{pattern[:SHOWN]}…")
        if len(pattern) > MOST_CHARACTERS or _repeated(pattern) > MOST_CHARACTERS:
            raise InputProblem(
                f"{shown} is too long for a word: it may have {MOST_CHARACTERS:,} characters, its "
                "repetitions written out."
            )
        if _RECURSION.search(pattern):
            raise InputProblem(f"{shown} calls itself, which no word needs. Leave (?R) and its like out.")
        try:
            found = _matched(
                regex.compile(pattern), self.types, time.monotonic() + SECONDS if end is None else end
            )
        except TimeoutError:
            raise InputProblem(
                f"{shown} runs away: the search takes more than {SECONDS:g} s. Remove nested repetitions."
            ) from None
        except regex.error as problem:
            raise InputProblem(f"{shown} is no regular expression: {problem}.") from None
        except Exception as problem:  # what a pattern can do to the matcher is not listed anywhere
            kind = type(problem).__name__
            raise InputProblem(f"{shown} cannot be searched for ({kind}). Make it simpler.") from None
        return np.asarray(found, dtype=bool)


def _matched(pattern: Any, words: Iterable[str], end: float) -> list[bool]:
    found = []
    for word in words:
        if (left := end - time.monotonic()) <= 0:
            raise TimeoutError
        found.append(pattern.fullmatch(word, timeout=left) is not None)
    return found


def _repeated(pattern: str) -> int:
    """
    The product of all repetitions that a pattern asks for: the matcher writes them out, nested ones too.
    """
    return math.prod(max(1, *(int(number or 1) for number in pair)) for pair in _COUNT.findall(pattern))


def concordance(
    tokens: pd.DataFrame | TokenIndex,
    pattern: str,
    *,
    regular: bool = False,
    context: int = 10,
    order: Order = "position",
) -> pd.DataFrame:
    """
    Keyword in context: every place where a sequence of words stands.

    One row is a place; columns as in ``tables.TABLES["concordance"]``.

    Parameters
    ----------
    tokens
        A token table (or ``whole_terms`` of one), or a `TokenIndex` of it for many searches.
    pattern
        Words parted by spaces. With `regular` each is a regular expression over one whole word:
        ``.+化 转型`` finds 数字化 转型 and 绿色化 转型; ``.*`` any word.
    context
        Words to the left and right, within the sentence.
    order
        ``position`` in the document; ``left``: by the words before, the nearest first; ``right``: by the
        words behind; ``match``: by what was found. Chinese sorts by code point.

    Raises
    ------
    InputProblem
        For an empty pattern, what is no regular expression or runs away, an unknown order or a negative
        context. Nothing found is an empty table.

    Examples
    --------
    >>> rows = [("1.1.1", 1, 0, 2, "改善", "v", None, None), ("1.1.1", 2, 2, 4, "民生", "n", None, None)]
    >>> concordance(build("tokens", rows), "民生")[["left", "match", "right"]].values.tolist()
    [['改善', '民生', '']]
    """
    index = tokens if isinstance(tokens, TokenIndex) else TokenIndex(tokens)
    parts = pattern.split()
    if not parts:
        raise InputProblem("an empty pattern finds everything; give a word.")
    if order not in ORDERS:
        raise InputProblem(f"concordances are sorted by {', '.join(ORDERS)}; {order!r} came.")
    if context < 0:
        raise InputProblem(f"the context is a number of words, 0 or more; {context} came.")
    context = min(context, len(index.words))
    starts = _places(index, parts, regular=regular)
    rows = [_row(index, start, len(parts), context) for start in starts]
    if order == "left":
        rows.sort(key=lambda row: row[4].split(" ")[::-1])
    elif order == "right":
        rows.sort(key=lambda row: row[6])
    elif order == "match":
        rows.sort(key=lambda row: row[5])
    return build("concordance", rows)


def _places(index: TokenIndex, parts: list[str], *, regular: bool) -> np.ndarray:
    """Positions in the table where the sequence begins, within one sentence."""
    n, size = len(index.codes), len(parts)
    if n < size:
        return np.zeros(0, dtype=int)
    found = index.sentences[: n - size + 1] == index.sentences[size - 1 :]
    end = time.monotonic() + SECONDS
    for at, part in enumerate(parts):
        wanted = index.matching(part, end=end) if regular else index.types == part
        found &= np.asarray(wanted, dtype=bool)[index.codes[at : n - size + 1 + at]]
    return np.flatnonzero(found)


def _row(index: TokenIndex, start: int, size: int, context: int) -> tuple[str, int, int, int, str, str, str]:
    behind = start + size
    left = index.words[max(index.first[start], start - context) : start]
    right = index.words[behind : min(index.behind[start], behind + context)]
    position, offset, _ = index.places[start]
    return (
        index.ids[start],
        position,
        offset,
        index.places[behind - 1, 2],
        " ".join(left),
        "".join(index.words[start:behind]),
        " ".join(right),
    )


@table(
    "concordance",
    row="a place where the words stand, in context",
    key=("sentence_id", "position"),
    help="every place where words stand, in context",
    options=(
        Option("pattern", "the words, parted by spaces", required=True, metavar="WORDS"),
        Option(
            "regular",
            "each word of the pattern is a regular expression over one word",
            kind=bool,
            default=False,
        ),
        Option("context", "words on each side (default 10)", kind=int, least=0, default=10, metavar="N"),
        Option("order", "order of the lines", choices=ORDERS, default="position", flag="sort"),
    ),
    columns=(
        SENTENCE_ID,
        Column("position", "int64", "of the first word in the sentence, from 1", ("place", "位置")),
        *OFFSETS,
        Column("left", "str", "words before, in the sentence, parted by spaces", ("before", "上文")),
        Column("match", "str", "what was found", ("found", "命中")),
        Column("right", "str", "words behind, in the sentence, parted by spaces", ("behind", "下文")),
    ),
)
def concordance_of(
    study: Study, pattern: str, *, regular: bool = False, context: int = 10, order: Order = "position"
) -> pd.DataFrame:
    """Every place where a sequence of words stands, in context."""
    return concordance(study.token_index, pattern, regular=regular, context=context, order=order)
