"""What is judged or told of how things stand, though it opens with a verb or has a mark of what is ahead."""

from __future__ import annotations

import re

_TASKS = re.compile(
    r"必须|务必|应当|应该|让我们|抓紧|(?<![需只主重首紧必简还正不都])要(?=[\u4e00-\u9fff]{2})(?![求素点害领被])"
)
_SEEN = re.compile(  # 既要看到困难，更要看到优势: what is to be seen is how things stand
    r"(?:要|必须|应当|应该)(?:清醒地?|充分|全面|同时)?(?:看|认识)到(?P<what>[^。]{2,400})"
)
_ANYWHERE = re.compile(
    r"^[^，。我]{2,16}继续(?:深刻|深入)?(?:调整|分化|上升|加深|演变|蔓延|加剧)(?=[，。])"
    r"|^[^。]{2,60}正在[^，。]{0,10}进行。?$"
    r"|^(?:现在|如今|今天)，[^。]{2,40}正[^。]{0,40}(?:迈向|走向|奔向|迈进)"
    r"|(?:，但?同时|，与此同时)，?[^，。]{2,24}[亟急](?:待|需|须)[\u4e00-\u9fff]{2,4}。?$"
    r"|，这是[^，。]{2,30}(?:大事|喜事|盛事)。?$"
    r"|^[^，。]{2,24}[肩担]负着[^，。]{2,24}(?:使命|重任)。?$"
    r"|，对[^。]{2,50}(?<!还)将(?:会)?(?:起到|产生|发挥|有)[^，。]{2,16}(?:作用|影响)。?$"
)
_AHEAD = re.compile(  # not in a review
    r"^(?!.{0,12}(?:认识|明白|理解|懂得))[^，。]{2,24}，(?:(?:是|关系|既|不仅)[^，。]{2,24}，)?对于?[^。]{2,90}(?:(?:具?有|有着|起着?)[^，。]{0,12}(?:作用|意义|帮助|影响)|意义重大|影响深远|至关重要)。?$"
    r"|^[^，。]{4,24}(?:，(?:直接|也|都|既|还)?(?:关系到?|事关)[^，。]{2,24}){1,4}。?$"
    r"|^[^，。]{2,24}，对[^，。]{2,24}提出了[^，。]{0,8}要求。?$"
    r"|^这(?:充分|集中|也){0,2}(?:体现|反映)了"
    r"|^[实达][现到](?:这样的|这一|这个|上述)[^，。]{2,12}，就(?:能|可以|会)"
    r"|^(?:“[^”]{2,6}”时期|[今未][后来]\S{1,3}年)[^。]{0,30}[具占]有[^，。]{2,12}(?:地位|意义|位置)，是[^。]{4,80}(?:时期|阶段)。?$"
    r"|^[^，。]{1,6}以来，[^，。我]{2,24}(?:波及|蔓延|殃及|席卷)"
)


def stands(text: str, *, review: bool) -> str:
    """
    By which words a sentence says how things stand, under whatever heading; empty where it sets a task too.

    Examples
    --------
    >>> stands("我们既要看到困难，更要看到优势。", review=False)
    '要看到困难，更要看到优势'
    >>> stands("既要看到困难，更要加快建设。", review=False), stands("这体现了原则。", review=True)
    ('', '')
    """
    seen = _SEEN.search(text)
    if seen and not _TASKS.search(seen["what"].replace("要看到", "")):
        return seen[0]
    found = _ANYWHERE.search(text) or (None if review else _AHEAD.search(text))
    return found[0] if found and not _TASKS.search(text) else ""
