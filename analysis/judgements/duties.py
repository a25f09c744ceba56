"""Who answers for a measure, where a bracket behind its full stop says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.ids import paragraph_of

if TYPE_CHECKING:
    import pandas as pd

_DUTY = re.compile(
    r"^[（(][^（）()]{2,200}?(?:负责|牵头|配合|承办|责任单位|按照?职责分工|完成时限|[底末]前完成)[^（）()]{0,60}[）)][。；;]?"
)


def with_duties(sentences: pd.DataFrame) -> pd.DataFrame:
    """
    Sentences each with the bracket that says who answers for it, which stands behind its full stop.

    巩固出口优势。（海关负责）支持农业企业。 is cut into two sentences, of which the second begins with what
    belongs to the first. A bracket by itself becomes an empty text.

    Examples
    --------
    >>> import pandas as pd
    >>> texts = ["巩固出口优势。", "（海关负责）支持农业企业。", "（商务厅牵头）"]
    >>> table = pd.DataFrame({"sentence_id": ["1.1.1", "1.1.2", "1.1.3"], "text": texts})
    >>> with_duties(table)["text"].tolist()
    ['巩固出口优势。（海关负责）', '支持农业企业。（商务厅牵头）', '']
    """
    units = paragraph_of(sentences["sentence_id"]).tolist()
    texts = sentences["text"].tolist()
    for at in range(1, len(texts)):
        if units[at] == units[at - 1] and (duty := _DUTY.match(texts[at])):
            texts[at - 1] += duty[0]
            texts[at] = texts[at][duty.end() :]
    return sentences.assign(text=texts)
