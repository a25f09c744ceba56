"""Who is to do it: subjects that are an office, a body or a group, and units named in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.judgements.action_lists import ActionLists, load_actions
from analysis.judgements.clauses import clauses, closed

_UNITS = re.compile(r"(?:牵头|责任|配合|主管|实施)(?:单位|部门)[：:](?P<units>[^；;，,。）)]{2,80})")
_IN_CHARGE = re.compile(
    r"[（(](?P<units>[^（）()：:]{2,80}?)(?:按照?职责(?:分工)?|分别|共同)?(?:负责|牵头)[）)]"
)
_BODY = re.compile(  # what the name of one who acts ends with
    r"部门|委员会|[改健]委|[局厅处署]|办公室|政府|单位|企业|机构|组织|党委|党组|干部|公司|学校|高校|医院|银行|协会|法院|检察院|人民|地区"
    r"|地方|[区县市省]|乡镇|街道|各地|各级|社区|公民|个人|业主|经营者|负责人|党|国家|国务院|各方面|社会|同胞|系统|中国|部队|战线"
)
_PLACES = re.compile(r"(?:城区|园区|开发区|片区)$|能级|重点|加大")
_MODAL = re.compile(r"都要|也要|要|必须|应当|应该|应|须|需要|负责|牵头|可以|不得|将|会同|当然|都")
_NO_SUBJECT = re.compile(r"[为从到把将对以在向与由要按据用通依使让给]|根据|支持|只有")
_CALLED = re.compile(r"我们(?:殷切)?(?:要求|希望)(?=.)")  # of whom it is asked
_NOBODY = frozenset(("政府", "我们"))
_MOST = 30  # characters of a subject


def actor(sentence: str, lists: ActionLists | None = None) -> list[str]:
    """
    Those who are named as acting, in their order.

    Examples
    --------
    >>> actor("市教育局应当加强管理（责任单位：各区教育局）。"), actor("加强企业管理。")
    (['市教育局', '各区教育局'], [])
    """
    lists = load_actions() if lists is None else lists
    units = (
        found["units"].strip() for pattern in (_UNITS, _IN_CHARGE) for found in pattern.finditer(sentence)
    )
    named = [*_subjects(sentence, lists), *units]
    return [name for name in dict.fromkeys(named) if name not in _NOBODY]


def _subjects(sentence: str, lists: ActionLists) -> Iterator[str]:
    masked = closed(sentence)
    for start, end in clauses(masked):
        called = _CALLED.match(masked, start, end)
        start = called.end() if called else start
        if _NO_SUBJECT.match(masked, start, end) or lists.verbs.at(masked, start):
            continue
        if lists.manners.at(masked, start) not in (
            "",
            "全省",
            "全市",
            "全县",
            "全区",
            "全国",
            "有条件的",
            "我们",
        ):
            continue
        for found in _BODY.finditer(masked, start, min(end, start + _MOST)):
            if _acts(masked, found.end(), end, lists):
                yield from _named(sentence[start : found.end()])
                break


def _named(subject: str) -> Iterator[str]:
    """The subject where it is a name, and not what something is done with."""
    if not _PLACES.search(subject) and (subject.startswith("有条件的") or "的" not in subject):
        yield subject


def _acts(masked: str, at: int, end: int, lists: ActionLists) -> bool:
    """Whether what follows a name is a modal, a manner or a verb."""
    if _MODAL.match(masked, at, end) or lists.manners.at(masked, at):
        return True
    verb = lists.verbs.at(masked, at)
    return bool(verb) and verb not in lists.nouns and lists.verbs.values[verb] not in ("stance", "result")
