"""What a stretch of land is like, where it lies and what people there live by: descriptions, no tasks."""

from __future__ import annotations

import re

_HERE = (  # 该区, 这一带, 本流域: what is described
    r"(?:该|本|这一|这个)(?:区域|地区|片区|流域|海域|水域|林区|山区|库区|灌区|区|片|带|岛|山|河段)(?![县域级长政委间])"
)
_LABEL = re.compile(  # 基本情况：, 1.自然条件：
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))?\s{0,2}"
    r"(?P<label>(?:[\u4e00-\u9fff]{0,4}(?:情况|概况|现状|状况)|(?:自然|区位|资源|气候|地理|基础|立地)条件|(?:区域|分布|地域)?范围))[：:]"
)
_TASKS = re.compile(
    r"必须|务必|应当|应该|控制|不[少低高]于|不超过|保[持护留]|新[增建]|达到|增[加长至速]|完成|修建|改造|扩大|减少|提[高升]|治理|培育|推进|建[设成立](?!用地)"
    r"|力争|争取|实现|加快|重点|到\d{4}年|(?<![没会])将(?!军)|(?<!相)应(?!用)|(?<![需只主重首紧必概摘])要(?![素点道塞地害])"
)
_ADJECTIVE = (
    "湿润|干旱|少雨|充沛|充足|稀疏|稀少|脆弱|浅薄|深厚|丰富|便利|不便|众多|密集|优良|优美|良好|严重|零散|分散|集中|发达|广阔|看好|突出|平坦|低洼|肥沃|贫瘠"
    "|适宜|温和|炎热|寒冷|宜人|频繁|偏僻|闭塞|薄弱|落后|开阔|崎岖|起伏|肥美|富集|匮乏|齐全|完整|明显|分明|悠久|纵横|茂密|[短低长快慢大小多少高好差薄厚深浅陡密旱]"
)
_FIGURE = r"[\d一二三四五六七八九十百千万亿.．%％—～~-]"
_MEASURED = (
    "(?:温|海拔|降水|雨|日照|霜期|面积|人口|水量|水深|坡度|长度|总长|岸线|储量|蓄积|耕地|林地|水面|密度)"
)
_IS_SO = re.compile(  # one clause of a description
    rf"(?!推[广进动]|建设|加[强大]|提[高升]|改善|完善|扩大|促进|增[强加]|保[护持证障]|培育|鼓励|支持|打造|做|抓)"
    rf"(?:[^，；。]{{1,24}}(?:{_ADJECTIVE})"
    rf"|[^，；。]{{0,20}}{_MEASURED}[^，；。]{{0,10}}{_FIGURE}{{1,12}}[^，；。]{{0,10}}"
    rf"|[^，；。]{{0,6}}(?:位于|地处|坐落|分布[在于]|涉及|包括|覆盖|辖|横跨|东[起接临]|西[至起接临]|南[至起接临]|北[至起接临]|毗邻|濒临)[^，；。]{{2,60}}"
    rf"|[^，；。]{{0,20}}以[^，；。]{{1,16}}为主|(?:[^，；。]{{1,10}})?[是属][^，；。]{{2,30}}(?:之一|的?地方|地区|区域|通道|水源地|产区|基地|气候|地带|屏障|腹地|门户|源头))"
)
_WAY = re.compile(  # 经营形式主要有家庭作坊, 竹编以手工为主
    r"(?:目前|其中)?(?!坚持|推[广进动]|工作|建设|加强)[^，；。要]{1,14}"
    r"(?:以[^，；。]{1,16}(?:为[主辅]|居多)|(?:主要|多)(?:是|有|为|包括|依靠|靠|集中[在于]|分布[在于])[^，；。]{1,30}|为[^，；。]{2,16}并存"
    r"|有[^，；。]{1,24}[两二三四五几]种|(?:较为|比较|较)(?:分散|集中|单一|粗放)|普遍(?:较|偏)?[小低弱大高]|(?<=式)单一|为辅)"
)
_CLAUSE = re.compile(r"[^，；。]+")
_MANY = 12  # clauses of a description at most


def portrays(text: str, *, behind: bool = False) -> str:
    """
    By which words a sentence says what a region is like; `behind` such a sentence it may also tell its ways.

    Examples
    --------
    >>> portrays("该区气候湿润，年平均气温在18℃以上。"), portrays("该区气候湿润，重点发展果业。")
    ('该区', '')
    >>> portrays("1.基本情况：该片位于淮河以南，耕地面积30万亩。"), portrays("1.发展方向：该片建设3个林场。")
    ('该片', '')
    >>> portrays("养蜂以放养为主。", behind=True), portrays("养蜂要以放养为主。", behind=True)
    ('以放养为主', '')
    """
    label = _LABEL.match(text)
    said = text[label.end() :] if label else text
    told = [one[0] for one in _CLAUSE.finditer(said.replace("、", "○"))]
    if not told or len(told) > _MANY or _TASKS.search(said):
        return ""
    here = re.match(rf"(?:目前)?(?P<here>{_HERE})", said)
    if here and all(_IS_SO.fullmatch(one) for one in told):
        return here["here"]
    return _way_of(told) if behind else ""


def _way_of(told: list[str]) -> str:
    """By which words all of some clauses say how something is done there."""
    if not all(_WAY.fullmatch(one) or _IS_SO.fullmatch(one) for one in told):
        return ""
    found = next((found for one in told if (found := _MANNER.search(one))), None)
    return found[0] if found else ""


_MANNER = re.compile(r"以[^，；。]{1,16}(?:为主|居多)|主要(?:是|有|包括|依靠|靠|集中)|并存|分散|(?:式|种)有")
