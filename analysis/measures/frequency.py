"""How often: counts and rates of terms by document, chapter, article or any other column of the sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from analysis.columns import (
    BY,
    GRANULARITY,
    GROUP,
    RATE,
    STOP_WORDS,
    TERM,
    Granularity,
    Grouping,
    evidence,
    n_of,
)
from analysis.measures.evidence import sentences_of_terms
from analysis.measures.nested import nested_terms
from analysis.tables import SEPARATOR, Column, InputProblem, Option, build, require, table, typed
from analysis.words.kinds import bare_numbers, is_word

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

PER = 1000


def count_terms(
    tokens: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    by: Grouping | str = "document",
    document_id: str = "document",
    stop_words: Collection[str] = (),
    nested: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """
    Count terms in groups: one row per (group, term), the most frequent first within each group.

    Parameters
    ----------
    tokens, sentences
        Tables of one document. Give ``whole_terms(tokens)`` to count policy terms rather than words.
    by
        ``document`` (the group is `document_id`), ``chapter`` or ``article`` (ordinals; 0 = outside any),
        ``kind``, or any other column of `sentences`, also one that you have added.
    stop_words
        Left out of the rows, never out of the totals that rates are made from.
    nested
        What stands inside longer terms (``nested.nested_terms``), to be counted beside `tokens` but not in
        the totals.

    Returns
    -------
    DataFrame
        Columns as in ``tables.TABLES["terms"]``. ``rate`` is per 1,000 words of the group: stop words count,
        punctuation and headings do not. Equal counts are ordered by code point, so that order is the same
        everywhere.

    Examples
    --------
    >>> from analysis.reading import read_text, sentences
    >>> from analysis.words.segmentation import Segmenter, tokens
    >>> from analysis.words.lexicon import Lexicon
    >>> table = sentences(read_text("一、目标\\n民生改善，民生优先。", id="toy"))
    >>> count_terms(tokens(table, Segmenter(Lexicon())), table).head(1).values.tolist()
    [['document', '民生', 2, 500.0]]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(sentences, "sentences", ["sentence_id", "text"])
    if by != "document" and by not in sentences.columns:
        raise InputProblem(
            f"terms cannot be grouped by {by!r}; choose document or a column of the sentences: "
            f"{', '.join(map(str, sentences.columns))}"
        )
    words = _counted(tokens, nested)
    if "kind" in sentences:
        headings = sentences.loc[sentences["kind"] == "heading", "sentence_id"]
        words = words[~words["sentence_id"].isin(headings)]
    if by == "document":
        words = words.assign(order=0, group=document_id)
    else:
        place = sentences.set_index("sentence_id")[by]
        order = {group: at for at, group in enumerate(_in_order(place))}
        group = words["sentence_id"].map(place)
        words = words.assign(order=group.map(order).astype("int64"), group=group)
    totals = words[~words["nested"]].groupby("order")["token"].size()
    counts = words.groupby(["order", "group", "token"]).size().rename("n").reset_index()
    counts["rate"] = PER * counts["n"] / counts["order"].map(totals)
    counts = counts[~counts["token"].isin(list(stop_words))]
    counts = counts.sort_values(["order", "n", "token"], ascending=[True, False, True], kind="stable")
    rows = zip(counts["group"].astype("str"), counts["token"], counts["n"], counts["rate"], strict=True)
    return build("terms", rows)


def _counted(tokens: pd.DataFrame, nested: pd.DataFrame | None) -> pd.DataFrame:
    """The words of a token table, and what is nested in them marked as such."""
    import pandas as pd

    given = [frame[["sentence_id", "token"]] for frame in (tokens, nested) if frame is not None]
    words = pd.concat([frame.assign(nested=at > 0) for at, frame in enumerate(given)])
    return words[is_word(words["token"])]


def pooled(tokens: Sequence[pd.DataFrame], by: Sequence[str]) -> pd.DataFrame:
    """
    Counts over several documents' token tables together: one row per combination of the columns `by` that
    occurs.

    The column ``token`` is called ``term`` in the result, the number ``n``; groups stay in the order they
    came.

    Examples
    --------
    >>> import pandas as pd
    >>> one, two = (pd.DataFrame({"group": [name], "token": ["民生"]}) for name in "ba")
    >>> pooled([one, two], ["group", "token"]).values.tolist()
    [['b', '民生', 1], ['a', '民生', 1]]
    """
    import pandas as pd

    table = pd.concat([frame[list(by)] for frame in tokens], ignore_index=True)
    counts = table.groupby(list(by), sort=False).size().rename("n").reset_index()
    return counts.rename(columns={"token": "term"})


def _in_order(values: pd.Series) -> list[object]:
    """Groups in their order: numbers by size, all else as they come."""
    found = values.drop_duplicates()
    return list(found.sort_values() if found.dtype.kind in "iuf" else found)


def terms_containing(tokens: pd.DataFrame, text: str) -> pd.DataFrame:
    """
    The terms in which a string stands: what it is a name of, or a part of.

    Give ``whole_terms(tokens)`` to see policy terms. One row per term: ``term, n, sentence_ids``, the most
    frequent first.

    Examples
    --------
    >>> rows = [("1.1.1", 1, 0, 4, "虹桥机场", "term", 0, 4), ("1.1.1", 2, 4, 6, "建设", "v", None, None)]
    >>> terms_containing(build("tokens", rows), "虹桥").values.tolist()
    [['虹桥机场', 1, '1.1.1']]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    found = tokens[tokens["token"].str.contains(text, regex=False)]
    grouped = found.groupby("token")["sentence_id"]
    table = grouped.agg(n="size", sentence_ids=lambda ids: SEPARATOR.join(dict.fromkeys(ids)))
    table = table.reset_index().rename(columns={"token": "term"})
    return typed("terms_containing", table.sort_values(["n", "term"], ascending=[False, True]))


_COUNTS = (GROUP, TERM, n_of("occurrences in the group"), RATE)
_EVIDENCE = evidence("the sentences of the group that hold it, joined by ' | '")
NAMES = frozenset(("place", "org"))  # types of terms that are names, and say nothing of a policy
_NESTED = Option(
    "nested",
    "count whole terms (and words) inside longer terms too; their rates may add up to more than all",
    kind=bool,
    default=False,
)


@table(
    "terms",
    row="a term in a group",
    key=("group", "term"),
    help="how often each term stands, by document, chapter or article",
    options=(BY, GRANULARITY, STOP_WORDS, _NESTED),
    columns=(*_COUNTS, _EVIDENCE),
)
def terms_of(
    study: Study,
    by: Grouping = "document",
    *,
    granularity: Granularity = "word",
    stop_words: bool = False,
    nested: bool = False,
) -> pd.DataFrame:
    """
    Counts and rates of words (or whole terms) by document, chapter or article.

    Stop words and bare digits are left out of the rows unless asked for; they always count in the totals.
    With `nested` whole terms count inside longer ones too (高质量发展 in 推动高质量发展).
    """
    if nested and granularity != "term":
        raise InputProblem("only whole terms stand in longer ones: with nested, granularity must be term.")
    tokens = study.table("tokens", granularity=granularity)
    inside = nested_terms(study.tokens, study.counted_sentences, study.segmenter) if nested else None
    counts = count_terms(
        tokens,
        study.counted_sentences,
        by=by,
        document_id=study.document.id,
        stop_words=() if stop_words else {*study.lexicon.stop_words, *bare_numbers(tokens["token"])},
        nested=inside,
    )
    placed = study.counted_sentences.set_index("sentence_id")
    groups = None if by == "document" else placed[by].astype("str")
    return sentences_of_terms(_with(tokens, inside), counts, groups)


def _with(tokens: pd.DataFrame, nested: pd.DataFrame | None) -> pd.DataFrame:
    """The words with those inside longer ones, in reading order of their sentences."""
    import pandas as pd

    if nested is None:
        return tokens
    order = {id_: at for at, id_ in enumerate(dict.fromkeys(tokens["sentence_id"]))}
    both = pd.concat([tokens[["sentence_id", "token"]], nested[["sentence_id", "token"]]])
    return both.sort_values("sentence_id", key=lambda ids: ids.map(order), kind="stable")


@table(
    "policy_terms",
    row="a policy term of the lexicon in a group",
    key=("group", "term"),
    help="how often each policy term of the lexicon stands",
    options=(
        BY,
        _NESTED,
        Option("without_names", "not the names of places and bodies", kind=bool, default=False),
    ),
    columns=(
        *_COUNTS,
        Column(
            "nested",
            "int64",
            "times inside longer terms: not in n, with --nested in n",
            ("nested", "长词语内"),
        ),
        _EVIDENCE,
    ),
)
def policy_terms_of(
    study: Study, by: Grouping = "document", *, nested: bool = False, without_names: bool = False
) -> pd.DataFrame:
    """
    Counts of the lexicon's policy terms alone; rates are still per 1,000 of all words.

    Those that stand only inside longer terms have a row with `nested`. The lexicon keeps names of places
    and bodies (长江, 党中央) whole too; `without_names` leaves them out.
    """
    key = ["group", "term"]
    outside, everywhere = (study.terms(by, granularity="term", nested=inside) for inside in (False, True))
    counts = everywhere if nested else outside
    known = study.lexicon.terms
    if without_names:
        known = {term: type_ for term, type_ in known.items() if type_ not in NAMES}
    counts = counts[counts["term"].isin(known)]
    n = [table.set_index(key)["n"].reindex(counts.set_index(key).index) for table in (everywhere, outside)]
    return typed("policy_terms", counts.assign(nested=(n[0] - n[1].fillna(0)).astype("int64").to_numpy()))


@table(
    "terms_containing",
    row="a term in which a string stands",
    key=("term",),
    help="the terms in which a string stands: what it is a name of, or a part of",
    options=(Option("text", "the string", required=True, metavar="TEXT"),),
    columns=(TERM, n_of("occurrences in the document"), evidence()),
)
def terms_containing_of(study: Study, text: str) -> pd.DataFrame:
    """The whole terms in which a string stands, how often and where."""
    return terms_containing(study.whole_terms, text)
