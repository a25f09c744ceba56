"""
Verbs that name nothing besides: behind a phrase with a noun at its end they are what is done.

结合改造工作加强服务 does 加强, 围绕创新链布局产业链 does 布局; 结合改造提升工作 does nothing.
"""

from __future__ import annotations

import re

from analysis.judgements.action_lists import ActionLists

_CLEAR = re.compile(
    r"(?<![、和与及的等以更不未无并或])(?:加强|强化|提升|提高|增强|完善|优化|健全|构建|打造|推进|推动|促进|带动|增设|增加|改善|制定|编制|部署|布局"
    r"|建立|开展|遴选|选取|选拔|明确|细化|开发|设置|举办|引进|培育|挖掘|搭建|丰富|补齐|拓展|激发|组成|成立|解决|突破|谋划|狠抓|抓好|培养|化解|破解|扩大|实施|共建|出台|(?<=优势|特色|资源|禀赋|条件|基础|实际)发展)"
)
_NAMED = re.compile(  # what a verb makes a name with: 提升行动, 优化升级
    r"(?:行动|工程|计划|工作|方案|意见|细则|办法|项目|任务|目标|机制|升级|改造|建设|发展|改革|规划|标准|活动|需求|要求|情况|作用|阶段|过程|战略|专项"
    r"|等|区|带|[和与及、的])"
)
_ENDS = re.compile(  # behind a verb and its object: 加强管理工作, which is no deed then
    r"(?:等)?(?:的?(?:要求|需要|目标|任务|主题|主线|重点|方面|环节|契机|精神|战略|意见|方向|问题|思路|原则|总要求|需求|实际|步伐|进程)|等(?:新|先进|高新)?(?:技术|工艺|设备|装备|方法))$"
)


def clear_verb(masked: str, begin: int, end: int, lists: ActionLists) -> int:
    """
    The place of the first such verb from `begin` on that acts on something; -1 where there is none.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> lists = load_actions()
    >>> clear_verb("结合改造工作加强服务", 2, 10, lists), clear_verb("结合品质提升行动", 2, 8, lists)
    (6, -1)
    """
    if _ENDS.search(masked, max(begin, end - 8), end):
        return -1
    for found in _CLEAR.finditer(masked, begin, end):
        about = masked[found.end() : end]
        alone = about in lists.nouns and found[0] in lists.nouns  # 服务提升改造
        if len(about) > 1 and not alone and not _NAMED.match(about):
            return found.start()
    return -1
