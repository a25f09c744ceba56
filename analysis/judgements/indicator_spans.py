"""
Where in a sentence stands what a number measures: the noun behind its measure word, or the one before it
without the verbs around it.

`shape` is the sentence with its dates blank and the digits of its names masked (1类新药, “15分钟生活圈”), so
that what is read off it is a noun and no number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.judgements.indicator_masks import DIGITS
from analysis.judgements.quantities import Quantity

_SHARE_OF_ALL = re.compile("占(?:总?人口|全[国省市县体部]|总数|总量|世界|全球)[^，、]{0,6}$")
_TOLD_BEHIND = re.compile("(?!以[上下内]|左右|[和与及至到])[一-鿿]")
_HONOURED = re.compile("(?:荣?获|受到|得到|被)[^，。；、,;]{3,14}(?=[，。；,;]|$)")
LONGEST = 40  # characters of an indicator
STOPS = "，。；：！？,;:（(）)"
BEFORE = re.compile(f"[^{STOPS}]*$")
_BEHIND = re.compile(f"[^{STOPS}、\n]{{1,{LONGEST}}}")
# What states a number, stripped from behind; what is done, from before, but where it is part of a noun.
_STATED = (
    "(?:提升|提高|上升|增加|扩大|减少|下降|降低|缩短|压缩|压减)[到至]|削减|调[增减]|相当于|是(?:上年|去年|原来|同期)|全年|调整|(?<![占之])比(?![例重率])(?:常年|[一-鿿]{2,12}(?=[多少高低快慢]))(?:同期)?[多少高低快慢]?|新增|新建|上涨|下调|上调|[比较](?:上年|去年|前年)(?:同期|[末底])?|发展[到至]|达到?每[百千万][一-鿿]{1,6}|(?:[高低快优好]于|高出|领先)(?:经济|居民收入)?(?:增长|增速)|分别|累计|同比|年均|每[年月人户天日]|平均|最[高低多少]|的处以?|(?:仅?为|相当于|是)全[国省市](?:平均)?(?:水平)?的?|比?全[国省市](?:平均)?水平[高低]?的?|(?:[高低快慢优好]于|高出)(?:全部|各项|同期|整体|全社会|一般|其他|上年)[一-鿿]{2,12}|预计|已经?|实际|总体|均|共计?|合计|总计|全部|再|又|也|各|"
    "就|都|仅|只|超额|大幅|持续|稳步|进一步|达到|达|为|是|有|占|位?居|升至|降至|增至|减至|增长|增加|提高|提升|上升|下降|降低|减少|"
    "压减|压缩|缩短|延长|扩大|翻|增|降|到|至|由|从|突破|超过?|保持在?|控制在|稳定在|稳居|实现|完成|的|了|约|近|不低于|不少于|在|目前|(?<![一-鿿])[比较与]|"
    "之?一|年度|阶段性|原则上|新改扩?建|不(?:低于|高于|少于|超过)[一-鿿]{2,16}的|大幅度|小幅度?|减按|(?:由|从)(?:去年|上年|前年|目前|现在|当年|当时|原来|过去)|(?:预计|估计|大约|可|将|要)[比较]|在?年?[的]?基础上|(?:[高低快优好]于|高出|领先)全[国省市部](?:平均)?(?:水平)?|(?:[比较与]|[高低快优好]于|高出|领先)“[^“”]{1,9}”(?:时期|期间|末)?|比[一-鿿]{2,8}之初|整合|开行|\\d{1,2}年|缩减|精简|裁减|压降|增产|减产|一直|始终|回[升落][至到]?|同口径|力争|不得|不应|可以|应当|历史性地?|双双|连续多年|多年|连年|跃上|重组整合|先后|大大|远远|逐年|我[省市区县]|到期后|期满后|上浮|下浮|节约|节省|回落|收窄|净增|连?跨[过越]?|迈[上过]|越过|(?<=[度数声率例分比量])(?:改善|好转|优化)|(?<=[同环]比)(?:改善|好转|优化)"
)
# What courts, police, parliaments and physicians do with what they count; behind it stands the object.
_HANDLING = (
    "(?:受理|审结|执结|批准逮捕|起诉|立案侦查|立案查处|破获|侦破|抓获|打掉|捣毁|查办|追缴|追回|挽回|收到|收集|征集|邀请|"
    "备案审查|诊治|救治|互派|派驻|紧急止付|止付|冻结|封堵|拦截|劝返|约谈|问责|通报)(?=[一-鿿]{2})(?![一-鿿]{0,6}[率量数额]$)"
)
_DOING = (
    f"{_HANDLING}|[上下]半年|当[年月](?!度|价|期)|(?:年|月|季)末(?=全[国省市])|"
    "[一-鿿]{0,6}(?:数据|结果)显示|提出(?!了)|正确处理|处理好|“[一二三四五六七八九十]{1,3}五”(?:期间|时期)|多年来?(?:累计)?|有序|稳妥|扎实|包括|期间|时期|全年|去年|今年|平均每年|每年|新增|新建(?!建筑)|建成|建设(?!用地|规模)|新开工|新培育|培育|打造|新?引进|引育|(?:活化|盘活|综合)?利用(?=[老旧废闲荒])|实施|开展|组织(?!部)|举办|"
    "设置|设立|布局|建立|创建|完成|实现|推动|推进|确保|力争|支持|投入(?!强度|占)|投资(?!额|者|规模|占|总)|安排|筹集|新改扩建|改扩建|"
    "扩建|改建|改造|全[国省市]共(?:有|计)?|全[国省市区县州域](?=完成|实现|建成|开通|累计|共[计有建培]|拥有|现有)|追回|[一二三四五六七八九十]{1,3}[是要]|可?以?处以?(?=[工合违货同]|$)|落实|发放|办好|办成|办理(?!时[限间]|环节|流程)|取消|下放|调整|出台|制定|编制(?!数)|修订|推出|发布|签约(?!率)|签订|落地|开工(?!率)|投产|争取|"
    "夺得|荣获|获得|获批|入选|评选|上调|下调|年内|今明|(?:成功|圆满|妥善)(?![率案])|(?:覆盖|服务(?!业|贸易|消费|[进出]口)|面向|符合|涉及|惠及)[一-鿿]{1,8}的|投用|压降|派出|享受|认定|选派|选聘|培训(?!基地)|招聘|吸引|开通(?!率)|(?:运输|承运|运送)(?=(?:货物|旅客|物资)$)|上线(?!率|数)|现有|集聚(?!区)|汇聚|拥有|形成|带动|帮助|惠及|"
    "服务(?![业器区贸消机网设中平站满质进出外])|覆盖(?![率面])|解决|整治|查处|修复(?!率|[^，。、]{2,12}面积)|治理(?!率|[^，。、]{2,12}面积)|关停|淘汰|处置(?!率)|化解|压减|减少|"
    "增加(?!值)|提高|提升|使(?!用)|让|共有(?!产权|住房|制|财)|将|把|对(?![外口接])|其中|并|和(?!谐)|与|及|以及|再(?!生)|集中(?![式供度])|全面|加快|继续|努力|"
    "要(?!素)|我们|确定|抓好|做好|补齐|配备|新设|共(?![享同有建])|累计|深入|高质量|高标准(?!农田)|高水平|了|有(?![效色机])|达|已|坚持|退出|减轻|降低|启动|提前|安置|新签|裁减|核定公布|核定|公布|验收|遴选|授予|发放|购置|新登记|进入|开办|净增"
)
_TAIL = re.compile(f"(?:{_STATED}|[ “])$")
# What a rank is told with: 居全国第一, 规模跃居世界第二位.
_WHERE = (
    "全[国球省市区县](?:省区市?|各?省[区份市]?)?|世界|国[内际]|亚[洲太]|大陆|(?:[东中西]|东北|中西)部(?:地区|省[区市份])?|同类[一-鿿]{0,4}?|"
    "各省|长三角|长江经济带|沿海|省份|城市|地区"
)
_PLACED = (
    "[跃上提]升[至到]|稳居|位居|跃居|高居|居|位列|名列|分列|列|排名?|升至|升到|进至|跃升|跃进|进入|跻身|迈入|入围|包揽|连年|连续|"
    "继续|保持|首次|历史性地?|双双|的|均|为|获评?"
)
RANKED = re.compile(f"(?:{_WHERE}|{_PLACED}|分别|达到?|稳定|在|至|从|由|[ ])$")
_HEAD = re.compile(f"^(?:{_DOING}|、|到| )(?=.)")
# An item before that is told with no number (一般性转移支付大幅增加、专项转移支付).
_ITEM_TOLD = re.compile(
    "[^、]{2,30}(?:大幅|明显|显著|稳步|持续|不断|进一步|逐步|较快|快速|平稳|稳定)"
    "(?:增加|减少|下降|提高|提升|增长|降低|扩大|回升|改善|加快|优化|好转|上升)、(?=[^、])"
)
_ONLY_DONE = re.compile(f"(?:{_DOING})")
_NOUNS = ("投资", "投入", "服务", "支持", "建设", "培训", "改造", "治理")
_NO_NOUN = re.compile(
    "^(?:受(?![益理灾援教训到表])|出(?![口境租版生资让勤])|计入|计征|征收|缴纳|收取|执行|[以左上内的）等和及并用投增达提降是在至到后前起减压缩升涨回]|扩(?!面)|为(?!民)|整合|合并|(?:联动|贯通|联通)(?=的|$)|下降|高于|低于|中[，的]|[^一-鿿“‘A-Z])"
)
# Where the noun behind a number ends: before what its things do, or what is done with them.
_UNTIL = re.compile(
    "\\d|和(?=[第 ])|都是|(?<=企业)发行|(?<=[县市乡镇村])发展|(?<=[员师])服务(?=[一-鿿])"
    "|(?<=..)(?:动工|结题|开园|并网发电|(?<=项目)签约)$"
    "|(?<=[众区])(?:是(?!否)|普及(?!率))|(?<=[员众民])(?:基本生活|改造|实现|享受|领取)|(?<=[县市区])(?:进入|入选|跻身|列入|纳入|上榜)"
    "|(?<=..)(?:投入(?=使用|运[营行]|生产)|有机(?=衔接|融合|结合|统一)|初步(?=形成|建[成立]|显现)|集聚(?![区地度]))"
    "|(?<=..)(?:(?:扩面)?(?:提质|增效|扩容|达产|见效|参[赛会展]|[正负]增长)$|全(?:[市省县域]|产业链)|位[列居]|跻身|接种)"
    "|(?<=..)(?:通(?=[高铁公])|(?:安装|加装)(?!工程|项目|任务|工作|[率费工量])|喝上|免费|总体|参[加与]|上榜|[强补延建]链|[开竣完]工|投[产用运]|上线|落地|获|入[选围]|进入)"
    "|(?<=..)(?:(?<!通)达(?!标)|增长|实现|基本(?=[完建实形覆消])|特别是|尤其是|全面|逐步|持续|显著|有序|顺利|列入|纳入|被|缴纳|计征|(?:摘帽|出列)(?=、|出列|$)|脱贫(?=摘帽|出列|、|$)|(?:下降|上升|减少)(?=\\d|$))"
    "|(?<=..)(?:建设(?=[为成])|来(?=[安进推看])|世世代代|(?<=[转演改][变化革])中)"
    "|(?<=..)(?:突破|超过|占|[近约超](?=\\d|$))"
)
_NUMERAL = r"[\d一二两三四五六七八九十]"
# What begins a clause of something else: not ，比上年增加.
ANOTHER = re.compile(
    f"[{STOPS}](?! *(?:比|较|同比|增|减|净|累计|年均|达|突|约|超|近"
    f"|其中(?:当年|本年|今年)?(?:新增|新建|净增)?(?:[超近约]|(?={_NUMERAL}))))"
)
# What is left of the number before: 列次以上、, 元/月、.
_LEFT_OVER = re.compile(
    "^(?:的(?:比例|标准|额度)(?:给予|予以|发放|支付|安排)|(?:[人场班架列车艘]?次)?(?:及?以[上下内]|左右)?(?:/[月年日天时人户吨]|(?=[、和及与的]|$))的?)"
)
_MONEY = ("元", "美元")
_OF_MANY = ("人", "名", "位", "户", "项", "种")  # units that go with a whole row
# Things in a row, the last joined by 和, and no number before the clause ends: 700项食品、药品和消费品标准.
_ROW = re.compile(
    f"[^{STOPS}、\\n]{{1,12}}(?:、[^{STOPS}、\\n]{{1,12}}){{1,3}}(?<=[^、])(?:和|以及)[^{STOPS}、\\n]{{1,{LONGEST}}}"
)
_PAID = re.compile(
    "(?:[一-鿿]{0,4}(?:补贴|补助|资金|贷款|投资|债券|国债|消费券|基金|订单|罚款|奖励|奖金|经费))(?=[、，。；]|支持|用于|投入|$)"
    "|[一-鿿]{0,10}(?:基金|债券|贷款|资金)(?=(?:完成)?(?:设立|成立|[注组][册建]|投[运放用]|发[行放]|募集|落地|下达|揭牌|启动)"
    "(?:完成|成立)?(?:[、，。；]|$))"
)
# 按每人1000元的标准给予一次性吸纳就业补贴
_BY_RATE = re.compile("(?:/[人户年月天]){0,2}的标准[^，。；0-9]{0,4}?(?:给予|予以|发放|享受|支付|领取|安排)")
_PAID_SO = re.compile(
    "[一-鿿]{0,12}?(?:补贴|补助|资金|奖励|救助|津贴|待遇|奖金|经费|生活费|补偿)(?=[、，。；]|$)"
)
_TIMES = re.compile("(?:连续|第).*[次轮届]")  # 连续3次获评优秀 counts no 优秀
MEASURE = re.compile(
    "(?:平均|年|月)?(?:(?:财政|经营性|(?:一般)?公共预算|销售|营业|(?:主营)?业务)?收入|[亩单]产|(?:水质)?优良(?:水质)?比例|[一-鿿]{2}率|营收|总?产值|增加值|总?产量|销售额|销量|利润|规模|总量|总数|数量|占比|比重|总投资|投资|均价|余额|出货量|装机容量|面积)$"
)
# Places in which something is done, where it is no project that is counted: 在20个街道|建设公共食堂.
_AT = re.compile("在$|(?:支持|推动|指导|帮助|组织)$")
_PLACE_OF_WORK = re.compile(
    "([一-鿿]{0,4}?(?:[县市区州盟旗村]|乡镇?|镇|街道|社区|园区|开发区|校|医院|口岸|海关))"
    "(?=(?:建成|新建|实施|布局|试行|完善|购置|打造|搭建|部署|推行|推进|开展|开通|启动)[一-鿿]{2}"
    "|(?:建设|改造|配套|更新|升级|推广)(?![一-鿿]{0,20}(?:项目|工程|任务|试点)$)[一-鿿]{2})(?![一-鿿]{2,20}[中里上]$)"
)
_WORK = "(?:的总?)?(?:年度|预期)*(?:目标|任务|要求)"  # 裁减员额20万的任务 counts no tasks
# Nor is a unit that is not known what is measured: 8XYz.
_NOTHING_COUNTED = re.compile(f"{_WORK}|[A-Za-z/]{{1,16}}(?:及?以[上下]|左右)?$")
_LEVEL = re.compile("(?:关口|大关|台阶|门槛)$")  # what something passes, and no thing
_FAR = 18  # of what it is a share of
_SHORT = 10  # characters of the name of a side
_NEAR = 9  # characters of a verb between a noun and the number that measures it
_HAN = re.compile("[一-鿿“]")
_HAN_OR_LETTER = re.compile("[一-鿿A-Za-z]")
_WHEN = re.compile(
    "[^前售]后$|以来$|期间$|之[前后际时]$|(?:情况|条件|背景|前提)下$|(?:这样|那样)的?(?:一个)?$"
)
TIMED = re.compile("时间|时限|期限|周期|时长|天数|时数|压缩|缩短|延长|寿命|年限")


Span = tuple[int, int]


def counted(shape: str, one: Quantity, following: Quantity | None = None) -> Span:
    """
    Where the noun behind a measure word stands: 国家医学中心 in 13个国家医学中心.

    What a `following` number measures of it is no part of it: 产业 in 十大产业总产值突破3万亿元.
    """
    begin = one.end
    if one.kind == "proportion" and one.unit == "ratio":
        begin += shape.startswith("的", begin)
    elif one.kind != "count":
        return one.end, one.end
    rated = _BY_RATE.match(shape, begin) if one.unit in _MONEY else None
    begin = rated.end() if rated else begin
    behind = (_PAID_SO if rated else _PAID if one.unit in _MONEY else _BEHIND).match(shape, begin)
    row = _ROW.match(shape, begin) if one.unit in _OF_MANY else None
    behind = row if row and not (following and following.start < row.end() + _NEAR) else behind
    bare = one.kind == "proportion" or not (one.unit or one.core.endswith("大"))
    if behind is None or _TIMES.fullmatch(one.expression) or (bare and _NOTHING_COUNTED.match(behind[0])):
        return one.end, one.end
    noun = _noun(behind[0], of_great=one.core.endswith("大"))
    if following and following.kind in ("count", "proportion", "growth") and following.unit != "级":
        noun = _cut_at(noun, following.start - begin)
    if _AT.search(shape, max(0, one.start - 3), one.start) and (place := _PLACE_OF_WORK.match(noun)):
        noun = place[1]  # 在20个街道|建设公共食堂
    if shape.startswith("、", begin + len(noun)):
        noun = noun.partition("和")[0]  # 两个物流基地和甲、乙两处节点
    noun = noun.partition("的")[0] if one.core.endswith(("大", "国")) else noun  # 两国人民的关系
    far = _FAR if shape.startswith("占", begin + len(noun)) else _NEAR
    if (
        following
        and following.start - begin - len(noun) in range(far)
        and "，" not in shape[begin : following.start]
    ):
        noun = noun[: -len(cut[0])] if (cut := MEASURE.search(noun)) and cut.start() > 1 else noun
    start = begin + (1 if noun.startswith("“") and "”" not in noun else 0)
    return (start, begin + len(noun)) if noun else (one.end, one.end)


def _cut_at(noun: str, end: int) -> str:
    """A noun up to the next number, without what goes with that (六大行动和|房产八大行动)."""
    if not 0 <= end < len(noun):
        return noun if end > 0 else ""
    return (
        noun[:end]
        if noun[:end].endswith("的") and " " not in noun[:end]
        else noun[:end].rpartition("和")[0] or noun[:end]
    )


def names_something(text: str) -> bool:
    """
    Whether a text can be what is measured: no mark or clause of time alone, no verb without its object.

    Examples
    --------
    >>> [names_something(text) for text in ("投资", "粮食产量", "“", "推进", "任期届满后", "万亿元台阶")]
    [True, True, False, False, False, False]
    """
    verb = _ONLY_DONE.fullmatch(text) and text not in (*_NOUNS, "组织")
    return bool(_HAN_OR_LETTER.search(text)) and not (verb or _LEVEL.search(text) or _WHEN.search(text))


def _noun(behind: str, *, of_great: bool) -> str:
    """The noun that begins what stands behind a number; of 六大 it may begin with a verb (提升行动)."""
    if _NO_NOUN.match(behind) and not (of_great and _HAN.match(behind)):
        return ""
    noun = _UNTIL.split(behind)[0]
    if _LEVEL.search(noun):
        return ""
    return noun.partition("”")[0] if noun.count("“") != noun.count("”") else noun


def stated(before: str, end: int, tail: re.Pattern[str] | None = None) -> Span:
    """
    Where the noun before a number stands, without the verbs around it; `before` ends at `end`.

    Examples
    --------
    >>> stated("累计建成公园约", 7)
    (4, 6)
    """
    text = before.rpartition("”")[2] if before.count("”") > before.count("“") else before
    text = _LEFT_OVER.sub("", text).lstrip("、和及与")
    tail = tail or _TAIL
    while found := tail.search(text):
        text, end = text[: found.start()], end - len(found[0])
    while found := _HEAD.match(text) or _ITEM_TOLD.match(text):
        text = text[found.end() :]
    nothing = (_ONLY_DONE.fullmatch(text) and text not in _NOUNS) or _LEVEL.search(text)
    return (end, end) if nothing else (end - len(text), end)


def without_predicate(before: str) -> str:
    """What stands before a number without what is told of the things counted before it (…强链、产值)."""
    told, mark, rest = before.partition("、")
    return rest if told and mark else before


def is_called(one: Quantity, before: str, span: Span) -> bool:
    """Whether a number in numerals stands in the middle of a name (城市更新六大提升行动)."""
    named = span[0] < span[1] == one.start and bool(re.search("(?!等)[一-鿿]$", before))
    return named and one.unit in ("项", "") and not DIGITS.search(one.core)


def tells_side(between: str) -> bool:
    """
    Whether what stands up to the next number says that it measures a side of what was counted before.

    Examples
    --------
    >>> tells_side("总产值突破"), tells_side("，建成公园")
    (True, False)
    """
    begin, end = stated(between, len(between))
    side = between[begin:end]
    told = side.partition("占")[0]
    return bool(MEASURE.search(side)) and len(told) < _SHORT and "、" not in side


def is_attribute(one: Quantity, before: str, shape: str) -> bool:
    """
    Whether a number says which things behind it are meant: 占人口90%以上的|群众, 以南的9万亩的|土地.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> texts = ("团结占人口90%以上的群众", "线以南的9万平方公里的领土", "人口占9%的县")
    >>> [is_attribute(one, text[: one.start], text) for text in texts for one in quantities(text)]
    [True, True, False]
    """
    if not shape.startswith("的", one.end):
        return False
    if one.kind == "proportion":
        return bool(_SHARE_OF_ALL.search(before))
    return one.kind == "count" and before.endswith("的")


def is_of_its_own(one: Quantity, shape: str) -> bool:
    """Whether a number counts what is told behind it in a verb (三级联动, 4次回信), and nothing before."""
    return one.unit in ("级", "次") and bool(_TOLD_BEHIND.match(shape, one.end))


def honoured(shape: str, found: Sequence[Quantity], named: Sequence[str]) -> list[str]:
    """The names, of how many times it was praised the whole of that (4次获国务院通报表扬)."""
    told = [_HONOURED.match(shape, one.end) if one.unit == "次" else None for one in found]
    return [
        one[0] if one and name and name in one[0] else name for one, name in zip(told, named, strict=True)
    ]
