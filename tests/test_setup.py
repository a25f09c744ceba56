"""What documents are read with is made once, and its hash tells whether two runs can be compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.judgements.theme_files import load_themes
from analysis.problems import InputProblem
from analysis.reading import read_text
from analysis.setup import Setup
from analysis.study import Study
from analysis.words.lexicon import Lexicon
from analysis.words.segmentation import Segmenter

CHANGNING = "中共上海市长宁区委关于制定规划的建议"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Lexicon]:
    """The lexicons of all segmenters that are made."""
    found: list[Lexicon] = []
    real = Segmenter.__init__

    def init(self: Segmenter, lexicon: Lexicon, **options: object) -> None:
        found.append(lexicon)
        real(self, lexicon, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Segmenter, "__init__", init)
    return found


def test_documents_that_use_the_same_lists_share_a_segmenter(made: list[Lexicon]):
    setup = Setup()
    titles = ("甲区规划", CHANGNING, "乙区规划")
    studies = [Study(read_text(f"{title}\n改善民生。", id="x"), setup) for title in titles]
    assert all(len(study.tokens) for study in studies)
    assert studies[0].segmenter is studies[2].segmenter is not studies[1].segmenter
    assert len(made) == 2
    assert "虹桥机场" in studies[1].lexicon.terms and "虹桥机场" not in studies[0].lexicon.terms


def test_a_batch_makes_one_segmenter(made: list[Lexicon], tmp_path: Path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("改善民生。", encoding="utf-8")
    assert main(["terms", str(tmp_path), "-o", str(tmp_path / "terms.csv")]) == 0
    assert len(made) == 1


def test_one_lexicon_for_every_document():
    setup = Setup(lexicon=Lexicon())
    assert setup.lexicon(("changning",)) == Lexicon() == setup.lexicon()


def test_the_hash_changes_with_all_that_bears_on_the_tables(tmp_path: Path):
    own = tmp_path / "own.tsv"
    own.write_text("term\ttype\n改善民生\tconcept\n", encoding="utf-8")
    hashes = {
        "plain": Setup().hash(),
        "of a place": Setup().hash(("changning",)),
        "engine": Setup(engine="jieba").hash(),
        "themes": Setup(themes=load_themes()[:2]).hash(),
        "own table": Setup(tables=[own]).hash(),
        "empty": Setup(lexicon=Lexicon()).hash(),
    }
    assert len(set(hashes.values())) == len(hashes)
    assert Setup(themes=load_themes()).hash() == hashes["plain"] == Setup.open().hash()


def test_a_table_that_cannot_be_used_is_told_when_the_setup_is_made(tmp_path: Path):
    own = tmp_path / "own.tsv"
    own.write_text("term\ttype\n民生\n", encoding="utf-8")
    with pytest.raises(InputProblem, match=r"own\.tsv:2"):
        Setup.open(lexicon=own)
    with pytest.raises(InputProblem, match="no such file"):
        Setup.open(themes=tmp_path / "nowhere.toml")
