"""The date that the head of a list gives its items (到2030年主要产品产量是：粮食5亿吨；棉花…)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.judgements.checkable import deadline

_OPENS, _GOES_ON = ("：", ":"), ("；", ";")


def list_deadlines(texts: Iterable[str]) -> Iterator[str]:
    """
    For each sentence the deadline that the head of its list names; empty for what is in no such list.

    A sentence with a colon at its end heads a list, whose items end with a semicolon, and the last does not.

    Examples
    --------
    >>> list(list_deadlines(["到2030年产量是：", "粮食5亿吨；", "棉花1亿吨。", "加强管理。"]))
    ['', '2030年', '2030年', '']
    """
    due = ""
    for text in texts:
        if text.endswith(_OPENS):
            due = deadline(text)
            yield ""
            continue
        yield due
        if not text.endswith(_GOES_ON):
            due = ""
