"""How well codes were found: F1, and its interval when whole groups are drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

RESAMPLES = 1000


def f1(code: np.ndarray, found: np.ndarray) -> float:
    """
    F1 of two columns of truth values; 0 where both are empty.

    Examples
    --------
    >>> import numpy as np
    >>> f1(np.array([True, True, False]), np.array([True, False, False]))
    0.6666666666666666
    """
    return float(2 * (code & found).sum() / max(1, code.sum() + found.sum()))


def f1_interval(
    code: np.ndarray, found: np.ndarray, groups: np.ndarray, *, seed: int = 1
) -> tuple[float, float]:
    """
    The middle 95 % of F1 when groups (documents, paragraphs) are drawn anew with replacement (Efron 1979).

    Examples
    --------
    >>> import numpy as np
    >>> right = np.array([True, False, True, False])
    >>> f1_interval(right, right, np.array(["a", "a", "b", "b"]))
    (1.0, 1.0)
    """
    import numpy as np

    names = np.unique(groups)
    hits = np.array([(code & found)[groups == name].sum() for name in names])
    sizes = np.array([code[groups == name].sum() + found[groups == name].sum() for name in names])
    drawn = np.random.default_rng(seed).integers(len(names), size=(RESAMPLES, len(names)))
    scores = 2 * hits[drawn].sum(axis=1) / np.maximum(1, sizes[drawn].sum(axis=1))
    low, high = np.quantile(scores, [0.025, 0.975])
    return float(low), float(high)
