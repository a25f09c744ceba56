"""The projects and programmes that a document names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import evidence, n_of
from analysis.judgements.name_words import words_of
from analysis.judgements.place_names import PlaceName
from analysis.judgements.place_tables import places_in
from analysis.judgements.programme_names import programmes
from analysis.tables import SEPARATOR, Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


@table(
    "programmes",
    row="a project or programme that is named",
    key=("programme",),
    help="projects and programmes with a name (工程, 行动, 计划, 专项, 项目), quoted or not",
    columns=(
        Column("programme", "str", "its name as written", ("programme", "工程项目")),
        Column(
            "type",
            "str",
            "works, action, plan, campaign, strategy, pilot or project, by its head",
            ("type", "类型"),
        ),
        Column("quoted", "bool", "the name, or part of it, stands in quotation marks", ("quoted", "加引号")),
        n_of("times that it is named"),
        Column("forward", "int64", "sentences that look ahead among them", ("ahead", "前瞻句")),
        evidence(),
    ),
)
def programmes_of(study: Study) -> pd.DataFrame:
    """The projects and programmes that are named, the most frequent first."""
    sentences = study.counted_sentences
    here = places_in(study.table("place_names"), sentences.set_index("sentence_id")["start"].to_dict())
    ahead = set(study.commitments(mode="forward")["sentence_id"])
    said = [
        (id_, text, one)
        for id_, text, words in words_of(study.tokens, sentences)
        for one in programmes(text, words, here.get(id_, ()))
    ]
    names = {one.name for _, _, one in said}
    named: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    marked: set[str] = set()
    for id_, text, cut in said:
        one = _as_elsewhere(cut, text, names)
        named.setdefault(one.name, []).append(id_)
        types.setdefault(one.name, one.type)
        if "“" in text[max(0, one.start - 1) : one.end]:
            marked.add(one.name)
    rows = [
        (
            name,
            types[name],
            name in marked,
            len(ids),
            len(set(ids) & ahead),
            SEPARATOR.join(dict.fromkeys(ids)),
        )
        for name, ids in sorted(named.items(), key=lambda item: -len(item[1]))
    ]
    return build("programmes", rows)


def _as_elsewhere(one: PlaceName, text: str, names: set[str]) -> PlaceName:
    """A name that another sentence has with more before it, where that stands here too (兴边|富民行动)."""
    longer = [
        name
        for name in names
        if len(name) > len(one.name) and name.endswith(one.name) and text.endswith(name, 0, one.end)
    ]
    if not longer:
        return one
    whole = max(longer, key=len)
    return PlaceName(whole, one.type, one.end - len(whole), one.end)
