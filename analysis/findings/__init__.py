"""
Sentences that state what a table shows, in English and Chinese: computed, so that they hold for any document.

Each function takes tables and gives a `Finding` (or several); whatever interprets holds only under a condition
that is checked here, and says something neutral otherwise.
"""

from analysis.exhibits import Finding, Findings
from analysis.findings.clusters import cluster_methods, cluster_number, cluster_partings, cluster_quality
from analysis.findings.documents import (
    document,
    integrity,
    lower_bound,
    no_headings,
    refused,
    sentence_lengths,
)
from analysis.findings.terms import (
    candidates,
    co_words,
    engines,
    key_terms,
    no_pairs,
    no_terms,
    segmentation_quality,
    sensitive_counts,
    string_count,
    terms_kept,
    top_terms,
)
from analysis.findings.themes import (
    concentration,
    expressions_used,
    heading_only,
    headline_word,
    never,
    own_words,
    theme_ranking,
    theme_share,
)
from analysis.findings.wording import counted, listed, quoted

__all__ = [
    "Finding",
    "Findings",
    "candidates",
    "cluster_methods",
    "cluster_number",
    "cluster_partings",
    "cluster_quality",
    "co_words",
    "concentration",
    "counted",
    "document",
    "engines",
    "expressions_used",
    "heading_only",
    "headline_word",
    "integrity",
    "key_terms",
    "listed",
    "lower_bound",
    "never",
    "no_headings",
    "no_pairs",
    "no_terms",
    "own_words",
    "quoted",
    "refused",
    "segmentation_quality",
    "sensitive_counts",
    "sentence_lengths",
    "string_count",
    "terms_kept",
    "theme_ranking",
    "theme_share",
    "top_terms",
]
