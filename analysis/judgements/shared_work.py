"""What is done to all things of a list, told behind the last: 茶园、果园改造分别完成4万亩、6万亩."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.judgements.indicator_spans import Span
from analysis.judgements.indicator_words import whole
from analysis.judgements.name_words import Word

_WORK = re.compile(
    "(?:业务|事项|工程|项目|任务)?(?:整治|治理|改造|翻修|修缮|修复|维修|重建|扩建|搬迁|迁移|更新|升级|清理|清退|拆除|"
    "上云|联办|数字化|智能化|信息化|电子化|建设|绿化|普查|排查|检修|加固)(?:工程|项目|任务|工作)?$"
)
_MEASURED = re.compile("(?:[率量额数值比度重积]|收入|支出|投[资入]|里程|规模)$")


def worked_on(shape: str, spans: Sequence[Span], words: Sequence[Word]) -> list[str]:
    """
    The names of the things at `spans`, each with what is done to all; none where that is told of one alone.

    Examples
    --------
    >>> worked_on("茶园、果园改造", [(0, 2), (3, 7)], []), worked_on("茶园、果园", [(0, 2), (3, 5)], [])
    (['茶园改造', '果园改造'], [])
    """
    work = _WORK.search(shape, *spans[-1])
    if work is None or work.start() == spans[-1][0]:
        return []
    things = [*spans[:-1], (spans[-1][0], work.start())]
    texts = [_named(shape, span, words) for span in things]
    if not all(texts) or any(_is_done(shape, span, words) for span in spans[:-1]):
        return []
    return [text + work[0] for text in texts]


def _named(shape: str, span: Span, words: Sequence[Word]) -> str:
    start, end = whole(span, words) if words else span
    return shape[start:end].replace(" ", "")


def _is_done(shape: str, span: Span, words: Sequence[Word]) -> bool:
    """Whether an item is itself something done or measured (水库除险、渠道改造)."""
    inside = _within(span, words)
    acts = len(inside) > 1 and inside[-1].tag in ("v", "vn")
    text = shape[span[0] : span[1]]
    return acts or bool(_WORK.search(text) or _MEASURED.search(text))


def _within(span: Span, words: Sequence[Word]) -> list[Word]:
    first = bisect_left(words, span[0], key=lambda word: word.start)
    return list(words[first : bisect_right(words, span[1], key=lambda word: word.end)])
