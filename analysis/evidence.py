"""The sentences behind the rows of any table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd


def behind(rows: pd.DataFrame, held: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """
    `rows` with ``sentence_ids``: those of `held` that have the row's values in the columns `by`.

    `held` has one row per sentence (``sentence_id``) and combination, in reading order.

    Examples
    --------
    >>> import pandas as pd
    >>> held = pd.DataFrame({"chapter": [1, 1], "sentence_id": ["1.1.1", "1.1.2"]})
    >>> behind(pd.DataFrame({"chapter": [1, 2]}), held, ["chapter"])["sentence_ids"].tolist()
    ['1.1.1 | 1.1.2', '']
    """
    found: dict[object, dict[str, None]] = {}
    for *key, id_ in held[[*by, "sentence_id"]].itertuples(index=False, name=None):
        found.setdefault(tuple(key), {})[id_] = None
    keys = rows[list(by)].itertuples(index=False, name=None)
    ids = [SEPARATOR.join(found.get(key, ())) for key in keys]
    return rows.assign(sentence_ids=ids).astype({"sentence_ids": "str"})
