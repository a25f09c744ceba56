"""
Words by which a verb is told: bans outside rules (不要, 决不), with how they forbid and what they cannot go
before; verbs that only say how another is done; nouns that begin with a verb (激励机制).
"""

from __future__ import annotations

import re

BANNING = frozenset((
    "不得", "不要", "不能", "不准", "不许", "不宜", "决不", "绝不", "决不能", "绝不能", "切勿",
    "不应当", "不再",
))  # fmt: skip
HOW = re.compile(r"(?:盲目|轻易|随意|一味|片面|简单|单纯|再|另行|因此而|只顾|过度|过多|过分){0,2}")
UNBANNED = re.compile(r"[腐不仅只够靠同给以因把对在向为被是会愿由从与像如让使就将说像求能成“]|成为")
OR = re.compile("和|或者|或")
LAST = re.compile(r"[\u4e00-\u9fff]{2}$")
ONE = re.compile(r"[有搞铺办拿吃占](?!有|着|了|利|理|取)")  # verbs of one character that a ban goes before
WORDS = re.compile(r"[\u4e00-\u9fff]{1,6}")
AS_MANNER = re.compile(  # verbs that say how another is done: 突出解决, 提质推进
    r"(?:突出|提质|提速|创新|迭代)(?=推进|开展|抓好|解决|做好|办好|推动)|(?:突出|提质|迭代)(?=实施)|提速(?=建设)|联动(?=打造|推进|开展|建设|实施|推动)|稳定(?=保持|运行|达到)|公开(?=征求|确定|招标|招聘|招录|招募|选拔|选聘|遴选|选定|择优|拍卖|出让)"
    r"|结合(?:自身|本地|当地|各自|工作|本单位){0,2}(?:实际|特点|情况|职能)(?=[将把]|(?:制定|开展|组织|确定|细化|编制|建立|完善|落实|抓好|研究|提出|推进)[一-龥“]{2})"
    r"|依[规法]依[约法规]|[多少](?=[\u4e00-\u9fff]{2}一?[些点])"
)
COMPOUND = re.compile(  # nouns that begin with a verb: 激励机制, 实施细则, 办理结果
    "(?:激励|约束|引导|惩戒|处置)(?:机制|约束|制度|体系|政策|措施)|实施(?:细则|方案|意见|办法)"
    "|(?:办理|处理|整改|检查|评价|考核|使用|审批)(?:结果|流程|时限|情况|进度|意见|范围)"
)
MADE = re.compile(  # what is made is named by a work: 制定培养方案, 建立推进机制
    "(?:制定|制订|编制|拟定|起草|出台|印发|建立|构建|明确|提出|完善|健全|优化|创新)(?!健全|完善|优化|创新|落实|实施|细化|规范)"
    "[\u4e00-\u9fff]{2}(?:方案|计划|规划|办法|细则|规则|标准|规范|机制|制度|政策|体系|清单|指南|措施|流程|模式|目标)"
    "(?=[、，,；;。和与及并]|$)"
)
IMPLEMENTING = re.compile("制定(?=实施(?:细则|方案|意见|办法))")
STRICT = re.compile(  # 严格 as a verb: 严格用药管理
    r"严格(?![按依限遵执管控落规把要区])(?=[^，,；;。]{2,20}(?:管理|准入|控制|问责|纪律|条件|认定|要求|标准|制度|审批|监管|考核|程序|责任|门槛|规定)$)"
)
NO_MANNER = re.compile(
    "聚力增效|应[急届收]|要[素点害道]|再[生融]|将[军士]"
)  # of which the first character is one
BIDS = frozenset(("作为", "推动", "责令", "要求", "促使", "带领", "允许", "准予"))
MEASURE = re.compile("值(?![得班守勤])|率(?![先领队])|性(?![能质格别情])")  # behind a verb: 增加值, 竣工率
PAIR = re.compile(  # a verb that tells what a paper or figure is of: 评估报告提请审议, 预警信息包括时间
    r"(?:评估|评价|检查|调查|审计|验收|考核|监测|检测|预警|巡查|督查|鉴定|审查|核查|排查|整改)(?:报告|结果|结论|信息|数据)(?![、和与及等，,；;。]|$)|保留村|评审(?:专家|委员|小组|组|会)|新开(?=发)|突出(?:问题|矛盾|短板|贡献|成绩|位置)"
    r"|(?:申请|承诺|委托|通知|建议|确认|责任|介绍|保证|声明|授权|决定|认定|任命|聘任)书|(?:登记|申请|申报|评分|审批|报名)表(?![示达明现决彰])"
    r"|(?:登记|许可|批准|检验|检疫|认证)证(?![件据实])"
)
SYSTEM = re.compile(  # what a mechanism is for stands before it: 健全防止返贫机制, 完善落实责任制度
    r"(?:健全|完善|建立|构建|创新|优化|制定|出台|建立健全|健全完善|建立完善)(?:防止|防范|预防|化解|遏制|应对|落实|推进|解决|打击|扶持|惩治|减轻|发现)"
    r"(?![和与、并])[^，,、；;。]{1,24}(?:机制|体系|制度|体制|政策|办法|措施|规则|方案)"
    r"|服务构建"  # what is served is what is to be built
)
NOUNED = re.compile(  # a second verb that makes a noun with what follows it: 推动实施方案落地, 组织评估小组
    "(?P<verb>推动|组织|公布|服务)(?:实施|建设|开展|评估|评审|验收|编制|保障)"
    "(?:(?:方案|细则|办法|意见|纲要|小组|专家|项目|单位|结果|机构|主体|进度|工程|条例|体系|机制|人员|能力|水平)|[一-龥]{0,2}的)"
)
SHOWN = re.compile(  # to whom or where something is shown: 向用户公开时间, 在公告栏公示名单
    r"(?:并)?[向在][^，,；;。的和、]{2,8}(?:公开|公示|公布|通报)$"
)
