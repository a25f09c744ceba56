"""The package as a whole: light to import, imports one way, a home for each library, examples that run."""

from __future__ import annotations

import ast
import doctest
import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import analysis
from tests.conftest import ROOT

PACKAGE = ROOT / "analysis"
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)
HEAVY = {"pandas", "numpy", "sklearn", "matplotlib", "jieba", "rjieba", "wordcloud", "IPython", "nbconvert"}

# Each heavy dependency has one adapter: the module, or the package below which it is imported.
HOMES = {
    "rjieba": "analysis.words.engines",
    "jieba": "analysis.words.engines",
    "sklearn": "analysis.judgements",
    "networkx": "analysis.measures.network",
    "regex": "analysis.measures.concordance",
    "threadpoolctl": "analysis.judgements",
    "matplotlib": "analysis.showing.figures",
    "wordcloud": "analysis.showing.figures",
    "zhplot": "analysis.showing.figures",
    "PIL": "analysis.showing.figures",
    "nbclient": "analysis.report",
    "nbconvert": "analysis.report",
    "nbformat": "analysis.report",
    "fontTools": "analysis.report",
    "jinja2": "analysis.showing",
    "opencc": "analysis.reading.script",
}

# What may import what: a module imports from floors below its own, and on the same floor from nothing but its
# own package. (frequency, themes and clustering are measures: they do not know each other.)
FLOORS = (
    ("analysis.problems", "analysis.names", "analysis.ids", "analysis.interruption"),
    ("analysis.messages", "analysis.prose"),
    ("analysis.tables",),
    (
        "analysis.columns",
        "analysis.evidence",
        "analysis.resources",
        "analysis.export",
        "analysis.study_tables",
    ),
    ("analysis.outputs", "analysis.reference", "analysis.translations"),
    ("analysis.arguments", "analysis.reading"),
    ("analysis.words", "analysis.folders"),
    ("analysis.batch",),
    ("analysis.measures",),
    ("analysis.judgements",),
    ("analysis.setup", "analysis.clustered", "analysis.searched"),
    ("analysis.study", "analysis.learning"),
    ("analysis.showing",),
    ("analysis.notebook",),
    ("analysis.report",),
    ("analysis.__main__",),
)
FLOOR = {module: floor for floor, modules in enumerate(FLOORS) for module in modules}

# What opens files that are no documents: tables, theme files, the manifest, catalogues, the report's own
# templates.
OPENERS = {
    "analysis.prose",
    "analysis.words",
    "analysis.judgements",
    "analysis.resources",
    "analysis.translations",
    "analysis.outputs",
    "analysis.showing",
}


@cache
def tree(module: str) -> ast.Module:
    path = ROOT.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))


def room(module: str) -> str:
    """The module itself, or the package of one inside ``reading`` or ``report``."""
    return ".".join(module.split(".")[:2])


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imports(node: ast.AST, *, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """Names imported below `node` at run time, and whether inside a function."""
    for child in ast.iter_child_nodes(node):
        if is_for_types(child):
            continue
        if isinstance(child, ast.Import):
            yield from ((alias.name, inside) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "relative import"
            yield from (
                (f"{child.module}.{alias.name}" if child.module == "analysis" else str(child.module), inside)
                for alias in child.names
            )
        yield from imports(
            child, inside=inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        )


def test_no_module_is_longer_than_one_reads_at_a_time():
    long = {path.name: n for path in (ROOT / "analysis").rglob("*.py") if (n := lines_of(path)) > 300}
    assert not long and lines_of(ROOT / "analysis" / "study.py") < 220


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


# --- light to import -------------------------------------------------------------------------------------


def loaded_after(statement: str) -> set[str]:
    script = f"import json, sys; {statement}; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(ran.stdout)}


def test_importing_the_package_loads_no_heavy_library():
    assert not loaded_after("import analysis; dir(analysis); analysis.__version__") & HEAVY


def test_what_is_asked_for_is_loaded_and_no_more():
    loaded = loaded_after("from analysis import Segmenter, load_lexicon; Segmenter(load_lexicon())")
    assert "rjieba" in loaded
    assert not loaded & {"jieba", "sklearn", "matplotlib", "wordcloud"}


def test_a_refusal_on_the_command_line_needs_no_plots_and_no_clusters():
    loaded = loaded_after("from analysis.__main__ import main; assert main(['terms', 'nowhere.txt']) == 2")
    assert not loaded & {"matplotlib", "wordcloud", "nbconvert", "jieba"}


def test_a_report_is_rendered_without_matplotlib_in_this_process():
    loaded = loaded_after("from analysis.report.fonts import PageFont; PageFont({'民'}).face({'民'})")
    assert "matplotlib" not in loaded  # whose settings are the user's


def test_public_names_are_the_lazy_table_s():
    assert set(analysis.__all__) == set(analysis._HOME)
    assert len(analysis.__all__) == len(set(analysis.__all__))
    assert set(dir(analysis)) == set(analysis.__all__)


@pytest.mark.parametrize("name", analysis.__all__)
def test_every_public_name_resolves_to_its_home_and_is_documented(name: str):
    value = getattr(analysis, name)
    assert value is getattr(importlib.import_module(analysis._HOME[name]), name)
    if callable(value):
        assert value.__module__.startswith(analysis._HOME[name])
        assert value.__doc__


def test_type_checkers_see_the_same_names():
    (block,) = (node for node in tree("analysis").body if is_for_types(node))
    names = {
        (alias.name, node.module)
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom) and node.module != "typing"
        for alias in node.names
    }
    assert names == set(analysis._HOME.items())


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'analysis' has no attribute 'sentiment'"):
        _ = analysis.sentiment


# --- imports go one way ----------------------------------------------------------------------------------


def test_every_module_has_its_floor():
    assert {room(module) for module in MODULES} - {"analysis"} == set(FLOOR)
    found = {name for _, name, _ in pkgutil.walk_packages([str(PACKAGE)], "analysis.")}
    assert found == set(MODULES) - {"analysis"}


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module: str):
    ours = {name for name, _ in imports(tree(module)) if name.partition(".")[0] == "analysis"}
    ours -= {"analysis.__version__"}
    if module == "analysis":
        assert ours == set()
        return
    for name in ours:
        assert room(name) == room(module) or FLOOR[room(name)] < FLOOR[room(module)], name


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) != "analysis.reading"])
def test_others_know_the_reading_room_by_its_door_only(module: str):
    inner = [name for name, _ in imports(tree(module)) if name.startswith("analysis.reading.")]
    assert inner == []


@pytest.mark.parametrize("module", MODULES)
def test_a_heavy_library_is_imported_in_its_one_home(module: str):
    for name, _ in imports(tree(module)):
        home = HOMES.get(name.partition(".")[0])
        assert home is None or f"{module}.".startswith(f"{home}."), f"{name} belongs into {home}"


def test_every_heavy_library_is_used_somewhere():
    used = {name.partition(".")[0] for module in MODULES for name, _ in imports(tree(module))}
    assert set(HOMES) - {"zhplot"} <= used  # whose font is only looked up


def is_heavy_itself(module: str) -> bool:
    return any(name.partition(".")[0] in HOMES for name, inside in imports(tree(module)) if not inside)


@pytest.mark.parametrize("module", MODULES)
def test_heavy_libraries_are_imported_when_first_used(module: str):
    """Inside a function, or at the top of a module that others import inside functions only."""
    at_the_top = {name.partition(".")[0] for name, inside in imports(tree(module)) if not inside}
    if at_the_top & set(HOMES):
        eager = [
            other
            for other in MODULES
            if (module, False) in imports(tree(other)) and not is_heavy_itself(other)
        ]
        assert eager == [], f"{module} imports {at_the_top & set(HOMES)} at its top"


# --- what no module does ---------------------------------------------------------------------------------


def calls(module: str) -> Iterator[str]:
    """Names of what is called: ``open``, ``read_bytes``, ``print`` …"""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def reads_a_file(module: str) -> bool:
    """Whether the module opens files by itself; ``Study.open`` does not count."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "open":
                return True
            if isinstance(node.func, ast.Attribute) and node.func.attr in {"read_text", "read_bytes", "open"}:
                owner = ast.unparse(node.func.value)
                if owner not in {"Study", "NotebookStudy", "Setup", "os"}:
                    return True
    return False


def test_only_reading_opens_documents():
    opening = {room(module) for module in MODULES if reads_a_file(module)}
    assert "analysis.reading" in opening
    assert opening - {"analysis.reading", "analysis.report"} <= OPENERS


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_line_prints(module: str):
    assert module == "analysis.__main__" or "print" not in set(calls(module))


def test_one_module_writes_to_standard_output():
    writing = {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("sys.stdout.buffer")
    }
    assert writing - {"analysis.reading.formats.pdf_process"} == {"analysis.outputs"}  # a process of its own


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_pickled(module: str):
    imported = {name.partition(".")[0] for name, _ in imports(tree(module))}
    assert not imported & {"pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle"}
    assert not {"to_pickle", "read_pickle", "eval", "exec"} & set(calls(module))


@pytest.mark.parametrize("module", MODULES)
def test_no_module_reaches_for_the_network(module: str):
    imported = {name.partition(".")[0] for name, _ in imports(tree(module)) if name != "urllib.parse"}
    assert not imported & {"socket", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib"}


# --- examples and docstrings -----------------------------------------------------------------------------


def examples(module: str) -> list[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    return [test for test in finder.find(importlib.import_module(module)) if test.examples]


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_run(module: str):
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    report: list[str] = []
    for test in examples(module):
        runner.run(test, out=report.append)
    assert runner.failures == 0, "".join(report)


def test_there_are_examples():
    assert sum(len(test.examples) for module in MODULES for test in examples(module)) > 30


@pytest.mark.parametrize("module", MODULES)
def test_every_module_class_and_public_function_has_a_docstring(module: str):
    assert ast.get_docstring(tree(module))
    for node in tree(module).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


# --- the grammar of ids ----------------------------------------------------------------------------------


@pytest.mark.parametrize("module", [module for module in MODULES if module != "analysis.ids"])
def test_ids_are_taken_apart_in_one_place(module: str):
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            parts = node.func.attr in {"split", "rsplit", "partition", "rpartition"}
            assert not (
                parts and node.args and ast.unparse(node.args[0]) == "'.'" and "id" in ast.unparse(node)
            )


@pytest.mark.parametrize("module", [module for module in MODULES if "." in module])
def test_no_function_hides_a_module_of_its_name(module: str):
    package, _, name = module.rpartition(".")
    loaded = importlib.import_module(module)
    assert getattr(importlib.import_module(package), name) is loaded
