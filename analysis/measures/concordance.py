"""Every place where words stand, in their context, sorted: the evidence behind a count."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analysis.columns import OFFSETS, SENTENCE_ID
from analysis.measures.nearby import nothing_found
from analysis.tables import Column, InputProblem, Option, build, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

Order = Literal["position", "left", "right", "match"]
ORDERS: tuple[Order, ...] = ("position", "left", "right", "match")
SECONDS = 5.0  # a search that takes longer on the words of a document runs away
MOST_CHARACTERS, SHOWN = 1000, 60  # of a pattern for one word: as long as it may be, as much as is told
_GAP = "\n"  # stands where one sentence ends; no pattern holds it
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

    @cached_property
    def text(self) -> str:
        """All words as they stand, with a gap where a sentence ends or something was left out."""
        return "".join(
            f"{_GAP}{word}" if new else word for word, new in zip(self.words, self._apart, strict=True)
        )

    @cached_property
    def begins(self) -> np.ndarray:
        """Where in `text` each word begins."""
        return np.asarray(self.ends - self._lengths)

    @cached_property
    def ends(self) -> np.ndarray:
        """Where in `text` each word ends."""
        return np.asarray(np.cumsum(self._lengths + self._apart))

    @cached_property
    def _lengths(self) -> np.ndarray:
        return np.fromiter(map(len, self.words), dtype=np.int64, count=len(self.words))

    @cached_property
    def _apart(self) -> np.ndarray:
        """Which words do not follow at once on the one before."""
        apart = np.ones(len(self.words), dtype=bool)
        apart[1:] = (np.diff(self.sentences) != 0) | (self.places[1:, 1] != self.places[:-1, 2])
        return apart

    def standing(self, string: str) -> np.ndarray:
        """Where a string begins in `text`, also where two of them overlap."""
        found, at = [], self.text.find(string)
        while at >= 0:
            found.append(at)
            at = self.text.find(string, at + 1)
        return np.asarray(found, dtype=np.int64)

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
    Keyword in context: every place where a string or a sequence of words stands.

    One row is a place; columns as in ``tables.TABLES["concordance"]``. A pattern without spaces is found
    wherever it stands in a sentence, however that is cut into words; ``cut`` says whether it is whole words
    there (``words``) or begins or ends inside one (``inside``), whose rest is then the nearest context.

    Parameters
    ----------
    tokens
        A token table (or ``whole_terms`` of one), or a `TokenIndex` of it for many searches.
    pattern
        A string (数字经济); or words parted by spaces, each of which must be one whole word (数字 经济). With
        `regular` each is a regular expression over one whole word: ``.+化 转型`` finds 数字化 转型 and
        绿色化 转型; ``.*`` any word.
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
    >>> concordance(build("tokens", rows), "善民")[["left", "match", "right", "cut"]].values.tolist()
    [['改', '善民', '生', 'inside']]
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
    rows = list(_rows(index, context, *_found(index, parts, regular=regular)))
    if order == "left":
        rows.sort(key=lambda row: row[4].split(" ")[::-1])
    elif order == "right":
        rows.sort(key=lambda row: row[6])
    elif order == "match":
        rows.sort(key=lambda row: row[5])
    return build("concordance", rows)


def _found(index: TokenIndex, parts: list[str], *, regular: bool) -> tuple[np.ndarray, np.ndarray]:
    """Where in the index's text each place begins and ends."""
    if len(parts) == 1 and not regular:
        begins = index.standing(parts[0])
        return begins, begins + len(parts[0])
    starts = _sequences(index, parts, regular=regular)
    return index.begins[starts], index.ends[starts + len(parts) - 1]


def _sequences(index: TokenIndex, parts: list[str], *, regular: bool) -> np.ndarray:
    """Positions in the table where the sequence of words begins, within one sentence."""
    n, size = len(index.codes), len(parts)
    if n < size:
        return np.zeros(0, dtype=int)
    found = index.sentences[: n - size + 1] == index.sentences[size - 1 :]
    end = time.monotonic() + SECONDS
    for at, part in enumerate(parts):
        wanted = index.matching(part, end=end) if regular else index.types == part
        found &= np.asarray(wanted, dtype=bool)[index.codes[at : n - size + 1 + at]]
    return np.flatnonzero(found)


Row = tuple[str, int, int, int, str, str, str, str]


def _rows(index: TokenIndex, context: int, begins: np.ndarray, ends: np.ndarray) -> Iterator[Row]:
    """A row for each place in the index's text."""
    firsts = np.searchsorted(index.begins, begins, side="right") - 1
    lasts = np.searchsorted(index.ends, ends)
    before, behind = begins - index.begins[firsts], index.ends[lasts] - ends
    for places in zip(begins, ends, firsts, lasts, before, behind, strict=True):
        yield _row(index, context, *map(int, places))


def _row(
    index: TokenIndex, context: int, begin: int, end: int, first: int, last: int, before: int, behind: int
) -> Row:
    """One place: `before` and `behind` characters of its outer words are context."""
    left = index.words[max(index.first[first], first - context) : first].tolist()
    right = index.words[last + 1 : min(index.behind[last], last + 1 + context)].tolist()
    if before and context:
        left = [*left[len(left) + 1 - context if len(left) == context else 0 :], index.words[first][:before]]
    if behind and context:
        right = [index.words[last][-behind:], *right[: context - 1]]
    position, start, _ = index.places[first]
    return (
        index.ids[first],
        position,
        start + before,
        index.places[last, 2] - behind,
        " ".join(left),
        index.text[begin:end].replace(_GAP, ""),
        " ".join(right),
        "inside" if before or behind else "words",
    )


@table(
    "concordance",
    row="a place where a string or words stand, in context",
    key=("sentence_id", "start"),
    help="every place where a string or a sequence of words stands, in context",
    when_empty=nothing_found,
    options=(
        Option(
            "pattern",
            "a string, wherever it stands; or whole words, parted by spaces",
            required=True,
            metavar="WORDS",
        ),
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
        Column("cut", "str", "words: it is whole words there; inside: it ends inside one", ("cut", "切分")),
    ),
)
def concordance_of(
    study: Study, pattern: str, *, regular: bool = False, context: int = 10, order: Order = "position"
) -> pd.DataFrame:
    """Every place where a string or a sequence of words stands, in context."""
    return concordance(study.token_index, pattern, regular=regular, context=context, order=order)
