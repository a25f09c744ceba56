"""
Names of projects and programmes in a sentence: 工程, 行动, 计划, 专项, 项目 with a name of their own.

A name is in quotation marks, holds a place or a Latin letter, or says more than what any such thing is
called: 重大工程 and 行动计划 are bare words. Of 工程 and 试点, which are common nouns as often, it must be
said that they are carried out; a 项目 needs a proper name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.judgements.action_lists import load_actions
from analysis.judgements.name_words import Word, partner
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import entries, programme_heads

_LONGEST = 12  # characters of a name in marks before its last words
_PARTED = re.compile(r"[”，。；]")
_QUOTED = 12  # words in marks inside a name
_MOST = 9  # words of a name
_AROUND = 40  # words in which a name lies, those in marks too
_BEFORE = 48  # characters before a name in which it is said that it is carried out
_FEWEST = 2  # characters that set a programme apart
_EMPTY = frozenset(("专项", "三年", "五年", "年度", "工作", "重大", "重点", "实施"))
_LONG = 6  # characters that set a pilot apart
_CARRIED_OUT = re.compile(
    r"(?:实施|开展|启动|组织|推进|做好|打好|打赢|打响|参与|推动|落实|制定|出台|完成|开启|争取)“?$"
    r"|(?:实施|开展|启动|打好|打赢)[^，,；;。]{2,40}[、和与及]“?$"
)
_JOINS = frozenset(("和", "与", "＋", "+", "·", "-"))
_ENDS = re.compile(
    r"[，,。；;、！？：:（）()\s和等及与“”》]|建设|实施|攻坚|在|的|取得|成果|纳入|深入|全面|扎实|成效|胜利|为|以|试点|覆盖|开展|推进|落地"
    r"|任务|完成|中(?![心小学医试])|上(?![市线])|有序|顺利|加快|向|要求|名单"
)
_EXTENT = re.compile(r"\d[\d.,]{0,9}[万亿]?(?:亩|公里|千米|公顷|立方米|平方)")  # 黑土地保护工程1036万亩
_BEHIND = re.compile(r"”?奖|[书者员数量率部处]|性|生育|单列|工程师|学院|大学|公司")
_LED = re.compile(  # what stands between the verb that carries out, or the list's mark, and a name cut short
    r"(?P<verb>实施|开展|启动|深化|推进|制定|出台)(?:好|新一轮|一批|全国|国家)?"
    r"(?P<list>[^，,；;。]{2,40}(?:工程|行动|计划|战略|试点)[、和与])?(?P<more>(?:“[^“”]{1,14}”|[A-Za-z0-9一-龥+]){1,16})$"
)
_INNER = re.compile("(?:根治|淘汰|扩大|振兴|规范|打击|弘扬)$")  # what a programme is for begins with these
_SHARED = re.compile(
    r"(?:实施|开展|启动|打好|打赢|打响)好?(?P<more>(?:(?!专项)[A-Za-z0-9一-龥]{2,10}、){1,5})$"
)
_COUNTED = re.compile(
    r"(?:约?\d[\d.]*(?:个|项|条|公里|万?亩)|一批|[二两三四五六七八九十]{1,3}[个项](?=[^行工计专重]))"
)
_SEVERAL = re.compile(
    "(?:一批|一系列|[0-9]{1,4}余?[个项条批][^，；。、“]{0,16}的)$"
)  # 14个总投资652亿元的PPP项目
_PLAN = re.compile("”(?![和与及等])[一-龥]{0,4}?(?:计划|方案|工程)(?![一-龥]?[书者])")
_ANY_PLAN = re.compile("(?:系列)?[一三五]年(?:行动)?计划|[一-龥]{2}|打击.{2,6}工程")  # 打击强揽工程
_NUMBER = re.compile(r"\d[个项]$")
_OF_BUILDING = re.compile("(?:改造|修复|治理|建设|示范|设计|性)(?:工程|项目)$")
_BUILT = re.compile("(?:建设|新建|改建|续建|修建)(?=.{3})")  # 启动|建设东部供水工程
_STARTS = re.compile("(?:启动|开工|动工|加快|推进|推动|完成|抓好|谋划)$")
_BARE = re.compile(
    r"[一二两三四五六七八九十百\d]+(?:年|大|项|个)(?:重点|重大|专项|提升|攻坚|标志性|系列|改革)*"
    r"(?:行动|工程|战略|计划|规划|项目|任务|攻坚)+(?:计划|方案)?"
)
_APART = re.compile(r"[的了和与及等]|周年|以及|实施|开展|启动|推进|行动|计划|工程|战略")
_MERGED = re.compile(
    r"^.{1,14}(?:入选|获批|纳入|列入)|^.{2,}?(?:改革|建设|体系|制度|机制|扩招|考核|评估)[和与](?=.{4})"
)
_DESCRIBED = re.compile(
    r"^一系列|^伟大工程|^全民行动$|标志性项目$|见行动$|[“两]{1,2}高”?项目$|上行动$|(?:形象|政绩|面子|豆腐渣)工程$|^\d+[个项]"
    r"|(?<!创)新战略$|基调主战略$|优质(?:产业)?项目$|一把手工程$|治国理政|重要讲话|(?:信托|资管)计划$"
)
_ON = frozenset(("深化", "推进"))  # behind these another verb may stand that carries on as well
_ROW = re.compile(  # 优化升级江淮英才计划: the second of two verbs is no part of the name either
    "(?<=优化|迭代|巩固|积极|提质|扎实)(?:升级|普及|提升|拓展|完善|深化|落实)|努力(?:普及|推进|落实)|服务(?=.*战略)|扩大(?=.*试点$)|[动开]工建设|并(?:开工|启动|实施)|好(?=国家|省|全)"
)
_BUILDING = re.compile(r"(?:^|[，。；：])(?P<more>[一-龥]{2,6}建设)$")
_NAMED_AFTER = re.compile(r"(?:实施|开展|推进|启动|深化|制定)(?P<more>[一-龥]{2,14})“$")
_CARRIES = frozenset(
    ("拓展", "升级", "落实", "组织", "完善", "优化", "迭代", "巩固", "做好")
)  # with 实施, 深化
_KINDS = frozenset(("更新计划", "提升计划", "提升行动", "改造工程", "培育计划", "行动计划"))
_WEAK = frozenset(("works", "pilot", "campaign"))
_NEVER = frozenset(
    (
        "建设",
        "推进",
        "加快",
        "实施",
        "开展",
        "启动",
        "落实",
        "制定",
        "统筹",
        "强化",
        "组织",
        "深入",
        "大力",
        "全面",
        "继续",
        "参与",
        "发起",
        "融入",
        "对接",
        "化为",
        "变为",
        "转化",
        "植根",
        "加强",
        "作为",
        "成为",
        "提出",
        "出台",
        "形成",
    )
)
_ANY = re.compile(
    r"[一二两三四五六七八九十0-9]+(?:年|个|项|大)|第[一二三四五六七八九十\d]+|[一二三四五六七八九十]+五"
)


def programmes(text: str, words: Sequence[Word], places: Sequence[PlaceName] = ()) -> list[PlaceName]:
    """The programmes that a sentence names, in their order; `places` are those that it names."""
    heads, found, here = programme_heads(), [], Places(places)
    for at, word in enumerate(words):
        head = heads.before(text, word.end)
        if not head or _BEHIND.match(text, word.end) or _goes_on(words, at):
            continue
        if _PLAN.match(text, word.end):
            continue  # “凤凰行动”计划 is found by its end
        start, quoted = _start(words, at, word.end - len(head))
        start = _in_marks(text, start, word.end)
        if start < word.end - len(head) and _is_named(
            text, start, word.end, head, quoted, here, words[max(0, at - _AROUND) : at + 1]
        ):
            start = _uncounted(text, _apart(text, _whole(text, start), word.end), word.end)
            start, end = _with_kind(text, _behind_verbs(text, start, word.end), word.end)
            bare = _BARE.fullmatch(text, start, end) and text[start - 1 : start] != "“"
            if not bare and not _ANY_PLAN.fullmatch(text, start, end):
                found.append(PlaceName(text[start:end], heads.types[head], start, end))
    return found


def _whole(text: str, start: int) -> int:
    """
    Where a name begins whose first words are verbs (扩大内需战略) or a list of what shares its head
    (蓝天、碧水、净土保卫战): behind what carries it out.
    """
    if inner := _INNER.search(text, max(0, start - 2), start):
        start = inner.start()
    before = max(0, start - _BEFORE)
    building = _BUILDING.search(text[before:start])
    if building and not _acts(building["more"]):  # 乡村建设品质提升行动
        return before + building.start("more")
    shared = _SHARED.search(text, before, start)
    if shared and not _APART.search(shared["more"]):
        return shared.start("more")
    led = _LED.search(text, before, start)
    if led is None or _APART.search(led["more"]):
        return start
    carries = led["more"] in _CARRIES and led["verb"] in _ON
    paired = inner is not None or text.startswith("协调", start)  # 全面振兴, 统筹协调
    manner = load_actions().manners.at(led["more"], 0) == led["more"] and not paired
    listed = led["more"].endswith("”") and text[start] == "“"  # “渝企出海”“渝车出海”行动计划 are two
    return start if carries or manner or listed else led.start("more")


def _acts(text: str) -> bool:
    """Whether a text begins with a verb, or what leads to one."""
    lists = load_actions()
    return bool(lists.verbs.at(text, 0) or lists.manners.at(text, 0))


def _behind_verbs(text: str, start: int, end: int) -> int:
    """Where a name begins behind the last of two verbs that carry it out, or one that only serves it."""
    row = _ROW.match(text, start, end)
    return row.end() if row else start


def _with_kind(text: str, start: int, end: int) -> tuple[int, int]:
    """A bare word in marks with what it is of (城市管理精细化“三年行动计划”)."""
    named = _NAMED_AFTER.search(text, max(0, start - _BEFORE), start) if text[end : end + 1] == "”" else None
    bare = _BARE.fullmatch(text, start, end) or text[start:end] in _KINDS
    if named is None or not bare or _APART.search(named["more"]) or _acts(named["more"]):
        return start, end
    return named.start("more"), end + 1


def _apart(text: str, start: int, end: int) -> int:
    """Where the last of two things begins that 和 joins (联动改革和全民健康行动)."""
    merged = _MERGED.search(text[start:end])
    return start + merged.end() if merged else start


def _uncounted(text: str, start: int, end: int) -> int:
    """Where a name begins that a count stands before (约50公里江堤工程), if not in marks."""
    if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
        return start  # “五个一工程”
    if _STARTS.search(text, max(0, start - 2), start) and (built := _BUILT.match(text, start, end)):
        return built.end()
    counted = _COUNTED.match(text, start, end)
    return counted.end() if counted else start


def _in_marks(text: str, start: int, end: int) -> int:
    """Where a name begins that ends together with a quotation: with it (“共同成长计划”)."""
    opened = text.rfind("“", max(0, start - _LONGEST), start) if text[end : end + 1] == "”" else -1
    return opened + 1 if opened >= 0 and not _PARTED.search(text, opened, start) else start


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether the name goes on behind a head, to another one (行动计划, 工程项目), and not to its extent."""
    if _EXTENT.match("".join(word.text for word in words[at + 1 : at + 5])):
        return False
    behind = words[at + 1].text if at + 1 < len(words) else ""
    return behind in programme_heads().types or bool(behind and not _ENDS.match(behind))


def _start(words: Sequence[Word], at: int, head_start: int) -> tuple[int, bool]:
    """Where the name begins whose head is behind the word at `at`, and whether marks are part of it."""
    quoted, begun = False, words[at].start if words[at].start < head_start else head_start
    while at > 0 and words[at].start >= head_start:
        at -= 1
    last = at
    while at >= 0 and last - at < _MOST:
        word = words[at]
        opened = partner(words, at, "“", _QUOTED) if word.text == "”" else -1
        if opened >= 0:
            period = _ANY.fullmatch("".join(one.text for one in words[opened + 1 : at]))
            return (begun, False) if period else (words[opened].start, True)
        if word.text in _JOINS and at > 0 and _joins(words, at, begun):
            at -= 1
            continue
        if not _fills(word):
            break
        begun, at = word.start, at - 1
    return begun, quoted


def _joins(words: Sequence[Word], at: int, begun: int) -> bool:
    """Whether 和 joins two words of one name (保护和修复工程), and not two names."""
    before = words[at - 1]
    return begun == words[at + 1].start and _fills(before) and before.text not in programme_heads().types


def _fills(word: Word) -> bool:
    """Whether a word may stand inside a programme's name."""
    lists = load_actions()
    verb = word.text in lists.verbs.values and word.text not in lists.nouns
    inner = word.text in entries("inner_verbs", "word")
    return inner or (word.may_be_inside and not verb and word.text not in _NEVER)


def _is_named(
    text: str,
    start: int,
    end: int,
    head: str,
    quoted: bool,
    places: Places,
    words: Sequence[Word],
) -> bool:
    """Whether a name says more than what any such thing is called."""
    type_ = programme_heads().types[head]
    # 更加积极主动的开放战略 is told, not named
    short = type_ == "plan" and not quoted and end - start <= _LONG
    told = (type_ == "strategy" or short) and text[start - 1 : start] == "的"
    if told or _DESCRIBED.search(text[start:end]):
        return False
    if type_ == "project" and _NUMBER.search(text, max(0, start - 6), start):
        return False  # 1788个“4+4”现代产业项目
    several = not quoted and _SEVERAL.search(text, max(0, start - 24), start)
    if several and _OF_BUILDING.search(text[start:end]):
        return False
    proper = quoted or re.search(r"[A-Za-z]", text[start:end]) is not None
    placed = any(one.end <= end - len(head) for one in places.between(start, end))
    whole = text[start - 1 : start] == "“" and text[end : end + 1] == "”" and end - start > len(head) + 1
    if proper or (whole and type_ != "project"):
        return True
    inside = [word.text for word in words if start <= word.start and word.end <= end - len(head)]
    own = [word for word in inside if not _is_generic(word)]
    led = _whole(text, start)
    carried = led < start or bool(_CARRIED_OUT.search(text, max(0, start - _BEFORE), start))
    if type_ in ("project", "pilot") and not placed:
        return type_ == "pilot" and sum(map(len, own)) >= _LONG
    if len("".join(own)) < _FEWEST:  # of generic words two say what is carried out: 城市更新行动
        return carried and type_ not in _WEAK and len(set(inside) - _EMPTY) > 1
    return carried or placed or type_ not in _WEAK


def _is_generic(word: str) -> bool:
    """Whether a word says nothing that sets a programme apart."""
    return word in entries("generic_programmes", "word") or bool(_ANY.fullmatch(word))
