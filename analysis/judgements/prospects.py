"""What a sentence expects, or says is still hard: judgements on how things stand and will be, no tasks."""

from __future__ import annotations

import re

_CONVINCED = re.compile(
    r"^(?:但是?，|同时，|当然，)?(?:我们|中国人民|全国人民|党)?(?:完全|坚决|坚定不移地|一直)?(?:坚信|相信|深信|确信)(?![，,]?[^，,；;。]{0,4}并)"
    r"|(?:一定|必定|必将|必然|终将|终究|肯定|总)(?:能够|能|会(?!议)|可以|要被|将)(?![^，,；;。]{0,6}努力)|必将|势必|只要[^。！]{2,80}?就(?:一定|完全|必定)?(?:能|可以|会)|可以预料|指日可待|无往而?不胜|终将|完全有(?:信心|能力|条件)"
    r"|[是都]?(?:能够|可以|完全可以|不可)(?:达到|实现|克服|解决|做到|战胜|避免|阻挡)的(?=[，,；;。！]|$)|(?:都)?不能阻挡"
)
_TASKS = re.compile(
    r"必须|务必|应当|应该|我们要|让我们|(?<![需只主重首紧必简还正不都])要(?=[\u4e00-\u9fff]{2})(?!求|素|点|害|领|被)|为[^，,；;。]{2,30}而(?:努力)?奋斗"
)
_HARD = re.compile(
    r"任务[^，,；;。：:]{0,8}?(?:繁重|艰巨)|一项[^，,；;。]{0,10}?(?:艰巨|繁重|复杂)[^，,；;。]{0,6}任务"
    r"|还(?:需要|要|须|得)(?:付出|经过|经历|有一个|下很大|爬)|需要有一个[^，,；;。]{0,16}过程"
    r"|(?<![没具拥享设所只])有(?:许多|不少|一些|很多|少数|部分|的)?(?:同志|问题|困难|矛盾|现象|薄弱环节|干部)(?:[^，,；;。]{0,12}(?:需要|有待)(?:解决|克服))?"
    r"(?=[，,；;。]|不[^，,；;。]|没有)|还有(?:许多|不少|一些|很多)[^，,；;。]{0,12}(?:问题|困难|不足|差距)"
)
_MET = re.compile("克服|战胜|面对|应对|顶住|经受|化解")
_KEY_STAGE = re.compile(  # what a time to come is for the country, more than its number
    r"(?:“[^”]{2,6}”|[一二三四五六七八九〇○零\d]{4}年?|未来|今后|从现在|今年)[^，,；;。]{0,16}[，,]?是[^。]{2,120}?"
    r"(?:关键|重要|攻坚|决定性|战略机遇|决胜|蓄势|窗口)[^，,；;。]{0,4}(?:时期|阶段|期|五年|一年)"
)
_FITS = re.compile(  # 目标与…相适应; 实现目标，建立与…相适应的体系 explains none
    r"目标(?![：:])(?:(?!建立|形成|打造|构建|健全|完善|建成)[^。]){0,40}?"
    r"(?:(?:相?衔接|吻合|相?匹配|相适应)(?![的、])|切实可行|留有余地)"
)
_EXPLAINED = re.compile(
    r"^(?:这里要(?:着重)?说明，)?(?:提出|确定|设定|调低|调高|提高|降低|实行|安排|保持)[^，,；;。：:]{2,40}，"
    r"主要(?:由于|是(?:由于|考虑|综合考虑|因为|我国|为了|基于))"
)
_WANTED = re.compile(
    r"(?:^|[，,；;])(?:中国(?:政府|人民|共产党)?|我国(?:政府|人民)?|我们|中方|他|党|人民)(?:历来|一贯|一向|将|坚定不移地?|强烈|坚决|永远|始终|高度|真诚|热烈|表示|也|都|决|再次|积极|真心)*"
    r"(?:主张|呼吁|谴责|愿(?!望|景)|奉行|希望|要求|支持|反对|拥护|不称霸|欢迎|不会关闭|不搞)"
    r"|^[^，。]{0,16}(?:政府|人民|群众|干部|职工|[各商]界)(?:[、和][\u4e00-\u9fff]{2,4})?愿意?[与同和][^，。]{2,20}(?:一道|一起|共同)"
)


def expects(text: str) -> str:
    """
    By which words a sentence says what will surely be, or what is still hard; empty where it sets a task too.

    Examples
    --------
    >>> expects("我们坚信，香港一定能够共享繁荣。"), expects("我们一定能够成功，必须继续努力。")
    ('我们坚信', '')
    >>> expects("改革发展任务繁重而艰巨。"), expects("完成繁重任务。")
    ('任务繁重', '')
    """
    hard = _HARD.search(text)
    if hard and _MET.search(text, 0, hard.start()):
        hard = None  # 克服任务艰巨等困难
    found = _CONVINCED.search(text) or hard
    return found[0] if found and not _TASKS.search(text) else ""


def explains_figure(text: str) -> str:
    """
    By which words a sentence says why a figure was set as it is.

    Examples
    --------
    >>> explains_figure("调低赤字率，主要是考虑财政增收有基础。"), explains_figure("调低赤字率，主要靠增收。")
    ('调低赤字率，主要是考虑', '')
    >>> explains_figure("这一目标与全县水平相适应。"), explains_figure("实现目标，建立与水平相适应的体系。")
    ('目标与全县水平相适应', '')
    """
    found = _EXPLAINED.search(text) or _FITS.search(text)
    return found[0] if found else ""


def key_stage(text: str) -> str:
    """
    By which words a sentence says what a time to come is for a country, more than which years it has.

    Examples
    --------
    >>> key_stage("“十四五”时期，是乘势而上的关键五年。"), key_stage("2026年是“十五五”开局之年。")
    ('“十四五”时期，是乘势而上的关键五年', '')
    """
    found = _KEY_STAGE.match(text)
    return found[0] if found and not _TASKS.search(text) else ""


def stands_for(text: str) -> str:
    """
    By which words a sentence says what its speaker wants, supports or opposes.

    Examples
    --------
    >>> stands_for("中国坚决支持多边贸易体制。"), stands_for("得到中国支持的项目开工。")
    ('中国坚决支持', '')
    """
    found = _WANTED.search(text)
    return found[0] if found and not text[found.end() :].startswith(("的", "下")) else ""
