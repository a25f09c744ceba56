"""
Themes from above: which sentence speaks of what, and by which words.

A theme is its group of expressions, as ``corpus/themes.toml`` writes them. An expression is found where it
stands between edges of words, so that 民生 is not found in 人民生活; what stands only inside a longer word is
counted apart and shown. Expressions of four characters or more need only begin at an edge: the dictionary
has compounds that would hide their end (健康|服务体系), and that long a string hardly arises by chance.
"""

from __future__ import annotations

import re
import reprlib
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import (
    ARTICLE,
    CHAPTER,
    OFFSETS,
    SENTENCE_ID,
    TEXT,
    THEME,
    THEME_ID,
    evidence,
    n_of,
    top,
)
from analysis.resources import folder
from analysis.tables import (
    SEPARATOR,
    Column,
    InputProblem,
    Option,
    at_least,
    build,
    require,
    shown,
    table,
    typed,
)
from analysis.words.lexicon_tables import holds_word, text_of, unmatchable

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

LONG = 4  # characters from which an expression needs an edge only where it begins
WEAK = 0.4  # weight of a weak expression: two of them do not make a theme, three do

_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-theme and its expressions; `names` are proper names, `weak` ones count only three together."""

    id: str
    name: str
    name_en: str
    expressions: tuple[str, ...]
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every expression of the group in the order of the file."""
        return (*self.expressions, *self.names, *self.weak)


@dataclass(frozen=True, slots=True)
class Theme:
    """
    A theme: id, names, definition, and its groups of expressions.

    `excludes` are longer expressions inside which none of the theme's own counts (虹桥文化之秋 is no hub).
    """

    id: str
    name: str
    name_en: str
    definition: str
    groups: tuple[Group, ...]
    excludes: tuple[str, ...] = ()

    @property
    def expressions(self) -> dict[str, Group]:
        """Group by expression, names and weak ones included."""
        return {text: group for group in self.groups for text in group.all}


def load_themes(path: str | Path | None = None) -> tuple[Theme, ...]:
    """
    Themes from a TOML file; without `path`, the three in ``corpus/themes.toml``.

    Raises
    ------
    InputProblem
        When the file is missing or no TOML (with line), a key is unknown or missing, a group is empty, an
        expression stands twice in one theme or in its excludes, or could never match.

    Examples
    --------
    >>> {"digitalization", "hongqiao_hub", "livelihood"} <= {theme.id for theme in load_themes()}
    True
    """
    path = Path(path) if path is not None else folder("corpus") / "themes.toml"
    tables = _toml(path)
    if not tables:
        raise InputProblem(f"{path}: no theme in this file; add one as a table, such as [livelihood].")
    return tuple(_theme(path.name, id_, table) for id_, table in tables.items())


def _toml(path: Path) -> dict[str, Any]:
    file, text = shown(path.name), text_of(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = shown(str(error), most=200)
    except RecursionError:
        problem = "lists or tables are nested too deeply"
    except ValueError:  # beside what is no TOML: Python refuses to read a number of so many digits
        problem = "a number has thousands of digits"
    raise InputProblem(f"{file}: not a theme file in TOML: {problem}. See corpus/themes.toml for one.")


def _theme(file: str, id_: str, table: Any) -> Theme:
    where = f"{shown(file)}: theme {shown(id_)}"
    _keys(where, table, {"name", "name_en", "definition", "groups"}, {"excludes"})
    if not _ID.fullmatch(id_):
        raise InputProblem(f"{where}: an id is small Latin letters, digits and _")
    if not isinstance(table["groups"], dict) or not table["groups"]:
        raise InputProblem(f"{where}: groups must be tables, at least one, such as [{id_}.groups.general]")
    groups = tuple(_group(where, name, group) for name, group in table["groups"].items())
    written = [text for group in groups for text in group.all]
    repeated = sorted({text for text in written if written.count(text) > 1})
    if repeated:
        raise InputProblem(f"{where}: stands twice: {', '.join(repeated)}. Keep each in one group.")
    _check_texts(where, table, "name", "name_en", "definition")
    excludes = _texts(where, table.get("excludes", []))
    if lost := [text for text in written if text in excludes]:
        raise InputProblem(f"{where}: stands in its own excludes and could never count: {', '.join(lost)}.")
    return Theme(id_, table["name"], table["name_en"], table["definition"], groups, excludes)


def _group(where: str, id_: str, table: Any) -> Group:
    where = f"{where}, group {shown(id_)}"
    _keys(where, table, {"name", "name_en", "expressions"}, {"names", "weak"})
    lists = {key: _texts(where, table.get(key, [])) for key in ("expressions", "names", "weak")}
    if not lists["expressions"]:
        raise InputProblem(f"{where}: has no expression; add one or remove the group.")
    if not id_.strip() or not id_.isprintable() or SEPARATOR.strip() in id_:
        raise InputProblem(f"{where}: an id of a group is a plain word without {SEPARATOR.strip()}")
    _check_texts(where, table, "name", "name_en")
    return Group(id_, table["name"], table["name_en"], **lists)


def _check_texts(where: str, table: Any, *keys: str) -> None:
    for key in keys:
        if not isinstance(table[key], str) or not table[key].strip():
            raise InputProblem(f"{where}: {key} must be a text; found: {reprlib.repr(table[key])}")


def _keys(where: str, table: Any, needed: set[str], allowed: set[str]) -> None:
    if not isinstance(table, dict):
        raise InputProblem(f"{where}: must be a table with {', '.join(sorted(needed))}")
    if missing := needed - table.keys():
        raise InputProblem(f"{where}: lacks {', '.join(sorted(missing))}")
    if unknown := table.keys() - needed - allowed:
        raise InputProblem(
            f"{where}: unknown key {shown(', '.join(sorted(unknown)))}; known: "
            f"{', '.join(sorted(needed | allowed))}"
        )


def _texts(where: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise InputProblem(f"{where}: expressions must be a list of texts; found: {reprlib.repr(value)}")
    for text in value:
        problem = unmatchable(text) or ("" if holds_word(text) else f"{text} holds no word; write one.")
        if problem:
            raise InputProblem(f"{where}: {problem}")
    return tuple(value)


def choose(themes: Sequence[Theme], theme_id: str) -> Theme:
    """
    The theme of that id.

    Raises
    ------
    InputProblem
        Names the ids that there are.

    Examples
    --------
    >>> choose(load_themes(), "livelihood").name
    '民生'
    """
    for theme in themes:
        if theme.id == theme_id:
            return theme
    raise InputProblem(f"no theme {theme_id!r}; there are: {', '.join(theme.id for theme in themes)}")


def occurrences(theme: Theme, sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    Every place where an expression of `theme` stands, in reading order, overlapping ones included.

    Columns: ``sentence_id``, ``start``, ``end`` (offsets in the document's text), ``expression``,
    ``subtheme`` (the group's id), ``whole`` (False where it stands only inside a longer word) and
    ``longest`` (False inside a longer expression of the theme that stands there whole). Places inside one
    of the theme's exclusions are left out.
    """
    require(sentences, "sentences", ["sentence_id", "start", "text"])
    require(tokens, "tokens", ["sentence_id", "start", "end"])
    edges, expressions = {*tokens["start"].tolist(), *tokens["end"].tolist()}, theme.expressions
    rows = [
        (id_, start, end, text, expressions[text].id, whole, longest)
        for id_, offset, sentence in zip(
            sentences["sentence_id"], sentences["start"], sentences["text"], strict=True
        )
        for start, end, text, whole, longest in _places(theme.excludes, expressions, sentence, offset, edges)
    ]
    return build("occurrences", rows)


def _places(
    excludes: Iterable[str], expressions: Iterable[str], sentence: str, offset: int, edges: set[int]
) -> Iterator[tuple[int, int, str, bool, bool]]:
    excluded = _reach(
        match.span()
        for text in excludes
        if text in sentence
        for match in re.finditer(re.escape(text), sentence)
    )
    found = [
        (*match.span(), text)
        for text in expressions
        if text in sentence
        for match in re.finditer(re.escape(text), sentence)
        if not _inside(match.span(), excluded)
    ]
    whole = {
        (start, end)
        for start, end, _ in found
        if offset + start in edges and (end - start >= LONG or offset + end in edges)
    }
    reach = _reach(whole)
    for start, end, text in sorted(found, key=lambda place: (place[0], -place[1])):
        is_whole = (start, end) in whole
        longest = is_whole and not _inside((start, end), reach, itself=False)
        yield offset + start, offset + end, text, is_whole, longest


def _reach(spans: Iterable[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Spans by where they begin, the longest first, and how far those up to each one reach."""
    ordered = sorted((start, -end) for start, end in spans)
    return ordered, list(accumulate((-end for _, end in ordered), max))


def _inside(
    span: tuple[int, int], others: tuple[list[tuple[int, int]], list[int]], *, itself: bool = True
) -> bool:
    """Whether a span lies within one of others (`itself`: the same span counts), found by halving."""
    ordered, reach = others
    at = (bisect_right if itself else bisect_left)(ordered, (span[0], -span[1]))
    return at > 0 and reach[at - 1] >= span[1]


def find_themes(themes: Sequence[Theme], sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    Which sentence speaks of which theme: one row per (sentence, theme), in reading order.

    A sentence has a theme when one of its expressions or names stands there as whole words, or three
    different weak ones. Columns as in ``tables.TABLES["themes"]``. ``confidence`` is 1 − 2⁻ᵏ with k the
    number of different expressions found, a weak one counting .4: .5 for one, .75 for two. It ranks by
    evidence; it is not a probability.
    """
    order = {id_: place for place, id_ in enumerate(sentences["sentence_id"])}
    rows = [
        (order[id_], rank, (id_, theme.id, *coding, "text"))
        for rank, theme in enumerate(themes)
        for id_, coding in _codings(theme, occurrences(theme, sentences, tokens))
    ]
    return build("themes", (row for _, _, row in sorted(rows, key=lambda row: row[:2])))


def _codings(theme: Theme, found: pd.DataFrame) -> Iterator[tuple[str, tuple[str, str, float]]]:
    weak = {text for group in theme.groups for text in group.weak}
    columns = found.loc[found["longest"], ["sentence_id", "expression", "subtheme"]]
    places: dict[str, list[tuple[str, str]]] = {}
    for id_, text, subtheme in columns.itertuples(index=False, name=None):
        places.setdefault(id_, []).append((text, subtheme))
    for id_, inside in places.items():
        evidence, subthemes = (list(dict.fromkeys(values)) for values in zip(*inside, strict=True))
        weight = sum(WEAK if text in weak else 1.0 for text in evidence)
        if weight >= 1:
            yield id_, (SEPARATOR.join(evidence), SEPARATOR.join(subthemes), round(1 - 2.0**-weight, 4))


def count_expressions(theme: Theme, sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    How often each expression of `theme` stands in the document, those that never do included.

    One row per expression in the order of the theme file: ``expression``, ``subtheme``, ``n`` (as whole
    words), ``n_inside`` (only as part of a longer word, as 民生 in 人民生活), ``sentence_ids`` (where the n
    stand, joined by ' | ').
    """
    found = occurrences(theme, sentences, tokens)
    whole, inside = found[found["whole"]], found[~found["whole"]]
    n, n_inside = whole["expression"].value_counts(), inside["expression"].value_counts()
    ids = whole.groupby("expression")["sentence_id"].agg(lambda ids: SEPARATOR.join(dict.fromkeys(ids)))
    rows = [
        (text, group.id, int(n.get(text, 0)), int(n_inside.get(text, 0)), str(ids.get(text, "")))
        for text, group in theme.expressions.items()
    ]
    return build("expressions", rows)


def coverage(themes: pd.DataFrame, sentences: pd.DataFrame, theme_ids: Sequence[str]) -> pd.DataFrame:
    """
    How much of each chapter speaks of each theme.

    One row per (chapter, theme), zeros included: ``sentences`` and ``characters`` with the theme, and
    ``share`` of the chapter's characters that stand in such sentences (0 to 1). Chapter 0 is what stands
    outside chapters.
    """
    import pandas as pd

    require(themes, "themes", ["sentence_id", "theme"])
    size = sentences.assign(characters=sentences["end"] - sentences["start"])
    total = size.groupby("chapter")["characters"].sum()
    joined = themes.merge(size[["sentence_id", "chapter", "characters"]], on="sentence_id")
    cells = joined.groupby(["chapter", "theme"])["characters"].agg(sentences="size", characters="sum")
    every = pd.MultiIndex.from_product([total.index, theme_ids], names=["chapter", "theme"])
    table = cells.reindex(every, fill_value=0).reset_index()
    return table.assign(share=table["characters"] / table["chapter"].map(total))


def subtheme_coverage(theme: Theme, themes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    How much each chapter says of each group of a theme.

    One row per (subtheme, chapter), zeros included, groups in the order of the theme file: ``sentences`` and
    ``characters`` of sentences with evidence of the group. A sentence of two groups counts in both.
    """
    import pandas as pd

    size = sentences.assign(characters=sentences["end"] - sentences["start"])
    found = themes[themes["theme"] == theme.id]
    found = found.assign(subtheme=found["subtheme"].str.split(SEPARATOR, regex=False)).explode("subtheme")
    joined = found.merge(size[["sentence_id", "chapter", "characters"]], on="sentence_id")
    cells = joined.groupby(["subtheme", "chapter"])["characters"].agg(sentences="size", characters="sum")
    axes = [[group.id for group in theme.groups], sorted(sentences["chapter"].unique())]
    every = pd.MultiIndex.from_product(axes, names=["subtheme", "chapter"])
    return cells.reindex(every, fill_value=0).reset_index()


def expression_chapters(occurrences: pd.DataFrame, sentences: pd.DataFrame, *, top: int = 20) -> pd.DataFrame:
    """
    The `top` expressions that stand most often as whole words, by chapter, zeros included.

    One row per (expression, chapter): ``expression, chapter, n``; the most frequent expression first.
    """
    import pandas as pd

    at_least(1, top=top)
    whole = occurrences[occurrences["whole"]].merge(sentences[["sentence_id", "chapter"]], on="sentence_id")
    total = whole.groupby("expression").size().rename("n").reset_index()
    order = total.sort_values(["n", "expression"], ascending=[False, True]).head(top)["expression"]
    axes = [order.tolist(), sorted(sentences["chapter"].unique())]
    every = pd.MultiIndex.from_product(axes, names=["expression", "chapter"])
    return (
        whole.groupby(["expression", "chapter"]).size().reindex(every, fill_value=0).rename("n").reset_index()
    )


# --- as tables ---------------------------------------------------------------------------------------------

_EVIDENCE = Column(
    "evidence", "str", "the expressions found, in reading order, joined by ' | '", ("evidence", "依据")
)
_SUBTHEME = Column("subtheme", "str", "id of the group of expressions", ("sub-theme", "子主题"))
_SUBTHEMES = Column(
    "subtheme", "str", "ids of the groups they belong to, joined by ' | '", ("sub-theme", "子主题")
)
_CONFIDENCE = Column(
    "confidence",
    "float64",
    "0 to 1: how much speaks for the coding; see analysis.judgements.themes",
    ("evidence strength", "依据强度"),
)
_EXPRESSION = Column("expression", "str", "as the theme file writes it", ("expression", "词语"))
_SENTENCES = Column("sentences", "int64", "sentences with the theme", ("sentences", "句数"))
_CHARACTERS = Column("characters", "int64", "their characters", ("characters", "字数"))


@table(
    "themes",
    row="a theme found in a sentence",
    key=("sentence_id", "theme"),
    help="which sentence speaks of which theme, and by which words",
    attribute=True,
    options=(Option("theme", "this theme only", metavar="ID"),),
    columns=(
        SENTENCE_ID,
        THEME,
        _EVIDENCE,
        _SUBTHEMES,
        _CONFIDENCE,
        Column("source", "str", "text, heading (inherited) or code (a person's)", ("source", "来源")),
    ),
)
def themes_of(study: Study, *, theme: str | None = None) -> pd.DataFrame:
    """Which sentence speaks of which theme, and by which words."""
    if theme is None:
        return find_themes(study.theme_definitions, study.sentences, study.tokens)
    study.theme(theme)
    return study.themes[study.themes["theme"] == theme]


@table(
    "expressions",
    row="an expression of a theme, with how often it stands, zeros included",
    key=("expression",),
    help="how often each expression of a theme stands in the document, zeros included",
    options=(THEME_ID,),
    columns=(
        _EXPRESSION,
        _SUBTHEME,
        n_of("occurrences as whole words"),
        Column(
            "n_inside",
            "int64",
            "only as part of a longer word, as 民生 in 人民生活",
            ("inside words", "词内"),
        ),
        evidence("where the n stand, joined by ' | '"),
    ),
)
def expressions_of(study: Study, theme: str) -> pd.DataFrame:
    """How often each expression of a theme stands in the document, zeros included."""
    return count_expressions(study.theme(theme), study.sentences, study.tokens)


@table(
    "occurrences",
    row="a place where an expression of a theme stands",
    key=("start", "expression"),
    help="every place where an expression of a theme stands",
    options=(THEME_ID,),
    columns=(
        SENTENCE_ID,
        *OFFSETS,
        _EXPRESSION,
        _SUBTHEME,
        Column("whole", "bool", "false where it stands only inside a longer word", ("whole word", "整词")),
        Column(
            "longest",
            "bool",
            "false inside a longer expression of the theme that stands there whole",
            ("longest", "最长"),
        ),
    ),
)
def occurrences_of(study: Study, theme: str) -> pd.DataFrame:
    """Every place where an expression of a theme stands."""
    return occurrences(study.theme(theme), study.sentences, study.tokens)


@table(
    "quotations",
    row="a sentence of a theme with its text, in reading order",
    key=("sentence_id",),
    help="the sentences of a theme with their place, evidence and text",
    options=(THEME_ID,),
    columns=(SENTENCE_ID, _EVIDENCE, _SUBTHEMES, _CONFIDENCE, CHAPTER, ARTICLE, TEXT),
)
def quotations_of(study: Study, theme: str) -> pd.DataFrame:
    """The sentences of a theme with their place, evidence and text, in reading order."""
    place = study.sentences[["sentence_id", "chapter", "article", "text"]]
    found = study.table("themes", theme=theme).merge(place, on="sentence_id", how="left")
    return typed("quotations", found)


@table(
    "subthemes",
    row="a group of a theme in a chapter, zeros included",
    key=("subtheme", "chapter"),
    help="how much each chapter says of each group of a theme",
    options=(THEME_ID,),
    columns=(_SUBTHEME, CHAPTER, _SENTENCES, _CHARACTERS),
)
def subthemes_of(study: Study, theme: str) -> pd.DataFrame:
    """How much each chapter says of each group of a theme."""
    return subtheme_coverage(study.theme(theme), study.themes, study.sentences)


@table(
    "expression_chapters",
    row="one of a theme's most frequent expressions in a chapter, zeros included",
    key=("expression", "chapter"),
    help="the most frequent expressions of a theme by chapter",
    options=(THEME_ID, top(20, "the most frequent expressions")),
    columns=(_EXPRESSION, CHAPTER, n_of("occurrences in the chapter as whole words")),
)
def expression_chapters_of(study: Study, theme: str, *, top: int = 20) -> pd.DataFrame:
    """The most frequent expressions of a theme by chapter."""
    return expression_chapters(study.occurrences(theme), study.sentences, top=top)


@table(
    "coverage",
    row="a theme in a chapter, zeros included",
    key=("chapter", "theme"),
    help="how much of each chapter speaks of each theme",
    attribute=True,
    columns=(
        CHAPTER,
        THEME,
        _SENTENCES,
        _CHARACTERS,
        Column(
            "share",
            "float64",
            "share of the chapter's characters in such sentences, 0 to 1",
            ("share", "占比"),
        ),
    ),
)
def coverage_of(study: Study) -> pd.DataFrame:
    """How much of each chapter speaks of each theme."""
    return coverage(study.themes, study.sentences, [theme.id for theme in study.theme_definitions])
