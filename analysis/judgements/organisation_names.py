"""
Names of organisations in a sentence: departments, bodies of party and state, companies, universities.

A department is a field of government with 委, 局, 厅 or 部 behind it; others are known by name, or end in a
head (大学, 公司) behind a proper name: what has none (各类企业, 医疗机构) is a kind of organisation and none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.judgements.action_lists import load_actions
from analysis.judgements.name_words import Word
from analysis.judgements.organisation_wholes import is_branch_alone, whole
from analysis.judgements.place_names import PlaceName, PlaceReader, outermost
from analysis.judgements.place_namesakes import is_in_marks
from analysis.judgements.register_lists import (
    competent_departments,
    departments,
    known_organisations,
    organisation_heads,
)

_INNER = "(?:(?![和与及的各在对是为以要把让向等、])[一-龥])"
_NO_BODY = re.compile(  # 中央财政 and 中央企业 are no Party body
    r"中央(?=财政|政府|预算|对地方|对口|驻|企业|单位|补助|转移|投资|资金|储备|和地方|与地方|本级|国债|级|空调|银行|、地方|一级|层面|统筹|事权|支出|收入|国家机关|法务区|厅局|八项规定|财经委|调剂|生态环境保护督察|环保督察|巡视|全会|电视台|媒体|直属|商务|厨房|公园|活动|大[街道厦]|广场|苏区|红军|在[一-龥]单位|(?:(?!召开|举行|决定|决策|部署|要求|提出)[一-龥]){2,8}(?:会议|工作会)"
    r"|[和及与、](?:各)?(?:[省市区]{1,2}[、和])?[省市区]{1,3}(?:驻|属|直|各部门|环保|生态|[一-龥]{0,3}单位))"
)
_EVENT = re.compile(
    "[^，。、；]{0,8}?(?:博览会|论坛|电影节|艺术节|峰会|班列|快班|对话会|合作周)"
)  # 东盟博览会
_SEVERAL = re.compile("(?:国家|[省市县区])、$")
_PROJECT = re.compile(  # 上合组织国际物流园 is a place
    f"(?:(?!支持|建设|推动|组织|提供|设立|签署|举办){_INNER}){{0,10}}?(?:园区?|基地|示范区|试验区|平台|中心|信息港)"
)
_KNOWN_ABROAD = frozenset(("联合国", "世界银行"))  # heads that are names by themselves
_ANY_ABROAD = re.compile("国际(?:知名)?大?(.{2,3})")  # 国际医院, 国际大公司
_ANY_OF = re.compile(
    "最佳|[两三四五六七八九十]大(?:实验室|银行|医院|公司|集团|剧院|高校)$"
)  # 获评最佳交易所, 四大实验室
_OF_FIRMS = frozenset(("控股", "担保", "租赁", "保理"))  # verbs in their names
_AWARDED = frozenset(("荣获", "获评"))  # between who gets and who gives, and tagged as names
_NO_BANK = re.compile("间|业|化|卡|监管|保险")  # 上海银行间同业拆放利率
_DASH = re.compile("[—－–-]$")  # 广西—东盟合作区: of two sides
_STUDIED = frozenset(("发展", "研究", "改革", "创新", "规划"))  # what an institute is of
_SITE = re.compile("旧址|旧居|故居|遗址|所在地|驻地")  # of which only the place is meant
_INSTITUTE = re.compile(f"{_INNER}{{0,8}}?(?:研究院|研究室|研究所|研究中心|参事室)")
_CENTRE = re.compile("(?:舞台|城市|广场|大厅|公园)$")  # 世界舞台中央 is a place
_LEVELS = re.compile(
    r"(?:[省市县区乡镇旗]|(?<=[省市县区、])州)$"
)  # before 县政府: 省市县政府 are governments of a kind
_COUNTED = re.compile(r"(?:[0-9一二三四五六七八九十两百]{1,12}[个家所座]|领域|以上|各类?|一批|多[个家所])$")
_KINDS = frozenset(("中医院", "妇幼保健院", "总医院", "县医院", "市医院", "乡镇卫生院"))
_BEGINNINGS = frozenset(("party", "research", "government", "company", "education"))
_NO_ORGANISATION = re.compile(r"反革命|犯罪|诈骗|黑社会|帮派")
_BODIES = frozenset(("research", "education", "health", "company", "culture", "justice"))
_FOUNDERS = frozenset(("department", "education"))
_OF_DEPARTMENTS = frozenset(("research", "education", "health"))
_WHOLE = re.compile(  # what a body known by name is only the beginning of: 中央财办, 中科院金属研究所
    f"{_INNER}{{1,4}}(?:委会|[办委](?![法理公学好事案员托派会展赛]))"
    f"|{_INNER}{{1,8}}?(?:研究所|研究院|分院|分局|分公司|总部|分行|支行|办公室|领导小组|工作组)"
)
_OF_ALL = re.compile(
    r"(?:各|有关|相关)?部门|各?部委|机关|系统|企业|财政(?!部|厅|局)"
)  # and then a kind of body
_PARTY = re.compile(r"中共[一-龥]{2,8}$")


class OrganisationReader(PlaceReader):
    """Finds the organisations of a sentence; `terms` and `common` as for places."""

    own_tags = ("nt", "nz", "ns")
    also_proper = frozenset(("中国", "中华", "国际"))

    def __init__(self, terms: Iterable[str] = (), common: Iterable[str] = ()) -> None:
        super().__init__(terms, common, organisation_heads())

    def organisations(self, text: str, words: Sequence[Word]) -> list[PlaceName]:
        """The organisations that a sentence names, none inside another, in their order."""
        merged = list(self.merged(text, words))
        edges = ({word.start for word in words}, {word.end for word in words})
        found = [*self.headed(text, merged), *_departments(text), *_known(text, *edges)]
        joined = (_with_party(text, _with_rest(text, one)) for one in _joined(list(outermost(found)), text))
        named = [
            one
            for one in outermost(whole(text, words, one) for one in joined)
            if not (_is_kind(one.name) or _is_counted(text, one) or _is_other(text, one))
        ]
        return list(outermost(named))

    def _fills(self, word: Word) -> bool:
        return word.text in _OF_FIRMS or (word.text not in _AWARDED and super()._fills(word))

    def _is_proper(self, word: Word, *, near: bool) -> bool:
        body = word.tag == "nt" and len(word.text) > 1
        return (body and near) or super()._is_proper(word, near=near)


def _joined(found: Sequence[PlaceName], text: str) -> Iterator[PlaceName]:
    """The names, one who founds put together with the body that follows (教育部重庆高等研究院)."""
    at = 0
    while at < len(found):
        one, next_ = found[at], found[at + 1] if at + 1 < len(found) else None
        if one.type in _FOUNDERS and next_ and next_.start == one.end and next_.type in _OF_DEPARTMENTS:
            yield PlaceName(text[one.start : next_.end], next_.type, one.start, next_.end)
            at += 1
        else:
            yield one
        at += 1


def _with_party(text: str, one: PlaceName) -> PlaceName:
    """A committee with the Party and place before it (中共湖北省委)."""
    before = _PARTY.search(text, max(0, one.start - 10), one.start) if one.type == "party" else None
    start = before.start() if before else one.start
    return PlaceName(text[start : one.end], one.type, start, one.end)


def _with_rest(text: str, one: PlaceName) -> PlaceName:
    """A body with the rest of the name that it begins (中科院金属研究所), where no other begins there."""
    institute = _INSTITUTE.match(text, one.end) if one.type in ("government", "department") else None
    if institute and not _acts_between(text, one.end, institute.end()):
        return PlaceName(text[one.start : institute.end()], "research", one.start, institute.end())
    rest = _WHOLE.match(text, one.end) if one.type in _BEGINNINGS else None
    if rest is None or len(load_actions().verbs.at(text, one.end)) > 1:
        return one
    return PlaceName(text[one.start : rest.end()], one.type, one.start, rest.end())


def _acts_between(text: str, start: int, end: int) -> bool:
    """Whether a verb stands in what may be a name: 市政府支持建设研究院."""
    verbs = load_actions().verbs
    return any(
        len(verb) > 1 and verb not in _STUDIED for at in range(start, end) if (verb := verbs.at(text, at))
    )


def _is_other(text: str, one: PlaceName) -> bool:
    """Whether what follows makes it bodies of a kind (国务院部门), a site or an event (国际博物馆论坛)."""
    of_state = one.type in ("government", "party", "department")
    event = one.name.startswith("国际") and _EVENT.match(text, one.end)
    rate = one.name.endswith("银行") and _NO_BANK.match(text, one.end)
    return bool((of_state and _OF_ALL.match(text, one.end)) or _SITE.match(text, one.end) or event or rate)


def _is_counted(text: str, one: PlaceName) -> bool:
    """Whether a name is of a kind that is counted (3个重庆实验室)."""
    return one.type in _BODIES and bool(_COUNTED.search(text, max(0, one.start - 6), one.start))


def _is_kind(name: str) -> bool:
    """Whether a name is what any organisation of a kind is called."""
    heads = organisation_heads().types
    return (
        name in _KINDS
        or bool(_NO_ORGANISATION.search(name))
        or name.startswith(("中国特色", "国际组织", "中国组织", "国际商事", "非银行"))
        or (name in heads and name not in _KNOWN_ABROAD)
        or bool(_ANY_OF.search(name))
        or bool((any_ := _ANY_ABROAD.fullmatch(name)) and any_[1] in (*heads, "学校"))
        or is_branch_alone(name)
    )


def _departments(text: str) -> Iterator[PlaceName]:
    for found in departments().finditer(text):
        if not _SEVERAL.search(text, max(0, found.start() - 4), found.start()):  # 国家、省、市、县监察委员会
            yield PlaceName(found[0], "department", *found.span())
    for found in competent_departments().finditer(text):
        yield PlaceName(found[0], "department", *found.span())


def _known(text: str, starts: set[int], ends: set[int]) -> Iterator[PlaceName]:
    known = known_organisations()
    for at in sorted(starts):
        name = known.at(text, at)
        kind = _NO_BODY.match(text, at) or (
            name[:1] in "省市县区" and _LEVELS.search(text, max(0, at - 2), at)
        )
        kind = kind or (name == "中央" and _CENTRE.search(text, max(0, at - 3), at))
        abroad = known.values.get(name) == "international"
        behind = _EVENT.match(text, at + len(name)) or _PROJECT.match(text, at + len(name))
        kind = kind or (abroad and (behind or _DASH.search(text, max(0, at - 1), at)))
        if name and at + len(name) in ends and not kind and not is_in_marks(text, at, at + len(name)):
            yield PlaceName(name, known.values[name], at, at + len(name))
