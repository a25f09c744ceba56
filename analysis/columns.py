"""Columns and options that many tables share, each written once."""

from __future__ import annotations

from typing import Literal

from analysis.tables import Column, Option

Grouping = Literal["document", "chapter", "article", "kind"]  # what may be counted in
Parts = Literal["document", "chapter", "article"]  # what may be compared
Granularity = Literal["word", "term"]

SENTENCE_ID = Column(
    "sentence_id",
    "str",
    "article.paragraph.sentence (9.1.3); c3.1.1 in a chapter outside its articles, p0.1.1 outside chapters",
    ("sentence", "句"),
)
START = Column(
    "start", "int64", "offset of the first character in the document's text, in code points", ("start", "起")
)
END = Column("end", "int64", "offset behind the last character", ("end", "止"))
OFFSETS = (START, END)
CHAPTER = Column("chapter", "int64", "ordinal of the chapter, 0 = none", ("chapter", "章"))
ARTICLE = Column("article", "int64", "ordinal of the article in the document, 0 = none", ("article", "条"))
PARAGRAPH = Column(
    "paragraph",
    "int64",
    "ordinal of the paragraph in its article, lead or opening; 0 in headings",
    ("paragraph", "段"),
)
PLACE = (CHAPTER, ARTICLE, PARAGRAPH)
TEXT = Column("text", "str", "the document's text between start and end, unchanged", ("text", "原文"))
GROUP = Column(
    "group",
    "str",
    "the document's id, or the ordinal of a chapter or article (0 = outside)",
    ("group", "分组"),
)
TERM = Column("term", "str", "a word, or with whole terms a policy term or word", ("term", "词语"))
N = Column("n", "int64", "occurrences in the document", ("n", "次数"))
RATE = Column(
    "rate",
    "float64",
    "per 1,000 words of the group: stop words in the total, punctuation out",
    ("per 1,000 words", "每千词"),
)
WORD1 = Column("word1", "str", "one word", ("word", "词"))
WORD2 = Column("word2", "str", "the other; the two are in the order of their code points", ("word", "词"))
THEME = Column("theme", "str", "id of the theme in themes.toml", ("theme", "主题"))
CLUSTER = Column(
    "cluster",
    "int64",
    "1 = the largest; ties by first unit in reading order; 0 = too few words, or none that others have",
    ("cluster", "类"),
)
CLUSTER_LABEL = Column(
    "label", "str", "the cluster's most distinctive words, joined by ' | '", ("label", "标签")
)
CLUSTER_SIZE = Column("size", "int64", "paragraphs in it", ("paragraphs", "段数"))
JACCARD = Column(
    "jaccard",
    "float64",
    "mean Jaccard similarity with its best match in subsamples, 0 to 1",
    ("Jaccard", "Jaccard"),
)
VERDICT = Column(
    "verdict",
    "str",
    "stable from .75, doubtful from .6, not supported below or where shuffled words do as well; empty for 0",
    ("verdict", "判断"),
)
LINE = Column("line", "int64", "line of the raw file, from 1", ("line", "行"))


def evidence(meaning: str = "the sentences that hold it, joined by ' | '") -> Column:
    """The column of sentence ids behind a row."""
    return Column("sentence_ids", "str", meaning, ("sentences", "所在句"))


def n_of(meaning: str, head: tuple[str, str] = ("n", "次数")) -> Column:
    """A count, with what it counts."""
    return Column("n", "int64", meaning, head)


GRANULARITY = Option(
    "granularity", "count words or whole policy terms", choices=("word", "term"), default="word"
)
WHOLE_TERMS = Option(
    "granularity", "count words or whole policy terms", choices=("word", "term"), default="term"
)
BY = Option(
    "by", "groups to count in", choices=("document", "chapter", "article", "kind"), default="document"
)
PARTS = Option(
    "by", "groups to compare (default: chapters, else articles)", choices=("document", "chapter", "article")
)
STOP_WORDS = Option("stop_words", "list stop words too", kind=bool, default=False)
WINDOW = Option(
    "window",
    "stand at most N words apart, 1 = side by side (default: anywhere in a sentence)",
    kind=int,
    least=1,
    metavar="N",
)
K = Option("k", "number of clusters; default: by stability", kind=int, least=2, metavar="N")
ALL_MEASURES = Option("all_measures", "every measure, beside those shown first", kind=bool, default=False)
EXPRESSION = Column("expression", "str", "as the theme file writes it", ("expression", "词语"))
SUBTHEME = Column("subtheme", "str", "id of the group of expressions", ("sub-theme", "子主题"))
THEME_ID = Option("theme", "a theme's id", required=True, metavar="ID")


def minimum(default: int | None, meaning: str = "least number of occurrences") -> Option:
    """How often something must stand to be listed."""
    return Option("minimum", meaning, kind=int, least=1, default=default, metavar="N")


def top(default: int, meaning: str, least: int = 1) -> Option:
    """How many rows, or terms, at most."""
    return Option(
        "top", f"{meaning} (default {default})", kind=int, least=least, default=default, metavar="N"
    )
