"""The lexicon's tables: what is in them, and what is refused with file and line."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from analysis import lexicon, resources
from analysis.lexicon import load_lexicon
from analysis.segmentation import Segmenter
from analysis.tables import InputProblem

FILES = {
    "words.tsv": ["word", "tag", "frequency", "source"],
    "words_changning.tsv": ["word", "tag", "frequency", "source"],
    "terms.tsv": ["term", "type", "source"],
    "terms_changning.tsv": ["term", "type", "source"],
    "stopwords.tsv": ["word", "source"],
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
    assert {path.name for path in (resources.folder("corpus") / "lexicon").iterdir()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_a_source(name: str):
    header, *entries = rows(name)
    assert header == FILES[name]
    assert entries
    assert all(len(entry) == len(header) and entry[-1].strip() for entry in entries)


def test_every_row_is_loaded():
    loaded = load_lexicon()
    assert [word for word, _, _ in loaded.words] == [
        row[0] for name in ("words.tsv", "words_changning.tsv") for row in rows(name)[1:]
    ]
    assert loaded.terms == {
        row[0]: row[1] for name in ("terms.tsv", "terms_changning.tsv") for row in rows(name)[1:]
    }
    assert loaded.stop_words == {row[0] for row in rows("stopwords.tsv")[1:]}


@pytest.mark.parametrize("kind", ["words", "terms"])
def test_no_entry_stands_in_the_general_and_the_local_table(kind: str):
    counts = Counter(row[0] for name in (f"{kind}.tsv", f"{kind}_changning.tsv") for row in rows(name)[1:])
    assert [entry for entry, n in counts.items() if n > 1] == []


def test_without_local_names_the_general_table_is_left():
    everything, general = load_lexicon(), load_lexicon(local=False)
    assert set(general.terms) == {row[0] for row in rows("terms.tsv")[1:]}
    assert set(everything.terms) - set(general.terms) == {row[0] for row in rows("terms_changning.tsv")[1:]}
    assert "愚园路" in {word for word, _, _ in everything.words}
    assert "愚园路" not in {word for word, _, _ in general.words}
    assert general.stop_words == everything.stop_words
    assert not [term for term in general.terms if "长宁" in term or "虹桥" in term]


def test_what_carries_the_commitments_is_no_stop_word():
    assert not load_lexicon().stop_words & {"推进", "加强", "建设", "发展", "提升"}


def test_every_word_and_term_can_be_found():
    known = load_lexicon()
    segmenter = Segmenter(known)
    assert [word for word, _, _ in known.words if len(segmenter.cut(word)) != 1] == []
    assert [
        term for term in known.terms if segmenter.terms(term, segmenter.cut(term)) != [(0, len(term))]
    ] == []


def test_sound_copies_load(tables: Path):
    assert load_lexicon() == load_lexicon(local=True)
    (tables / "words.tsv").write_text(WORDS + "新词语\tn\t2000\tmine\n", encoding="utf-8")
    assert load_lexicon(local=False).words == (("新词语", 2000, "n"),)


@pytest.mark.parametrize(
    ("name", "text", "match"),
    [
        ("words.tsv", "word\tfrequency\ttag\tsource\n", r"^words\.tsv:1: the columns must be word, tag, "),
        ("terms.tsv", "", r"^terms\.tsv:1: the columns must be term, type, source; found: $"),
        ("words.tsv", WORDS + "数智化\tn\t3000\t\n", r"^words\.tsv:2: needs 4 filled cells"),
        ("words.tsv", WORDS + "数智化\tn\t3000\t \n", r"^words\.tsv:2: needs 4 filled cells"),
        ("words.tsv", WORDS + "数智化\t3000\tmine\n", r"^words\.tsv:2: needs 4 filled cells"),
        ("terms.tsv", TERMS + "甲\tx\tmine\n乙\tx\tmine\tmore\n", r"^terms\.tsv:3: needs 3 filled cells"),
        ("terms.tsv", TERMS + "甲\tx\tmine\n\n乙\tx\tmine\n", r"^terms\.tsv:3: needs 3 filled cells"),
        (
            "terms_changning.tsv",
            TERMS + "甲\tx\tmine\n乙\tx\tmine\n甲\ty\tmine\n",
            r"^terms_changning\.tsv:4: 甲 stands in line 2 already",
        ),
        ("stopwords.tsv", "word\tsource\n的\ta\n的\tb\n", r"^stopwords\.tsv:3: 的 stands in line 2 already"),
        ("words.tsv", WORDS + "老、小\tn\t3000\tmine\n", r"^words\.tsv:2: 老、小 can never match"),
        ("words.tsv", WORDS + "“十四五”\tn\t3000\tmine\n", r"^words\.tsv:2: “十四五” can never match"),
        ("words.tsv", WORDS + "数智 化\tn\t3000\tmine\n", r"^words\.tsv:2: 数智 化 can never match"),
        ("words.tsv", WORDS + "数智化\tn\tmany\tmine\n", r"^words\.tsv:2: the frequency must be a whole"),
        ("words.tsv", WORDS + "数智化\tn\t-5\tmine\n", r"^words\.tsv:2: the frequency must be a whole"),
        ("words.tsv", WORDS + "数智化\tn\t1.5\tmine\n", r"^words\.tsv:2: the frequency must be a whole"),
        ("words_changning.tsv", WORDS + "一网通办\tn\t0\tmine\n", r"^words_changning\.tsv:2: .*frequency"),
    ],
)
def test_a_broken_table_is_refused_with_file_and_line(tables: Path, name: str, text: str, match: str):
    (tables / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputProblem, match=match) as problem:
        load_lexicon()
    assert "\n" not in str(problem.value)


def test_a_table_in_another_encoding_is_refused_by_name(tables: Path):
    (tables / "terms.tsv").write_bytes((TERMS + "数字经济\tconcept\tmine\n").encode("gb18030"))
    with pytest.raises(InputProblem, match=r"^terms\.tsv.*UTF-8"):
        load_lexicon()


def test_quotes_are_part_of_a_term_not_of_the_format(tables: Path):
    (tables / "terms.tsv").write_text(TERMS + '"甲\tx\tmine\n', encoding="utf-8", newline="")
    assert '"甲' in load_lexicon(local=False).terms
    assert next(csv.reader(['"甲"'])) == ["甲"]  # what the default dialect would make of it
