"""Which themes of a document are shown without being asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.judgements.theme_files import Theme

_FEW_SHOWN = 3  # of fewer themes that are always shown, the widest of all is shown too


def with_widest(themes: Sequence[Theme], n: Mapping[Any, int]) -> tuple[Theme, ...]:
    """
    Those of the themes that are always shown; if these are few, the one of most sentences (`n`) too.

    What a document is about comes first to a reader, whatever themes one asks about in particular.

    Examples
    --------
    >>> from analysis.judgements.theme_files import load_themes
    >>> [theme.id for theme in with_widest(load_themes()[2:], {"ecology": 9, "livelihood": 4})]
    ['livelihood', 'ecology']
    """
    shown = tuple(theme for theme in themes if theme.shown)
    widest = max(themes, key=lambda theme: n.get(theme.id, 0), default=None)
    few = len(shown) < _FEW_SHOWN and widest is not None and n.get(widest.id, 0) > 0
    return (*shown, widest) if few and widest and widest not in shown else shown
