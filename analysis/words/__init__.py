"""From sentences to words: lexicon, segmenters, discovery of terms, and how well all that cuts."""

from analysis.words import discovery, evaluation, segmentation

__all__ = ["discovery", "evaluation", "segmentation"]
