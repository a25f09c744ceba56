"""The command line: columns of the contract, one table or many, and one line for what cannot be done."""

from __future__ import annotations

import argparse
import csv
import io
import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis import arguments
from analysis.__main__ import main, registered
from analysis.columns import THEME_ID
from analysis.reading import SUFFIXES
from analysis.reference import flag, study_methods
from analysis.study import Study
from analysis.tables import TABLES, Table, table
from tests.conftest import DOCUMENTS, ROOT
from tests.test_clustering import FLIGHT, SCHOOL, paragraphs

TOY = """关于制定甲区规划的建议
这是开篇段，说明为什么要制定这个规划和它的意义。
一、总体要求
1.指导思想。
坚持数字化转型。改善民生。
2.主要目标。
到2025年，民生福祉更好！
二、保障措施
3.组织领导。
加强领导。"""

DONE, WITH_FINDINGS, NOTHING = 0, 1, 2

Ran = tuple[int, bytes, str]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], one_setup: None):
    """Run the command line in this process: exit status, standard output, standard error."""

    def run(*arguments: object) -> Ran:
        capfdbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out, err.decode()

    return run


def run_process(*arguments: object) -> Ran:
    command = [sys.executable, "-m", "analysis", *map(str, arguments)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return ran.returncode, ran.stdout, ran.stderr.decode()


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "toy.txt"
    path.write_text(TOY, encoding="utf-8")
    return path


@pytest.fixture
def plain(toy: Path) -> Path:
    """A second document beside the first, without chapters or articles."""
    path = toy.parent / "plain.md"
    path.write_text("天气很好。\n我们去公园。", encoding="utf-8")
    return path


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def header(data: bytes) -> list[str]:
    return data.decode().partition("\n")[0].split(",")


# --- tables ----------------------------------------------------------------------------------------------


def test_every_table_has_a_command_and_every_command_a_table():
    helped = arguments.parser(registered()).format_help()
    assert all(table.command in helped for table in TABLES.values())


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands whose parsers were made, in their order."""
    names: list[str] = []
    made = argparse.ArgumentParser.__init__

    def noted(parser: argparse.ArgumentParser, **given: Any) -> None:
        names.append(given["prog"].removeprefix("python -m analysis").strip())
        made(parser, **given)

    monkeypatch.setattr(argparse.ArgumentParser, "__init__", noted)
    return names


def test_a_command_s_parser_is_made_when_the_command_is_named(filled: list[str]):
    given = arguments.parser(registered()).parse_args(["terms", "a.txt", "--by", "chapter", "--debug"])
    assert (given.command, given.files, given.by, given.debug) == ("terms", ["a.txt"], "chapter", True)
    assert filled == ["", "terms"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["term"], "argument COMMAND: invalid choice: 'term' (choose from "),
        (["terms", "--by", "x"], "argument --by: invalid choice: 'x' (choose from "),
        (["concordance"], "the following arguments are required: --pattern"),
        (["terms", "--bogus"], "unrecognized arguments: --bogus"),
    ],
)
def test_what_is_wrong_is_told_though_parsers_are_made_late(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        arguments.parser(registered()).parse_args(words)
    told = capsys.readouterr().err
    assert ended.value.code == NOTHING and told.startswith(f"error: {said}") and told.count("\n") == 1
    if words == ["term"]:
        assert all(table.command in told for table in registered()[:9])


@pytest.mark.parametrize("command", sorted(table.command for table in TABLES.values()))
def test_every_command_tells_its_options(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        arguments.parser(registered()).parse_args([command, "--help"])
    told = capsys.readouterr().out
    options = TABLES[command.replace("-", "_")].options
    assert all(f"--{flag(option)}" in told for option in options) and "--debug" in told


def test_help_is_the_whole_summary_though_it_takes_two_lines(monkeypatch: pytest.MonkeyPatch):
    def make() -> None:
        """
        What one row of it is,
        in two lines.

        More.
        """

    tables: dict[str, Table] = {}
    monkeypatch.setattr("analysis.tables.TABLES", tables)
    table("toy", row="a toy", key=(), columns=())(make)
    assert tables["toy"].help == "What one row of it is, in two lines"


@pytest.mark.parametrize("said", ["word " * 19 + "end.", "word " * 20 + "end.", "Short.\n\n" + "word " * 21])
def test_the_methods_of_a_study_keep_to_the_width_of_the_source(said: str):
    def make(study: object) -> None: ...

    make.__doc__ = said
    make.__module__ = "analysis.toys"
    source = study_methods([Table("toy", row="a toy", key=(), columns=(), make=make)])["toys"]
    methods = source.partition("def toy(")[2]
    assert max(map(len, methods.splitlines())) <= 110 and " ".join(said.split()) in " ".join(methods.split())


CONTRACT = {
    "sentences": "sentence_id, kind, chapter, article, paragraph, start, end, text",
    "tokens": "sentence_id, position, start, end, token, tag, term_start, term_end",
    "terms": "group, term, n, rate",
    "themes": "sentence_id, theme, evidence, subtheme, confidence, source",
    "clusters": "unit_id, cluster, label, strength",
}


@pytest.mark.parametrize("command", CONTRACT)
def test_columns_begin_as_the_contract_says(command: str):
    names = CONTRACT[command].split(", ")
    assert TABLES[command].names[: len(names)] == names


THEME = ["--theme", "livelihood"]
MORE = {
    **{name: THEME for name, table in TABLES.items() if THEME_ID in table.options},
    "positions": ["--words", "民生"],
    "senses": ["--of", "民生"],
    "terms_containing": ["--text", "民生"],
    "tf_idf": ["--by", "chapter"],
    "ngrams": ["--minimum", "1"],
    "correspondence": ["--top", "5"],
    "concordance": ["--pattern", "民生"],
    "collocations": ["--minimum", "1"],
    "network": ["--minimum", "1"],
    "keyness": ["--minimum", "1", "--by", "article"],
    "dispersion": ["--by", "article"],
}


@pytest.mark.parametrize(
    "command",
    [
        name
        for name in TABLES
        if name not in ("evaluate", "segmentation_quality") and not name.startswith("cluster")
    ],
)
def test_columns_are_those_of_the_table(run, toy: Path, command: str):
    status, out, err = run(TABLES[command].command, toy, *MORE.get(command, []))
    assert status == DONE and (not err or (TABLES[command].when_empty and err.startswith("note: toy: ")))
    assert header(out) == TABLES[command].names


@pytest.mark.slow
def test_clusters_of_the_proposal(run, study: Study):
    status, out, err = run("clusters", "--k", "6")
    assert (status, err) == (DONE, "")
    assert header(out) == TABLES["clusters"].names
    assert [row["unit_id"] for row in rows(out)] == study.clusters(6)["unit_id"].tolist()
    assert [int(row["cluster"]) for row in rows(out)] == study.clusters(6)["cluster"].tolist()


@pytest.mark.parametrize("command", ["sentences", "tokens", "terms", "themes"])
def test_without_a_file_the_proposal_is_read(run, study: Study, command: str):
    status, out, err = run(command)
    table = study.terms() if command == "terms" else getattr(study, command)
    assert (status, err) == (DONE, "")
    assert len(rows(out)) == len(table)
    key = TABLES[command].key[-1]
    assert [row[key] for row in rows(out)] == table[key].astype(str).tolist()


def test_headings_come_on_request(run, toy: Path):
    without, headed = rows(run("sentences", toy)[1]), rows(run("sentences", "--headings", toy)[1])
    assert [row for row in headed if row["kind"] != "heading"] == without
    assert [row["sentence_id"] for row in headed if row["kind"] == "heading"] == ["c1", "1", "2", "c2", "3"]


@pytest.mark.parametrize(
    ("by", "groups"), [("document", ["toy"]), ("chapter", ["0", "1", "2"]), ("article", ["0", "1", "2", "3"])]
)
def test_terms_are_grouped_as_asked(run, toy: Path, by: str, groups: list[str]):
    assert list(dict.fromkeys(row["group"] for row in rows(run("terms", "--by", by, toy)[1]))) == groups


def test_stop_words_are_listed_on_request(run, toy: Path):
    assert "这" not in {row["term"] for row in rows(run("terms", toy)[1])}
    assert "这" in {row["term"] for row in rows(run("terms", "--stop-words", toy)[1])}


def test_granularity_term_puts_terms_together(run, study: Study):
    words = json.loads(run("tokens", "--format", "json")[1])
    whole = json.loads(run("tokens", "--format", "json", "--granularity", "term")[1])
    assert "".join(row["token"] for row in whole) == "".join(row["token"] for row in words)
    assert len(whole) == len(study.whole_terms) < len(words)
    assert "虹桥国际开放枢纽" in {row["token"] for row in whole}
    assert "虹桥国际开放枢纽" in {row["term"] for row in rows(run("terms", "--granularity", "term")[1])}
    assert "虹桥国际开放枢纽" not in {row["term"] for row in rows(run("terms")[1])}


def test_one_theme_on_request(run, study: Study):
    found = rows(run("themes", "--theme", "livelihood")[1])
    expected = study.themes.query("theme == 'livelihood'")
    assert [row["sentence_id"] for row in found] == expected["sentence_id"].tolist()
    assert {row["theme"] for row in found} == {"livelihood"}


def test_a_theme_file_of_one_s_own(run, toy: Path, tmp_path: Path):
    mine = tmp_path / "mine.toml"
    mine.write_text(
        '[aims]\nname = "目标"\nname_en = "Aims"\ndefinition = "x"\n'
        '[aims.groups.all]\nname = "全"\nname_en = "all"\nexpressions = ["领导"]\n',
        encoding="utf-8",
    )
    found = rows(run("themes", "--themes", mine, toy)[1])
    cells = [(row["sentence_id"], row["theme"], row["evidence"]) for row in found]
    assert cells == [("3.1.1", "aims", "领导")]


def test_json_and_parquet_hold_the_same_table(run, toy: Path, tmp_path: Path):
    table = pd.read_csv(io.BytesIO(run("terms", toy)[1]), dtype={"group": str, "term": str})
    from_json = pd.DataFrame(json.loads(run("terms", "--format", "json", toy)[1]))
    status, out, _ = run("terms", "--format", "parquet", "-o", tmp_path / "terms.parquet", toy)
    assert (status, out) == (DONE, b"")
    for other in (from_json, pd.read_parquet(tmp_path / "terms.parquet")):
        pd.testing.assert_frame_equal(other, table, check_dtype=False)


def test_formulas_in_a_document_are_escaped_in_csv_only(run, tmp_path: Path):
    path = tmp_path / "evil.txt"
    path.write_text("一、甲\n1.子。\n=1+1。\n@x很好。", encoding="utf-8")
    assert [row["text"] for row in rows(run("sentences", path)[1])] == ["'=1+1。", "'@x很好。"]
    lossless = json.loads(run("sentences", "--format", "json", path)[1])
    assert [row["text"] for row in lossless] == ["=1+1。", "@x很好。"]


# --- several inputs --------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["sentences", "tokens", "terms", "themes", "check"])
def test_several_files_put_the_document_first(run, toy: Path, plain: Path, command: str):
    status, out, err = run(command, toy, plain)
    assert (status, err) == (DONE, "")
    assert header(out) == ["document_id", *TABLES[command].names]
    single = rows(run(command, toy)[1])
    assert [
        {name: value for name, value in row.items() if name != "document_id"}
        for row in rows(out)
        if row["document_id"] == "toy"
    ] == single


def test_a_folder_stands_for_its_documents(run, toy: Path, plain: Path):
    (toy.parent / "notes.xyz").write_bytes(b"PK\x03\x04")
    status, out, err = run("sentences", toy.parent)
    assert (status, err.count("\n")) == (DONE, 1) and err.startswith("note: ") and "notes.xyz" in err
    assert list(dict.fromkeys(row["document_id"] for row in rows(out))) == ["plain", "toy"]


def test_one_bad_file_among_several_is_told_and_the_rest_is_done(run, toy: Path, plain: Path):
    bad = toy.parent / "bad.txt"
    bad.write_bytes(b"")
    status, out, err = run("sentences", bad, toy, plain)
    assert status == WITH_FINDINGS
    assert err.startswith(f"error: {bad}: the file is empty") and err.count("\n") == 1
    assert {row["document_id"] for row in rows(out)} == {"toy", "plain"}
    status, out, err = run("sentences", toy, bad)
    assert status == WITH_FINDINGS
    assert header(out)[0] == "document_id"


def test_clusters_of_a_short_document_among_several_fails_alone(run, toy: Path, altered_file: Path):
    status, out, err = run("clusters", "--k", "6", toy, altered_file)
    assert status == WITH_FINDINGS
    assert err.startswith("error: ") and err.count("\n") == 1
    assert {row["document_id"] for row in rows(out)} == {"jingan-proposal"}


def test_a_failure_says_which_document_it_is_about(run, toy: Path, altered_file: Path):
    _, _, err = run("clusters", "--k", "6", toy, altered_file)
    assert "toy" in err


# --- where it goes ---------------------------------------------------------------------------------------


def test_output_to_a_file_is_what_standard_output_would_be(run, toy: Path, tmp_path: Path):
    _, out, _ = run("terms", toy)
    status, nothing, err = run("terms", toy, "-o", tmp_path / "terms.csv")
    assert (status, nothing, err) == (DONE, b"", "")
    assert (tmp_path / "terms.csv").read_bytes() == b"\xef\xbb\xbf" + out  # for spreadsheets


def test_output_to_a_folder_is_a_table_for_each_document(run, toy: Path, plain: Path, tmp_path: Path):
    tables = tmp_path / "tables"
    tables.mkdir()
    status, out, err = run("terms", "--format", "json", toy, plain, "-o", tables)
    assert (status, out, err) == (DONE, b"", "")
    assert sorted(path.name for path in tables.iterdir()) == [
        ".policy-text.json",
        "documents.json",
        "plain.terms.json",
        "toy.terms.json",
    ]
    assert json.loads((tables / "toy.terms.json").read_bytes()) == json.loads(
        run("terms", "--format", "json", toy)[1]
    )


def test_documents_of_the_same_name_do_not_overwrite_each_other(run, toy: Path, tmp_path: Path):
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / "toy.txt"
    twin.write_text("天气很好。", encoding="utf-8")
    tables = tmp_path / "tables"
    tables.mkdir()
    run("sentences", toy, twin, "-o", tables)
    written = [path.read_text(encoding="utf-8") for path in tables.glob("*.sentences.csv")]
    assert len(written) == 2 and any("改善民生" in text for text in written)
    ids = {row["document_id"] for row in rows(run("sentences", toy, twin)[1])}
    assert len(ids) == 2


# --- the check -------------------------------------------------------------------------------------------


def test_check_finds_what_is_wrong_with_the_proposal(run):
    status, out, err = run("check")
    assert (status, err) == (WITH_FINDINGS, "")
    assert ("empty_article", "11") in {(row["finding"], row["heading_id"]) for row in rows(out)}


@pytest.mark.parametrize(
    ("change", "status"),
    [("\n点赞", DONE), ("\n文字\u200b。", DONE), ("\n四、附则\n自发布之日起施行。\n点赞", WITH_FINDINGS)],
)
def test_a_note_is_told_and_does_not_set_the_exit_status(run, tmp_path: Path, change: str, status: int):
    file = tmp_path / "x.txt"
    file.write_text(TOY + change, encoding="utf-8")
    ended, out, _ = run("check", file)
    assert ended == status and "note" in {row["severity"] for row in rows(out)}


def test_check_of_a_clean_document_is_an_empty_table(run, toy: Path):
    assert run("check", toy) == (DONE, (",".join(TABLES["check"].names) + "\n").encode(), "")


# --- nothing could be done -------------------------------------------------------------------------------


def refused(ran: Ran, match: str) -> None:
    status, out, err = ran
    assert (status, out) == (NOTHING, b"")
    assert err.startswith("error: ") and err.count("\n") == 1
    assert match in err
    assert "Traceback" not in err


BAD = {
    "missing": (None, "no such file"),
    "empty": (b"", "the file is empty"),
    "white": (b"\xef\xbb\xbf \n", "the file is empty"),
    "pdf": (b"%PDF-1.7\n...", "seems to be a PDF"),
    "binary": (bytes(range(256)), "not text"),
    "noise": (bytes(range(128, 256)) * 3, "UTF-8"),
}


@pytest.mark.parametrize(
    "command", [name for name, table in TABLES.items() if table.make and name != "evaluate"]
)
@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_one_line_and_leaves_nothing(run, tmp_path: Path, command: str, kind: str):
    data, match = BAD[kind]
    path = tmp_path / "plan.txt"
    if data is not None:
        path.write_bytes(data)
    refused(run(TABLES[command].command, path, *MORE.get(command, []), "-o", tmp_path / "out.csv"), match)
    assert not (tmp_path / "out.csv").exists()
    assert {file.name for file in tmp_path.iterdir()} <= {"plan.txt"}


def test_old_output_survives_bad_input(run, tmp_path: Path):
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    refused(run("terms", tmp_path / "nowhere.txt", "-o", tmp_path / "out.csv"), "nowhere.txt: no such file")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        (("themes", "--theme", "sports"), "no theme 'sports'; there are: digitalization, hongqiao"),
        (("themes", "--themes", "nowhere.toml"), "nowhere.toml: cannot be read"),
        (("clusters", "--k", "1"), "k must be 2 or more; 1 came"),
        (("terms", "-o", "nowhere/terms.csv"), "the folder nowhere does not exist"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, arguments: tuple[str, ...], match: str):
    refused(run(*arguments), match)


def test_an_unknown_theme_is_one_line_however_many_files(run, toy: Path, plain: Path):
    refused(run("themes", "--theme", "sports", toy, plain), "no theme 'sports'")


def test_a_folder_without_text_is_told(run, tmp_path: Path):
    refused(run("terms", tmp_path), f"no document ({', '.join(SUFFIXES)}) in this folder")


def test_a_document_too_short_to_cluster_is_told(run, toy: Path):
    refused(run("clusters", toy), "use the dictionary themes instead")


@pytest.mark.parametrize(
    "arguments", [[], ["dance"], ["terms", "--by", "page"], ["terms", "--format", "xlsx"]]
)
def test_wrong_usage_has_exit_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as exit:
        main(arguments)
    assert exit.value.code == NOTHING
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("error: ") and err.count("\n") == 1


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as exit:
        main(["--help"])
    assert exit.value.code == DONE
    text = capsys.readouterr().out
    assert all(command in text for command in ("cluster-terms", "keyness", "documents", "report", "tables"))


# --- as a process ----------------------------------------------------------------------------------------


def test_the_process_writes_the_table_and_nothing_else(run, toy: Path):
    status, out, err = run_process("terms", "--by", "chapter", toy)
    assert (status, err) == (DONE, "")
    assert out == run("terms", "--by", "chapter", toy)[1]


def test_the_process_refuses_in_one_line(tmp_path: Path):
    refused(run_process("sentences", tmp_path / "nowhere.txt"), "nowhere.txt: no such file")


def test_warnings_go_to_standard_error(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # pytest's own
    path = tmp_path / "many.txt"
    path.write_text(paragraphs(SCHOOL, FLIGHT), encoding="utf-8")
    status, out, err = run("clusters", "--k", "19", path)
    assert status == DONE
    assert err.startswith("WARNING: 19 clusters asked of") and err.count("\n") == 1
    assert header(out) == TABLES["clusters"].names


def test_a_reader_that_has_seen_enough_ends_it_quietly():
    process = subprocess.Popen(
        [sys.executable, "-m", "analysis", "tokens"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline().startswith(b"sentence_id,")
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), err) == (DONE, b"")


# --- lexicon, discovery, evaluation, sensitivity ---------------------------------------------------------


@pytest.fixture
def own_terms(tmp_path: Path) -> Path:
    path = tmp_path / "mine.tsv"
    path.write_text("term\ttype\n每一个地方\tconcept\n", encoding="utf-8")
    return path


def test_one_s_own_lexicon_is_used(run, toy: Path, tmp_path: Path):
    word = next(row["token"] for row in rows(run("tokens", toy)[1]) if len(row["token"]) > 1)
    mine = tmp_path / "mine.csv"
    mine.write_text(f"phrase,cut\n{word},{' '.join(word)}\n", encoding="utf-8")
    cut = [row["token"] for row in rows(run("tokens", toy, "--lexicon", mine)[1])]
    assert word not in cut and word[0] in cut


def test_a_broken_lexicon_is_told_once_and_nothing_is_written(run, toy: Path, plain: Path, tmp_path: Path):
    mine = tmp_path / "mine.tsv"
    mine.write_text("term\ttype\n民生\n", encoding="utf-8")
    refused(
        run("terms", toy, plain, "--lexicon", mine, "-o", tmp_path / "out.csv"), "mine.tsv:2: needs filled"
    )
    refused(run("evaluate", "--lexicon", mine), "mine.tsv:2")
    assert not (tmp_path / "out.csv").exists()


def test_discover_writes_a_table_that_is_a_lexicon(run, tmp_path: Path):
    document = DOCUMENTS / "government-work-report-2018.txt"
    out = tmp_path / "found.csv"
    assert run("discover", document, "-o", out) == (DONE, b"", "")
    found = rows(out.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    assert list(found[0]) == TABLES["discover"].names
    kept = rows(run("terms", document, "--granularity", "term", "--lexicon", out)[1])
    before = rows(run("terms", document, "--granularity", "term")[1])
    term = found[0]["term"]
    assert term in {row["term"] for row in kept} - {row["term"] for row in before}


def test_discover_with_a_minimum(run, toy: Path):
    assert run("discover", toy, "--minimum", "2")[0] == DONE
    refused(run("discover", toy, "--minimum", "0"), "minimum must be 1 or more; 0 came")


def test_evaluate_prints_the_measures(run, own_terms: Path):
    status, out, err = run("evaluate", "--lexicon", own_terms)
    assert (status, err) == (DONE, "")
    assert header(out) == TABLES["evaluate"].names
    assert {"plain jieba", "general lexicon", "with your lexicon"} <= {row["segmenter"] for row in rows(out)}


def test_evaluate_on_one_s_own_gold(run, tmp_path: Path):
    gold = tmp_path / "gold.tsv"
    gold.write_text("gold\tid\ttext\twords\tterms\nmine\t1\t改善民生\t改善 民生\t\n", encoding="utf-8")
    assert {row["gold"] for row in rows(run("evaluate", gold)[1])} == {"mine"}
    refused(run("evaluate", tmp_path / "nowhere.tsv"), "no such file")


def test_sensitivity_stands_beside_the_counts(run, toy: Path):
    status, out, err = run("sensitivity", toy)
    assert (status, err) == (DONE, "")
    assert header(out)[:6] == ["group", "term", "n", "rate", "n_low", "n_high"]
    plain = rows(run("terms", toy)[1])
    assert [(row["term"], row["n"]) for row in rows(out)] == [(row["term"], row["n"]) for row in plain]
    for row in rows(out):
        variants = [int(row[name]) for name in header(out)[6:] if name not in ("n_string", "sentence_ids")]
        assert int(row["n_low"]) == min(int(row["n"]), *variants)
        assert int(row["n_high"]) == max(int(row["n"]), *variants)
        assert int(row["n_string"]) >= int(row["n"])


def test_a_report_that_was_kept_needs_no_table():
    script = (
        "import sys\n"
        "from analysis.__main__ import main\n"
        "try:\n    main(['report', '--lang', 'xx'])\n"
        "except SystemExit as end:\n    assert end.code == 2\n"
        "from analysis.report import kept, origins, output, pool, selection, snapshot, unfinished\n"
        "assert not {'analysis.study', 'analysis.judgements', 'numpy'} & set(sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0 and "invalid choice: 'xx'" in ran.stderr
