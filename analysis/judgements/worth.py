"""What a task is worth, and how sentences look under a heading that says so (重要意义, 必要性)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.judgements.mode_evidence import Evidence, Judged
from analysis.judgements.mode_forms import is_condition_of

if TYPE_CHECKING:
    from analysis.judgements.mode_marks import Mode

WORTH = frozenset(("意义", "重要性", "必要性", "紧迫性"))  # marks of headings under which it is argued
_DUTY = re.compile(
    r"必须|务必|应当|应该|不得|抓紧|(?<![需只主重首紧必简概摘纲提])要(?![求素点害领件道塞])(?=[\u4e00-\u9fff]{2})"
    r"|^(?:各[^，,；;。]{1,20}[，,]?)?(?:进一步|切实|不断|充分|深刻)(?:统一|增强|提高|加强|认识|强化|把握|理解)"
    r"|^(?:[^，,；;。]{2,16}，)?(?:统一思想|提高认识|高度重视|(?:切实|牢固)?树立|增强[^，,；;。]{0,20}(?:感|意识|自觉性?|主动性|信心))"
    r"|^各(?:地|级|有关|相关|部门|单位|乡镇|街道|[省市县区])[^。]{4,}"
    r"|^为此，|^(?:力争|争取)?到\d{4}年[^，,；;。]{0,4}，|(?<![的同])努力(?=[开实打推建提形创])|坚定不移"
    r"|[摆列纳]上重要|[列纳]入[^，,；;。]{0,10}(?:日程|规划|计划|考核)|放在[^，,；;。]{0,10}位置"
)
_SERVES = re.compile(  # 海岛渔业…，有利于增加收入: what the matter itself is good for
    r"有利于|有助于|[顺适]应了?[^，,；;。]{2,30}(?:趋势|要求|需要|需求|方向|潮流)|(?:契合|符合)了?[^，,；;。]{2,30}(?:趋势|要求|需要|需求|方向)"
    r"|为[^，,；;。]{2,24}(?:提供|注入|开辟|创造|奠定|增添)了?"
)
_OF_A_TIME = re.compile(
    "^(?:近年来?|近几年|过去|多年来|[一二三四五六七八九十]年来|长期以来|“|我[省市县区]|\\d{4}年)"
)
_TOLD = re.compile(  # what a higher body has done, what was done in a year
    r"^(?:党中央|国务院|[省市县区]委|我国|国家)[^。]{2,60}(?:[作做]出|出台|印发|高度重视)|^\d{4}年，(?=[^。]{0,60}\d)"
)
_HIGHER = (
    r"(?:《[^《》]{2,50}》|(?:中央|国务院|全国|省|自治区|市|县|区|党|上级)[^，,；;。：:《》]{0,16}?(?:全会|代表大会|党代会|人代会|会议|大会|办公厅|政府|省委|市委|县委|委|国务院|里|报告)"
    r"|党中央|国务院|[省市县区]委|[^，,；;。：:《》]{0,8}(?:法|条例))"
)
_ASKED = re.compile(  # 省委全会提出，要…: told of others, and asked of nobody here
    rf"^(?![^，,；;。]{{0,12}}(?:按照|根据|贯彻|落实|为了|依据|遵照|围绕))"
    rf"(?:[^，,；;。：:《》]{{0,16}})?{_HIGHER}[^。：:]{{0,40}}?"
    r"(?:明确)?(?<!的)(?:要求|强调|提出|指出|规定)(?![的、和])(?P<what>[^。]{4,300})"
)


def asked_by_others(text: str) -> bool:
    """
    Whether a sentence tells what a higher plan or body asked for.

    Examples
    --------
    >>> [asked_by_others(text) for text in ("省委全会提出，要加快建设。", "按照省委提出的要求，加快建设。")]
    [True, False]
    """
    return _ASKED.match(text) is not None


def of_worth(seen: Evidence, before: Mode | None) -> Judged:
    """
    The mode of a sentence under a heading of what a matter is worth: only a duty of its own looks forward.

    Examples
    --------
    >>> from analysis.judgements.mode_evidence import evidence_in
    >>> from analysis.judgements.mode_marks import load_marks
    >>> texts = "发展渔业，可以增加收入。", "各乡镇要发展渔业。", "省委提出，要发展渔业。"
    >>> [of_worth(evidence_in(text, load_marks()), None).mode for text in texts]
    ['situation', 'forward', 'other']
    """
    if asked_by_others(seen.text):
        return Judged("other")
    if found := _DUTY.search(seen.masked):
        return Judged("forward", found[0])
    if is_condition_of(seen.masked):
        return Judged("other")
    if _OF_A_TIME.match(seen.text) and (done := seen.first("backward", "review", "time")):
        return Judged("backward", done)
    if _TOLD.match(seen.text):
        return Judged("backward", seen.first("backward", "review", "time"))
    serves, problem = _SERVES.search(seen.masked), seen.first("situation", "weak")
    if seen.defines and not (serves or problem or seen.opens):
        return Judged("other", "是")
    if serves or problem or seen.opens or not seen.first("backward", "review"):
        return Judged("situation", serves[0] if serves else problem)
    return Judged("backward", seen.first("backward", "review"))
