"""Which words of a stretch are a noun phrase that can name an indicator: whole words, no verb left over."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from analysis.judgements.action_lists import load_actions
from analysis.judgements.name_words import Word

# What begins with one of these is no noun phrase; inside a clause they end one.
SIDE = re.compile(
    "(?:总?规模|(?:年均)?[增降]幅|总(?:里程|面积|长度|容量|户数)|总量|总数|数量|增速|增幅|占比|金额|总额|总投资|投资额|产值|营收|销量)(?:占.*)?"
)
SPENT = re.compile("(?:用于|投向|投入)[一-鿿]{2,8}(?=[，。；、]|$)")  # 财政支出近八成投向民生领域
SHARE_OF = re.compile("占[^，、]{2,20}")
OF_GROWTH = re.compile("(?:年均)?(?:增速|增幅|增长率?)$")
SIDES = {"支出": "收入"}  # told right behind the other, of one budget
RATE = re.compile("(?:年均)?(?:增速|[增降]幅)|占比")
SAME = re.compile("[额值量数]$")  # 成交额…、金额
_SHORT = 10  # characters of the front of a name (城市更新|六大行动)
_NO_FRONT = re.compile("[、和与及—是“”的我]|^(?:建设|改造|治理|服务|支持|培训|投资|投入)$")
_LEADS = re.compile("[用经在向由较将把对从按据自以为于被让使]|面向|通过|按照|根据|围绕|针对|随着|自从")
# What only a clause of its own goes on with: 832个县全部摘帽, 志愿者人数达到人口的20%.
_GOES_ON = re.compile(
    "成为|达到|享受|成型|纳入|入选|跻身|获[评批]|首次|全部|已|相继|陆续|将|依法|应当|必须|可以|不得|搬[出入进]|走出|下沉|奔赴|[喝用住]上|一道|一起|共同|自古以来|未能?|尚未|没有|有|亮相|受到|得到|落户|升格|迈[入上]|开诊|揭牌|挂牌|上榜"
)
_PARTED = re.compile("首次|成为|[高低]于")  # and before a number
_NO_NAMES = re.compile(
    "除|部分|违反|预计|预期|大大|远远|终于|即|以[上下]|[我本]国|若干|这样|那样|如此|现在|目前"
)
# Whoever stands with one of these before a number is told of, not measured.
_CLAUSAL = re.compile("[从由向将把要拟较到]|划分|分为|必须|一定|应当?|只有|决定|已经")
# What goes with 在 as an attribute (在孵企业, 在鄂投资企业), and leads to no noun.
_HERE_AND_NOW = re.compile(
    "[孵建学校册岗职园读研营京津沪渝冀晋辽吉苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁疆港澳](?:[一-鿿]{2}企业)?"
)
_OF_OWN = re.compile("[建管办营购筹产种养].{0,3}")  # 自建|机房, cut as two words
_WILL = re.compile("[将拟把使]|必须|力争")
_BRINGS = re.compile(
    "推介|推荐|提供|新增|减免|减轻|降低|挽回|追回|投入|拨付|下达|筹集|筹措|争取|给予|予以|节省|节约|办理|发放|发行|解决|促进|开放|推送|投放|交付"
)  # 向民间资本推介|项目
_SERVED = re.compile("[为向给]")  # whoever brings it: 保险业为全社会提供|风险保障
_RELIEF = re.compile("减负|减税|降费|减税降费|让利|融资|降本|增收|放款|授信|贷款|担保|纾困")  # 为企业减负
_GIVES = re.compile(
    "关于|给予|予以|引入|承接|输送|审议|受理|审结|破获|抓获|侦破|查办|起诉|收到|办理|互派|诊治|新建|改建|扩建|培育|新培育|提供|带动|拉动|撬动|发放|发行|投放|解决|促进|设立|安排|开展|实施|办结|制定|修订|推出|举办|承办"
)  # whoever gives is told of: 金融机构发放|贷款
_PAYERS = re.compile("财政|政府|部门|各级|中央|地方|银行")
_MADE_NEW = ("新改建", "新扩建")
_RATE_OR_NEXT = re.compile("[率数量额、和及与]|时[限间]|环节|流程|周期|能力|平均|人数|事项|业务|工作")
_FROM = re.compile("[从由按]|按照|依照|根据")
_LOOSE = re.compile(
    "[与和及或并且而等也都还又再仅只已均其该这那此的得了着过是有就才曾正到至要拟将、。，；：·近约超共达]|大约|分别|首次|首度|以及|已经|达到|接近|总共|使得|拥有|[\\s]"
)
_HERE = re.compile("[的和、及与率量性型]")  # behind a verb that is part of a noun
_KEPT = re.compile(".*[性级型化式度、]")  # before a verb that is a noun then: 历史性转变
_COMPOUND = re.compile(  # heads of what is called by a verb before them: 乡村振兴示范村
    ".*(?:工程|行动|方案|项目|计划|规划|基地|中心|村|县|区|园|镇|平台|机制|体系|企业|工厂|机构|站|队|学校|医院|专科|系统|库|线|任务|目标|试点|政策|指标|片区|街区|小区|专区|示范|建设)"
)
_DATED = re.compile(
    "(?:[12]\\d{3}|[一二][一二三四五六七八九〇○零]{3})年|[上去前]一?年|[一二三四五六七八九十]{1,3}年前|“?十[一二三四五]五"
)
_ATTRIBUTES = ("主导", "集中")  # that stand before nouns like an adjective
_OF_WORK = re.compile("时限|时间|环节|流程")  # of what is done: 办理时限
_CAMPAIGN = re.compile("行动|工程|计划")
_RESTORED = ("治理", "修复", "整治")  # not the land, but how much of it was put right
_ENDS = "率量额数值比度"
_HANDLED = re.compile(  # verbs that are nouns as well, but not before what they are done to
    "转化|资助|转移|筛查|扶持|更新|调整|收购|接待|运送|发送|输送|整改|审议|引入|亲临|莅临|取得|具有|发行|获"
)
_WITHIN = 3  # words between such a verb and its head
_OF_NONE = frozenset("pcdurmfy")  # tags of single words that name nothing
_Span = tuple[int, int]


def whole(span: _Span, words: Sequence[Word], *, behind: bool = False) -> _Span:
    """
    As much of a span as is a noun phrase of whole words; an empty span where none is.

    A word that the span cuts is taken whole, unless it reaches into the number itself. Of what stands
    `behind` a number the phrase ends before its verb.

    Examples
    --------
    >>> words = [Word("使用", 0, 2, "v"), Word("时间", 2, 4, "n"), Word("再", 4, 5, "d")]
    >>> whole((1, 5), words), whole((4, 5), words)
    ((0, 4), (4, 4))
    """
    start, end = span
    first = bisect_right(words, start, key=lambda word: word.end)
    last = bisect_left(words, end, key=lambda word: word.start)
    inside = [word for word in words[first:last] if not word.text.isspace()]
    if not behind and (relief := _relief(inside)):
        return relief[0].start, relief[-1].end
    inside = inside if behind else _without_lead(inside)
    if start == end or not inside or inside[0].text == "比" or _leads(inside):
        return start, start
    inside = _before_verb(inside) if behind else _whole_items(inside)
    compared = bool(_DATED.match("".join(word.text for word in words[last : last + 2])))
    if behind and len(inside) > 1 and _GOES_ON.fullmatch(inside[-1].text):
        inside = inside[:-1]
    inside = _trimmed(inside, compared=compared)
    if not inside or _is_none(inside, behind=behind):
        return start, start
    return max(inside[0].start, start) if behind else inside[0].start, inside[-1].end


def front(text: str, span: _Span, words: Sequence[Word]) -> str:
    """
    A text at a span as the front of a name that a numeral stands in: one short noun and no list.

    Examples
    --------
    >>> front("城市更新", (0, 4), []), front("建设", (0, 2), [])
    ('城市更新', '')
    """
    first = bisect_left(words, span[0], key=lambda word: word.start)
    inside = words[first : bisect_left(words, span[1], key=lambda word: word.start)]
    acts = any(word.tag == "v" for word in inside[:-1])
    return "" if acts or len(text) > _SHORT or _NO_FRONT.search(text) else text


def _without_lead(words: list[Word]) -> list[Word]:
    """The words behind what only leads to a noun: 按可比价格计算的|生产总值, 中央财政将安排|科技支出."""
    served = next((at for at, word in enumerate(words) if at and _SERVED.fullmatch(word.text)), -1)
    brought = next((at for at in range(served + 1, len(words)) if _BRINGS.fullmatch(words[at].text)), -1)
    if 0 < served < brought < len(words) - 1:
        return words[brought + 1 :]
    if words and _leads(words):
        led = next((at for at, word in enumerate(words) if word.text == "的" or _BRINGS.match(word.text)), -1)
        words = words[led + 1 :]
    will = max((at for at, word in enumerate(words) if _WILL.fullmatch(word.text)), default=-1)
    named = words[will + 1 :] if _has_noun(words[will + 1 :]) else words
    giving = (at for at in range(1, len(named) - 1) if _gives(*named[at - 1 : at + 2]))
    brought = max((at for at in giving if not _RATE_OR_NEXT.fullmatch(named[at + 1].text)), default=-1)
    named = named[brought + 1 :] if _has_noun(named[brought + 1 :]) else named
    start = next((at for at, word in enumerate(named) if at and _FROM.fullmatch(word.text)), len(named))
    return named[:start] if _has_noun(named[:start]) else named


def _relief(words: Sequence[Word]) -> Sequence[Word]:
    """What is done for somebody that is counted in money (为企业|减税降费); nothing if untold."""
    start = len(words)
    while start and _RELIEF.fullmatch(words[start - 1].text):
        start -= 1
    return words[start:] if start and _SERVED.fullmatch(words[0].text) else []


def _gives(before: Word, word: Word, following: Word) -> bool:
    """Whether someone does what is told behind a word: 累计 does so before a verb (学院累计|培养人才)."""
    if word.text == "累计":
        return following.tag == "v" and len(following.text) > 1
    if word.text == "投入":
        return bool(_PAYERS.fullmatch(before.text)) and following.tag[:1] == "n"
    if word.text.endswith("建") and (before.text == "占" or following.text.startswith("建筑")):
        return False  # 占新建建筑面积比例
    return bool(_GIVES.fullmatch(word.text)) and before.text + word.text not in _MADE_NEW


def _has_noun(words: Sequence[Word]) -> bool:
    return any(word.tag[:1] in ("n", "b") or word.tag == "vn" for word in words)


def _does(word: Word) -> bool:
    """Whether a word does something, and is no noun as well."""
    lists = load_actions()
    level = lists.verbs.values.get(word.text, "result")
    return len(word.text) > 1 and level != "result" and word.text not in lists.nouns


def _is_manner(word: Word) -> bool:
    lists = load_actions()
    listed = len(word.text) > 1 and word.text in lists.manners.values and word.text not in lists.nouns
    return listed and word.tag[:1] not in ("n", "b")


def _before_verb(words: Sequence[Word]) -> list[Word]:
    """The words before the first that says what they do, or what is done with them; none in marks does."""
    opened = 0
    for at in range(len(words) - 1):
        opened += words[at].text.count("“") - words[at].text.count("”")
        if at and not opened and _ends_phrase(words, at) and not _HERE.fullmatch(words[at + 1].text):
            return list(words[:at])
    return list(words)


def _whole_items(words: Sequence[Word]) -> list[Word]:
    """The words up to one that goes on, without the end of an item that a bracket has cut (…（管控）率、)."""
    ends = next((at for at, word in enumerate(words) if at and _PARTED.fullmatch(word.text)), len(words))
    cut = len(words) > 2 and len(words[0].text) == 1 and words[1].text == "、" and words[0].text in _ENDS
    return list(words[2 if cut else 0 : ends])


def _ends_phrase(words: Sequence[Word], at: int) -> bool:
    if _LEADS.fullmatch(words[at].text) or _GOES_ON.fullmatch(words[at].text):
        return True
    rest = words[at + 1 :]
    if len(rest) <= _WITHIN and _COMPOUND.fullmatch(rest[-1].text):
        return False
    return _does(words[at]) or (_is_manner(words[at]) and _does(rest[0]))


def _trimmed(words: list[Word], *, compared: bool) -> list[Word]:
    """The words without what names nothing on either side; `compared` says that a date follows (比2020年)."""
    begin, end = 0, len(words)
    while end - begin > 1 and (_is_loose(words[begin]) or _is_done(words[begin:end])):
        begin += 1
    while end > begin and _is_left_over(words[:end], compared=compared):
        end, compared = end - 1, False
    return words[begin:end]


def _is_loose(first: Word) -> bool:
    """Whether a word at the front names nothing; 超 does, before 长期."""
    return first.text == "地" or (first.text != "超" and bool(_LOOSE.fullmatch(first.text)))


def _is_done(words: Sequence[Word]) -> bool:
    """Whether a phrase begins with what is done to the rest of it (采取有力措施), or with how it is done."""
    if _is_manner(words[0]) and _does(words[1]):
        return True
    if len(words) == 2 and _CAMPAIGN.fullmatch(words[1].text):
        return False  # 提升行动
    if words[0].text in _ATTRIBUTES or (len(words) == 2 and _OF_WORK.fullmatch(words[1].text)):
        return False
    if _HANDLED.fullmatch(words[0].text):
        return _is_object(words[1:])
    kept = words[0].text in _RESTORED and words[-1].text.endswith("面积")
    return _does(words[0]) and not kept and len("".join(word.text for word in words[1:])) > 1


def _is_object(words: Sequence[Word]) -> bool:
    """Whether a verb can be done to what follows, no part of its name (转化|成果, 转移支付, 转化率)."""
    text = "".join(word.text for word in words)
    compound = len(words) <= _WITHIN and _COMPOUND.fullmatch(text) and words[0].tag[:1] == "v"
    return len(text) > 1 and words[0].tag != "v" and text[-1] not in f"{_ENDS}次模" and not compound


def _is_left_over(words: Sequence[Word], *, compared: bool) -> bool:
    last, before = words[-1], words[-2] if len(words) > 1 else None
    if last.text == "比":  # the end of 连铸比 and 占比, no noun before a year
        return compared and not (before and before.text.endswith("占"))
    if before and _does(last) and (_KEPT.fullmatch(before.text) or before.tag[:1] in ("a", "b")):
        return False
    return bool(_LOOSE.fullmatch(last.text) or _LEADS.fullmatch(last.text)) or _does(last) or _is_manner(last)


def _is_none(words: Sequence[Word], *, behind: bool) -> bool:
    """Whether what is left names nothing, or tells of somebody in a clause of its own."""
    only = words[0]
    if len(words) == 1:
        closed = only.tag[:1] in _OF_NONE or (only.tag == "v" and len(only.text) == 1)
        return closed or bool(_LOOSE.fullmatch(only.text) or _NO_NAMES.fullmatch(only.text))
    told = pairwise([*words, None])
    return not behind and any(_is_clausal(word, following) for word, following in told if word)


def _leads(words: Sequence[Word]) -> bool:
    lead, named = words[0], words[1] if words[1:] else None
    here = lead.text == "在" and named is not None and _HERE_AND_NOW.fullmatch(named.text)
    own = lead.text == "自" and named is not None and _OF_OWN.fullmatch(named.text)
    return bool(_LEADS.fullmatch(lead.text)) and not (here or own or _is_graded(lead, named))


def _is_clausal(word: Word, following: Word | None) -> bool:
    return bool(_CLAUSAL.fullmatch(word.text)) and not _is_graded(word, following)


def _is_graded(word: Word, following: Word | None) -> bool:
    """Whether a word only says how much the next is so (较大事故)."""
    return word.text == "较" and following is not None and following.tag == "a"
