"""
From gap to measure: for each theme and sub-theme what the review achieved, what the diagnosis admits, which
goal answers it and which measures. Empty cells stay: what is admitted and not answered is a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from analysis.columns import SUBTHEME, THEME, evidence, n_of
from analysis.judgements.action_lists import load_actions
from analysis.judgements.checkable import checkable
from analysis.judgements.mode_places import states_rules
from analysis.judgements.theme_files import Theme
from analysis.judgements.troubles import admits
from analysis.reading import headings_above
from analysis.tables import SEPARATOR, Column, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document
    from analysis.study import Study

STAGES = ("achieved", "admitted", "goal", "measure")
SURE, LIKELY = 0.7, 0.5  # confidence of a learned theme in the sentences that a stage lists, and else
_REACHES = frozenset(("实现", "达到", "达", "保持", "力争", "争取", "确保", "突破", "增长", "控制", "稳定"))

_GOALS = re.compile(r"^(?!.*(?:任务|政策|措施|部署|举措|要求|布局)).*(?:目标|愿景|预期|指标)")
_SETS = re.compile(  # what the goals are, or where things shall stand by a year
    r"^(?:[^，,；;。]{0,30}(?:目标|指导思想|总体要求)(?:是|为|：)"
    r"|《[^》]{0,60}(?:纲要|规划|草案)[^》]{0,20}》[^，,；;。：:]{0,10}(?:明确|提出|确定)了?[^，,；;。：:]{0,16}(?:指标|目标)"
    r"|(?:力争|争取|确保|努力)?[到至](?:20\d\d年|[二一][〇○零一二三四五六七八九]{3}年|本世纪中叶|“[^”]{2,4}”[期]?末))"
)
_WORSE = re.compile(
    r"一度[^，,；;。]{0,12}(?:攀升|上升|走高|下滑|下降|回落|低迷|受阻|收缩|中断)"
    r"|(?:失业率|坏账|不良率|事故|亏损面|债务风险)[^，,；;。]{0,8}(?:攀升|上升|走高|增多|加剧)"
    r"|(?:相当|十分|非常|极为)严重|严重的地步|(?:浪费|奢侈|攀比|作假)成风|成风[，,。]"
)
_END_STATE = re.compile(  # how things shall stand: 社会治理水平明显提高, 建设取得重要进展
    r"(?:更加|更为|显著|明显|基本|全面|持续|稳步|大幅|不断|进一步|初步)(?:提高|提升|增强|改善|形成|建成|完善|优化|健全|巩固|建立|构建|筑牢|缩小|实现|凸显|彰显|扩大|向好|减少)$"
    r"|更加[^，；。]{2,8}$|取得[^，；。]{0,12}(?:进展|成效|突破|进步|成果)$|迈[上出入][^，；。]{0,8}(?:台阶|步伐)$"
)
_CASES = re.compile(
    r"(?:下列|以下)[^。：:]{0,12}(?:情形|行为|情况|条件|材料|内容|信息|事项)[^。：:]{0,24}[：:]$"
)
_ITEM = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]")
_PART = re.compile(r"[^；;。]+")
_CLAUSE = re.compile(r"[^，,；;。：:]+")


def stages(document: Document, sentences: pd.DataFrame) -> Iterator[tuple[str, tuple[str, ...]]]:
    """
    The stages that each sentence belongs to: achieved, admitted, goal, measure; none, one or two.

    `sentences` has ``sentence_id``, ``start``, ``text`` and the columns of ``commitments``. A forward
    sentence is a goal below a heading of goals, where it says what the goals are (主要预期目标是) or where
    things shall stand (到2030年，…; 社会治理水平明显提高), and where it can be checked; one with actions is a
    measure too, unless it tells goals or figures to be reached alone. What became worse in the review
    (失业率一度攀升) is no achievement, nor a case for which a rule is (有下列行为之一：（一）…) a measure;
    the terms of a rule's duties are no goals.
    """
    above, rules, cases = headings_above(document), states_rules(document), False
    columns = sentences[["sentence_id", "start", "text", "mode", "actions", "has_target"]]
    for id_, start, text, mode, actions, target in columns.itertuples(index=False, name=None):
        cases = bool(_CASES.search(text) or (cases and _ITEM.match(text)))
        if cases and _ITEM.match(text):
            yield id_, ()
        elif mode == "backward":
            yield id_, () if _WORSE.search(text) else ("achieved",)
        elif mode == "situation":
            yield id_, ("admitted",) if admits(text) else ()
        elif mode == "forward":
            set_, (ends, acts) = _sets_goals(text, above(int(start))), _end_states(text)
            target = target and not rules  # a duty within ten days is no goal
            goal = ("goal",) if set_ or target or ends else ()
            does = actions and not set_ and not (target and _only_reaches(actions)) and (acts or not ends)
            yield id_, (*goal, *(("measure",) if does else ()))


def _sets_goals(text: str, titles: Iterable[str]) -> bool:
    """Whether a sentence tells goals as such, by itself or by the headings above it."""
    return any(_GOALS.search(title) for title in titles) or _SETS.search(text) is not None


def _end_states(text: str) -> tuple[bool, bool]:
    """Whether at least half of a sentence's clauses tell how things shall stand; and whether any acts."""
    clauses, verbs = [one[0] for one in _CLAUSE.finditer(text)], load_actions().verbs
    acting = [bool(verbs.at(one, 0)) for one in clauses]
    states = [one for one, acts in zip(clauses, acting, strict=True) if _END_STATE.search(one) and not acts]
    return 2 * len(states) >= len(clauses) > 0, any(acting)


def measured_elsewhere(
    document: Document, sentences: pd.DataFrame, themes: pd.DataFrame
) -> set[tuple[str, str]]:
    """
    Themes of sentences of several, by theme and sentence, that the sentence's figure does not speak of.

    What can be checked stands in another clause than the words that speak for the theme, and not in the next.
    """
    above, found = headings_above(document), set()
    several = themes[themes["sentence_id"].duplicated(keep=False)].groupby("sentence_id")
    ahead = sentences[(sentences["mode"] == "forward") & sentences["has_target"]]
    known = ahead.set_index("sentence_id")[["start", "text"]]
    for id_, rows in several:
        if id_ not in known.index or _sets_goals(known["text"][id_], above(int(known["start"][id_]))):
            continue
        text = known["text"][id_]
        borders = [one.end() for one in _CLAUSE.finditer(text)]
        checked = {bisect_right(borders, start) for start, _ in checkable(text)}
        checked |= {clause - 1 for clause in checked}
        for theme, words in zip(rows["theme"], rows["evidence"], strict=True):
            places = {bisect_right(borders, at) for at in _places(text, words.split(SEPARATOR))}
            if places and not places & checked:
                found.add((str(theme), str(id_)))
    return found


def _places(text: str, expressions: Iterable[str]) -> Iterator[int]:
    """Where expressions begin in a text."""
    for expression in filter(None, expressions):
        yield from (one.start() for one in re.finditer(re.escape(expression), text))


def _only_reaches(actions: str) -> bool:
    """Whether all that is to be done is that figures are reached (实现进出口总额增长5%)."""
    return all(action.partition(":")[0] in _REACHES for action in actions.split(SEPARATOR))


def gaps(
    coded: Mapping[tuple[str, str], Iterable[str]],
    of_stage: Mapping[str, tuple[str, ...]],
    elsewhere: Collection[tuple[str, str]] = (),
    likely: Mapping[tuple[str, str], Iterable[str]] | None = None,
) -> pd.DataFrame:
    """
    One row per theme or sub-theme and stage, empty ones included; `coded` are the sentences of each.

    Where none of these stands at a stage, the `likely` ones do. For themes and sentences in `elsewhere` the
    sentence sets no goal, since its figure is of another theme.

    Examples
    --------
    >>> told = {"1.1.1": ("admitted",), "2.1.1": ("measure",)}
    >>> found = gaps({("life", "schools"): ["1.1.1", "2.1.1"]}, told)
    >>> found[["stage", "n", "sentence_ids"]].values.tolist()[1:3]
    [['admitted', 1, '1.1.1'], ['goal', 0, '']]
    """

    def standing(theme: str, stage: str, ids: Iterable[str]) -> list[str]:
        here = [id_ for id_ in ids if stage in of_stage.get(id_, ())]
        return [id_ for id_ in here if not (stage == "goal" and (theme, id_) in elsewhere)]

    rows = []
    for (theme, subtheme), ids in coded.items():
        for stage in STAGES:
            found = standing(theme, stage, ids) or standing(theme, stage, (likely or coded)[theme, subtheme])
            rows.append((theme, subtheme, stage, len(found), SEPARATOR.join(found)))
    return build("gaps", rows)


def coded(study: Study, themes: Iterable[Theme], least: float = SURE) -> dict[tuple[str, str], list[str]]:
    """
    The sentences of each theme and of its sub-themes, in reading order, from a confidence on.

    What a diagnosis admits is often a list (教育、医疗资源不足): there a sub-theme counts where its
    expressions stand in the part of the sentence that names the trouble, though it is coded otherwise.
    """
    found, by_theme = study.table("themes", confidence=least), {}
    order = {id_: at for at, id_ in enumerate(study.counted_sentences["sentence_id"])}
    for theme in themes:
        mine = found[found["theme"] == theme.id].set_index("sentence_id")["subtheme"]
        listed = _listed(study, theme) if theme.shown else {}
        whole = {*mine.index, *(id_ for ids in listed.values() for id_ in ids)}
        by_theme[theme.id, ""] = sorted(whole, key=order.__getitem__)
        for group in theme.groups if theme.shown else ():
            told = {id_ for id_, cell in mine.items() if group.id in cell.split(SEPARATOR)}
            by_theme[theme.id, group.id] = sorted(told | listed.get(group.id, set()), key=order.__getitem__)
    return by_theme


def _listed(study: Study, theme: Theme) -> dict[str, set[str]]:
    """The sentences of diagnosis whose trouble is of a sub-theme, by the sub-theme."""
    weak = {text for group in theme.groups for text in group.weak}
    places = study.occurrences(theme.id)
    places = places[places["longest"] & ~places["expression"].isin(weak)]
    diagnosed = set(study.commitments(mode="situation")["sentence_id"])
    sentences = study.counted_sentences.set_index("sentence_id")
    found: dict[str, set[str]] = {}
    columns = places[["sentence_id", "start", "subtheme"]]
    for id_, start, subtheme in columns.itertuples(index=False, name=None):
        if id_ in diagnosed and _admits(sentences["text"][id_], int(start - sentences["start"][id_])):
            found.setdefault(subtheme, set()).add(id_)
    return found


def _admits(text: str, at: int) -> bool:
    """Whether the part of a sentence around a place names a trouble."""
    part = next((one for one in _PART.finditer(text) if one.start() <= at < one.end()), None)
    return part is not None and admits(part[0])


@table(
    "gaps",
    row="a theme or sub-theme at a stage, empty ones included",
    key=("theme", "subtheme", "stage"),
    help="from gap to measure: what was achieved, what is admitted, which goal and which measures answer it"
    f" (learned themes from confidence {SURE} on, where none is from {LIKELY})",
    options=(Option("theme", "this theme only", metavar="ID"),),
    columns=(
        THEME,
        SUBTHEME,
        Column(
            "stage",
            "str",
            "achieved (review), admitted (diagnosis), goal (below goals, or checkable), measure",
            ("stage", "环节"),
        ),
        n_of("sentences", ("sentences", "句数")),
        evidence("these sentences, joined by ' | '"),
    ),
)
def gaps_of(study: Study, *, theme: str | None = None) -> pd.DataFrame:
    """From gap to measure, theme by theme; sub-themes for the themes that have them."""
    themes = study.known_themes if theme is None else (study.theme(theme),)
    sentences = study.counted_sentences.merge(study.commitments(), on="sentence_id")
    elsewhere = measured_elsewhere(study.document, sentences, study.table("themes", confidence=LIKELY))
    found, likely = coded(study, themes), coded(study, themes, LIKELY)
    return gaps(found, dict(stages(study.document, sentences)), elsewhere, likely)
