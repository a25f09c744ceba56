"""What role whose place has or is to have, for whom and how confidently it is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.columns import SENTENCE_ID
from analysis.judgements.place_mentions import home_of
from analysis.judgements.place_names import Places
from analysis.judgements.place_tables import of_home, others_of, places_in
from analysis.judgements.role_kinds import Role
from analysis.judgements.role_phrases import roles
from analysis.reading import headings_above
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_TRIES = re.compile(r"努力|力争|争取|争当|争创|探索|逐步|致力")
_COMPLETES = re.compile(r"(?:全面|基本)?建成|(?:全面|基本)形成|确保|必须|务必")
_REACHED = re.compile(r"成为|[建变做]成|形成|构筑")  # of what lies behind; 打造 goes on
_AWARDED = re.compile(r"获评|入选|荣获|荣膺|喜获|获授|摘得|创成|跻身|获得|获批|列入|纳入|[名定评列授准誉]为")
_MADE = re.compile(r"打造|创建|建成|争创|(?<!加快)建设[^，。]{0,40}$")  # 加快建设 goes before works
_TO_BUILD = re.compile(r"[”」]?(?:建设|创建|培育|试点工作|工作)")
_DONE = re.compile(r"了$|成功(?:打造|创建|建设).?$")
_SCOPES = (
    ("world", re.compile(r"全球|世界|国际(?!化)|欧亚|亚太|东盟|一带一路")),
    ("nation", re.compile(r"全国|国家|国内|中国|我国")),
)
_OWN = {"全省": "province", "全市": "city", "全区": "district", "全县": "district", "区域": "region"}
_COMPASS = re.compile(r"[西东中]部|东北")
_LEVELS = {"province": "province", "prefecture": "city", "county": "district", "region": "region"}


@table(
    "roles",
    row="a role that a sentence gives a place",
    key=("sentence_id", "role"),
    help="whose hub, gateway, highland, model … and how confidently: what places are or are to be",
    columns=(
        SENTENCE_ID,
        Column(
            "holder", "str", "whose role it is; the document's place where none is named", ("whose", "主体")
        ),
        Column("implied", "bool", "true where the sentence names no holder", ("implied", "省略")),
        Column("verb", "str", "打造, 成为 …", ("verb", "动词")),
        Column("role", "str", "as written", ("role", "定位")),
        Column(
            "type",
            "str",
            "hub, centre, highland, model, city, power (强省), destination or carrier, by its head",
            ("type", "类型"),
        ),
        Column(
            "scope",
            "str",
            "for whom, by its words: world, nation, region, province, city, district; empty",
            ("scope", "范围"),
        ),
        Column(
            "confidence",
            "str",
            "is (is, or has been made), completes (建成, 确保), builds, tries (努力, 力争, 探索)",
            ("confidence", "口气"),
        ),
        Column("mode", "str", "forward, backward, situation or other", ("mode", "语式")),
        Column(
            "level", "str", "of the document: national, provincial, city, district; empty", ("level", "层级")
        ),
    ),
)
def roles_of(study: Study) -> pd.DataFrame:
    """Whose hub, gateway, highland, model … and how confidently."""
    sentences = study.counted_sentences.merge(study.commitments(), on="sentence_id")
    names = study.table("place_names")
    here = places_in(names, sentences.set_index("sentence_id")["start"].to_dict())
    home, level = home_of(study.document)
    others = others_of(names, home)
    columns = of_home(sentences, headings_above(study.document), others)
    rows = {
        (id_, one.role): (
            id_, one.holder or home, not one.holder, one.verb, one.role, one.type,
            scope_of(one, inside), confidence_of(text, one, mode), mode, level,
        )
        for id_, text, mode, at_home in columns
        for inside in [Places(here.get(id_, []))]
        for one in roles(text, inside.all, home)
        if one.holders or (level != "national" and at_home)
    }  # fmt: skip
    return build("roles", rows.values())


def confidence_of(text: str, role: Role, mode: str) -> str:
    """
    How confidently a role is told: as what is, what will be complete, what is built or what is tried.

    Examples
    --------
    >>> text = "努力成为重要门户。"
    >>> confidence_of(text, roles(text, [])[0], "forward")
    'tries'
    """
    before = text[role.clause : role.start]
    reached = _REACHED.search(role.verb) or _DONE.search(before + text[role.start : role.start + 1])
    awarded = mode != "forward" and _AWARDED.search(role.verb)
    # 打造中原地区“城市会客厅”, 推进甲等示范区建设: called so, and still to be built
    built = mode == "forward" and (_MADE.search(before) or _TO_BUILD.match(text, role.end))
    called = role.verb in ("是", "作为") or (role.verb == "" and not built)
    if called or (mode == "backward" and reached) or awarded:
        return "is"
    if _TRIES.search(before):
        return "tries"
    return "completes" if _COMPLETES.search(before) else "builds"


def scope_of(role: Role, places: Places) -> str:
    """
    For whom a role is, by its words and the places in it, the widest first; empty when they do not say.

    Examples
    --------
    >>> for text in ("成为国内大循环的中心节点。", "打造全市创新高地。", "成为核心节点。"):
    ...     print(scope_of(roles(text, [])[0], Places([])) or "-")
    nation
    city
    -
    """
    for scope, pattern in _SCOPES:
        if pattern.search(role.role):
            return scope
    inside = [one.type for one in places.between(role.start, role.end)]
    named = next((_LEVELS[type_] for type_ in inside if type_ in _LEVELS), "")
    own = next((scope for word, scope in _OWN.items() if word in role.role), "")
    return named or own or ("region" if _COMPASS.search(role.role) else "")
