"""Words and policy terms that stand inside longer terms, where whole terms are counted without them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from analysis.tables import require

if TYPE_CHECKING:
    import pandas as pd

    from analysis.words.segmentation import Segmenter


def nested_terms(tokens: pd.DataFrame, sentences: pd.DataFrame, segmenter: Segmenter) -> pd.DataFrame:
    """
    Every word and policy term that stands inside a longer term, or across the edge of one.

    `tokens` are words, not whole terms. With these rows (``sentence_id, token``) beside those of
    ``whole_terms`` each term is counted wherever it stands as whole words.

    Examples
    --------
    >>> from analysis.words.lexicon import Lexicon
    >>> from analysis.words.segmentation import Segmenter, tokens
    >>> import pandas as pd
    >>> cutter = Segmenter(Lexicon(terms={"改善民生": "phrase", "改善民生工作": "phrase"}))
    >>> text = pd.DataFrame({"sentence_id": ["1.1.1"], "start": [7], "text": ["改善民生工作"]})
    >>> nested_terms(tokens(text, cutter), text, cutter)["token"].tolist()
    ['改善', '改善民生', '民生', '工作']
    """
    import pandas as pd

    require(tokens, "tokens")
    require(sentences, "sentences", ["sentence_id", "start", "text"])
    columns = ["sentence_id", "token"]
    texts = {id_: (text, start) for id_, text, start in _rows(sentences, ["sentence_id", "text", "start"])}
    words = tokens.assign(
        held=tokens["term_start"].notna(),
        term_start=tokens["term_start"].fillna(-1).astype("int64"),
        term_end=tokens["term_end"].fillna(-1).astype("int64"),
    )
    ordered = _rows(words, ["sentence_id", "start", "end", "tag", "term_start", "term_end", "held"])
    rows = [
        (id_, found)
        for id_, inside in groupby(ordered, key=itemgetter(0))
        for found in _inside(list(inside), texts[id_][0], texts[id_][1], segmenter)
    ]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns, "str"))


def _rows(table: pd.DataFrame, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    yield from table[columns].itertuples(index=False, name=None)


def _inside(words: list[tuple[Any, ...]], text: str, offset: int, segmenter: Segmenter) -> Iterator[str]:
    """What one sentence holds besides its whole terms and the words outside them."""
    cut = [(start - offset, end - offset, tag) for _, start, end, tag, *_ in words]
    whole = {(start - offset, end - offset) for *_, start, end, held in words if held}
    inside = {(start, end) for (start, end, _), word in zip(cut, words, strict=True) if word[-1]}
    for start, end in sorted((inside | set(segmenter.all_terms(text, cut))) - whole):
        yield text[start:end]
