"""
Time grows with the text and no faster: every regular expression of the package, and documents of hostile
lines.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]

import pytest

import analysis
from analysis.reading import read_bytes
from analysis.reading.cleaning import is_leader
from analysis.reading.debris import DEBRIS, debris
from analysis.tables import InputProblem
from tests.reading.growth import costs_too_much, grows_too_fast

# --- every pattern -----------------------------------------------------------------------------------------


WAYS: dict[str, Callable[[re.Pattern[str], str], object]] = {
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "search": lambda pattern, text: pattern.search(text),
    "finditer": lambda pattern, text: list(pattern.finditer(text)),
    "findall": lambda pattern, text: pattern.findall(text),
    "split": lambda pattern, text: pattern.split(text),
    "sub": lambda pattern, text: pattern.sub("", text),
}


def in_value(value: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield name, value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from in_value(item, name)
    elif isinstance(label := getattr(value, "label", None), re.Pattern):
        yield name, label


def patterns() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Each pattern that a module of the package holds, by module, with the name by which it is used."""
    found: dict[str, tuple[str, re.Pattern[str]]] = {}
    known = set(dict(DEBRIS).values())
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if module.name.endswith(("pdf_process", "__main__")):
            continue
        home = vars(importlib.import_module(module.name))
        held = [one for name, value in home.items() for one in in_value(value, name)]
        for used, pattern in (*held, *written_in_place(module.name)):
            if pattern not in known and (used, pattern) not in found.values():
                found[f"{module.name.removeprefix('analysis.')}:{used} {len(found)}"] = used, pattern
    return found


def written_in_place(module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in calls like ``re.sub(r"…", "", text)``, each with ``re.`` and the way of its use."""
    home = importlib.import_module(module)
    for node in ast.walk(ast.parse(inspect.getsource(home))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {f"re.{way}" for way in WAYS}:
            with suppress(NameError):  # made of what only the function knows
                pattern = eval(compile(ast.Expression(node.args[0]), module, "eval"), vars(home))
                if isinstance(pattern, str):
                    yield ast.unparse(node.func), re.compile(pattern)


PATTERNS = patterns()
FOLDER = Path(analysis.__path__[0])
SOURCES = {
    path.relative_to(FOLDER)
    .with_suffix("")
    .as_posix()
    .replace("/", ".")
    .removesuffix(".__init__"): path.read_text("utf-8")
    for path in FOLDER.rglob("*.py")
}


def literals(parsed: object) -> Iterator[str]:
    """What a pattern is made of: its characters, one of each class."""
    for op, value in parsed:  # type: ignore[attr-defined]
        name = str(op)
        if name in ("LITERAL", "RANGE"):
            yield chr(value if name == "LITERAL" else value[0])
        elif name == "CATEGORY":
            yield {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " "}.get(str(value), "甲")
        elif name == "IN":
            yield from literals(value)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from literals(branch)
        elif name in ("ANY", "NOT_LITERAL", "NEGATE"):
            yield "甲"
        elif isinstance(value, tuple) and isinstance(value[-1], _parser.SubPattern):
            yield from literals(value[-1])


def words(parsed: object) -> Iterator[str]:
    """Its characters that must follow one another: 常务, 关闭."""
    word = ""
    for op, value in parsed:  # type: ignore[attr-defined]
        if str(op) == "LITERAL":
            word += chr(value)
            continue
        yield from [word] if len(word) > 1 else []
        word = ""
        branches = value[1] if str(op) == "BRANCH" else value[-1:] if isinstance(value, tuple) else []
        for inside in branches:
            if isinstance(inside, _parser.SubPattern):
                yield from words(inside)
    yield from [word] if len(word) > 1 else []


MOST = 8  # of a pattern's characters, and of its words, that are tried
COMMON = ["1", " ", ".", "中", "、", "（", "1 甲"]  # what lines of any document may hold too much of


def spread(found: Iterator[str]) -> list[str]:
    """So many of what a pattern is made of, from its begin to its end."""
    different = list(dict.fromkeys(found))
    return different[:: max(1, len(different) // MOST)]


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """What is repeated: its words and characters, these alone and with a space or the next."""
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    single, longer = spread(literals(parsed)), spread(words(parsed))
    spaced = [f"{one} " for one in single]
    return list(
        dict.fromkeys([*single, *spaced, *map("".join, itertools.pairwise(single)), *longer, *COMMON])
    )


def uses(key: str) -> list[partial[object]]:
    """The ways in which the source uses a pattern: in its own module, a public one anywhere."""
    name, pattern = PATTERNS[key]
    source = SOURCES[key.partition(":")[0]] if name[0] == "_" else "\n".join(SOURCES.values())
    used = set(re.findall(rf"\b{name}\.({'|'.join(WAYS)})\(", source)) or {"match", "fullmatch"}
    used = {name[3:]} if name.startswith("re.") else used
    return [partial(WAYS[way], pattern) for way in sorted(used)]


def test_the_patterns_are_found():
    names = {name for name, _ in PATTERNS.values()}
    assert {"_SENTENCE", "_GLUED", "STYLES", "_FOOTERS", "_MARKED_SECTION", "_TITLE"} <= names
    site = next(key for key in PATTERNS if key.startswith("reading.formats.html:_SITE"))
    assert [use.func for use in uses(site)] == [WAYS["search"]]
    assert {"re.sub", "re.split", "re.search", "_QUOTED", "_LOOSE_SPACE"} <= names


@pytest.mark.slow
@pytest.mark.parametrize("key", PATTERNS)
def test_every_pattern_takes_time_in_proportion(key: str):
    name, pattern = PATTERNS[key]
    # Only used on a few characters, which the callers see to:
    short = {"_SITE": 33, "_GLOSSARY": 60, "_NOTES": 60, "_LAST_DIGITS": 4}
    for piece, use in itertools.product(pieces(pattern), uses(key)):
        for before, after in (("", "\x01"), (piece[0], "甲"), ("甲", "")):

            def work(n: int) -> object:
                text = f"{before}{piece * n}{after}"  # noqa: B023
                return use(text[: short.get(name, len(text))])  # noqa: B023

            said = (pattern.pattern, use, before, piece, after)
            assert not grows_too_fast(work, 2_000), said
        assert not costs_too_much(lambda: work(2_000 // len(piece))), said  # noqa: B023


@pytest.mark.parametrize("reason_and_pattern", DEBRIS, ids=lambda pair: pair[0])
def test_debris_is_told_in_bounded_time(reason_and_pattern: tuple[str, re.Pattern[str]]):
    """Nothing longer than a line of debris reaches these patterns; what does is told at once."""
    for piece in pieces(reason_and_pattern[1]):
        for size in (116, 100_000):
            assert not grows_too_fast(lambda n: debris((piece * n)[:n] + "\x01"), size)  # noqa: B023


# --- whole documents ---------------------------------------------------------------------------------------

SOUND = "甲区规划\n一、总体要求\n到2025年，城区更美。\n二、保障措施\n加强领导。\n"
LINES = [
    "_", "甲_", "-", "—", ".", "…", "甲…", "1", "1 ", "1.", "1.1 ", "一、", "（", "（一）", "第一条 ",
    "甲 第一条 ", "第一章　　甲", "甲\u200b1 ", "目录", " ", "\u3000", "：", "。", "”", "甲|", "甲 | 乙 | ",
    "【关闭】", "[编辑]", "PM", "2.5 ", "附件1：", "专栏", "版权所有", "微信 ", "首页 > ", "2025年1月1日",
    "本作品", "注", "①", "※ ", "甲乙丙丁戊己庚辛，",
    "《甲》", "(cid:1)", "甲 1 2 ", "附件：1.甲", "第一篇甲第一章乙", "目录甲", "注：1.",
    "甲办法", "（甲）", "。1.甲",
]  # fmt: skip


def documents(n: int, piece: str) -> Iterator[tuple[str, str]]:
    lines = f"{piece}\n" * (n // 4)
    yield "x.txt", f"{SOUND}{piece * n}甲\n乙。\n"
    yield "x.txt", SOUND + lines
    yield "x.txt", lines + SOUND
    yield "x.md", f"{SOUND}甲{piece * (n // 2)}甲\n乙。\n"


@pytest.mark.slow
@pytest.mark.parametrize("piece", LINES)
def test_documents_of_hostile_lines_take_time_in_proportion(piece: str):
    def work(n: int, at: int) -> None:
        name, text = list(documents(n, piece))[at]
        try:
            read_bytes(text.encode(), name)
        except InputProblem:
            return

    work(10, 3)  # imports
    for at in range(4):
        assert not grows_too_fast(lambda n: work(n, at), 1_500, 0.02), at  # noqa: B023


@pytest.mark.parametrize("title", ["title:{}\n", "title: 甲{}乙\n", "title: '{}\n", "{}\n"])
def test_front_matter_takes_time_in_proportion(title: str):
    def work(n: int) -> None:
        read_bytes(f"---\n{title.format(' ' * n)}---\n{SOUND}".encode(), "x.md")

    work(1)
    assert not grows_too_fast(work, 10_000, 0.02)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第一章 总则....3", True),
        ("第一章 总则 …… （12）", True),
        ("总则------", True),
        ("总则 ---- 3", False),
        ("总则____ 1-2", True),
        ("到2025年……更美。", False),
        ("一、目标 12", False),
    ],
)
def test_leaders_are_told(line: str, expected: bool):
    assert is_leader(line) is expected


def test_what_tries_every_begin_with_every_end_costs_too_much():
    dear = re.compile("[甲乙]{2,200}?(?:甲|乙)[甲乙]{0,40}丙")
    assert costs_too_much(lambda: dear.search("甲乙" * 1_000))
    assert not costs_too_much(lambda: re.search("[甲乙]{2,5}丙", "甲乙" * 1_000))


def test_growth_is_told_from_noise():
    assert grows_too_fast(lambda n: sum(1 for _ in range(n * n // 100)), 5_000)
    assert not grows_too_fast(lambda n: sum(1 for _ in range(50 * n)), 5_000)
