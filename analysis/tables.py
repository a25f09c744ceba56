"""
What the columns of every table mean: the one place where they are written.

CSV headers, Parquet types, the checks below and the reference all come from `TABLES`. Columns only ever
grow to the right; ids are text everywhere (read as numbers, ``9.1`` and ``9.10`` become one).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.problems import InputProblem, at_least, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

__all__ = [
    "SEPARATOR",
    "TABLES",
    "Column",
    "InputProblem",
    "Table",
    "at_least",
    "build",
    "require",
    "shown",
    "typed",
]

SEPARATOR = " | "  # joins several values in one cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, pandas type (``str``, ``int64``, ``float64``, ``bool``) and meaning."""

    name: str
    dtype: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name, what one row is, the columns that identify a row, and all its columns."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names in their order."""
        return [column.name for column in self.columns]


SENTENCE_ID = Column(
    "sentence_id", "str", "article.paragraph.sentence (9.1.3); c3.1.1 in a lead, p0.1.1 in the opening"
)
OFFSETS = (
    Column("start", "int64", "offset of the first character in the document's text, in code points"),
    Column("end", "int64", "offset behind the last character"),
)
PLACE = (
    Column("chapter", "int64", "ordinal of the chapter, 0 = none"),
    Column("article", "int64", "ordinal of the article in the document, 0 = none"),
    Column("paragraph", "int64", "ordinal of the paragraph in its article, lead or opening; 0 in headings"),
)

_TABLES = (
    Table(
        "documents",
        "an input of a batch",
        ("document_id",),
        (
            Column("document_id", "str", "the file's name without suffix, counted on where it is not new"),
            Column("path", "str", "the file as it was named; empty for the proposal"),
            Column("status", "str", "done or failed"),
            Column("reason", "str", "why it failed"),
            Column("title", "str", "the document's title"),
            Column("issuer", "str", "who issued it, as the title says"),
            Column("date", "str", "when it was adopted, as YYYY-MM-DD"),
        ),
    ),
    Table(
        "sentences",
        "a sentence of the body (and, on request, a heading)",
        ("sentence_id",),
        (
            SENTENCE_ID,
            Column("kind", "str", "opening, lead (of a chapter), body, bullet (——), or heading"),
            *PLACE,
            *OFFSETS,
            Column("text", "str", "the document's text between start and end, unchanged"),
        ),
    ),
    Table(
        "tokens",
        "a word or punctuation mark, in reading order",
        ("sentence_id", "position"),
        (
            SENTENCE_ID,
            Column("position", "int64", "ordinal in the sentence, from 1"),
            *OFFSETS,
            Column("token", "str", "the document's text between start and end, unchanged"),
            Column("tag", "str", "part of speech from the dictionary (n, v, …; x = punctuation or unknown)"),
            Column(
                "term_start", "Int64", "start of the longest policy term around the word; empty when none"
            ),
            Column("term_end", "Int64", "end of that term; empty when none"),
        ),
    ),
    Table(
        "terms",
        "a term in a group",
        ("group", "term"),
        (
            Column("group", "str", "the document's id, or the ordinal of a chapter or article (0 = outside)"),
            Column("term", "str", "a word, or with whole terms a policy term or word"),
            Column("n", "int64", "occurrences in the group"),
            Column(
                "rate", "float64", "per 1,000 words of the group: stop words in the total, punctuation out"
            ),
        ),
    ),
    Table(
        "spread",
        "a term with how widely it stands",
        ("term",),
        (
            Column("term", "str", "a word, or with whole terms a policy term or word"),
            Column("n", "int64", "occurrences in the document"),
            Column("sentences", "int64", "sentences that hold it"),
            Column("paragraphs", "int64", "paragraphs that hold it"),
            Column("articles", "int64", "articles that hold it"),
            Column("chapters", "int64", "chapters that hold it"),
            Column("sentence_ids", "str", "the sentences, joined by ' | '"),
        ),
    ),
    Table(
        "ngrams",
        "a sequence of words that recurs",
        ("term",),
        (
            Column("term", "str", "the words, parted by spaces"),
            Column("n", "int64", "occurrences in the document"),
            Column("sentence_ids", "str", "the sentences that hold it, joined by ' | '"),
        ),
    ),
    Table(
        "richness",
        "a group with the variety of its words",
        ("group",),
        (
            Column("group", "str", "as in terms"),
            Column("words", "int64", "words in the group, stop words too"),
            Column("types", "int64", "different words"),
            Column("mattr", "float64", "moving-average type-token ratio; empty where the group is shorter"),
            Column("mtld", "float64", "measure of textual lexical diversity"),
            Column("yule_k", "float64", "Yule's K: higher = more repetition"),
        ),
    ),
    Table(
        "correspondence",
        "a group or term on the map of a correspondence analysis",
        ("point", "kind"),
        (
            Column("point", "str", "the group's ordinal or the term"),
            Column("kind", "str", "group or term"),
            Column("mass", "float64", "share of all counts"),
            Column("dim1", "float64", "principal coordinate on the first dimension"),
            Column("contribution1", "float64", "share of the dimension's inertia that the point makes"),
            Column("quality1", "float64", "squared cosine: how much of the point the dimension shows"),
            Column("dim2", "float64", "the same for the second dimension"),
            Column("contribution2", "float64", "the same"),
            Column("quality2", "float64", "the same"),
        ),
    ),
    Table(
        "keyness",
        "a term in a group, compared with the other groups or another document",
        ("group", "term"),
        (
            Column("group", "str", "as in terms"),
            Column("term", "str", "a word, or with whole terms a policy term or word"),
            Column("n", "int64", "occurrences in the group"),
            Column("n_rest", "int64", "occurrences in the reference"),
            Column("rate", "float64", "per 1,000 words of the group"),
            Column("rate_rest", "float64", "per 1,000 words of the reference"),
            Column(
                "log_ratio", "float64", "binary log of the ratio of the rates; above 0 = more in the group"
            ),
            Column("g2", "float64", "log-likelihood, four terms (Dunning 1993)"),
            Column("survives", "bool", "G² above the Bonferroni cut for all rows compared"),
            Column("g2_two_term", "float64", "log-likelihood, two terms (Rayson & Garside 2000)"),
            Column("chi2", "float64", "Pearson's χ²"),
            Column("chi2_yates", "float64", "χ² with Yates' correction"),
            Column("percent_diff", "float64", "%DIFF: by how many per cent the rate is higher"),
            Column("odds_ratio", "float64", "odds in the group over odds in the reference"),
            Column("simple_maths", "float64", "(rate + 1) / (reference rate + 1), per million"),
            Column("bic", "float64", "two-term G² less ln N"),
            Column("ell", "float64", "effect size for log-likelihood; empty where not defined"),
            Column("log_odds", "float64", "log-odds ratio with informative Dirichlet prior"),
            Column("log_odds_z", "float64", "its z score"),
            Column(
                "articles",
                "int64",
                "articles of the group that hold it (leads and the opening count as such)",
            ),
            Column("g2_least", "float64", "G² without the article that carries most of it"),
            Column("log_ratio_least", "float64", "the log ratio without that article"),
            Column("article_decisive", "str", "that article"),
            Column("sentence_ids", "str", "the group's sentences that hold it, joined by ' | '"),
        ),
    ),
    Table(
        "dispersion",
        "a term with its spread over the parts of the document",
        ("term",),
        (
            Column("term", "str", "a word, or with whole terms a policy term or word"),
            Column("n", "int64", "occurrences in the document"),
            Column("in_parts", "int64", "parts (chapters, articles) in which it stands"),
            Column("parts", "int64", "parts in all"),
            Column("reliable", "bool", "n is at least the number of parts; else the measures are empty"),
            Column("dp", "float64", "deviation of proportions: 0 = even, towards 1 = in one small part"),
            Column("dp_norm", "float64", "the same, so that 1 can be reached"),
            Column("juilland_d", "float64", "Juilland's D: 1 = even"),
            Column("carroll_d2", "float64", "Carroll's D₂: 1 = even"),
            Column("rosengren_s", "float64", "Rosengren's S: 1 = even"),
            Column("kl", "float64", "Kullback–Leibler divergence from the parts' sizes, bits: 0 = even"),
            Column("sentence_ids", "str", "the sentences that hold it, joined by ' | '"),
        ),
    ),
    Table(
        "concordance",
        "a place where the words stand, in context",
        ("sentence_id", "position"),
        (
            SENTENCE_ID,
            Column("position", "int64", "of the first word in the sentence, from 1"),
            *OFFSETS,
            Column("left", "str", "words before, in the sentence, parted by spaces"),
            Column("match", "str", "what was found"),
            Column("right", "str", "words behind, in the sentence, parted by spaces"),
        ),
    ),
    Table(
        "collocations",
        "two words that stand together",
        ("word1", "word2"),
        (
            Column("word1", "str", "one word"),
            Column("word2", "str", "the other; the two are in the order of their code points"),
            Column("n", "int64", "sentences that hold both, or pairs of places in a window"),
            Column("n1", "int64", "sentences (places) of the first word"),
            Column("n2", "int64", "sentences (places) of the second word"),
            Column("log_dice", "float64", "logDice, at most 14"),
            Column("mi", "float64", "mutual information, bits"),
            Column("t", "float64", "t score"),
            Column("g2", "float64", "log-likelihood, four terms"),
            Column("dice", "float64", "Dice's coefficient, 0 to 1"),
            Column("delta_p", "float64", "ΔP of the second word given the first, −1 to 1"),
            Column("delta_p_back", "float64", "ΔP of the first word given the second"),
            Column("npmi", "float64", "normalised pointwise mutual information, −1 to 1"),
            Column("sentence_ids", "str", "the sentences that hold both words, joined by ' | '"),
        ),
    ),
    Table(
        "network",
        "an edge of the co-word network",
        ("word1", "word2"),
        (
            Column("word1", "str", "one word"),
            Column("word2", "str", "the other"),
            Column("n", "int64", "how often they stand together"),
            Column(
                "score",
                "float64",
                "the measure that the network was made by: G² unless asked otherwise",
            ),
            Column("community", "int64", "the community of both, 1 = the largest; 0 = the edge joins two"),
            Column("community1", "int64", "the first word's community"),
            Column("community2", "int64", "the second word's community"),
            Column("sentence_ids", "str", "the sentences that hold both words, joined by ' | '"),
        ),
    ),
    Table(
        "themes",
        "a theme found in a sentence",
        ("sentence_id", "theme"),
        (
            SENTENCE_ID,
            Column("theme", "str", "id of the theme in themes.toml"),
            Column("evidence", "str", "the expressions found, in reading order, joined by ' | '"),
            Column("subtheme", "str", "ids of the groups they belong to, joined by ' | '"),
            Column("confidence", "float64", "0 to 1: how much speaks for the coding; see analysis.themes"),
            Column("source", "str", "text, heading (inherited) or code (a person's)"),
        ),
    ),
    Table(
        "clusters",
        "a unit (paragraph) in its cluster",
        ("unit_id",),
        (
            Column("unit_id", "str", "id of the paragraph: 9.1, c3.1, p0.1"),
            Column("cluster", "int64", "1 = the largest cluster; ties by first unit in reading order"),
            Column("label", "str", "the cluster's most distinctive words, joined by ' | '"),
            Column("strength", "float64", "share of the unit's weight that lies on its cluster, 0 to 1"),
        ),
    ),
    Table(
        "discover",
        "a term that the lexicon lacks, the best first",
        ("term",),
        (
            Column("term", "str", "the candidate"),
            Column("type", "str", "the type that its ending suggests: concept, place, programme, org, event"),
            Column(
                "source", "str", "quoted (by the document), c_value, or new_word (the dictionary shatters it)"
            ),
            Column("n", "int64", "how often the string stands in the document"),
            Column("score", "float64", "n, or the C-value; comparable within one source only"),
            Column("cut", "str", "its words at present, joined by ' | '"),
            Column("sentence_ids", "str", "the sentences that hold it, joined by ' | '"),
            Column("context", "str", "the first of them; of a very long one what stands around the term"),
        ),
    ),
    Table(
        "evaluate",
        "a measure of a segmenter on a set of sentences cut by hand",
        ("gold", "segmenter", "measure"),
        (
            Column("gold", "str", "the set: proposal, plans (other policy documents), general, or your own"),
            Column("segmenter", "str", "which segmenter, with which lexicon"),
            Column("measure", "str", "strict_f1, lenient_f1, crossing_per_1000 or terms_whole"),
            Column("value", "float64", "the measure on all sentences of the set"),
            Column("low", "float64", "lower end of the 95 % interval over resampled sentences"),
            Column("high", "float64", "upper end"),
            Column("sentences", "int64", "sentences in the set"),
        ),
    ),
    Table(
        "check",
        "a finding about the document's integrity",
        ("finding", "line"),
        (
            Column("finding", "str", "what kind of finding; the docstring of reading.check lists them"),
            Column("line", "int64", "line of the raw file, from 1"),
            Column("heading_id", "str", "the heading concerned: c3, 11; empty when none"),
            Column("text", "str", "the line as found"),
            Column("detail", "str", "what is wrong, in English"),
            Column("detail_zh", "str", "the same in Chinese"),
            Column("severity", "str", "problem: the document is suspect; note: what was done to read it"),
        ),
    ),
    Table(
        "dropped",
        "a line of the file that is no part of the document",
        ("line", "text"),
        (
            Column("line", "int64", "line of the raw file, from 1"),
            Column("reason", "str", "why it was left out"),
            Column("text", "str", "the line as found, or the piece of it that was left out"),
        ),
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _TABLES}


def build(name: str, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """
    Make the table `name` from rows in the order of its columns, with the declared types.

    An empty table has the same columns and types as a full one.

    Examples
    --------
    >>> build("clusters", [("9.1", 1, "虹桥 | 贸易", 0.8)]).columns.tolist()
    ['unit_id', 'cluster', 'label', 'strength']
    """
    import pandas as pd

    table = TABLES[name]
    frame = pd.DataFrame(list(rows), columns=table.names)
    return frame.astype({column.name: column.dtype for column in table.columns})


def typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """
    The columns of table `name` that `frame` has, in the table's order and with the declared types.

    For tables whose last columns (evidence) are added later.

    Examples
    --------
    >>> import pandas as pd
    >>> typed("clusters", pd.DataFrame({"cluster": [1.0], "unit_id": ["9.1"], "other": [0]})).columns.tolist()
    ['unit_id', 'cluster']
    """
    columns = [column for column in TABLES[name].columns if column.name in frame.columns]
    chosen = frame[[column.name for column in columns]].reset_index(drop=True)
    return chosen.astype({column.name: column.dtype for column in columns})


def require(frame: pd.DataFrame, name: str, columns: Iterable[str] | None = None) -> None:
    """
    Check that `frame` has the columns of table `name` (or those named in `columns`).

    Raises
    ------
    InputProblem
        Names the missing columns, those that came, and what makes such a table.

    Examples
    --------
    >>> require(build("clusters", []), "clusters")
    """
    wanted = list(columns) if columns is not None else TABLES[name].names
    missing = [column for column in wanted if column not in frame.columns]
    if missing:
        raise InputProblem(
            f"a {name} table needs the column(s) {', '.join(missing)}; "
            f"came: {', '.join(map(str, frame.columns)) or 'none'}. "
            f"Study(…).{name} makes such a table."
        )
