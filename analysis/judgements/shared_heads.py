"""
The names of a list whose things share a part: 城镇居民、农村居民人均可支配收入 are two incomes.

A thing without a head of its own takes that of the last (食品、药品合格率); one that is nothing but a head
takes the front of the first (基金收入、支出). Which words of the last are its own is told by what both end
in, by their sort (全国和试验区), or by as many words as the thing has itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.judgements.indicator_spans import Span
from analysis.judgements.indicator_words import whole
from analysis.judgements.name_words import Word

_KIND = re.compile("(?:行业|产业|领域)")
_HEADED = re.compile(
    "(?:[率量额数值比度重耗积长速价]|收入|支出|投[资入]|贷款|[出进]口|零售|消费|里程|规模|成本|时间|能力|水平|人次|利润|税收|存款|"
    "标准|经营主体|企业|案件|事故|用户|用电|用水)$"
)
_SIDES = re.compile("收入|支出|[出进]口|存款|贷款|利润|利润总额|税收")
_SHARED = re.compile("(?:占[^占]{2,20}(?:比重|比例|的比)|对[^对]{2,14}贡献率)$")
_WORD = 3  # characters of what is more than a head (起数、人数, but 绿地率)
_EACH = re.compile("人均|户均|亩均|平均|月均|年均")
_FLOWS = re.compile("贷款|投资|进出口|[进出]口")  # that anything may have: 制造业、普惠小微|贷款余额
# What things are told of, and which things are told of it (每千人口医师数、护士数; 单位生产总值能耗、水耗).
_PER = (
    (
        re.compile("每[百千万]{1,2}[名户]?(?:常住|户籍|城镇|农村)?(?:人口?|居民|老年人|儿童)?(?:拥有)?"),
        re.compile("^(?!人均|户均|平均)[^每]{0,12}(?:医师|医生|护士|药师|技师|床位|托位|学位)数?$"),
    ),
    (
        re.compile("单位(?:地区|国内)?(?:生产总值|GDP|(?:工业)?增加值|产品)"),
        re.compile(
            "^(?:能源消[费耗]量?|能耗|水耗|电耗|物耗|用水量?|用地量?|建设用地面积|二氧化碳排放量?|碳排放(?:强度|量)?)$"
        ),
    ),
)
# What is told of a crop or of a herd, one beside the other.
_OF_CROP = re.compile("(?:(?:播种|种植|养殖|栽培|收获)面积|(?:平均)?单产|总?产量|[存出]栏量?)$")
_PLACES = "国区省市县州盟乡镇村城洲家欧美亚"  # last characters of places
_PEOPLE = re.compile("(?:居民|职工|农民)$")
_RATED, _IS_RATE = re.compile("(?:占比|增速|增幅)$"), re.compile("[率比速幅重]$")


def headed(shape: str, spans: Sequence[Span], words: Sequence[Word]) -> list[str]:
    """
    The names of the things at `spans`, each with what it shares; none where one of them names nothing.

    Examples
    --------
    >>> headed("食品、药品合格率", [(0, 2), (3, 8)], [])
    ['食品合格率', '药品合格率']
    """
    short = _short(shape, spans)
    cut = [whole(span, words) if words and not short else span for span in spans]
    texts = [shape[begin:stop].replace(" ", "") for begin, stop in cut]
    if not all(texts):
        return []
    last = texts[-1]
    if short or _HEADED.search(last) or _PEOPLE.search(last):
        beside = zip(texts, cut, strict=True)
        texts = [text + _tail(text, last, span, cut[-1], words) for text, span in beside]
    texts = _per_head(_fronted(texts, cut, words))
    return [texts[0], *(of_crop(text, texts[0]) for text in texts[1:])]


def _per_head(texts: list[str]) -> list[str]:
    """The things, those behind one that is told of so many people or so much product with that as well."""
    for front, sided in _PER:
        if found := front.match(texts[0]):
            return [
                text if front.match(text) or not sided.search(text) else found[0] + text for text in texts
            ]
    return texts


def of_people(name: str, whose: str) -> str:
    """
    People with what was told of all before them.

    Examples
    --------
    >>> of_people("农村居民", "居民人均可支配收入"), of_people("企业", "经营主体")
    ('农村居民人均可支配收入', '企业')
    """
    own = _PEOPLE.search(name)
    told = whose.partition(own[0])[2] if own else ""
    return name + told if _EACH.match(told) else name


def of_crop(name: str, whose: str) -> str:
    """
    What is told of a crop, with the crop.

    Examples
    --------
    >>> of_crop("产量", "粮食播种面积"), of_crop("产量", "工业增加值")
    ('粮食产量', '产量')
    """
    told = _OF_CROP.search(whose)
    return whose[: told.start()] + name if told and _OF_CROP.fullmatch(name) else name


def _short(shape: str, spans: Sequence[Span]) -> bool:
    """Whether all things but the last are cut within a word or an ordinal (中、高等教育; 第一、第三产业)."""
    heads = [shape[begin:end].strip() for begin, end in spans[:-1]]
    ordinal = all(re.fullmatch("第[一二三四五六]", head) for head in heads)
    return bool(heads) and (ordinal or all(len(head) == 1 for head in heads))


def _fronted(texts: list[str], spans: Sequence[Span], words: Sequence[Word]) -> list[str]:
    """The things, those that are only a head with the front of the first."""
    inside = _within(spans[0], words)
    if len(inside) < 2 or not all(len(_within(span, words)) == 1 for span in spans[1:]):
        return texts
    front, head = texts[0][: -len(inside[-1].text)], inside[-1].text
    sided = _SIDES.fullmatch(head)
    return [
        texts[0],
        *(
            front + text
            if (text[-1] == head[-1] and len(text) < _WORD) or (sided and _SIDES.fullmatch(text))
            else text
            for text in texts[1:]
        ),
    ]


def _tail(text: str, last: str, own: Span, of_last: Span, words: Sequence[Word]) -> str:
    """What a thing leaves to the last one of its list."""
    if text == last:
        return ""
    share = _SHARED.search(last)
    if share and "占" not in text and not _IS_RATE.search(text):
        return share[0]  # 高新产业增加值、数字产业增加值|占生产总值比重
    if len(text) == 1 or re.fullmatch("第[一二三四五六]", text):
        return last[len(text) :]  # 中、高|等职业教育; 第一、第三|产业
    both = _behind_same_end(text, last)
    rate = _RATED.search(last)
    if rate and _HEADED.search(text) and not _IS_RATE.search(text):
        return rate[0]  # 增加值、就业|占比
    if _HEADED.search(text):
        return both if _is_of_one_form(text, last, both) else ""
    return both or _behind_its_own(text, last, own, of_last, words)


def _behind_same_end(text: str, last: str) -> str:
    """What stands in the last behind the word that both end in: 城镇居民、农村居民|人均收入."""
    for size in range(len(text), 0, -1):
        at = last.find(text[-size:])
        if at > 0 and size < len(text) and at + size < len(last):
            return last[at + size :]
    return ""


def _is_of_one_form(text: str, last: str, rest: str) -> bool:
    """Whether a thing with a head is the front of the last alone (进口、出口|通关时间)."""
    return len(rest) > 1 and len(text) == len(last) - len(rest)


def _behind_its_own(text: str, last: str, own: Span, of_last: Span, words: Sequence[Word]) -> str:
    kind = _KIND.search(last)
    if kind and kind.start():
        return last[kind.start() :]  # 船舶、航空航天|行业增加值
    count, inside = len(_within(own, words)) or 1, _within(of_last, words)
    rest = last[len(text) :]
    if len(inside) == 1:
        return rest if _HEADED.fullmatch(rest) else ""  # 刑事、治安案件
    at = _place(text, inside) or _flow(inside)
    if not at and any(word.text in "和与及" for word in inside):
        at = len(inside) - 1  # 教育、社会保障和就业|支出
    if not at and count > 1:
        at = next((at for at, word in enumerate(inside) if at and _EACH.fullmatch(word.text)), 0)
    if not at:
        count = count if count < len(inside) else 1  # 城市生活垃圾、污水|无害化处理率
        at = min(count + (bool(inside) and len(inside[0].text) == 1), max(1, len(inside) - 1))  # 小|浆果
    return "".join(word.text for word in inside[at:])


def _place(text: str, inside: Sequence[Word]) -> int:
    """How many words of the last are a place, as a thing is: 全国和自由贸易试验区|负面清单."""
    ends = [at + 1 for at, word in enumerate(inside[:-1]) if word.text[-1] in _PLACES]
    return ends[-1] if ends and text[-1] in _PLACES else 0


def _flow(inside: Sequence[Word]) -> int:
    return next((at for at, word in enumerate(inside) if at > 1 and _FLOWS.fullmatch(word.text)), 0)


def _within(span: Span, words: Sequence[Word]) -> list[Word]:
    first = bisect_left(words, span[0], key=lambda word: word.start)
    return list(words[first : bisect_right(words, span[1], key=lambda word: word.end)])
