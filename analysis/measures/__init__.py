"""What is counted: each measure a pure function over tables, declared as a table where it is made."""

from analysis.measures import (
    collocations,
    concordance,
    correspondence,
    dispersion,
    frequency,
    keyness,
    network,
    ngrams,
    richness,
    sensitivity,
    spread,
    tf_idf,
)

__all__ = [
    "collocations",
    "concordance",
    "correspondence",
    "dispersion",
    "frequency",
    "keyness",
    "network",
    "ngrams",
    "richness",
    "sensitivity",
    "spread",
    "tf_idf",
]
