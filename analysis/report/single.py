"""
All pages of a report in one HTML file: sections one below the other, links between pages as links within.

Style, script and font are there once. An id that several pages have gets the name of its page in front, but
on the pages that links from everywhere lead to (the full text among them) ids stay as they are.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

from analysis.showing.html import stretches

TEXT_PAGE = "text.html"

_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r"""(\s)([A-Za-z][\w:.-]*)="([^"]*)\"""")
_MAIN = re.compile(r"<main\b[^<>]*>")
_ALLOWED = re.compile(r"script-src [^;\"]*")
_ADDRESS = re.compile(r"url\(#([^()]+)\)")
_ROOT = re.compile(r"<html\b[^<>]*>")
_LINKS = {"href", "xlink:href"}
_LISTS = {
    "for",
    "form",
    "headers",
    "list",
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A page: its file, what stands around its content, the content, and the ids of both."""

    file: str
    before: str
    body: str
    after: str
    ids: frozenset[str]

    @property
    def name(self) -> str:
        return self.file.removesuffix(".html")


def one_file(files: Sequence[tuple[str, str]]) -> str:
    """
    The pages (file name, HTML) as one document; the first gives head, header, navigation and footer.

    Examples
    --------
    >>> page = '<html><head></head><main><p id="a">{}</p></main></html>'
    >>> print(one_file([("index.html", page.format('<a href="text.html#a">1</a>')), ("text.html", page)]))
    <html><head></head><main><section id="page-index"><p id="index--a"><a href="#a">1</a></p></section>
    <section id="page-text"><p id="a">{}</p></section></main></html>
    """
    parts = [_part(file, html) for file, html in files]
    frame = parts[0].before + parts[0].after
    root = _ROOT.search(frame)
    fixed = _named(root[0] if root else "", {part.file for part in parts}) | {TEXT_PAGE}
    new = _new_ids(parts, frozenset(_ids(frame)), fixed)
    sections = [
        f'<section id="{_section(part.file)}">{_rewritten(part.body, part.file, new)}</section>'
        for part in parts
    ]
    before = _rewritten(_with_all(parts), parts[0].file, new)
    before = _ROOT.sub(lambda match: _own_root(match[0], fixed), before, count=1)
    return before + "\n".join(sections) + _rewritten(parts[0].after, parts[0].file, new)


def _part(file: str, html: str) -> _Part:
    main, end = _MAIN.search(html), html.rfind("</main>")
    if main is None or end < main.end():
        raise ValueError(f"{file} has no <main>")
    body = html[main.end() : end]
    return _Part(file, html[: main.end()], body, html[end:], frozenset(_ids(body)))


def _ids(html: str) -> Iterable[str]:
    for tag in _TAG.findall(html):
        yield from (value for _, name, value in _ATTRIBUTE.findall(tag) if name == "id")


def _named(tag: str, files: set[str]) -> set[str]:
    """The pages that the script is told of in the root's attributes."""
    return {value for _, name, value in _ATTRIBUTE.findall(tag) if name.startswith("data-")} & files


def _own_root(tag: str, fixed: set[str]) -> str:
    """The root's attributes with no name of a page left: what the script links to is in this document."""

    def changed(match: re.Match[str]) -> str:
        own = match[2].startswith("data-") and match[3] in fixed
        return f'{match[1]}{match[2]}=""' if own else match[0]

    return _ATTRIBUTE.sub(changed, tag)


def _section(file: str) -> str:
    return f"page-{escape(file.removesuffix('.html'))}"


def _new_ids(parts: Sequence[_Part], frame: frozenset[str], fixed: set[str]) -> dict[str, Mapping[str, str]]:
    """For each page the new name of every id that cannot stay."""
    held = Counter(id_ for part in parts for id_ in part.ids)
    taken = set(held) | frame | {_section(part.file) for part in parts}
    reserved = frame | {_section(part.file) for part in parts}
    found: dict[str, Mapping[str, str]] = {}
    kept: set[str] = set(reserved)
    for part in sorted(parts, key=lambda part: part.file not in fixed):
        new = {}
        for id_ in sorted(part.ids):
            stays = id_ not in kept and (held[id_] == 1 or part.file in fixed)
            new[id_] = id_ if stays else _free(f"{part.name}--{id_}", taken)
            kept.add(new[id_])
        found[part.file] = new
    return found


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "-"
    taken.add(name)
    return name


def _with_all(parts: Sequence[_Part]) -> str:
    """What stands before the first page's content, with every style and script of the others, once."""
    first = parts[0].before
    styles, scripts = (
        dict.fromkeys(
            part.before[at:to]
            for part in parts
            for at, to in stretches(part.before, f"<{name}>", f"</{name}>")
        )
        for name in ("style", "script")
    )
    more = [one for one in (*styles, *scripts) if one not in first]
    bare = [one.removeprefix("<script>").removesuffix("</script>") for one in scripts]
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in bare)
    if hashes:
        first = _ALLOWED.sub(lambda _: f"script-src {hashes}", first, count=1)
    return first.replace("</head>", "".join(more) + "</head>", 1)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _rewritten(html: str, file: str, new: Mapping[str, Mapping[str, str]]) -> str:
    """HTML of the page `file` with ids, references and links as they are in one document."""
    own = new[file]

    def link(value: str) -> str:
        page, _, anchor = value.partition("#")
        if page and page not in new:
            return value
        if not anchor:
            return f"#{_section(page)}" if page else value
        ids = new[page or file]
        return f"#{ids.get(anchor) or escape(ids.get(unescape(anchor), '')) or anchor}"

    def attribute(match: re.Match[str]) -> str:
        space, name, value = match.groups()
        if name == "id":
            value = own.get(value, value)
        elif name in _LINKS:
            value = link(value)
        elif name in _LISTS:
            value = " ".join(own.get(one, one) for one in value.split())
        else:
            value = address(value)
        return f'{space}{name}="{value}"'

    def address(text: str) -> str:
        return _ADDRESS.sub(lambda match: f"url(#{own.get(match[1], match[1])})", text)

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), html)
