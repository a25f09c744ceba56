"""The page that finds: a typed word or phrase in its sentences, or the sentences behind a number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis import prose
from analysis.prose import LANGUAGES, Bilingual
from analysis.report.pages import FIND_PAGE, TEMPLATES, Page
from analysis.showing.html import rendered
from analysis.showing.word_borders import borders, spans

if TYPE_CHECKING:
    from analysis.study import Study


def find_page(study: Study) -> Page:
    """The page with the document's sentences, and what is said of what is found in them."""
    data = json.dumps(index(study), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    title = Bilingual(*(prose.called(language, "page", "find") for language in LANGUAGES))
    return Page(FIND_PAGE, title, rendered("find", TEMPLATES, data=Markup(data), title=title))


def index(study: Study) -> dict[str, Any]:
    """
    What is searched, and the words for what is found.

    ``chapters`` are headings, the first of them empty: of what stands outside. ``sentences`` are
    [id, chapter, text, words], the last the lengths of what stands between the borders of words, so that
    whole words can be told from parts of longer ones.
    """
    document, table = study.document, study.sentences
    headings = [document.text[part.start : part.end].strip() for part in document.chapters]
    words = borders(study)
    rows = zip(table["sentence_id"], table["chapter"], table["text"], table["start"], strict=True)
    return {
        "chapters": ["", *headings],
        "sentences": [
            [id_, int(chapter), text, spans(words.get(id_, ()), start, len(text))]
            for id_, chapter, text, start in rows
        ],
        "words": {language: prose.catalogue(language)["values"]["find"] for language in LANGUAGES},
    }
