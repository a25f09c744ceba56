"""Scores against sentences cut by hand: hand arithmetic, the gold that comes with it, one's own gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.tables import TABLES, InputProblem
from analysis.words.evaluation import crossing, evaluate, kept_whole, lenient, peers, spans
from analysis.words.gold import GoldSentence, load_gold
from analysis.words.lexicon import Lexicon, load_lexicon
from analysis.words.segmentation import PlainJieba, Segmenter


class Fixed:
    """A segmenter that cuts as it was told."""

    def __init__(self, words: list[str], units: list[str] | None = None) -> None:
        self._words, self._units = words, units or words

    def words(self, text: str) -> list[str]:
        return self._words

    def units(self, text: str) -> list[str]:
        return self._units


def measured(gold: GoldSentence, words: list[str], units: list[str] | None = None) -> dict[str, float]:
    return evaluate([gold], {"x": Fixed(words, units)}).set_index("measure")["value"].to_dict()


GOLD = GoldSentence(
    "toy", "一网通办平台更好", ("一网通办", "平台", "更", "好"), ("一网通办平台",), (("更 好", "更好"),)
)


def test_a_perfect_cut():
    assert measured(GOLD, list(GOLD.words), ["一网通办平台", "更", "好"]) == {
        "strict_f1": 1.0,
        "lenient_f1": 1.0,
        "crossing_per_1000": 0.0,
        "terms_whole": 1.0,
    }


def test_measures_by_hand():
    # 4 words cut, 4 of the gold, one the same: strict F1 2/8. 一网通 and 办平台 … 办平台 crosses; 更好 is
    # accepted.
    scores = measured(GOLD, ["一网通", "办平台", "更好"])
    assert scores["strict_f1"] == 0.0
    assert scores["lenient_f1"] == pytest.approx(2 * 1 / (3 + 3), abs=1e-4)
    assert scores["crossing_per_1000"] == pytest.approx(1000 / 3, abs=1e-4)
    assert scores["terms_whole"] == 0.0


def test_a_word_crosses_only_when_it_breaks_another():
    gold = spans(["一网通办", "平台"])
    assert crossing(spans(["一网通", "办平", "台"]), gold) == 1
    assert crossing(spans(["一网通办平台"]), gold) == 0
    assert crossing(spans(["一网", "通办", "平台"]), gold) == 0


def test_an_alternative_counts_only_where_exactly_it_was_cut():
    sentence = GoldSentence("toy", "我区我区", ("我", "区", "我", "区"), (), (("我 区", "我区"),))
    assert lenient(["我区", "我", "区"], sentence) == ["我区", "我", "区"]
    assert lenient(["我", "区", "我", "区"], sentence) == ["我", "区", "我", "区"]
    assert lenient(["我区我", "区"], sentence) == ["我", "区", "我", "区"]


def test_a_term_inside_a_longer_unit_is_whole():
    assert kept_whole(["推进", "虹桥国际开放枢纽"], "国际开放枢纽", "推进虹桥国际开放枢纽")
    assert not kept_whole(["推进", "虹桥", "国际开放枢纽"], "虹桥国际开放枢纽", "推进虹桥国际开放枢纽")


def test_a_set_without_terms_has_no_share_of_them():
    gold = GoldSentence("toy", "改善民生", ("改善", "民生"))
    assert "terms_whole" not in measured(gold, ["改善", "民生"])


def test_intervals_hold_the_value_and_are_the_same_each_time():
    gold = load_gold()
    segmenters = {"plain": PlainJieba()}
    table = evaluate(gold, segmenters)
    assert table.columns.tolist() == TABLES["evaluate"].names
    assert (table["low"] <= table["value"]).all() and (table["value"] <= table["high"]).all()
    assert table.equals(evaluate(gold, segmenters))


# --- the gold --------------------------------------------------------------------------------------------


def test_the_gold_that_comes_with_the_software():
    gold = load_gold()
    sizes = {name: sum(one.gold == name for one in gold) for name in ("proposal", "plans", "general")}
    assert sizes["proposal"] >= 50 and sizes["plans"] >= 50 and sizes["general"] >= 40
    for sentence in gold:
        assert "".join(sentence.words) == sentence.text
        assert all(term in sentence.text for term in sentence.terms)
        for mine, other in sentence.alternatives:
            assert mine.replace(" ", "") == other.replace(" ", "") and mine != other
            assert f" {mine} " in f" {' '.join(sentence.words)} "


def test_ours_is_better_than_plain_jieba_on_every_set():
    table = evaluate(load_gold(), peers()).set_index(["gold", "segmenter", "measure"])["value"]
    for gold in ("proposal", "plans"):
        assert table[gold, "with local names", "lenient_f1"] >= 0.97
        assert table[gold, "general lexicon", "lenient_f1"] >= table[gold, "plain jieba", "lenient_f1"] + 0.03
        assert table[gold, "general lexicon", "strict_f1"] >= table[gold, "plain jieba", "strict_f1"] + 0.05
        assert table[gold, "with local names", "crossing_per_1000"] <= 1
    assert table["proposal", "with local names", "strict_f1"] >= 0.92
    for measure in ("strict_f1", "lenient_f1"):
        assert table["general", "general lexicon", measure] >= table["general", "plain jieba", measure] + 0.05


def test_one_s_own_lexicon_is_evaluated_beside_the_others():
    assert "with your lexicon" not in peers(load_lexicon())
    assert "with your lexicon" in peers(Lexicon(terms={"甲乙": "concept"}))


# --- one's own gold --------------------------------------------------------------------------------------

HEAD = "gold\tid\ttext\twords\tterms\n"


def test_one_s_own_gold(tmp_path: Path):
    path = tmp_path / "mine.tsv"
    path.write_text(HEAD + "mine\t1\t改善民生\t改善 民生\t\n", encoding="utf-8")
    (tmp_path / "mine_alternatives.tsv").write_text(
        "id\tgold\talternative\n1\t改善 民生\t改善民生\n", "utf-8"
    )
    assert load_gold(path) == (
        GoldSentence("mine", "改善民生", ("改善", "民生"), (), (("改善 民生", "改善民生"),)),
    )
    table = evaluate(load_gold(path), {"x": Segmenter(Lexicon())})
    assert table["value"].tolist() == [1.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", r"mine\.tsv:1: needs the columns gold, id, text, words, terms"),
        ("id\ttext\n", r"mine\.tsv:1: needs the columns .*missing: gold, words, terms"),
        (HEAD, r"mine\.tsv: no sentence in it"),
        (HEAD + "mine\t1\t改善民生\t改善 民\t\n", r"mine\.tsv:2: the words joined are not the text"),
        (HEAD + "mine\t1\t改善民生\n", r"mine\.tsv:2: needs 5 cells; found 3"),
    ],
)
def test_a_broken_gold_is_refused_with_file_and_line(tmp_path: Path, text: str, match: str):
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputProblem, match=match):
        load_gold(path)


def test_gold_that_is_not_there_is_refused():
    with pytest.raises(InputProblem, match="no such file"):
        load_gold("nowhere.tsv")
