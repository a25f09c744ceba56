"""English working translations of Chinese sentences, by the sentence's own text; unofficial."""

from __future__ import annotations

import csv
from functools import cache
from hashlib import sha256

from analysis.resources import folder

DIGITS = 12  # of the digest by which a sentence is known


def digest(text: str) -> str:
    """
    By what a sentence is known.

    Examples
    --------
    >>> digest("改善民生。")
    '508a6e5659e9'
    """
    return sha256(text.encode("utf-8")).hexdigest()[:DIGITS]


def translation(text: str) -> str:
    """
    The English of a sentence or heading; empty where there is none.

    Examples
    --------
    >>> translation("1.“十三五”时期长宁发展取得显著成就。")
    '1. Changning made remarkable achievements in development during the 13th Five-Year Plan period.'
    >>> translation("改善民生。")
    ''
    """
    return _known().get(digest(text.strip()), "")


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((folder("corpus") / "translations").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found |= {row["digest"]: row["en"] for row in rows}
    return found
