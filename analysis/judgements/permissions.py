"""What somebody may do: it binds nobody and promises nothing."""

from __future__ import annotations

import re

from analysis.judgements.actions import actions, opening

_MAY_DO = re.compile(  # 可按规定抵扣, 可将荒滩列入目录: no 可靠, 可持续
    r"(?<![尽认许不方只无足皆宁])可(?=按照?(?!比)|依[据照法]|参照|根据|将|向(?!上)|由|自[行主愿]|优先|破格|越级|适当|采取|采用|申请|委托|直接|延长|酌情|视情|分期|单独|另行|选择|凭"
    r"|从|予以|给予|一次性|通过|以(?!上|下|内|外|及)|结合|缩短|视同|享受|适用|列入|计入|纳入|继续以|相应"
    r"|参[与加]|组织|聘请|设立|提出|领取|办理|授权|减免|免[收交缴]|暂(?:缓|不)|聘任|兼职)(?![^，,；;。按依根参将向从]{2,5}的)"
)
_MAY = re.compile(rf"(?<!尽)可以(?!说|看|预)|有权|{_MAY_DO.pattern}")
_FOR_WHOM = re.compile(r"^对于?[^，,；;。]{2,60}的[^，,；;。]{1,12}[，,]")
_MUST = re.compile(
    r"应当|不得|必须|禁止|负责|予以|给予|责令|处以|(?<![适相反对供])应(?![用急对变缴收付得])|须(?!知)"
)
_GIVEN = re.compile("可以?(?:酌情|适当|按规定)?(?:予以|给予)")  # 可给予补助 binds nobody
_ALSO_ASKS = re.compile("[，；。](?:并且?|同时|但)?(?:制定|组织|鼓励|支持|将)")
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
    if may is None or _MUST.search(_GIVEN.sub("可", text)):
        return False
    return not (_ASKS.search(text, 0, may.start()) or _ALSO_ASKS.search(text, may.end()))


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
