"""The proposal as read equals the hand-made gold, row by row."""

from __future__ import annotations

import hashlib
import json

import pandas as pd
import pytest

from analysis import resources
from analysis.reading import Document, check, sentences
from analysis.tables import InputProblem
from tests.conftest import GOLD


@pytest.fixture(scope="module")
def structure() -> dict:
    return json.loads((GOLD / "structure.json").read_text(encoding="utf-8"))


def test_raw_file_is_the_one_that_was_found():
    raw = (resources.folder("corpus") / "changning-14fyp-proposal.raw.txt").read_bytes()
    assert (
        hashlib.sha256(raw).hexdigest() == "eabd63d99754753c9dd98e93b4c22c1a856cffe72940dac799044e35aa778e20"
    )
    entry = resources.manifest()[resources.PROPOSAL]
    assert (entry["issuer"], str(entry["adopted"]), str(entry["posted"])) == (
        "中共上海市长宁区委",
        "2020-11-30",
        "2021-01-14",
    )


def test_an_edited_corpus_file_is_refused(tmp_path, monkeypatch):
    for file in resources.folder("corpus").glob("*.t*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    raw = tmp_path / "changning-14fyp-proposal.raw.txt"
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path)
    assert resources.corpus_file(resources.PROPOSAL) == raw
    raw.write_bytes(raw.read_bytes() + b"\n")
    with pytest.raises(InputProblem, match="not the original"):
        resources.corpus_file(resources.PROPOSAL)


def test_sentences_equal_the_gold(proposal: Document):
    gold = pd.read_csv(GOLD / "sentences.tsv", sep="\t", dtype=str, quoting=3)
    table = sentences(proposal)
    assert len(table) == 244
    assert table["sentence_id"].tolist() == gold["id"].tolist()
    assert table["text"].tolist() == gold["text"].tolist()


def test_structure_equals_the_gold(proposal: Document, structure: dict):
    assert proposal.title == structure["title"]
    assert (proposal.issuer, proposal.adopted) == ("中共上海市长宁区委", "2020-11-30")
    assert [part.line for part in proposal.parts if part.kind == "title"] == structure["title_lines"]
    assert [part.line for part in proposal.parts if part.kind == "adoption"] == [
        structure["adoption_note_line"]
    ]
    assert [(c.label, c.title, c.line) for c in proposal.chapters] == [
        (c["number_raw"], c["title"], c["line"]) for c in structure["chapters"]
    ]
    assert [(a.article, a.label, a.title, a.chapter, a.line) for a in proposal.articles] == [
        (a["number"], str(a["number"]), a["title"], a["chapter"], a["line"]) for a in structure["articles"]
    ]


def test_passages_equal_the_gold(proposal: Document, structure: dict):
    kinds = pd.Series([part.kind for part in proposal.passages]).value_counts().to_dict()
    totals = structure["totals"]
    assert kinds == {kind: totals[name] for kind, name in PASSAGE_TOTALS.items()}
    bullets = [part.id for part in proposal.passages if part.kind == "bullet"]
    assert bullets == [bullet for article in structure["articles"] for bullet in article["bullet_ids"]]
    lines = {a["number"]: a["body_lines"] for a in structure["articles"]}
    for number, body_lines in lines.items():
        assert [part.line for part in proposal.passages if part.article == number] == body_lines


PASSAGE_TOTALS = {"opening": "opening", "lead": "leads", "body": "body", "bullet": "bullet"}


def test_every_dropped_line_is_listed_with_its_reason(proposal: Document, structure: dict):
    assert [(drop.line, drop.text) for drop in proposal.dropped] == [
        (noise["line"], noise["text"]) for noise in structure["noise_lines"]
    ]
    assert all(drop.reason and drop.reason != "above the title" for drop in proposal.dropped)


def test_kept_and_dropped_lines_are_the_whole_file(proposal: Document):
    raw = (resources.folder("corpus") / "changning-14fyp-proposal.raw.txt").read_text(encoding="utf-8")
    kept = {part.line: proposal.text[part.start : part.end] for part in proposal.parts}
    dropped = {drop.line: drop.text for drop in proposal.dropped}
    assert not kept.keys() & dropped.keys()
    rebuilt = [(kept | dropped).get(number, "") for number in range(1, len(raw.split("\n")) + 1)]
    assert "\n".join(rebuilt) == raw


def test_what_is_wrong_with_this_copy_is_found(proposal: Document):
    found = check(proposal)
    assert (found["finding"] == "dropped_line").sum() == 15
    rest = found[found["finding"] != "dropped_line"]
    assert rest[["finding", "heading_id", "line"]].values.tolist() == [
        ["empty_article", "11", 117],
        ["heading_stop", "30", 211],
    ]
