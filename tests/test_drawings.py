"""Drawings in a page: ids of their own, ways by keys, and a font for what they hold."""

from __future__ import annotations

import re

from analysis.report.drawings import letters, told_apart
from analysis.report.fonts import PageFont, refitted
from analysis.report.pages import with_letters

CLIPPED = '<svg><defs><clipPath id="p1"/></defs><path clip-path="url(#p1)"/><use xlink:href="#p1"/></svg>'


def test_drawings_share_no_id_and_refer_to_their_own():
    html = told_apart(f'<p id="p1">x</p><a href="#p1">x</a>{CLIPPED}{CLIPPED}')
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 3
    for drawing in re.findall("<svg.*?</svg>", html):
        (own,) = re.findall(r' id="([^"]+)"', drawing)
        assert f"url(#{own})" in drawing and f'xlink:href="#{own}"' in drawing
    assert html.startswith('<p id="p1">x</p><a href="#p1">')


def test_black_letters_too_are_letters():
    """Black is the colour that drawings do not name."""
    group = '<svg><g data-text="3" transform="translate(5 4) scale(0.11 -0.11)"><use href="#g3"/></g></svg>'
    assert with_letters(group) == '<svg><text transform="translate(5 4)" font-size="11">3</text></svg>'


def test_a_shape_is_led_from_by_hand_alone_and_a_number_by_keys_too():
    shape = '<a class="sids" href="find.html#s=1"><path d="M 0 0"/></a>'
    number = '<a class="sids" href="find.html#s=1"><path d="M 0 0"/><text>12</text></a>'
    html = told_apart(f"<svg>{shape}{number}{shape}</svg>{number}")
    assert html.count('tabindex="-1" aria-hidden="true"') == 2
    assert html.count(number) == 2


def characters(face: str) -> set[str]:
    """What the font of a rule can show."""
    import base64
    import io

    from fontTools.ttLib import TTFont

    data = re.search("base64,([^)]+)", face)
    assert data
    return set(map(chr, TTFont(io.BytesIO(base64.b64decode(data[1])))["cmap"].getBestCmap()))


def test_the_font_holds_ascii_only_where_it_is_drawn():
    html = "<p>plain 民</p><svg><title>hint</title><text>Hub 生</text></svg>"
    assert letters(html) == set("Hub 生")
    face = PageFont(html, letters(html)).face(html, letters(html))
    assert characters(face) == set("民Hub 生")
    assert characters(refitted(face + html)) == set("民Hub 生")
