"""
Groups of people, and of enterprises, that are named as those who get something; and those never named.

Who gets something stands behind a word of giving (为, 惠及, 帮助, 让) in its clause, or before what is given
(权益, 补贴, 就业), or draws a benefit that is paid or raised (低保, 养老金). Whoever is named otherwise (in a
list, as a quality of something else) is counted apart: it may get something there too, which the sentence
does not say in such words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from analysis.columns import evidence
from analysis.judgements.action_lists import Words, read_rows
from analysis.judgements.name_words import words_of
from analysis.judgements.register_lists import home
from analysis.tables import SEPARATOR, Column, build, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_TITLE = re.compile(r"《[^《》]{1,80}》")  # what stands in it is a law's name
_CLAUSE = re.compile(r"针对[^，,；;。！!？?：:]{1,40}[，,][^，,；;。！!？?：:]+|[^，,；;。！!？?：:]+")
_GIVES = re.compile(
    r"惠及|帮助|保障|关爱|关心|救助|扶持|资助|维护|保护|满足|方便|优待|减轻|补贴|慰问|帮扶|安置|援助|扶助|服务|面向|解决|增进|优抚|照顾|奖励|减免"
    r"|让(?!位|渡)|使(?!用|命)|(?<![作成认因行以])为(?!重|主|核|先|本|导|依|抓)|给(?!予)|给予|向|支持|鼓励|促进|赋予|赋能|免费|筛查|拓宽至|扩大[至到]|覆盖|直达"
)
_GIVEN = re.compile(
    r"权益|待遇|福利|保障|救助|关爱|就业|创业|入学|上学|就学|升学|住房|公寓|安居|补贴|津贴|补助|养老金|退休金|收入|工资|增收|需求|落户|市民化|子女"
    r"|扶持|帮扶|优惠|融资|贷款|减负|税费|医疗|护理|照护|照料|康复|就医|用餐|助餐|供养|服务|培训|健康|体检|友好|享受|享有|免费|减免|优先|参保|致富|脱贫"
    r"|(?<!信念)(?<!政治)(?<!主义)(?<!思想)(?<!普法)(?<!国防)(?<!警示)(?<!法治)教育"
    r"|生活|安置|优待|成长|之家|驿站|便利|设施|福祉|抚恤|保护|办学|受教育|负担|困难|纾困|增产|支持(?:力度|政策)|激励|奖励|倾斜"
    r"|[支决话参经自][配策语与营主]权|援助(?:力度|政策)|资助|参与[一-龥]{2,14}(?:机制|平台)|税负|所得税|起征点|加计扣除|退税|账款|欠款|保险|休假|带薪|自主权|托位|床位|学位|活动中心|动态清零|普惠|执业范围|通关|渠道|医保|分别从|[应能]\w尽\w"
)
_ENJOYS = re.compile(r"(?:享受|享有|惠及|减半征收)[^，,；;。]{1,24}的$")  # 享受优惠的小微企业
_TALENT_GETS = re.compile(  # of talent: what is for themselves
    r"待遇|薪酬|奖励|激励|补贴|津贴|住房|公寓|安居|落户|[支决自][配策主]权|优惠|职称|礼遇|福利|权益|所有权|使用权|收入|子女|服务保障|支持(?:力度|政策)|创新创业(?![大平])"
)
_RAISED = re.compile(r"(?:[一-龥]{0,8})培育")  # of enterprises: a talent is brought up for others' sake
_BENEFIT = re.compile("养老金|退休金|低保|最低生活保障|补贴|津贴|助学金")  # names those who draw it
_PAID = re.compile(
    "提高|上调|增加|发放|落实|调整|上涨|增长|惠及|建立|扩大|兑现|拨付|实施|健全|完善|达到|提标|提升|覆盖|享受|领取"
)
_JOINED = re.compile(
    "(?:参加|加入|纳入)[^，,；;。]{0,8}$"
)  # others join the insurance that is named after somebody
_INSURANCE = re.compile("(?:基本|大额|补充)?(?:养老|医疗|工伤|失业|生育)?(?:保险|医保)")
_NO_PERSONS = re.compile(  # who stands in it names a house, a city's rank, a subject
    r"融(?![入资合通])|强[国省市区]|院|精神|港(?![澳])|战略|高地|中心|市场|学|委员会|医院|阶级|创新创业大赛|大赛|论坛|荟|团(?!队|体)"
)
_KEPT_FROM = re.compile(  # and here persons are spoken of, and get nothing
    r"队伍|工作者|大军|资源|储备|工作(?!补|服)|体系|开发计划|集聚|培养(?!支持)|引进|引育|评价|政策"
)
_OTHERS = re.compile(r"(?:[、和与及][^、和与及，；。的]{1,10}){1,12}")  # the rest of the list
_WORKS = "人才"  # whom a document brings in and trains for others' sake: what they get must be named
_ITEMS = re.compile(r"(?:、[^、和与及，；。的]{2,8}){1,8}[、和与及]")
_LISTED = 48  # characters of a list before somebody
_NEAR = 16  # characters between a word of giving and who gets it
_BEHIND = 12  # and between him and what is given


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people with its English name."""

    name: str
    name_en: str


@cache
def groups() -> tuple[Group, ...]:
    """The groups that are looked for, in the order of their list; a variant may name two (师生)."""
    rows = read_rows(home() / "beneficiaries.tsv", ("variant", "group", "group_en"))
    pairs = [(row["group"].split(SEPARATOR), row["group_en"].split(SEPARATOR)) for row in rows]
    return tuple(dict.fromkeys(Group(*one) for names in pairs for one in zip(*names, strict=True)))


@cache
def _variants() -> Words:
    rows = read_rows(home() / "beneficiaries.tsv", ("variant", "group", "group_en"))
    return Words({row["variant"]: row["group"] for row in rows})


def named(sentence: str, edges: Collection[int] = ()) -> list[tuple[str, bool]]:
    """
    The groups that a sentence names, each with whether it is said to get something.

    `edges` are where its words begin and end, if known: who lies across them is not named (涉农|民生).

    Examples
    --------
    >>> named("完善残疾人就业帮扶，让老年人享受优惠。")
    [('残疾人', True), ('老年人', True)]
    >>> named("教师、学生和家长参加了会议。")
    [('教师', False), ('学生', False)]
    >>> named("保障师生安全。")  # a word may name two groups
    [('学生', True), ('教师', True)]
    >>> named("基础养老金提高到174元，参加企业职工养老保险。")
    [('参保人与退休金领取者', True), ('职工与劳动者', False)]
    """
    found: dict[str, bool] = {}
    masked = _TITLE.sub(lambda title: "，" * len(title[0]), sentence)
    for clause in _CLAUSE.finditer(masked):
        for group, gets in _in_clause(clause[0], {edge - clause.start() for edge in edges}):
            found[group] = found.get(group, False) or gets
    return list(found.items())


def _in_clause(clause: str, edges: Collection[int]) -> Iterator[tuple[str, bool]]:
    variants, at = _variants(), 0
    while at < len(clause):
        variant = variants.at(clause, at)
        end = at + len(variant)
        across = bool(edges) and at not in edges and end not in edges
        if variant and not (across or _NO_PERSONS.match(clause, end)):
            kept = _KEPT_FROM.match(clause, end) is not None
            gets = not kept and _gets(clause, at, end)
            yield from ((group, gets) for group in variants.values[variant].split(SEPARATOR))
        at = end if variant and not across else at + 1


def _unlisted(before: str) -> str:
    """What stands before somebody, without those listed before him (支持农民工、毕业生、…)."""
    head, mark, _ = before.partition("、")
    return head if mark and _ITEMS.fullmatch(before[len(head) :]) else before


def _is_firm(clause: str, start: int) -> bool:
    """Whether who stands at a place is an enterprise, which is brought up for its own sake."""
    return _variants().at(clause, start).endswith(("企业", "户", "民企"))


def _gets(clause: str, start: int, end: int) -> bool:
    """Whether who stands at a place of a clause gets something there."""
    if _INSURANCE.match(clause, end) and _JOINED.search(clause, 0, start):
        return False
    if _BENEFIT.search(clause, start, end):
        return bool(_PAID.search(clause)) and not clause.startswith("个人", max(0, start - 2))
    if _variants().at(clause, start).endswith(_WORKS):
        return bool(_TALENT_GETS.search(clause, end, min(len(clause), end + _BEHIND)))
    before = _unlisted(clause[max(0, start - _LISTED) : start])[-_NEAR:]
    if _ENJOYS.search(clause, max(0, start - _LISTED), start):
        return True
    if _is_firm(clause, start) and _RAISED.match(clause, end):
        return True
    given = list(_GIVES.finditer(before))
    if given and "的" not in before[given[-1].end() :]:
        return True
    others = _OTHERS.match(clause, end)
    behind = others.end() if others else end
    return bool(_GIVEN.search(clause, end, min(len(clause), behind + _BEHIND)))


def beneficiaries(
    commitments: pd.DataFrame, sentences: pd.DataFrame, edges: Mapping[str, Collection[int]] | None = None
) -> pd.DataFrame:
    """
    One row per group, those never named included; columns as in ``tables.TABLES["beneficiaries"]``.

    A group gets something where a sentence that looks ahead or back says so; in a diagnosis, a definition or
    a formality it is mentioned. `edges` are those of each sentence's words, by its id.
    """
    known = edges or {}
    require(commitments, "commitments", ["sentence_id", "mode"])
    modes = dict(zip(commitments["sentence_id"], commitments["mode"], strict=True))
    gets: dict[str, list[str]] = {}
    mentioned: dict[str, list[str]] = {}
    for id_, text in sentences[["sentence_id", "text"]].itertuples(index=False, name=None):
        for group, given in named(text, known.get(id_, ())):
            into = gets if given and modes[id_] in ("forward", "backward") else mentioned
            into.setdefault(group, []).append(id_)
    rows = []
    for one in groups():
        here, there = gets.get(one.name, []), mentioned.get(one.name, [])
        ahead = sum(modes[id_] == "forward" for id_ in here)
        ids = (SEPARATOR.join(here), SEPARATOR.join(there))
        rows.append((one.name, one.name_en, len(here), ahead, len(there), *ids))
    return build("beneficiaries", rows)


@table(
    "beneficiaries",
    row="a group of people or enterprises, those never named included",
    key=("group",),
    help="who is said to get something, who is named besides, and who is never named",
    columns=(
        Column("group", "str", "the group, as corpus/registers/beneficiaries.tsv has it", ("group", "群体")),
        Column("group_en", "str", "its English name", ("in English", "英文名")),
        Column("n", "int64", "sentences that say that it gets something", ("gets", "受益句数")),
        Column("forward", "int64", "those of them that look ahead", ("ahead", "前瞻句")),
        Column(
            "mentioned",
            "int64",
            "other sentences that name it; whether it gets something there is not said",
            ("also named", "另有提及句数"),
        ),
        evidence("the sentences that say that it gets something, joined by ' | '"),
        Column("mention_ids", "str", "the others, joined by ' | '", ("also named in", "另有提及句")),
    ),
)
def beneficiaries_of(study: Study) -> pd.DataFrame:
    """Who is said to get something, who is named besides, and who is never named."""
    sentences = study.counted_sentences
    edges = {
        id_: {0, *(word.end for word in words), *(word.start for word in words)}
        for id_, _, words in words_of(study.tokens, sentences)
    }
    return beneficiaries(study.commitments(), sentences, edges)
