"""The document strip: where each sentence stands, in which lane and colour, with which words."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.showing.strip import document_strip
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import Page, says

GREEN, PINK = toys.COLOURS["livelihood"], toys.COLOURS["digital"]


def _strip(**tables: Any) -> str:
    given: dict[str, Any] = {
        "sentences": toys.sentences(),
        "coded": toys.coded(),
        "outline": toys.outline(),
        "themes": toys.THEMES,
    }
    return document_strip(**{**given, **tables})._repr_html_()


def _marks(html: str, inside: str) -> list[tuple[str, float, float, float, str]]:
    """
    Sentence, left end, width, top and colour of each piece of the drawing for wide or for narrow screens.
    """
    page = Page(html)
    ids = [has["data-sid"] for has, _ in page.all("a", inside=inside, class_="sid")]
    pieces = [has for has, _ in page.all("rect", inside=inside) if "fill" in has]
    places = [(float(p["x"]), float(p["width"]), float(p["y"]), p["fill"]) for p in pieces]
    return [(id_, *place) for id_, place in zip(ids, places, strict=True)]


def _lanes(html: str) -> list[float]:
    return [float(has["y"]) for has, _ in Page(html).all("rect", inside="wide", class_="lane")]


def test_sentences_stand_in_proportion_to_characters_in_the_lane_of_their_theme():
    """The band is 1,000 wide for 50 characters, 20 each: c1.1.1 begins behind 12 characters and has 5."""
    html = _strip()
    upper, lower = _lanes(html)
    assert 0 == upper < lower
    assert _marks(html, "wide") == [
        ("c1.1.1", 240, 100, upper, GREEN),
        ("1.1.1", 340, 200, upper, GREEN),
        ("1.1.1", 340, 200, lower, PINK),
        ("1.1.2", 540, 100, lower, PINK),
        ("2.1.1", 640, 240, lower, PINK),
    ]


def test_lanes_lie_below_each_other_inside_the_drawing():
    page = Page(_strip())
    ((svg, _),) = page.all("svg", inside="wide")
    left, top, width, height = map(float, svg["viewbox"].split())
    assert (left, top, width) == (0, 0, 1000)
    lanes = [has for has, _ in page.all("rect", inside="wide", class_="lane")]
    assert all((has["x"], has["width"]) == ("0", "1000") for has in lanes)
    ends = [float(has["y"]) + float(has["height"]) for has in lanes]
    assert ends[0] <= float(lanes[1]["y"]) and ends[1] <= height
    assert {has["height"] for has, _ in page.all("rect")} == {lanes[0]["height"]}, "pieces fill their lane"


def test_chapters_are_ruled_where_they_begin():
    """Behind 12, 32 and 44 of 50 characters."""
    page = Page(_strip())
    assert [(has["x1"], has["x2"]) for has, _ in page.all("line")] == [
        ("240.0", "240.0"),
        ("640.0", "640.0"),
        ("880.0", "880.0"),
    ]
    titles = [title for _, title in toys.CHAPTERS.values()]
    expected = [f"{at}{at} {title}" for at, title in enumerate(titles, start=1)]
    names = page.all("span", inside="chapters")
    assert [f"{text}{has['title']}" for has, text in names] == expected
    assert [has["style"] for has, _ in names] == ["left:24.0%", "left:64.0%", "left:88.0%"]


def test_numbers_of_short_chapters_do_not_lie_on_each_other():
    """Of 100 chapters of one length every fourth is named: 10, 20, 30 units are too near, 40 are not."""
    sentences = toys.sentences_of(*[10] * 100).assign(chapter=range(1, 101))
    outline = pd.DataFrame({"kind": "chapter", "chapter": range(1, 101), "title": "章"})
    page = Page(_strip(sentences=sentences, coded=build("themes", []), outline=outline))
    assert page.texts("span", inside="chapters") == [str(at) for at in range(1, 101, 4)]
    assert len(page.all("line", inside="wide")) == 100


def test_a_chapter_without_a_sentence_has_no_rule():
    sentences = toys.sentences()
    html = _strip(sentences=sentences[sentences["chapter"] != 2])
    assert Page(html).texts("span", inside="chapters") == ["1", "3"]


def test_pointing_shows_sentence_evidence_and_text():
    tips = [tip for tip in Page(_strip()).texts("title", inside="wide") if "[" in tip]
    assert tips[:2] == ["c1.1.1 [民生] 改善民生。", "1.1.1 [民生、数字民生] 民生优先，数字民生。"]


@pytest.mark.parametrize("length, shown", [(160, "字" * 160), (161, "字" * 159 + "…")])
def test_a_long_sentence_is_cut(length: int, shown: str):
    coded = build("themes", [("1.1.1", "digital", "字", "general", 0.5, "text")])
    html = _strip(sentences=toys.sentences_of(length), coded=coded, outline=toys.outline().head(0))
    assert Page(html).texts("title", inside="wide") == [f"1.1.1 [字] {shown}"]


def test_a_short_sentence_of_a_long_document_can_still_be_seen():
    coded = build("themes", [("1.1.2", "digital", "字", "general", 0.5, "text")])
    html = _strip(sentences=toys.sentences_of(99_999, 1), coded=coded, outline=toys.outline().head(0))
    ((_, left, width, _, _),) = _marks(html, "wide")
    assert left == 1000.0 and width >= 1


def test_the_strip_in_words():
    ((svg, _),) = Page(_strip()).all("svg", inside="wide")
    assert svg["role"] == "group" and says(
        svg["aria-label"], "6 sentences", "Livelihood 2", "Digitalization 3", "6句", "民生2句", "数字化3句"
    )


def test_the_legend_names_themes_in_their_colours():
    page = Page(_strip())
    assert page.texts("li") == ["Livelihood民生", "Digitalization数字化"]
    assert [has["style"] for has, _ in page.all("i")] == [f"background:{GREEN}", f"background:{PINK}"]
    assert page.texts("span", lang="en") == ["Livelihood", "Digitalization"]


def test_a_narrow_screen_has_a_band_for_each_chapter():
    """In chapter 1 the 20 characters are 50 each; the band of what stands outside is called by a dash."""
    html = _strip()
    page = Page(html)
    titles = [f"{at} {title}" for at, (_, title) in toys.CHAPTERS.items()]
    assert page.texts("p") == ["—", *titles]
    words = [has["aria-label"] for has, _ in page.all("svg", inside="narrow")]
    counts = [("1", "0", "0"), ("3", "2", "2"), ("1", "0", "1"), ("1", "0", "0")]
    for text, (n, livelihood, digital) in zip(words, counts, strict=True):
        noun = "sentence" if n == "1" else "sentences"
        en = f"{n} {noun}", f"Livelihood {livelihood}", f"Digitalization {digital}"
        assert says(text, *en, f"{n}句", f"民生{livelihood}句", f"数字化{digital}句")
    assert [mark[:3] for mark in _marks(html, "narrow")] == [
        ("c1.1.1", 0, 250),
        ("1.1.1", 250, 500),
        ("1.1.1", 250, 500),
        ("1.1.2", 750, 250),
        ("2.1.1", 0, 1000),
    ]
    assert not page.all("line", inside="narrow"), "a chapter's own band needs no rule"


def test_a_theme_that_is_not_there_keeps_its_lane():
    html = _strip(coded=build("themes", []))
    assert len(_lanes(html)) == 2 and not _marks(html, "wide")
    assert len(Page(html).all("li")) == 2


def test_nothing_to_draw_is_said():
    for nothing in (_strip(sentences=build("sentences", [])), _strip(themes=())):
        page = Page(nothing)
        assert page.texts("p", lang="en") == ["There is no sentence to draw."]
        assert page.texts("p", lang="zh") == ["没有句子，不作图。"]
        assert not page.all("svg")


def test_markup_in_a_text_is_shown_as_text():
    hostile = "<b>\"&'"
    texts = {**toys.TEXTS, "c1.1.1": f"{hostile}民生"}
    outline = toys.outline().assign(title=hostile)
    coded = build("themes", [("c1.1.1", "digital", hostile, "general", 0.5, "text")])
    themes = (toys.renamed(toys.DIGITAL, hostile, hostile),)
    html = _strip(sentences=toys.sentences(texts), coded=coded, outline=outline, themes=themes)
    page = Page(html)
    assert "<b>" not in html
    assert f"c1.1.1 [{hostile}] {hostile}民生" in page.texts("title")
    assert page.texts("li") == [f"{hostile}{hostile}"] and page.texts("p")[1] == f"1 {hostile}"
    assert hostile in page.all("svg")[0][0]["aria-label"]
