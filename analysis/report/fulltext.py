"""The full text as a page: every sentence under its id, with the themes found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING

from analysis.showing.exhibits import bilingual, mark
from analysis.showing.figures import theme_colours
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading.document import Part
    from analysis.study import Study

Coded = Mapping[str, list[tuple[str, str]]]  # sentence id → (theme, evidence)


def full_text(study: Study, theme_pages: Mapping[str, str]) -> str:
    """
    The document's body as HTML: headings and sentences with their ids, evidence marked, themes as badges.

    `theme_pages` names the page of each theme that has one; a badge leads there.
    """
    coded: dict[str, list[tuple[str, str]]] = {}
    for row in study.themes.itertuples():
        coded.setdefault(row.sentence_id, []).append((row.theme, row.evidence))
    parts = "\n".join(_parts(study, coded, theme_pages))
    return (
        f"<h1>{bilingual('Full text', '全文')}</h1>"
        f"{_switches(study)}<article class='fulltext quoted' lang='zh-CN'>{parts}</article>"
    )


def _switches(study: Study) -> str:
    colours = theme_colours([theme.id for theme in study.theme_definitions])
    boxes = "".join(
        f'<label><input type="checkbox" checked data-theme="{theme.id}"> '
        f'<span style="border-bottom:3px solid {colours[theme.id]}">{escape(theme.name)} '
        f'<span lang="en">{escape(theme.name_en)}</span></span></label>'
        for theme in study.theme_definitions
    )
    hide = "".join(f".hide-{theme.id} .t-{theme.id} {{ display: none }}" for theme in study.theme_definitions)
    legend = bilingual("Themes shown", "显示主题")
    return f"<style>{hide}</style><fieldset class='switches'><legend>{legend}</legend>{boxes}</fieldset>"


_HEADINGS = {"chapter": "h2", "article": "h3", "subheading": "h4"}


def _parts(study: Study, coded: Coded, pages: Mapping[str, str]) -> Iterator[str]:
    colours = theme_colours([theme.id for theme in study.theme_definitions])
    names = {theme.id: theme.name for theme in study.theme_definitions}
    empty = set(study.check.loc[study.check["finding"].str.startswith("empty_"), "heading_id"])
    passage = study.sentences["sentence_id"].str.rsplit(".", n=1).str[0].rename("passage")
    rows = dict(iter(study.sentences.groupby(passage, sort=False)))
    for part in study.document.parts:
        text = study.document.text[part.start : part.end]
        if part.kind in _HEADINGS:
            element = _HEADINGS[part.kind]
            yield f'<{element} id="{part.id}">{escape(text.strip())}</{element}>'
            if part.id in empty:
                words = bilingual("This heading has no body in this copy.", "本文本中此标题下无正文。")
                yield f'<p class="empty">{words}</p>'
        elif part.kind in ("title", "adoption", "signature"):
            yield f'<p class="{part.kind}">{escape(text)}</p>'
        else:
            yield _passage(part, rows[part.id], coded, names, colours, pages)


def _passage(
    part: Part,
    sentences: pd.DataFrame,
    coded: Coded,
    names: Mapping[str, str],
    colours: Mapping[str, str],
    pages: Mapping[str, str],
) -> str:
    made = []
    for row in sentences.itertuples():
        found = coded.get(row.sentence_id, [])
        text = mark(row.text, [word for _, words in found for word in words.split(SEPARATOR)])
        badges = "".join(_badge(theme, names[theme], colours[theme], pages) for theme, _ in found)
        number = f'<a class="no" href="#{row.sentence_id}">{row.sentence_id}</a>'
        made.append(f'<span class="s" id="{row.sentence_id}">{number}{text}{badges}</span> ')
    return f'<p id="{part.id}">{"".join(made)}</p>'


def _badge(theme: str, name: str, colour: str, pages: Mapping[str, str]) -> str:
    words = f'class="badge t-{theme}" style="border-color:{colour}"'
    page = pages.get(theme)
    return f'<a {words} href="{page}">{escape(name)}</a>' if page else f"<span {words}>{escape(name)}</span>"
