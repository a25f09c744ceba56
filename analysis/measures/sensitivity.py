"""Which counts depend on the cutter: the same words as other segmenters and lexicons cut them."""

from __future__ import annotations

from collections.abc import Mapping
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
from analysis.measures.frequency import count_terms
from analysis.tables import Column, require, table
from analysis.words.lexicon import Lexicon, load_lexicon
from analysis.words.segmentation import PlainJieba, Segmenter, tokens, whole_terms

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


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
    >>> from analysis.tables import build
    >>> counts = build("terms", [("1", "民生", 3, 30.0)])
    >>> other = build("terms", [("1", "民生", 2, 20.0), ("1", "民生工程", 1, 10.0)])
    >>> table = sensitivity(counts, {"jieba": other}, {"1": "民生、民生、民生工程"})
    >>> table[["n", "n_low", "n_high", "n_jieba", "n_string"]].values.tolist()
    [[3, 2, 3, 2, 3]]
    """
    require(counts, "terms", _COUNTED)
    table = counts.copy()
    columns = []
    for name, other in others.items():
        require(other, "terms", _COUNTED)
        n = other.set_index(["group", "term"])["n"]
        wanted = table.set_index(["group", "term"]).index
        table[f"n_{name}"] = n.reindex(wanted, fill_value=0).to_numpy()
        columns.append(f"n_{name}")
    table.insert(4, "n_low", table[["n", *columns]].min(axis=1))
    table.insert(5, "n_high", table[["n", *columns]].max(axis=1))
    if texts is not None:
        pairs = zip(table["group"], table["term"], strict=True)
        table["n_string"] = [texts[group].count(term) for group, term in pairs]
    behind = [name for name in table.columns if name != "sentence_ids"]
    return table[[*behind, *(["sentence_ids"] if "sentence_ids" in table else [])]]


def most_sensitive(table: pd.DataFrame, *, minimum: int = 5) -> pd.DataFrame:
    """
    The rows of a table of `sensitivity` whose count depends most on the cutter, the widest range first.

    The range is taken relative to n, and terms that stand less often than `minimum` are left out: a range of
    1 around 2 says little. Terms that every variant counts alike are left out too.

    Examples
    --------
    >>> from analysis.tables import build
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


def variants(study: Study) -> dict[str, pd.DataFrame]:
    """
    The words of a study as other segmenters and lexicons cut them.

    ``jieba`` (the reference engine), ``general`` (the general lexicon alone), ``dictionary`` (no lexicon at
    all), ``plain`` (jieba as it comes, guessing on).
    """
    segmenters: dict[str, Segmenter | PlainJieba] = {
        "jieba": Segmenter(study.lexicon, engine="jieba"),
        "general": Segmenter(load_lexicon()),
        "dictionary": Segmenter(Lexicon()),
        "plain": PlainJieba(),
    }
    return {name: tokens(study.counted_sentences, one) for name, one in segmenters.items()}


_RANGE = (
    Column("n_low", "int64", "the smallest count of all variants", ("lowest", "最小")),
    Column("n_high", "int64", "the largest", ("highest", "最大")),
    Column(
        "n_jieba", "int64", "as the engine jieba cuts with the same lexicon", ("engine jieba", "jieba引擎")
    ),
    Column("n_general", "int64", "with the general lexicon alone", ("general lexicon", "通用词表")),
    Column("n_dictionary", "int64", "with no lexicon at all", ("dictionary alone", "仅词典")),
    Column("n_plain", "int64", "as jieba comes, guessing on", ("plain jieba", "jieba默认")),
    Column(
        "n_string",
        "int64",
        "how often the string stands in the text, however it is cut",
        ("bare string", "字符串"),
    ),
)
_COUNTS = (GROUP, TERM, n_of("occurrences in the group"), RATE, *_RANGE, evidence())
_COUNTED = ("group", "term", "n", "rate")


@table(
    "sensitivity",
    row="a term in a group, its count beside those of other segmenters and lexicons",
    key=("group", "term"),
    help="how much each count depends on segmenter and lexicon",
    options=(BY, GRANULARITY, STOP_WORDS),
    columns=_COUNTS,
)
def sensitivity_of(
    study: Study, by: Grouping = "document", *, granularity: Granularity = "word", stop_words: bool = False
) -> pd.DataFrame:
    """The counts of `terms` beside those that other segmenters and lexicons give, and the range."""
    counts = {}
    for name, cut in study.variants.items():
        cut = whole_terms(cut, study.document.text) if granularity == "term" else cut
        counts[name] = count_terms(cut, study.counted_sentences, by=by, document_id=study.document.id)
    present = study.terms(by, granularity=granularity, stop_words=stop_words)
    return sensitivity(present, counts, _texts(study, by))


def _texts(study: Study, by: Grouping) -> dict[str, str]:
    """The text of each group."""
    if by == "document":
        return {study.document.id: "\n".join(study.counted_sentences["text"])}
    groups = study.counted_sentences.groupby(study.counted_sentences[by].astype("str"), sort=False)["text"]
    return {str(group): "\n".join(texts) for group, texts in groups}


@table(
    "most_sensitive",
    row="a frequent word whose count depends on segmenter and lexicon, the widest range first",
    key=("group", "term"),
    help="the frequent words whose count depends most on segmenter and lexicon",
    columns=_COUNTS,
)
def most_sensitive_of(study: Study) -> pd.DataFrame:
    """The frequent words whose count depends most on segmenter and lexicon."""
    return most_sensitive(study.sensitivity())
