"""Documents that a notice sends out: where they begin, what stands above, and ids of one place each."""

from __future__ import annotations

import pytest

from analysis.reading import Document, check, headings_above, read_text, sentences
from analysis.reading.sections import outline as outline_table

NOTICE = [
    "某市人民政府办公室关于印发某市节水办法和供水规程的通知",
    "各区人民政府，市政府各部门：",
    "《某市节水办法》《某市供水规程（试行）》已经市政府同意，现印发给你们，请认真贯彻执行。",
]
SIGNATURE = ["某市人民政府办公室", "2020年5月6日"]
FIRST = ["为了节约用水，制定本办法。", "一、总体要求", "坚持节水优先。", "二、主要任务", "改造老旧管网。"]
SECOND = ["为了规范供水，制定本规程。", "一、水源", "保护水源。", "二、水质", "每月检测水质。"]


def document(*blocks: list[str]) -> Document:
    return read_text("\n".join(line for block in blocks for line in block), id="x")


def outline(document: Document) -> list[tuple[str, str, int, str]]:
    return [(part.id, part.kind, part.level, part.title) for part in document.headings.values()]


BOTH = [
    ("c1", "chapter", 1, "某市节水办法"), ("1", "article", 2, "总体要求"), ("2", "article", 2, "主要任务"),
    ("c2", "chapter", 1, "某市供水规程（试行）"), ("3", "article", 2, "水源"), ("4", "article", 2, "水质"),
]  # fmt: skip


@pytest.mark.parametrize(
    "signature",
    [
        SIGNATURE,
        [],  # named in 《》 above: that is enough
        ["某市人民政府办公室", "二〇二〇年五月六日"],
        ["某市水务局", "某市财政局", "2020年5月6日", "（此件公开发布）"],
    ],
)
def test_titles_of_attached_documents_are_headings_above_all_others(signature: list[str]):
    found = document(NOTICE, signature, ["某市节水办法"], FIRST, ["某市供水规程（试行）"], SECOND)
    assert outline(found) == BOTH
    assert check(found).empty
    kinds = [part.kind for part in found.parts if found.text[part.start : part.end] in signature]
    assert kinds == ["signature"] * len([line for line in signature if "（" not in line]) + (
        ["opening"] if "（此件公开发布）" in signature else []
    )


def test_each_sentence_of_attached_documents_has_its_own_place():
    found = document(NOTICE, SIGNATURE, ["某市节水办法"], FIRST, ["某市供水规程（试行）"], SECOND)
    table = sentences(found)
    assert table["sentence_id"].is_unique
    assert table["sentence_id"].tolist() == [
        "p0.1.1", "p0.2.1", "c1.1.1", "1.1.1", "2.1.1", "c2.1.1", "3.1.1", "4.1.1",
    ]  # fmt: skip


def test_a_document_that_is_not_named_begins_where_numbering_begins_anew():
    found = document(NOTICE[:2], SIGNATURE, ["某市节水若干措施"], FIRST, ["某市供水保障行动计划"], SECOND)
    assert [title for _, kind, _, title in outline(found) if kind == "chapter"] == [
        "某市节水若干措施",
        "某市供水保障行动计划",
    ]


def test_headings_of_two_levels_stand_as_chapters_and_articles_below_the_title():
    attached = [
        "一、任务",
        "（一）管网",
        "改造管网。",
        "（二）水表",
        "更换水表。",
        "二、保障",
        "（三）资金",
        "安排资金。",
    ]
    found = document(NOTICE, SIGNATURE, ["某市节水办法"], attached)
    assert outline(found) == [
        ("p0.3", "attached", 1, "某市节水办法"), ("c1", "chapter", 2, "任务"), ("1", "article", 3, "管网"),
        ("2", "article", 3, "水表"), ("c2", "chapter", 2, "保障"), ("3", "article", 3, "资金"),
    ]  # fmt: skip


def test_an_annex_of_an_attached_document_stands_beside_its_title():
    found = document(
        NOTICE, SIGNATURE, ["某市节水办法"], FIRST, ["附件1：管网清单"], ["一、东区", "管网老旧。"]
    )
    assert [(level, title) for _, _, level, title in outline(found)] == [
        (1, "某市节水办法"), (2, "总体要求"), (2, "主要任务"), (1, "附件1：管网清单"), (2, "东区"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "落实国家节水行动方案",  # numbering goes on behind it
        "节水，人人有责",
        "水是生命之源。",
        "——某市节水办法",
        "某市节水办法：",
        "2021年1月1日",
    ],
)
def test_a_short_line_within_a_text_is_no_attached_document(line: str):
    found = document(["某市报告"], FIRST, [line], ["三、保障", "加强领导。"])
    assert {level for _, _, level, _ in outline(found)} == {1}


def test_a_signature_at_the_end_attaches_nothing():
    found = document(NOTICE, FIRST, SIGNATURE)
    assert {level for _, _, level, _ in outline(found)} == {1}
    assert [part.kind for part in found.parts[-2:]] == ["signature", "signature"]


def test_the_title_of_an_attached_document_may_take_two_lines():
    found = document(NOTICE[:2], SIGNATURE, ["某市关于加快推进节水型城市", "建设的实施意见"], FIRST)
    assert outline(found)[0] == ("c1", "chapter", 1, "某市关于加快推进节水型城市建设的实施意见")


@pytest.mark.parametrize("second", ["（征求意见稿）", "为了节约用水，制定本办法。", "一、总体要求"])
def test_what_stands_below_the_title_of_an_attached_document_is_not_its_rest(second: str):
    found = document(NOTICE[:2], SIGNATURE, ["某市关于加快推进节水型城市建设的意见"], [second], FIRST)
    assert outline(found)[0][3] == "某市关于加快推进节水型城市建设的意见"


def test_an_annex_that_is_what_the_notice_sends_out_counts_like_an_attached_document():
    annex = ["附件", "某市节水办法", "第一章 总则", "第一条 节约用水。", "第二章 附则", "第二条 即日施行。"]
    found = document(NOTICE[:2], ["附件：某市节水办法"], SIGNATURE, annex)
    assert [(part.id, part.kind, part.level) for part in found.headings.values()] == [
        ("p0.3", "attached", 1), ("c1", "chapter", 2), ("1", "article", 3), ("c2", "chapter", 2),
        ("2", "article", 3),
    ]  # fmt: skip
    kinds = {found.text[part.start : part.end]: part.kind for part in found.parts}
    assert [kinds[line] for line in SIGNATURE] == ["signature", "signature"]


RULES = [
    "第一章 总则", "第一条 为了规范公共数据管理，制定本办法。", "第二条 公共数据依法共享。", "第二章 附则",
    "第三条 本办法自发布之日起施行。",
]  # fmt: skip
PREAMBLE = ["为了管好数据，特作如下规定。"]


@pytest.mark.parametrize("signature", [SIGNATURE, []])
def test_the_title_of_rules_with_chapters_of_their_own_is_no_chapter(signature: list[str]):
    found = document(NOTICE, signature, ["某市节水办法"], RULES)
    assert [(part.id, part.label) for part in found.chapters] == [("c1", "一"), ("c2", "二")]
    assert [(part.id, part.label) for part in found.articles] == [("1", "一"), ("2", "二"), ("3", "三")]
    assert check(found).empty


def test_what_stands_above_the_first_chapter_of_rules_goes_on_with_the_opening():
    found = document(
        NOTICE, SIGNATURE, ["某市节水办法"], PREAMBLE, RULES, ["某市供水规程（试行）"], PREAMBLE, RULES
    )
    table = sentences(found, headings=True)
    assert table["sentence_id"].is_unique
    assert table["sentence_id"].tolist() == [
        "p0.1.1", "p0.2.1", "p0.3", "p0.4.1", "c1", "1", "1.1.1", "2", "2.1.1", "c2", "3", "3.1.1",
        "p0.5", "p0.6.1", "c3", "4", "4.1.1", "5", "5.1.1", "c4", "6", "6.1.1",
    ]  # fmt: skip
    titles = [titled(found, id_) for id_ in ("p0.4.1", "1.1.1", "p0.6.1", "6.1.1")]
    assert titles == [
        ["某市节水办法"], ["某市节水办法", "总则", ""], ["某市供水规程（试行）"],
        ["某市供水规程（试行）", "附则", ""],
    ]  # fmt: skip


def titled(found: Document, sentence_id: str) -> list[str]:
    """The titles above a sentence."""
    starts = sentences(found).set_index("sentence_id")["start"]
    return headings_above(found)(starts[sentence_id])


def test_an_attached_document_without_headings_stays_a_chapter_beside_rules_with_chapters():
    found = document(NOTICE, SIGNATURE, ["某市节水办法"], RULES, ["某市供水规程（试行）"], PREAMBLE)
    assert [(part.kind, part.id, part.title) for part in found.headings.values() if part.level == 1] == [
        ("attached", "p0.3", "某市节水办法"), ("chapter", "c3", "某市供水规程（试行）"),
    ]  # fmt: skip
    assert sentences(found)["sentence_id"].tolist()[-1] == "c3.1.1"


def test_the_outline_of_rules_counts_all_below_their_title():
    found = document(NOTICE, SIGNATURE, ["某市节水办法"], RULES)
    table = outline_table(found).set_index("heading_id")
    assert table["sentences"].to_dict() == {"p0.3": 3, "c1": 2, "1": 1, "2": 1, "c2": 1, "3": 1}
    assert table.loc["p0.3", "kind"] == "attached"
