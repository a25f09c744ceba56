"""What somebody may do: it binds nobody and promises nothing."""

from __future__ import annotations

import re

from analysis.judgements.actions import actions, opening

_MAY_DO = re.compile(  # 可按规定抵扣, 可将荒滩列入目录: no 可靠, 可持续
    r"(?<![尽认许不方只无足皆宁])可(?=按照?(?!比)|依[据照法]|参照|根据|将|向(?!上)|由|自[行主愿]|优先|破格|越级|适当|采取|采用|申请|委托|直接|延长|酌情|视情|分期|单独|另行|选择|凭"
    r"|参[与加]|组织|聘请|设立|提出|领取|办理|授权|减免|免[收交缴]|暂(?:缓|不)|聘任|兼职)(?![^，,；;。按依根参将向]{2,5}的)"
)
_MAY = re.compile(rf"(?<!尽)可以(?!说|看|预)|有权|{_MAY_DO.pattern}")
_FOR_WHOM = re.compile(r"^对于?[^，,；;。]{2,60}的[^，,；;。]{1,12}[，,]")
_MUST = re.compile(
    r"应当|不得|必须|禁止|负责|予以|给予|责令|处以|(?<![适相反对供])应(?![用急对变缴收付得])|须(?!知)"
)
_ASKS = re.compile(  # what asks before it is permitted; behind 可 it is what one may do
    r"制定|(?<!法人)(?<!社会)(?<!其他)组织(?!、|和|或者?|可|应当)|鼓励|支持|将"
)


def only_permits(text: str) -> bool:
    """
    Whether a rule only says what somebody may do, and binds nobody.

    Examples
    --------
    >>> only_permits("申请人可以查询登记资料。"), only_permits("可以查询的，登记机构应当提供。")
    (True, False)
    >>> only_permits("乡镇政府可将荒滩列入目录。"), only_permits("建立可追溯制度。")
    (True, False)
    """
    may = _MAY.search(text)
    if may is None or _MUST.search(text):
        return False
    end = may.start() if may[0] == "可" else len(text)
    return _ASKS.search(text, 0, end) is None


def leaves_free(text: str) -> bool:
    """
    Whether a sentence of tasks does no more than to leave somebody free to do something (可越级评定技师).

    Examples
    --------
    >>> leaves_free("优秀教师可优先评聘职称。"), leaves_free("取消门槛，优秀教师可直接聘任。")
    (True, False)
    """
    may = _MAY_DO.search(text)
    if may is None or "；" in text or not only_permits(text):
        return False
    before = _FOR_WHOM.sub("", text[: may.start()])
    return not (opening(text) or actions(before))
