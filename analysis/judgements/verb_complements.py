"""
What belongs to a verb though no list has it: what comes of it (抓实, 保护好, 遴选出), and 新 before it.

新 belongs to a verb where something is counted (新推动五千家企业转型); 新研制产品 is a product.
"""

from __future__ import annotations

import re

from analysis.judgements.action_lists import ActionLists

COMPLEMENTS = re.compile(  # 抓实, 织密, 做强
    r"[做抓用打建织筑扛守兜练讲管走办站把扎拧压育塑当写答落种养选护理摸控盯绷扭唱订修拆补改]"
    r"[好强优大实牢密细准足活稳深住高齐紧严快全透](?![的度化质水标事烈产]|数据|模型)"
    r"|[绘谱演]好(?![转人事的])|开[足齐](?!马)|下好(?=[^，,；;。]{0,12}棋)"
    r"|[做擦打唱][特精靓响美亮](?![色神闻的点])"
)
WELL_TOO = re.compile(
    rf"(?!落实)(?:[\u4e00-\u9fff]{{1,3}}好|{COMPLEMENTS.pattern})"
)  # behind a verb with 好: 用好用足
_WELL = re.compile(  # a verb with 好 behind it that belongs to no noun: 解决好问题
    r"(?:解决|落实|实施|处理|利用|运用|使用|维护|守护|保护|发挥|统筹|完成|执行|谋划|贯彻|安排|应对|把握|保障|协调"
    r"|传承|管理|平衡|传播|调动|弘扬|经营|呵护|履行|组织|处置|衔接|维持|建设|兼顾|服务|培养|引导|谱写|书写|描绘|保管|爱护|照顾|保存|运营|分配)好"
    r"(?![转人事坏家作风榜评做办产物日邻声经的了]|传统(?=[、，,；;。和与]|$))"
)
_OUT = re.compile(  # a verb of choosing or making with what comes out of it: 遴选出企业
    r"(?:遴选|选拔|评选|推选|筛选|挑选|选树|制定|梳理|整理|归纳|总结|提炼|培育|培养|孵化|打造|创造|选育|研制|研发|生产|挖掘|发掘|拓展|(?<![实苦肯])干|[蹚闯改转拓])出"
    r"(?![口台具租让售资版境厂海席入访国征行游血院现场土车单圈来去的了]|发(?!展))"
)
_NEW = re.compile(
    r"(?<=[年内底前末将要并再计划力争共可省市县区]{2})新|(?<![\u4e00-\u9fff])新"
)  # where no word ends in it: 创新, 更新
_COUNTED = re.compile(r"[^，,；;。]{0,16}?(?:\d|[一二三四五六七八九十两几]{1,4}[十百千万亿个家批项条座所])")


def well_done(masked: str, at: int, end: int) -> str:
    """
    The verb at a place with 好 or 出 behind it; empty where there is none.

    Examples
    --------
    >>> well_done("保护好传统建筑", 0, 7), well_done("培育出口企业", 0, 6)
    ('保护好', '')
    """
    found = _WELL.match(masked, at, end) or _OUT.match(masked, at, end)
    return found[0] if found else ""


def anew(masked: str, at: int, end: int, lists: ActionLists) -> str:
    """
    新 with the verb behind it, where what is done is counted; empty elsewhere.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> lists = load_actions()
    >>> anew("新推动五千家企业转型", 0, 10, lists), anew("新研制产品", 0, 5, lists)
    ('新推动', '')
    """
    verb = lists.verbs.at(masked, at + 1) if _NEW.match(masked, at, end) else ""
    behind = at + 1 + len(verb)
    counted = _COUNTED.match(masked, behind, end) is not None
    return masked[at:behind] if len(verb) > 1 and counted else ""
