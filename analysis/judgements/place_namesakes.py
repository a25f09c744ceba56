"""
What is called by a place and is none: an event, a law, a firm, a branch, a culture, people, a word in marks
(上海国际广告节, 北京市数据条例, 台湾同胞, “山城后巷”).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.judgements.place_bodies import is_of_government
from analysis.judgements.place_compounds import is_in_compound
from analysis.judgements.place_facilities import is_aside, is_campaign, is_cut, is_in_facility
from analysis.judgements.place_features import is_works

if TYPE_CHECKING:
    from analysis.judgements.name_words import Word
    from analysis.judgements.place_names import PlaceName

_HAN = re.compile("[一-鿿]")
_WORD = re.compile("[一-鿿A-Za-z0-9]")
_OF_OTHERS = re.compile(  # behind a place: it names an event, a firm, a branch
    r"献礼|通[卡与和]|久[安清治]|大众汽车|通用汽车|电子口岸|[一-龥]{0,6}(?:读书|文化|购物|消费|旅游|科技|艺术|阅读)[月周季]活动|[一-龥]{0,4}(?:新星|英才|工匠)(?=[、，。]|计划|工程|行动)|(?:健康|实践)?行动(?!方案|计划|力)|整风|精神(?!文明|面貌|状态|卫生)|(?:国际)?[一-龥]{0,4}(?:艺术季|艺术节|文化节|电影节|电视节|马拉松|快班|分中心|分行|分公司|分院|存储|证券|汽车集团)"
    r"|(?:石化|炼化)(?=[0-9]|炼化|公司|[一-龥]{0,4}(?:装置|吨))|[一-龥]{0,4}(?:纸业|铝业|药业|酒业|煤业|机床厂|卷烟厂|化肥厂|水泥厂|热电公司|热电厂)"
    r"|[一-龥]{0,6}(?:设计|时装|创意|艺术|电影|文化|时尚|动漫|购物|创业)周(?=[、，。；等和])|出版(?:总社|集团|社)"
)
_FIRM = re.compile(r"(?:央企|民企|国企|车企|企业|品牌)[“”]?$|[中上国]证$")
_REFINERY = re.compile(  # 上海石化、赛科两大炼厂: a city in the short name of its refinery
    "石化(?=（|公司|自备|搬迁|、(?:[一-龥]{2,6}、){0,4}[一-龥]{2,8}(?<!等)(?:炼厂|公司|企业))"
)
_IN_MARKS = 10  # characters of a quotation that is one word
_MOTTO = 24  # and of one that a campaign is called by (“诚信在身边·放心在江西”活动)
_CAMPAIGN = re.compile("[一-鿿]{0,6}?(?:活动|行动|工程|计划)")
_INDUSTRY = re.compile(
    "(?:工业|产业|经济|石化|化工|重工|装备|制造|物流|服务业)"
)  # behind 临港, 临空: of a kind
_BESIDE = re.compile("临[港空海]")
_BRACKETED = re.compile(
    "（[^（）]{2,8}(?<![段期])）(?![等和与及的段])[一-鿿]"
)  # behind a place whose name goes on: 西部（重庆）科学城
_ABROAD = re.compile("非洲|亚洲|欧洲|太平洋|大西洋|印度洋")  # behind 西南: no part of the country
_IMAGE = re.compile("(?:钢铁|绿色|铜墙铁壁|血肉)$")  # before 长城
_POINT = re.compile("[西东中]部")
_FACILITY = re.compile(  # what is called by a point of the compass: 西部科技影视城, 西部金融中心
    "(?!地区|大开发|崛起|率先|各?省)(?:(?!建设|布局|打造|推进|设立|开展|等|的)[一-鿿]){2,8}?(?:中心|影视城|基地|平台|实验室|论坛|博览会)"
)
_EVENT = re.compile(
    r"(?!.{0,4}(?:举办|承办|召开|办好))(?:国际|世界|全球|中国)?(?:(?![在为将与、由])[一-鿿]){0,10}?(?:论坛|峰会|博览会|冬?奥运?会|冬?残奥会|世博会|[亚全]运会|电影节|电视节|音乐节|戏剧节|艺术节|咨询会议|交易会|洽谈会|艺博会|交易中心|[告食游物酒花茶]节|(?:[A-Z]{2,5}\d{0,4})?[一-鿿]{0,6}(?:大师赛|锦标赛|公开赛|大奖赛|巡回赛|联赛|邀请赛))"
)
_PEOPLE = re.compile("(?:[、和及与][一-鿿]{2,8}?)?(?:同胞|侨胞|乡亲)")  # 香港、澳门同胞
_OF_OFFICE = re.compile("工作|事务|办公室|侨务")  # behind 港澳台, which is a field of work then
_FIELDS = re.compile("(?:侨务|外事|宗教|双拥|民族)、$")
_LAW = re.compile(  # 北京市数据条例: what a law or a plan is called by
    "(?:(?!制定|修订|出台|实施|落实|贯彻|推动|完善|开展|加强)[一-鿿]){0,18}?(?:条例|基本法|关系法|国家安全法|促进法|保护法|产业目录|国民经济和社会发展第)"
)
_OF_BODY = re.compile("(?:研究院|科学院|集团|公司|大学|学院|研究中心)$")  # before 葫芦岛基地
_BASE = re.compile("[一-龥]{0,12}?(?:基地|分院|园区)")
_BRANCH = re.compile("(?:分|区域)?中心(?![城区节镇村])")  # 国家技术转移中部中心
_LABORATORY = re.compile(
    "(?:、[一-鿿]{2,4}){0,3}?[一-鿿0-9]{0,12}?(?:技术创新中心|研[发究]中心|实验室|大数据中心|大数据局|合作办公室|[一-鿿]{0,4}协调会)"
)
_ACADEMY = re.compile(  # 重庆信息与智慧医学研究院: a body whose name begins with a city
    "(?:(?!建|加快|推|支持|鼓励|引[进导]|打造|[设成]立|新增|落户|入驻|[等的在为有将要把市县省区]|、|[和与及][一-龥]{0,2}(?:大学|学院|研究院|医院))[一-龥]){0,14}?"
    "(?:大学|学院|研究院|研究所)(?![城园路区生]|科技[城园]|创新[城园港])"
)
_NO_PLACE = re.compile("(?:扶贫|对口)?协作")  # behind 东西部
_TRAIN = "班列（"
_FIRMS = re.compile("(?:、[一-鿿]{2,6}){0,4}等(?:[一-鿿]{0,4})(?:车企|央企|民企|企业集团|品牌)")
_OF_FIRMS = re.compile(  # 三友、冀东油田等10个超200亿的大型企业
    "(?:油田|煤业|钢铁|重工|汽车)?(?:、[一-龥]{2,8}){0,6}(?:等?[0-9一二三四五六七八九十百]{1,4}[个家户][^，；。]{0,16}|等(?:优势|骨干|龙头|重点|知名|优秀)[一-龥]{0,6})"
    "(?:企业|公司)(?![园总])"
)
_FIRM_SUMS = re.compile(  # 河北长安、河北旭阳超200亿元, of firms
    "[一-龥]{2,3}(?:、[一-龥A-Za-z（）]{2,10}){0,8}(?:等[一-龥]{0,4})?(?:企业|公司)?超过?[0-9]"
)
_BARE = frozenset(("province", "prefecture", "county", "division", "region", "area", "water"))
_TITLE = 40  # characters of a title before a place in it
_SIDE = re.compile("[一-鿿][东西南北中]")
_CULTURE = re.compile("文化|话|语|菜|戏")  # 闽南文化 is no place


def is_called_by_it(text: str, place: PlaceName) -> bool:
    """Whether what is named is no place, but what is called by it or is of it."""
    if place.name == "长城" and _IMAGE.search(text[max(0, place.start - 4) : place.start]):
        return True
    if is_of_government(text, place) or is_works(text, place):
        return True
    if is_campaign(text, place) or is_cut(text, place) or is_aside(text, place):
        return True
    if place.type in _BARE and is_in_facility(text, place):
        return True
    if _is_of_body(text, place) or (place.type in _BARE and is_in_compound(text, place)):
        return True
    return _is_in_title(text, place) or _is_of_people(text, place) or _goes_on(text, place)


def _is_of_body(text: str, place: PlaceName) -> bool:
    """Whether a place is in the name of a base that a body has there (中国科学院葫芦岛基地)."""
    body = _OF_BODY.search(text, max(0, place.start - 4), place.start)
    return body is not None and bool(_BASE.match(text, place.end - 2, place.end + 12))


def _is_in_title(text: str, place: PlaceName) -> bool:
    opened = text.rfind("《", max(0, place.start - _TITLE), place.start)
    return opened >= 0 and "》" not in text[opened : place.start]


def _goes_on(text: str, place: PlaceName) -> bool:
    """Whether what follows a place, or stands around it in brackets, is no place and only called by it."""
    behind = [_BRACKETED, _EVENT, _LAW, _FIRMS, _ABROAD]
    if place.type == "region" and _SIDE.fullmatch(place.name):
        behind.append(_CULTURE)
    if place.type != "zone":
        behind.append(_BRANCH)
    if place.type in ("province", "prefecture", "county"):
        behind.append(_ACADEMY)
    if place.type in ("region", "province", "water"):
        behind.append(_LABORATORY)
    if place.name.endswith("东西部"):
        behind.append(_NO_PLACE)
    if _BESIDE.fullmatch(place.name):
        behind.append(_INDUSTRY)
    if _POINT.fullmatch(place.name):
        behind.append(_FACILITY)
    if _OF_FIRMS.match(text, place.end) or text.startswith("非", max(0, place.start - 1), place.start):
        return True
    if place.type in _BARE and "企业" in text and _FIRM_SUMS.match(text, place.end):
        return True
    return any(one.match(text, place.end) for one in behind) or _is_aside(text, place)


def _is_aside(text: str, place: PlaceName) -> bool:
    """Whether a place stands in brackets inside a name."""
    if text.endswith(_TRAIN, 0, place.start):
        return True
    inside = text[place.start - 1 : place.start] == "（" and text[place.end : place.end + 1] == "）"
    return inside and bool(_HAN.match(text, place.end + 1) and _WORD.match(text, max(0, place.start - 2)))


def _is_of_people(text: str, place: PlaceName) -> bool:
    """Whether a place only says which people (台湾同胞) or which field of work (港澳台工作) are meant."""
    if _PEOPLE.match(text, place.end):
        return True
    field = _OF_OFFICE.match(text, place.end) or _FIELDS.search(text[max(0, place.start - 3) : place.start])
    return place.name == "港澳台" and bool(field)


def is_of_others(text: str, word: Word) -> bool:
    """Whether a place names something else: an event, a firm, a branch, a word in marks (“山城后巷”)."""
    before = text[max(0, word.start - 3) : word.start]
    named = _OF_OTHERS.match(text, word.end) or _FIRM.search(before) or _REFINERY.match(text, word.end)
    return bool(named) or is_in_marks(text, word.start, word.end)


def is_in_marks(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a part, and not the whole, of a short word in marks."""
    opened = text.rfind("“", max(0, start - _MOTTO), start)
    closed = text.find("”", end, end + _MOTTO)
    if opened < 0 or closed < 0 or "”" in text[opened:start] or "“" in text[end:closed]:
        return False
    inside = text[opened + 1 : closed]
    if inside == text[start:end]:
        return False
    if len(inside) > _IN_MARKS:
        return bool("·" in inside or _CAMPAIGN.match(text, closed + 1))
    return not re.search("[、，—-]", inside)
