"""Drawings in a page: ids of their own, ways by keys, and a font for what they hold."""

from __future__ import annotations

import base64
import io
import re
import sys

import pytest
from fontTools.ttLib import TTFont

from analysis.report import font_halves
from analysis.report.drawings import letters, told_apart
from analysis.report.fonts import PageFont, refitted
from analysis.report.pages import with_letters
from analysis.showing.figures import font_path

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


def test_shapes_side_by_side_that_lead_to_one_place_are_one_link():
    mark = '<a class="sids" href="text.html#{}"><path d="M{} 0"></path></a>'
    html = told_apart(f"<svg>{mark.format(9, 1)}{mark.format(9, 2)}{mark.format(8, 3)}</svg>")
    assert html.count("<a ") == 2 and '<path d="M1 0"/><path d="M2 0"/></a>' in html


def test_what_holds_nothing_is_closed_at_once_and_a_hint_stays():
    hint = '<rect x="1"><title>here</title></rect>'
    assert told_apart(f'<svg><path d="M0 0"></path>{hint}</svg>') == f'<svg><path d="M0 0"/>{hint}</svg>'


LOOKS = ["fill: red", "fill: none; stroke: #222222", "fill: red", "fill: blue", "fill: red"]


def test_marks_of_one_look_share_a_class_that_says_the_same():
    marks = "".join(f'<path d="M{at} 0" style="{look}"/>' for at, look in enumerate(LOOKS))
    html = told_apart(f'<svg viewBox="0 0 9 9">{marks}<text>a style="b"</text></svg>')
    rules = dict(re.findall(r"\.(c\w+)\{([^}]*)\}", html))
    looks = re.findall(r'<path d="[^"]*" (class|style)="([^"]*)"', html)
    assert [rules.get(value, value) for _, value in looks] == LOOKS
    assert len(rules) == 1 and '<text>a style="b"</text>' in html


def test_where_marks_are_clipped_is_part_of_their_look():
    mark = '<path d="M{} 0" clip-path="url(#box)" style="fill: red"/>'
    drawing = f'<clipPath id="box"/>{"".join(map(mark.format, range(3)))}'
    html = told_apart(f"<svg>{drawing}</svg><svg>{drawing}</svg>")
    assert "clip-path=" not in html
    assert re.findall(r"\{([^}]*)\}", html) == [f"fill: red; clip-path: url(#d{at}-1)" for at in (1, 2)]


def font_of(face: str) -> TTFont:
    """The font that a rule brings."""
    data = re.search("base64,([^)]+)", face)
    assert data
    return TTFont(io.BytesIO(base64.b64decode(data[1])))


def characters(face: str) -> set[str]:
    """What the font of a rule can show."""
    return set(map(chr, font_of(face).getBestCmap()))


def test_the_font_holds_ascii_only_where_it_is_drawn():
    html = "<p>plain 民</p><svg><title>hint</title><text>Hub 生</text></svg>"
    assert letters(html) == set("Hub 生")
    face = PageFont(html, letters(html)).face(html, letters(html))
    assert characters(face) == set("民Hub 生")
    assert characters(refitted(face + html)) == set("民Hub 生")


def test_letters_of_the_page_s_font_are_as_wide_as_drawn():
    """Drawings are laid out with the whole font, and shown with the one whose em has fewer units."""
    whole, small = TTFont(font_path()), font_of(PageFont("民", "Hub 9").face("民", "Hub 9"))
    for letter in map(ord, "民Hub 9"):
        wide, shown = (
            font["hmtx"][font.getBestCmap()[letter]][0] / font["head"].unitsPerEm for font in (whole, small)
        )
        assert abs(wide - shown) <= 0.5 / small["head"].unitsPerEm + 1e-9


PAGES = [set(f"民生{chr(0x4E00 + at)}") for at in range(font_halves.FEWEST + 1)]


def test_two_processes_cut_the_same_fonts_as_one():
    font = PageFont(set().union(*PAGES))
    assert font.faces((page, ()) for page in PAGES) == [font.face(page) for page in PAGES]


@pytest.mark.parametrize("broken", ["fails", "cannot start", "no room"])
def test_fonts_are_cut_here_where_the_other_process_cannot(broken: str, monkeypatch: pytest.MonkeyPatch):
    font = PageFont(set().union(*PAGES))
    alone = [font.face(page) for page in PAGES]
    if broken == "no room":
        monkeypatch.setattr(font_halves.tempfile, "TemporaryFile", lambda: (_ for _ in ()).throw(OSError(28)))
    else:
        monkeypatch.setattr(sys, "executable", "/bin/false" if broken == "fails" else "/nowhere/python")
    assert font.faces((page, ()) for page in PAGES) == alone
