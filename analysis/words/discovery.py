"""
Terms that a document has and the lexicon lacks.

Three sources, each strong where the others are weak: what the document itself puts in quotation marks; word
sequences with a high C-value that hold together and stand free (Frantzi, Ananiadou & Mima 2000); and runs of
single characters that the dictionary shatters. Words that begin or end no term (加快, 水平) stand in the
lexicon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from analysis.columns import evidence, minimum, n_of
from analysis.tables import SEPARATOR, Column, at_least, build, require, table
from analysis.words.c_value import (
    COHESION,
    Candidate,
    Gram,
    by_sentence,
    c_values,
    cohesion,
    grams,
    ranked,
)

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study
    from analysis.words.lexicon import Lexicon
    from analysis.words.segmentation import Segmenter

LONG = 50_000  # characters; from here on two occurrences say little
MOST_CONTEXT = 1000  # characters shown around a term; a sentence beyond it is shown in part
# Runs of single characters are chance more often than other sequences: they must stand this much more often.
SHATTERED_MORE = 2

_QUOTED = re.compile(r"[“「『〝《〈]([^“”「」『』〝〞《》〈〉。；;！!？?]{2,14})[”」』〞》〉]")
_HAN = re.compile(r"[\u4e00-\u9fd5]")
_CLOSED = re.compile(r"[mqrpucdfyt]")
# The type that a term's last characters suggest; a person decides.
_TYPES = (
    (
        "place",
        r"(新区|片区|园区|示范区|试验区|度假区|保税区|开发区|枢纽|新城|机场|公园|科学城|"
        r"[路港湾岛江河湖山镇村乡])$",
    ),
    ("programme", r"(计划|工程|行动|战略|规划|纲要|方案|倡议|改革|试点)$"),
    (
        "org",
        r"(委员会|银行|大学|学院|医院|公司|集团|协会|联盟|法院|检察院|研究院|研究所|委|(?<!大)局|部|厅|院)$",
    ),
    ("event", r"(大会|全会|博览会|论坛|峰会|世博会|奥运会|运动会|[届次]会议)$"),
)


def discover(
    sentences: pd.DataFrame, units: pd.DataFrame, segmenter: Segmenter, lexicon: Lexicon, *, minimum: int = 3
) -> pd.DataFrame:
    """
    Terms that the lexicon lacks, the best first.

    One row is a candidate; columns as in ``tables.TABLES["discover"]``. The three sources take turns, so that
    the first hundred hold the best of each. Saved as CSV and weeded by hand, the table is a lexicon of your
    own (``--lexicon FILE``).

    Parameters
    ----------
    sentences
        With ``sentence_id`` and ``text``.
    units
        Tokens with whole terms put together (``segmentation.whole_terms``), so that no piece of a known term
        is taken for a term.
    segmenter
        Shows how a candidate is cut at present.
    lexicon
        What is known already, and the generic words.
    minimum
        How often a sequence of words must stand in the document; quoted strings need to stand once.

    Notes
    -----
    C-value = log2(words + 1) × (n − mean n of the longer candidates that hold it): the + 1 lets two-word
    candidates count (Barrón-Cedeño et al. 2009). How many of the first hundred are terms was judged blind on
    three documents: see ``python -m tests.gold``.
    """
    require(sentences, "sentences", ["sentence_id", "text"])
    require(units, "tokens")
    at_least(1, minimum=minimum)
    texts = dict(zip(sentences["sentence_id"], sentences["text"], strict=True))
    words = by_sentence(units)
    sources = (
        quoted(texts.values()),
        c_values(words, lexicon, minimum=minimum),
        shattered(words, lexicon, minimum=minimum + SHATTERED_MORE),
    )
    known = lexicon.terms.keys() | {word for word, _, _ in lexicon.words}
    chosen: dict[str, Candidate] = {}
    for candidate in _in_turn(sources):
        if candidate.term not in known and len(segmenter.cut(candidate.term)) > 1:
            chosen.setdefault(candidate.term, candidate)
    return build("discover", _rows(chosen, texts, segmenter))


def _rows(
    chosen: Mapping[str, Candidate], texts: Mapping[str, str], segmenter: Segmenter
) -> Iterator[tuple[object, ...]]:
    for term, source, score in chosen.values():
        where = [id_ for id_, text in texts.items() if term in text]
        cut = SEPARATOR.join(segmenter.words(term))
        n = sum(texts[id_].count(term) for id_ in where)
        yield (
            term,
            suggested_type(term),
            source,
            n,
            score,
            cut,
            SEPARATOR.join(where),
            _around(term, texts[where[0]]),
        )


def _around(term: str, text: str) -> str:
    """The text, or of a very long one the characters around the first place where the term stands."""
    start = max(0, text.index(term) - MOST_CONTEXT // 2)
    cut = text[start : start + MOST_CONTEXT]
    return f"{'…' if start else ''}{cut}{'…' if len(text) > start + MOST_CONTEXT else ''}"


def suggested_type(term: str) -> str:
    """The type that a term's ending suggests: place, programme, org or event, else concept."""
    return next((type_ for type_, ending in _TYPES if re.search(ending, term)), "concept")


def _in_turn(sources: Iterable[list[Candidate]]) -> Iterator[Candidate]:
    """The best of each source, then the second best of each, and so on."""
    lists = list(sources)
    for rank in range(max(map(len, lists), default=0)):
        yield from (candidates[rank] for candidates in lists if rank < len(candidates))


def quoted(texts: Iterable[str]) -> list[Candidate]:
    """
    What stands in quotation marks or title marks, the most frequent first.

    Examples
    --------
    >>> quoted(["落实“三会一课”制度。", "坚持“三会一课”。"])
    [Candidate(term='三会一课', source='quoted', score=2.0)]
    """
    counts = Counter(found.strip() for text in texts for found in _QUOTED.findall(text) if _HAN.search(found))
    return [Candidate(term, "quoted", float(n)) for term, n in ranked(counts)]


def shattered(
    words: Iterable[list[tuple[str, str]]], lexicon: Lexicon, *, minimum: int = 3
) -> list[Candidate]:
    """
    Runs of two to four single characters that recur and hold together: words that the dictionary lacks.

    Examples
    --------
    >>> from analysis.words.lexicon import Lexicon
    >>> shattered([[("科", "n"), ("创", "v"), ("企业", "n")]] * 3, Lexicon())
    [Candidate(term='科创', source='new_word', score=3.0)]
    """
    counts: Counter[Gram] = Counter()
    for sentence in words:
        open_class = [(word, tag) if not _CLOSED.match(tag) else ("", tag) for word, tag in sentence]
        for _, gram, _ in grams(open_class, lexicon.stop_words):
            if len(gram) <= 4 and all(len(word) == 1 for word in gram):
                counts[gram] += 1
    scores = {
        "".join(gram): float(n)
        for gram, n in counts.items()
        if n >= minimum
        and len(gram) > 1
        and _HAN.search("".join(gram))
        and cohesion(gram, counts) >= 2 * COHESION
    }
    return [Candidate(term, "new_word", score) for term, score in ranked(scores)]


@table(
    "discover",
    row="a term that the lexicon lacks, the best first",
    key=("term",),
    help="terms that the lexicon lacks, to be weeded and used with --lexicon",
    options=(minimum(None, "how often a word sequence must stand (default: 2, or 3 in a long document)"),),
    columns=(
        Column("term", "str", "the candidate", ("term", "词语")),
        Column(
            "type",
            "str",
            "the type that its ending suggests: concept, place, programme, org, event",
            ("type", "类型"),
        ),
        Column(
            "source",
            "str",
            "quoted (by the document), c_value, or new_word (the dictionary shatters it)",
            ("found by", "来源"),
        ),
        n_of("how often the string stands in the document"),
        Column("score", "float64", "n, or the C-value; comparable within one source only", ("score", "得分")),
        Column("cut", "str", "its words at present, joined by ' | '", ("cut into", "切分")),
        evidence(),
        Column(
            "context",
            "str",
            "the first of them; of a very long one what stands around the term",
            ("context", "上下文"),
        ),
    ),
)
def discover_of(study: Study, *, minimum: int | None = None) -> pd.DataFrame:
    """
    Terms that the lexicon lacks, the best first.

    A sequence of words must stand `minimum` times: by default twice, three times in a long document.
    """
    if minimum is None:
        minimum = 2 if len(study.document.text) < LONG else 3
    return discover(
        study.counted_sentences, study.whole_terms, study.segmenter, study.lexicon, minimum=minimum
    )
