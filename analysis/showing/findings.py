"""
What tables show: numbers, and the key of the sentence that tells them; whatever interprets has its condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.prose import Bilingual, Case
from analysis.showing import register_findings
from analysis.showing.cluster_findings import cluster_number, cluster_quality, no_clusters  # noqa: F401
from analysis.showing.commitment_findings import (  # noqa: F401
    figures_told,
    firm_words,
    looking,
    measures,
    periods_told,
    years_ahead,
)
from analysis.showing.document_findings import document, methods  # noqa: F401
from analysis.showing.finding import Finding, Findings
from analysis.showing.register_findings import (  # noqa: F401
    beneficiaries_named,
    gaps_answered,
    named_strings,
    overlap,
    slogans_first,
    unchecked,
)
from analysis.showing.theme_findings import (  # noqa: F401
    concentration,
    cut_string,
    headline_word,
    kind_coded,
    part_quality,
    string_count,
    theme_quality,
    theme_share,
    themes_cover,
)
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme

_ONE_BY_ONE = 3  # problems of one kind that are told one by one, and texts that are named


def integrity(check: pd.DataFrame) -> Findings:
    """What is wrong with the document, then what was done to read it and how many lines were left out."""
    left_out = check["finding"] == "dropped_line"
    found = _problems(check[check["severity"] == "problem"]) or [Finding("no_gaps")]
    notes = check[(check["severity"] == "note") & ~left_out]
    if len(notes):
        told = zip(notes["line"], map(Bilingual, notes["detail"], notes["detail_zh"]), strict=True)
        found.append(Finding("notes", notes=list(told)))
    if left_out.any():
        found.append(Finding("lines_left_out", lines=left_out.sum()))
    return Findings(tuple(found))


def _problems(problems: pd.DataFrame) -> list[Finding]:
    """Problems kind by kind: a few one by one, many of a kind together."""
    found = []
    for _, same in problems.groupby("finding", sort=False):
        together = len(same) > _ONE_BY_ONE
        found += [_problem(same)] if together else [_problem(row) for _, row in same.groupby(same.index)]
    return found


def _problem(same: pd.DataFrame) -> Finding:
    """Problems of one kind: where, what stands there, what is wrong."""
    texts = [text for text in same["text"] if text]
    detail = same["detail"].iloc[0]
    return Finding(
        "problem",
        [id_ for id_ in same["heading_id"] if id_],
        lines=same["line"].tolist(),
        texts=texts[:_ONE_BY_ONE],
        more=len(texts) > _ONE_BY_ONE,
        detail=Bilingual(detail, same["detail_zh"].iloc[0]),
        question=detail.endswith("?"),
    )


def lower_bound(check: pd.DataFrame) -> Finding:
    """
    A warning that travels with figures: headings without body make every count a lower bound.

    Where there are tables, a heading may have nothing else below it, whose words are not counted.
    """
    empty = check[check["finding"].str.startswith("empty_")]
    if empty.empty:
        return Finding("no_lower_bound", tables=(check["finding"] == "cells").any())
    titles = empty["text"].str.rstrip("。").tolist()
    return Finding("lower_bound", empty["heading_id"], headings=len(empty), titles=titles)


def sentence_lengths(sentences: pd.DataFrame) -> Finding:
    """How long the sentences are, and which is the longest."""
    if sentences.empty:
        return Finding("no_sentences")
    length = sentences["end"] - sentences["start"]
    longest = sentences.loc[length.idxmax(), "sentence_id"]
    return Finding(
        "sentence_lengths",
        [longest],
        median=length.quantile(0.5, interpolation="higher"),
        longest=length.max(),
    )


def top_terms(counts: pd.DataFrame, *, top: int = 5) -> Finding:
    """The most frequent terms of one group, with counts and the share of words they make up."""
    policy = counts.attrs.get("table") == "policy_terms"
    if counts.empty and policy:
        return Finding("no_terms")
    if counts.empty:
        return Finding("no_counts")
    terms = list(zip(counts["term"], counts["n"], strict=True))
    first = register_findings.most(terms, top)
    shown = counts.head(len(first) or top)
    share = shown["rate"].sum() / 10  # per thousand → per cent
    head = "all_" if len(shown) == len(counts) else "" if first else "some_"
    return Finding(
        "top_terms",
        terms=terms[: len(shown)],
        share=share,
        head=Case(head + ("policy" if policy else "words")),
    )


def key_terms(table: pd.DataFrame) -> Finding:
    """How many words can and do set a group apart, and the first of each group (`table`: of keyness)."""
    if table.empty:
        return Finding("no_key_terms")
    sure = table[table["survives"] == "yes"]
    more = sure[sure["g2"] > 0]
    first = more.drop_duplicates("group")
    return Finding(
        "key_terms",
        comparisons=len(table),
        testable=(table["survives"] != "not testable").sum(),
        survive=len(more),
        first=list(zip(first["group"], first["term"], strict=True)),
        fewer=len(sure) - len(more),
    )


def no_terms() -> Finding:
    """Said in place of a chart of policy terms."""
    return Finding("no_terms")


def no_pairs() -> Finding:
    """Said in place of a co-word network."""
    return Finding("no_pairs")


def co_words(edges: pd.DataFrame) -> Finding:
    """How many pairs, words and communities the co-word network has (`edges`: of ``network.network``)."""
    if edges.empty:
        return no_pairs()
    strongest = edges.iloc[0]
    return Finding(
        "co_words",
        pairs=len(edges),
        words=len({*edges["word1"], *edges["word2"]}),
        communities=len({*edges["community1"], *edges["community2"]}),
        word1=strongest["word1"],
        word2=strongest["word2"],
        sentences=strongest["n"],
    )


def expressions_used(theme: Theme, counts: pd.DataFrame) -> Finding:
    """How many of the theme's expressions the document uses, and which group stands without any."""
    used = counts[counts["n"] > 0]
    speaking = set(used["subtheme"])
    silent = [Bilingual(group.name_en, group.name) for group in theme.groups if group.id not in speaking]
    silent = silent if speaking else []
    return Finding("expressions_used", used=len(used), of=len(counts), silent=silent)


def engines(reference: pd.DataFrame, tokens: pd.DataFrame) -> Finding:
    """Whether two engines cut the document alike."""
    spans = [set(zip(table["start"], table["end"], strict=True)) for table in (reference, tokens)]
    differ = len(spans[0] ^ spans[1])
    if not differ:
        return Finding("no_difference", tokens=len(tokens))
    return Finding("engines_differ", differ=differ, of=len(tokens))


def terms_kept(table: pd.DataFrame) -> Finding:
    """Of policy terms of one word, how many the plain dictionary tears apart (`table`: ``term``, ``cut``)."""
    if table.empty:
        return Finding("no_lexicon_words")
    torn = table["cut"].str.contains(SEPARATOR, regex=False).sum()
    return Finding("terms_kept", terms=len(table), torn=torn)


def segmentation_quality(table: pd.DataFrame) -> Findings:
    """How well the lexicon cuts beside plain jieba (`table`: of ``evaluation.evaluate``)."""
    value = table.set_index(["gold", "segmenter", "measure"])["value"]
    judged = set(table["gold"])
    return Findings(tuple(_quality(gold, value[gold]) for gold in ("plans", "general") if gold in judged))


def _quality(gold: str, value: pd.Series) -> Finding:
    f1, plain = value["general lexicon", "lenient_f1"], value["plain jieba", "lenient_f1"]
    return Finding(
        "segmentation_quality",
        gold=gold,
        f1=f1,
        plain_f1=plain,
        better=round(f1, 3) > round(plain, 3),  # as they are told
        crossing=value["general lexicon", "crossing_per_1000"],
        plain_crossing=value["plain jieba", "crossing_per_1000"],
    )


def sensitive_counts(table: pd.DataFrame, *, minimum: int = 5) -> Finding:
    """How many frequent words are counted differently by other segmenters (`table`: of ``sensitivity``)."""
    frequent = table[table["n"] >= minimum]
    if frequent.empty:
        return Finding("no_frequent_words", minimum=minimum)
    moved = (frequent["n_low"] < frequent["n_high"]).sum()
    others = len(frequent) - int(moved)
    return Finding("sensitive_counts", frequent=len(frequent), minimum=minimum, moved=moved, others=others)


def candidates(table: pd.DataFrame, *, top: int = 5) -> Finding:
    """How many terms the document has that the lexicon lacks, and the first (`table`: of ``discover``)."""
    if table.empty:
        return Finding("no_candidates")
    first = table["term"].head(top).tolist()
    return Finding("candidates", expressions=len(table), first=first, beginning=len(first) < len(table))


def lists_used(local: Sequence[str], themes: Sequence[Theme]) -> Finding:
    """Which lists of a place the document is read with, and which themes are looked for."""
    named = [Bilingual(theme.name_en, theme.name) for theme in themes]
    return Finding("lists_used", local=list(local), themes=named)


def no_headings() -> Finding:
    """For documents whose parts cannot be compared."""
    return Finding("no_headings")
