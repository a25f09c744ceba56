"""How often: counts and rates of terms by document, chapter or article; tf-idf."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.tables import SEPARATOR, InputProblem, at_least, build, require, typed
from analysis.words import is_word

if TYPE_CHECKING:
    import pandas as pd

Grouping = Literal["document", "chapter", "article", "kind"]
PER = 1000


def count_terms(
    tokens: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    by: Grouping | str = "document",
    document_id: str = "document",
    stop_words: Collection[str] = (),
) -> pd.DataFrame:
    """
    Count terms in groups: one row per (group, term), the most frequent first within each group.

    Parameters
    ----------
    tokens, sentences
        Tables of one document. Give ``whole_terms(tokens)`` to count policy terms rather than words.
    by
        ``document`` (the group is `document_id`), ``chapter`` or ``article`` (ordinals; 0 = outside any), ``kind``,
        or any other column of `sentences`, also one that you have added.
    stop_words
        Left out of the rows, never out of the totals that rates are made from.

    Returns
    -------
    DataFrame
        Columns as in ``tables.TABLES["terms"]``. ``rate`` is per 1,000 words of the group: stop words count,
        punctuation and headings do not. Equal counts are ordered by code point, so that order is the same
        everywhere.

    Examples
    --------
    >>> from analysis.reading import read_text, sentences
    >>> from analysis.segmentation import Segmenter, tokens
    >>> from analysis.lexicon import Lexicon
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
    words = tokens.loc[is_word(tokens["token"]), ["sentence_id", "token"]]
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
    totals = words.groupby("order")["token"].size()
    counts = words.groupby(["order", "group", "token"]).size().rename("n").reset_index()
    counts["rate"] = PER * counts["n"] / counts["order"].map(totals)
    counts = counts[~counts["token"].isin(list(stop_words))]
    counts = counts.sort_values(["order", "n", "token"], ascending=[True, False, True], kind="stable")
    rows = zip(counts["group"].astype("str"), counts["token"], counts["n"], counts["rate"], strict=True)
    return build("terms", rows)


def pooled(tokens: Sequence[pd.DataFrame], by: Sequence[str]) -> pd.DataFrame:
    """
    Counts over several documents' token tables together: one row per combination of the columns `by` that occurs.

    The column ``token`` is called ``term`` in the result, the number ``n``; groups stay in the order they came.

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


def spread(tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    How often and how widely every word stands: one row per term, the most frequent first.

    Columns as in ``tables.TABLES["spread"]``: in how many sentences, paragraphs, articles and chapters it stands
    (document frequency at every level; what stands outside articles and chapters counts in none).

    Examples
    --------
    >>> from analysis.reading import read_text, sentences
    >>> from analysis.segmentation import Segmenter, tokens
    >>> from analysis.lexicon import Lexicon
    >>> table = sentences(read_text("一、目标\\n民生改善。民生优先。", id="toy"))
    >>> spread(tokens(table, Segmenter(Lexicon())), table).iloc[:1, :6].values.tolist()
    [['民生', 2, 2, 1, 1, 0]]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(sentences, "sentences", ["sentence_id", "chapter", "article", "paragraph"])
    words = tokens.loc[is_word(tokens["token"]), ["sentence_id", "token"]].merge(sentences, on="sentence_id")
    words["in_paragraph"] = words["sentence_id"].str.rsplit(".", n=1).str[0]
    inside = words.assign(
        article=words["article"].where(words["article"] > 0),
        chapter=words["chapter"].where(words["chapter"] > 0),
    )
    table = (
        inside.groupby("token")
        .agg(
            n=("sentence_id", "size"),
            sentences=("sentence_id", "nunique"),
            paragraphs=("in_paragraph", "nunique"),
            articles=("article", "nunique"),
            chapters=("chapter", "nunique"),
            sentence_ids=("sentence_id", lambda ids: SEPARATOR.join(dict.fromkeys(ids))),
        )
        .reset_index()
        .rename(columns={"token": "term"})
    )
    return typed("spread", table.sort_values(["n", "term"], ascending=[False, True]))


def n_grams(tokens: pd.DataFrame, *, size: int = 2, minimum: int = 2) -> pd.DataFrame:
    """
    Sequences of words within sentences and punctuation: one row per sequence, the most frequent first.

    ``term`` (the words parted by spaces), ``n`` and ``sentence_ids``. Sequences do not run over punctuation.

    Examples
    --------
    >>> rows = [("1", 1, 0, 2, "改善", "v", None, None), ("1", 2, 2, 4, "民生", "n", None, None)]
    >>> n_grams(build("tokens", rows), minimum=1).values.tolist()
    [['改善 民生', 1, '1']]
    """
    import pandas as pd

    require(tokens, "tokens", ["sentence_id", "token"])
    at_least(1, size=size, minimum=minimum)
    sentence = tokens["sentence_id"].to_numpy(dtype=object)
    text = tokens["token"].to_numpy(dtype=object)
    starts = np.flatnonzero(_words_on(tokens) >= size)
    codes, types = pd.factorize(text)
    keys = codes[starts]
    for at in range(1, size):  # a number for each sequence so far, never larger than the table is long
        often = np.bincount(keys)[keys] >= minimum  # what is rare so far is rare when it goes on
        keys, starts = keys[often], starts[often]
        if not len(starts):
            break
        keys, _ = pd.factorize(keys.astype("int64") * len(types) + codes[starts + at])
    table = pd.DataFrame({"key": keys, "start": starts, "sentence_id": sentence[starts]})
    table = table[table.groupby("key")["key"].transform("size") >= minimum]
    table = table.groupby("key", sort=False).agg(
        start=("start", "first"),
        n=("start", "size"),
        sentence_ids=("sentence_id", lambda found: SEPARATOR.join(dict.fromkeys(found))),
    )
    table["term"] = [" ".join(text[start : start + size]) for start in table["start"]]
    return typed("ngrams", table.sort_values(["n", "term"], ascending=[False, True]))


def _words_on(tokens: pd.DataFrame) -> np.ndarray:
    """How many words follow without a break from each place on, itself included; 0 at punctuation."""
    word = is_word(tokens["token"]).to_numpy(dtype=bool)
    sentence = tokens["sentence_id"].to_numpy(dtype=object)
    breaks = ~word
    breaks[1:] |= sentence[1:] != sentence[:-1]
    stops = np.append(np.flatnonzero(breaks), len(word))
    places = np.arange(len(word))
    return np.where(word, stops[np.searchsorted(stops, places, side="right")] - places, 0)


def _in_order(values: pd.Series) -> list[object]:
    """Groups in their order: numbers by size, all else as they come."""
    found = values.drop_duplicates()
    return list(found.sort_values() if found.dtype.kind in "iuf" else found)


def sensitivity(
    counts: pd.DataFrame, others: Mapping[str, pd.DataFrame], texts: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """
    Beside each count the counts that other segmenters or lexicons give: which numbers depend on the cutter.

    Parameters
    ----------
    counts, others
        Tables of `count_terms` over the same groups; `others` by the name of the variant.
    texts
        The text of each group, to count the bare string in.

    Returns
    -------
    DataFrame
        `counts` with ``n_low`` and ``n_high``, the range over all variants, then ``n_`` + the variant's name
        for each, and ``n_string`` when `texts` came: how often the string stands in the group's text however
        it is cut (not part of the range; more than n when it also stands inside longer words).

    Examples
    --------
    >>> counts = build("terms", [("1", "民生", 3, 30.0)])
    >>> other = build("terms", [("1", "民生", 2, 20.0), ("1", "民生工程", 1, 10.0)])
    >>> table = sensitivity(counts, {"jieba": other}, {"1": "民生、民生、民生工程"})
    >>> table[["n", "n_low", "n_high", "n_jieba", "n_string"]].values.tolist()
    [[3, 2, 3, 2, 3]]
    """
    require(counts, "terms")
    table = counts.copy()
    columns = []
    for name, other in others.items():
        require(other, "terms")
        n = other.set_index(["group", "term"])["n"]
        wanted = table.set_index(["group", "term"]).index
        table[f"n_{name}"] = n.reindex(wanted, fill_value=0).to_numpy()
        columns.append(f"n_{name}")
    table.insert(4, "n_low", table[["n", *columns]].min(axis=1))
    table.insert(5, "n_high", table[["n", *columns]].max(axis=1))
    if texts is not None:
        pairs = zip(table["group"], table["term"], strict=True)
        table["n_string"] = [texts[group].count(term) for group, term in pairs]
    return table


def most_sensitive(table: pd.DataFrame, *, minimum: int = 5) -> pd.DataFrame:
    """
    The rows of a table of `sensitivity` whose count depends most on the cutter, the widest range first.

    The range is taken relative to n, and terms that stand less often than `minimum` are left out: a range of
    1 around 2 says little. Terms that every variant counts alike are left out too.

    Examples
    --------
    >>> counts = build("terms", [("1", "民生", 9, 30.0), ("1", "发展", 8, 20.0)])
    >>> other = build("terms", [("1", "民生", 6, 20.0), ("1", "发展", 8, 20.0)])
    >>> most_sensitive(sensitivity(counts, {"jieba": other}))["term"].tolist()
    ['民生']
    """
    require(table, "sensitivity", ["term", "n", "n_low", "n_high"])
    wide = table[(table["n"] >= minimum) & (table["n_low"] < table["n_high"])]
    share = (wide["n_high"] - wide["n_low"]) / wide["n"]
    order = wide.assign(share=share).sort_values(["share", "n", "term"], ascending=[False, False, True])
    return order.drop(columns="share").reset_index(drop=True)


def tf_idf(counts: pd.DataFrame) -> pd.DataFrame:
    """
    Add ``tf_idf`` to a count table: the term's rate in the group × ln(groups / groups with the term).

    The plain variant (ntn over rates; Spärck Jones 1972, Manning et al. 2008 §6.2), no smoothing: a term
    that every group uses scores 0. `counts` must hold all groups to be compared and at least two of them.
    Sorted by group as they come, highest first. It says what sets a group apart from the others here, not
    what matters in policy.

    Raises
    ------
    InputProblem
        With fewer than two groups: nothing to be told apart.

    Examples
    --------
    >>> counts = build("terms", [("1", "民生", 2, 20.0), ("1", "发展", 3, 30.0), ("2", "发展", 1, 10.0)])
    >>> tf_idf(counts)["tf_idf"].round(2).tolist()
    [13.86, 0.0, 0.0]
    """
    require(counts, "terms")
    groups = counts["group"].nunique()
    if groups < 2:
        raise InputProblem(f"tf-idf compares groups and {groups} came; count by chapter or article.")
    spread = counts.groupby("term")["group"].transform("nunique")
    table = counts.assign(tf_idf=counts["rate"] * np.log(groups / spread))
    order = {group: place for place, group in enumerate(counts["group"].unique())}
    table = table.assign(order=table["group"].map(order))
    table = table.sort_values(["order", "tf_idf", "term"], ascending=[True, False, True], kind="stable")
    return table.drop(columns="order").reset_index(drop=True)


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
    return table.sort_values(["n", "term"], ascending=[False, True]).reset_index(drop=True)
