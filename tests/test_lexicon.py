"""The lexicon's tables: what is in them, and what is refused with file and line."""

from __future__ import annotations

import csv
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import resources
from analysis.reading import Document, read_text
from analysis.tables import InputProblem
from analysis.words import lexicon
from analysis.words.entries import meant, unmatchable
from analysis.words.lexicon import Lexicon, all_local_lists, load_lexicon, local_lists
from analysis.words.lexicon_tables import read_table
from analysis.words.segmentation import Segmenter

FILES = {
    "words.tsv": ["word", "tag", "frequency", "source"],
    "words_changning.tsv": ["word", "tag", "frequency", "source"],
    "phrases.tsv": ["phrase", "cut", "source"],
    "generic.tsv": ["generic", "position", "source"],
    "terms.tsv": ["term", "type", "source"],
    "terms_changning.tsv": ["term", "type", "source"],
    "stopwords.tsv": ["stop_word", "source"],
}
WORDS = "word\ttag\tfrequency\tsource\n"
TERMS = "term\ttype\tsource\n"


def rows(name: str) -> list[list[str]]:
    path = resources.folder("corpus") / "lexicon" / name
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tables, to break."""
    shutil.copytree(resources.folder("corpus") / "lexicon", tmp_path / "lexicon")
    monkeypatch.setattr(lexicon, "folder", lambda name: tmp_path)
    return tmp_path / "lexicon"


def test_folder_holds_the_tables_and_nothing_else():
    assert {path.name for path in (resources.folder("corpus") / "lexicon").iterdir()} == {
        *FILES,
        "actions.tsv",  # these five are of commitments, with tests of their own
        "duties.tsv",
        "heading_marks.tsv",
        "manners.tsv",
        "mode_marks.tsv",
        "local.toml",
        "README.md",
    }


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_a_source(name: str):
    header, *entries = rows(name)
    assert header == FILES[name]
    assert entries
    assert all(len(entry) == len(header) and entry[-1].strip() for entry in entries)


def test_every_row_is_loaded():
    loaded = load_lexicon(local=["changning"])
    words = [row[0] for name in ("words.tsv", "words_changning.tsv") for row in rows(name)[1:]]
    assert [word for word, _, _ in loaded.words if word in words] == words
    assert {word for word, _, _ in loaded.words} - set(words) <= PERIODS
    terms = {row[0]: row[1] for name in ("terms.tsv", "terms_changning.tsv") for row in rows(name)[1:]}
    assert terms.items() <= loaded.terms.items() and set(loaded.terms) - set(terms) <= PERIODS
    assert loaded.stop_words == {row[0] for row in rows("stopwords.tsv")[1:]}
    assert loaded.phrases == {row[0] for row in rows("phrases.tsv")[1:]}
    assert loaded.generic == {row[0]: row[1] for row in rows("generic.tsv")[1:]}


@pytest.mark.parametrize("kind", ["words", "terms"])
def test_no_entry_stands_in_the_general_and_the_local_table(kind: str):
    counts = Counter(row[0] for name in (f"{kind}.tsv", f"{kind}_changning.tsv") for row in rows(name)[1:])
    assert [entry for entry, n in counts.items() if n > 1] == []


def test_without_local_names_the_general_table_is_left():
    everything, general = load_lexicon(local=["changning"]), load_lexicon()
    assert set(general.terms) - PERIODS == {row[0] for row in rows("terms.tsv")[1:]} - PERIODS
    assert set(everything.terms) - set(general.terms) == {row[0] for row in rows("terms_changning.tsv")[1:]}
    assert "愚园路" in {word for word, _, _ in everything.words}
    assert "愚园路" not in {word for word, _, _ in general.words}
    assert general.stop_words == everything.stop_words
    assert not [term for term in general.terms if "长宁" in term or "虹桥" in term]


def test_what_carries_the_commitments_is_no_stop_word():
    assert not load_lexicon().stop_words & {"推进", "加强", "建设", "发展", "提升"}


def test_every_word_and_term_can_be_found():
    known = load_lexicon(local=all_local_lists())
    segmenter = Segmenter(known)
    assert [word for word, _, _ in known.words if len(segmenter.cut(word)) != 1] == []
    assert [
        term for term in known.terms if segmenter.terms(term, segmenter.cut(term)) != [(0, len(term))]
    ] == []


def test_every_phrase_is_cut_as_its_table_says():
    segmenter = Segmenter(load_lexicon())
    wrong = {
        phrase: segmenter.words(phrase)
        for phrase, cut, _ in rows("phrases.tsv")[1:]
        if segmenter.words(phrase) != cut.split()
    }
    assert wrong == {}


def test_every_word_and_phrase_earns_its_place():
    """A word that the dictionary cuts right by itself, and a phrase that it does not know, change nothing."""
    general = load_lexicon()
    without_words = Segmenter(Lexicon(phrases=general.phrases))
    boosted = {word for word, _, _ in general.words if without_words.words(word) == [word]}
    assert len(boosted) < 40  # these stand there for their frequency: 化解, 少于
    dictionary = Segmenter(Lexicon())
    idle = {phrase for phrase in general.phrases if dictionary.words(phrase) != [phrase]}
    assert len(idle) < 0.02 * len(general.phrases)


PLANS = ("十一五", "十二五", "十三五", "十四五", "十五五", "十六五")
PERIODS = {*PLANS, *(f"“{plan}”规划" for plan in PLANS)}  # one rule for all, whichever is entered


def document(title: str, text: str = "改善民生。") -> Document:
    return read_text(f"{title}\n一、目标\n{text}", id="x")


def test_a_place_calls_for_its_local_list_and_another_district_s_does_not():
    assert local_lists(document("中共上海市长宁区委关于制定“十四五”规划的建议")) == ("changning",)
    assert local_lists(document("中共上海市静安区委关于制定“十四五”规划的建议")) == ()
    assert local_lists(document("宜宾市长宁县规划")) == ()
    assert local_lists(document("工作方案", "长宁区加强治理。" * 5)) == ("changning",)
    assert local_lists(document("工作方案", "学习长宁区经验。" * 4)) == ()
    assert local_lists(document("工作方案", "学习长宁区经验。" * 5 + "改善民生。" * 9000)) == ()
    assert all_local_lists() == ("changning",)


@pytest.mark.parametrize("period", ["十一五", "十三五", "十五五", "十六五"])
def test_terms_of_one_five_year_plan_are_those_of_another(period: str):
    lexicon = load_lexicon()
    assert lexicon.terms[period] == lexicon.terms["十四五"]
    assert lexicon.terms[f"“{period}”规划"] == lexicon.terms["“十四五”规划"]
    assert Segmenter(lexicon).words(f"编制好{period}规划") == ["编制", "好", period, "规划"]


def test_an_unknown_local_list_is_refused():
    with pytest.raises(InputProblem, match="no local list 'jingan'; there are: changning"):
        load_lexicon(local=["jingan"])


def test_sound_copies_load(tables: Path):
    assert load_lexicon().words
    (tables / "words.tsv").write_text(WORDS + "新词语\tn\t2000\tmine\n", encoding="utf-8")
    assert load_lexicon().words == (("新词语", 2000, "n"),)


@pytest.mark.parametrize(
    ("name", "text", "match"),
    [
        ("words.tsv", "word\ttag\tsource\n", r"^words\.tsv:1: the columns must be word, tag, frequency, "),
        ("words.tsv", "word\ttag\ttag\tfrequency\n", r"^words\.tsv:1: the columns must be word, "),
        (
            "words.tsv",
            "枢纽, 3000\n",
            r"^words\.tsv:1: the first line must name the columns: word, tag",
        ),
        ("terms.tsv", "", r"^terms\.tsv:1: the first line must name the columns.*found: nothing"),
        ("words.tsv", WORDS + "数智化\t\t3000\tx\n", r"^words\.tsv:2: needs filled cells for word, tag"),
        ("words.tsv", WORDS + "数智化\tn\n", r"^words\.tsv:2: needs filled cells for word, tag"),
        ("words.tsv", WORDS + "数智化\t3000\tmine\n", r"^words\.tsv:2: the frequency must be"),
        ("terms.tsv", TERMS + "甲\u200b乙\tx\tmine\n", r"could never match: .* without ZERO WIDTH SPACE"),
        ("terms.tsv", TERMS + "——、\tx\tmine\n", r"^terms\.tsv:2: ——、 holds no word"),
        ("terms.tsv", TERMS + "长" * 61 + "\tx\tmine\n", r"is 61 characters long; an entry may have 60"),
        (
            "phrases.tsv",
            "phrase\tcut\n公共服务\t公共 服\n",
            r"^phrases\.tsv:2: the cut must be 公共服务 with",
        ),
        (
            "phrases.tsv",
            "phrase\tcut\n公共服务\t公共服务\n",
            r"^phrases\.tsv:2: the cut must be 公共服务 with",
        ),
        ("generic.tsv", "generic\tposition\n加快\tfront\n", r"^generic\.tsv:2: the position must be first"),
        ("words.tsv", WORDS + "数智化\t名词\t3000\tmine\n", r"^words\.tsv:2: the tag must be one of jieba"),
        (
            "words.tsv",
            WORDS + "老、小\tn\t3000\tmine\n数智化\tn\t3000\tmine\n数、智\tn\t3000\tmine\n",
            r"^words\.tsv:2: 老、小 can never match.* Also wrong: line 4\.$",
        ),
        (
            "terms_changning.tsv",
            TERMS + "甲\tx\tmine\n乙\tx\tmine\n甲\ty\tmine\n",
            r"^terms_changning\.tsv:4: 甲 stands in line 2 already, otherwise",
        ),
        ("words.tsv", WORDS + "老、小\tn\t3000\tmine\n", r"^words\.tsv:2: 老、小 can never match"),
        ("words.tsv", WORDS + "“十四五”\tn\t3000\tmine\n", r"^words\.tsv:2: “十四五” can never match"),
        ("words.tsv", WORDS + "数智化\tn\tmany\tmine\n", r"^words\.tsv:2: the frequency must be a whole"),
        ("words.tsv", WORDS + f"数智化\tn\t{'9' * 5000}\tmine\n", r"^words\.tsv:2: .* found: 9{20}…\.$"),
        ("words.tsv", WORDS + "数智化\tn\t²\tmine\n", r"^words\.tsv:2: the frequency must be a whole"),
        ("terms.tsv", "term\ttype\n\x1b[31m甲\t\n", r"^terms\.tsv:2: needs filled .*\\x1b\[31m"),
        ("terms.tsv", TERMS + "甲\tx\tm\t乙\n", r"^terms\.tsv:2: needs filled cells for term, type, and no"),
        ("words.tsv", WORDS + "数智化\tn\t-5\tmine\n", r"^words\.tsv:2: the frequency must be a whole"),
        ("words.tsv", WORDS + "数智化\tn\t1.5\tmine\n", r"^words\.tsv:2: the frequency must be a whole"),
        ("words_changning.tsv", WORDS + "一网通办\tn\t0\tmine\n", r"^words_changning\.tsv:2: .*frequency"),
    ],
)
def test_a_broken_table_is_refused_with_file_and_line(tables: Path, name: str, text: str, match: str):
    (tables / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputProblem, match=match) as problem:
        load_lexicon(local=["changning"])
    assert "\n" not in str(problem.value)


def test_a_table_in_another_encoding_is_refused_by_name(tables: Path):
    (tables / "terms.tsv").write_bytes((TERMS + "數位經濟與臺灣海峽\tconcept\tmine\n").encode("big5"))
    with pytest.raises(
        InputProblem, match=r"^terms\.tsv:2: not UTF-8, GBK or UTF-16\. Save it as text in UTF-8"
    ):
        load_lexicon()
    (tables / "terms.tsv").write_bytes(
        (TERMS + "数字经济\tconcept\tmine\n").encode().replace(b"\xe7", b"\xe8\xe7")
    )
    with pytest.raises(InputProblem, match=r"^terms\.tsv:2: not UTF-8"):
        load_lexicon()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_tables_of_a_spreadsheet_are_read(tmp_path: Path, encoding: str):
    text = "term\ttype\r\n数字经济\tconcept\r\n张江科学城核心区\tplace\r\n"
    (tmp_path / "mine.txt").write_bytes(text.encode(encoding))
    assert load_lexicon(tmp_path / "mine.txt").terms["张江科学城核心区"] == "place"


def test_what_is_no_plain_file_is_no_table(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.tsv")
    for path, match in (
        (tmp_path, "this is a folder. Name a file"),
        (tmp_path / "pipe.tsv", "no plain file"),
        (tmp_path / ("长" * 300), "cannot be read"),
    ):
        with pytest.raises(InputProblem, match=match) as problem:
            load_lexicon(path)
        assert "\n" not in str(problem.value)


@pytest.mark.parametrize("entry", ["民生。推进", "改善！”推进", "发展?改革"])
def test_an_entry_in_which_a_sentence_ends_is_told(tmp_path: Path, entry: str):
    (tmp_path / "own.tsv").write_text(f"term\ttype\n{entry}\tconcept\n", encoding="utf-8")
    with pytest.raises(InputProblem, match=r"own\.tsv:2: .*a sentence ends inside it"):
        load_lexicon(tmp_path / "own.tsv")
    assert unmatchable("加油！") == "" == unmatchable("“加油！”")


def test_quotes_are_part_of_a_term_not_of_the_format(tables: Path):
    (tables / "terms.tsv").write_text(TERMS + '"甲\tx\tmine\n', encoding="utf-8", newline="")
    assert '"甲' in load_lexicon().terms
    assert next(csv.reader(['"甲"'])) == ["甲"]  # what the default dialect would make of it


def test_blank_lines_are_no_rows(tables: Path):
    (tables / "terms.tsv").write_text(TERMS + "甲\tx\tmine\n\n乙\tx\tmine\n\n", encoding="utf-8")
    assert load_lexicon().terms == {"甲": "x", "乙": "x"}


# --- tables of one's own ---------------------------------------------------------------------------------


def own(tmp_path: Path, text: str, name: str = "mine.tsv", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding=encoding)
    return path


def test_one_s_own_terms_join_the_others(tmp_path: Path):
    mine = own(tmp_path, "term\ttype\n张江科学城核心区\tplace\n一网通办\tservice\n")
    merged = load_lexicon(mine)
    assert merged.terms["张江科学城核心区"] == "place"
    assert merged.terms["一网通办"] == "service"  # one's own outranks
    assert set(merged.terms) == {*load_lexicon().terms, "张江科学城核心区"}


def test_a_table_from_a_spreadsheet_is_read(tmp_path: Path):
    text = 'term,type,source\r\n"容缺,容错",slogan,mine\r\n"“甲”计划",programme,"a ""quoted"" source"\r\n'
    merged = load_lexicon(own(tmp_path, text, "mine.csv", "utf-8-sig"))
    assert {"容缺,容错", "“甲”计划"} <= set(merged.terms)


def test_one_s_own_word_outranks_a_phrase_and_the_other_way(tmp_path: Path):
    text = "改善公共服务"
    assert Segmenter(load_lexicon()).words(text) == ["改善", "公共", "服务"]
    word = own(tmp_path, "word\ttag\tfrequency\n公共服务\tn\t3000\n")
    assert Segmenter(load_lexicon(word)).words(text) == ["改善", "公共服务"]
    phrase = own(tmp_path, "phrase\tcut\n一网通办\t一网 通办\n", "phrases.tsv")
    assert "一网通办" not in Segmenter(load_lexicon(phrase)).words("政务服务一网通办")


def test_a_stop_word_of_one_s_own_and_a_term_that_is_none(tmp_path: Path):
    stops = own(tmp_path, "stop_word\n推进\n")
    assert load_lexicon(stops).stop_words == load_lexicon().stop_words | {"推进"}
    term = own(tmp_path, "term\ttype\n其中\tconcept\n", "terms.tsv")
    assert "其中" not in load_lexicon(term).stop_words


def test_what_discover_writes_is_a_lexicon_table(tmp_path: Path):
    text = "term,type,source,n,score,cut\n三会一课,concept,quoted,1,1.0,三 | 会 | 一 | 课\n"
    assert load_lexicon(own(tmp_path, text, "found.csv")).terms["三会一课"] == "concept"


def test_the_same_entry_in_two_tables_of_one_s_own_is_refused(tmp_path: Path):
    first = own(tmp_path, "term\ttype\n三会一课\tslogan\n", "first.tsv")
    second = own(tmp_path, "term\ttype\n三会一课\tconcept\n", "second.tsv")
    with pytest.raises(InputProblem, match=r"second\.tsv:2: 三会一课 stands in first\.tsv:2 already"):
        load_lexicon(first, second)


def test_a_word_that_is_a_phrase_too_is_a_contradiction(tmp_path: Path):
    word = own(tmp_path, "word\ttag\tfrequency\n三会一课\tn\t3000\n", "first.tsv")
    phrase = own(tmp_path, "phrase\tcut\n三会一课\t三 会 一 课\n", "second.tsv")
    with pytest.raises(InputProblem, match="三会一课 is a phrase here and a word in first"):
        load_lexicon(word, phrase)


@pytest.mark.parametrize("data", [b"\0\1\2", b"PK\x03\x04\0\0", b"\x89PNG\r\n"])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes):
    (tmp_path / "mine.tsv").write_bytes(data)
    with pytest.raises(InputProblem, match=r"^mine\.tsv:?1?: not "):
        load_lexicon(tmp_path / "mine.tsv")


def test_a_table_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(InputProblem, match="no such file"):
        load_lexicon(tmp_path / "mine.tsv")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_any_file_is_a_lexicon_or_one_clear_line(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    path = tmp_path_factory.getbasetemp() / "any.tsv"
    path.write_bytes(data)
    try:
        read_table(path)
    except InputProblem as problem:
        assert "any.tsv" in str(problem)


@given(st.lists(st.text(max_size=12), max_size=4), st.sampled_from(sorted(["term", "word", "stop_word"])))
@settings(max_examples=150, deadline=None)
def test_any_row_is_an_entry_or_one_clear_line(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], kind: str
):
    columns = {"term": "term\ttype", "word": "word\ttag\tfrequency", "stop_word": "stop_word"}[kind]
    path = tmp_path_factory.getbasetemp() / "rows.tsv"
    path.write_bytes((columns + "\n" + "\t".join(cells) + "\n").encode("utf-8", "surrogatepass"))
    try:
        assert all(entry and meant(entry) == entry for entry in read_table(path).rows)
    except InputProblem as problem:
        assert "rows.tsv" in str(problem)


# --- tables as people make them --------------------------------------------------------------------------


def made(tmp_path: Path, name: str, text: str, encoding: str = "utf-8") -> Lexicon:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return load_lexicon(path)


@pytest.mark.parametrize(
    "text",
    [
        "term,type,note\n云岭科创谷,place,\n云岭老街,place,see map\n",
        "term,type,,\n云岭科创谷,place,,\n云岭老街,place,,\n",
        "term,type\n云岭科创谷,place,,\n\n云岭老街 ,place\n",
        "term , type\n 云岭科创谷,place\n云岭 老街,place\n",
        "term,type\n云岭科创谷,place\n云岭老街,place\n云岭老街,place\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_blank_cells_trailing_columns_and_repeats_do_no_harm(tmp_path: Path, text: str, encoding: str):
    terms = made(tmp_path, "mine.csv", text, encoding).terms
    assert terms["云岭科创谷"] == terms["云岭老街"] == "place"


def test_what_stands_twice_in_a_table_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    made(tmp_path, "mine.csv", "stop_word\n甚为\n颇为\n甚为\n颇为\n")
    assert caplog.messages == ["mine.csv:4: 甚为 stands twice; so do 1 more."]


def test_a_bare_list_is_read_by_its_name(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    assert {"甚为", "颇为"} <= made(tmp_path, "my_stopwords.txt", "甚为\n颇为\n颇为\n").stop_words
    assert made(tmp_path, "地名.txt", "云岭科创谷\n云岭老街\n").terms["云岭老街"] == "own"
    assert caplog.messages[0] == "my_stopwords.txt: no header; read as a list of 3 stop words."
    assert caplog.messages[-1] == "地名.txt: no header; read as a list of 2 terms."
    with pytest.raises(InputProblem, match="the first line must name the columns"):
        made(tmp_path, "mine.txt", "terms\n云岭\n")


def test_a_user_dictionary_of_jieba_is_read(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    lexicon = made(tmp_path, "userdict.txt", "云岭科创谷 5 ns\n创谷 3\n临江老街\n")
    assert lexicon.words[-3:] == (("云岭科创谷", 5, "ns"), ("创谷", 3, "n"), ("临江老街", 1, "n"))
    assert caplog.messages == ["userdict.txt: no header; read as a user dictionary of jieba, 3 words."]
    assert "云岭科创谷" in Segmenter(lexicon).words("建设云岭科创谷")


@pytest.mark.parametrize(
    "written, read", [("５Ｇ 专网", "5G专网"), ("云岭 科创", "云岭科创"), ("⼈形机", "人形机")]
)
def test_entries_match_as_people_mean_them(tmp_path: Path, written: str, read: str):
    assert read in made(tmp_path, "mine.csv", f"term,type\n{written},x\n").terms


@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_an_own_word_wins_whatever_its_frequency(tmp_path: Path, engine: Literal["rjieba", "jieba"]):
    lexicon = made(tmp_path, "mine.csv", "word,tag,frequency\n上合,n,3\n新和,ns,3\n")
    assert Segmenter(lexicon, engine=engine).words("加快上合示范区、新和县建设")[1:2] == ["上合"]
    assert "新和" in Segmenter(lexicon, engine=engine).words("支持新和发展")


def test_a_word_of_rare_characters_is_refused_with_the_reason(tmp_path: Path):
    with pytest.raises(InputProblem, match="'𡒄' is a rare character, which words cannot hold"):
        made(tmp_path, "mine.csv", "word,tag,frequency\n石𡒄镇,ns,30\n")
    assert "石𡒄镇" in made(tmp_path, "mine.csv", "term,type\n石𡒄镇,place\n").terms
