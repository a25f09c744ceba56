"""What the index of a report says: the document's strip, and what was found in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.judgements.theme_files import Theme
    from analysis.showing.finding import Finding
    from analysis.study import Study

_THEMES_TOLD = 4


def index_parts(study: Study) -> dict[str, str]:
    """The strip and the headline findings of the index, as HTML."""
    from analysis.showing import document_findings, findings
    from analysis.showing.strip import document_strip

    counted = study.counted_sentences
    strip = document_strip(counted, study.themes, study.outline, study.theme_definitions)
    return {
        "strip": strip.html,
        "integrity": findings.integrity(study.check)._repr_html_(),
        "findings": "".join(finding._repr_html_() for finding in headlines(study)),
        "methods": document_findings.methods(study)._repr_html_(),
    }


def headlines(study: Study) -> list[Finding]:
    """What was found, in a few sentences."""
    from analysis.showing import document_findings, findings, theme_findings

    counted = study.counted_sentences
    told = [
        document_findings.document(study.document, counted),
        *(theme_findings.theme_share(theme, study.themes, counted) for theme in _told(study)),
        theme_findings.themes_cover(study.themes, counted),
        theme_findings.kind_coded(study.document.kind),
        findings.top_terms(study.policy_terms(without_names=True)),
    ]
    return [one for one in told if one.en]  # a warning that has no cause says nothing


def _told(study: Study) -> list[Theme]:
    """The themes shown, the one that most sentences speak of first: what a document is about."""
    n = study.themes["theme"].value_counts()
    return sorted(study.theme_definitions, key=lambda theme: -n.get(theme.id, 0))[:_THEMES_TOLD]
