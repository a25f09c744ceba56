"""Organisations that a document names, and in how many sentences they are to act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.columns import evidence, n_of
from analysis.judgements.action_lists import load_actions
from analysis.judgements.actors import actor
from analysis.judgements.charged_bodies import charged_bodies, in_charge
from analysis.judgements.name_words import words_of
from analysis.judgements.organisation_names import OrganisationReader
from analysis.judgements.place_mentions import known_words
from analysis.judgements.place_names import PlaceName, outermost
from analysis.tables import SEPARATOR, Column, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_LIST = re.compile(r"[、，,；;：:和与及]|会同|以及")
_SUFFERS = re.compile(r"[获受被经向对给报请按据]")
_SUBJECT = re.compile(r"(?:^|[，,。；;：:是的]|央企|民企|国企)$")
_LISTED = re.compile(  # 省委、 before 省政府调度, and not 贯彻中央要求和 before 省委部署
    r"(?:^|[，,。；;])(?!(?:我们)?(?:认真|全面|坚决|深入|严格)?(?:贯彻|落实|执行|按照|根据|围绕|对照|遵照|紧扣))[一-龥]{2,10}[、和]$"
)
_AND = re.compile(r"[、和]|以及")
_WITH = re.compile(r"(?:[同与对向在把]|按照|围绕|落实|贯彻|拥护|服从|维护)以习近平同志为核心的$")
_OF_IT = re.compile("[的、]|工程|项目|$")  # 京剧院新建工程 is built, and does nothing
_BEFORE = 20  # characters before an organisation that say whether it is a subject
_MANNER = re.compile(
    r"(?:\d{1,3}次|多次|隆重|高度|专题|联合|累计|已|将|要|成功|连续|率先|坚强|始终|及时|正式|先后|共同|进一步)+"
)
_DOES = re.compile(
    r"应当|不得|可以|负责(?=[\u4e00-\u9fff])|主管(?!部门)|会同|责令|团结带领|带领|领航|输送|落户|实现|挂牌(?!成立)|获得|获批|入选|更名|审议|作出|召开|发布|部署|批准|印发|决定|号召|要求|总揽|调度|表彰|集聚|通报|组建|出台|举办|承办"
)
TYPES = (
    "department", "government", "party", "congress", "justice", "military", "mass", "education", "research",
    "health", "company", "culture", "border", "international",
)  # fmt: skip


@table(
    "organisations",
    row="an organisation that is named",
    key=("organisation",),
    help="departments, committees, companies, universities … that are named, and where they are to act",
    options=(Option("type", "of this type only", choices=TYPES),),
    columns=(
        Column("organisation", "str", "its name as written", ("organisation", "机构")),
        Column("type", "str", f"one of {', '.join(TYPES)}", ("type", "类型")),
        n_of("times that it is named"),
        Column(
            "as_actor",
            "int64",
            "sentences in which it surely acts: subject of what is done, or in charge (牵头, 责任单位); "
            "of the others nothing is said",
            ("as actor", "作主体句数"),
        ),
        evidence(),
        Column(
            "actor_ids", "str", "the sentences in which it acts, joined by ' | '", ("acts in", "作主体句")
        ),
    ),
)
def organisations_of(study: Study, *, type: str | None = None) -> pd.DataFrame:
    """Organisations that are named, the most frequent first, and where they are to act."""
    reader = OrganisationReader(*known_words(study))
    named: dict[str, list[str]] = {}
    acting: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    for id_, text, words in words_of(study.tokens, study.counted_sentences):
        found = list(outermost([*reader.organisations(text, words), *charged_bodies(text)]))
        actors = [*actor(text), *in_charge(text)] if found else []
        does = acting_in(text, found, actors)
        for one in found:
            named.setdefault(one.name, []).append(id_)
            types.setdefault(one.name, one.type)
            if one in does:
                acting.setdefault(one.name, []).append(id_)
    rows = [
        (
            name,
            types[name],
            len(ids),
            len(set(acting.get(name, ()))),
            _joined(ids),
            _joined(acting.get(name, ())),
        )
        for name, ids in sorted(named.items(), key=lambda item: -len(item[1]))
        if type in (None, types[name])
    ]
    return build("organisations", rows)


def acts(name: str, actors: Iterable[str]) -> bool:
    """
    Whether an organisation is one of those who act, of a list too; who only stands near is not.

    Examples
    --------
    >>> acts("省商务厅", ["省商务厅、合肥海关"]), acts("国务院", ["先后4次获国务院"])
    (True, False)
    """
    places = ((who, found) for who in actors for found in re.finditer(re.escape(name), who))
    return any(_is_one(who, found.start(), found.end()) for who, found in places)


def _is_one(who: str, start: int, end: int) -> bool:
    """Whether a name is an item of a list of those who act, or ends one and suffers nothing there."""
    before = _LIST.split(who[:start])[-1]
    ends = end == len(who) or bool(_LIST.match(who, end))
    return not before or (ends and not _SUFFERS.search(before))


def acting_in(text: str, found: Sequence[PlaceName], actors: Sequence[str]) -> list[PlaceName]:
    """The organisations of a sentence that surely act in it; with the last of a list those before it do."""
    does: list[PlaceName] = []
    for one in reversed(found):
        joined = does and one.end <= does[-1].start and _AND.fullmatch(text[one.end : does[-1].start])
        subject = _SUBJECT.search(text[max(0, one.start - _BEFORE) : one.start])
        if (joined and subject) or acts(one.name, actors) or leads(text, one):
            does.append(one)
    return does


def leads(text: str, one: PlaceName) -> bool:
    """
    Whether an organisation is the subject of what follows it: 党中央团结带领全国人民, 某学院累计输送人才.

    Examples
    --------
    >>> leads("是市委团结带领干部的结果。", PlaceName("市委", "party", 1, 3))
    True
    """
    before = text[max(0, one.start - _BEFORE) : one.start]
    if not (_SUBJECT.search(before) or _LISTED.search(before)) or _WITH.search(before):
        return False
    behind = _MANNER.match(text, one.end)
    at = behind.end() if behind else one.end
    lists = load_actions()
    verb = lists.verbs.at(text, at)
    listed = len(verb) > 1 and verb not in lists.nouns and not _OF_IT.match(text, at + len(verb))
    return bool(_DOES.match(text, at)) or listed


def _joined(ids: Iterable[str]) -> str:
    return SEPARATOR.join(dict.fromkeys(ids))
