"""What is found in a sentence, what is not, and how it is bounded."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.judgements.name_words import Word
from analysis.judgements.quantities import Quantity, quantities
from analysis.judgements.quantity_indicators import indicators
from analysis.setup import Setup
from tests.numerals import in_numerals, with_places


def found(text: str) -> list[tuple[str, str, str]]:
    return [(one.core, one.value, one.kind) for one in quantities(text)]


def only(text: str) -> Quantity:
    (one,) = quantities(text)
    return one


# --- what is none ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "一些地区出台一系列举措，解决若干问题，开展许多工作",
        "世界正经历百年未有之大变局",
        "进一步统一思想，一起努力，一定做到万无一失",
        "千方百计稳就业，万众一心，四面八方，三心二意，帮助千家万户",
        "一是抓学习，二是抓落实，三要抓督查",
        "第一，稳增长；第二，促改革",
        "（一）总体要求",
        "第三、利用外资",
        "1.总体要求",
        "一、总体要求",
        "几十个项目、数百家企业、十几年努力、好几个部门",
        "支持一个企业、一种办法、一项制度、一批项目",
        "店小二精神十分可贵，百姓满意",
        "没有任何数字的句子。",
        "打造世界一流企业，决战一线",
        "13月",
        "分为两部分",
        "透过数一数二的成绩",
    ],
)
def test_what_looks_like_a_number_and_is_none(text: str):
    assert quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "新开国际航线15条",
        "出台10条措施",
        "制定三条铁路规划",
        "推出政策举措27条",
        "建成两所学校三个医院",
        "第二步三年",
    ],
)
def test_what_is_counted_is_no_set_phrase(text: str):
    assert not any(one.in_name for one in quantities(text))


@pytest.mark.parametrize("text", ["In 2020, 35 people came.", "12345 67890", "", "。", "GDP +5%"])
def test_a_sentence_without_chinese_has_none(text: str):
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一二三产业融合发展", "1;2;3"),
        ("沪府发〔2021〕1号", "2021;1"),
        ("国发（2020）12号文", "2020;12"),
        ("电话021-12345678", "021-12345678"),
        ("手机13812345678", "13812345678"),
        ("12345热线", "12345"),
        ("按照第十二条执行", "12"),
        ("学习“四史”", "4"),
        ("建成2号线", "2"),
        ("轨道14 号线", "14"),
        ("深化“五个中心”建设", "5"),
        ("推进一网通办", "1"),
        ("服务长三角", "3"),
        ("部署IPv6网络", "6"),
        ("细颗粒物PM2.5", "2.5"),
        ("5G基站", "5"),
        ("一期工程", "1"),
        ("长江存储三期,投产", "3"),
        ("党的二十大精神", "20"),
        ("二十届四中全会精神", "20;4"),
        ("“十四五”规划", "14"),
        ("十五五时期", "15"),
        ("“八五”普法", "8"),
        ("改革2.0版", "2.0"),
        ("“双随机、一公开”", "1"),
        ("“百千万工程”", "100;1000;10000"),
        ("“1188”产业体系", "1188"),
        ("科技创新2030重大项目", "2030"),
        ("世界500强企业", "500"),
        ("第十二次全国代表大会", "12"),
        ("第三产业", "3"),
        ("第一个百年奋斗目标", "1;100"),
        ("十九届二中、三中全会", "19;2;3"),
        ("坚持四项基本原则", "4"),
        ("设立两江新区", "2"),
        ("十大新兴产业推进组", "10"),
        ("开展第四次农业普查", "4"),
        ("“三地一区”建设", "3;1"),
        ("以“三区”为重点", "3"),
        ("“一圈一带两区”", "1;1;2"),
        ("第十四个五年规划", "14"),
        ("“两个10亿元”", "2;1000000000"),
        ("举办2025全球互联网大会", "2025"),
        ("7×24小时服务", "7;24"),
        ("“中国制造2025”", "2025"),
        ("15分钟社区生活圈", "15"),
        ("夯实四梁八柱", "4;8"),
        ("整治两江四岸", "2;4"),
        ("分三步走", "3"),
        ("坚持法治科技两手并用", "2"),
        ("开动两个轮子", "2"),
        ("获“五个一工程”奖", "5;1"),
        ("打造“一极三区一高地”", "1;3;1"),
        ("构建“三屏两带六廊多点”格局", "3;2;6"),
        ("出台稳增长惠民生27条，", "27"),
        ("落实科技创新“20条”等政策", "20"),
        ("恢复十年内乱的损失", "10"),
    ],
)
def test_a_numeral_in_a_name_is_told_apart(text: str, value: str):
    one = only(text)
    assert (one.kind, one.in_name, one.value, one.comparator) == ("name", True, value, "")


# --- dates and periods -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("2020年11月30日", "2020-11-30", "date"),
        ("二〇二〇年十一月三十日", "2020-11-30", "date"),
        ("2020年11月底", "2020-11", "date"),
        ("2020-11-30通过", "2020-11-30", "date"),
        ("展望二〇三五年", "2035", "date"),
        ("到二○○○年", "2000", "date"),
        ("一九五七年", "1957", "date"),
        ("同一九五七年比较", "1957", "date"),
        ("10月底前", "10", "date"),
        ("10月8日", "10-8", "date"),
        ("1—9月", "1;9", "date"),
        ("第三季度", "3", "date"),
        ("前三季度", "3", "date"),
        ("“十四五”末", "2025", "date"),
        ("十五五期末", "2030", "date"),
        ("二十一世纪", "21", "date"),
        ("十年前", "10", "date"),
        ("到建党一百年时", "100", "date"),
        ("3月19日至20日", "3-19;3-20", "date"),
        ("2020年13月45日", "2020", "date"),
        ("2021年2月30日", "2021", "date"),
        ("2020—2025年", "2020;2025", "period"),
        ("2016年至2020年", "2016;2020", "period"),
        ("近三年", "3", "period"),
        ("五年来", "5", "period"),
        ("20多天", "20", "period"),
        ("120个工作日", "120", "period"),
        ("最近一两年", "1;2", "period"),
        ("3—5年", "3;5", "period"),
        ("一个月以上", "1", "period"),
    ],
)
def test_dates_and_periods(text: str, value: str, kind: str):
    one = only(text)
    assert (one.value, one.kind) == (value, kind)


# --- counts, shares, growth, ranks -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("完成24.6万平方米", "246000", "平方米", "count"),
        ("装机9789万千瓦", "97890000", "千瓦", "count"),
        ("总值2.69 万亿元", "2690000000000", "元", "count"),
        ("两大任务", "2", "", "count"),
        ("先后四次获奖", "4", "次", "count"),
        ("共享1万台（套）", "10000", "台（套）", "count"),
        ("万亿产业集群", "1000000000000", "", "count"),
        ("浓度32微克/立方米下", "32", "微克/立方米", "count"),
        ("有十亿人口", "1000000000", "人口", "count"),
        ("每千人口4.5张", "4.5", "张", "proportion"),
        ("占三分之一", "0.333333", "ratio", "proportion"),
        ("近八成", "0.8", "ratio", "proportion"),
        ("目前10%的县", "0.1", "ratio", "proportion"),
        ("新增就业中10%为青年", "0.1", "ratio", "proportion"),
        ("贡献约7成", "0.7", "ratio", "proportion"),
        ("减少1/3以上", "0.333333", "ratio", "growth"),
        ("收入比2.5∶1左右", "2.5", "ratio", "proportion"),
        ("新增规模的百分之十", "0.1", "ratio", "proportion"),
        ("自然增长率降到10‰", "0.01", "ratio", "growth"),
        ("九百六十多万平方公里", "9600000", "平方公里", "count"),
        ("完成两部电影", "2", "部", "count"),
        ("覆盖率99.3%", "0.993", "ratio", "proportion"),
        ("贫困发生率由10.2%下降到低位", "0.102", "ratio", "proportion"),
        ("失业率5.5%左右", "0.055", "ratio", "proportion"),
        ("提高到90%以上", "0.9", "ratio", "proportion"),
        ("增长5.5%", "0.055", "ratio", "growth"),
        ("提高了5.5%", "0.055", "ratio", "growth"),
        ("涨幅2%左右", "0.02", "ratio", "growth"),
        ("增速达到5%", "0.05", "ratio", "growth"),
        ("保持20%以上增长", "0.2", "ratio", "growth"),
        ("5.5%左右的预期增长目标", "0.055", "ratio", "growth"),
        ("下降0.3个百分点", "0.3", "个百分点", "growth"),
        ("翻一番", "2", "倍", "growth"),
        ("翻两番", "4", "倍", "growth"),
        ("翻九十九万番", "990000", "番", "growth"),
        ("实现零增长", "0", "ratio", "growth"),
        ("全国首个", "1", "个", "rank"),
        ("居全国第2位", "2", "位", "rank"),
        ("位居全国第一，成绩突出", "1", "", "rank"),
        ("首要任务", "1", "", "rank"),
        ("排名前1%", "0.01", "ratio", "rank"),
        ("位列全国50强", "50", "强", "rank"),
        ("保持两位数增长", "0.1", "ratio", "growth"),
        ("发电4455亿千瓦小时", "445500000000", "千瓦小时", "count"),
        ("排名前三，成绩突出", "3", "", "rank"),
        ("排名前三,成绩突出", "3", "", "rank"),
    ],
)
def test_counts_shares_growth_and_ranks(text: str, value: str, unit: str, kind: str):
    one = only(text)
    assert (one.value, one.unit, one.kind) == (value, unit, kind)


def test_two_cores_of_one_expression_are_two_rows():
    first, second = quantities("分别位居全市第二、第四位")
    assert first.expression == second.expression == "第二、第四位"
    assert (first.core, second.core) == ("第二", "第四位")


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("不少于100家", "at_least"),
        ("100家以上", "at_least"),
        ("不超过5天", "at_most"),
        ("控制在5%以内", "at_most"),
        ("突破40万亿元", "more_than"),
        ("1000多项", "more_than"),
        ("近1万公里", "less_than"),
        ("约50公里", "about"),
        ("5%左右", "about"),
        ("100家", "exactly"),
        ("近三年", "exactly"),
        ("五年来", "exactly"),
        ("到2025年", ""),
        ("节约10%", "exactly"),
        ("附近3家企业", "exactly"),
        ("大大低于1985年", ""),
    ],
)
def test_how_it_is_bounded(text: str, comparator: str):
    assert only(text).comparator == comparator


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("收入增长5%", "up"),
        ("能耗下降3%—4%", "down"),
        ("降幅5%", "down"),
        ("审批事项削减44%", "down"),
        ("实现零增长", "level"),
        ("毛入学率90%", ""),
        ("压减政府性基金项目30%", "down"),
        ("贫困人口减少6800多万", "down"),
        ("取消和下放审批事项500项", "down"),
        ("退出钢铁产能1.7亿吨", "down"),
        ("累计淘汰老旧车辆58万辆", "down"),
        ("产量比上年增加5万吨", "up"),
        ("许可证减少到10类", ""),
        ("取消收费、新建中心5个", ""),
        ("提升100所学校办学条件", ""),
        ("新增5万张", ""),
    ],
)
def test_which_way_a_rate_goes(text: str, direction: str):
    assert only(text).direction == direction


def test_a_list_shares_the_unit_of_its_last():
    rows = quantities("占比分别提高15、22和30个百分点")
    assert {(one.unit, one.kind, one.direction) for one in rows} == {("个百分点", "growth", "up")}
    assert [one.value for one in rows] == ["15", "22", "30"]
    lands = quantities("沙化土地面积分别净减少10.6万、3.8万、3.3万平方公里")
    assert {(one.unit, one.direction) for one in lands} == {("平方公里", "down"), ("平方公里", "")}


def test_each_number_of_a_list_is_judged_by_its_own_verb():
    assert found("优良天数比例达86.5%、上升4个百分点，收入分别增长4.4%、5.9%") == [
        ("86.5%", "0.865", "proportion"),
        ("4个百分点", "4", "growth"),
        ("4.4%", "0.044", "growth"),
        ("5.9%", "0.059", "growth"),
    ]


# --- what is measured ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("地区生产总值5.3万亿元、增长5.5%", ["地区生产总值", "地区生产总值"]),
        ("全社会研发投入强度达到3.2%", ["全社会研发投入强度"]),
        ("新增养老床位5万张、普惠托育机构923个", ["新增养老床位", "新增普惠托育机构"]),
        ("设置13个国家医学中心", ["国家医学中心"]),
        ("建成10座以上特色公园", ["特色公园"]),
        ("服务业增加值占比达到70%", ["服务业增加值占比"]),
        ("完成投资3500亿元", ["投资"]),
        ("许可证从60类减少到10类", ["许可证", "许可证"]),
        ("2家中试平台入选名单", ["中试平台"]),
        ("总容量2亿门，比一九九五年的1亿门增加1亿门", ["总容量", "", "总容量", "总容量"]),
        ("惠及80个乡镇近300万群众", ["乡镇", "群众"]),
        ("落实150万亩永久基本农田保护", ["永久基本农田保护"]),
        ("实现“零发案”。", ["发案"]),
        ("通关能力从3800万吨提升至8000万吨", ["通关能力", "通关能力"]),
        ("新增就业6600万人以上，13亿多人口的大国充分就业", ["新增就业", ""]),
        ("推广“三资”改革，新增5家", ["", ""]),
        ("支出五年累计1.6万亿元", ["", "支出"]),
        ("到2025年", [""]),
        ("新增甲类企业7家，完成改造5处", ["新增甲类企业", "改造"]),
        ("食品、药品合格率分别达99%、98%", ["食品合格率", "药品合格率"]),
        ("起数、人数分别下降15%、13%", ["起数", "人数"]),
        ("起数、人数均下降15%", ["起数、人数"]),
        ("甲、乙、丙产量分别增长5%、3%", ["甲、乙、丙产量", "甲、乙、丙产量"]),  # three things, two numbers
        ("贷款余额9万亿元，居中部第1位", ["贷款余额", "贷款余额"]),
        ("考评居全国首位，入选首批试点，第一资源", ["考评", "", ""]),
        ("成交额6亿元、金额居全国第3位", ["成交额", "成交额"]),
        ("进出口增长8%、增速居全国第3位", ["进出口", "进出口增速"]),
        ("新增实绩企业13家、总数突破1万家", ["新增实绩企业", "实绩企业总数"]),
        ("14条产业链强链补链、产值占比超50%", ["产业链", "产业链产值占比"]),
        ("全年10大类55项民生实事", ["民生实事", "民生实事"]),
        ("十大特色产业总产值突破3万亿元", ["特色产业", "特色产业总产值"]),
        ("2个1类创新药获批", ["1类创新药", ""]),
        ("新建100个“15分钟生活圈”", ["“15分钟生活圈”", ""]),
        ("新增甲、乙2个千亿县", ["千亿县", ""]),
        ("总值跨过3个万亿级关口", ["总值", ""]),
        ("实施城市更新六大提升行动", ["城市更新提升行动"]),
        ("茶叶等十大特色产业", ["特色产业"]),
        ("扎实抓好稳增长、防风险三项基本任务", ["基本任务"]),
        ("新增文明城市12个，总数达到22个", ["新增文明城市", "文明城市总数"]),
        ("建成12个项目，电池、集成电路产量增长5%", ["项目", "电池、集成电路产量"]),
        ("外贸总额、外资规模分别居中部第2、第3位", ["外贸总额", "外资规模"]),
        ("低保标准从796元/月提高至842元/月、城乡一致", ["低保标准", "低保标准"]),
        ("企业营收从全国第12位跃升至第5位", ["企业营收", "企业营收"]),
        ("90%的县医院达到三级水平", ["县医院", "水平"]),
        ("贸易、投资和外资分别占比达30%、20%和10%", ["贸易", "投资", "外资"]),
        ("成为首个经济总量超3万亿元的城市", ["", "经济总量"]),
        ("签约项目139个、总投资1022亿元", ["项目", "项目总投资"]),
        ("企业法人压减6%，开发区由106家整合为50家", ["企业法人", "开发区", "开发区"]),
        ("细颗粒物（PM2.5）平均浓度下降27.5%", ["", "细颗粒物平均浓度"]),
        ("班列（快线）开行超2700列", ["班列"]),
        ("进出口总额增长8%，突破40万亿元", ["进出口总额", "进出口总额"]),
        ("14个产业产值占农业总产值的80%以上", ["产业", "产业产值占农业总产值"]),
        ("布局20个国家级、19个省级重点县", ["国家级重点县", "省级重点县"]),
        ("新增劳动力受教育年限从13.5年提高", ["新增劳动力受教育年限"]),
        ("建设四大千万千瓦级能源基地", ["千万千瓦级能源基地", ""]),
        ("管理措施比制度建立之初压减64%", ["管理措施"]),
        ("考核连续3次获评优秀", ["考核"]),
        ("累计治理水土流失面积8000亩", ["治理水土流失面积"]),
        ("每月多了300元补贴", ["补贴"]),
        ("运行列车2列次以上、货运量5万吨", ["运行列车", "货运量"]),
        ("学前一年免费教育惠及幼儿41万人", ["", "学前一年免费教育惠及幼儿"]),
        ("引进总投资超10亿元项目50个", ["总投资", "总投资超10亿元项目"]),
        ("六大系统实战应用251个", ["系统实战应用", "六大系统实战应用"]),
        ("改造700家工业企业超低排放改造和深度治理", ["工业企业超低排放改造和深度治理"]),
        ("管理考核连续4年优秀", ["管理考核"]),
        ("国有企业重组整合至11家", ["国有企业"]),
        ("多年累计改造棚户区4200万套", ["棚户区"]),
        ("新能源汽车产量历史性跃居全国首位", ["新能源汽车产量"]),
        ("产值增加到121万亿元，十年增加70万亿元", ["产值", "", "产值"]),
        ("推出259项成果，其中56项为首创", ["成果", "成果"]),
        ("制定行政法规180件次", ["行政法规"]),
        ("推进30项为民办实事项目", ["为民办实事项目"]),
        ("推进55个扩面试点项目", ["扩面试点项目"]),
        ("裁减员额20万任务完成", ["员额"]),
        ("第二轮土地承包到期后再延长30年", ["", "第二轮土地承包"]),
    ],
)
def test_what_a_number_measures(text: str, measured: list[str]):
    assert indicators(text, quantities(text)) == measured


@pytest.mark.parametrize(
    "text",
    [
        "启动三年行动计划", "三年攻坚行动", "百亿级企业", "“九天”试飞", "首台（套）装备", "推广首批次材料",
        "实施第二期“双高计划”", "240小时过境免签", "举办首届进口博览会", "第四跑道投用", "10万吨级航道",
        "百万吨级乙烯",
    ],
)  # fmt: skip
def test_a_numeral_that_is_part_of_what_something_is_called_counts_nothing(text: str):
    assert [one.kind for one in quantities(text)] == ["name"]


@pytest.mark.parametrize(
    "text", ["用三年完成", "工作五年建设了3处", "“3天”内办结", "首届学生", "10亿元", "3个5公里路段"]
)
def test_and_what_is_no_name_stays_a_number(text: str):
    assert "name" not in [one.kind for one in quantities(text)[:1]]


# --- properties ------------------------------------------------------------------------------------------

ALPHABET = (
    "〇零一二两三四五六七八九十百千万亿几数第首前近约超多余来以上内个家年月日底末%％成倍番分之点"
    "到至—-～、，。“”（）增长下降.,０5128Gg 届次大"
)


@given(st.text(ALPHABET, max_size=40))
def test_spans_hold_their_expressions_in_order(text: str):
    rows = quantities(text)
    assert all(text[one.start : one.end] == one.expression for one in rows)
    assert [one.start for one in rows] == sorted(one.start for one in rows)
    spans = sorted({(one.start, one.end) for one in rows})
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert len(indicators(text, rows)) == len(rows)


@given(st.integers(2, 10**13))
def test_a_number_in_numerals_is_found_with_its_value(n: int):
    assert only(f"完成投资{in_numerals(n)}元").value == str(n)


@given(st.integers(0, 10**6), st.sampled_from((1, 10**4, 10**8)))
def test_a_number_with_places_is_found_with_its_value(n: int, size: int):
    assert only(f"完成投资{with_places(n * size)}元").value == str(n * size)


UNITS = (
    "、",
    "分别1、",
    "甲（乙）丙",
    "居第1位、",
    "新增甲1个、",
    "一",
    "十五",
    "“一",
    "一、",
    "2020年",
    "增长5%、",
    "三分之",
    "不少于",
    "A",
    "1",
    "每千",
    "第",
)

WORDS = Setup().segmenter()


def of_words(text: str) -> list[str]:
    cut = [Word(text[one.start : one.end], one.start, one.end, one.tag) for one in WORDS.cut(text)]
    return indicators(text, quantities(text), cut)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("培育服务型制造标杆企业20家以上", "服务型制造标杆企业"),  # not 型制造…, 服务 being a verb too
        ("完成并购重组397起", "并购重组"),
        ("去年底企业数量超过5200万户", "年底企业数量"),
        ("推动科学实验3大革命运动", "革命运动"),  # 大 belongs to the number
        ("36个大城市率先实现收集处理", "大城市"),
        ("88个城市启动城镇居民基本医疗保险试点", "城市"),
        ("建设160个国家乡村振兴重点帮扶县", "国家乡村振兴重点帮扶县"),
        ("吨钢综合能耗力争降到1.45吨标准煤以下", "吨钢综合能耗"),
        ("两次历史性转变", "历史性转变"),
        ("板管比提高到44%", "板管比"),
        ("用电量占比54%", "用电量占比"),
        ("农业总产值比1964年增长5%", "农业总产值"),
        ("生活垃圾处理（管控）率、设施覆盖率提高20%", "生活垃圾处理率、设施覆盖率"),
        ("提请审议地方性法规43件", "审议地方性法规"),
        ("今年赤字率拟按2.6%安排", "赤字率"),
        ("安排国债投资300亿元，比去年减少200亿元", "国债投资"),
        ("产业投资占全部投资比重从26.7%提高", "产业投资占全部投资比重"),
        ("转移支付资金比五年前增长66.8%", "转移支付资金"),
        ("6个自治州通高铁或动车", "自治州"),
        ("本外币贷款余额首次突破5万亿元", "本外币贷款余额"),
        ("包括地区生产总值增长5%左右", "地区生产总值"),
        ("盘活利用闲置厂房20万平方米", "闲置厂房"),
        ("新引进项目30个", "项目"),
        ("存款余额连跨4个万亿元台阶、双双突破9万亿元", "存款余额"),
        ("1项约束性指标未能完成", "约束性指标"),
        ("支持两个特别行政区政府依法施政", "特别行政区政府"),
        ("必须力争把人口控制在十二亿以内", "人口"),
        ("阶段性将小规模纳税人起征点从月销售额3万元", "小规模纳税人起征点"),
        ("“八五”期间国民生产总值年均增长12%", "国民生产总值"),
        ("四个主城片区轨道通达性，", "主城片区轨道通达性"),
        ("推进100个乡村振兴片区建设", "乡村振兴片区建设"),
        ("按1995年价格计算的国民生产总值从5万亿元", "国民生产总值"),
        ("今年中央财政将安排科技支出1134亿元", "科技支出"),
        ("各类学校在校生的比例，分别达到60%", "各类学校在校生的比例"),
        ("合作医疗不断完善，已扩大到全国86%的县", "县"),
    ],
)
def test_an_indicator_is_whole_words_and_a_noun_phrase(text: str, indicator: str):
    assert of_words(text)[-1] == indicator


def test_a_verb_in_marks_is_part_of_a_name():
    assert of_words("46个“高效办成一件事”重点事项落地实施")[0] == "“高效办成一件事”重点事项"
    assert of_words("15项“零跑腿”服务上线")[0] == "“零跑腿”服务"


def test_things_that_share_a_head_or_a_front_have_it_each():
    assert of_words("城镇居民、农村居民人均可支配收入分别增长4.5%、5.7%") == [
        "城镇居民人均可支配收入",
        "农村居民人均可支配收入",
    ]
    assert of_words("刑事、治安案件分别下降12%、3%") == ["刑事案件", "治安案件"]
    assert of_words("对非洲、拉美市场出口分别增长20%、7%") == ["非洲市场出口", "拉美市场出口"]


@pytest.mark.parametrize(
    "text",
    [
        "用两年时间将筹资标准由每人50元提高", "为经营主体减负1000亿元", "向民间资本推介项目300个",
        "将项目划分为竞争性和公益性三类", "预计增长5%", "大大低于5%", "“12处",
        "两国自从1979年建交以来", "按可比价格计算增长5%", "以上14条，",
    ],
)  # fmt: skip
def test_what_is_no_noun_phrase_is_no_indicator(text: str):
    assert of_words(text)[0] == ""


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_the_time_grows_with_the_text_alone(unit: str):
    """Four times the text: about four times the time."""

    def seconds(times: int) -> float:
        text = "增" + unit * times
        spent = []
        for _ in range(3):
            begun = process_time()
            indicators(text, quantities(text))
            spent.append(process_time() - begun)
        return max(0.01, min(spent))

    assert seconds(4_000) / seconds(1_000) < 8
