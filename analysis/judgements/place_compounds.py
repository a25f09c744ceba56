"""
Longer names that a place only begins: bodies (合肥市商务局, 四川银行, 云南农大), events under 办好, brands
under 打响, what is put forward as heritage. And zones that are called by a field (合肥声谷).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.judgements.register_lists import departments, entries, short_divisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.judgements.name_words import Word
    from analysis.judgements.place_names import PlaceName

_DIVISIONS = frozenset(("province", "prefecture", "county", "division"))
_BODY = re.compile(  # 四川银行, 广东省农村信用社, 辽宁城市建设集团
    "(?:省|市)?(?:(?:农村|农信|农商|城市|村镇|商业|合作|联合|开发){0,3}银行(?!业|间|保|信|监|机构|贷|卡|存)"
    "|农商行|城商行|农村信用(?:联)?社|农信(?:联)?社|(?:省|市|农信|农商)联社|金控(?!制)|(?:信托|再?担保|金融租赁|小额贷款)公司)"
    "|(?:(?![，,；;。、的在为将等和与及把由向])[一-龥]){1,10}?集团(?!化|军|式|总部|管)"
)
_SCHOOL = re.compile(  # 云南农大, 西北工大: whatever follows, but no 大 of the next word (农大数据)
    "[师农工财医林科矿交]大(?![数力幅规豆棚赛厦户型量批省国市县区循宗])"
    "|(?:(?:理工|科技|师范|农业|工业|财经|医科|[工农]科)大|[石电民外海]大|政法(?!委|队伍|机关|工作|系统|战线))"
    "(?=[、和与及等，。；]|建|提|办|发展|学科|合作|创)"
)
_TASK_FORCE = re.compile(  # 南京市信用体系领导小组: whatever verb its field of work has
    "(?:(?![，,；;。、的在为将等和与及把由向各]|成立|组建|组成|设立|建立|派出|派驻|抽调|组织|实行|采取|运用|强化|依托|按照|通过|健全|发挥)[一-龥]){1,14}?"
    "(?:(?:领导|协调|推进|工作|专项|攻坚)小组|专班|指挥部|联席会议|督导组|专家组|执委会|专委会)"
)
_STAGED = re.compile("(?:举办|承办|办好|筹办|主办|协办|开好|参加|参展)[^，,；;。在]{0,40}$")
_EVENT = re.compile(
    "(?:(?![，,；;。、的在为将等和与及])[一-龥A-Za-z0-9“”（）·]){0,14}?"
    "(?:(?<![环细季调])节|(?<![社机协商学员])会|(?<![发拓开进施舒])展|[竞大联赛]赛|(?<=[一-龥])赛|论坛|马拉松|庙会)"
    "”?(?=[、，,；;。和与及等]|系列|活动|$)"
)
_FOLK = re.compile(  # 豫西闹元宵、皖北唢呐会等民俗活动: none of the list has to end as an event does
    "(?![省市县区州]?[、和与及等])(?:(?![，,；;。、的]|推介|招商|展销|培训|宣讲)[一-龥“”]){2,8}"
    "(?:[、和](?:(?![，,；;。、的等]|推介|招商|展销|培训|宣讲)[一-龥“”]){2,10}){0,5}"
    "等(?:[一-龥]{0,6})(?:活动|节会|赛事|盛会|节庆)"
)
_MEETING = re.compile(  # 珠三角与粤东粤西经贸合作招商会: several meet
    "(?:(?![，,；;。、的在为将])[一-龥]){0,20}?(?:招商|推介|洽谈|交易|博览|展销|对接|恳谈|交流|商品)(?:大?会|周|月)"
)
_PRAISED = re.compile(
    "(?:打响|擦亮|唱响|叫响|做响|扩大|提升|提高|增强|放大|塑造|打造|培育|创建|做大做强|做强)[^，,；;。]{0,30}$"
)
_BRAND = re.compile("(?![、])(?:(?![，,；;。、的等])[一-龥“”·]){0,10}?品牌(?!企业|商|建设|店|战略)")
_MADE = re.compile(
    "[智制]造”?(?!业|企业|强|中心|基地|[区城])(?:等?[一-龥]{0,4}?品牌|的?[一-龥]{0,4}?(?:影响力|知名度|美誉度))"
)
_HERITAGE = re.compile(
    "(?:(?![，,；;。、的和与及等开推启])[一-龥“”]){1,14}?(?:申遗|申报[^，,；;。]{0,8}遗产|列入[^，,；;。]{0,10}遗产)"
)
_ENGINEERING = re.compile("(?:水利|水电|航电)枢纽$")  # a dam is built, and is no hub
_BARE_LEVELS = frozenset(("省", "市", "区", "州", "地市", "省市", "城市", "各市", "全市", "本市", "我市"))
_LEVELS = frozenset("省市区县州旗")
_JOINS = frozenset("和与及")
_NEW = "(?:国际|国家|未来|中国|现代|数字|智慧|智能)?"
_OVER = r"(?=[、，,；;。等和与及”（]|建设|发展|加快|提升|成为|打造|集聚|产业|核心|$)"


def is_in_compound(text: str, place: PlaceName) -> bool:
    """
    Whether a place only begins the name of a body, event or brand, or of what is put forward as heritage.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> hefei = PlaceName("合肥", "prefecture", 2, 4)
    >>> [is_in_compound(text, hefei) for text in ("办好合肥车展。", "办好合肥教育。", "打响合肥品牌。")]
    [True, False, True]
    """
    if _is_department(text, place) or _SCHOOL.match(text, place.end):
        return True
    if place.type in _DIVISIONS and (_BODY.match(text, place.end) or _TASK_FORCE.match(text, place.end)):
        return True
    if _HERITAGE.match(text, place.end):
        return True
    led = text[max(0, place.start - 44) : place.start]
    staged = _STAGED.search(led) and any(one.match(text, place.end) for one in (_EVENT, _FOLK, _MEETING))
    praised = _PRAISED.search(led) and (_BRAND.match(text, place.end) or _MADE.match(text, place.end))
    return bool(staged or praised)


def _is_department(text: str, place: PlaceName) -> bool:
    """Whether a name goes on with a department: of a division's government (合肥市商务局) or of a river."""
    found = departments().match(text, place.end)
    if found is None or place.type not in _DIVISIONS:
        return found is not None and found[0].endswith("委员会")
    called = found[0].endswith(("委", "局", "厅", "委员会"))
    return called or place.name[-1] in _LEVELS or text[place.end] in _LEVELS


def is_engineering(name: str, type_: str) -> bool:
    """
    Whether a name that ends as a hub does is an engineering work.

    Examples
    --------
    >>> is_engineering("大藤峡水利枢纽", "hub"), is_engineering("虹桥枢纽", "hub")
    (True, False)
    """
    return type_ == "hub" and bool(_ENGINEERING.search(name))


@cache
def field_zone() -> re.Pattern[str]:
    """
    What is behind a place whose zone is called by a field: 合肥|声谷, 苏州|生物医药港.

    Examples
    --------
    >>> [bool(field_zone().match(text)) for text in ("声谷建设", "生物医药港、", "城市建设", "数字城管")]
    [True, True, False, False]
    """
    fields = "|".join(sorted(entries("zone_fields", "field"), key=len, reverse=True))
    return re.compile(f"{_NEW}(?:{fields}){{1,3}}(?:产业|创新|创意|科技|示范){{0,2}}[城谷港湾岛园]{_OVER}")


def is_join(name: str, words: Sequence[Word], at: int) -> bool:
    """Whether a name that begins with 和 only joins two levels of government (市和县)."""
    return name[0] in _JOINS and at > 0 and words[at - 1].text in _BARE_LEVELS


_POINT = re.compile("[东西南北中]{1,2}部")
_POINTS = re.compile(
    "(?:[东西中]{1,2}部[、和]){1,4}(?:[东西]?[南北])部|[南北]部[、和][东西南北中]{1,2}部"
)  # of a city
_CROSSED = re.compile("(?:[0-9一二三四五六七八九十]{1,3}条)?[过跨越穿]$")  # 15条过|长江通道
_SORT = re.compile("[一-龥]{2}型(?![一-龥]{0,2}[路街镇乡村])")  # 智慧型大都市区 is a sort of one
_NO_NAME = re.compile(  # 南部三大片区 counts, 引黄入晋 is a work, 世界级城市群副中心 a role
    "[两三四五六七八九]大(?:片区|板块|园区|功能区|都市[区圈]|城市群|经济[区圈])$|^[A-Z]{2,5}社区$|^引[^入]{1,5}[入济]|[级型]城市群.{0,4}中心$"
)
_HONOURS = re.compile("(?:名|[百千]强)[县镇乡区市]$|[强大]县$")
_SEVERAL = re.compile("(?:一批|更多|若干)[^，,；;。]{0,30}$")
_COUNTED = re.compile("[0-9一二两三四五六七八九十]{1,3}[余多]?[条个处片家座]")
_OF_KIND = re.compile("之乡|[乡镇]")
_CLASSES = ("社区", "园区", "街区", "街", "乡", "县", "镇", "基地")


def is_class(text: str, start: int, end: int) -> bool:
    """
    Whether a stretch is a class of places and no name: by its honour (旅游名县), or by how many there are
    of what begins with a common word (一批长寿社区, 美食街3条).

    Examples
    --------
    >>> [is_class(text, 2, 6) for text in ("培育旅游名县。", "打造美食街区5个。", "整治人民街区。")]
    [True, True, False]
    """
    name = text[start:end]
    if (
        name.endswith("电子口岸")
        or _NO_NAME.search(name)
        or _SORT.match(name)
        or _HONOURS.search(name)
        or (_POINT.fullmatch(name) and _POINTS.search(text, max(0, start - 12), end + 12))
    ):
        return True
    if name.endswith("通道") and _CROSSED.search(text, max(0, start - 6), start):
        return True
    county = short_divisions().at(name, 0)
    common = not county or county in entries("common_counties", "word")
    if common and county == name and _OF_KIND.match(text, end):
        return text.startswith("之乡", end) or bool(_SEVERAL.search(text[max(0, start - 40) : start]))
    if not common or not name.endswith(_CLASSES):
        return False
    return bool(_COUNTED.match(text, end) or _SEVERAL.search(text[max(0, start - 40) : start]))
