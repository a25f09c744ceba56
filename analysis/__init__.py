"""
Read Chinese policy documents with a computer, and keep the sentence behind every number.

``Study`` composes everything for one document; the functions below it stand alone:

>>> from analysis import Study
>>> study = Study.open()
>>> study.document.issuer
'中共上海市长宁区委'

Names are loaded when first used, so that ``import analysis`` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.clustering import choose_k, cluster_terms, clusters, stability
    from analysis.discovery import discover
    from analysis.evaluation import evaluate, load_gold, peers
    from analysis.frequency import count_terms, most_sensitive, n_grams, sensitivity, spread, tf_idf
    from analysis.lexicon import Lexicon, load_lexicon, local_lists
    from analysis.problems import InputProblem
    from analysis.reading import Document, check, dropped, outline, read, read_text, sentences
    from analysis.segmentation import PlainJieba, Segmenter, tokens, whole_terms
    from analysis.study import Study
    from analysis.tables import TABLES
    from analysis.themes import Theme, count_expressions, coverage, find_themes, load_themes, occurrences

__version__ = "0.1.0"

_HOMES = {
    "analysis.clustering": ("choose_k", "cluster_terms", "clusters", "stability"),
    "analysis.discovery": ("discover",),
    "analysis.evaluation": ("evaluate", "load_gold", "peers"),
    "analysis.frequency": ("count_terms", "most_sensitive", "n_grams", "sensitivity", "spread", "tf_idf"),
    "analysis.lexicon": ("Lexicon", "load_lexicon", "local_lists"),
    "analysis.reading": ("Document", "check", "dropped", "outline", "read", "read_text", "sentences"),
    "analysis.segmentation": ("PlainJieba", "Segmenter", "tokens", "whole_terms"),
    "analysis.study": ("Study",),
    "analysis.problems": ("InputProblem",),
    "analysis.tables": ("TABLES",),
    "analysis.themes": (
        "Theme",
        "count_expressions",
        "coverage",
        "find_themes",
        "load_themes",
        "occurrences",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "TABLES",
    "Document",
    "InputProblem",
    "Lexicon",
    "PlainJieba",
    "Segmenter",
    "Study",
    "Theme",
    "check",
    "choose_k",
    "cluster_terms",
    "clusters",
    "count_expressions",
    "count_terms",
    "coverage",
    "discover",
    "dropped",
    "evaluate",
    "find_themes",
    "load_gold",
    "load_lexicon",
    "load_themes",
    "local_lists",
    "most_sensitive",
    "n_grams",
    "occurrences",
    "outline",
    "peers",
    "read",
    "read_text",
    "sensitivity",
    "sentences",
    "spread",
    "stability",
    "tf_idf",
    "tokens",
    "whole_terms",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
