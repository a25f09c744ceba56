"""Tables about the document's and the software's soundness."""

from __future__ import annotations

from analysis.tables.columns import Column, Table

TABLES = (
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
            Column("context", "str", "the first of them"),
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
