"""
Web pages as they come: several containers, frames around a text, repetitions, markup that parsers refuse.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable

import pytest

from analysis.reading import Document, check, dropped, read_bytes, read_text
from analysis.reading.formats import html_main
from tests.reading.growth import grows_too_fast

ONE, TWO, THREE = (
    "坚持以人民为中心，加快推进城市数字化转型。",
    "各部门要加强组织领导，抓好工作落实。",
    "到2025年，城区更美，民生更好。",
)
OUTSIDE = "outside the main text"


def page(body: str) -> Document:
    return read_bytes(
        f"<html><head><title>意见_某市人民政府</title></head><body>{body}</body></html>".encode(), "x.html"
    )


def p(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


# --- known containers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<div class=TRS_Editor>", "</div>"),
        ("<div id=zoom>", "</div>"),
        ("<article>", "</article>"),
        ("<div class='a pages_content b'>", "</div>"),
    ],
)
def test_every_container_of_the_kind_is_read_and_nested_ones_once(start: str, end: str):
    document = page(
        f"{start}{p(ONE)}{start}{p(TWO)}{end}{p(THREE)}{end}<div>{p('间隔')}</div>{start}{p(TWO)}{end}"
    )
    assert lines(document) == [ONE, TWO, THREE, TWO]
    assert document.known
    assert dropped(document).values.tolist() == [[4, OUTSIDE, "间隔"]]


def test_what_stands_outside_is_listed_in_the_files_order_and_told_by_check():
    document = page(f"{p('栏目甲', '栏目乙')}<div id=zoom>{p(ONE, TWO)}</div>{p('相关报道：城区更美。')}")
    assert lines(document) == [ONE, TWO]
    assert [(drop.line, drop.text) for drop in document.dropped] == [
        (1, "栏目甲"),
        (2, "栏目乙"),
        (5, "相关报道：城区更美。"),
    ]
    told = check(document).set_index("line")
    assert told.loc[1, "detail"] == f"left out: {OUTSIDE}, 2 lines from here to line 2"
    assert told.loc[1, "detail_zh"] == "未纳入正文：正文区域之外的网页文字，自此行至第2行，其中非空2行"
    assert told.loc[5, "detail_zh"] == "未纳入正文：正文区域之外的网页文字"
    assert set(told["severity"]) == {"note"}


# --- pages without a known container -----------------------------------------------------------------------


def without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def fails(name: str, *rest: object) -> object:
        if name == "trafilatura":
            raise ImportError(name)
        return imported(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", fails)


@pytest.fixture(params=["trafilatura", "whole page"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "whole page":
        without_trafilatura(monkeypatch)
    return str(request.param)


@pytest.mark.parametrize("around", ["{}", "<div>{}</div>", "<table><tr><td>{}</td></tr></table>"])
def test_paragraphs_that_repeat_are_kept_on_every_way(how: str, around: str):
    document = page(around.format(p("各区人民政府:", ONE, ONE, ONE)))
    assert lines(document) == ["各区人民政府:", ONE, ONE, ONE]
    assert not document.known


def test_repetitions_in_elements_apart_are_kept(how: str):
    document = page(f"<div><div>{p(ONE, TWO)}</div><div>{p(ONE)}</div></div>")
    assert lines(document) == [ONE, TWO, ONE]


LINKS = "".join(f"<li><a href=/{at}>栏目{at}</a></li>" for at in range(10))


@pytest.mark.parametrize(
    "menu",
    [
        f"<div class=nav><ul>{LINKS}</ul></div>",
        f"<div id=menu>{LINKS}</div>",
        f"<ul class='x-topnav wide'>{LINKS}</ul>",
        f"<nav>{LINKS}</nav>",
        f"<div class=xyz>{LINKS}</div>",  # nothing but links
    ],
)
@pytest.mark.parametrize("foot", ["<div class=foot>{}</div>", "<div>{}</div>", "<footer>{}</footer>"])
def test_of_a_short_notice_only_the_body_is_read(how: str, menu: str, foot: str):
    copyright_ = "版权所有 某市人民政府 沪ICP备1号"
    document = page(
        f"{menu}<div class=main><h1>关于放假的通知</h1>{p('各单位:', TWO)}</div>{foot.format(copyright_)}"
    )
    assert lines(document) == ["关于放假的通知", "各单位:", TWO]
    assert {drop.text for drop in document.dropped} == {*(f"栏目{at}" for at in range(10)), copyright_}


def test_a_form_around_the_whole_page_is_no_frame(how: str):
    """As ASP.NET writes every page."""
    assert lines(page(f"<form>{p(ONE, TWO, THREE)}</form>")) == [ONE, TWO, THREE]


def test_what_is_named_like_a_frame_and_holds_the_text_is_none(how: str):
    text = [f"第{at}段：{ONE}" for at in range(20)]
    assert lines(page(f"<div class='bottom'>{p(*text)}</div>")) == text


# --- what parsers refuse -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<![x]>", ""),
        ("<![if !supportLists]>一<![endif]>", "一"),
        ("<![", "<!["),
        ("<![CDATA[x]]>", ""),
        ("&#" + "1" * 5000 + ";", "\ufffd"),
        ("&#x" + "f" * 5000 + ";", "\ufffd"),
        ("&#" + "0" * 5000 + ";", "\ufffd"),
        ("&#000022478;", "城"),
        ("<a title='&#" + "1" * 5000 + ";'>链接</a>", "链接"),
    ],
)
def test_a_page_that_python_refuses_is_read(inside: str, shown: str):
    assert lines(page(f"<div id=zoom>{p(f'甲{inside}乙。')}</div>")) == [f"甲{shown}乙。"]


# --- what is a page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "<ul><li>{}</li></ul>",
        "<pre>{}</pre>",
        "<center>{}</center>",
        "<b>{}</b>",
        "<STRONG class=x>{}</STRONG>",
        "<o:p>{}</o:p>",
        "{}<hr/>",
        "{}</li>",
        "<!-- 正文 -->{}",
        "<!DOCTYPE html>{}",
    ],
)
def test_whatever_has_a_tag_is_a_page(how: str, source: str):
    document = read_bytes(source.format(ONE).encode(), "x.html")
    assert document.text == ONE and document.loader.startswith("html")


@pytest.mark.parametrize(
    "inside", ["a<b", "a<b，c>d", "<表1>", "5<6", "x<a 时", "<https://www.gov.cn>", "<p", "a < p >"]
)
def test_text_that_has_no_tag_is_text(inside: str):
    document = read_bytes(f"当{inside}的时候，城区更美。\n".encode(), "x.html")
    assert document.loader == "text" and document.text.replace(
        " ", ""
    ) == f"当{inside}的时候，城区更美。".replace(" ", "")


# --- time --------------------------------------------------------------------------------------------------

_P = p(ONE)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        lambda n: f"<title>{'-' * n}</title>{_P}",
        lambda n: f"<title>{'甲 - ' * n}</title>{_P}",
        lambda n: f"<p>甲{' ' * n}乙。</p>{_P}",
        lambda n: f"<table><tr><td>甲{' ' * n}</td><td>{' ' * n}乙。</td></tr></table>{_P}",
        lambda n: "<p " + " ".join(f"a{at}=1" for at in range(n)) + f">甲。</p>{_P}",
        lambda n: "<![" * n + _P,
        lambda n: "&#" * n + _P,
        lambda n: "&#" + "0" * n + _P,
        lambda n: "<div class=TRS_Editor>" * (n // 8) + _P + "</div>" * (n // 8),
        lambda n: "<div class=nav>" * (n // 8) + _P + "</div>" * (n // 8) + _P,
        lambda n: f"<table><tr>{'<td>甲</td>' * n}</tr></table>{_P}",
        lambda n: f"<table><tr>{'<td>甲' * n}</table>{_P}",
        lambda n: f"<table>{'<td>甲</td>' * n}</table>{_P}",
        lambda n: f"<table><tr>{'<td><table><tr><td>甲</td></tr></table></td>' * (n // 8)}</tr></table>{_P}",
        lambda n: f"<table><tr>{'<td colspan=100>甲</td>' * (n // 80)}</tr></table>{_P}",
        lambda n: f"<table>{'<tr><td>甲</td></tr>' * (n // 4)}</table>{_P}",
        lambda n: "<table>" + "<tr>" * (n // 4) + _P,
        lambda n: f"<ul>{'<li>甲</li>' * (n // 4)}</ul>{_P}",
        lambda n: f"<p>{'甲。<br>' * (n // 4)}</p>{_P}",
        lambda n: "<b>" * (n // 4) + _P,
        lambda n: f"{'<span>' * (n // 4)}{ONE}{'</span>' * (n // 4)}",
    ],
)
def test_pages_take_time_in_proportion(body: Callable[[int], str]):
    page(body(100))  # imports
    assert not grows_too_fast(lambda n: page(body(n)), 5_000, floor=0.03)


def test_a_page_of_very_many_attributes_is_not_given_to_trafilatura():
    attributes = " ".join(f"a{at}=1" for at in range(html_main.MOST_ATTRIBUTES + 1))
    assert page(f"<p {attributes}>{ONE}</p>").loader == "html: whole page"


@pytest.mark.parametrize("row", ["<td>甲</td>" * 2_000, "<td colspan=100>甲</td>" * 20])
def test_a_table_wider_than_any_is_not_given_to_trafilatura(row: str):
    document = page(f"<table><tr>{row}</tr></table>{p(ONE)}")
    assert document.loader == "html: whole page" and document.text.endswith(ONE)
    assert page(f"<table>{'<tr><td>甲</td></tr>' * 2_000}</table>{p(ONE)}").loader != "html: whole page"


def test_a_table_that_ends_a_document_is_no_menu():
    rows = "指标 | 单位 | 2025年\n道路里程 | 公里 | 85\n绿化率 | % | 31.5"
    document = read_text(f"某县规划\n一、目标\n改善居民生活。\n{rows}\n首页 | 联系我们 | 网站地图", id="x")
    assert document.text.endswith("绿化率 | % | 31.5")
    assert [drop.text for drop in document.dropped] == ["首页 | 联系我们 | 网站地图"]


def test_what_is_taken_for_the_text_must_hold_most_of_the_page(monkeypatch: pytest.MonkeyPatch):
    """The cell of a title, in a page laid out in tables, is not the document."""
    rows = "".join(f"<tr><td>{n}、加强公共数据管理，保障数据安全。</td></tr>" for n in "一二三四五六")
    html = f"<html><body><table><tr><td>某市办法</td></tr></table><table>{rows}</table></body></html>"
    monkeypatch.setattr("analysis.reading.formats.html_main._by_trafilatura", lambda soup, *_: soup.td)
    document = read_bytes(html.encode(), "page.html")
    assert document.text.count("公共数据管理") == 6
