"""What the document is, what its parts are called, and how figures on it are cited, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.prose import Case
from analysis.reading import OF_SECTIONS, numbers
from analysis.showing.finding import Finding, Findings

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document
    from analysis.study import Study

_DIGITS = 12  # of a digest that is told
_ANNEX = "annex"  # the style of an annex's title


def document(document: Document, sentences: pd.DataFrame) -> Finding:
    """What the document is and how large: title, issuer, dates, chapters, articles, sentences, characters."""
    return Finding(
        "document",
        named=Case("title" if document.titled else "file"),
        title=document.title,
        issuer=document.issuer,
        number=document.fact("number"),
        kind="" if document.kind == "other" else Case(document.kind),
        adopted=document.adopted,
        approved=document.fact("approved"),
        amended=document.fact("amended"),
        delivered=document.delivered,
        speaker=document.fact("speaker"),
        issued=document.issued,
        dated=bool(document.dated[0]),
        sizes=_sizes(document, len(sentences)),
        characters=int((sentences["end"] - sentences["start"]).sum()),
        headed=_headed(document),
        renumbered=_renumbered(document),
    )


def _sizes(document: Document, sentences: int) -> list[tuple[str, int]]:
    """
    How many of each part there are, without those of which there is none.

    Annexes stand beside chapters and are none, and sections under unnumbered headings are no articles.
    """
    parts = {
        "chapter": [part for part in document.chapters if part.style != _ANNEX],
        "annex": [part for part in document.headings.values() if part.style == _ANNEX],
        _articles_called(document): [part for part in document.articles if part.style != _ANNEX],
        "paragraph": document.paragraphs,
    }
    sizes = [*((kind, len(found)) for kind, found in parts.items()), ("sentence", sentences)]
    return [(kind, n) for kind, n in sizes if n]


def _articles_called(document: Document) -> str:
    """What articles are: without a number they are sections under headings."""
    labelled = any(part.label for part in document.articles)
    return "section" if document.articles and not labelled else "article"


def _headed(document: Document) -> str:
    """How articles are headed, where nobody would call what stands below such headings an article."""
    styles = {part.style for part in document.articles} - {_ANNEX}
    if styles and _articles_called(document) == "section":
        return Case("unnumbered")
    return styles.pop() if len(styles) == 1 and styles <= OF_SECTIONS else ""


def _renumbered(document: Document) -> str:
    """The first article whose running number is no longer the printed one, for one was put in (十一之一)."""
    labels = [(part.article, part.label) for part in document.articles if part.style != _ANNEX]
    if not labels or numbers(labels[0][1]) != (1,) or not any("之" in label for _, label in labels):
        return ""
    first = next((label for number, label in labels if "之" in label or numbers(label) != (number,)), "")
    whole, _, added = first.partition("之")
    return f"第{whole}条{f'之{added}' if added else ''}" if first else ""


def methods(study: Study) -> Findings:
    """What the figures were made with, ready to be quoted, and how to cite them: by the version's date."""
    from hashlib import sha256

    from analysis import __version__

    document, amended = study.document, study.document.fact("amended")
    date = "" if amended else document.dated[0]
    made = Finding(
        "methods",
        version=__version__,
        title=document.title,
        issuer=document.issuer,
        date=date,
        amended=amended,
        digest=sha256(document.text.encode("utf-8")).hexdigest()[:_DIGITS],
        setup=study.setup.hash(study.local)[:_DIGITS],
    )
    cited = Finding("citation", version=__version__, title=document.title, date=date, amended=amended)
    return Findings((made, cited))
