"""Pages around the content: navigation, styles, script, and the links from numbers to sentences."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis.showing.html import rendered

if TYPE_CHECKING:
    from analysis.reading import Document
    from analysis.report.execution import Executed

TEMPLATES = Path(__file__).parent / "templates"
TEXT_PAGE = "text.html"

_SID = re.compile(r'<span class="sid" data-sid="([^"]+)">([^<]*)</span>')
_SVG_SID = re.compile(r'<a class="sid" data-sid="([^"]+)">')
_SECTION = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_META = re.compile(r"<meta\b[^>]*(?:>|\Z)", re.IGNORECASE)  # in prose it could lead the reader away
_ANCHOR = re.compile(r'<a class="anchor-link"[^<]*</a>')
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """
    A page of the report: its file, title, HTML content, opening question in both languages, and failure.
    """

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
    if refusal or executed.failure:
        body = rendered(
            "notebook", TEMPLATES, title=title, refusal=refusal, failure=executed.failure, body=Markup(body)
        )
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


def index_page(document: Document, pages: Sequence[Page], summary: Mapping[str, str]) -> Page:
    """The first page: what the document is, what was found (`summary`: HTML by part), and where to go on."""
    facts = [
        ("Issued by", "制定机关", document.issuer),
        ("Adopted", "通过日期", document.adopted),
        ("Amended", "修正日期", document.fact("amended")),
        ("Delivered", "报告（讲话）日期", document.delivered),
        ("Dated", "成文日期", document.issued),
        ("File", "文件", document.source),
    ]
    known = [fact for fact in facts if fact[2]]
    made = {name: Markup(part) for name, part in summary.items()}
    body = rendered("index", TEMPLATES, document=document, facts=known, pages=pages, **made)
    return Page("index.html", "Start 首页", body)


def render(pages: Sequence[Page], document: Document, ids: frozenset[str]) -> Iterator[tuple[str, str]]:
    """File name and HTML of every page, with one font subset for all, embedded in each."""
    from analysis import __version__
    from analysis.report.fonts import font_face

    script = (TEMPLATES / "script.js").read_text(encoding="utf-8")
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    bodies = {page.file: link_sentences(page.body, ids) for page in pages}
    characters = set(
        "".join([*bodies.values(), *(page.title for page in pages), document.title, document.source])
    )
    frame = (TEMPLATES / "page.html.j2").read_text(encoding="utf-8")
    style += font_face(characters | set(frame))
    for page in pages:
        sections = [{"id": id_, "title": Markup(title)} for id_, title in _SECTION.findall(bodies[page.file])]
        html = rendered(
            "page",
            TEMPLATES,
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
        )
        yield page.file, html
