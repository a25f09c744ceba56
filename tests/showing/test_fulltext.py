"""The page of the full text: every sentence under its id, evidence marked, badges of its themes, switches."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

import pandas as pd

from analysis.report.fulltext import full_text
from analysis.study import Study
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import Page

GREEN, PINK = toys.COLOURS["livelihood"], toys.COLOURS["digital"]
PAGES = {"livelihood": "07-livelihood.html"}


def _html(study: Any = None, pages: dict[str, str] = PAGES) -> str:
    return full_text(study or toys.studied(), pages)


def _sentences(html: str) -> dict[str, Page]:
    """What stands in the element of each sentence."""
    cut = re.split(r'(?=<span class="s" id=")', html)[1:]
    pieces = [piece[: piece.rindex("</span> ") + len("</span>")] for piece in cut]
    return {Page(piece).elements[0][1]["id"]: Page(piece) for piece in pieces}


def _badges(page: Page) -> list[tuple[str, str, str]]:
    """Class, style and text of the badges behind a sentence, whether they lead anywhere or not."""
    shown = [(has, "".join(text)) for _, has, text in page.elements]
    return [(has["class"], has["style"], text) for has, text in shown if "badge" in has.get("class", "")]


def test_headings_in_their_order_and_depth():
    page = Page(_html())
    assert page.texts("h1") == ["Full text全文"]
    assert [(has["id"], text) for has, text in page.all("h2")] == [
        ("c1", "一、民生"),
        ("c2", "二、数字化转型和产业发展的主要任务"),
        ("c3", "三、监督"),
    ]
    assert [(has["id"], text) for has, text in page.all("h3")] == [
        ("1", "1.服务"),
        ("2", "2.转型"),
        ("3", "3.督查"),
        ("4", "4.附则"),
    ]


def test_a_subheading_stands_below_articles():
    whole = toys.document()
    parts = [
        replace(part, kind="subheading", paragraph=2) if part.id == "4" else part for part in whole.parts
    ]
    study = replace(toys.studied(), document=replace(whole, parts=tuple(parts)))
    assert [(has["id"], text) for has, text in Page(_html(study)).all("h4")] == [("4.2", "4.附则")]


def test_the_whole_document_in_its_order():
    order = re.findall(r' id="([^"]+)"', _html())
    assert order == [
        *("p0.1", "p0.1.1", "c1", "c1.1", "c1.1.1", "1", "1.1", "1.1.1", "1.1.2"),
        *("c2", "2", "2.1", "2.1.1", "c3", "3", "3.1", "3.1.1", "4"),
    ]


def test_every_sentence_stands_under_its_id():
    page = Page(_html())
    for id_, text in toys.TEXTS.items():
        ((_, shown),) = page.all("span", id=id_)
        assert shown.startswith(id_ + text)
    numbers = page.all("a", class_="no")
    assert [(has["href"], text) for has, text in numbers] == [(f"#{id_}", id_) for id_ in toys.TEXTS]


def test_sentences_of_a_paragraph_stand_in_it():
    ((_, text),) = Page(_html()).all("p", id="1.1")
    assert "民生优先，数字民生。" in text and "数字转型。" in text and "推动" not in text


def test_title_date_and_signature_are_set_apart():
    page = Page(_html())
    assert page.texts("p", class_="title") == ["关于民生的意见"]
    assert page.texts("p", class_="adoption") == ["2025年11月25日通过"]
    assert page.texts("p", class_="signature") == ["某委员会"]


def test_evidence_of_all_themes_is_marked():
    assert {id_: page.texts("mark") for id_, page in _sentences(_html()).items()} == {
        "p0.1.1": [],
        "c1.1.1": ["民生"],
        "1.1.1": ["民生", "数字民生"],
        "1.1.2": ["数字"],
        "2.1.1": ["数字"],
        "3.1.1": [],
    }


def test_evidence_of_every_theme_of_a_sentence_is_marked():
    rows = [
        ("2.1.1", theme, word, "general", 0.5, "text")
        for theme, word in (("livelihood", "经济"), ("digital", "数字"))
    ]
    study = toys.Studied(toys.document(), toys.sentences(), build("themes", rows), toys.check())
    assert Page(_html(study)).texts("mark") == ["数字", "经济"]


def test_badges_of_themes_in_their_colours():
    badge = {
        "livelihood": ("badge t-livelihood", f"border-color:{GREEN}", "民生"),
        "digital": ("badge t-digital", f"border-color:{PINK}", "数字化"),
    }
    assert {id_: _badges(page) for id_, page in _sentences(_html()).items()} == {
        "p0.1.1": [],
        "c1.1.1": [badge["livelihood"]],
        "1.1.1": [badge["livelihood"], badge["digital"]],
        "1.1.2": [badge["digital"]],
        "2.1.1": [badge["digital"]],
        "3.1.1": [],
    }


def test_a_badge_leads_to_the_page_of_its_theme_where_there_is_one():
    page = Page(_html())
    leading = page.all("a", class_="badge t-livelihood")
    assert len(leading) == 2 and {has["href"] for has, _ in leading} == {"07-livelihood.html"}
    assert len(page.all("span", class_="badge t-digital")) == 3 and not page.all(
        "a", class_="badge t-digital"
    )
    assert not Page(_html(pages={})).all("a", class_="badge t-livelihood")


def test_themes_can_be_switched_off_and_are_shown_at_first():
    page = Page(_html())
    boxes = [has for has, _ in page.all("input")]
    assert [box["data-theme"] for box in boxes] == ["livelihood", "digital"]
    assert all(box["type"] == "checkbox" and "checked" in box for box in boxes)
    assert [text.strip() for text in page.texts("label")] == ["Livelihood民生", "Digitalization数字化"]
    styles = [has["style"] for has, _ in page.all("span") if "border-bottom" in has.get("style", "")]
    assert styles == [f"border-bottom:3px solid {GREEN}", f"border-bottom:3px solid {PINK}"]
    (rules,) = page.texts("style")
    assert rules.replace(" ", "") == (
        ".hide-livelihood.t-livelihood{display:none}.hide-digital.t-digital{display:none}"
        '.hide-livelihoodmark[class="e-livelihood"]{background:none}'
        '.hide-digitalmark[class="e-digital"]{background:none}'
        ".hide--mode.mode{display:none}"
    )
    assert ".hide-livelihood .t-livelihood" in rules, "of what stands inside"
    assert page.texts("legend") == ["Themes shown显示主题"]


def test_evidence_of_two_themes_goes_with_both():
    rows = [("2.1.1", theme, "数字", "general", 0.5, "text") for theme in ("livelihood", "digital")]
    study = toys.Studied(toys.document(), toys.sentences(), build("themes", rows), toys.check())
    page = Page(_html(study))
    assert [has["class"] for has, _ in page.all("mark")] == ["e-livelihood e-digital"]
    assert '.hide-livelihood.hide-digital mark[class="e-livelihood e-digital"]' in page.texts("style")[0]


def test_a_sentence_says_whether_it_looks_ahead_and_can_be_checked():
    rows = pd.DataFrame({"sentence_id": ["1.1.1", "1.1.2", "2.1.1"]})
    rows = rows.assign(mode=["forward", "other", "backward"], has_target=[True, False, False])
    html = _html(replace(toys.studied(), commitments=lambda: rows))
    shown = _sentences(html)
    assert [has["data-theme"] for has, _ in Page(html).all("input")][2:] == ["-mode"]
    assert {id_: page.texts("span", class_="mode") for id_, page in shown.items()} == {
        "p0.1.1": [],
        "c1.1.1": [],
        "1.1.1": ["ahead向前", "can be checked可核查"],
        "1.1.2": [],
        "2.1.1": ["back回顾"],
        "3.1.1": [],
    }


def test_a_heading_without_body_says_so():
    html = _html()
    page = Page(html)
    assert page.texts("p", class_="empty") == [
        "This heading has no body in this copy.本文本中此标题下无正文。"
    ]
    assert html.index('id="4"') < html.index('class="empty"') < html.index('class="signature"')


def test_another_problem_of_a_heading_does_not_make_it_empty():
    gap = ("numbering", 14, "4", "4.附则", "a gap", "缺号", "problem")
    study = toys.Studied(toys.document(), toys.sentences(), toys.coded(), toys.check(gap))
    assert "empty" not in _html(study)


def test_markup_in_a_document_is_shown_as_text():
    hostile = "<script>\"&'民生</script>"
    texts = {**toys.TEXTS, "c1.1.1": hostile, "3.1.1": hostile}
    themes = (toys.renamed(toys.LIVELIHOOD, hostile, hostile), toys.DIGITAL)
    html = _html(toys.studied(texts, themes))
    page = Page(html)
    assert "<script" not in html
    assert page.texts("mark")[0] == "民生"
    assert [text for _, text in page.all("span", id="3.1.1")] == [f"3.1.1{hostile}"]
    assert page.texts("a", class_="badge t-livelihood") == [hostile, hostile]
    assert page.texts("label")[0].strip() == f"{hostile}{hostile}"


def test_markup_in_headings_title_and_signature_is_shown_as_text():
    hostile = "<b>\"&'</b>"
    page = Page(_html(toys.studied_with_titles(hostile)))
    assert page.texts("h2")[0] == f"一、{hostile}" and page.texts("h3")[0] == f"1.{hostile}"
    assert page.texts("p", class_="title") == page.texts("p", class_="signature") == [hostile]
    assert not page.all("b")


def test_a_document_of_nothing_has_a_page():
    nothing = toys.Studied(
        toys.bare(), toys.sentences().head(0), toys.coded().head(0), toys.check(), theme_definitions=()
    )
    page = Page(_html(nothing))
    assert page.texts("article") == [""] and not page.all("input")


def test_the_toy_has_nothing_that_a_study_has_not():
    assert [field.name for field in fields(toys.Studied) if not hasattr(Study, field.name)] == []
