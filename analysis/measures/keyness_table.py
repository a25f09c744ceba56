"""The table of keyness: a study's chapters, articles or two documents compared, with evidence and doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import (
    ALL_MEASURES,
    GRANULARITY,
    PARTS,
    RATE,
    STOP_WORDS,
    TERM,
    Granularity,
    Parts,
    evidence,
    minimum,
    n_of,
)
from analysis.measures.dealing import dealing
from analysis.measures.deletion import deletion
from analysis.measures.evidence import sentences_of_terms
from analysis.measures.frequency import pooled
from analysis.measures.interval import with_interval
from analysis.measures.keyness import keyness
from analysis.measures.numerals import numerals as numerals_of
from analysis.measures.units import PART, parts_of, units
from analysis.tables import Column, InputProblem, Option, table, typed

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from analysis.study import Study

_COLUMNS = (
    PART,
    TERM,
    n_of("occurrences in the group"),
    Column("n_rest", "int64", "occurrences in the reference", ("n outside", "其余次数")),
    Column("total", "int64", "words of the group, stop words too", ("words", "词数")),
    Column("total_rest", "int64", "words of the reference", ("words outside", "其余词数")),
    Column(
        "log_ratio",
        "float64",
        "binary log of the ratio of the rates; above 0 = more in the group; a count of 0 is taken as 0.5",
        ("log ratio", "对数比"),
    ),
    Column(
        "log_ratio_low",
        "float64",
        "low end of its 95 % interval, articles as clusters; empty where n is 0 or a side is one article",
        ("from", "下限"),
    ),
    Column(
        "log_ratio_high",
        "float64",
        "high end; empty where n outside is 0 or a side is one article",
        ("to", "上限"),
    ),
    Column(
        "g2",
        "float64",
        "log-likelihood, four terms (Dunning 1993), with the sign of the direction: below 0 = underused",
        ("G²", "G²"),
    ),
    Column(
        "p",
        "float64",
        "share of deals (up to 999 of whole articles to groups at random, and the real one) whose G² is no "
        "smaller in either direction; describes this text, no sample",
        ("p", "p值"),
    ),
    Column(
        "survives",
        "str",
        "yes = G² above what 19 of 20 deals give as their largest of all rows; not testable = too few "
        "articles, or the word too rare, for any deal to be above it; no",
        ("survives", "是否通过检验"),
    ),
    Column(
        "articles",
        "int64",
        "articles of the group that hold it; paragraphs where groups are articles, or text stands in none",
        ("articles or paragraphs", "见于条（段）数"),
    ),
    Column(
        "g2_least",
        "float64",
        "signed G² without the article, of group or reference, that carries most; empty if the group is one",
        ("G² without it", "去除后G²"),
    ),
    Column(
        "log_ratio_least",
        "float64",
        "the log ratio without that article",
        ("log ratio without it", "去除后对数比"),
    ),
    Column(
        "article_decisive",
        "str",
        "that article; empty where leaving out any takes nothing away; of another document DOCUMENT:ARTICLE",
        ("hangs on article", "系于何条"),
    ),
    evidence("the group's sentences that hold it, joined by ' | '"),
)

_EXTRA = (
    RATE,
    Column("rate_rest", "float64", "per 1,000 words of the reference", ("per 1,000 outside", "其余每千词")),
    Column(
        "g2_cut",
        "float64",
        "what G² must exceed to survive, the same in every row",
        ("cut", "检验界限"),
    ),
    Column(
        "above_bonferroni",
        "bool",
        "G² above the Bonferroni cut for all rows, as if every word were drawn for itself: lets too many by",
        ("above Bonferroni", "超过邦费罗尼界限"),
    ),
    Column(
        "g2_two_term",
        "float64",
        "log-likelihood, two terms (Rayson & Garside 2000), unsigned",
        ("G², two terms", "G²(两项)"),
    ),
    Column("chi2", "float64", "Pearson's χ², unsigned", ("χ²", "χ²")),
    Column("chi2_yates", "float64", "χ² with Yates' correction, unsigned", ("χ², Yates", "χ²(耶茨校正)")),
    Column(
        "percent_diff",
        "float64",
        "%DIFF: by how many per cent the rate is higher; empty where n outside is 0",
        ("%DIFF", "差异百分比"),
    ),
    Column(
        "odds_ratio",
        "float64",
        "odds in the group over odds in the reference; empty where n outside is 0",
        ("odds ratio", "优势比"),
    ),
    Column(
        "simple_maths",
        "float64",
        "(rate + 1) / (reference rate + 1), per million",
        ("simple maths", "简单比"),
    ),
    Column("bic", "float64", "two-term G² less ln N", ("BIC", "BIC")),
    Column("ell", "float64", "effect size for log-likelihood; empty where not defined", ("ELL", "ELL")),
    Column(
        "log_odds",
        "float64",
        "log-odds ratio with informative Dirichlet prior",
        ("log odds", "对数优势比"),
    ),
    Column("log_odds_z", "float64", "its z score", ("z", "z值")),
)


@table(
    "keyness",
    row="a term in a group, compared with the other groups or another document",
    key=("group", "term"),
    help="which words set a chapter (or article, or the document) apart",
    options=(
        PARTS,
        GRANULARITY,
        Option("group", "this chapter or article only", metavar="N"),
        minimum(3),
        STOP_WORDS,
        Option("numerals", "list numbers and units too (1万, 亿元, 第二, 个)", kind=bool, default=False),
        Option("absent", "list words too that a group does not have", kind=bool, default=False),
        Option("against", "compare with this document instead", kind=object, metavar="FILE"),
        ALL_MEASURES,
    ),
    columns=_COLUMNS,
    extra=_EXTRA,
)
def keyness_of(
    study: Study,
    by: Parts | None = None,
    *,
    granularity: Granularity = "word",
    group: str | None = None,
    minimum: int = 3,
    stop_words: bool = False,
    numerals: bool = False,
    absent: bool = False,
    against: Study | None = None,
    all_measures: bool = False,
) -> pd.DataFrame:
    """
    What sets each group (by default chapter) apart, with its evidence and what hangs on one article.

    What stands in no chapter (or article) is neither a group nor in the reference. `group` keeps the rows of
    one group; a group that does not exist is told with those that there are. With `against` the document as
    a whole is compared with another. Numbers and units are left out of the rows unless asked for.
    """
    if against is not None and (by is not None or group is not None):
        raise InputProblem("--against compares whole documents; leave --by and --group out.")
    by = "document" if against is not None else by or study.compared_by
    studies = [study, *([] if against is None else [against])]
    words = _words(studies, by, granularity)
    left_out = set() if numerals else numerals_of(words)
    if not stop_words:
        left_out = left_out.union(*(one.lexicon.stop_words for one in studies))
    groups = words["group"].unique().tolist()
    if group is not None and group not in groups:
        raise InputProblem(f"no group {group!r}; by {by} there are: {', '.join(groups)}")
    reference = groups[1] if against is not None and len(groups) == 2 else None
    found = _compared(words, left_out, minimum=minimum, absent=absent, against=reference)
    chosen = groups[:1] if against is not None else groups if group is None else [group]
    found = found[found["group"].isin(chosen)].reset_index(drop=True)
    mine = words[words["document"] == 0]
    place = mine.drop_duplicates("sentence_id").set_index("sentence_id")["group"]
    return typed("keyness", sentences_of_terms(mine, found, place))


def _words(studies: list[Study], by: Parts, granularity: Granularity) -> pd.DataFrame:
    """The words of the parts of every document, with group and article; other documents' ids are marked."""
    import pandas as pd

    tables: list[pd.DataFrame] = []
    for at, one in enumerate(studies):
        words = one.words(granularity)
        name = one.document.id
        if at and name == studies[0].document.id:
            name += "-2"
        unit = words["sentence_id"].map(units(one.counted_sentences, by))
        place = _groups(one, by, name)
        words = words.assign(document=at, group=words["sentence_id"].map(place))
        words["article"] = f"{name}:" + unit if at else unit
        tables.append(parts_of(words, by))
    return pd.concat(tables, ignore_index=True)


def _groups(study: Study, by: Parts, name: str) -> pd.Series:
    """The group of every sentence, by its id."""
    sentences = study.counted_sentences.set_index("sentence_id")
    return sentences[by].astype("str") if by != "document" else sentences["text"].map(lambda _: name)


def _compared(
    words: pd.DataFrame, left_out: Collection[str], *, minimum: int, absent: bool, against: str | None
) -> pd.DataFrame:
    """All rows with all columns but the sentences."""
    counts = pooled([words], ["group", "token"])
    rows = keyness(counts, against=against, stop_words=left_out, minimum=minimum, absent=absent)
    everywhere = counts.groupby("term")["n"].sum()
    terms = set(everywhere.index[everywhere >= minimum]) - set(left_out)
    by_article = pooled([words], ["group", "article", "token"])
    rows = deletion(by_article, with_interval(by_article, rows))
    return dealing(by_article, rows, against=against, terms=terms, absent=absent)
