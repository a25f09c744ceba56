"""
Numerals that are part of a name (“四史”, 2号线, 二十大, 5G), and words that only look like numbers.

A name is told by its form (of a plan, a congress, an article, a document; letters with digits) or by
quotation marks; the few that have neither are listed. Words whose numeral counts nothing (统一, 万众一心)
give no row.
"""

from __future__ import annotations

import re

from analysis.judgements.quantity_units import LATIN
from analysis.judgements.quantity_values import HUNDREDS, number, shown, value
from analysis.judgements.quantity_words import LISTED, UNCOUNTED

_N = "[一二三四五六七八九十百零〇]{1,6}"
_D = rf"(?:{_N}|\d{{1,4}})"
_HAN = "[一-鿿]"
_LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"
_ALONE = r"(?<![\d.．])"  # no part of a longer number

# 十四五 is one everywhere; 八五 where the word behind or quotation marks say so.
_OF_PLAN = "规划|计划|时期|期间|以来|末|普法|纲要"
PLAN = (
    f"十[一二三四五六七八]?五(?=[”’」]?(?:{_OF_PLAN}|[开收良]局|收官|初|前|后|中))"
    "|十[一二三四五六七八]五(?![个年月天日家项名人万亿千百倍条座％%、—-])"
    f"|[一二三四五六七八九]五(?=[”’」]?(?:{_OF_PLAN}))|(?<=[“”])[一二三四五六七八九十]五(?=”)"
)
_PLANNED = f"第{_D}个五年(?:计划|规划)|[一三五七十]年(?:计划|规划)(?!目)"
_BODY = "人民代表大会|人大|政协|委员会|中央委员会"
_OF_PARTY = (
    "精神|报告|以[来后前]|召开|闭幕|开幕|胜利|通过|部署|擘画|党章|关于|确[定立]|提出|代表|和[党二十]{1,2}|"
    "[，,。；]|、二十届"
)
_SITTING = rf"第?{_D}[次中](?:全体会议|全会|会议)?"
_CONGRESS = (
    rf"第{_D}届(?:(?:全国|中央|[省市区县])?(?:{_BODY})(?:常务委员会|常委会)?)?(?:{_SITTING})?"
    rf"|{_D}届(?:{_N}中、){{1,4}}{_N}中全会"
    rf"|{_D}届(?:全国)?(?:(?:{_BODY})(?:常委会)?)?{_SITTING}"
    rf"|{_D}届(?={_HAN}{{0,4}}(?:历次|全会|人大|政协|党代|{_N}[次中]))"
    rf"|(?:{_N}中、){{0,4}}{_N}中全会|第?{_N}次(?:全体会议|全会|党代会|代表大会|{_HAN}{{2,4}}代表大会)"
    rf"|第{_N}次(?:会议|集体学习|世界大战|工业革命|{_HAN}{{0,4}}普查)"
    rf"|(?:[七八九]|十[一二三四五六七八九]?|二十[一二]?)大(?={_OF_PARTY})"
    r"|(?<=党的)(?:[一二七八九]|十[一二三四五六七八九]?|二十[一二]?)大"
)
_PRINTED = (
    rf"(?:{_HAN}{{1,6}}[发函字])?[〔\[（(【][12]\d{{3}}年?[〕\])）】]第?\d{{1,5}}号"
    rf"|第{_D}[条章节款篇编](?:之{_N})?(?!战?线|路)|(?<=[图表栏])[ \u3000]?\d{{1,2}}(?![\d.年月])|\d{{3}}国道"
    r"|(?<!\d)[（(]?0\d{2,3}[）)]?[-－—– ]?\d{7,8}(?!\d)"
    r"|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)[48]00[-－]?\d{3}[-－]?\d{4}(?!\d)"
    rf"|(?<=电话|传真|手机)[:：]?\d{{3,12}}(?![\d—－-])|(?<=热线)[:：]?\d{{3,12}}|(?<!\d)1\d{{2,4}}(?={_HAN}{{0,6}}热线|报警|急救|[”’])"
    rf"|(?<!月){_D}[ \u3000]?号(?:线|文件|院|机)?"
)
_MEASURED = f"{LATIN}|[MGTPE]W?h?"
_MIXED = (
    rf"(?<!{_LETTER}){_LETTER}{{1,12}}[-－_]?\d{{1,6}}(?:[.．]\d{{1,3}})?|[歼轰运直]-\d{{1,3}}"
    rf"|{_ALONE}(?:\d{{4}}|\d{{1,3}}(?:[.．]\d{{1,3}}){{0,2}})版|{_ALONE}\d{{1,3}}G(?![BWMb]|Hz|[Ff][Ll][Oo])|\d{{1,2}}×\d{{1,2}}小时"
    rf"|{_ALONE}\d{{1,3}}(?:[.．]\d)?(?!(?:{_MEASURED})(?![A-Za-z])){_LETTER}{{1,8}}级?"
    rf"|{_ALONE}(?:\d{{1,4}}|[NX])(?:[+＋](?:\d{{1,4}}(?![\d.％%万亿])|[NXnx])){{1,5}}"
)
_BUILT = "投产|开工|建成|竣工|建设"
_ACTED = (
    "攻坚|提升|倍增|培育|整治|改革|建设|发展"  # what is done within the years that a programme is called by
)
_EVENT = (
    "[“‘《]?[^，。；、]{2,24}?"
    "(?:博览会|进博会|峰会|论坛|大会|运动会|[化术影游]节|大赛|展会|交易会|洽谈会|年会)"
)
_FORMED = (
    r"(?<!位列)(?<!位列全国)(?<!进入全国)(?<!跻身全国)"
    rf"(?:\d{{1,4}}|[百千]|{_N}百)强(?![度化调烈劲势大国军制降风])|三级甲等|三甲"
    rf"|[一二三]级(?:综合性?|公立|专科)?医院|(?:\d{{1,3}}|{_N}刻?)(?:分钟|小时|钟){_HAN}{{0,8}}?圈"
    rf"|第[一二两]个一?百年(?:奋斗)?(?:目标)?|{_N}大{_HAN}{{2,8}}(?:推进组|领导小组|专班|工作组)"
    rf"|{_N}位一体|(?:多|{_N})[证照规线网审验卡码章站]合一|{_N}网融合"
    r"|(?<!\d)(?:863|973|948)(?=计划|成果|项目(?!标)|工程)"
    r"|三维(?=信息|数字|模型|空间|地图|实景|影像)"
    rf"|(?<![十个第一二三四五六七八九])[一二三五]年(?:滚动|强攻|倍增|攻坚|振兴|提升|培育|突破|跃升|实施)(?:计划|规划)(?!目)"
    rf"|{_D}期(?=工程|项目|[、，,。；）及和]|{_HAN}{{0,6}}(?:{_BUILT}))|第(?:{_N}|\d{{1,2}}(?:[.．]\d)?)代(?:{_HAN}{{2,4}}?(?:通信|半导体))?"
    rf"|第{_N}期(?=[“‘]|{_HAN}{{0,8}}(?:计划|工程|项目))|第{_N}(?=跑道|航站楼|大桥|水厂|{_HAN}{{0,2}}医院|[中小]学)"
    rf"|(?<![十个第一二三四五六七八九])[一二三五]年(?:{_ACTED}){{0,2}}(?:行动|规划|工程)(?:计划|方案)?"
    rf"|首届(?={_EVENT})|\d{{2,3}}小时(?=(?:过境)?免签)|首(?:台(?:[（(]套[）)]|套)|[批版]次(?=[新材软件、，和应]))"
    rf"|(?:[两二三四五六七八九]|{_ALONE}\d{{1,3}})?[十百千万]{{1,2}}亿(?:元)?级|{_ALONE}\d{{1,4}}[千万]?亿(?:元)?级|(?:{_ALONE}\d{{1,4}}[千万]?|[十百千万]{{1,3}})(?:吨|千瓦|兆瓦)级"
    r"|[123](?=类(?:创新|新)药)|[三一]次(?=产业)"
    r"|[一二三、]{2,5}次?产业?(?=[业在结比融占增深、，,。的])|第[一二三](?:[、和]第[一二三])?次?产业"
    r"|[一二三]产(?=[业融比占增、，,。])|国[三四五六](?=[标排及、，,柴汽])"
)
# Set phrases whose numerals count figures of speech: 四梁八柱, 三步走, 两手并用, 两个轮子, 五个一.
_SMALL = "[一二两三四五六七八九十]"
_NO_MEASURE = (
    "(?![年月日天时分秒周岁个项条次家座所人名件户位处种类级批届期号度点代章节款轮大元吨米斤亩里是要则至到即来百千万亿"
    "一二两三四五六七八九十零〇])[一-鿿]"
)
FIGURES = (
    f"(?<![一二两三四五六七八九十百千万亿第\\d])(?!一{_HAN}一|{_SMALL}比{_SMALL}|{UNCOUNTED})(?:{_SMALL}{_NO_MEASURE}){{2,4}}(?![一二两三四五六七八九十百千万亿\\d])"
    f"|{_SMALL}步走|{_SMALL}手(?=并用|并举|都要?硬|齐抓|发力)|{_SMALL}(?:个|只)?(?:轮子|车轮|翅膀)|{_SMALL}条腿走路"
    f"|{_SMALL}(?:轮驱动|翼齐飞|管齐下|箭齐发|驾马车|座大山|板斧)|{_SMALL}个一批?(?=[工”’、，。；]|行动|活动|目标|要求|建设|机制|标准)"
)
NAME = "|".join((_PRINTED, _CONGRESS, PLAN, _PLANNED, _MIXED, _FORMED, LISTED))

_BEGINNING = "(?<![^。；;：:！？\n])"
_CLAUSE = "(?<![^。；;：:！？，,、“])"
# What numbers a point, not a thing: （一） and 1. where a sentence begins, 一是, 一要, 第一，.
_FEW = "[一二三四五六七八九十]{1,3}"
NUMBERING = (
    f"[（(]{_FEW}[)）]|{_CLAUSE}{_FEW}(?:是|要(?!素|件)|则|靠|抓)|{_BEGINNING}(?:[（(]?\\d{{1,2}}[)）]"
    f"|\\d{{1,2}}(?:[.、．](?!\\d)| (?=[^\\d]))|{_FEW}、(?![二三四五六七八九十])"
    f"|第{_FEW}(?:[，,：:]|、(?!第)))"
)
QUOTED = re.compile("[“‘「『]([^“”‘’「」『』，,。；]{1,18}(?:、[^“”‘’「」『』，,。；]{1,8})?)[”’」』]")
_PASSED = re.compile(UNCOUNTED)
_RISING = re.compile("十?百?千?万?|[一二三]{2,3}|两两")
_MEASURE = re.compile(
    "千[瓦米克伏]|兆瓦|[吨亩斤户辆]级?|立方米|平方米"
)  # behind one number, of a size: 百万千瓦
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_NUMERAL = re.compile(
    rf"\d+(?:[.．]\d+)*(?:[万亿]|{HUNDREDS}){{0,2}}|(?:[零〇一二两三四五六七八九十万亿]|{HUNDREDS})+"
)  # no 千 of 千瓦


# What is told in 条 and so may be counted in them; a policy that is called by its articles is no such thing.
_IN_ARTICLES = re.compile(
    "(?:[线路道河渠链带管船轨桥缆沟街巷犬]|航班|通道|措施|政策|举措|经验|建议|意见|线索|信息|规定|标准|任务|民意|数据|诉求|问题|"
    "原则|方针|要求|制度|法规|条款|清单|办法|做法|成果|内容|留言|新闻|视频)[”’]?(?:共?计?|达到?|[约近超]|新增)?$"
)
_ISSUED = re.compile("出台|制定|印发|推出|发布|落实|实施|执行|用好|兑现|细化|升级|迭代|研究|修订")
_NO_OBJECT = re.compile("(?:等(?:一?系?列?|[惠助稳利]?.{0,4}政策|.{0,4}[措举])|[、，,。；;”’]|$)")


def is_called_by_articles(before: str, behind: str) -> bool:
    """
    Whether a number of 条 names a policy: issued, told with nothing that 条 counts before it or behind.

    Examples
    --------
    >>> is_called_by_articles("出台稳增长惠民生", "、金融支持民营经济")
    True
    >>> is_called_by_articles("新开国际航线", "。"), is_called_by_articles("出台", "措施")
    (False, False)
    """
    if not _NO_OBJECT.match(behind) or _IN_ARTICLES.search(before):
        return False
    issued = [found.end() for found in _ISSUED.finditer(before)]
    return bool(issued) and issued[-1] < len(before)


def name_value(text: str, *, quoted: bool = False) -> str:
    """
    The numbers in a name, as they stand; of a plan its ordinal (14 in 十四五).

    Examples
    --------
    >>> [name_value(text) for text in ("十四五", "三严三实", "一带一路", "5G", "2.0版", "二十届四中全会")]
    ['14', '3;3', '1;1', '5', '2.0', '20;4']
    """
    if re.fullmatch(f"[“‘]?(?:{PLAN}|[一二三四五六七八九十]{{1,2}}五)[”’]?", text):
        return shown(number(text.strip("“”‘’")[:-1]))
    if planned := re.match(f"第({_D})个五年", text):
        return value(planned[1])
    if re.fullmatch("[:：]?[\\d－—-]{7,}", text):
        return text.lstrip(":：")  # a telephone number
    numerals = (quoted and numerals_of(text)) or _runs(text)
    return ";".join(one if _DOTTED.fullmatch(one) else shown(number(one)) for one in numerals)


def numerals_of(text: str) -> list[str]:
    """
    The numerals of a text that count or name something: none in 世界一流, 百年不衰.

    Examples
    --------
    >>> numerals_of("双随机、一公开"), numerals_of("世界一流、百年不衰"), numerals_of("百千万工程")
    (['一'], [], ['百', '千', '万'])
    """
    return _runs(_PASSED.sub("，", text))


def _runs(text: str) -> list[str]:
    """Runs of digits or numerals; places that rise side by side are numbers of their own."""
    bare = text.replace("．", ".")
    return [
        one
        for run in _NUMERAL.finditer(bare)
        for one in (
            run[0] if _RISING.fullmatch(run[0]) and not _MEASURE.match(bare, run.end()) else (run[0],)
        )
    ]
