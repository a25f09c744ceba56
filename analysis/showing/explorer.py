"""
A document to play with: type a word, or choose a theme, a part's words or a number of groups, and see where
it stands.

In JupyterLab the reader's script makes it live (``reader``), without asking the kernel; elsewhere it stands
as the concordance of one word and the words of each part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.judgements.clustering import most_clusters
from analysis.problems import Refusal
from analysis.showing.exhibits import table_html
from analysis.showing.figures import theme_colours
from analysis.showing.html import rendered
from analysis.showing.reader import as_json
from analysis.showing.word_borders import borders, spans
from analysis.showing.wording import theme_names
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

MOST_LINES, MOST_WORDS = 8, 12  # shown of a concordance, of the words of a part
GROUPS = (2, 3, 4, 5, 6, 8, 10, 12)  # how many groups of paragraphs one may ask for

Part = tuple[str, list[str]]  # a part's heading, and the words that set it apart


@dataclass(frozen=True, slots=True)
class Explorer:
    """What one may ask of a study's document, first of all where `word` stands."""

    study: Study
    word: str

    def data(self) -> dict[str, Any]:
        """
        What the script may show.

        ``borders`` are those of words in each sentence (see `word_borders`), ``marks`` of a theme its
        evidence by sentence.
        """
        return {
            "word": self.word,
            "borders": list(_borders(self.study)),
            "themes": list(_themes(self.study)),
            "parts": [{"name": name, "words": words} for name, words in _parts(self.study)],
            "groups": list(_groups(self.study)),
        }

    def _repr_html_(self) -> str:
        found = self.study.concordance(self.word) if self.word else None
        lines = None if found is None else found[["sentence_id", "left", "match", "right"]]
        return rendered(
            "explorer",
            word=self.word,
            total=0 if found is None else len(found),
            lines_shown=MOST_LINES,
            lines="" if lines is None else table_html(_shown(lines), marks=[]),
            parts=[(name, "、".join(words)) for name, words in _parts(self.study)],
            data=as_json(self.data()),
        )


def explore(study: Study, word: str | None = None) -> Explorer:
    """
    Play with a study's document: type words, choose themes, parts and groups; `word` is asked for first.

    Without `word` it is the policy term that stands most often.
    """
    if word is None:
        terms = study.policy_terms(without_names=True)
        word = "" if terms.empty else str(terms["term"].iloc[0])
    return Explorer(study, word)


def _shown(lines: pd.DataFrame) -> pd.DataFrame:
    """The first lines, in which Chinese words stand as in the text, not parted."""
    shown = lines.head(MOST_LINES).copy()
    shown.attrs = {"table": "concordance"}
    for side in ("left", "right"):
        shown[side] = shown[side].str.replace(" ", "", regex=False)
    return shown


def _borders(study: Study) -> Iterator[str]:
    known, table = borders(study), study.sentences
    for id_, start, text in zip(table["sentence_id"], table["start"], table["text"], strict=True):
        yield spans(known.get(id_, set()), start, len(text))


def _themes(study: Study) -> Iterator[dict[str, Any]]:
    """Every theme that is found, those with a colour of their own first."""
    shown = [theme.id for theme in study.theme_definitions]
    themes = [*study.theme_definitions, *(theme for theme in study.known_themes if theme.id not in shown)]
    names, colours = theme_names(themes), theme_colours([theme.id for theme in themes])
    marks: dict[str, dict[str, list[str]]] = {}
    found = study.themes
    for id_, theme, evidence in zip(found["sentence_id"], found["theme"], found["evidence"], strict=True):
        marks.setdefault(theme, {})[id_] = [word for word in str(evidence).split(SEPARATOR) if word]
    for theme_id in (theme.id for theme in themes if theme.id in marks):
        en, zh = names[theme_id]
        yield {"en": en, "zh": zh, "colour": colours[theme_id], "marks": marks[theme_id]}


def _parts(study: Study) -> list[Part]:
    """The parts of the document, with the words that stand there more often than elsewhere."""
    try:
        table = study.keyness()
    except Refusal:
        return []
    more = table[table["log_ratio"] > 0]
    names = _headings(study)
    words = more.groupby("group", sort=False)["term"].apply(lambda terms: terms.head(MOST_WORDS).tolist())
    return [(names.get(str(group), str(group)), list(terms)) for group, terms in words.items()]


def _headings(study: Study) -> Mapping[str, str]:
    """Headings by what the table of key words calls their part: an article's id, a chapter's number."""
    outline = study.outline
    names = dict(zip(outline["heading_id"], outline["title"], strict=True))
    chapters = outline[outline["kind"] == "chapter"]
    if study.compared_by == "chapter":
        return {str(at): title for at, title in zip(chapters["chapter"], chapters["title"], strict=True)}
    return names


def _groups(study: Study) -> Iterator[dict[str, Any]]:
    """For each number of groups, the words of every group of paragraphs."""
    if study.cluster_refusal:
        return
    most = most_clusters(study.features.counts)
    for k in (number for number in GROUPS if number <= most):
        try:
            table = study.cluster_terms(k=k, top=MOST_WORDS)
        except Refusal:  # more groups than there are paragraphs
            return
        if table.empty:
            return
        yield {"k": k, "words": [terms.tolist() for _, terms in table.groupby("cluster")["term"]]}
