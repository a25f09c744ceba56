"""
Phrases that lead a clause and do nothing themselves: what its verb is stands behind them, never inside.

以疏解功能为重点推进协同 does 推进, 在提升影响力上久久为功 has no action, 结合需求有序调整设置 does 调整.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import FAR, USED, Clause, acts, behind_manners
from analysis.judgements.clear_verbs import clear_verb
from analysis.judgements.lead_phrases import LEADS, behind_once

ASIDE = re.compile(  # clauses that say when, what for and on what ground, and do nothing
    r"比[^，；]{2,40}(?:增加|增长|提高|下降|减少|降低|上升|多|少|高|低)[^，；]{1,16}\d?|以(?:便|求|期|保持|提高|推动|促进|增强|保证|确保|适应|满足|利)|以.+为(?:.{0,6})(?:导向|重点|核心|目标|基础|主线|抓手|载体|突破口"
    r"|契机|龙头|纽带|统领|支撑|根本|指导|中心|关键|前提|主体|主|本|要|依据|牵引|引领|动力|依托|保障|遵循|方向|标准|单位)$"
    r"|(?:为了|随着|由于|只要|如果|虽然|尽管|因为|使(?!用)|让(?!我们)"
    r"|为(?=决胜|实现|夺取|把|加快|全面|推进|谱写|完成|推动|建设|.{2,40}(?:[作做]出|奠定|打下|积蓄|赢得)))|在.*(?:上|中|下|时|时候|后|里|内|方面|过程中|期间|领域)$|当.*[时后]$"
    r"|以(?:实现|达到)[^，；]{2,60}(?:目标|要求|愿景|局面|目的)$"
    r"|是否|(?:执行|实施|贯彻|工作)(?:过程)?中(?:的|遇到|发现|如有|出现|遇有)[^，；]{0,16}(?:问题|情况|困难|经验)$"
    r"|(?:统筹|综合|充分|全面)?考虑[^，；]{2,80}因素$|[^，；]{3,60}(?<![及按准定同临适小平届实随战课工学当暂即限瓦之])时$"
    r"|[^，；]{0,12}(?:通知|文件|办法|方案|意见|规定)(?:印发|下发|发布|公布|施行)后$|[^，；]{0,12}(?:规定|内容)与[^，；]{2,24}不一致的?$"
    r"|(?:按照|根据|依据|遵循|本着).+(?:要求|原则|方针|部署安排|部署|精神|思路|规律|需要|规定|目标)$"
)
HANGING = re.compile(
    r"(?:按照|根据|依据|通过|依托|结合|利用)(?:(?![作做](?![用法风业为]))[^，；]){2,80}(?:原则|规定|要求|方式|形式|办法|需要|特点|实际|优势|条件)$"
)
AS = re.compile(
    r"以[^，,；;。]{2,40}?为(?:重点|核心|目标|基础|主线|抓手|载体|契机|龙头|纽带|统领|支撑|根本|导向|突破口|牵引|引领|动力|依托|保障|切入点"
    r"|主攻方向|着力点|出发点|“[^”]{1,8}”)"
)
_BY_IDEA = re.compile(  # behind 坚持: in what spirit something is done (坚持以同城化理念打造都市圈)
    r"以[^，,；;。、为]{2,20}?(?:理念|思维|思路|标准|方式|办法|举措|视角|站位|眼光)(?![和与、的为是来])"
)
_AMID = re.compile(  # in what something else is done (坚持在发展中保障民生)
    "在(?:发展|改革|实践|开发|建设|保护|服务|斗争|传承|推进)中(?![国心央部西东外华小])"
)
_BY_RULE = re.compile(  # by what idea, with what is done right behind it
    "(?:按照?|遵循|依照|根据|本着)[^，,；;。]{2,60}?(?:思路|要求|原则|格局|模式|布局|标准|理念|方针|部署|规划|精神|办法|规定)(?=[\u4e00-\u9fff]{4})"
    "|(?:会同|协同)[^，,；;。]{2,60}?(?:部门|单位|机构|企业|高校|院校|[局委厅])(?![和与及等、])(?=[\u4e00-\u9fff]{4})"
    "|(?:采取|采用|通过)[^，,；;。]{2,60}?(?:方式|形式|办法|途径|手段)(?=[\u4e00-\u9fff]{4})"
)
_GROUND = re.compile(r"在[^，,；;。]{2,60}(?:基础上|过程中|前提下|框架下|条件下|方面|领域)")
_IN_PAPER = re.compile("(?:合同|协议|文件|公告|章程|方案|报告|规划|清单|目录|[书表约])中$")
_SERVES = re.compile(
    r"为[^，,；;。]{2,60}提供(?:更?[加为]?(?:有力|坚强|坚实|重要|积极|强劲|根本|强大|可靠|持久|不竭|充足|有益|信息)的?[^，,；;。]{0,6})?(?:支撑|动力|保障|保证|参考|样板|借鉴|依据|力量)$"
)
_POINT = re.compile(  # 在…上, with what one does there behind it
    r"在[^，,；;。]{2,60}[上中](?=(?:久久为功|闯出|走在|走出|作出|做出|取得|下功夫|下苦功|持续用力|迈出|发力|做文章|求突破|奋勇|争先|当先锋|打头阵|见"
    r"|有所|有新|更进|先行|率先|实现新|展现))"
)
_BUILT = "规划建设|布局建设|建设|布局|设立|新建|打造|试点|开展|建立"
_PLACE = re.compile(  # 在榆林建设基地: where, and right behind it what is built or tried there
    r"在(?!全面|加快|推进|推动|建设|开展|实施)(?:(?![的上中下里内前后时]|期间|基础|方面|领域|研究|探索|投资)[^，,；;。]){2,20}?"
    rf"(?=(?:{_BUILT})(?![、的和与中上等]|过程|期间|方面|领域|试点|成果|用地)[^，,；;。]{{3,}})"
    r"(?![^，,；;。]*(?:[上中下里内前后时]|期间|以来|方面|领域|过程)(?:[，,；;。]|$))"
)
_BY_END = re.compile(  # in what time: 在每年年底前组织评估
    r"在[^，,；;。]{0,16}?(?:[年月周季度底日天末]|工作日|期限|时限|时间|届满|开工|施工|验收|投用|上市|[一二三四五六七八九十\d])(?:之)?[前内]"
)
_SITE = re.compile(  # what is built at a site: 在园区内建设厂房
    rf"(?<=[内旁线侧边段近])(?:{_BUILT}|布置|安装|增设|设置|改造)(?![、的和与中上等]|过程|期间|方面|领域|试点|成果|用地)"
)
_MEANS = re.compile(  # a verb with its noun that says how, before what is done: 强化举措推进西部大开发
    r"(?:强化举措|加大力度|集中力量|集中精力|集中资源|集中优势|集中必要的资金|集中资金|发挥优势|深化改革|创新引领|创造条件|加强统筹|采取措施|采取有效措施"
    r"|采取有力措施|动员各方面力量|汇聚合力|形成合力|出台措施|拿出硬招|下大力气|抢抓机遇|抓住机遇|把握机遇)"
)
_YEARS = "[一二三四五六七八九十两\\d]{1,3}"
_WHEN = re.compile(
    rf"(?:{_YEARS}(?:年|个月|天)之?内|年内|(?:到|至|争取|力争)?(?:20\d\d|[今明])年(?:\d{{1,2}}月)?[底末初]?(?:以?前)?|[上下]半年"
    rf"|每(?:{_YEARS}|半)?(?:年|个?季度|个?月|周)(?:至少)?|[秋春夏冬][前后])"
)
_SO_MUCH = re.compile(
    r"(?:\d|[一二三四五六七八九十两][百千万亿]?)[\d.,一二三四五六七八九十百千万亿余多]{0,10}(?![年月日期类是])[\u4e00-\u9fff]{1,4}(?:以上|左右)?$"
)
_TOLD = re.compile("达到?|[为是占超至]|增长|提高|下降|不低于|控制|规模|总|力度|目标|计划|资金")
_GUIDE = re.compile("[\u4e00-\u9fff]{2,6}导向$")
_STRIVES = re.compile(  # until when one strives for what the next clause says (力争到2026年，努力建成…)
    r"(?:力争|争取)(?:到|在|用)?(?:“[^”]{1,8}”|20\d\d|[一二三四五六七八九十今明\d]{1,3})年?(?:左右|时间|底|末|前|内|之前|以前|期间|末期|期末){0,2}$"
)
_REFERS = re.compile("可(?:以)?(?:参照|参考)")  # a permission in front of what is called for
_SLOGAN = re.compile("[\u4e00-\u9fff]{2}(?P<mark>、)(?P<verb>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}$")
_LABEL = re.compile(r"(?![^，：:]{0,10}(?:采取|出台|实行|推出|以下|要))[^，,；;。：:、]{2,8}(?:模式|措施)$")
_PURPOSE = re.compile(r"\s{0,4}(?:第[一二三四五六七八九十]{1,3}条\s{0,4})?为")
_ENACTS = re.compile("制定本(?:办法|细则|条例|规定|规则|方案|预案|章程|标准|制度)")  # behind what it is for
_FAR_ENACTS = 240
_OF = re.compile(r"[从在][^，,；;。、]{2,16}?(?=选拔|培养|选用|选任|发现|招录|引进|增加)")
_STANDS = re.compile(r"处在|处于|位于")
_LINKS = frozenset(("结合", "聚焦", "围绕", "紧扣", "立足", "瞄准", "着眼", "对标", "锚定", "顺应"))
_IDIOM = 4  # characters of manners that are never attributes (因地制宜发展, but 高质量发展)
_ADVERBS = frozenset(("大力", "加快", "积极", "持续", "深入", "扎实", "有序", "稳步", "着力", "切实", "不断"))
_BY = frozenset(("结合", "利用", "运用", "应用", "联合", "对照", "采用"))  # behind it stands what is done
_STARTS = re.compile(
    r"(?:组织|开展|推进|实施|推行|制定|开办|举办|完善|打造|改造|改进|培育|建设(?!用地|项目|资金|工程))(?!等)(?=[\u4e00-\u9fff“]{3})"
)
_HELD = re.compile(
    r"(?:组织(?=[\u4e00-\u9fff“]{3})|(?:开展|举办|部署)(?=[\u4e00-\u9fff“]{2}))(?![^，,；;。]{0,20}(?:的|等[^，,；;。]{0,8})(?:工作|行动|活动)$)"
)
_BY_WHEN = re.compile(r"(?:在|于|到|力争)?(?:20\d\d年|\d{1,2}月|年内?)?[底末初]?(?:以前|之前|前|内)?")
_MODAL = re.compile(r"(?<![需重主只想不紧简首必])(?:必须|应当|要(?![求素点害领])|应(?![用急对变])|须(?!知))")
_BEARER = re.compile(r"[\u4e00-\u9fff]{2,9}(?<![需重主只想不紧简首必有还也都就])要(?![求素点害领])")
_MUST_BEAR = re.compile(r"[\u4e00-\u9fff]{3,14}(?<!求)必须")
BEARS = ("考虑", "包括", "具有", "具备", "遵循", "担任", "符合")  # what a thing is to be like: 文件要包括清单
_WELL = re.compile("[好实强优细]")
_PART = re.compile("[好实强优细]?(?:、|$)")


def behind_phrase(clause: Clause, at: int) -> tuple[int, bool]:
    """
    The place behind a phrase that leads a clause from `at` on, and whether the verb must stand right there.

    Behind 以…为重点 a clause goes on as any does; behind 在…上 stands what is done, or no action at all.
    """
    for pattern, bare in (
        (AS, False),
        *LEADS,
        (_GROUND, True),
        (_POINT, True),
        (_PLACE, True),
    ):
        found = pattern.match(clause.masked, at, clause.end)
        if found and found.end() < clause.end:
            return found.end(), bare
    if once := behind_once(clause, at):
        return once, True
    if passed := _behind_within(clause, at) or _behind_when(clause, at):
        return passed, True
    rule = _BY_RULE.match(clause.masked, at, clause.end)
    if means := rule or _MEANS.match(clause.masked, at, clause.end):
        behind, _ = behind_manners(clause, means.end())
        if acts(clause, clause.one_verb(behind), behind, led=bool(rule) or behind > means.end()):
            return means.end(), False
    return at, False


def _behind_within(clause: Clause, at: int) -> int:
    """The place behind 在…中 with a verb right there (在参与竞争中提升能级); 0 where no such phrase leads."""
    if not clause.masked.startswith("在", at):
        return 0
    for place in range(at + 4, min(clause.end - 3, at + FAR)):
        passed = behind_manners(clause, place)[0] if clause.masked[place - 1] == "中" else -1
        if clause.masked[place - 1] in "前内" and _BY_END.match(clause.masked, at, clause.end):
            passed = behind_manners(clause, place)[0]
        timed = clause.masked[place - 1] in "前内" or _IN_PAPER.search(clause.masked, at, place) is not None
        if passed > 0 and acts(clause, clause.one_verb(passed), passed, led=timed or passed > place):
            return place
        if _SITE.match(clause.masked, place, clause.end) and acts(
            clause, clause.one_verb(place), place, led=True
        ):
            return place
    return 0


def _behind_when(clause: Clause, at: int) -> int:
    """The place behind when something is done so often or so much (五年内改造机床八百台); 0 elsewhere."""
    when = _WHEN.match(clause.masked, at, clause.end)
    if when is None or not _SO_MUCH.search(clause.masked, max(when.end(), clause.end - FAR), clause.end):
        return 0
    passed, _ = behind_manners(clause, when.end())
    told = _TOLD.search(clause.masked, passed, clause.end) is not None
    return 0 if told or not acts(clause, clause.one_verb(passed), passed, led=True) else passed


def linked(clause: Clause, at: int, verb: str, manners: list[str]) -> tuple[int, str]:
    """The verb at a place, or behind what it only links to (结合需求有序调整): one that manners lead to."""
    slogan = _SLOGAN.match(clause.masked, at + len(verb), clause.end) if verb in _LINKS else None
    if slogan and slogan["verb"] in clause.lists.verbs.values:
        return slogan.start("verb"), slogan["verb"]  # 立足岗位、服务群众
    if verb not in _LINKS and verb not in _BY:
        return at, verb
    begun = max(at + len(verb) + 2, behind_manners(clause, at + len(verb))[0] + 1)
    clear = clear_verb(clause.masked, begun, min(clause.end, at + FAR), clause.lists)
    for place in range(at + len(verb) + 2, min(clause.end - 2, at + FAR)):
        if place == clear:
            return place, clause.verb_at(place)
        passed, more = behind_manners(clause, place)
        led = passed - place >= _IDIOM or clause.masked[place:passed] in _ADVERBS
        starts = _STARTS if verb in _BY else _HELD
        bare = passed == place and starts.match(clause.masked, place) is not None
        if bare and clear > place and clause.one_verb(passed) in clause.lists.nouns:
            continue  # 结合旧区改造工作加强服务
        if (passed - place > 1 or bare) and acts(clause, clause.one_verb(passed), passed, led=led or bare):
            manners += more
            return passed, clause.verb_at(passed)
    return at, verb


def called_for(clause: Clause, at: int, manners: list[str]) -> tuple[int, str]:
    """
    The verb that a modal calls for behind a subject (新建项目要提高起点), with when it must be done between
    them (要在2026年底前完成普查); none where no modal stands.
    """
    for modal in _MODAL.finditer(clause.masked, at + 1, min(clause.end, at + FAR)):
        when = _BY_WHEN.match(clause.masked, modal.end(), clause.end)
        passed, more = behind_manners(clause, when.end() if when else modal.end())
        if (owed := clause.lists.of_rules.verbs.at(clause.masked, passed)) in BEARS:
            return passed, owed
        if acts(clause, clause.one_verb(passed), passed, led=True):
            manners += more
            return passed, clause.verb_at(passed)
        clear = clear_verb(clause.masked, passed + 3, min(clause.end, passed + FAR), clause.lists)
        if clause.masked[passed : passed + 1] in ("与", "同") and clear > 0:
            return clear, clause.verb_at(clear)  # 要与周边城市建立机制
    return at, ""


def bearing(clause: Clause, at: int) -> tuple[int, str]:
    """What a subject that is a verb too is to do (改革要坚持方向), or any is to be like (文件要包括清单)."""
    subject = _BEARER.match(clause.masked, at, clause.end)
    must = _MUST_BEAR.match(clause.masked, at, clause.end) if clause.one_verb(at) else None
    if must:
        place, verb = called_for(clause, must.end() - 3, [])
        return place, verb
    place, verb = called_for(clause, subject.end() - 2, []) if subject else (at, "")
    stance = clause.one_verb(subject.end()) if subject and not verb else ""
    if subject and clause.level(stance or "无")[0] == "stance":
        place, verb = subject.end(), stance
    return (place, verb) if verb in BEARS or clause.one_verb(at) in clause.lists.nouns else (at, "")


def only_stands(clause: Clause, at: int) -> bool:
    """Whether a clause says at what point somebody stands (我国正处在…的攻关期), and does nothing."""
    return _STANDS.search(clause.masked, at, min(clause.end, at + FAR)) is not None


def behind_stance(clause: Clause, at: int, manners: list[str]) -> tuple[int, str]:
    """The verb at a place, or what stands behind 坚持 and 注重 or ends its clause (坚持…一体推进)."""
    verb = clause.verb_at(at)
    if verb not in ("坚持", "注重"):
        return at, verb
    behind = (clause.masked, at + len(verb), clause.end)
    idea = _BY_IDEA.match(*behind) or _AMID.match(*behind) or _OF.match(*behind)
    passed, more = behind_manners(clause, idea.end() if idea else at + len(verb))
    led = passed > at + len(verb) and (
        verb == "坚持" or idea is not None or clause.masked.startswith("依", at + len(verb))
    )  # 注重依法依规推荐, but 注重高品质服务
    led = led or clause.one_verb(passed) in USED
    if verb == "注重" and clause.one_verb(passed) in _LINKS:
        return passed, clause.one_verb(passed)  # and then what it links to
    if clause.masked.startswith("通过", passed):
        clear = clear_verb(clause.masked, passed + 4, clause.end, clause.lists)
        return (clear, clause.verb_at(clear)) if clear > 0 else (at, verb)
    if acts(clause, clause.one_verb(passed), passed, led=led):
        manners += more
        return passed, clause.verb_at(passed)
    return at, verb


def is_last(clause: Clause, at: int, verb: str, *, led: bool) -> bool:
    """Whether a verb ends the clause or its part (把好事办好、实事办实): no noun unless manners lead."""
    behind = at + len(verb)
    if _WELL.search(clause.masked, behind - 1, min(behind + 1, clause.end)):
        return clause.masked[at - 1] != "、" and _PART.match(clause.masked, behind, clause.end) is not None
    return at + len(clause.verb_at(at)) == clause.end and (led or verb not in clause.lists.nouns)


def stands(clause: Clause, verb: str, begin: int, stop: int) -> bool:
    """
    Whether a verb of a list only says by what one goes here: 结合, 突出…导向, and 重视 with no object.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> stands(Clause("突出问题导向", "突出问题导向", 0, 6, load_actions()), "突出", 2, 6)
    True
    """
    guided = verb == "突出" and _GUIDE.match(clause.masked, begin, stop) is not None
    return verb == "结合" or guided or (verb == "重视" and begin >= stop)


def only_strives(clause: Clause) -> bool:
    """Whether a clause only says until when one strives, what may be looked at, what for, or of what kind."""
    if clause.masked[clause.end : clause.end + 1] in ("：", ":"):
        return _LABEL.match(clause.masked, clause.start, clause.end) is not None
    if _PURPOSE.match(clause.masked) and _ENACTS.search(clause.masked, clause.end, clause.end + _FAR_ENACTS):
        return True
    if clause.masked[clause.start - 1 : clause.start] in ("，", ",") and _SERVES.match(
        clause.masked, clause.start, clause.end
    ):
        return True  # what is done before it does so
    if clause.masked[clause.end : clause.end + 1] not in ("，", ","):
        return False
    strives = _STRIVES.match(clause.masked, clause.start, clause.end)
    strives = strives if clause.masked.startswith("努力", clause.end + 1) else None
    return bool(strives or _REFERS.match(clause.masked, clause.start, clause.end))
