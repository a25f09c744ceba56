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
    from analysis.judgements.clustering import cluster_terms, clusters
    from analysis.judgements.stability import choose_k, stability
    from analysis.judgements.theme_counts import count_expressions, coverage
    from analysis.judgements.theme_files import Theme, load_themes
    from analysis.judgements.theme_places import occurrences
    from analysis.judgements.themes import find_themes
    from analysis.measures.collocations import collocations
    from analysis.measures.concordance import concordance
    from analysis.measures.correspondence import correspondence
    from analysis.measures.dispersion import dispersion
    from analysis.measures.frequency import count_terms
    from analysis.measures.keyness import keyness
    from analysis.measures.network import network
    from analysis.measures.ngrams import n_grams
    from analysis.measures.richness import richness
    from analysis.measures.sensitivity import most_sensitive, sensitivity
    from analysis.measures.spread import spread
    from analysis.measures.tf_idf import tf_idf
    from analysis.problems import InputProblem
    from analysis.reading import Document, about, check, dropped, outline, read, read_text, sentences
    from analysis.setup import Setup
    from analysis.study import Study
    from analysis.tables import TABLES
    from analysis.words.discovery import discover
    from analysis.words.evaluation import evaluate, peers
    from analysis.words.gold import load_gold
    from analysis.words.lexicon import Lexicon, load_lexicon, local_lists
    from analysis.words.segmentation import PlainJieba, Segmenter, tokens, whole_terms

__version__ = "0.1.0"

_HOMES = {
    "analysis.judgements.clustering": ("cluster_terms", "clusters"),
    "analysis.words.discovery": ("discover",),
    "analysis.words.evaluation": ("evaluate", "peers"),
    "analysis.words.gold": ("load_gold",),
    "analysis.measures.collocations": ("collocations",),
    "analysis.measures.concordance": ("concordance",),
    "analysis.measures.correspondence": ("correspondence",),
    "analysis.measures.dispersion": ("dispersion",),
    "analysis.measures.keyness": ("keyness",),
    "analysis.measures.network": ("network",),
    "analysis.measures.richness": ("richness",),
    "analysis.measures.frequency": ("count_terms",),
    "analysis.words.lexicon": ("Lexicon", "load_lexicon", "local_lists"),
    "analysis.reading": (
        "Document",
        "about",
        "check",
        "dropped",
        "outline",
        "read",
        "read_text",
        "sentences",
    ),
    "analysis.words.segmentation": ("PlainJieba", "Segmenter", "tokens", "whole_terms"),
    "analysis.setup": ("Setup",),
    "analysis.study": ("Study",),
    "analysis.measures.ngrams": ("n_grams",),
    "analysis.problems": ("InputProblem",),
    "analysis.measures.sensitivity": ("most_sensitive", "sensitivity"),
    "analysis.measures.spread": ("spread",),
    "analysis.judgements.stability": ("choose_k", "stability"),
    "analysis.measures.tf_idf": ("tf_idf",),
    "analysis.tables": ("TABLES",),
    "analysis.judgements.theme_counts": ("count_expressions", "coverage"),
    "analysis.judgements.theme_files": ("Theme", "load_themes"),
    "analysis.judgements.theme_places": ("occurrences",),
    "analysis.judgements.themes": ("find_themes",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "TABLES",
    "Document",
    "InputProblem",
    "Lexicon",
    "PlainJieba",
    "Segmenter",
    "Setup",
    "Study",
    "Theme",
    "about",
    "check",
    "choose_k",
    "cluster_terms",
    "clusters",
    "collocations",
    "concordance",
    "correspondence",
    "count_expressions",
    "count_terms",
    "coverage",
    "discover",
    "dispersion",
    "dropped",
    "evaluate",
    "find_themes",
    "keyness",
    "load_gold",
    "load_lexicon",
    "load_themes",
    "local_lists",
    "most_sensitive",
    "n_grams",
    "network",
    "occurrences",
    "outline",
    "peers",
    "read",
    "read_text",
    "richness",
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
