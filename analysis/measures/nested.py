"""Words and policy terms that stand inside longer terms, where whole terms are counted without them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

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
    text = sentences.set_index("sentence_id")
    rows = [
        (id_, found)
        for id_, words in tokens.groupby("sentence_id", sort=False)
        for found in _inside(words, text.at[id_, "text"], text.at[id_, "start"], segmenter)
    ]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns, "str"))


def _inside(words: pd.DataFrame, text: str, offset: int, segmenter: Segmenter) -> Iterator[str]:
    """What one sentence holds besides its whole terms and the words outside them."""
    starts, ends = (words["start"] - offset).tolist(), (words["end"] - offset).tolist()
    cut = list(zip(starts, ends, words["tag"], strict=True))
    held = words[words["term_start"].notna()]
    whole = set(zip(held["term_start"] - offset, held["term_end"] - offset, strict=True))
    inside = set(zip(held["start"] - offset, held["end"] - offset, strict=True))
    for start, end in sorted((inside | set(segmenter.all_terms(text, cut))) - whole):
        yield text[start:end]
