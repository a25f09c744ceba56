"""Bodies that a bracket puts in charge: （省商务厅牵头，省外办、省贸促会按职责分工配合）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.judgements.place_names import PlaceName

_BRACKETS = re.compile(r"[（(]([^（）()]{2,200})[）)]")
_CHARGED = re.compile(r"牵头|负责|配合|责任单位|承担|分工")
_BETWEEN = re.compile(r"[、，,；;：:]|会同|以及")
_DUTY = re.compile(
    r"等?(?:按照?职责(?:分工)?|分别|共同|依职责|各自){0,3}(?:牵头|负责|配合|落实|承办|参与|协助|实施){0,3}$"
)
_AND = re.compile(r"(?<=[会办局委厅部])[和与及](?=[省市县区州旗])")
_NO_NAME = re.compile(r"各|有关|相关|单位|部门|成员|主体|属地|企业$|等$")
_TYPES = (
    ("military", re.compile(r"军区|警备区|武装部|部队")),
    ("border", re.compile(r"海关|边检|海事局")),
    ("party", re.compile(r"[省市县区州旗]委(?:[一-龥]{2,6}[部办委室])?$|党校|纪委|(?:组织|宣传|统战)部")),
    ("mass", re.compile(r"贸促会|工商联|工会|[妇残文侨]联|团[省市县区]?委|科协|红十字会|[协商学]会")),
    ("justice", re.compile(r"法院|检察院")),
    ("company", re.compile(r"公司|集团|银行|[支分]行$|电网|机场")),
    ("education", re.compile(r"大学|学院|学校")),
    ("government", re.compile(r"政府|管委会|小组|专班|办事处")),
    ("department", re.compile(r"[会办局委厅部处署院馆站队室]$|中心$")),
)  # fmt: skip


def in_charge(text: str) -> list[str]:
    """
    Who is in charge or takes part as brackets say it.

    Examples
    --------
    >>> in_charge("优化通关。（省商务厅牵头，合肥海关按职责分工配合）（见附件）")
    ['省商务厅牵头，合肥海关按职责分工配合']
    """
    return [found[1] for found in _BRACKETS.finditer(text) if _CHARGED.search(found[1])]


def charged_bodies(text: str) -> Iterator[PlaceName]:
    """
    Every body that such a bracket lists, whatever it is called.

    Examples
    --------
    >>> [one.name for one in charged_bodies("优化通关。（省商务厅牵头，省外办、省贸促会按职责分工配合）")]
    ['省商务厅', '省外办', '省贸促会']
    """
    for bracket in _BRACKETS.finditer(text):
        if _CHARGED.search(bracket[1]):
            for start, end in _items(text, *bracket.span(1)):
                kind = next((type_ for type_, mark in _TYPES if mark.search(text[start:end])), "")
                if kind and end - start >= 3 and not _NO_NAME.search(text, start, end):
                    yield PlaceName(text[start:end], kind, start, end)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a bracket's lists, without what they are to do."""
    borders = [found.span() for found in _BETWEEN.finditer(text, start, end)]
    borders += [found.span() for found in _AND.finditer(text, start, end)]
    edges = [start, *(at for span in sorted(borders) for at in span), end]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if duty := _DUTY.search(text, first, last):
            yield first, duty.start()
