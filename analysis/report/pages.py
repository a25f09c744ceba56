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
from urllib.parse import quote

from markupsafe import Markup

from analysis.ids import runs
from analysis.prose import LANGUAGES, Bilingual
from analysis.report.drawings import SVG, letters, told_apart
from analysis.showing.html import changed, rendered

if TYPE_CHECKING:
    from analysis.prose import Language
    from analysis.reading import Document
    from analysis.report.execution import Executed
    from analysis.showing.finding import Finding

TEMPLATES = Path(__file__).parent / "templates"
TEXT_PAGE, FIND_PAGE = "text.html", "find.html"

_SID = re.compile(r'<span class="sid" data-sid="([^"]+)">([^<]*)</span>')
_SVG_SID = re.compile(r'<a class="sid" data-sid="([^"]+)">')
_SIDS = re.compile(r'<a class="sids" data-sids="([^"]+)"')
_SECTION = re.compile(r'<div class="prose"(?: lang="(\w+)")?>\s*<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_META = re.compile(r"<meta\b[^>]*(?:>|\Z)", re.IGNORECASE)  # in prose it could lead the reader away
_LAB = re.compile(r'<script\b[^<>]*\bclass="lab"')  # what JupyterLab needs
_EMPTY = re.compile(r'<div class="output">\s*</div>')
_ANCHOR = re.compile(r'<a class="anchor-link"[^<]*</a>')
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)
_TAG = re.compile(r"<[^<>]*>")
_UNCOLOURED = re.compile(r'<span class="(?!k"|kn"|s1"|s2")[a-z][a-z0-9]?">([^<]*)</span>')  # words of code
_SPELLED = re.compile(r"&#(1[6-9]\d|[2-9]\d\d|[1-9]\d{3,5});")  # a character beyond ASCII
_ALONE = re.compile(r"<g>(<(text|path|use|a)\b[^>]*>(?:(?!<g>).)*?</\2>)</g>", re.DOTALL)
_OUTLINES = re.compile(
    r'<g data-text="([^"]*)"( style="[^"]*")? transform="([^"]*?)scale\(([\d.]+) -[\d.]+\)">.*?</g>',
    re.DOTALL,
)


_NO_QUESTION = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Page:
    """
    A page of the report: its file, title, HTML content, opening question, and failure.
    """

    file: str
    title: Bilingual
    body: str
    question: Bilingual = _NO_QUESTION
    failed: str = ""


def link_sentences(html: str, ids: frozenset[str]) -> str:
    """
    Make links of the ids in `html`: one leads to the full text, several to the list of their sentences.

    An id that is not in `ids` stays plain.

    Examples
    --------
    >>> link_sentences('<span class="sid" data-sid="9.1.3">9.1.3</span>', frozenset({"9.1.3"}))
    '<a class="sid" href="text.html#9.1.3">9.1.3</a>'
    >>> link_sentences('<a class="sids" data-sids="9.1 9.2">all 2</a>', frozenset({"9.1", "9.2"}))
    '<a class="sids" href="find.html#s=9.1-2">all 2</a>'
    """

    def anchor(match: re.Match[str]) -> str:
        id_ = unescape(match[1])
        return f'<a class="sid" href="{TEXT_PAGE}#{match[1]}">{match[2]}</a>' if id_ in ids else match[0]

    def several(match: re.Match[str]) -> str:
        known = [id_ for id_ in unescape(match[1]).split() if id_ in ids]
        if not known:
            return match[0]
        return f'<a class="sids" href="{_address(known)}"'

    html = _SIDS.sub(several, _SID.sub(anchor, html))
    return _SVG_SID.sub(r'<a aria-label="\1" class="sid" href="' + TEXT_PAGE + r'#\1">', html)


def _address(ids: Sequence[str]) -> str:
    """Where one sentence stands, or the list of several."""
    if len(ids) == 1:
        return f"{TEXT_PAGE}#{quote(ids[0])}"
    return f"{FIND_PAGE}#s={quote('+'.join(runs(ids)), safe='+')}"


def with_letters(html: str) -> str:
    """
    A page whose drawings hold letters in place of outlines, which the page's own font shows.

    Examples
    --------
    >>> place = 'style="fill: #222" transform="translate(4 9) scale(0.11 -0.11)"'
    >>> with_letters(f'<svg><g data-text="民生" {place}><use/></g></svg>')
    '<svg><text style="fill: #222" transform="translate(4 9)" font-size="11">民生</text></svg>'
    """
    return changed(html, *SVG, lambda drawing: _unwrapped(_OUTLINES.sub(_lettered, drawing)))


def _unwrapped(drawing: str) -> str:
    """A drawing without groups of one."""
    while (fewer := _ALONE.sub(r"\1", drawing)) != drawing:
        drawing = fewer
    return drawing


def _lettered(match: re.Match[str]) -> str:
    text, style, place, scale = match.groups()
    return f'<text{style or ""} transform="{place.strip()}" font-size="{100 * float(scale):g}">{text}</text>'


def notebook_page(executed: Executed, *, refusal: Finding | None = None) -> Page:
    """
    The page of an executed notebook; a failure is told at its top, what was computed before it stays.

    With a `refusal` the page says only why its method was not used on this document.
    """
    notebook = executed.notebook
    title = _said(notebook, lambda source: match[1].strip() if (match := _TITLE.search(source)) else "")
    title = Bilingual(**notebook.metadata.get("names", title._asdict()))
    title = Bilingual(title.en or executed.name, title.zh or title.en or executed.name)
    body = _body(notebook)
    if refusal or executed.failure:
        body = rendered(
            "notebook", TEMPLATES, title=title, refusal=refusal, failure=executed.failure, body=Markup(body)
        )
    return Page(f"{executed.name}.html", title, body, _said(notebook, _question), executed.failure)


def _said(notebook: Any, part: Any) -> Bilingual:
    """The first thing that `part` finds in the cells of each language, else in those of none."""
    found = {}
    for language in (*LANGUAGES, ""):
        cells = (
            cell for cell in notebook.cells if cell.cell_type == "markdown" and _language(cell) == language
        )
        found[language] = next((text for cell in cells if (text := part(cell.source))), "")
    return Bilingual(*(found[language] or found[""] for language in LANGUAGES))


def _language(cell: Any) -> str:
    return next((tag for tag in cell.metadata.get("tags", []) if tag in LANGUAGES), "")


def _question(source: str) -> str:
    """The first paragraph that is no heading, without Markdown marks."""
    paragraphs = (part for part in source.split("\n\n") if part and not part.startswith("#"))
    return re.sub(r"[*_`]", "", next(paragraphs, ""))


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter
    from nbconvert.filters import Highlight2HTML
    from traitlets.config import Config

    config = Config()
    exporter = HTMLExporter(config=config, template_name="policy", extra_template_basedirs=[str(TEMPLATES)])
    exporter.register_filter("highlight_code", Highlight2HTML(pygments_lexer="ipython3", parent=exporter))
    return exporter


def _body(notebook: Any) -> str:
    from nbconvert import TemplateExporter

    # HTMLExporter's own way parses the page once more, for pictures and prompts that these pages do not have.
    body, _ = TemplateExporter.from_notebook_node(_exporter(), notebook)
    body = _SPELLED.sub(lambda one: chr(int(one[1])), body)  # headings come so
    body = changed(body, "<script", "</script>", lambda one: "" if _LAB.match(one) else one)
    body = _UNCOLOURED.sub(r"\1", _EMPTY.sub("", body))
    return _META.sub("", _ANCHOR.sub("", body))


def _seen(body: str) -> str:
    """The text of a page; tips are shown in a font of the system."""
    return _TAG.sub("", changed(body, "<title>", "</title>", lambda _: ""))


def index_page(document: Document, pages: Sequence[Page], summary: Mapping[str, str]) -> Page:
    """The first page: what the document is, what was found (`summary`: HTML by part), and where to go on."""
    facts = [
        ("Issued by", "制定机关", document.issuer),
        ("Adopted", "通过日期", document.adopted),
        ("Approved", "批准日期", document.fact("approved")),
        ("Amended or approved", "修正（或其批准）日期", document.fact("amended")),
        ("Delivered", "报告（讲话）日期", document.delivered),
        ("Dated", "成文日期", document.issued),
        ("File", "文件", document.source),
    ]
    known = [fact for fact in facts if fact[2]]
    made = {name: Markup(part) for name, part in summary.items()}
    body = rendered("index", TEMPLATES, document=document, facts=known, pages=pages, **made)
    return Page("index.html", Bilingual("Start", "首页"), body)


def _without_indents(*names: str) -> str:
    """Scripts as pages carry them: no indents, no comments."""
    lines = (line.strip() for name in names for line in (TEMPLATES / name).read_text("utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def render(
    pages: Sequence[Page], document: Document, ids: frozenset[str], *, language: Language | None = None
) -> Iterator[tuple[str, str]]:
    """
    File name and HTML of every page, each with the part of the font that it needs.

    `language` is the one shown first; by default that of the reader's browser.
    """
    from analysis import __version__
    from analysis.report.fonts import PageFont

    script = _without_indents("language.js", "script.js")
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    frame = (TEMPLATES / "page.html.j2").read_text(encoding="utf-8")
    bodies = {page.file: told_apart(with_letters(link_sentences(page.body, ids))) for page in pages}
    titles = "".join(part for page in pages for part in page.title)
    everywhere = {*titles, *document.title, *document.source, *frame, *script}
    shown = {file: everywhere.union(_seen(body)) for file, body in bodies.items()}
    drawn = {file: letters(body) for file, body in bodies.items()}
    font = PageFont(set().union(*shown.values()), set().union(*drawn.values()))
    faces = font.faces([(shown[page.file], drawn[page.file]) for page in pages])
    for page, face in zip(pages, faces, strict=True):
        body = bodies[page.file]
        html = rendered(
            "page",
            TEMPLATES,
            document=document,
            pages=pages,
            page=page,
            file=page.file,
            language=language or "",
            sections=[(one, id_, Markup(title)) for one, id_, title in _SECTION.findall(body)],
            body=Markup(body),
            style=Markup(style + face),
            script=Markup(script),
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            version=__version__,
        )
        yield page.file, html
