"""Where a chapter's text leaves its last article: by how the language turns, and nowhere else."""

from __future__ import annotations

import pytest

from analysis.reading import Document, contexts, headings_above, read, read_text, sentences
from analysis.reading.sections import outline
from tests.conftest import DOCUMENTS

LIST = ["一、过去五年工作回顾", "五年来，我们奋力前行。", "（一）经济增长。总量翻番。"]
LAST = ["（二）民生改善。就业稳定。", "社会保障不断健全。"]
BEHIND = ["二、今后五年任务", "（一）扩大内需。提振消费。"]


def report(*blocks: list[str]) -> Document:
    return read_text("\n".join(line for block in (["某省政府工作报告"], *blocks) for line in block), id="x")


def ids(document: Document) -> list[str]:
    return [part.id for part in document.passages]


PLAIN = ["c1.1", "1.1", "2.1", "2.2"]


@pytest.mark.parametrize(
    "turn",
    [
        "各位代表！",
        "各位代表！过去五年极不平凡。",
        "同志们！我们的事业是伟大的。",
        "各位委员、同志们：任务已经明确。",
        "在肯定成绩的同时，我们也清醒看到，困难还不少。",
        "在充分肯定成绩的同时，必须看到存在的问题。",
        "同时，我们清醒看到，发展还不充分。",
        "我们也清醒地认识到，困难还不少。",
        "同时要看到，一些企业经营困难。",
        "但也必须看到，差距依然明显。",
        "我们还要看到，基础还不牢固。",
        "当前，全省经济社会发展还面临不少困难和挑战。",
        "政府工作中仍存在一些不足。",
        "五年来的成绩，是党中央坚强领导的结果。",
        "让我们更加紧密地团结起来！",
        "过去五年的成绩，根本在于党的领导。",
        "这些成绩的取得，离不开全省人民的奋斗。",
        "成绩来之不易，经验弥足珍贵。",
        "五年的实践深刻启示我们，必须坚持党的领导。",
        "在此，我代表省人民政府，向全省人民表示衷心感谢！",
        "回顾过去五年，我们走过了不平凡的历程。",
        "综观五年工作，成效是明显的。",
        "总的看，形势是好的。",
        "五年来，我们持续加强政府建设。",
    ],
)
def test_a_closing_turn_belongs_to_the_chapter(turn: str):
    found = report(LIST, LAST, [turn, "前路光明。"], BEHIND)
    assert ids(found) == [*PLAIN, "c1.2", "c1.3", "3.1"]


@pytest.mark.parametrize(
    "line",
    [
        "总结推广三明医改经验，完善医保制度。",
        "产业结构发生深刻变化，离不开创新驱动。",
        "同时，加快社区养老服务建设。",
        "目前，养老服务仍存在短板，要加快补齐。",
        "群众看到了变化。",
        "让群众看到希望。",
        "我们认识到位、行动有力。",
        "“十四五”时期，新增就业五百万人。",
        "代表性企业加快成长。",
        "各位老人都有所养。",
    ],
)
def test_what_only_sounds_like_a_turn_stays_in_its_article(line: str):
    assert ids(report(LIST, LAST, [line], BEHIND)) == [*PLAIN, "2.3", "3.1"]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        # within a list, not behind it
        ([LIST, ["各位代表！成绩来之不易。"], LAST, BEHIND], ["c1.1", "1.1", "1.2", "2.1", "2.2", "3.1"]),
        # the first text below a heading of its own line, and an article about nothing else
        ([LIST, ["（二）思想认识", "同时，我们清醒看到差距。"], BEHIND], ["c1.1", "1.1", "2.1", "3.1"]),
        ([LIST, ["（二）困难和问题。增速放缓。", "我们清醒看到差距。"], BEHIND], [*PLAIN, "3.1"]),
        # articles of the chapter begin so themselves
        (
            [LIST, ["五年来，我们奋力赶超。", *LAST[:1], "五年来，我们改善民生。"], BEHIND],
            ["c1.1", "1.1", "1.2", "2.1", "2.2", "3.1"],
        ),
    ],
)  # fmt: skip
def test_no_turn_within_a_list_or_where_it_is_the_article_s_own_matter(
    blocks: list[list[str]], expected: list[str]
):
    assert ids(report(*blocks)) == expected


def test_a_document_without_chapters_has_no_closing_turns():
    found = report(["一、回顾", "总量翻番。", "二、任务", "提振消费。", "各位代表！让我们团结起来。"])
    assert ids(found) == ["1.1", "2.1", "2.2"]


def test_behind_a_turn_a_list_may_begin_anew():
    found = report(
        LIST, LAST, ["各位代表！体会有两点。"], ["（一）党的领导。这是根本。", "（二）人民至上。这是宗旨。"]
    )
    assert ids(found) == [*PLAIN, "c1.2", "3.1", "4.1"]


def test_a_turn_behind_subheadings_leaves_the_article_too():
    deep = ["（二）民生改善", "1.就业。岗位增加。", "2.社保。标准提高。", "各位代表！成绩来之不易。"]
    assert ids(report(LIST, deep, BEHIND)) == ["c1.1", "1.1", "2.2", "2.4", "c1.2", "3.1"]


def test_what_closes_a_chapter_stands_under_the_chapter_alone():
    found = report(LIST, LAST, ["各位代表！成绩来之不易。", "前路光明。"], BEHIND)
    table = sentences(found).set_index("sentence_id")
    assert table.index.is_unique
    assert table.loc["c1.2.1", ["kind", "chapter", "article", "paragraph"]].tolist() == ["lead", 1, 0, 2]
    above = headings_above(found)
    assert above(table.loc["2.2.1", "start"]) == ["过去五年工作回顾", "民生改善"]
    assert above(table.loc["c1.3.1", "start"]) == ["过去五年工作回顾"]
    around = contexts(found, sentences(found)).set_index("sentence_id")
    assert around.loc["c1.2.1", ["heading", "before"]].tolist() == ["过去五年工作回顾", ""]
    sizes = outline(found).set_index("heading_id")["sentences"]
    assert sizes[["c1", "2"]].tolist() == [7, 2], "an article ends where its chapter goes on"


@pytest.mark.parametrize(
    ("name", "article", "begins"),
    [
        ("work-report-2026-anhui", 6, "一年来，我们持续加强政府建设"),
        ("work-report-2026-chongqing", 9, "各位代表！透过2025回望"),
        ("work-report-2026-fujian", 9, "各位代表！2025年主要目标任务如期完成"),
        ("government-work-report-2008", 3, "五年来，我们在民主法制建设"),
    ],
)
def test_the_review_of_real_reports_ends_before_it_sums_up(name: str, article: int, begins: str):
    found = read(DOCUMENTS / f"{name}.txt")
    first = found.closings[0]
    assert found.text[first.start :].startswith(begins) and first.id.startswith("c1.")
    assert max(part.article for part in found.passages if part.start < first.start) == article
