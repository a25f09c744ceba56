"""Findings about themes: how much, where, by which words, and how well they are found."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from analysis.ids import article_of
from analysis.judgements.theme_quality import ASSESSED, SCORED
from analysis.prose import Bilingual, Case
from analysis.showing.finding import Finding
from analysis.showing.wording import chapter_name, is_annex, part_name

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme

_LEAST_SHARE = 0.5  # per cent; of less it is said that it is under 1 %
HALF = 0.5  # of the sentences, above which a share that errors alone could make is a large one
MOST = 0.5  # from this share on, "most" is said
ABOVE_SIZE, BELOW_SIZE = (
    1.2,
    0.95,
)  # times the share of the text that a chapter must hold of a theme, for it to stand out


def theme_share(theme: Theme, themes: pd.DataFrame, sentences: pd.DataFrame) -> Finding:
    """How many sentences and characters speak of a theme, and in how many chapters."""
    name = Bilingual(theme.name_en, theme.name)
    ids = themes.loc[themes["theme"] == theme.id, "sentence_id"].tolist()
    if not ids:
        return Finding("no_theme", theme=name)
    size = sentences.set_index("sentence_id")
    characters = size["end"] - size["start"]
    inside = set(size.loc[ids, "chapter"])
    share = 100 * characters[ids].sum() / characters.sum()
    return Finding(
        "theme_share",
        ids,
        theme=name,
        sentences=len(ids),
        of=len(sentences),
        chapters=len(inside - {0}),
        outside=int((size.loc[ids, "chapter"] == 0).sum()) if inside - {0} else 0,
        under=bool(share < _LEAST_SHARE),
        share=max(share, 1.0) if share < _LEAST_SHARE else share,
    )


def themes_cover(themes: pd.DataFrame, sentences: pd.DataFrame) -> Finding:
    """In how much of the text any theme was found: of the rest no share says anything."""
    found = sentences["sentence_id"].isin(themes["sentence_id"])
    characters = sentences["end"] - sentences["start"]
    share = characters[found].sum() / max(1, characters.sum())
    few = max(found.mean(), share) < HALF
    return Finding("themes_cover", found=found.sum(), of=len(sentences), share=100 * share, few=bool(few))


def theme_quality(theme: Theme, quality: pd.DataFrame, kind: str) -> Finding:
    """How well the theme is found on documents left out, and its share of this one put right by that."""
    found = quality[quality["theme"] == theme.id]
    if found.empty or found["verdict"].iloc[0] != "assessed":
        return Finding("theme_unassessed", n=found["n"].sum(), least=ASSESSED)
    row = found.iloc[0]
    raw = 100 * row["share"]
    under = bool(0 < raw < _LEAST_SHARE)
    return Finding(
        "theme_assessed",
        n=row["n"],
        f1=row["f1"],
        low=row["f1_low"],
        high=row["f1_high"],
        precision=row["precision"],
        recall=row["recall"],
        f1_list=row["f1_list"],
        kappa=row["kappa"],
        under=under,
        raw=max(raw, 1.0) if under else raw,
        share=100 * row["share_corrected"],
        share_low=100 * row["share_low"],
        share_high=100 * row["share_high"],
        corrected=_corrected(row),
        scored=kind in SCORED,
    )


def _corrected(row: pd.Series) -> Case:
    """Whether a share is put right by the errors, or why not."""
    if row["share_low"] < row["share_corrected"] < row["share_high"]:
        return Case("yes")
    return Case("none" if not row["share"] else "small" if row["share"] < HALF else "large")


def kind_coded(kind: str) -> Finding:
    """A warning where no coded document is of a document's kind; nothing where some are."""
    return Finding("kind_coded", unknown=kind not in SCORED)


def part_quality(quality: pd.DataFrame) -> Finding:
    """How well a theme's sub-themes are told apart; nothing where none are learned."""
    every = quality[quality["subtheme"] == "all"]
    figures = every[["n", "precision", "recall", "f1", "f1_list"]].sum()
    return Finding(
        "part_quality",
        told=len(every),
        n=int(figures["n"]),
        precision=figures["precision"],
        recall=figures["recall"],
        f1=figures["f1"],
        f1_list=figures["f1_list"],
    )


def concentration(theme: Theme, coverage: pd.DataFrame, outline: pd.DataFrame) -> Finding:
    """Where the theme's characters stand: most in one chapter, or spread; and which is fullest of it."""
    chapters = outline[(outline["kind"] == "chapter") & ~is_annex(outline)].set_index("chapter")
    rows = coverage[(coverage["theme"] == theme.id) & coverage["chapter"].isin(chapters.index)]
    total = rows["characters"].sum()
    if rows.empty:
        return Finding("no_chapters")
    if not total:
        return Finding("no_chapter")
    top = rows.loc[rows["characters"].idxmax()]
    full = rows.loc[rows["share"].idxmax()]
    fuller = round(100 * full["share"]) > round(100 * top["share"])  # as it is told
    share = top["characters"] / total
    size = chapters["characters"].get(top["chapter"], 0) / max(1, chapters["characters"].sum())
    return Finding(
        "concentration",
        [f"c{top['chapter']}"],
        chapter=top["chapter"],
        title=chapters["title"].get(top["chapter"], ""),
        share=100 * share,
        size=100 * size,
        most=_most(share, size),
        fullest=[(full["chapter"], 100 * full["share"])] if fuller else [],
        without=rows.loc[rows["characters"] == 0, "chapter"].tolist(),
    )


def _most(share: float, size: float) -> Case:
    """How a theme is spread of which a chapter, with `size` of the text, holds `share`, as it is told."""
    if share == 1:
        return Case("all")
    return Case("most" if round(share, 2) >= MOST and share >= ABOVE_SIZE * size else "spread")


_FEW_PARTS = 6  # articles told by number; more are told by chapter


def string_count(string: str, counts: pd.Series, sentences: pd.DataFrame) -> Finding:
    """
    How often a string stands in the body (`counts` by sentence, of ``strings.string_counts``) and where: by
    article, or by chapter where there are many articles.
    """
    if counts.empty:
        return Finding("no_string", string=string)
    ids = counts.index.to_series()
    parts = counts.groupby(article_of(ids), sort=False).sum()
    parted = {str(number) for number in sentences.loc[sentences["article"] > 0, "chapter"]}
    places = [(_place_name(str(part), parted), n) for part, n in parts.items()]
    if len(parts) > _FEW_PARTS:
        chapter = ids.map(sentences.set_index("sentence_id")["chapter"])
        chapters = counts.groupby(chapter, sort=False).sum()
        places = [(chapter_name(int(str(number))), n) for number, n in chapters.items()]
    return Finding(
        "string_count",
        ids,
        string=string,
        times=counts.sum(),
        sentences=len(counts),
        places=places,
        last=[ids.iloc[-1]] if len(ids) > 1 else [],
    )


def _place_name(part: str, parted: Collection[str]) -> Bilingual:
    """What a part is called; a chapter that has no articles has nothing outside them."""
    whole = part.startswith("c") and part[1:] not in parted
    return chapter_name(int(part[1:])) if whole else part_name(part)


def cut_string(string: str, cut: pd.DataFrame) -> Finding:
    """Where a string's characters meet and are no word, and in which (`cut`, of ``strings.cut_strings``)."""
    words = cut["words"].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    return Finding(
        "cut_string",
        cut["sentence_id"].drop_duplicates(),
        string=string,
        times=len(cut),
        words=list(words.head(_FEW_PARTS).items()),
    )


def headline_word(theme: Theme, word: str, occurrences: pd.DataFrame, themes: pd.DataFrame) -> Finding:
    """How often the headline word itself stands, and how many of the theme's sentences do without it."""
    of_word = occurrences[occurrences["expression"] == word]
    found = of_word.loc[of_word["whole"], "sentence_id"]
    ids = themes.loc[themes["theme"] == theme.id, "sentence_id"]
    inside = len(of_word) - len(found)
    if ids.empty:
        return Finding("headline_word_alone", found.unique().tolist(), word=word, times=len(found))
    if found.empty:
        return Finding("no_headline_word", word=word, inside=inside, of=len(ids))
    return Finding(
        "headline_word",
        found.unique().tolist(),
        word=word,
        times=len(found),
        sentences=found.nunique(),
        inside=inside,
        of=len(ids),
        without=(~ids.isin(found)).sum(),
    )
