"""What holds for every finding, and what is said where there is nothing to tell."""

from __future__ import annotations

import inspect
from pathlib import Path

import pandas as pd

from analysis.judgements.theme_files import Theme
from analysis.showing import findings
from analysis.showing.finding import Finding, Findings
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import folded, states


def test_what_is_said_in_place_of_a_result():
    refused = findings.no_clusters("3 distinct paragraphs are too few.")
    assert states(refused, ("not grouped: 3 distinct paragraphs are too few.",), ("不作聚类",))
    assert states(findings.no_terms(), ("No policy term", "discover"), ("没有词表所收的政策用语",))
    assert states(findings.no_pairs(), ("No two words", "by chance"), ("没有两个词", "不作网络图"))
    assert states(findings.no_headings(), ("no two numbered parts",), ("没有两个以上",))


def test_an_empty_network_is_refused():
    assert findings.co_words(toys.edges().head(0)) == findings.no_pairs()


def test_every_finding_is_tested_here_or_beside():
    text = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_findings*.py")
    )
    made = {
        name
        for name, function in vars(findings).items()
        if inspect.isfunction(function)
        and function.__module__.startswith("analysis.showing.")
        and name[0] != "_"
    }
    assert {name for name in made if f"findings.{name}(" not in text} == set()


def test_no_sentence_is_left_half_said():
    """What comes of empty tables: no bare colon, no doubled stop, no nan."""
    empty: list[Finding | Findings] = [
        findings.top_terms(build("terms", [])),
        findings.sentence_lengths(build("sentences", [])),
        findings.key_terms(toys.keyness().head(0)),
        findings.candidates(pd.DataFrame({"term": []})),
        findings.integrity(toys.check()),
        findings.lower_bound(toys.check()),
        findings.theme_share(toys.DIGITAL, build("themes", []), build("sentences", [])),
        findings.document(toys.bare(), build("sentences", [])),
    ]
    for found in empty:
        for one in found.all if isinstance(found, Findings) else [found]:
            for text in (one.en, folded(one.zh)):
                assert text and not any(bad in text for bad in (": ;", ":,", "..", "。。", "nan", "是,"))


def test_how_well_a_theme_is_found_is_told_with_its_interval_and_its_rival():
    row = ["a", "assessed", 78, 0.75, 0.77, 0.76, 0.65, 0.83, 0.5, 0.92, 0.1, 0.08, 0.05, 0.12]
    theme = Theme("a", "甲", "A", "甲", ())
    said = findings.theme_quality(theme, build("theme_quality", [row]), "plan")
    assert states(
        said,
        (
            "F1 0.76 (0.65 to 0.83",
            "precision 0.75, recall 0.77",
            "from 78 sentences",
            "alone reaches 0.50",
            "kappa 0.92",
            "is 10 % as counted, 8 % (5 to 12) put right",
        ),
        (
            "F1为0.76（0.65至0.83",
            "精确率0.75，召回率0.77",
            "78句",
            "仅用词表为0.50",
            "κ为0.92",
            "占10%，按召回率与误收率校正为8%（5%至12%）",
        ),
    )
    assert "kind" not in said.en
    for put_right in (0.0, None):  # cut off, or not known
        nothing = [*row[:10], 0.02, put_right, put_right, put_right]
        uncorrected = findings.theme_quality(theme, build("theme_quality", [nothing]), "plan")
        assert "so small a share could come of these errors alone" in uncorrected.en
        assert "占比过小" in uncorrected.zh and "故不作校正" in uncorrected.zh
        assert "F1 0.76" in uncorrected.en
    large = findings.theme_quality(theme, build("theme_quality", [[*row[:10], 0.99, 1.0, 1.0, 1.0]]), "plan")
    assert "so large a share" in large.en and "占比过大" in large.zh
    none = findings.theme_quality(theme, build("theme_quality", [[*row[:10], 0.0, 0.0, 0.0, 0.0]]), "plan")
    assert none.en.endswith("is 0 % as counted.") and none.zh.endswith("占0%。")
    small = findings.theme_quality(theme, build("theme_quality", [[*row[:10], 0.004, *row[11:]]]), "plan")
    assert "is under 1 % as counted" in small.en and "占不到1%" in small.zh
    letter = findings.theme_quality(theme, build("theme_quality", [row]), "letter")
    assert letter.en.endswith("No document of this one's kind was among the sixteen.")
    assert "没有与本文同类的文件" in letter.zh


def test_a_theme_not_assessed_says_so_by_its_number():
    row = ["a", "not assessed", 38, *[None] * 7, 0.1, None, None, None]
    theme = Theme("a", "甲", "A", "甲", ())
    for table, en, zh in (
        (build("theme_quality", [row]), "38 of the coded sentences speak", "仅38句"),
        (build("theme_quality", []), "none of the coded sentences speaks", "没有论及者"),
    ):
        said = findings.theme_quality(theme, table, "plan")
        assert states(said, (f"is not assessed: {en}", "fewer than 40"), ("未予评定", zh, "不足40句"))
