"""The ledger: every quantity of a document, what it measures, whether it is done or promised, by when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from analysis.columns import OFFSETS, SENTENCE_ID
from analysis.judgements.checkable import deadline
from analysis.judgements.figure_periods import MEASURED, carried_periods, period_of
from analysis.judgements.list_deadlines import list_deadlines
from analysis.judgements.mode_marks import Mode
from analysis.judgements.mode_places import place_of
from analysis.judgements.modes import judge
from analysis.judgements.name_words import Word, words_of
from analysis.judgements.penalties import fined
from analysis.judgements.prospects import explains_figure
from analysis.judgements.quantities import quantities
from analysis.judgements.quantity_indicators import indicators
from analysis.judgements.quantity_status import deadlines, estimates, status_of
from analysis.judgements.stated_goals import explains_goal
from analysis.reading import headings_above
from analysis.tables import Column, Option, build, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

Names = Literal["shown", "hidden", "only"]


def targets(
    sentences: pd.DataFrame,
    above: Callable[[int], Sequence[str]] = lambda _: (),
    written: int = 0,
    words: Mapping[str, Sequence[Word]] | None = None,
    carried: Sequence[str] = (),
) -> pd.DataFrame:
    """
    Every quantity of `sentences`, in reading order; columns as in ``tables.TABLES["targets"]``.

    Parameters
    ----------
    sentences
        With ``sentence_id``, ``start`` and ``text``; with the ``mode`` of the table ``commitments``, which
        decides the status; without it the sentence and the headings above it give it.
    above
        The titles of the headings above an offset, as `headings_above` gives them.
    written
        The year of the document, 0 where it is not known.
    words
        The words of each sentence by its id, so that an indicator is whole words.
    carried
        The period that each sentence stands under, as `carried_periods` gives them.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"sentence_id": "1.1.1", "start": 0, "text": "到2030年，力争新增床位500张以上。"}
    >>> targets(pd.DataFrame([row]))[["expression", "value", "deadline", "status"]].values.tolist()
    [['到2030年', '2030', '2030年', 'promised'], ['500张以上', '500', '2030年', 'promised']]
    """
    require(sentences, "sentences", ["sentence_id", "start", "text"])
    modes = sentences["mode"] if "mode" in sentences else [None] * len(sentences)
    lists = list_deadlines(sentences["text"])
    under = carried or [""] * len(sentences)
    columns = (sentences["sentence_id"], sentences["start"], sentences["text"], modes, lists, under)
    known = words or {}
    rows = (
        row
        for id_, start, text, mode, due, period in zip(*columns, strict=True)
        for row in _rows(
            (id_, int(start), text, due, period),
            mode or judge(text, place_of(reversed(above(int(start))))[0]).mode,
            written,
            known.get(id_, ()),
        )
    )
    return build("targets", rows)


def _rows(
    sentence: tuple[str, int, str, str, str], mode: Mode, written: int, words: Sequence[Word]
) -> Iterator[tuple[object, ...]]:
    id_, offset, text, due, carried = sentence
    found = quantities(text)
    if explains_goal(text) or explains_figure(text):
        mode = "other"  # 5%左右的目标与潜力匹配: told again, and no diagnosis
    statuses = [status_of(one, text, mode, written) for one in found]
    fines = fined(text)
    beside = (
        [
            fines.get(one.start) or indicator
            for one, indicator in zip(found, indicators(text, found, words), strict=True)
        ],
        deadlines(text, found, statuses, due or _this_year(text)),
        estimates(text, found, statuses),
    )
    for one, status, indicator, by, estimated in zip(found, statuses, *beside, strict=True):
        yield (
            id_, offset + one.start, offset + one.end, one.expression, one.value, one.unit, one.kind,
            one.in_name, one.comparator, by, status,
            one.direction, indicator, estimated,
            period_of(text[: one.start], carried, by, "", written) if one.kind in MEASURED else "",
        )  # fmt: skip


def _this_year(text: str) -> str:
    """``今年`` or the like where a sentence sets its figures for it; empty where a date says when."""
    due = deadline(text)
    return due if due in _RELATIVE else ""


_RELATIVE = ("今年", "明年", "全年", "年内")
_COLUMNS = (
    Column(
        "expression", "str", "as written, with what bounds it: 不少于100万平方米", ("expression", "原文表述")
    ),
    Column(
        "value",
        "str",
        "a number, two joined by ; for a range or a name, or a date (2020-11-30); shares as fractions of 1",
        ("value", "数值"),
    ),
    Column("unit", "str", "as written, ratio for shares, 元 for money; empty without one", ("unit", "单位")),
    Column("kind", "str", "date, period, count, proportion, growth, rank or name", ("kind", "类型")),
    Column("in_name", "bool", "true for a numeral inside a name (十四五, 2号线)", ("in a name", "名称内")),
    Column(
        "comparator",
        "str",
        "exactly, at_least, at_most, more_than, less_than, about; empty for dates and names",
        ("bound", "限定"),
    ),
    Column("deadline", "str", "by when a promise is due, as written", ("deadline", "期限")),
    Column(
        "status",
        "str",
        "achieved, diagnosed, promised or none: as its sentence looks back, at the situation or ahead",
        ("status", "状态"),
    ),
    Column(
        "direction",
        "str",
        "of growth, or of what was added or taken away: up, down or level",
        ("direction", "方向"),
    ),
    Column("indicator", "str", "what is measured, in the sentence's words", ("indicator", "指标")),
    Column(
        "estimated", "bool", "achieved by a forecast or a first count (预计, 初步核算)", ("estimated", "预计")
    ),
    Column(
        "period",
        "str",
        "the year that a count, share or growth is of, by its deadline, its sentence or the headings above; "
        "several for more than one (“十五五”时期, 年均), empty where nothing says",
        ("period", "所属期间"),
    ),
)


def _nothing(study: Study, *, names: Names = "shown") -> str:
    """Why there is no row: no Chinese, no numeral, or none of the kind asked for."""
    if not study.counted_sentences["text"].str.contains("[一-鿿]").any():
        return "numbers are read in Chinese sentences, and it has none."
    if study.targets().empty:
        return "no sentence has a quantity, a date or a numeral in a name."
    return f"every row is left out by names={names}; names=shown lists them all."


@table(
    "targets",
    row="a quantity, date, period, rank, proportion, growth or numeral in a name",
    key=("sentence_id", "start", "value"),
    help="every figure and date: what it measures, achieved or promised, by when",
    when_empty=_nothing,
    options=(
        Option(
            "names", "numerals in names (十四五, 2号线)", choices=("shown", "hidden", "only"), default="shown"
        ),
    ),
    columns=(SENTENCE_ID, *OFFSETS, *_COLUMNS),
)
def targets_of(study: Study, *, names: Names = "shown") -> pd.DataFrame:
    """Every figure and date of the text; cells of tables are left out."""
    document = study.document
    sentences = study.counted_sentences
    words = {id_: one for id_, _, one in words_of(study.tokens, sentences)}
    modes = study.commitments().set_index("sentence_id")["mode"]
    sentences = sentences.assign(mode=sentences["sentence_id"].map(modes))
    carried = carried_periods(document, sentences)
    found = targets(sentences, headings_above(document), document.year, words, carried)
    return found if names == "shown" else found[found["in_name"] == (names == "only")]
