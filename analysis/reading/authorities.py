"""Who issues a document: names of authorities in titles, on fronts, in signatures, in first sentences."""

from __future__ import annotations

import re

from analysis.reading.front_lines import MEETING
from analysis.reading.people import speaker
from analysis.reading.titles import AUTHORITY

_ABOUT = re.compile(r"(.{2,80}?)(?:关于|印发|发布|公布|批?转发|批转)")
_ORDER = re.compile(r"([\u4e00-\u9fff]{3,30})令")
_BODY = re.compile(rf"[\u4e00-\u9fffA-Za-z“”‘’（）()·]{{2,40}}(?:{AUTHORITY})")
_BETWEEN = re.compile(r"[ \u3000、]+")
_SPEAKS_FOR = re.compile(
    r"我(?:们)?(?:代表|受)(?P<body>[^，。、：；]{2,30}?)(?:的委托|委托|[，,]|(?:向|把|作|将|就|报告)|$)"
)
_SITTING = re.compile(r"(?:第[一二三四五六七八九十百零〇\d]{1,5}届|[一二三四五六七八九十\d]{1,3}届)")
_ADOPTS = re.compile("通过|批准")
_SITS = re.compile(
    r"第?[一二三四五六七八九十百零〇\d]{1,5}次|全体|常务(?!委员)|党组|工作|主任|扩大|专题"
)  # behind the name of who met
_NAMES = re.compile(r"[\u4e00-\u9fff]*")
_LONGEST_BODY, _LONGEST_SITTING = 60, 27  # characters of who met, and from there to 通过
_PLACE_IN_TITLE = re.compile(r"(?:\d{4}年)?度?(?P<place>[\u4e00-\u9fff]{2,12}?)(?:人民)?政府工作(?:的)?报告")
_LEVELS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "地区",
    "新区",
    "省",
    "市",
    "州",
    "盟",
    "县",
    "区",
    "旗",
    "镇",
    "乡",
)
_LONGEST_PLACE = 12  # characters before the name of an authority


def in_title(title: str) -> tuple[str, ...]:
    """
    The authorities that a title names before 关于 or 印发, or before 令.

    Examples
    --------
    >>> in_title("甲县委员会　甲县人民政府关于加快发展的意见"), in_title("习近平关于网络强国论述")
    (('甲县委员会', '甲县人民政府'), ())
    """
    if order := _ORDER.fullmatch(title):
        return (order[1],)
    found = _ABOUT.match(title)
    return bodies(found[1]) if found else ()


def bodies(text: str) -> tuple[str, ...]:
    """
    The authorities that a line names and nothing else, a red head's 文件 aside.

    Examples
    --------
    >>> bodies("某市公安局 某市交通局"), bodies("加强管理")
    (('某市公安局', '某市交通局'), ())
    """
    named = re.sub(r"文[ \u3000]*件.*", "", text) if len(text) <= 120 else ""
    found = tuple(part for part in _BETWEEN.split(named.strip()) if part)
    return found if found and all(_BODY.fullmatch(part) for part in found) else ()


def spoken_for(opening: str, contexts: tuple[str, ...]) -> str:
    """
    The authority for which a speaker says that he reports, with its place from the `contexts`.

    Examples
    --------
    >>> spoken_for("现在，我代表市政府，向大会报告工作。", ("在甲市第五届人民代表大会第二次会议上",))
    '甲市人民政府'
    """
    found = _SPEAKS_FOR.search(opening[:400])
    return placed(found["body"], contexts) if found else ""


def placed(body: str, contexts: tuple[str, ...]) -> str:
    """
    An authority's full name: what it is called in a context, or with the place of the meeting before it.

    Examples
    --------
    >>> placed("省人民政府", ("在甲省第十四届人民代表大会上",)), placed("国务院", ())
    ('甲省人民政府', '国务院')
    >>> placed("第十八届中央委员会", ("在中国共产党第十九次全国代表大会上的报告",))
    '中国共产党第十八届中央委员会'
    """
    body = re.sub(r"(?<!人民)政府$", "人民政府", body)
    for context in contexts:
        place = _place(context)
        if body.startswith("第") and place:
            return place + body
        if size := _overlap(place, body):
            return place + body[size:]
        if named := _called(body, context):
            return named
    return body


def _called(body: str, context: str) -> str:
    """The name that ends in a body's, as a context has it: 东阳地区行政公署 in 在东阳地区行政公署会议上."""
    at = context.find(body)
    before = re.split(r"[^\u4e00-\u9fff]|在", context[:at])[-1] if at > 0 else ""
    named = 1 < len(before) <= _LONGEST_PLACE and not _SITTING.search(before)
    return before + body if named else ""


def _overlap(place: str, body: str) -> int:
    """How many characters end the place and begin the body: 市 of 甲市 and 市人民政府."""
    return next((len(level) for level in _LEVELS if place.endswith(level) and body.startswith(level)), 0)


def _place(context: str) -> str:
    """The place or party in whose name a meeting is held; of a title, the place whose report it is."""
    if found := MEETING.search(context):
        inside = found[0].split("上")[0].removeprefix("在")
        return re.split(
            r"第[一二三四五六七八九十百零〇\d]{1,5}[届次]|[一二三四五六七八九十]{1,3}届|人民代表大会", inside
        )[0]
    found = _PLACE_IN_TITLE.search(context)
    return found["place"] if found else ""


def of_speaker(line: str, contexts: tuple[str, ...]) -> str:
    """
    The government that the speaker heads.

    Examples
    --------
    >>> of_speaker("国务院总理　甲乙丙", ()), of_speaker("省长　王某某", ("在甲省第九届人民代表大会上",))
    ('国务院', '甲省人民政府')
    """
    told = speaker(line)
    office = re.sub(r"[代副]", "", told[0]) if told else ""
    if government := re.fullmatch(r"(.*(?:人民政府|国务院))(?:[省市区县州盟旗镇乡]长|主席|总理)", office):
        return placed(government[1], contexts)
    level = re.fullmatch(r"(.*?[省市区县州盟旗镇乡])长", office)
    return placed(f"{level[1]}人民政府", contexts) if level else ""


def of_title(title: str) -> str:
    """
    The government whose work report a title names.

    Examples
    --------
    >>> of_title("2026年甲省政府工作报告"), of_title("政府工作报告")
    ('甲省人民政府', '')
    """
    found = _PLACE_IN_TITLE.match(title)
    return f"{found['place']}人民政府" if found else ""


def ordering(number: str) -> tuple[str, ...]:
    """
    The authority in the number of an order.

    Examples
    --------
    >>> ordering("生态环境部令 第16号"), ordering("第16号")
    (('生态环境部',), ())
    """
    before, order, _ = number.lstrip("（(").partition("令")
    return bodies(before) if order else ()


def adopting(clause: str, contexts: tuple[str, ...] = ()) -> str:
    """
    The standing body whose meeting adopted, without the number of its term.

    Examples
    --------
    >>> adopting("甲市第十五届人民代表大会第五次会议批准"), adopting("甲区委十届十二次全会通过")
    ('甲市人民代表大会', '甲区委')
    """
    body = _met(clause)
    return placed(_SITTING.sub("", body), contexts) if body else ""


def _met(clause: str) -> str:
    """
    Who met and adopted: what stands before the first word of a sitting not far before 通过 or 批准.

    Looked for from 通过 backwards: one expression for all would try every begin with every sitting.
    """
    for verb in _ADOPTS.finditer(clause):
        for sitting in _SITS.finditer(clause, max(0, verb.start() - _LONGEST_SITTING), verb.start()):
            before = clause[max(0, sitting.start() - _LONGEST_BODY) : sitting.start()]
            body = re.split(r"[^\u4e00-\u9fff]", before)[-1]
            if len(body) > 1 and _NAMES.fullmatch(clause, sitting.end(), verb.start()):
                return body
    return ""
