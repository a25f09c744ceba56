"""Which words stand together more than chance, in a sentence or a window, by the measures of the field."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.columns import (
    ALL_MEASURES,
    WHOLE_TERMS,
    WINDOW,
    WORD1,
    WORD2,
    Granularity,
    evidence,
    minimum,
    n_of,
)
from analysis.measures.cooccurrence import InSentences, InWindows, Pairs, Words
from analysis.measures.evidence import sentences_of_pairs
from analysis.measures.pair_measures import (
    delta_p,
    dice,
    log_dice,
    mutual_information,
    npmi,
    signed_log_likelihood,
    t_score,
)
from analysis.tables import Column, InputProblem, Option, at_least, require, shown, table, typed
from analysis.words.kinds import is_word

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def collocations(
    tokens: pd.DataFrame,
    *,
    window: int | None = None,
    minimum: int = 5,
    minimum_word: int | None = None,
    stop_words: Collection[str] = (),
    word: str | None = None,
) -> pd.DataFrame:
    """
    Pairs of words that stand together, with every measure of association.

    One row is a pair; columns as in ``tables.TABLES["collocations"]``. Pairs that stand together more often
    than expected come first, the highest logDice first; then those that avoid each other. The two words of a
    pair are in the order of their code points. What is expected allows for the length of sentences, or for
    the windows (`cooccurrence`), so that in shuffled words MI is 0 on average; Dice and ΔP describe the
    counts as they are.

    Parameters
    ----------
    tokens
        A token table, or ``whole_terms`` of one; punctuation is left out.
    window
        How far the one may stand from the other, within a sentence: 1 is the next word. Each pair of places
        counts, and a window beyond the longest sentence takes in all of it. Without, two words stand together
        in a sentence, however often, and frequencies are numbers of sentences.
    minimum, minimum_word
        Pairs must stand together so often, each word alone so often (by default as often as the pair).
    stop_words
        Left out of the pairs; they still take up room in a window.
    word
        Only pairs with this word.

    Raises
    ------
    InputProblem
        For a window or a minimum below 1, or a word that does not stand in the table.

    Examples
    --------
    >>> from analysis.tables import build
    >>> rows = [("1", 1, 0, 2, "改善", "v", None, None), ("1", 2, 2, 4, "民生", "n", None, None)]
    >>> collocations(build("tokens", rows), minimum=1)[["word1", "word2", "n"]].values.tolist()
    [['改善', '民生', 1]]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    at_least(1, window=window, minimum=minimum, minimum_word=minimum_word)
    words = Words(tokens[is_word(tokens["token"])])
    if word is not None and word not in set(words.types):
        raise InputProblem(
            f"{word} does not stand in the document as a word; `concordance` shows how it is cut there."
        )
    counted = InSentences(words) if window is None else InWindows(words, window)
    kept = counted.n >= (minimum if minimum_word is None else minimum_word)
    kept &= ~np.isin(words.types.astype(str), list(stop_words)) if len(words.types) else True
    pairs = counted.pairs(kept, minimum)
    if word is not None:
        at = int(np.flatnonzero(words.types == word)[0])
        pairs = pairs.where((pairs.first == at) | (pairs.second == at))
    return _measured(words.types, counted, pairs)


def _measured(types: np.ndarray, counted: InSentences | InWindows, pairs: Pairs) -> pd.DataFrame:
    """A row for each pair, with all that is made of the four cells."""
    import pandas as pd

    first, second = pairs.first, pairs.second
    cells = pairs.together, counted.around[first], counted.around[second], max(1, counted.places)
    f, around1, around2, places = cells
    expected = pairs.expected
    scores = np.asarray(log_dice(f, around1, around2))
    columns = {
        "word1": types[first],
        "word2": types[second],
        "n": f,
        "n1": counted.n[first],
        "n2": counted.n[second],
        "total": counted.total,
        "expected": expected,
        "mi": mutual_information(*cells, expected=expected),
        "g2": signed_log_likelihood(*cells, expected=expected),
        "log_dice": scores,
        "delta_p": delta_p(*cells),
        "delta_p_back": delta_p(f, around2, around1, places),
        "n_before": pd.array([pd.NA] * len(f), dtype="Int64"),  # told with the evidence
        "n_behind": pd.array([pd.NA] * len(f), dtype="Int64"),
        "t": t_score(*cells, expected=expected),
        "dice": dice(f, around1, around2),
        "npmi": npmi(*cells, expected=expected),
        "around1": around1,
        "around2": around2,
        "around": places,
    }
    order = np.lexsort((second, first, -f, -scores.round(9), f <= expected))
    table = pd.DataFrame(columns).iloc[order]
    return typed("collocations", table)


def _tell_if_nested(study: Study, word: str) -> None:
    """Refuse a word that stands only inside whole terms, and say so."""
    if (study.words("word")["token"] == word).any():
        raise InputProblem(
            f"{word} stands only inside longer terms; set granularity to word to see its pairs."
        )


def no_pairs(study: Study, *, minimum: int, word: str | None = None, **_: Any) -> str:
    """Why there are no collocations, in one line."""
    who = "no two words stand together" if word is None else f"no word stands with {shown(word)}"
    return f"{who} {minimum} times or more; lower the minimum."


@table(
    "collocations",
    row="two words that stand together",
    key=("word1", "word2"),
    when_empty=no_pairs,
    help="words that stand together more than chance: those that attract each other first, by logDice",
    options=(
        WINDOW,
        minimum(5),
        Option("word", "pairs with this word only", metavar="WORD"),
        WHOLE_TERMS,
        ALL_MEASURES,
    ),
    columns=(
        WORD1,
        WORD2,
        n_of("sentences that hold both; with a window, places where one stands near the other"),
        Column("n1", "int64", "sentences of the first word; with a window, places", ("n, first", "前词次数")),
        Column(
            "n2", "int64", "sentences of the second word; with a window, places", ("n, second", "后词次数")
        ),
        Column("total", "int64", "all sentences with words; with a window, all words", ("N", "总数")),
        Column(
            "expected",
            "float64",
            "n by chance: allowing for the length of each sentence, or around1 × around2 / around",
            ("expected", "期望"),
        ),
        Column("mi", "float64", "mutual information, log₂ of n / expected, bits", ("MI", "互信息")),
        Column(
            "g2",
            "float64",
            "log-likelihood over four cells; negative: less often together than expected",
            ("G²", "G²"),
        ),
        Column(
            "log_dice",
            "float64",
            "logDice, at most 14; with a window of around1 and around2",
            ("logDice", "logDice"),
        ),
        Column("delta_p", "float64", "ΔP of the second word given the first, −1 to 1", ("ΔP", "ΔP")),
        Column("delta_p_back", "float64", "ΔP of the first word given the second", ("ΔP back", "ΔP（反向）")),
        evidence("the sentences in which they stand together, joined by ' | '"),
    ),
    extra=(
        Column("t", "float64", "t score", ("t", "t值")),
        Column("dice", "float64", "Dice's coefficient, 0 to 1", ("Dice", "Dice")),
        Column("npmi", "float64", "normalised pointwise mutual information, −1 to 1", ("NPMI", "NPMI")),
        Column("n_before", "Int64", "of n: second word before first; with a window", ("before", "在前")),
        Column("n_behind", "Int64", "of n: second word behind first; with a window", ("behind", "在后")),
        Column("around1", "int64", "n1; with a window, all places near the first word", ("first", "前词")),
        Column("around2", "int64", "n2; with a window, all places near the second", ("second", "后词")),
        Column("around", "int64", "total; with a window, all places near any word", ("all", "全部")),
    ),
)
def collocations_of(
    study: Study,
    window: int | None = None,
    *,
    minimum: int = 5,
    word: str | None = None,
    granularity: Granularity = "term",
    all_measures: bool = False,
) -> pd.DataFrame:
    """
    Words that stand together in a sentence or window, with the sentences.

    Those that attract each other come first, by logDice; then those that avoid each other.
    """
    words = study.words(granularity)
    if granularity == "term" and word is not None and not (words["token"] == word).any():
        _tell_if_nested(study, word)
    found = collocations(
        words, window=window, minimum=minimum, word=word, stop_words=study.lexicon.stop_words
    )
    return typed("collocations", sentences_of_pairs(words, found, window=window))
