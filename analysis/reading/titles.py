"""What documents and the authorities that issue them are called: the words in which their names end."""

from __future__ import annotations

import re

from analysis.reading.dates import date_alone

_GENRE = (
    "规划|纲要|计划|建议|报告|汇报|名录|通知|通报|公告|通告|公报|决定|决议|条例|办法|规定|细则|规则|章程|准则|意见|方案|预案|讲话|致辞|"
    "发言|演讲|批复|函|令|措施|政策|要点|指南|标准|规范|目录|清单|法|白皮书|宣言|倡议书?|行动|制度|说明|指引|导则|大纲|议案|"
    "指示|贺信|协议|指标体系|安排|贺词|献词|复函|提案|通则|要求|名单|答复|评估|分工|图"
)
_TAIL = r"(?:[ \u3000]*[（(][^（）()]{1,30}[）)]){0,2}"
GENRE_END = re.compile(rf".*(?:{_GENRE})(?:全文)?{_TAIL}(?:》{_TAIL})?")
AUTHORITY = (
    "人民政府|政府|委员会|常委会|党委|办公厅|办公室|管委会|厅|局|部|署|委|院|办|办事处|领导小组|工作组|指挥部|总队|支队|工会|"
    "协会|学会|联合会|中心|银行|监会|政协|人大|党组|大学|学院|公司|集团|总社|团委|妇联|科协|行政公署|国务院|中央军委|中央|联席会议|主席团"
)
_ONE_BODY = rf"[\u4e00-\u9fffA-Za-z“”‘’（）()·、]{{2,40}}?(?:{AUTHORITY})"
_BODIES = re.compile(rf"{_ONE_BODY}(?:[ \u3000、]+{_ONE_BODY}){{0,7}}")
_RED_HEAD = re.compile(r"[\u4e00-\u9fff“”（）()·、 \u3000]{2,40}文[ \u3000]*件(?:[（(][^（）()]{1,10}[）)])?")
_LONGEST_NAMES = 120  # characters of a line that names those who issue, or a title
_NO_BODY = re.compile(
    r"关于|印发|的|^(?:推进|推动|加强|加快|全面|建设|落实|坚持|深化|打造|构建|努力|奋力|争做|聚焦|锚定|着力|大力|切实|继续|"
    r"深入|积极|开创|谱写|携手|在|为|让|以)|(?:[格新全大布结开变战]局|[干全内外中东西南北]部)\Z"
)


# In a text broken at a fixed width nothing else parts a title that fills its line from its addressees.
_ANNOUNCES = re.compile(
    r"[^，。；]{0,60}关于[^，。；]{2,80}的?(?:通知|意见|公告|通告|决定|批复|函|通报|请示)"
)
_DATED_NOTE = re.compile(r"[（(][ ]?(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})[ ]?年")
_ADDRESSED = re.compile(r"(?:政府|单位|部门|机构|企业|公司|街道|学校|[委办局厅处院])[：:]\Z")
_TO_ALL = re.compile(r"各|(?:国务院|省|市|区|县|州)(?:各|直属?|级|有关)|有关")


def is_authority(text: str) -> bool:
    """
    Whether a line is the name of one authority or several, and nothing else.

    Examples
    --------
    >>> is_authority("某市公安局　某市交通局"), is_authority("关于某市公安局"), is_authority("某市规划")
    (True, False, False)
    """
    return (
        len(text) <= _LONGEST_NAMES
        and not _NO_BODY.search(text)
        and _BODIES.fullmatch(text) is not None
        and not GENRE_END.fullmatch(text)
    )


def is_red_head(text: str) -> bool:
    """
    Whether a line is the head of an authority's stationery.

    Examples
    --------
    >>> is_red_head("某市人民政府文件"), is_red_head("关于印发文件")
    (True, False)
    """
    return len(text) <= _LONGEST_NAMES and not _NO_BODY.search(text) and bool(_RED_HEAD.fullmatch(text))


def apart(above: str, text: str) -> bool:
    """
    Whether a line does not go on from the one above, however lines are set: who signed, when, a title again.

    Examples
    --------
    >>> apart("请执行。", "某市人民政府"), apart("某市人民政府", "2021年3月1日"), apart("报某市", "人民政府")
    (True, True, False)
    >>> apart("某市规划", "（2021年2月6日某市人民代表大会批准）"), apart("某市规划", "实施方案")
    (True, False)
    """
    if _ADDRESSED.search(above[-_LONGEST_NAMES:]):
        return True
    if len(text) > _LONGEST_NAMES:
        return False
    if _ANNOUNCES.fullmatch(above) and _TO_ALL.match(text):
        return True
    if _DATED_NOTE.match(text) and GENRE_END.fullmatch(above):
        return True
    ended = above[-1:] in "。）)"
    if date_alone(text):
        return ended or is_authority(above)
    if ended and is_authority(text):
        return True
    return len(above) > 5 and _bare(above) == _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"[\s《》“”\"（）()]", "", text)
