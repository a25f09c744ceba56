"""What a rule judges rather than counts: themes and clusters, with how good each judgement is."""

from analysis.judgements import cluster_profiles, clustering, stability, themes

__all__ = ["cluster_profiles", "clustering", "stability", "themes"]
