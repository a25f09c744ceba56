"""What belongs to the form of a document, or is a saying: it looks neither ahead nor back."""

from __future__ import annotations

import re

_OF_ITSELF = re.compile(
    r"^(?:本|这个|这份)?《[^》]*(?:纲要|规划|草案|意见|办法|条例|规定)[^》]*》(?!》)(?![，,]|围绕|锚定|坚持|紧扣|聚焦)"
)
_FORMAL = re.compile(
    r"自.{2,24}起(?:施行|实施|执行|生效)|由.{2,24}负责解释|有效期|^本.{1,6}适用|适用本(?:条例|办法|规定|规则|细则|法)|^[^，。]{0,20}另有规定的|本(?:条例|办法|规定|规则|细则|法)(?:所称|中的|下列用语)|制定(?:本|以下|如下)|提出(?:如下|以下)|同时废止|将提[交请](?:本次|这次)?[^，,；;。]{0,8}(?:大会|会议)(?:审议|审查|通过|批准)"
    r"|^[^，,。：:]{2,30}[：:]指|^[^。]{0,120}另有[^，；。]{0,6}规定的?，(?:从其|适用)"
    r"|^(?!.*(?:应当|必须|须|不得))[^。；]{0,80}(?:依照|按照|参照|适用)[^，；。]{0,30}(?:规定|条例|办法|细则|预案[\d.]{0,8})(?:执行|办理)?[。；]?$"
    r"|^(?!.{0,160}(?:将|(?<!主)要(?!求)))[^，。]{2,24}(?:(?:高度|十分|深表)赞赏|表示[^，。]{0,4}赞赏)"
    r"|^(?![^。：:]{0,20}(?:职责|任务|措施|工作))[^，。：:]{2,20}(?<![应须当])包括[：:](?!.{0,60}[）)])"
    r"|^(?![^。]{0,80}(?:应当|必须|[将把要须])|实现|推动|确保|保障|保证|促进)[^。]{4,80}(?:(?<!一)视[为同]|等同于)[^，。]{2,12}。?$|^(?![^。]{0,60}(?:应当|必须|[将把要须]))[^。]{4,40}按(?!同等|统一)[^，。]{2,8}对待。?$"
    r"|(?:大会|会议)将要?(?:选举|换届|审议|进行[^，。]{0,8}换届)|^下面，我|^(?:现在，)?我(?:代表|受)[^。]{2,60}向[^，。]{0,12}大会|(?:决定)?召开这次[^，。]{0,6}会[^，。]{0,2}，主要|^(?:本|这个)(?:纲要|规划)[^，。]{0,4}分\S{1,3}[篇章]|主要阐明|^第[一二三四五六七八九十]{1,3}[篇章][^。]{0,40}(?:分述|阐述|部署|总结)"
    r"|(?:通知|报告|公告|规定)如下|(?:现)?印发(?:给|你们)|^（[^（）]*）[。]?$"
    r"|^(?:各[^。]{2,160}|[^，,；;。\s]{2,60}(?:政府|单位|部门|机构|委员会|[委局厅办处室]|办公室|公司|企业|院校|学校))[：:]$"
    r"|^[^，。；：:\d〇○]{0,24}[部局厅委会府院司办室]\s{0,4}(?:\d{4}|[一二三四五六七八九〇○零]{4})年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?$"
    r"|^附件|^[图表]\s?\d{1,3}(?!\d)[^，。；]{4,40}$|^\d{1,2}[.．][^，。；]{4,40}(?:表|名单|方案|清单|图)$|^抄送|^(?:联系人|联系电话|咨询电话|联系方式|电子邮箱|传真|邮编|地址)[：:]|^(?:第[一二三四五六七八九十\d]{1,3}组\s?)?(?:正|副|常务副)?(?:组长|主任|主席|成员|秘书长)[：:]"
)
_CALLS = re.compile(r"^(?:同志们|朋友们|女士们|先生们|各位\S{1,6})[！!：:，,]?$")
_ASKS = re.compile(r"[？?]”?$")
_HEADLIKE = re.compile(
    r"^(?![^。]{0,8}(?:(?<!主)要(?!求)|必须|[抓做办]好|把握|突出))[^，,。；]{2,14}(?:方面|如下)[：。]?$"
)
_SLOGAN = re.compile(
    r"(?:实干|奋斗|团结|担当)(?:成就|创造|铸就|凝聚|赢得|开创)[^，,；;。]{2,5}[。！]$|^[^。]{0,8}一切[^，,；;。]{0,6}，?[^，,；;。]{0,5}都是(?:为了|干出来)"
)
_MAXIM = re.compile(  # 实干为要，奋斗以成: nothing is promised
    r"(?!.*(?:必须|应当|将|\d|(?:要|应|须)(?=[\u4e00-\u9fff]{2})))(?:[^，,；;。！!：:]{3,8}[，,；;]){1,3}[^，,；;。！!：:]{3,8}[。！!]?"
)
_SAYING = re.compile(r"没有[^，,；;。]{1,10}不[过成了开]的[^，,；;。]{1,3}[、，！。]")  # 没有迈不过的坎
_PROVEN = re.compile(
    "(?:多年|长期|各地|大量|无数|正反|我[省市县区])?(?:的)?(?:实践|历史|事实|经验)(?:充分|再次|一再)?(?:表明|证明|说明|告诉我们)"
)
_CONTENT = re.compile("[，,](?!(?:我们|全党)?(?:必须|务必|一定要|要))")  # 实践证明，必须坚持 calls on us
_ABSTRACT = "改革|创新|开放|法治|诚信|安全|绿色|科技|文化|教育|读书|阅读|体育|团结|奋斗|实干|平安|人才|劳动"
_EFFECT = (
    "增强|提升|带来|保障|促进|赢得|凝聚|滋养|涵育|引领|改变|成就|创造|强健|振奋|改善|增加|激发|增添|拓展|规范"
    "|维护|塑造|点亮|铸就|推动"
)
_PARALLEL = re.compile(  # 读书增强活力，读书提升本领: truths in a row
    rf"(?:(?:{_ABSTRACT})(?:{_EFFECT})[^，,；;。]{{2,8}}(?<!提升|增强|提高|完善|加强|显著|发展)[，,；;]){{1,4}}"
    rf"(?:{_ABSTRACT})(?:{_EFFECT})[^，,；;。]{{2,8}}[。！]?"
)
_BEGUN = (
    "(?:新建|改建|扩建|修建|改造|完善|推进|加强|开展|实施|提升|落实|组织|推动|建立|健全|清理|整治|优化|支持)"
)
_CONSISTS = re.compile(  # 停泊计划包括船名、停泊时间等: no colon, and nouns only
    r"^(?!.{0,100}(?:应当|必须|(?<!主)要|须))[^，,；;。：:]{0,12}(?:意向|计划|范围|(?<!建设|工作|改革|主要|任务|整治)内容|记录|报告|物资|对象|费用|课时|材料|类型)"
    rf"(?:主要)?(?:(?:包括|包含|含)(?!{_BEGUN}|[^，,；;。：:]{{0,60}}、{_BEGUN})[^，,；;。：:]{{2,80}}"
    r"|由[^，,；;。：:]{2,80}组成|分为[^，,；;。：:\d期]{2,60}(?<!实施)(?<!进行)(?<!推进))。?$"
)
_WRONG = re.compile("[是都](?:完全|极端|根本|非常)?(?:错误|不对)的[。”]{0,2}$")
_TRUTH = re.compile(  # in a review too: 就业是民生之本
    r"[^，,；;。：:这此那年]{2,16}是(?!在|由|因)[^，,；;。了]{2,24}(?:之基|之本|之源|之要|财富|命脉|第一(?:要务|动力|资源)|首要因素|前提|方针|思想|路线|抉择|使命|原则|法宝|基石|生命线|未来|希望)[^，,；;。了]{0,12}[。，]?(?=$|是|[^，,；;。了]{0,20}。$)"
)
_ADDRESS = re.compile(r"^(?:各位代表|各位委员|同志们|朋友们)[，,：:！!]\s{0,4}(?=\S)")
_SAYS = re.compile(  # a report told by another: what was said counts
    r"^(?:最后，|接着，|同时，)?(?:[\u4e00-\u9fff]{1,4}总理|[他她])(?:接着|还|又|强调|最后){0,2}(?:说|指出|强调|表示)，(?=.{4})"
)
_ONLY = re.compile(r"只有.{1,120}?才|才能(?!力)|没有.{1,60}?就没有|越.{1,20}?越")
_SHORT = 40  # characters of a saying at most


def said(text: str) -> str:
    """
    A sentence without whom it addresses, and without who said it where one tells another's report.

    Examples
    --------
    >>> said("各位代表，加强管理。"), said("他说，要加强管理。")
    ('加强管理。', '要加强管理。')
    """
    return _SAYS.sub("", _ADDRESS.sub("", text))


def is_formal(text: str, masked: str) -> bool:
    """
    Whether it calls, asks, heads what follows, or belongs to the form of a document.

    Examples
    --------
    >>> [is_formal(text, text) for text in ("本办法自2022年1月1日起施行。", "加强管理。")]
    [True, False]
    """
    return bool(
        _CALLS.match(text)
        or _FORMAL.search(masked)
        or _ASKS.search(text)
        or _HEADLIKE.match(text)
        or _OF_ITSELF.match(text)
        or len(text) < 4
    )


def is_slogan(text: str) -> bool:
    """
    Whether it only calls (团结凝聚力量，实干创造未来).

    Examples
    --------
    >>> is_slogan("团结凝聚力量，实干创造未来。"), is_slogan("实干推进重大项目建设。")
    (True, False)
    """
    return len(text) < _SHORT and _SLOGAN.search(text) is not None


def is_maxim(text: str) -> bool:
    """
    Whether it has the form of a saying: short clauses that ask nothing (政贵在行，功成于实).

    Examples
    --------
    >>> is_maxim("政贵在行，功成于实。"), is_maxim("必须真抓，务求实效。")
    (True, False)
    """
    return _MAXIM.fullmatch(text) is not None


def is_saying(text: str) -> bool:
    """
    Whether it says that nothing cannot be done (没有迈不过的坎).

    Examples
    --------
    >>> is_saying("没有迈不过的坎。"), is_saying("没有完成任务。")
    (True, False)
    """
    return _SAYING.search(text) is not None


def is_truth(text: str) -> bool:
    """
    Whether it is held true at any time, in a review too (就业是民生之本).

    Examples
    --------
    >>> is_truth("就业是民生之本。"), is_truth("这是改革之本。")
    (True, False)
    """
    return _TRUTH.match(text) is not None or _WRONG.search(text) is not None


def is_proven(text: str) -> bool:
    """
    Whether it tells what experience shows.

    Examples
    --------
    >>> is_proven("实践表明，发展是在攻坚中取得的。"), is_proven("实践中加强管理。")
    (True, False)
    """
    return _PROVEN.match(text) is not None


def shows(text: str) -> bool:
    """
    Whether all that it says is what experience shows (实践证明，治水必须治山), and it calls on nobody.

    Examples
    --------
    >>> shows("实践证明，治水必须治山。"), shows("实践证明这一办法可行，要推广。")
    (True, False)
    """
    found = _PROVEN.match(text)
    return found is not None and _CONTENT.match(text, found.end()) is not None


def is_parallel(text: str) -> bool:
    """
    Whether it is a row of truths of one build (读书增强活力，读书提升本领).

    Examples
    --------
    >>> is_parallel("安全促进生产，安全带来幸福。"), is_parallel("以安全促进生产，以安全带来幸福。")
    (True, False)
    """
    return _PARALLEL.fullmatch(text) is not None


def consists(text: str) -> bool:
    """
    Whether it only says of what something is made up.

    Examples
    --------
    >>> consists("停泊计划包括船名和停泊时间。"), consists("停泊计划应当包括船名。")
    (True, False)
    """
    return _CONSISTS.match(text) is not None


def is_condition_of(text: str) -> bool:
    """
    Whether it says on what alone something rests (只有…才).

    Examples
    --------
    >>> is_condition_of("只有改革才能发展。"), is_condition_of("加快发展。")
    (True, False)
    """
    return _ONLY.search(text) is not None
