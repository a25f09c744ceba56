"""What many tests share: the proposal as read and studied, its altered twin, and tables of small texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import settings

from analysis.reading import Document, read, read_text, sentences
from analysis.reading.lines import display_width
from analysis.resources import PROPOSAL, corpus_file
from analysis.setup import Setup
from analysis.study import Study
from analysis.words.lexicon import Lexicon
from analysis.words.segmentation import Segmenter, tokens

settings.register_profile("suite", deadline=None)  # a loaded machine is no fault
settings.load_profile("suite")

GOLD = Path(__file__).parent / "gold"
ROOT = Path(__file__).parents[1]
DOCUMENTS = Path(__file__).parent / "documents"  # real texts to try the reader on
WRITTEN = DOCUMENTS / "written"  # and some that were written for it

_HEADING = re.compile(r"^(?=(?:[一二三四五六七八九十]+、|\d{1,2}\.)\D)", re.MULTILINE)
_CUT = ("13.", "24.", "25.", "26.")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What reports keep goes where no other run finds it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def proposal() -> Document:
    return read(corpus_file(PROPOSAL))


@pytest.fixture(scope="session")
def study(proposal: Document) -> Study:
    """The study of the proposal; its tables are kept, so tests must not change them in place."""
    return Study(proposal, shared_setup())


def altered(text: str) -> str:
    """
    Another district's proposal, made from the text of ours.

    长宁 becomes 静安 and 虹桥 becomes 张江; articles 13 and 24–26 are cut; chapters 六 and 七 change places.
    The printed numbers stay as they were.
    """
    front, *blocks = _HEADING.split(text.replace("长宁", "静安").replace("虹桥", "张江"))
    kept = [block for block in blocks if not block.startswith(_CUT)]
    labels = [block[:2] for block in kept]
    six, seven, eight = map(labels.index, ("六、", "七、", "八、"))
    return front + "".join(kept[:six] + kept[seven:eight] + kept[six:seven] + kept[eight:])


@pytest.fixture(scope="session")
def altered_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("altered") / "jingan-proposal.txt"
    path.write_text(altered(corpus_file(PROPOSAL).read_text(encoding="utf-8")), encoding="utf-8")
    return path


@cache
def shared_setup() -> Setup:
    """What documents are read with by default, made once: studies of many texts share lexicon and weights."""
    return Setup()


@pytest.fixture
def one_setup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that name no list of their own share one setup, as one command does for many documents."""
    opened = Setup.open

    def open_(**given: Any) -> Setup:
        own = {name: value for name, value in given.items() if value not in (None, [], "kept", "rjieba")}
        return opened(**given) if own else shared_setup()

    monkeypatch.setattr(Setup, "open", open_)


def study_of(text: str, *, id: str = "toy") -> Study:
    """A study of a small text."""
    return Study(read_text(text, id=id), shared_setup())


@cache
def study_of_document(name: str) -> Study:
    """The study of a real document, made once."""
    return Study.open(DOCUMENTS / name, setup=shared_setup())


_PLAIN: list[Segmenter] = []  # the dictionary alone, made once


def plain_segmenter() -> Segmenter:
    if not _PLAIN:
        _PLAIN.append(Segmenter(Lexicon()))
    return _PLAIN[0]


def tables_of(text: str, segmenter: Segmenter | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Sentences and tokens of a small text."""
    table = sentences(read_text(text, id="toy"))
    return table, tokens(table, segmenter or plain_segmenter())


def wrapped(line: str, width: int = 56) -> list[str]:
    """Pieces of one width (the first two characters less, for its indent); no line begins with a stop."""
    pieces, room = [""], width - 4
    for character in line:
        if display_width(pieces[-1] + character) > room and character not in "，。、；：？！”’》）":
            pieces.append("")
            room = width
        pieces[-1] += character
    return pieces
