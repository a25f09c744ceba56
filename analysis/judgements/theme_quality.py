"""
How well each theme is found on documents that had no part in it; shares of a document put right by that.

What was measured stands in ``corpus/weights/quality.tsv``, made by ``python -m tests.gold.themes --write``
from sentences of sixteen documents (``corpus/gold/themes``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import THEME, evidence
from analysis.evidence import behind
from analysis.resources import folder
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme
    from analysis.study import Study

SCORED = ("work report", "report", "plan", "proposal", "notice")  # kinds of document that the gold holds
ASSESSED = 40  # sentences of the gold with a theme below which nothing is said of how well it is found
_Z = 1.96


def measured() -> pd.DataFrame:
    """
    One row per learned theme, as measured on documents left out.

    ``n`` sentences of the gold with it, ``precision``, ``recall``, ``f1`` with the middle 95 % over documents
    (``f1_low``, ``f1_high``), ``f1_list`` (a hand-made list alone), ``kappa`` (of the two readers),
    ``brier_skill``, ``calibration_error``, ``false_positive_rate`` and ``assessed`` (in 40 or more).

    Examples
    --------
    >>> bool(measured().set_index("theme").loc["livelihood", "f1"] > 0.8)
    True
    """
    import pandas as pd

    return pd.read_csv(folder("corpus") / "weights" / "quality.tsv", sep="\t")


def corrected(
    share: float, sentences: int, recall: float, positives: int, false: float, negatives: int
) -> tuple[float, float, float]:
    """
    The share that a rule with known errors would have found without them, and its 95 % interval.

    (share − false) / (recall − false), held within 0 and 1 (Rogan & Gladen 1978); the interval adds the
    uncertainty of `recall` (from `positives` sentences) and `false` (from `negatives`), as their delta method
    has it.

    Examples
    --------
    >>> [round(value, 3) for value in corrected(0.20, 200, 0.8, 100, 0.05, 1000)]
    [0.2, 0.122, 0.278]
    >>> corrected(0.01, 100, 0.8, 100, 0.05, 1000)[0]
    0.0
    """
    gain = recall - false
    right = (share - false) / gain
    spread = (
        share * (1 - share) / sentences
        + right**2 * recall * (1 - recall) / positives
        + (1 - right) ** 2 * false * (1 - false) / negatives
    ) ** 0.5 / gain
    low, middle, high = (
        min(1.0, max(0.0, value)) for value in (right - _Z * spread, right, right + _Z * spread)
    )
    return middle, low, high


def qualities(themes: Sequence[Theme], coded: pd.DataFrame, sentences: int) -> pd.DataFrame:
    """
    One row per theme: how well it is found, and its share of the document's sentences, raw and put right.

    A theme that stands in fewer than 40 sentences of the gold, or is no learned one, is ``not assessed`` and
    its share is not put right; nor is one too small or too large for it.
    """
    known = measured().set_index("theme")
    total = _coded_sentences()
    rows: list[tuple[object, ...]] = []
    for theme in themes:
        share = float((coded["theme"] == theme.id).sum()) / max(1, sentences)
        if not theme.learned or theme.id not in known.index or not known.loc[theme.id, "assessed"]:
            n = int(known.loc[theme.id, "n"]) if theme.learned and theme.id in known.index else 0
            rows.append((theme.id, "not assessed", n, *[None] * 7, share, None, None, None))
            continue
        row = known.loc[theme.id]
        figures = [float(row[name]) for name in _FIGURES]
        right = _put_right(share, sentences, row, total)
        rows.append((theme.id, "assessed", int(row["n"]), *figures, share, *right))
    return behind(build("theme_quality", rows), coded, ["theme"])


_UNKNOWN = (None, None, None)


def _put_right(
    share: float, sentences: int, row: pd.Series, total: int
) -> tuple[float | None, float | None, float | None]:
    """A theme's share put right, and its interval; unknown where it is cut off at 0 or 1."""
    if not sentences:
        return _UNKNOWN
    n = int(row["n"])
    errors = float(row["recall"]), n, float(row["false_positive_rate"]), total - n
    middle, low, high = corrected(share, sentences, *errors)
    return (middle, low, high) if low < middle < high else _UNKNOWN


_FIGURES = ("precision", "recall", "f1", "f1_low", "f1_high", "f1_list", "kappa")


def _coded_sentences() -> int:
    import pandas as pd

    return int(pd.read_csv(folder("corpus") / "gold" / "themes" / "documents.tsv", sep="\t")["drawn"].sum())


def _figure(name: str, meaning: str, head: tuple[str, str]) -> Column:
    return Column(name, "float64", meaning, head)


@table(
    "theme_quality",
    row="a theme looked for, with how well it is found and its share of the document's sentences",
    key=("theme",),
    help="how well each theme is found on documents left out, and shares put right by that",
    attribute=True,
    columns=(
        THEME,
        Column(
            "verdict", "str", "assessed, or not assessed (fewer than 40 coded sentences)", ("verdict", "评定")
        ),
        Column("n", "int64", "sentences of the gold with the theme", ("coded", "编码句数")),
        _figure(
            "precision",
            "share of what is found that is right, on documents left out",
            ("precision", "精确率"),
        ),
        _figure("recall", "share of what is there that is found", ("recall", "召回率")),
        _figure("f1", "their harmonic mean", ("F1", "F1")),
        _figure("f1_low", "lower end of its 95 % interval over documents", ("F1 from", "F1下限")),
        _figure("f1_high", "upper end", ("F1 to", "F1上限")),
        _figure("f1_list", "F1 of a hand-made list alone", ("list alone", "仅用词表")),
        _figure("kappa", "agreement of the two readers (language models)", ("readers", "两读者κ")),
        _figure("share", "share of the document's sentences, as found", ("share", "占比")),
        _figure("share_corrected", "the share put right by precision and recall", ("put right", "校正占比")),
        _figure("share_low", "lower end of its 95 % interval", ("from", "下限")),
        _figure("share_high", "upper end", ("to", "上限")),
        evidence("the document's sentences found, joined by ' | '"),
    ),
)
def theme_quality_of(study: Study) -> pd.DataFrame:
    """How well each theme is found on documents left out, and shares put right by that."""
    return qualities(study.known_themes, study.themes, len(study.counted_sentences))
