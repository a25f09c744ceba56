"""Pages around the content: navigation, styles, script, and the links from numbers to sentences."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.showing.exhibits import bilingual

if TYPE_CHECKING:
    from analysis.reading import Document
    from analysis.report.execution import Executed

TEMPLATES = Path(__file__).parent / "templates"
TEXT_PAGE = "text.html"

_SID = re.compile(r'<span class="sid" data-sid="([^"]+)">([^<]*)</span>')
_SVG_SID = re.compile(r'<a class="sid" data-sid="([^"]+)">')
_SECTION = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)  # in prose it could lead the reader away
_ANCHOR = re.compile(r'<a class="anchor-link".*?</a>')
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the report: its file, title, HTML content, opening question in both languages, and failure."""

    file: str
    title: str
    body: str
    en: str = ""
    zh: str = ""
    failed: str = ""


def link_sentences(html: str, ids: frozenset[str]) -> str:
    """
    Make links to the full text of the ids in `html`; an id that is not in `ids` stays plain.

    Examples
    --------
    >>> link_sentences('<span class="sid" data-sid="9.1.3">9.1.3</span>', frozenset({"9.1.3"}))
    '<a class="sid" href="text.html#9.1.3">9.1.3</a>'
    """

    def anchor(match: re.Match[str]) -> str:
        id_ = unescape(match[1])
        return f'<a class="sid" href="{TEXT_PAGE}#{match[1]}">{match[2]}</a>' if id_ in ids else match[0]

    html = _SID.sub(anchor, html)
    return _SVG_SID.sub(lambda match: f'<a class="sid" href="{TEXT_PAGE}#{match[1]}">', html)


def notebook_page(executed: Executed, *, refusal: str = "") -> Page:
    """
    The page of an executed notebook; a failure is told at its top, what was computed before it stays.

    With a `refusal` the page says only why its method was not used on this document.
    """
    notebook = executed.notebook
    first = notebook.cells[0].source
    title = match[1].strip() if (match := _TITLE.search(first)) else executed.name
    body = _body(notebook)
    if refusal:
        words = bilingual(
            f"Not computed for this document: {refusal}", f"本文不作此项计算:{refusal}", tag="p"
        )
        body = f'<h1>{escape(title)}</h1><div class="finding">{words}</div>'
    if executed.failure:
        words = bilingual("This notebook failed:", "本笔记运行失败:")
        body = f'<p class="failed" role="alert">{words} {escape(executed.failure)}</p>{body}'
    question = {language: _first_prose(notebook, language) for language in ("en", "zh")}
    return Page(f"{executed.name}.html", title, body, question["en"], question["zh"], executed.failure)


def _first_prose(notebook: Any, language: str) -> str:
    """The first paragraph of the first cell in that language, without Markdown marks."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and language in cell.metadata.get("tags", []):
            return re.sub(r"[*_`]", "", cell.source.split("\n\n")[0])
    return ""


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    config = Config()
    return HTMLExporter(config=config, template_name="policy", extra_template_basedirs=[str(TEMPLATES)])


def _body(notebook: Any) -> str:
    body, _ = _exporter().from_notebook_node(notebook)
    return _META.sub("", _ANCHOR.sub("", str(body)))


def index_page(document: Document, pages: Sequence[Page], sections: str) -> Page:
    """The first page: what the document is, what was found, and where to go on."""
    facts = [
        ("Issued by", "制定机关", document.issuer),
        ("Adopted", "通过日期", document.adopted),
        ("File", "文件", document.source),
    ]
    rows = "".join(
        f"<dt>{bilingual(en, zh)}</dt><dd>{escape(value)}</dd>" for en, zh, value in facts if value
    )
    cards = "".join(_card(page) for page in pages)
    body = (
        f"<h1>{escape(document.title)}</h1><dl class='facts'>{rows}</dl>{sections}"
        f'<h2 id="contents">{bilingual("Contents", "目录")}</h2><ul class="cards">{cards}</ul>'
    )
    return Page("index.html", "Start 首页", body)


def _card(page: Page) -> str:
    failed = f'<p class="failed">✗ {escape(page.failed)}</p>' if page.failed else ""
    text = bilingual(page.en, page.zh) if page.en or page.zh else ""
    return f'<li><a href="{page.file}">{escape(page.title)}</a><p>{text}</p>{failed}</li>'


def render(pages: Sequence[Page], document: Document, ids: frozenset[str]) -> Iterator[tuple[str, str]]:
    """File name and HTML of every page, with one font subset for all, embedded in each."""
    from markupsafe import Markup

    from analysis import __version__
    from analysis.report.fonts import font_face

    script = (TEMPLATES / "script.js").read_text(encoding="utf-8")
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    bodies = {page.file: link_sentences(page.body, ids) for page in pages}
    characters = set(
        "".join([*bodies.values(), *(page.title for page in pages), document.title, document.source])
    )
    template_text = (TEMPLATES / "page.html.j2").read_text(encoding="utf-8")
    style += font_face(characters | set(template_text))
    template = _template(template_text)
    for page in pages:
        sections = [{"id": id_, "title": Markup(title)} for id_, title in _SECTION.findall(bodies[page.file])]
        yield (
            page.file,
            template.render(
                document=document,
                pages=pages,
                file=page.file,
                title=page.title,
                sections=sections,
                body=Markup(bodies[page.file]),
                style=Markup(style),
                script=Markup(script),
                script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
                version=__version__,
            ),
        )


def _template(text: str) -> Any:
    """The page template: whatever is put into it is escaped, unless it was made as HTML here (`Markup`)."""
    from jinja2 import Environment

    return Environment(autoescape=True).from_string(text)
