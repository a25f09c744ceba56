"""What registers show: who is named, which gaps are answered, what cannot be checked."""

from __future__ import annotations

import pandas as pd

from analysis.prose import Bilingual
from analysis.showing import findings
from tests.showing import toys
from tests.showing.seen import says, states


def test_strings_that_stand_and_those_that_never_do():
    """民生 once in c1.1.1 and twice in 1.1.1."""
    counts = pd.Series({"c1.1.1": 1, "1.1.1": 2})
    found = findings.named_strings({"民生": counts, "租赁": counts.head(0)})
    assert found.values == {"used": (("民生", 3),), "absent": ("租赁",)}
    assert states(found, ("民生 (3)", "Never: 租赁"), ("民生(3次)", "从未出现:租赁"), ("c1.1.1", "1.1.1"))
    none = findings.named_strings({"租赁": counts.head(0)})
    assert (none.en, none.zh) == ("Never: 租赁.", "从未出现：租赁。") and not none.sentence_ids


def test_groups_that_get_something_and_those_never_named():
    rows = [
        ("老年人", "older people", 2, 1, 0, "1.1.1 | 2.1.1", ""),
        ("学生", "students", 0, 0, 1, "", "3.1.1"),
        ("农民", "farmers", 0, 0, 0, "", ""),
    ]
    names = ["group", "group_en", "n", "forward", "mentioned", "sentence_ids", "mention_ids"]
    found = findings.beneficiaries_named(pd.DataFrame(rows, columns=names))
    assert found.values["never"] == (Bilingual("farmers", "农民"),), "who is only mentioned is named"
    nobody = findings.beneficiaries_named(pd.DataFrame(rows[2:], columns=names))
    assert states(nobody, ("none of 1 usual groups is named as getting",), ("1类人群", "没有一类明确受益"))
    assert states(
        found,
        (
            "1 of 3 usual groups is named as getting something: older people (2).",
            "Never named by a word of the list: farmers.",
        ),
        ("3类人群", "有1类明确受益:老年人(2句)。", "从未以名单上的称呼提到:农民"),
        ("1.1.1", "2.1.1"),
    )


def test_of_groups_named_as_often_none_is_dropped_alone():
    columns = ["group", "group_en", "n", "forward", "mentioned", "sentence_ids", "mention_ids"]
    counts = [9, 5, 3, 3, 3, 3, 3, 3]
    rows = [(f"组{at}", f"group {at}", n, 0, 0, "1.1.1", "") for at, n in enumerate(counts)]
    found = findings.beneficiaries_named(pd.DataFrame(rows, columns=columns))
    assert [n for _, n in found.values["first"]] == [9, 5]  # and not four of six
    assert "most often group 0 (9); group 1 (5)" in found.en and "最多的是" in found.zh
    fewer = findings.beneficiaries_named(pd.DataFrame(rows[:6], columns=columns))
    assert [n for _, n in fewer.values["first"]] == [9, 5, 3, 3, 3, 3]


def test_gaps_with_and_without_an_answer():
    stages = ("achieved", "admitted", "goal", "measure")
    cells = {"": (1, 1, 1, 1), "school": (0, 1, 1, 1), "health": (1, 1, 0, 0), "care": (1, 0, 0, 1)}
    rows = [
        ("livelihood", part, stage, n, f"{part}.1.1" if n else "")
        for part, counts in cells.items()
        for stage, n in zip(stages, counts, strict=True)
    ]
    gaps = pd.DataFrame(rows, columns=["theme", "subtheme", "stage", "n", "sentence_ids"])
    found = findings.gaps_answered(gaps)
    assert found.values == {"services": 3, "admitted": 2, "goal": 1, "measure": 1}
    assert found.sentence_ids == ("school.1.1", "health.1.1")
    assert says(found.zh, "3个分项", "2项", "1项", "1项")
    nobody = findings.gaps_answered(gaps[gaps["subtheme"] == "care"])
    assert states(nobody, ("Not in the theme's only part",), ("1个分项都没有承认不足",))
    one = findings.gaps_answered(gaps[gaps["subtheme"] == "health"])
    assert states(
        one,
        ("in 1 of 1 parts", "none has a goal", "none has measures"),
        ("1个分项", "1项承认", "0项", "0项"),
        ("health.1.1",),
    )
    bare = findings.gaps_answered(gaps[gaps["subtheme"] == ""])
    assert states(bare, ("no parts",), ("没有可逐项对照",))


def test_where_two_themes_meet():
    found = findings.overlap(toys.LIVELIHOOD, toys.DIGITAL, toys.coded())
    ids = {
        theme: set(toys.coded().loc[toys.coded()["theme"] == theme, "sentence_id"])
        for theme in ("livelihood", "digital")
    }
    assert set(found.sentence_ids) == ids["livelihood"] & ids["digital"]
    assert found.values["first"] == len(ids["livelihood"]) and found.values["both"] == len(found.sentence_ids)


def test_what_nobody_can_check():
    """Of three ahead one names a number, one is listed, and in one no action was found."""
    modes, targets = ["forward", "forward", "forward", "backward"], [False, False, True, False]
    commitments = pd.DataFrame({"mode": modes, "has_target": targets})
    found = findings.unchecked(pd.DataFrame({"sentence_id": ["1.1.1"]}), commitments)
    assert states(
        found,
        (
            "3 sentences",
            "1 says what is to be done or not to be done",
            "nothing was found by which",
            "In 1 more",
        ),
        ("3句", "1句", "另有1句"),
        ("1.1.1",),
    )
    both = findings.unchecked(pd.DataFrame({"sentence_id": ["1.1.1", "1.1.2"]}), commitments)
    assert "more" not in both.en and "另有" not in both.zh


def test_where_nothing_is_uncheckable_or_nothing_looks_ahead():
    forward = pd.DataFrame({"mode": ["forward", "forward", "backward"]})
    none = findings.unchecked(pd.DataFrame({"sentence_id": []}), forward)
    assert states(none, ("Among 2 sentences", "none was found"), ("2句向前看", "没有发现"))
    nothing = findings.unchecked(pd.DataFrame({"sentence_id": []}), forward.tail(1))
    assert states(nothing, ("No sentence looks ahead.",), ("没有向前看的句子",))


def test_quoted_expressions_by_their_number():
    rows = [
        ("十四五", "period", 8, "1.1.1"),
        ("五个中心", "formula", 3, "1.1.1 | 2.1.1"),
        ("数据安全法", "document", 1, "2.1.1"),
    ]
    table = pd.DataFrame(rows, columns=["expression", "kind", "n", "sentence_ids"])
    found = findings.slogans_first(table)
    assert states(
        found,
        (
            "2 expressions in quotation marks, 1 title of a document or work",
            "十四五 (8)",
            "五个中心 (3)",
            "(1)",
        ),
        ("加引号的提法共2种,文件、作品名共1种", "十四五(8次)", "五个中心(3次)", "1次"),
        ("1.1.1", "2.1.1"),
    )
    titles = findings.slogans_first(table.tail(1))
    assert states(
        titles,
        ("No expression in quotation marks, 1 title", "(1)"),
        ("没有加引号的提法", "共1种", "1次"),
        ("2.1.1",),
    )
    none = findings.slogans_first(table.head(0))
    assert states(none, ("quotes no expression and no title",), ("没有加引号",))
