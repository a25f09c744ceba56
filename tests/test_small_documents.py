"""
Documents of which hardly anything is left: every command and every notebook ends in a table or a clear word.
"""

from __future__ import annotations

import ast
import itertools
import json
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.columns import THEME_ID
from analysis.judgements.theme_files import load_themes
from analysis.measures.network import layout
from analysis.notebook import NotebookStudy
from analysis.resources import folder
from analysis.setup import Setup
from analysis.showing import figures, findings
from analysis.showing.figures import Chart
from analysis.showing.strip import document_strip
from analysis.study import Study
from analysis.tables import TABLES, build

DOCUMENTS = {
    "headings": "关于发展的意见\n\n一、总体要求\n二、重点任务\n",
    "heading": "一、总体要求\n",
    "dots": "。。。\n",
    "sentence": "我们改善民生。\n",
    "sentences": "改善民生。数字化转型。推进改革。\n",
    "alike": "关于发展的意见\n\n" + "".join(f"{n}、发展经济\n推动经济发展，改善民生。\n" for n in "一二三四"),
    "stop words": "一、的\n的了和是。\n二、了\n的了和是。\n",
    "one chapter": "一、目标\n改善民生，数字化转型。\n",
    "one chapter with words": "一、目标\n改善民生，数字化转型。\n二、任务\n。。。\n",
    "opening and chapter": "关于发展的意见\n\n各区人民政府：\n现提出以下意见。\n一、目标\n改善民生。\n",
    "chapters": "关于发展的意见\n\n"
    + "".join(f"{n}、发展经济\n{at}.做大\n推动经济。\n" for at, n in enumerate("一二三四", start=1)),
    "chapter headings": "一、目标\n1.总体\n2.具体\n二、任务\n3.数字化\n",
    "a table": "一、目标\n民生改善，经济发展。\n序号\n项目\n1\n民生\n2\n发展\n二、任务\n数字化转型。\n",
    "articles": "1.目标\n改善民生。\n2.任务\n数字化转型。\n",
}
THEME = ["--theme", "livelihood"]
MORE = {
    "concordance": ["--pattern", "民生"],
    "positions": ["--words", "民生，发展"],
    "senses": ["--of", "发展"],
    "terms_containing": ["--text", "民生"],
    **{name: THEME for name, table in TABLES.items() if THEME_ID in table.options},
}
SLOW = {"sensitivity", "most_sensitive", "evaluate", "segmentation_quality"}  # they have tests of their own
COMMANDS = {name for name, table in TABLES.items() if table.make is not None} - SLOW
BY = ("document", "chapter", "article", "kind")
CUT = ("word", "term")


def _variants() -> list[list[str]]:
    one = ["--minimum", "1"]
    made = [[table.command, *MORE.get(table.name, [])] for table in TABLES.values() if table.name in COMMANDS]
    made += [["terms", "--by", by, "--granularity", cut] for by, cut in itertools.product(BY, CUT)]
    for name, by, cut in itertools.product(("keyness", "dispersion"), BY[1:3], CUT):
        made.append([name, "--by", by, "--granularity", cut])
    for cut in CUT:
        made += [[name, "--granularity", cut] for name in ("spread", "tokens")]
        made += [["collocations", "--granularity", cut, *one, *more] for more in ([], ["--window", "3"])]
        made.append(["keyness", "--against", "OTHER", "--granularity", cut, *one])
    made += [["richness", "--by", by, "--window", "1"] for by in BY[:3]]
    made += [["network", *one], ["network", *one, "--window", "2"], ["ngrams", *one, "--size", "1"]]
    made += [["ngrams", "--size", "99"], ["clusters", "--k", "2"], ["discover", *one]]
    made += [["concordance", "--pattern", ".*", "--regular"], ["sentences", "--headings"]]
    made += [["terms", "--stop-words"], ["dispersion", "--stop-words"], ["keyness", "--group", "1"]]
    made += [
        ["keyness", "--minimum", "1", "--absent", "--numerals", "--all-measures", "--by", by]
        for by in BY[1:3]
    ]
    return made


VARIANTS = _variants()


@pytest.fixture(scope="module")
def folder_of_documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("small")
    for name, text in {**DOCUMENTS, "OTHER": "一、目标\n改善民生。推进改革。\n"}.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def studies(folder_of_documents: Path) -> dict[str, Study]:
    """All of them with one setup, whose segmenter takes longer to make than to use."""
    setup = Setup()
    return {str(path): Study.open(path, setup=setup) for path in folder_of_documents.glob("*.txt")}


@pytest.fixture
def opened(studies: dict[str, Study], monkeypatch: pytest.MonkeyPatch) -> dict[str, Study]:
    monkeypatch.setattr(Study, "open", lambda source, **_: studies[str(source)])
    return studies


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_ends_in_a_table_or_a_clear_line(
    name: str, folder_of_documents: Path, opened: dict[str, Study], capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder_of_documents / "out.csv"
    for command, *options in VARIANTS:
        options = [str(folder_of_documents / f"{o}.txt") if o == "OTHER" else o for o in options]
        out.unlink(missing_ok=True)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            status = main([command, str(folder_of_documents / f"{name}.txt"), *options, "-o", str(out)])
        said = capsys.readouterr().err.splitlines()
        if status == 2:
            assert len(said) == 1 and said[0].startswith("error: "), (command, options)
        else:
            header = out.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
            table = TABLES[command.replace("-", "_")]
            told = [line for line in said if not (table.when_empty and line.startswith("note: "))]
            names = table.names + ("--all-measures" in options) * table.extra_names
            assert header == names and not told and len(said) <= 1, (command, options)


NUMBERS = [
    ("keyness", "--minimum", 1),
    ("ngrams", "--minimum", 1),
    ("ngrams", "--size", 1),
    ("collocations", "--minimum", 1),
    ("collocations", "--window", 1),
    ("network", "--minimum", 1),
    ("network", "--window", 1),
    ("network", "--nodes", 2),
    ("richness", "--window", 1),
    ("correspondence", "--top", 2),
    ("clusters", "--k", 2),
    ("discover", "--minimum", 1),
    ("concordance", "--context", 0),
]


@pytest.mark.parametrize(
    "name", ["chapters", *(pytest.param(name, marks=pytest.mark.slow) for name in ("headings", "sentences"))]
)
@pytest.mark.parametrize(("command", "option", "least"), NUMBERS)
def test_numbers_out_of_range(
    command: str,
    option: str,
    least: int,
    name: str,
    folder_of_documents: Path,
    opened: dict[str, Study],
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = folder_of_documents / "out.csv"
    asked = [command, str(folder_of_documents / f"{name}.txt"), *MORE.get(command, []), "-o", str(out)]
    for number in (least - 1, -1, -(10**30)):
        assert main([*asked, option, str(number)]) == 2
        (said,) = capsys.readouterr().err.splitlines()
        assert said.startswith("error: ") and (str(number) in said or command == "clusters")
    for number in (10**6, 10**30):
        status = main([*asked, option, str(number)])
        assert status == 0 or len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("name", ["headings", "dots", "sentence"])
@pytest.mark.parametrize("by", BY)
def test_sensitivity(
    name: str, by: Any, folder_of_documents: Path, opened: dict[str, Study], plain_variants: None
) -> None:
    study = opened[str(folder_of_documents / f"{name}.txt")]
    for cut in ("word", "term"):
        table = study.sensitivity(by, granularity=cut)
        assert table.columns[:6].tolist() == [*TABLES["terms"].names[:-1], "n_low", "n_high"]
        assert len(table) == len(study.terms(by, granularity=cut))


@pytest.fixture
def plain_variants(monkeypatch: pytest.MonkeyPatch, studies: dict[str, Study]) -> None:
    """Other segmenters cost seconds each; here the words may be cut alike."""
    monkeypatch.setattr(
        Study,
        "variants",
        property(lambda study: dict.fromkeys(("jieba", "general", "dictionary", "plain"), study.tokens)),
    )


@pytest.mark.parametrize("granularity", CUT)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_tables_of_no_words_have_the_types_of_full_ones(
    name: str, granularity: Any, folder_of_documents: Path, opened: dict[str, Study]
) -> None:
    study = opened[str(folder_of_documents / f"{name}.txt")]
    made = {
        "tokens": study.whole_terms if granularity == "term" else study.tokens,
        "terms": study.terms("chapter", granularity=granularity),
        "spread": study.spread(granularity=granularity),
        "collocations": study.collocations(granularity=granularity),
        "ngrams": study.ngrams(),
        "richness": study.richness("chapter"),
        "discover": study.discover(),
        "themes": study.themes,
    }
    for table, frame in made.items():
        _texts_are_texts(frame)
        assert frame.dtypes.astype(str).to_dict() == build(table, []).dtypes.astype(str).to_dict(), table


def _texts_are_texts(frame: pd.DataFrame) -> None:
    """No column of text holds a number, not even one that is none: JSON could not write it."""
    for name in frame.select_dtypes(include=["str", "object"]).columns:
        assert all(isinstance(cell, str) for cell in frame[name]), name
        assert not set(frame[name]) & {"nan", "inf", "-inf", "None", "<NA>"}, name


def test_texts_of_statistics_are_texts(study: Study) -> None:
    for frame in (study.keyness(), study.keyness("article"), study.keyness(against=study)):
        _texts_are_texts(frame)
    for frame in (study.dispersion(), study.network(), study.richness("kind"), study.clusters(6)):
        _texts_are_texts(frame)


def _run(cell: str, names: dict[str, Any]) -> Any:
    """Run a cell and give what it would show."""
    *body, last = ast.parse(cell).body
    if not isinstance(last, ast.Expr):
        exec(cell, names)
        return None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def _cells(notebook: Path) -> list[str]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


NOTEBOOKS = sorted(folder("notebooks").glob("0*.ipynb"))


FEW = {"one chapter with words"}  # the others with the slow tests
EACH = [name if name in FEW else pytest.param(name, marks=pytest.mark.slow) for name in DOCUMENTS]


@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem[:2])
def test_every_notebook_runs_to_its_end(
    name: str,
    notebook: Path,
    folder_of_documents: Path,
    studies: dict[str, Study],
    monkeypatch: pytest.MonkeyPatch,
    plain_variants: None,
) -> None:
    read = studies[str(folder_of_documents / f"{name}.txt")]
    study = NotebookStudy(read.document, read.setup)
    monkeypatch.setattr("analysis.notebook.open_study", lambda *_, **__: study)
    monkeypatch.setattr(Study, "evaluate", lambda _: build("evaluate", []))
    monkeypatch.setattr(Study, "segmentation_quality", property(lambda _: build("segmentation_quality", [])))
    names: dict[str, Any] = {}
    shown = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for cell in _cells(notebook):
            value = _run(cell, names)
            if value is not None:
                shown.append(value._repr_html_())
    assert shown and all('lang="zh"' in html for html in shown if "finding" in html)


def test_a_figure_of_nothing_says_so_in_both_languages() -> None:
    outline = pd.DataFrame(columns=["heading_id", "label", "title", "kind", "chapter", "characters", "depth"])
    charts: list[Chart] = [
        figures.term_bars(build("terms", [])),
        figures.word_cloud(build("terms", [])),
        figures.outline_bars(outline),
        figures.coverage_bars(pd.DataFrame(columns=["chapter", "theme", "share"]), outline, {"a": "甲"}),
        figures.heat_grid(pd.DataFrame(columns=["r", "c", "n"]), rows="r", columns="c", values="n"),
        figures.stability_curve(pd.DataFrame(columns=["k", "ari", "sd", "ari_shuffled", "chosen"])),
        figures.stability_bars(pd.DataFrame(columns=["cluster", "label", "jaccard", "verdict"])),
        figures.keyness_panels(build("keyness", []), outline),
        figures.position_plot(build("positions", []), []),
        figures.network_map(build("network", []), layout(build("network", []))),
    ]
    for chart in charts:
        shown = chart._repr_html_()
        assert chart.refused and chart.svg().startswith("<svg")
        assert "Nothing to draw: " in shown and "无图可作：" in shown


def test_a_strip_of_nothing_says_so() -> None:
    outline = pd.DataFrame(columns=["kind", "chapter", "title"])
    strip = document_strip(build("sentences", []), build("themes", []), outline, load_themes())
    assert "There is no sentence" in strip.html and "没有句子，不作图" in strip.html


def test_findings_about_nothing() -> None:
    said = {
        findings.sentence_lengths(build("sentences", [])): "no sentence",
        findings.top_terms(build("terms", [])): "No term is left",
        findings.key_terms(build("keyness", [])): "No word stands often enough",
        findings.co_words(build("network", [])): "No two words stand together",
        findings.terms_kept(pd.DataFrame({"term": [], "cut": []})): "No word that the lexicon adds",
        findings.no_clusters("one paragraph."): "not grouped: one paragraph.",
    }
    for finding, part in said.items():
        assert part in finding.en and finding.zh and not finding.sentence_ids


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("headings", "document"),
        ("one chapter", "document"),
        ("one chapter with words", "document"),
        ("chapters", "chapter"),
        ("chapter headings", "document"),
        ("articles", "article"),
    ],
)
def test_parts_are_compared_where_two_of_them_hold_words(
    name: str, level: str, folder_of_documents: Path, opened: dict[str, Study]
) -> None:
    assert opened[str(folder_of_documents / f"{name}.txt")].compared_by == level
