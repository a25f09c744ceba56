"""A role and what can be one: what a place is for others, and no house or platform that is run in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import short_divisions

_BECOMES = re.compile(r"成为|[变做]成|转变|定位|当")  # who becomes something need be no house that is built
_WHERE = re.compile(
    r"国际|全球|世界|全国|国家|亚太|区域|长三角|东盟|亚洲|中国|西部|东部|中部|东北|中心城市|之都|之城|之乡|核心区|[副次]中心|综合性[一-龥]{0,2}科学"
)
_HOUSE = re.compile(  # what is built in a place and run there
    r"(?:医学|医疗|演训|检测|检验|培训|服务|数据|会展|会议|活动|体育|展示|展览|研究|审评|检查|应急|救援|调度|指挥|技术创新|临床|标准化|鉴定"
    r"|交易|结算|分拨|托育|养老|康复|实训|实验|技术转移|转化|备份|算力|计算|仿真|测试|中试|公证|仲裁|保障|维权|援助|监测|预警|评价)[一-龥]{0,4}中心$"
    r"|国家(?!科技|产业|自主|综合)[一-龥A-Za-z]{1,10}创新中心$|分中心$|(?:水利|水电|航电)枢纽$|实验室$|平台$|孵化器$|加速器$|基地$|载体$"
)
_FAME = re.compile(
    r"具有.{0,60}(?:影响力|竞争力)|中心城市|(?:东北亚|亚太|东南亚|东盟|全球|区域性).{0,30}中心$"
)
_PARTS_OF_HOME = re.compile(r"副中心|区域性?中心城市")
_NAMING = frozenset(("prefecture", "county", "hub", "zone", "corridor"))  # 建设福州、厦门示范区 names a zone
# What a role whose holder nobody names must be, to be one of the document's whole place.
_MADE = re.compile(r"打造|成为|当好|争当|(?<!建)成$|为$|转变|定位")
_ZONE = re.compile(r"(?:示范区|试验区|先行区|先导区|引领区|实验区|示范带)$")
_ZONE_OF_WHOLE = re.compile(r"[省市]域|两岸|国家[^、]{0,14}(?:综合|文明)[^、]{0,8}$")
_FACILITY = re.compile(
    r"(?:物流|货运|交通|航空|航运|邮政|电信|快递|算力|数据|供应链)[^、]{0,4}(?:枢纽|节点)$"
)
_WHOLE_CENTRE = re.compile(
    r"(?:国际|全球|世界|亚太|东盟|[西中]部|全国|影响力|竞争力)[^、]{0,30}(?:经济|金融|贸易|航运|创新|消费|人才|制造业?|物流|交往|文化|保险"
    r"|会展|旅游|定价)(?:中心|中心城市)$|之[都城]$"
)
_ONE_FACE = re.compile(r"海绵|智慧|韧性|无碍|无废|节水|文明城市$")  # a side of a city's life, no role
_KNOWN = re.compile(r"世界|国际|全国|国家|全球|知名")
_GRADED = re.compile(  # of what weight a base is that a named place is to be
    "世界|国际|国家|全国|全球|区域|省级|重要|东北亚|亚太|[东西中]部|[华东西][东南中北]|北方|南方|影响力"
)
_TRADE = re.compile("产业|制造|加工|外贸|能源|农业|生产|粮|材料|装备|化工|创新|旅游|康养|会展|供应|出口|储备")
_SCHOOL = re.compile("实训|培训|实习|实践|研学|教育|教学|(?<!产业|升级|制造|加工|出口)示范基地")
_BASE = re.compile("(?:基地|集聚区|承载区)$")
_CLUSTER = re.compile(
    "[一-龥]{2}(?<!人口|居民|村民|民族|牧民|渔民|学校|高校|居住|人群)(?:聚集|汇聚)[区地带]$"
)
_PART = re.compile("(?:试点|自由贸易港|自贸港)$")  # that a part of a place is, as a rule
_SOMEWHERE = re.compile(
    "(?:园区|隆起带|经济带|产业带|保税区|保税港区|大?通道|走廊|片区|小镇)$"
)  # in the place
_NO_CITY = re.compile(r"省$|自治区$")


@dataclass(frozen=True, slots=True)
class Role:
    """What a place is to be: `holders` are empty where the sentence names none; offsets are the role's."""

    holders: tuple[str, ...]
    verb: str
    role: str
    type: str
    start: int
    end: int
    clause: int  # where its clause begins

    @property
    def holder(self) -> str:
        """Whose it is, joined as a list is written."""
        return "、".join(self.holders)


def is_house(noun: str) -> bool:
    """
    Whether a noun is a house or platform that is run in a place, and no part that the place has.

    Examples
    --------
    >>> [is_house(noun) for noun in ("数据中心", "国际航运中心")]
    [True, False]
    """
    return bool(_HOUSE.search(noun)) and not _FAME.search(noun)


def is_base(role: Role) -> bool:
    """Whether a role is a base of a trade, or of weight, of a place that is named."""
    return bool(role.holders) and is_base_of_trade(role.role)


def is_base_of_trade(noun: str) -> bool:
    """
    Whether a noun is a base or cluster of a trade, or of weight, and no school that is run in a place.

    Examples
    --------
    >>> [is_base_of_trade(noun) for noun in ("农产品加工基地", "实训基地")]
    [True, False]
    """
    of_weight = _GRADED.search(noun) or _TRADE.search(noun)
    clusters = _CLUSTER.search(noun) or (_BASE.search(noun) and of_weight)
    return bool(clusters) and not _SCHOOL.search(noun)


def is_role(role: Role, turned: bool, places: Places, home: str) -> bool:
    """
    Whether a noun is what a place is for others: no place's name (to build 张江科学城 gives nothing a role),
    no house or platform in a place (建设老年医学中心, 争创国家医学中心) unless somebody becomes it, and
    not what only a part of the document's place can be.
    """
    inside = (
        one
        for one in places.between(role.start, role.end)
        if not (role.holders and home.startswith(one.name))
    )
    if not turned and any(_is_named(one, role) for one in inside):
        return False
    if not role.holders and role.type == "city" and _NO_CITY.search(home):
        return False
    if not role.holders and role.role.endswith("县") and not home.endswith(("县", "旗")):
        return False
    if _is_place(role, places) or (not role.holders and _PARTS_OF_HOME.search(role.role)):
        return False
    if not role.holders and not _is_of_whole(role):
        return False
    if _HOUSE.search(role.role) and not (
        _BECOMES.search(role.verb) or _FAME.search(role.role) or is_base(role)
    ):
        return False
    return turned or role.type != "centre" or bool(_WHERE.search(role.role))


def _is_place(role: Role, places: Places) -> bool:
    """Whether what is built has a name of its own; 东北亚国际航运中心 is what 大连 is to be."""
    around = places.around(role.start, role.end)
    if around is None:
        return False
    named = short_divisions().at(around.name, 0) or around.type != "hub"
    return not role.holders or bool(named)


def _is_named(place: PlaceName, role: Role) -> bool:
    """Whether a place makes what is built a name or a list of names: 建设东庄水库、古贤水利枢纽."""
    if place.start > role.start:
        return place.end == role.end
    return place.type in _NAMING or role.role[place.end - role.start :][:1] in tuple("、和与及")


def _is_of_whole(role: Role) -> bool:
    """
    Whether a role can be one of the whole place that a document is of: 打造开放高地, no hub or zone that is
    built somewhere in it (统筹建设国家物流枢纽, 争创农业示范区, 加快西部隆起带建设).
    """
    if _PART.search(role.role) or _SOMEWHERE.search(role.role):
        return False
    if _ZONE.search(role.role):
        return role.verb != "争创" and bool(_ZONE_OF_WHOLE.search(role.role))
    if _FACILITY.search(role.role) or (role.verb == "争创" and role.type != "highland"):
        return False
    if role.type == "destination":
        return bool(_KNOWN.search(role.role))
    if role.type == "city" and _ONE_FACE.search(role.role):
        return False
    return bool(role.type != "centre" or _MADE.search(role.verb) or _WHOLE_CENTRE.search(role.role))
